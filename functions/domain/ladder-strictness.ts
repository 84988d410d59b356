import type { Role } from './directory.ts';
import { type Hold, type Ladder, type LadderSpan, type Rung, rungKinds, spanOf } from './ladder.ts';
import { isNeverLater } from './strictness.ts';

/** A telling of a default ladder that another ladder makes later or leaves out: its role, and the rung for it, if any. */
export type Missing = {
  readonly role: Role;
  readonly of: Rung;
  readonly instead: Rung | undefined;
};

/**
 * What of a ladder another one tells later than it does, or not at all, whatever the calendar is.
 *
 * Each role is told by as many rungs of each kind, and by each of them no later.
 *
 * @policy 0045
 */
export function laxities(ladder: Ladder, than: Ladder): readonly Missing[] {
  return rungKinds.flatMap((kind) =>
    rolesOf(than).flatMap((role) => {
      const here = tellings(ladder, kind, role);
      return tellings(than, kind, role).flatMap((of, at): readonly Missing[] => {
        const instead = here[at];
        const fits = instead !== undefined && isNoLater(instead, of);
        return fits ? [] : [{ role, of, instead }];
      });
    }),
  );
}

function rolesOf({ rungs }: Ladder): readonly Role[] {
  return [...new Set(rungs.flatMap(({ tell }) => tell))];
}

function tellings({ rungs }: Ladder, kind: Rung['kind'], role: Role): readonly Rung[] {
  return rungs.filter((rung) => rung.kind === kind && rung.tell.includes(role));
}

/** Whether one rung is never reached after another of its kind, on any way and any calendar. */
export function isNoLater({ at }: Rung, { at: than }: Rung): boolean {
  if ('share' in at && 'share' in than) return at.share <= than.share;
  if ('after' in at && 'after' in than) return isNoLonger(at.after, than.after);
  if ('before' in at && 'before' in than) return isNoLonger(than.before, at.before);
  return false;
}

/** Whether a span never ends after another one from the same start, as far as that is known beforehand. */
export function isNoLonger(span: LadderSpan, than: LadderSpan): boolean {
  return isNeverLater(spanOf(span), spanOf(than));
}

/** Whether an acknowledgement holds a ladder no longer than it holds another one. */
export function holdsNoLonger(hold: Hold, than: Hold): boolean {
  if (than.effect === 'STOPS') return true;
  return hold.effect === 'SLOWS' && isNoLonger(hold.by, than.by);
}

/** The roles a ladder is slower to tell of a breach that goes on than another one is. */
export function slowerFor(ladder: Ladder, than: Ladder): readonly Role[] {
  return rolesOf(than).filter((role) => {
    const [here] = tellings(ladder, 'ESCALATION', role);
    const [there] = tellings(than, 'ESCALATION', role);
    return here !== undefined && there !== undefined && !isNoLater(here, there);
  });
}
