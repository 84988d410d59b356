import { type DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { type TableName, tables } from '#store/table.ts';

/** An item as it lies in a table. */
export type RawItem = Readonly<Record<string, unknown>> & {
  readonly pk: string;
  readonly sk: string;
};

/** Everything that lies in a table, page by page over the wire. */
export async function itemsOf(
  client: DynamoDBDocumentClient,
  table: TableName,
  prefix = '',
): Promise<readonly RawItem[]> {
  const items: RawItem[] = [];
  const TableName = prefix + tables[table].name;
  for await (const page of paginateScan({ client }, { TableName }))
    items.push(...((page.Items ?? []) as RawItem[]));
  return items;
}
