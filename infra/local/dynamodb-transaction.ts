import { createHash } from 'node:crypto';
import deleteItem from 'dynalite/actions/deleteItem.js';
import getItem from 'dynalite/actions/getItem.js';
import putItem from 'dynalite/actions/putItem.js';
import updateItem from 'dynalite/actions/updateItem.js';
import type * as db from 'dynalite/db/index.js';
import * as deleteRules from 'dynalite/validations/deleteItem.js';
import * as getRules from 'dynalite/validations/getItem.js';
import * as putRules from 'dynalite/validations/putItem.js';
import * as updateRules from 'dynalite/validations/updateItem.js';
import type { Body, Handler, Operation } from './dynamodb-action.ts';
import { isOfType, refusal, run, validated, withOldItem } from './dynamodb-action.ts';
import { itemBytes } from './dynamodb-capacity.ts';
import type { Ledger, Receipt } from './dynamodb-ledger.ts';
import type { Memory, Read, Write } from './dynamodb-memory.ts';
import type { Cost, Meter } from './dynamodb-meter.ts';
import { consumedCapacity, costOfCheck, costOfRead, costOfWrite } from './dynamodb-meter.ts';

const mostActions = 100;
const mostBytes = 4 * 1024 * 1024;

const operations: { readonly [kind: string]: Operation } = {
  Put: { rules: putRules, action: putItem },
  Update: { rules: updateRules, action: updateItem },
  Delete: { rules: deleteRules, action: deleteItem },
  // A condition alone is a deletion that is asked but never carried out.
  ConditionCheck: { rules: deleteRules, action: deleteItem },
  Get: { rules: getRules, action: getItem },
};

/** One action tried on the memory, not carried out. */
type Tried = {
  readonly read: Read | undefined;
  readonly write: Write | undefined;
  readonly error: db.Refusal | undefined;
  readonly answer: Body;
};

function invalid(message: string): db.Refusal {
  return refusal('ValidationException', message);
}

function actionsOf(input: Body): readonly Body[] {
  const actions = input['TransactItems'];
  if (!Array.isArray(actions) || actions.length === 0)
    throw invalid('TransactItems must hold at least 1 action');
  if (actions.length > mostActions)
    throw invalid(
      `1 validation error detected: Value at 'transactItems' failed to satisfy constraint: ` +
        `Member must have length less than or equal to ${mostActions}`,
    );
  return actions;
}

function kindAndBody(action: Body, kinds: readonly string[]): [string, Body] {
  const [given, ...others] = Object.entries(action).filter(([, body]) => body != null);
  if (!given || others.length > 0 || !kinds.includes(given[0]))
    throw invalid(`TransactItems can only contain one of ${kinds.join(', ')}`);
  const body = given[1] as Body;
  if (given[0] === 'ConditionCheck' && body['ConditionExpression'] == null)
    throw invalid('ConditionExpression is required in a ConditionCheck');
  return [given[0], body];
}

function attempt(memory: Memory, action: Body, kinds: readonly string[]): Tried {
  const [kind, body] = kindAndBody(action, kinds);
  const operation = operations[kind];
  if (!operation) throw new Error(`no operation for ${kind}`);
  const view = memory.view();
  const { error, answer } = run(operation, view, validated(operation, view, body));
  if (error && isOfType(error, 'ResourceNotFoundException')) throw error;
  return {
    read: view.trace.reads[0],
    write: kind === 'ConditionCheck' ? undefined : view.trace.writes[0],
    error: error && withOldItem(error, body['ReturnValuesOnConditionCheckFailure'], view),
    answer,
  };
}

function refuseSameItem(tried: readonly Tried[]): void {
  const places = tried.flatMap(({ read }) => (read ? [`${read.table.name}/${read.key}`] : []));
  if (new Set(places).size < places.length)
    throw invalid('Transaction request cannot include multiple operations on one item');
}

