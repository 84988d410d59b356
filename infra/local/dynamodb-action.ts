import type * as db from 'dynalite/db/index.js';
import { validationError } from 'dynalite/db/index.js';
import { checkTypes, checkValidations } from 'dynalite/validations/index.js';
import { itemBytes } from './dynamodb-capacity.ts';
import type { View } from './dynamodb-memory.ts';

/** A request or answer body; its shape is what the operation's validation says. */
export type Body = { readonly [field: string]: unknown };

type Action = typeof import('dynalite/actions/*.js');

/** One of dynalite's operations: its validation and its action. */
export type Operation = {
  readonly rules: typeof import('dynalite/validations/*.js');
  readonly action: Action;
};

/** The outcome of an action on a view: an answer, or an error the caller may meet on the wire. */
export type Outcome = { readonly error?: db.Refusal; readonly answer: Body };

/** Largest item in bytes, names and values together. */
const largestItem = 400 * 1024;

/** An error as the wire carries it. */
export function refusal(type: string, message: string, fields: Body = {}): db.Refusal {
  const error = validationError(message);
  const namespace = type === 'ValidationException' ? 'com.amazon.coral.validate' : dynamo;
  error.body = { __type: `${namespace}#${type}`, message, ...fields };
  return error;
}

const dynamo = 'com.amazonaws.dynamodb.v20120810';

export function isRefusal(error: unknown): error is db.Refusal {
  return error instanceof Error && 'body' in error;
}

/** Whether the error is of the named type, whatever its namespace. */
export function isOfType(error: db.Refusal, type: string): boolean {
  return error.body.__type.endsWith(`#${type}`);
}

/** The request as dynalite's actions take it: types checked, expressions parsed. */
export function validated({ rules }: Operation, view: View, input: Body): Body {
  const data = checkTypes({ ...input }, rules.types);
  checkValidations(data, rules.types, rules.custom, view.store);
  // Capacity is told by our own meter.
  return { ...data, ReturnConsumedCapacity: undefined };
}

/** Runs an action that walks items, and so answers in a later turn. */
export function walked(operation: Operation, view: View, data: Body): Promise<Body> {
  return new Promise((resolve, reject) => {
    operation.action(view.store, data, (error, answer = {}) =>
      error ? reject(error) : resolve(answer as Body),
    );
  });
}

function oversize({ trace }: View): db.Refusal | undefined {
  return trace.writes.some(({ after }) => after && itemBytes(after) > largestItem)
    ? refusal('ValidationException', 'Item size has exceeded the maximum allowed size')
    : undefined;
}

/** Runs an action that touches items by key: it is over when this returns, so nothing interleaves. */
export function run(operation: Operation, view: View, data: Body): Outcome {
  let outcome: Outcome | undefined;
  operation.action(view.store, data, (error, answer = {}) => {
    if (error && !isRefusal(error)) throw error;
    outcome = error ? { error, answer: {} } : { answer: answer as Body };
  });
  if (!outcome) throw new Error('an action on items by key must answer at once');
  const error = outcome.error ?? oversize(view);
  return error ? { error, answer: {} } : outcome;
}

/** A handler of one word of the wire protocol. */
export type Handler = (input: Body) => Body | Promise<Body>;

/** Adds the table's stored image to a failed condition where the caller asked for it. */
export function withOldItem(error: db.Refusal, wanted: unknown, { trace }: View): db.Refusal {
  const item = trace.reads[0]?.item;
  if (wanted !== 'ALL_OLD' || !item || !isOfType(error, 'ConditionalCheckFailedException'))
    return error;
  error.body = { ...error.body, Item: item };
  return error;
}
