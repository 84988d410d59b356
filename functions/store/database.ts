import {
  type AttributeValue,
  type DynamoDBClient,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { type TableName, tables } from './table.ts';

/** An item as it lies in a table: its two keys and whatever its kind says. */
export type Item = { readonly pk: string; readonly sk: string } & Readonly<Record<string, unknown>>;
/** The two keys of an item. */
export type Key = { readonly pk: string; readonly sk: string };
/** One action of a transaction. */
export type Action = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** The tables behind one client, under the names of one stage. */
export type Database = {
  readonly client: DynamoDBDocumentClient;
  readonly prefix: string;
  /** Waits a random while that grows with the attempt. */
  readonly pause: (attempt: number) => Promise<void>;
};

/** Opens the tables of a stage. */
export function openDatabase(
  client: DynamoDBClient,
  { prefix, pause }: Pick<Database, 'prefix' | 'pause'>,
): Database {
  const marshallOptions = { removeUndefinedValues: true };
  return { client: DynamoDBDocumentClient.from(client, { marshallOptions }), prefix, pause };
}

/** The deployed name of a table. */
export function nameOf(database: Database, table: TableName): string {
  return `${database.prefix}${tables[table].name}`;
}

/** One item, strongly. */
export async function get(
  database: Database,
  table: TableName,
  key: Key,
): Promise<Item | undefined> {
  const answer = await database.client.send(
    new GetCommand({ TableName: nameOf(database, table), Key: key, ConsistentRead: true }),
  );
  return answer.Item as Item | undefined;
}

/** One item as some copy of the table has it: half the price, and perhaps a moment old. */
export async function glance(
  database: Database,
  table: TableName,
  key: Key,
): Promise<Item | undefined> {
  const answer = await database.client.send(
    new GetCommand({ TableName: nameOf(database, table), Key: key }),
  );
  return answer.Item as Item | undefined;
}

const batchSize = 100;
const batchTries = 8;

/** Items by key, strongly, a hundred a call, asked again for what the service leaves over; with `only`, no more of them. */
export async function getAll(
  database: Database,
  table: TableName,
  wanted: readonly Key[],
  only?: readonly string[],
): Promise<ReadonlyMap<string, Item>> {
  const found = new Map<string, Item>();
  for (let at = 0; at < wanted.length; at += batchSize) {
    const items = await getBatch(database, table, wanted.slice(at, at + batchSize), only);
    for (const item of items) found.set(word(item), item);
  }
  return found;
}

async function getBatch(
  database: Database,
  table: TableName,
  wanted: readonly Key[],
  only?: readonly string[],
) {
  const name = nameOf(database, table);
  const items: Item[] = [];
  let left = [...wanted];
  for (let tried = 1; tried <= batchTries; tried += 1) {
    const wish = { Keys: left, ConsistentRead: true, ...(only && projection(only)) };
    const RequestItems = { [name]: wish };
    const answer = await database.client.send(new BatchGetCommand({ RequestItems }));
    items.push(...((answer.Responses?.[name] ?? []) as Item[]));
    left = (answer.UnprocessedKeys?.[name]?.Keys ?? []) as Key[];
    if (left.length === 0) return items;
    await database.pause(tried);
  }
  throw new Error('The service left keys of a batch unread');
}

function projection(only: readonly string[]) {
  const names = only.map((name, at) => [`#${at}`, name] as const);
  return {
    ProjectionExpression: names.map(([placeholder]) => placeholder).join(', '),
    ExpressionAttributeNames: Object.fromEntries(names),
  };
}

/** A key as one word, for maps. */
export function word({ pk, sk }: Key): string {
  return `${pk}\n${sk}`;
}

/** A question to one partition of a table or an index. */
export type Question = {
  readonly table: TableName;
  readonly index?: string;
  readonly where: string;
  readonly values: Readonly<Record<string, string>>;
  readonly names?: Readonly<Record<string, string>>;
  readonly newestFirst?: boolean;
  readonly limit?: number;
  readonly after?: Key & Readonly<Record<string, string>>;
  readonly count?: boolean;
  /** Leaves out rows for which this does not hold; they are read all the same. */
  readonly filter?: string;
};

/** One page of answers; `last` continues behind it. */
export type Answer = {
  readonly items: readonly Item[];
  readonly count: number;
  readonly last: Readonly<Record<string, AttributeValue>> | undefined;
};

/** Asks one page; a table is read strongly, an index as it stands. */
export async function ask(database: Database, question: Question): Promise<Answer> {
  const input: QueryCommandInput = {
    TableName: nameOf(database, question.table),
    KeyConditionExpression: question.where,
    ExpressionAttributeValues: question.values,
    ConsistentRead: question.index === undefined,
    ScanIndexForward: question.newestFirst !== true,
    ...(question.index !== undefined && { IndexName: question.index }),
    ...(question.names && { ExpressionAttributeNames: question.names }),
    ...(question.limit !== undefined && { Limit: question.limit }),
    ...(question.after && { ExclusiveStartKey: question.after }),
    ...(question.count && { Select: 'COUNT' }),
    ...(question.filter && { FilterExpression: question.filter }),
  };
  const answer = await database.client.send(new QueryCommand(input));
  return {
    items: (answer.Items ?? []) as Item[],
    count: answer.Count ?? 0,
    last: answer.LastEvaluatedKey,
  };
}

/** All pages of a question, one after another. */
export async function askAll(database: Database, question: Question): Promise<readonly Item[]> {
  const items: Item[] = [];
  let after = question.after;
  do {
    const page = await ask(database, { ...question, ...(after && { after }) });
    items.push(...page.items);
    after = page.last as Question['after'];
  } while (after !== undefined);
  return items;
}

/** A put inside a transaction. */
export function put(
  database: Database,
  table: TableName,
  item: Item,
  condition?: { readonly when: string; readonly values?: Readonly<Record<string, unknown>> },
): Action {
  return {
    Put: {
      TableName: nameOf(database, table),
      Item: item,
      ...(condition && { ConditionExpression: condition.when }),
      ...(condition?.values && { ExpressionAttributeValues: condition.values }),
    },
  };
}

/** The condition of an item that must not be there yet. */
export const isNew = { when: 'attribute_not_exists(pk)' } as const;

/** Writes one item, or says false when its condition does not hold. */
export async function putIf(
  database: Database,
  table: TableName,
  item: Item,
  condition: { readonly when: string; readonly values?: Readonly<Record<string, unknown>> },
): Promise<boolean> {
  const action = put(database, table, item, condition).Put;
  if (action === undefined) return false;
  try {
    await database.client.send(new PutCommand(action));
    return true;
  } catch (failure) {
    if ((failure as Error).name === 'ConditionalCheckFailedException') return false;
    throw failure;
  }
}

/** How many actions one transaction takes. */
export const mostActions = 100;

/** Why each action of a cancelled transaction was refused, in their order; `None` where it was not. */
export type Cancelled = readonly string[];

// Reasons that are gone when the same is tried again; anything else in a cancellation is a fault of ours.
const passing = [
  'None',
  'ConditionalCheckFailed',
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
];

/** Writes all actions or none; answers the reasons when another writer was first or in the way. */
export async function transact(
  database: Database,
  actions: readonly Action[],
): Promise<Cancelled | undefined> {
  try {
    await database.client.send(new TransactWriteCommand({ TransactItems: [...actions] }));
    return undefined;
  } catch (failure) {
    if (!(failure instanceof TransactionCanceledException)) throw failure;
    const reasons = (failure.CancellationReasons ?? []).map(({ Code }) => Code ?? 'None');
    if (reasons.length === 0 || !reasons.every((reason) => passing.includes(reason))) throw failure;
    return reasons;
  }
}
