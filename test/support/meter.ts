import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** What was charged since the meter was last read: per table and, apart from it, for its indexes. */
export type Charged = {
  readonly calls: number;
  readonly read: number;
  readonly table: number;
  readonly index: number;
};

type Consumed = {
  readonly CapacityUnits?: number;
  readonly ReadCapacityUnits?: number;
  readonly WriteCapacityUnits?: number;
  readonly Table?: { readonly CapacityUnits?: number };
  readonly GlobalSecondaryIndexes?: Readonly<Record<string, { readonly CapacityUnits?: number }>>;
};

const writes = [
  'TransactWriteItemsCommand',
  'PutItemCommand',
  'UpdateItemCommand',
  'BatchWriteItemCommand',
];

/** Asks the service to say what each call costs and adds it up. */
export function meterOn(client: DynamoDBClient) {
  let sum = { calls: 0, read: 0, table: 0, index: 0 };
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const input = { ...(args.input as object), ReturnConsumedCapacity: 'INDEXES' };
      const result = await next({ ...args, input } as typeof args);
      const output = result.output as { ConsumedCapacity?: Consumed | readonly Consumed[] };
      const isWrite = writes.includes(context.commandName ?? '');
      sum = add(sum, [output.ConsumedCapacity ?? []].flat() as readonly Consumed[], isWrite);
      return result;
    },
    { step: 'initialize', name: 'meter' },
  );
  return {
    take: (): Charged => {
      const taken = sum;
      sum = { calls: 0, read: 0, table: 0, index: 0 };
      return taken;
    },
  };
}

function add(sum: Charged, consumed: readonly Consumed[], isWrite: boolean): Charged {
  const total = (of: (each: Consumed) => number) =>
    consumed.reduce((all, each) => all + of(each), 0);
  const calls = sum.calls + 1;
  if (!isWrite) return { ...sum, calls, read: sum.read + total((each) => each.CapacityUnits ?? 0) };
  const index = total((each) =>
    Object.values(each.GlobalSecondaryIndexes ?? {}).reduce(
      (all, { CapacityUnits }) => all + (CapacityUnits ?? 0),
      0,
    ),
  );
  const all = total((each) => each.CapacityUnits ?? 0);
  return { ...sum, calls, table: sum.table + all - index, index: sum.index + index };
}
