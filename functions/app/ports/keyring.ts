import type { IncidentHead, WrappedKeys } from './ledger.ts';

/** The wrapped keys of incidents, as the change of their master rewrites them. */
export type Keyring = {
  /** Writes other wrappings of the same keys, unless the incident has changed since it was read. */
  readonly rewrap: (before: IncidentHead, keys: WrappedKeys, master: string) => Promise<boolean>;
};

/** What wraps a data key of a subject under the newest master. */
export type Masters = {
  /** Names the newest master, and nothing of it. */
  readonly newest: string;
  /** Whether keys may still lie under others than the newest. */
  readonly hasFormer: boolean;
  /** The key under the newest master; nothing where its wrapping can stay. */
  readonly rewrap: (wrapped: Uint8Array, subject: string) => Promise<Uint8Array | undefined>;
};
