import type { Calendar } from './calendar.ts';
import { count } from './deadline.ts';
import { type Limit, limitOf, type Procedure } from './procedure.ts';
import { fromEpoch, type Instant, plainDate, plusHours, startOfDay, toEpoch } from './time.ts';

/** How a local limit stands to what the statute has; `BEYOND` where that has no such limit. */
export type Verdict = 'STRICTER' | 'SAME' | 'LOOSER' | 'BEYOND';

/** A local limit held against the statute, both counted from the same instants. */
export type Strictness = {
  readonly limit: Limit;
  /** The limits of the statute it stands beside, one after another. */
  readonly beside: readonly Limit[];
  readonly verdict: Verdict;
  /** From how many of the starts it ends earlier, and from how many later. */
  readonly earlier: number;
  readonly later: number;
  readonly starts: number;
};

/**
 * How each limit of a local procedure stands to the statute it lies over.
 *
 * It judges and never rejects, because the limit of the statute runs beside it whatever this says. One later end is
 * enough for `LOOSER`: a text that is stricter by day and looser by night does not keep the law by night. The starts
 * are taken as one for both, even where the local procedure starts its clock with another fact.
 *
 * @policy 0026
 */
export function strictnessOf(
  overlay: Procedure,
  statute: Procedure,
  days: Calendar,
  starts: readonly Instant[],
): readonly Strictness[] {
  return overlay.limits.map((limit) => {
    const beside = (limit.beside ?? [limit.id]).flatMap((rule) => limitOf(statute, rule) ?? []);
    const ends = starts.map((from) => [endOf([limit], from, days), endOf(beside, from, days)]);
    const known = ends.filter((each): each is [Instant, Instant] => !each.includes(undefined));
    const earlier = known.filter(([local, other]) => local < other).length;
    const later = known.filter(([local, other]) => local > other).length;
    const verdict = beside.length === 0 ? 'BEYOND' : verdictOf(earlier, later);
    return { limit, beside, verdict, earlier, later, starts: known.length };
  });
}

function verdictOf(earlier: number, later: number): Verdict {
  if (later > 0) return 'LOOSER';
  return earlier > 0 ? 'STRICTER' : 'SAME';
}

/** Where limits end that follow one another, each begun in the last instant in which the one before is in time. */
function endOf(limits: readonly Limit[], from: Instant, days: Calendar): Instant | undefined {
  let end: Instant | undefined;
  for (const { within } of limits) {
    const start = end === undefined ? from : fromEpoch(toEpoch(end) - 1);
    const counted = count(within, start, days);
    if (counted.status === 'UNPLANNED') return undefined;
    end = counted.dueAt;
  }
  return end;
}

/** Instants all through a year, at every hour of every day of the week: eleven hours apart. */
export function startsIn(year: number): readonly Instant[] {
  const first = startOfDay(plainDate(`${year}-01-01`));
  return Array.from({ length: Math.floor((365 * 24) / 11) }, (_, at) => plusHours(first, 11 * at));
}
