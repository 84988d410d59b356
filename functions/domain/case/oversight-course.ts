import type { Case } from './case.ts';
import type { FactOf } from './event.ts';

/** The case with one more exclusion; a worker who is kept out follows it no more. */
export function declared(state: Case, { exclusion }: FactOf<'ConflictDeclared'>): Case {
  const out = [exclusion.post, ...exclusion.held.map(({ id }) => id)];
  const workers = Object.entries(state.workers).filter(([, post]) => !out.includes(post));
  return {
    ...state,
    workers: Object.fromEntries(workers),
    exclusions: [...(state.exclusions ?? []), exclusion],
  };
}

/** The case without an exclusion. */
export function lifted(state: Case, { exclusion }: FactOf<'ConflictLifted'>): Case {
  const exclusions = state.exclusions?.filter(({ id }) => id !== exclusion);
  return { ...state, exclusions: exclusions ?? [] };
}

/** The case after an access was judged: one that was not justified ends at once, one that is over is only history. */
export function judged(state: Case, { glass, outcome, about }: FactOf<'GlassReviewed'>): Case {
  const glasses = (state.glasses ?? []).flatMap((each) => {
    if (each.id !== glass) return [each];
    return outcome === 'JUSTIFIED' && about < each.until ? [{ ...each, reviewed: true }] : [];
  });
  return { ...state, glasses };
}
