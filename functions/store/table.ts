/** One secondary index of a table: its name, its two key attributes and what it carries. */
export type IndexShape = {
  readonly name: string;
  readonly partition: string;
  readonly sort: string;
  /** Attributes carried beside the keys; none means keys only. */
  readonly carries: readonly string[];
};

/** One table: every table has the string keys `pk` and `sk`. */
export type TableShape = {
  readonly name: string;
  readonly indexes: readonly IndexShape[];
  /** `KEYS_ONLY` where a change feed leaves the table; no attribute but the keys ever enters it. */
  readonly stream?: 'KEYS_ONLY';
  /** Attribute holding an epoch second after which the item may be deleted; never used for correctness. */
  readonly expires?: string;
};

/**
 * The five tables, defined once for the stack, the local engine and the code.
 *
 * Separate tables buy separate rights, streams, retention and restore; a transaction may span them at no cost.
 */
export const tables = {
  cases: {
    name: 'cases',
    stream: 'KEYS_ONLY',
    expires: 'expiresOn',
    indexes: [
      { name: 'due', partition: 'duePk', sort: 'dueSk', carries: [] },
      { name: 'worklist', partition: 'listPk', sort: 'listSk', carries: ['listed'] },
    ],
  },
  audit: { name: 'audit', indexes: [] },
  directory: {
    name: 'directory',
    indexes: [{ name: 'children', partition: 'parentPk', sort: 'parentSk', carries: ['unit'] }],
  },
  notices: {
    name: 'notices',
    indexes: [
      { name: 'inbox', partition: 'inboxPk', sort: 'inboxSk', carries: [] },
      { name: 'attempts', partition: 'attemptPk', sort: 'attemptSk', carries: [] },
    ],
  },
  stats: { name: 'stats', indexes: [] },
} as const satisfies Record<string, TableShape>;

/** The stem of a table; the deployed name is this behind the stage prefix. */
export type TableName = keyof typeof tables;
