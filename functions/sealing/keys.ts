/** What a wrapped key is bound to; it opens under an equal context only. */
export type KeyContext = Readonly<Record<string, string>>;

/** Whoever holds the master key. `unwrap` throws `SealBroken` for a foreign context. */
export type KeyWrapper = {
  readonly unwrap: (wrapped: Uint8Array, context: KeyContext) => Promise<Uint8Array>;
  readonly generate: (context: KeyContext) => Promise<DataKey>;
};

/** Whoever knows more than one master key: the newest seals, and those before it still open. */
export type Rewrapper = {
  /** Names the newest master, and nothing of it. */
  readonly newest: string;
  /** Whether others than the newest are known. */
  readonly hasFormer: boolean;
  /**
   * The same key under the newest master; nothing where its wrapping can stay. Throws `SealBroken` for a
   * foreign context, and where no master that is known opens it.
   */
  readonly rewrap: (wrapped: Uint8Array, context: KeyContext) => Promise<Uint8Array | undefined>;
};

/** A fresh 256-bit key beside the form in which it may be stored. */
export type DataKey = { readonly plain: Uint8Array; readonly wrapped: Uint8Array };

/** Chance as a port: that many unpredictable bytes. */
export type Random = (bytes: number) => Uint8Array;

/** Something sealed was changed, moved or met a foreign key; says nothing of the content. */
export type SealBroken = Error & { readonly name: 'SealBroken' };

export const sealBroken = (): SealBroken =>
  Object.assign(new Error('the seal does not open'), { name: 'SealBroken' as const });

/** Recognised by name, because a bundler may carry this module twice. */
export const isSealBroken = (error: unknown): error is SealBroken =>
  error instanceof Error && error.name === 'SealBroken';
