import type { Json } from '#domain/canonical.ts';
import type { Case } from '#domain/case/case.ts';
import type { Papers } from '#domain/case/command.ts';
import type { PaperKind } from '#domain/case/terms.ts';
import type { SealedPaper, WrappedKeys } from './ports/ledger.ts';
import type { Sealing } from './ports/world.ts';

/** The keys there are, and a fresh one for each of these that has none yet. */
export async function withNewKeys(
  keys: WrappedKeys,
  subjects: readonly string[],
  sealing: Sealing,
): Promise<WrappedKeys> {
  const lacking = subjects.filter((subject) => keys[subject] === undefined);
  const made = await Promise.all(
    lacking.map(async (subject) => [subject, await sealing.newKey(subject)] as const),
  );
  return { ...keys, ...Object.fromEntries(made) };
}

/** What papers are sealed for: a case, or an incident; and the version each kind now has. */
type Sealed = { readonly subject: string; readonly versions: Case['papers'] };

/** Seals papers under the key of what they belong to, each as the version the state now names. */
export async function sealAll(
  papers: Papers,
  { subject, versions }: Sealed,
  keys: WrappedKeys,
  sealing: Sealing,
): Promise<readonly SealedPaper[]> {
  const named = Object.entries(papers) as [PaperKind, Json][];
  const wrapped = keys[subject];
  if (named.length === 0) return [];
  if (wrapped === undefined) throw new Error('There is no key to seal under');
  return Promise.all(
    named.map(([kind, plain]) =>
      sealing.seal({ subject, wrapped, kind, version: versions[kind] ?? 1, plain }),
    ),
  );
}
