import {
  boxPartition,
  digestPartition,
  keys,
  ladderPartition,
  releasePartition,
  shredPartition,
  type TableName,
  type tables,
} from '#store/table.ts';
import type { Door } from './bundle.ts';

type IndexOf<Name extends TableName> = (typeof tables)[Name]['indexes'][number]['name'];

/** What a door may do with one table. */
export type TableRight<Name extends TableName = TableName> = {
  readonly actions?: readonly Action[];
  /** Indexes it may query. */
  readonly indexes?: readonly IndexOf<Name>[];
  /** Patterns of which every partition key must match one. */
  readonly partitions?: readonly string[];
  /** Patterns of partition keys of single items it may get, beside what its actions say. */
  readonly looksUp?: readonly string[];
};

/** What a door may do with a key. */
export type KeyRight =
  | 'Decrypt'
  | 'GenerateDataKey'
  | 'GetPublicKey'
  | 'ReEncryptFrom'
  | 'ReEncryptTo'
  | 'Sign';

/** Everything a door may do; what is not written here is denied. */
export type Rights = {
  readonly tables: {
    readonly [Name in TableName]?: TableRight<Name> | readonly TableRight<Name>[];
  };
  readonly keys?: { readonly [Name in 'sealing' | 'release']?: readonly KeyRight[] };
  readonly enqueuesNotices?: true;
  readonly sendsMail?: true;
  /** What it does with the links of letters. */
  readonly links?: 'SIGNS' | 'READS';
  /** Posts to servers of partners, and signs. */
  readonly signsWebhooks?: true;
  /** Sends short messages to telephones, and publishes to no topic. */
  readonly sendsMessages?: true;
  /** Names addresses at which a case is opened. */
  readonly linksToCases?: true;
};

const anyMail = { channel: 'EMAIL', to: '*', id: '*' } as const;

// A case is written in one transaction conditioned on its HEAD, the directory in one conditioned on
// its revision; plans, listings, papers, units and posts are plain puts inside it. A put that
// stands alone is conditional. Nothing is scanned and nothing deleted.
/** An operation on the items of a table, by its name among rights. */
export type Action = 'GetItem' | 'BatchGetItem' | 'Query' | 'PutItem' | 'UpdateItem';

