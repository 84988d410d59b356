import type { TableName, tables } from '../functions/store/table.ts';
import type { Door } from './bundle.ts';
import type { KeyRing } from './keys.ts';

type IndexOf<Name extends TableName> = (typeof tables)[Name]['indexes'][number]['name'];

/** What a door may do with one table. */
export type TableRight<Name extends TableName = TableName> = {
  readonly actions: readonly Action[];
  /** Indexes it may query. */
  readonly indexes?: readonly IndexOf<Name>[];
  /** Pattern every partition key must match. */
  readonly partitions?: string;
};

/** What a door may do with a key. */
export type KeyRight = 'Encrypt' | 'Decrypt' | 'GenerateDataKey' | 'GenerateMac' | 'Sign';

/** Everything a door may do; what is not written here is denied. */
export type Rights = {
  readonly tables: { readonly [Name in TableName]?: TableRight<Name> };
  readonly keys?: { readonly [Name in keyof KeyRing]?: readonly KeyRight[] };
  readonly enqueuesNotices?: true;
  readonly sendsMail?: true;
  /** Its callers carry tokens. */
  readonly readsTokens?: true;
};

type Action = (typeof read)[number] | (typeof write)[number];

// A transaction needs the right to each of its parts. Nothing is scanned and nothing deleted.
const read = ['GetItem', 'BatchGetItem', 'Query'] as const;
const write = ['PutItem', 'UpdateItem', 'ConditionCheckItem'] as const;

/** The rights of the six doors. */
export const rights = {
  api: {
    tables: {
      cases: { actions: [...read, ...write], indexes: ['worklist'] },
      directory: { actions: [...read, ...write], indexes: ['children'] },
      notices: { actions: ['GetItem', 'Query', 'UpdateItem'], indexes: ['inbox'] },
      audit: { actions: ['PutItem'] },
    },
    keys: {
      sealing: ['Encrypt', 'Decrypt', 'GenerateDataKey'],
      fingerprint: ['GenerateMac'],
    },
    readsTokens: true,
  },
  sweeper: {
    tables: {
      cases: { actions: [...read, ...write], indexes: ['due'] },
      directory: { actions: read, indexes: ['children'] },
    },
  },
  projector: {
    tables: {
      cases: { actions: ['GetItem', 'Query'] },
      notices: { actions: ['GetItem', 'Query', ...write] },
      stats: { actions: ['GetItem', 'Query', ...write] },
    },
    enqueuesNotices: true,
  },
  notifier: {
    tables: {
      cases: { actions: ['GetItem'] },
      directory: { actions: read },
      notices: { actions: ['GetItem', 'Query', ...write] },
    },
    sendsMail: true,
  },
  jobs: {
    tables: {
      notices: { actions: ['GetItem', 'Query'], indexes: ['attempts'] },
      stats: { actions: [...read, ...write] },
    },
    keys: { release: ['Sign'] },
    enqueuesNotices: true,
  },
  statistics: {
    tables: { stats: { actions: ['GetItem', 'Query'], partitions: 'RELEASE*' } },
    readsTokens: true,
  },
} as const satisfies Record<Door, Rights>;
