import type { Case } from './case.ts';
import type { Papers } from './command.ts';
import { type PaperRef, paperKinds } from './terms.ts';

/** The references under which the papers of a command are filed: each a new version of its kind. */
export function paperRefs(state: Case | undefined, papers: Papers): readonly PaperRef[] {
  return paperKinds
    .filter((kind) => papers[kind] !== undefined)
    .map((kind) => ({ kind, version: (state?.papers[kind] ?? 0) + 1 }));
}
