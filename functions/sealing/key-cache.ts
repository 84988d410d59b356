type Kept = { readonly since: number; readonly key: Promise<Uint8Array> };

/** How long and how many plaintext keys may stay in memory. */
export const keyLifetime = 5 * 60_000;
export const keysKept = 1_000;

/** Plaintext keys by name; the one unused longest leaves first, and none outlives its lifetime. */
export function keyCache(now: () => number) {
  const kept = new Map<string, Kept>();
  const isFresh = ({ since }: Kept): boolean => {
    const age = now() - since;
    // A clock that went back must not lengthen a lifetime.
    return age >= 0 && age < keyLifetime;
  };

  function makeRoom(): void {
    for (const [name, held] of kept) if (!isFresh(held)) kept.delete(name);
    const oldest = kept.keys().next();
    if (kept.size >= keysKept && !oldest.done) kept.delete(oldest.value);
  }

  function fetched(name: string, load: () => Promise<Uint8Array>): Kept {
    makeRoom();
    const entry = { since: now(), key: load() };
    entry.key.catch(() => {
      // The next caller asks again; the one who asked now sees the failure itself.
      if (kept.get(name) === entry) kept.delete(name);
    });
    return entry;
  }

  /** The kept key, or the one `load` fetches; callers that ask at once share one fetch. */
  function get(name: string, load: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const held = kept.get(name);
    kept.delete(name);
    const entry = held && isFresh(held) ? held : fetched(name, load);
    kept.set(name, entry);
    return entry.key;
  }

  return { get };
}
