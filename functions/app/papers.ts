import type { Json } from '#domain/canonical.ts';
import type { Case } from '#domain/case/case.ts';
import type { Command, Papers } from '#domain/case/command.ts';
import type { PaperKind } from '#domain/case/terms.ts';
import type { Loaded, SealedPaper } from './ports/ledger.ts';
import type { Sealing } from './ports/world.ts';

/** The wrapped keys a commit seals under; `fresh` ones are written with it. */
export type Keys = {
  readonly ofCase: Uint8Array | undefined;
  readonly ofIncident: Uint8Array | undefined;
  readonly fresh?: { readonly ofCase: Uint8Array; readonly ofIncident: Uint8Array };
};

/** The keys of a case, made with its first commit. */
export async function keysFor(loaded: Loaded, after: Case, sealing: Sealing): Promise<Keys> {
  if (loaded.head) return { ofCase: loaded.wrappedKey, ofIncident: undefined };
  const [ofCase, ofIncident] = await Promise.all([
    sealing.newKey(after.id),
    sealing.newKey(after.incident),
  ]);
  return { ofCase, ofIncident, fresh: { ofCase, ofIncident } };
}

/** Seals the papers of a command, each as the version the state now names. */
export async function sealAll(
  command: Command,
  after: Case,
  keys: Keys,
  sealing: Sealing,
): Promise<readonly SealedPaper[]> {
  const papers: Papers = 'papers' in command ? command.papers : {};
  const named = Object.entries(papers) as [PaperKind, Json][];
  return Promise.all(
    named.map(([kind, plain]) => {
      const under = underKey(kind, after, keys);
      return sealing.seal({ ...under, kind, version: after.papers[kind] ?? 1, plain });
    }),
  );
}

/** Perpetrators belong to the incident and are sealed under its key; all else under that of the case. */
function underKey(kind: PaperKind, after: Case, keys: Keys) {
  const ofIncident = kind === 'PERPETRATOR';
  const wrapped = ofIncident ? keys.ofIncident : keys.ofCase;
  if (wrapped === undefined) throw new Error('The key of the case is missing');
  return { subject: ofIncident ? after.incident : after.id, wrapped };
}
