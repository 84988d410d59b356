import type { Bilingual } from '../bilingual.ts';
import type { Span } from '../deadline.ts';
import { reliefWords, triggerWords } from '../deadline-words.ts';
import { account } from '../explanation.ts';
import type { Limit } from '../procedure.ts';
import type { Case, Deadline } from './case.ts';
import { beginningOf } from './openings.ts';
import { countDuty, type Law } from './planning.ts';

/** Why an open deadline ends when it does, as a paragraph an official can check and print. */
export function accountOf(open: Deadline, limit: Limit, state: Case, law: Law): Bilingual {
  const { count, pauses, extensions } = open;
  const begun = beginningOf(open, limit, state);
  return account({
    title: limit.title,
    basis: limit,
    trigger: triggerWords[begun.by],
    from: begun.at,
    // A count the record gives is in the unit of the limit.
    span: (count === null ? limit.within : { ...limit.within, count }) as Span,
    counted: countDuty(limit, open, state, law),
    pauses: pauses.map((each) => ({ ...each, ground: reliefWords[each.ground] })),
    extensions: extensions.map(({ extra, ground }) => ({
      units: extra,
      ground: reliefWords[ground],
    })),
    calendar: law.calendar.revision,
  });
}