function refuseOversize(tried: readonly Tried[]): void {
  const bytes = tried
    .map(({ write, read }) => itemBytes(write?.after ?? read?.item ?? {}))
    .reduce((sum, each) => sum + each, 0);
  if (bytes > mostBytes)
    throw invalid('Items of the transaction exceed the maximum allowed size of 4 MB');
}

function reasonOf({ error }: Tried): Body {
  if (!error) return { Code: 'None' };
  const { message, Item } = error.body;
  if (!isOfType(error, 'ConditionalCheckFailedException'))
    return { Code: 'ValidationError', Message: message };
  return { Code: 'ConditionalCheckFailed', Message: message, ...(Item ? { Item } : {}) };
}

function cancellation(tried: readonly Tried[]): db.Refusal {
  const reasons = tried.map(reasonOf);
  const codes = reasons.map((reason) => reason['Code']).join(', ');
  return refusal(
    'TransactionCanceledException',
    `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`,
    { CancellationReasons: reasons },
  );
}

function costsOf(tried: readonly Tried[]): Cost[] {
  return tried.flatMap(({ write, read }) => {
    if (write) return [costOfWrite(write, true)];
    return read ? [costOfCheck(read, true)] : [];
  });
}

/** A cancelled transaction has prepared every item, and touched no index. */
function cancelledCosts(tried: readonly Tried[]): Cost[] {
  return costsOf(tried).map((cost) => ({ ...cost, indexes: {}, heat: [] }));
}

function readCosts(tried: readonly Tried[]): Cost[] {
  return tried.flatMap(({ read }) => (read ? [costOfRead(read, 'transactional')] : []));
}

function consumed(costs: readonly Cost[], input: Body): Body {
  const capacities = consumedCapacity(costs, input['ReturnConsumedCapacity']);
  return capacities.length ? { ConsumedCapacity: capacities } : {};
}

function receiptOf(input: Body): Receipt | undefined {
  const token = input['ClientRequestToken'];
  if (typeof token !== 'string') return undefined;
  const content = createHash('sha256').update(JSON.stringify(input['TransactItems']));
  return { token, content: content.digest('base64') };
}

/** Whether the token was seen with this content; another content under it is refused. */
function isRepeated(ledger: Ledger, receipt: Receipt | undefined): boolean {
  const known = receipt && ledger.contentOf(receipt.token);
  if (known === undefined) return false;
  if (known === receipt?.content) return true;
  throw refusal(
    'IdempotentParameterMismatchException',
    'The token was used before with another content',
  );
}

const writeKinds = ['Put', 'Update', 'Delete', 'ConditionCheck'];

/** All conditions are tried on the items as they are; then everything is written or nothing. */
export function transactWrite(ledger: Ledger, meter: Meter): Handler {
  return (input) => {
    const receipt = receiptOf(input);
    const tried = actionsOf(input).map((action) => attempt(ledger.memory, action, writeKinds));
    const answer = (costs: readonly Cost[]) => {
      meter.count('TransactWriteItems', costs);
      return consumed(costs, input);
    };
    refuseSameItem(tried);
    refuseOversize(tried);
    if (isRepeated(ledger, receipt)) return answer(readCosts(tried));
    if (tried.some(({ error }) => error)) {
      meter.count('TransactWriteItems', cancelledCosts(tried));
      throw cancellation(tried);
    }
    ledger.commit(
      tried.flatMap(({ write }) => write ?? []),
      receipt,
    );
    return answer(costsOf(tried));
  };
}

/** All items as they stand at one moment. */
export function transactGet(ledger: Ledger, meter: Meter): Handler {
  return (input) => {
    const tried = actionsOf(input).map((action) => attempt(ledger.memory, action, ['Get']));
    if (tried.some(({ error }) => error)) throw cancellation(tried);
    const costs = readCosts(tried);
    meter.count('TransactGetItems', costs);
    return { Responses: tried.map(({ answer }) => answer), ...consumed(costs, input) };
  };
}
