/** One attribute as DynamoDB's wire carries it. */
export type Attribute =
  | { readonly S: string }
  | { readonly N: string }
  | { readonly B: string | Uint8Array }
  | { readonly BOOL: boolean }
  | { readonly NULL: boolean }
  | { readonly SS: readonly string[] }
  | { readonly NS: readonly string[] }
  | { readonly BS: readonly (string | Uint8Array)[] }
  | { readonly L: readonly Attribute[] }
  | { readonly M: Item };

export type Item = { readonly [name: string]: Attribute };

/** What an index keeps of an item: its entry exists only where every index key is present. */
export type EntryRule = {
  readonly name: string;
  readonly keys: readonly string[];
  /** Attributes of an entry, keys included. */
  readonly projected: readonly string[] | 'ALL';
};

/** One write as the meter sees it: the images around it, and the indexes of its table. */
export type MeteredWrite = {
  readonly before: Item | undefined;
  readonly after: Item | undefined;
  readonly indexes: readonly EntryRule[];
  readonly transactional: boolean;
};

/** Units charged to the table itself and to each index that was touched. */
export type WriteCost = {
  readonly table: number;
  readonly indexes: Readonly<Record<string, number>>;
};

type ReadManner = 'eventual' | 'strong' | 'transactional';

const readFactor = { eventual: 0.5, strong: 1, transactional: 2 } as const;

function blobBytes(blob: string | Uint8Array): number {
  return typeof blob === 'string' ? Buffer.byteLength(blob, 'base64') : blob.byteLength;
}

/** Digits are kept in pairs counted from the point; pairs of zeros at either end cost nothing. */
function numberBytes(digits: string): number {
  const [whole = '', fraction = ''] = digits.replace('-', '').split('.');
  const evened =
    (whole.length % 2 ? `0${whole}` : whole) + (fraction.length % 2 ? `${fraction}0` : fraction);
  const pairs = evened.replace(/^(00)+/, '').replace(/(00)+$/, '').length / 2;
  return 1 + pairs + (pairs > 0 && digits.startsWith('-') ? 1 : 0);
}

function total<T>(values: readonly T[], bytesOf: (value: T) => number): number {
  return values.reduce((sum, value) => sum + bytesOf(value), 0);
}

type Sizers = { [type: string]: (value: never) => number };

const sizeByType: Sizers = {
  S: (value: string) => Buffer.byteLength(value),
  N: numberBytes,
  B: blobBytes,
  BOOL: () => 1,
  NULL: () => 1,
  SS: (values: readonly string[]) => total(values, Buffer.byteLength),
  NS: (values: readonly string[]) => total(values, numberBytes),
  BS: (values: readonly (string | Uint8Array)[]) => total(values, blobBytes),
  L: (values: readonly Attribute[]) => 3 + total(values, (value) => 1 + attributeBytes(value)),
  M: (values: Item) => 3 + Object.keys(values).length + fieldBytes(values),
};

function attributeBytes(attribute: Attribute): number {
  const [type = '', value] = Object.entries(attribute)[0] ?? [];
  const sizer = sizeByType[type];
  if (!sizer) throw new Error(`attribute type ${type} has no documented size`);
  return sizer(value as never);
}

/** Bytes of names and values in UTF-8. */
function fieldBytes(fields: Item): number {
  return total(
    Object.entries(fields),
    ([name, value]) => Buffer.byteLength(name) + attributeBytes(value),
  );
}

// An image of an item never changes, and one that lies in a table is metered at every read.
const measured = new WeakMap<Item, number>();

/** Bytes of an item by the documented rule: names and values in UTF-8. */
export function itemBytes(item: Item): number {
  const bytes = measured.get(item) ?? fieldBytes(item);
  measured.set(item, bytes);
  return bytes;
}

/** Read units of a number of bytes; a read that finds nothing costs the least unit. */
export function readUnits(bytes: number, manner: ReadManner): number {
  return Math.max(1, Math.ceil(bytes / 4096)) * readFactor[manner];
}

function kilobytes(item: Item | undefined): number {
  return item ? Math.ceil(itemBytes(item) / 1024) : 0;
}

/** The entry an index holds of an item, or nothing where the index is sparse for it. */
export function entryOf(item: Item | undefined, rule: EntryRule): Item | undefined {
  if (!item || rule.keys.some((key) => item[key] === undefined)) return undefined;
  if (rule.projected === 'ALL') return item;
  const { projected } = rule;
  return Object.fromEntries(Object.entries(item).filter(([name]) => projected.includes(name)));
}

type Fields = { readonly [name: string]: unknown };

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

function hasSameField(name: string, before: unknown, after: unknown): boolean {
  const isSet = name === 'SS' || name === 'NS' || name === 'BS';
  if (isSet && Array.isArray(before) && Array.isArray(after))
    return isSame(before.toSorted(), after.toSorted());
  return isSame(before, after);
}

/** Whether two images are one value: neither attribute order nor the order inside a set counts. */
export function isSame(before: unknown, after: unknown): boolean {
  if (before === after) return true;
  if (!isFields(before) || !isFields(after)) return false;
  const names = Object.keys(before);
  return (
    names.length === Object.keys(after).length &&
    names.every((name) => hasSameField(name, before[name], after[name]))
  );
}

/** Units that one partition of an index is charged for a write. */
export type IndexCharge = {
  readonly index: string;
  readonly partition: Attribute | undefined;
  readonly units: number;
};

function chargesOf({ before, after }: MeteredWrite, rule: EntryRule): readonly IndexCharge[] {
  const [old, fresh] = [entryOf(before, rule), entryOf(after, rule)];
  if (isSame(old, fresh)) return [];
  // The first key of an index is its partition.
  const charge = (entry: Item | undefined, units: number): IndexCharge => ({
    index: rule.name,
    partition: entry?.[rule.keys[0] ?? ''],
    units,
  });
  const moved = old && fresh && rule.keys.some((key) => !isSame(old[key], fresh[key]));
  if (moved) return [charge(old, kilobytes(old)), charge(fresh, kilobytes(fresh))];
  return [charge(fresh ?? old, Math.max(kilobytes(old), kilobytes(fresh)))];
}

/** What AWS charges the partitions of the indexes: an entry that moves is a deletion and a put. */
export function indexCharges(write: MeteredWrite): readonly IndexCharge[] {
  return write.indexes.flatMap((rule) => chargesOf(write, rule));
}

/** What AWS charges for a write: a transaction doubles the table's part, never an index's. */
export function writeCost(write: MeteredWrite): WriteCost {
  const units = Math.max(1, kilobytes(write.before), kilobytes(write.after));
  const touched = Object.entries(Object.groupBy(indexCharges(write), ({ index }) => index));
  return {
    table: units * (write.transactional ? 2 : 1),
    indexes: Object.fromEntries(
      touched.map(([name, own = []]) => [name, total(own, (charge) => charge.units)]),
    ),
  };
}
