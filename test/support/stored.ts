import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { vi } from 'vitest';
import { unpack } from '#store/body.ts';
import { type TableName, tables } from '#store/table.ts';

/** An attribute as it was written: in which kind of item, under which path, and what stood there. */
export type Stored = { readonly item: string; readonly path: string; readonly value: unknown };

const kinds: readonly (readonly [TableName, RegExp, string])[] = [
  ['cases', /^C#[^\n]*\nHEAD$/, 'head'],
  ['cases', /^C#[^\n]*\nE#/, 'event'],
  ['cases', /^C#[^\n]*\nPLAN#/, 'plan'],
  ['cases', /^C#[^\n]*\nW#/, 'worklist row'],
  ['cases', /\nS#/, 'paper'],
  ['cases', /\nINCIDENT$/, 'incident'],
  ['cases', /^I#[^\n]*\nREQUEST$/, 'request'],
  ['cases', /\nCOUNTER$/, 'counter'],
  ['cases', /^K#CODE#[^\n]*\nCASE$/, 'case code'],
  ['notices', /^[BSH]#[^\n]*\nN#/, 'notice'],
  ['notices', /\nSTOP$/, 'webhook stop'],
  ['notices', /^[BSH]#[^\n]*\nL#/, 'letters'],
  ['notices', /\nCURSOR$/, 'cursor'],
  ['notices', /\nREPLANNED$/, 'followed'],
  ['directory', /^HOOK#/, 'webhook'],
  ['directory', /\nUNIT$/, 'unit'],
  ['directory', /\nPOST#/, 'post'],
  ['directory', /\nOFFICER$/, 'officer'],
  ['directory', /^L#/, 'last use'],
  ['directory', /^T#/, 'tenure'],
  ['directory', /\nADDRESS$/, 'address'],
  ['directory', /\nAPP$/, 'app'],
  ['directory', /\nFEED#/, 'calendar'],
  ['directory', /\nLINK$/, 'calendar link'],
  ['directory', /^I#[^\n]*\nREQUEST$/, 'request'],
  ['directory', /^R\n/, 'mark'],
  ['directory', /^CALENDAR\n/, 'calendar import'],
  ['directory', /^LADDER\n/, 'ladders'],
  ['directory', /\nORDER$/, 'migration order'],
  ['directory', /^ERASURE\n/, 'erasure order'],
  ['audit', /\nR#/, 'read'],
  ['audit', /^D#/, 'administered'],
  ['audit', /^SHRED\n/, 'destroyed key'],
  ['audit', /^W#/, 'watch'],
  ['audit', /^Y#/, 'anomaly'],
  ['stats', /\nRECORD$/, 'record'],
  ['stats', /^DIGEST\n/, 'book of digests'],
  ['stats', /^ANCHOR#/, 'anchor'],
  ['stats', /^Q#/, 'record'],
  ['stats', /^RELEASE/, 'release'],
];

type Item = Readonly<Record<string, unknown>>;
type Put = { readonly TableName?: string; readonly Item?: Item };
type Input = Put & {
  readonly TransactItems?: readonly { readonly Put?: Put }[];
  readonly Key?: Item;
  readonly ExpressionAttributeValues?: Item;
  readonly UpdateExpression?: string;
};

/** Hears every item that any door of this process writes from now on, whatever table it goes to. */
export function hearWrites(): {
  readonly attributes: () => readonly Stored[];
  readonly stop: () => void;
} {
  const heard = new Map<string, Stored>();
  const send = DynamoDBDocumentClient.prototype.send;
  const spy = vi.spyOn(DynamoDBDocumentClient.prototype, 'send').mockImplementation(function (
    this: DynamoDBDocumentClient,
    ...asked: unknown[]
  ) {
    const [{ input }] = asked as [{ readonly input: Input }];
    for (const { TableName, Item } of putsIn(input))
      if (TableName !== undefined && Item !== undefined) hear(TableName, Item, heard);
    return (send as (...asked: unknown[]) => unknown).apply(this, asked);
  } as never);
  return { attributes: () => [...heard.values()], stop: () => spy.mockRestore() };
}

function putsIn(input: Input): readonly Put[] {
  if (input.UpdateExpression !== undefined) return [{ ...input, Item: updated(input) }];
  return [input, ...(input.TransactItems ?? []).flatMap(({ Put: put }) => (put ? [put] : []))];
}

/** What an update sets, by the names of its values: the store names each as the attribute it is for. */
function updated({ Key, ExpressionAttributeValues, UpdateExpression = '' }: Input): Item {
  const set = [...UpdateExpression.matchAll(/(\w+) = (:\w+)/g)];
  const values = set.map(([, name = '', value = '']) => [name, ExpressionAttributeValues?.[value]]);
  return { ...Key, ...Object.fromEntries(values) };
}

function hear(table: string, item: Item, heard: Map<string, Stored>): void {
  const name = Object.keys(tables).find((each) => table.endsWith(each));
  const place = `${item['pk']}\n${item['sk']}`;
  const kind = kinds.find(([of, pattern]) => of === name && pattern.test(place))?.[2] ?? 'unknown';
  const all = attributesOf(readable(item, kind)).map((each) => ({
    item: `${name} ${kind}`,
    ...each,
  }));
  for (const each of all) heard.set(`${each.item} ${each.path} ${String(each.value)}`, each);
}

/** An item as it can be read without a key: bodies unpacked, JSON parsed, ciphertext left as it is. */
function readable(item: Item, kind: string): Item {
  const opened = (value: unknown): unknown => {
    if (value instanceof Uint8Array && kind !== 'paper' && kind !== 'incident')
      return unpack(value);
    return typeof value === 'string' && /^[{[]/.test(value) ? JSON.parse(value) : value;
  };
  const { keys, ...rest } = item;
  const read = Object.entries(rest).map(([name, value]) => [name, opened(value)] as const);
  const body = kind === 'incident' ? { body: unpack<object>(item['body']) } : {};
  return { ...Object.fromEntries(read), ...(keys !== undefined && { keys }), ...body };
}

/** Members whose names are ids and not words of ours. */
const named = /^(keys|body\.opened)$/;

function attributesOf(value: unknown, path = ''): readonly { path: string; value: unknown }[] {
  if (value === undefined || value === null) return [];
  if (value instanceof Uint8Array) return [{ path, value: Buffer.from(value).toString('latin1') }];
  if (Array.isArray(value)) return value.flatMap((each) => attributesOf(each, `${path}[]`));
  if (typeof value !== 'object') return [{ path, value }];
  return Object.entries(value).flatMap(([name, inner]) => {
    const member = named.test(path) ? '*' : name;
    return attributesOf(inner, path === '' ? member : `${path}.${member}`);
  });
}
