import { RemovalPolicy, type Stack } from 'aws-cdk-lib';
import {
  AttributeType,
  type GlobalSecondaryIndexPropsV2,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import {
  type IndexShape,
  tables as shapes,
  type TableName,
  type TableShape,
} from '#store/table.ts';

/** The five tables by their stems. */
export type Tables = Readonly<Record<TableName, TableV2>>;

/** The stems, for walking all tables. */
export const tableNames = [
  'cases',
  'audit',
  'directory',
  'notices',
  'stats',
] as const satisfies TableName[];

/** What stands before the stem in the name of a table. */
export const tablePrefix = (stage: string): string => `la-chan-${stage}-`;

/** The tables exactly as the code knows them; none goes with the stack. */
export function tables(stack: Stack, stage: string): Tables {
  const make = (shape: TableShape): TableV2 => table(stack, tablePrefix(stage), shape);
  return {
    cases: make(shapes.cases),
    audit: make(shapes.audit),
    directory: make(shapes.directory),
    notices: make(shapes.notices),
    stats: make(shapes.stats),
  };
}

function table(stack: Stack, prefix: string, shape: TableShape): TableV2 {
  return new TableV2(stack, `${pascal(shape.name)}Table`, {
    tableName: prefix + shape.name,
    partitionKey: text('pk'),
    sortKey: text('sk'),
    globalSecondaryIndexes: shape.indexes.map(index),
    ...(shape.stream && { dynamoStream: StreamViewType[shape.stream] }),
    ...(shape.expires && { timeToLiveAttribute: shape.expires }),
    encryption: TableEncryptionV2.awsManagedKey(),
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
}

function index({ name, partition, sort, carries }: IndexShape): GlobalSecondaryIndexPropsV2 {
  const keys = { indexName: name, partitionKey: text(partition), sortKey: text(sort) };
  if (carries.length === 0) return { ...keys, projectionType: ProjectionType.KEYS_ONLY };
  return { ...keys, projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...carries] };
}

const text = (name: string) => ({ name, type: AttributeType.STRING });

const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
