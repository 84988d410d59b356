import batchGetItem from 'dynalite/actions/batchGetItem.js';
import batchWriteItem from 'dynalite/actions/batchWriteItem.js';
import deleteItem from 'dynalite/actions/deleteItem.js';
import describeTable from 'dynalite/actions/describeTable.js';
import getItem from 'dynalite/actions/getItem.js';
import putItem from 'dynalite/actions/putItem.js';
import query from 'dynalite/actions/query.js';
import scan from 'dynalite/actions/scan.js';
import updateItem from 'dynalite/actions/updateItem.js';
import * as batchGetRules from 'dynalite/validations/batchGetItem.js';
import * as batchWriteRules from 'dynalite/validations/batchWriteItem.js';
import * as createTableRules from 'dynalite/validations/createTable.js';
import * as deleteRules from 'dynalite/validations/deleteItem.js';
import * as describeTableRules from 'dynalite/validations/describeTable.js';
import * as getRules from 'dynalite/validations/getItem.js';
import * as putRules from 'dynalite/validations/putItem.js';
import * as queryRules from 'dynalite/validations/query.js';
import * as scanRules from 'dynalite/validations/scan.js';
import * as updateRules from 'dynalite/validations/updateItem.js';
import type { Body, Handler, Operation, Outcome } from './dynamodb-action.ts';
import { isOfType, refusal, run, validated, walked, withOldItem } from './dynamodb-action.ts';
import { itemBytes } from './dynamodb-capacity.ts';
import type { Definition } from './dynamodb-indexes.ts';
import type { Ledger } from './dynamodb-ledger.ts';
import type { View } from './dynamodb-memory.ts';
import type { Cost, Meter } from './dynamodb-meter.ts';
import {
  consumedCapacity,
  costOfCheck,
  costOfRead,
  costOfWalk,
  costOfWrite,
} from './dynamodb-meter.ts';
import { transactGet, transactWrite } from './dynamodb-transaction.ts';

type Named = Operation & { readonly name: string };

/** Operations by the name the wire gives them. */
export type Handlers = { readonly [operation: string]: Handler };

function one(costs: readonly Cost[], input: Body): Body {
  const [capacity] = consumedCapacity(costs, input['ReturnConsumedCapacity']);
  return capacity ? { ConsumedCapacity: capacity } : {};
}

function many(costs: readonly Cost[], input: Body): Body {
  const capacities = consumedCapacity(costs, input['ReturnConsumedCapacity']);
  return capacities.length ? { ConsumedCapacity: capacities } : {};
}

function isStrong(request: unknown): boolean {
  return (request as Body | undefined)?.['ConsistentRead'] === true;
}

function mannerOf(request: unknown): 'strong' | 'eventual' {
  return isStrong(request) ? 'strong' : 'eventual';
}

function failedCosts({ error }: Outcome, { trace }: View): Cost[] {
  const failed = error && isOfType(error, 'ConditionalCheckFailedException');
  return failed ? trace.reads.map((read) => costOfCheck(read)) : [];
}

function singleWrite(operation: Named, { memory, commit }: Ledger, meter: Meter): Handler {
  return (input) => {
    const view = memory.view();
    const outcome = run(operation, view, validated(operation, view, input));
    if (outcome.error) {
      meter.count(operation.name, failedCosts(outcome, view));
      throw withOldItem(outcome.error, input['ReturnValuesOnConditionCheckFailure'], view);
    }
    const costs = view.trace.writes.map((write) => costOfWrite(write));
    commit(view.trace.writes);
    meter.count(operation.name, costs);
    return { ...outcome.answer, ...one(costs, input) };
  };
}

/** A batch is not a transaction: each of its writes is a commit of its own. */
function batchWrite(operation: Named, { memory, commit }: Ledger, meter: Meter): Handler {
  return (input) => {
    const view = memory.view();
    const { error, answer } = run(operation, view, validated(operation, view, input));
    if (error) throw error;
    const costs = view.trace.writes.map((write) => costOfWrite(write));
    for (const write of view.trace.writes) commit([write]);
    meter.count(operation.name, costs);
    return { ...answer, ...many(costs, input) };
  };
}

function singleGet(operation: Named, { memory }: Ledger, meter: Meter): Handler {
  return (input) => {
    const view = memory.view();
    const { error, answer } = run(operation, view, validated(operation, view, input));
    if (error) throw error;
    const costs = view.trace.reads.map((read) => costOfRead(read, mannerOf(input)));
    meter.count(operation.name, costs);
    return { ...answer, ...one(costs, input) };
  };
}

