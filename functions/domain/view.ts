import type { Case } from './case/case.ts';
import { partsOfChild } from './case/subject-terms.ts';
import { lentTo, partsLent } from './glass.ts';
import { type Actor, type FieldClass, sight } from './permission.ts';
import type { Instant } from './time.ts';

declare const viewed: unique symbol;

/** A case as one actor may see it; only {@link view} makes one, so nothing unseen can be returned. */
export type CaseView = {
  readonly [viewed]: true;
  readonly state: Case;
  readonly sees: ReadonlySet<FieldClass>;
  /** The case as it stands, where `state` is how it once was. */
  readonly present?: Case;
  /** The request it is shown for, where it is the case as the child is given it. */
  readonly subjectRequest?: string;
  /** What of that is seen by an access in an emergency alone, and which one. */
  readonly lent: { readonly glass: string; readonly parts: ReadonlySet<FieldClass> } | undefined;
};

/** The case as the actor may see it, if at all; what is lent in an emergency only at an instant, to compare with. */
export function view(actor: Actor, state: Case, now?: Instant): CaseView | undefined {
  const own = sight(actor, state);
  const glass = now && lentTo(actor, state, now);
  const parts: ReadonlySet<FieldClass> = new Set(
    glass && partsLent.filter((part) => !own.has(part)),
  );
  const sees: ReadonlySet<FieldClass> = new Set([...own, ...parts]);
  if (!sees.has('STATUS')) return undefined;
  return { state, sees, lent: glass && { glass: glass.id, parts } } as CaseView;
}

/** The same case as it once was: shown to whoever sees it now, and no part of it that they do not see now. */
export function viewAsOf({ state, present = state, sees, lent }: CaseView, then: Case): CaseView {
  return { state: then, present, sees, lent } as CaseView;
}

/** The same case as it is given to whoever asked for the child: nothing that is not seen already, and less. */
export function viewForChild({ state, sees }: CaseView, subjectRequest: string): CaseView {
  const own = new Set(partsOfChild.filter((part) => sees.has(part)));
  return { state, sees: own, subjectRequest, lent: undefined } as Partial<CaseView> as CaseView;
}
