import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type AttributeValue,
  type BatchGetItemInput,
  DynamoDBServiceException,
  type QueryInput,
  type TransactWriteItemsInput,
} from '@aws-sdk/client-dynamodb';
import type { NearClients } from '#runtime/world.ts';
import { type TableName, tables } from '#store/table.ts';
import type { Door } from '../bundle.ts';
import { type Permit, permitsOf } from '../permits.ts';
import { type Rights, rights } from '../rights.ts';
import { tableNames } from '../table.ts';

const standing = new AsyncLocalStorage<Door>();

/** A handler as it runs in the cloud: with the role of its door, and with no other right. */
export function behind<Given extends readonly unknown[], Done>(
  door: Door,
  handler: (...given: Given) => Promise<Done>,
): (...given: Given) => Promise<Done> {
  return (...given) => standing.run(door, () => handler(...given));
}

/** One thing that is asked of a service, as its policy is asked about it. */
export type Wish = {
  /** As the policies of the cloud name it, without the service. */
  readonly action: string;
  readonly table?: TableName;
  readonly index?: string;
  /** The partition keys it names: what `dynamodb:LeadingKeys` holds. */
  readonly partitions?: readonly string[];
};

/** Whether the role of a door grants a wish. */
export function grants(door: Door, { action, table, index, partitions = [] }: Wish): boolean {
  const right: Rights = rights[door];
  if (action === 'SendMessage') return right.enqueuesNotices === true;
  if (action === 'SendEmail') return right.sendsMail === true;
  const permits = table === undefined ? [] : [right.tables[table] ?? []].flat().flatMap(permitsOf);
  const isGranted = (permit: Permit) =>
    permit.actions.some((each) => each === action) &&
    (index === undefined ? permit.indexes === undefined : permit.indexes?.includes(index)) &&
    isWithin(permit.within, partitions);
  return permits.some(isGranted);
}

/** A request that names no partition is within none. */
function isWithin(patterns: readonly string[] | undefined, partitions: readonly string[]): boolean {
  if (patterns === undefined) return true;
  const known = patterns.map(likeness);
  return partitions.length > 0 && partitions.every((key) => known.some((like) => like.test(key)));
}

/** What `StringLike` makes of a pattern: a star is any text, a question mark any one character. */
function likeness(pattern: string): RegExp {
  const escaped = pattern.replace(/[\\^$.+()[\]{}|]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 's');
}

type Named = { readonly TableName?: string | undefined };
type Attributes = Readonly<Record<string, AttributeValue>>;
type Keyed = Named & {
  readonly Key?: Attributes | undefined;
  readonly Item?: Attributes | undefined;
};

/** What a command of the SDK wishes for; one that no policy of a door speaks of wishes for nothing. */
export function wishesOf(command: string, input: object): readonly Wish[] {
  const name = command.replace(/Command$/, '');
  if (name === 'TransactWriteItems') return ofTransaction(input as TransactWriteItemsInput);
  if (name === 'BatchGetItem') return ofBatch(input as BatchGetItemInput);
  if (name === 'Query') return [ofQuery(input as QueryInput)];
  if (name === 'SendMessageBatch' || name === 'SendMessage') return [{ action: 'SendMessage' }];
  if (name === 'SendEmail') return [{ action: 'SendEmail' }];
  return 'TableName' in input ? [ofItem(name, input as Keyed)] : [];
}

function ofItem(action: string, { TableName, Key, Item }: Keyed): Wish {
  return { action, ...tableOf(TableName), partitions: partitionOf(Key ?? Item) };
}

function ofTransaction({ TransactItems = [] }: TransactWriteItemsInput): readonly Wish[] {
  return TransactItems.flatMap((step) =>
    Object.entries(step).map(([kind, about]) =>
      ofItem(kind === 'ConditionCheck' ? 'ConditionCheckItem' : `${kind}Item`, about),
    ),
  );
}

function ofBatch({ RequestItems = {} }: BatchGetItemInput): readonly Wish[] {
  return Object.entries(RequestItems).map(([table, { Keys = [] }]) => ({
    action: 'BatchGetItem',
    ...tableOf(table),
    partitions: Keys.flatMap(partitionOf),
  }));
}

function ofQuery(input: QueryInput): Wish {
  const { TableName, IndexName: index, KeyConditionExpression = '' } = input;
  const { ExpressionAttributeNames: names = {}, ExpressionAttributeValues: values = {} } = input;
  const at = tableOf(TableName);
  const shape = tables[at.table].indexes.find(({ name }) => name === index);
  const attribute = shape?.partition ?? 'pk';
  const equal = [...KeyConditionExpression.matchAll(/(#?\w+)\s*=\s*(:\w+)/g)];
  const found = equal.find(([, name = '']) => (names[name] ?? name) === attribute);
  const value = values[found?.[2] ?? '']?.S;
  const partitions = value === undefined ? [] : [value];
  return { action: 'Query', ...at, ...(index !== undefined && { index }), partitions };
}

function partitionOf(attributes: Attributes | undefined): readonly string[] {
  const value = attributes?.['pk']?.S;
  return value === undefined ? [] : [value];
}

function tableOf(deployed = ''): { readonly table: TableName } {
  const table = tableNames.find((name) => deployed.endsWith(tables[name].name));
  if (table === undefined) throw new Error('A table that nobody knows');
  return { table };
}

/** What the cloud answers; it says what is missing in infra/rights.ts, and nothing of what was asked for. */
export function denial(door: Door, { action, table, index }: Wish): DynamoDBServiceException {
  const where = [table && ` on ${table}`, index && `/index/${index}`].filter(Boolean).join('');
  return new DynamoDBServiceException({
    name: 'AccessDeniedException',
    $fault: 'client',
    $metadata: { httpStatusCode: 400 },
    message: `The role of ${door} does not grant ${action}${where}`,
  });
}

type Next = (args: { input: object }) => Promise<unknown>;
type Guard = (next: Next, context: { readonly commandName?: string }) => Next;
type Guarded = { readonly middlewareStack: { add(guard: Guard, options: object): void } };

/**
 * Lets each door do through these clients what its role grants, and no more.
 *
 * What runs behind no door, as the founding of the sandbox, is not asked. A door may take a denial for a passing
 * fault and go on, so it is told beside it.
 */
export function guardRoles(clients: NearClients, onDenial: (denial: Error) => void): void {
  const guard: Guard =
    (next, { commandName = '' }) =>
    async (args) => {
      const door = standing.getStore();
      if (door === undefined) return next(args);
      const denied = wishesOf(commandName, args.input).find((wish) => !grants(door, wish));
      if (denied === undefined) return next(args);
      const refused = denial(door, denied);
      setImmediate(onDenial, refused);
      throw refused;
    };
  // By then values have become attributes, and nothing is signed, sent or tried again yet.
  const place = { step: 'build', name: 'roles' };
  for (const client of Object.values(clients) as unknown as Guarded[])
    client.middlewareStack.add(guard, place);
}