/** dynalite shuffles a batch by chance, and a simulation must replay: any order will do, but one. */
function inFixedOrder(answer: Body): Body {
  const tables = Object.entries(answer['Responses'] as { [table: string]: object[] });
  const ordered = tables.map(([table, items]) => {
    const marked = items.map((item) => ({ item, mark: JSON.stringify(item) }));
    return [table, marked.sort((a, b) => (a.mark < b.mark ? -1 : 1)).map(({ item }) => item)];
  });
  return Object.fromEntries(ordered);
}

function batchGet(operation: Named, { memory }: Ledger, meter: Meter): Handler {
  return (input) => {
    const view = memory.view();
    const { error, answer } = run(operation, view, validated(operation, view, input));
    if (error) throw error;
    const requests = input['RequestItems'] as Body;
    const costs = view.trace.reads.map((read) =>
      costOfRead(read, mannerOf(requests[read.table.name])),
    );
    meter.count(operation.name, costs);
    return { ...answer, Responses: inFixedOrder(answer), ...many(costs, input) };
  };
}

function walkCost(view: View, ledger: Ledger, input: Body, scanned: number): Cost {
  const bytes = view.trace.walked.slice(0, scanned).reduce((sum, item) => sum + itemBytes(item), 0);
  return costOfWalk(ledger.memory.named(String(input['TableName'])), {
    bytes,
    index: input['IndexName'] as string | undefined,
    strong: isStrong(input),
  });
}

function walk(operation: Named, ledger: Ledger, meter: Meter): Handler {
  return async (input) => {
    const view = ledger.memory.view();
    const answer = await walked(operation, view, validated(operation, view, input));
    const costs = [walkCost(view, ledger, input, Number(answer['ScannedCount']))];
    meter.count(operation.name, costs);
    return { ...answer, ...one(costs, input) };
  };
}

function describe(operation: Operation, { memory }: Ledger): Handler {
  return (input) => {
    const view = memory.view();
    const { error, answer } = run(operation, view, validated(operation, view, input));
    if (error) throw error;
    const table = answer['Table'] as Definition;
    return { Table: described(table) };
  };
}

function described(definition: Definition): Body {
  const indexes = definition.GlobalSecondaryIndexes;
  const active = indexes?.map((index) => ({ ...index, IndexStatus: 'ACTIVE' }));
  const ready = { ...definition, TableStatus: 'ACTIVE' };
  return active ? { ...ready, GlobalSecondaryIndexes: active } : ready;
}

function create(ledger: Ledger): Handler {
  const operation = { rules: createTableRules, action: describeTable };
  return (input) => {
    const definition = validated(operation, ledger.memory.view(), input) as unknown as Definition;
    if (ledger.memory.tables.has(definition.TableName))
      throw refusal('ResourceInUseException', `Table already exists: ${definition.TableName}`);
    ledger.createTable(definition);
    return { TableDescription: described(definition) };
  };
}

/** The words of the wire protocol this engine speaks; every other is refused. */
export function handlersOf(ledger: Ledger, meter: Meter): Handlers {
  const put = { name: 'PutItem', rules: putRules, action: putItem };
  const update = { name: 'UpdateItem', rules: updateRules, action: updateItem };
  const remove = { name: 'DeleteItem', rules: deleteRules, action: deleteItem };
  const batchPut = { name: 'BatchWriteItem', rules: batchWriteRules, action: batchWriteItem };
  const get = { name: 'GetItem', rules: getRules, action: getItem };
  const gets = { name: 'BatchGetItem', rules: batchGetRules, action: batchGetItem };
  return {
    PutItem: singleWrite(put, ledger, meter),
    UpdateItem: singleWrite(update, ledger, meter),
    DeleteItem: singleWrite(remove, ledger, meter),
    BatchWriteItem: batchWrite(batchPut, ledger, meter),
    TransactWriteItems: transactWrite(ledger, meter),
    TransactGetItems: transactGet(ledger, meter),
    GetItem: singleGet(get, ledger, meter),
    BatchGetItem: batchGet(gets, ledger, meter),
    Query: walk({ name: 'Query', rules: queryRules, action: query }, ledger, meter),
    Scan: walk({ name: 'Scan', rules: scanRules, action: scan }, ledger, meter),
    DescribeTable: describe({ rules: describeTableRules, action: describeTable }, ledger),
    CreateTable: create(ledger),
  };
}