/** The rights of the nine doors: exactly the operations of the store that each of them reaches. */
export const rights = {
  api: {
    tables: {
      cases: {
        actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem'],
        indexes: ['worklist', 'overdue'],
      },
      directory: {
        actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem'],
        indexes: ['children'],
      },
      notices: { actions: ['GetItem', 'BatchGetItem'], indexes: ['inbox'] },
      // Nobody who opens papers can read who opened them: only how much they met of late themselves.
      audit: { actions: ['PutItem'], looksUp: [keys.watch('*', '*').pk] },
    },
    keys: { sealing: ['Decrypt', 'GenerateDataKey'] },
  },
  // Moves deadlines and posts, and can open no seal: what it verifies it sees as ciphertext.
  administration: {
    tables: {
      cases: { actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem'], indexes: ['worklist'] },
      directory: {
        actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem'],
        indexes: ['children'],
      },
      // What was told of a case is compared with its record. Nothing of it is changed here, but that deliveries
      // which were given up or kept back begin anew.
      notices: [
        { actions: ['GetItem', 'BatchGetItem', 'Query'], indexes: ['inbox', 'dead'] },
        {
          actions: ['UpdateItem'],
          partitions: [
            boxPartition('EMAIL', '*'),
            boxPartition('SMS', '*'),
            boxPartition('WEBHOOK', '*'),
          ],
        },
      ],
      audit: { actions: ['Query', 'PutItem'], looksUp: [keys.watch('*', '*').pk] },
      stats: {
        actions: ['GetItem', 'BatchGetItem', 'Query'],
        partitions: [digestPartition, keys.anchor('*').pk],
      },
    },
    keys: { release: ['GetPublicKey'] },
    signsWebhooks: true,
  },
  // Cannot list what a case consists of: it knows the keys it needs.
  sweeper: {
    tables: {
      cases: { actions: ['GetItem', 'BatchGetItem', 'PutItem'], indexes: ['due'] },
      directory: { actions: ['GetItem', 'Query'], indexes: ['children'] },
    },
  },
  projector: {
    tables: {
      cases: { actions: ['Query'] },
      notices: { actions: ['GetItem', 'PutItem'] },
      // Who is subscribed: the revision, the webhooks of a unit, and its posts where one is for an agency alone.
      directory: [
        { actions: ['GetItem'], partitions: [keys.directoryRevision().pk] },
        { actions: ['Query'], partitions: [keys.webhook('@*').pk, keys.unit('*').pk] },
      ],
      stats: { actions: ['GetItem', 'PutItem'] },
    },
    enqueuesNotices: true,
  },
  notifier: {
    tables: {
      cases: { actions: ['GetItem', 'BatchGetItem'] },
      // When an office is open, whom a ladder tells, who is kept out, and which administrators are told of a webhook that stopped.
      directory: [
        { actions: ['GetItem'] },
        {
          actions: ['Query'],
          partitions: [keys.unit('*').pk, keys.calendarImport(0).pk, ladderPartition],
        },
      ],
      // What mail cannot bring is put on its other way.
      notices: { actions: ['GetItem', 'PutItem', 'UpdateItem'] },
    },
    signsWebhooks: true,
    sendsMail: true,
    links: 'SIGNS',
    sendsMessages: true,
    linksToCases: true,
  },
  // Projects again at night what the projector missed, and so may do what the projector may.
  jobs: {
    tables: {
      // Deadlines that follow a newer calendar are written as facts, like everything about a case.
      cases: { actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem'], indexes: ['worklist'] },
      // Of the directory it writes only that an address brings nothing.
      directory: [
        { actions: ['GetItem', 'Query'], indexes: ['children'] },
        { actions: ['PutItem'], partitions: [keys.unreachable('*').pk] },
      ],
      notices: {
        actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem'],
        indexes: ['attempts', 'inbox'],
      },
      stats: { actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem'] },
      // The list of destroyed keys, and no other part of the audit.
      audit: { actions: ['Query', 'PutItem'], partitions: [shredPartition] },
    },
    // Lets KMS wrap data keys anew and never has one in hand: it can open no paper.
    keys: { release: ['Sign'], sealing: ['ReEncryptFrom', 'ReEncryptTo'] },
    enqueuesNotices: true,
  },
  // Reads what is released, and of the directory only who is asking; it notes that an app is in use.
  statistics: {
    tables: {
      stats: { actions: ['GetItem', 'Query'], partitions: [`${releasePartition}*`] },
      directory: [
        { actions: ['GetItem'], partitions: [keys.app('*').pk, keys.officer('*').pk] },
        { actions: ['PutItem'], partitions: [keys.used('*').pk] },
      ],
    },
  },
  // Reads what is owed in a case and to whom it is shown; it can open no seal and write nothing.
  feeds: {
    tables: {
      cases: {
        actions: ['BatchGetItem', 'GetItem'],
        partitions: [keys.head('*').pk],
        indexes: ['worklist'],
      },
      directory: {
        actions: ['BatchGetItem', 'GetItem'],
        partitions: [
          keys.feedLink('*').pk,
          keys.unit('*').pk,
          keys.officer('*').pk,
          keys.app('*').pk,
        ],
      },
    },
    linksToCases: true,
  },
  // Writes one fact about a case and what was refused; of notices it looks at those whose link it is shown.
  links: {
    tables: {
      cases: {
        actions: ['GetItem', 'BatchGetItem', 'PutItem'],
        partitions: [keys.head('*').pk, keys.request('link', '*', '*').pk],
      },
      directory: [
        {
          actions: ['GetItem', 'Query'],
          partitions: [
            keys.unit('*').pk,
            keys.directoryRevision().pk,
            keys.calendarImport(0).pk,
            ladderPartition,
          ],
        },
      ],
      notices: { actions: ['GetItem'], partitions: [keys.delivery(anyMail).pk] },
      audit: {
        actions: ['PutItem'],
        partitions: [keys.read('*', '', '').pk, keys.refused('*', '', '').pk],
      },
    },
    links: 'READS',
  },
} as const satisfies Record<Door, Rights>;
