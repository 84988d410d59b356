import type { Chance } from '../chance.ts';
import { day, inOffice } from '../local-time.ts';
import { duly } from '../office.ts';
import {
  beside,
  type CaseFile,
  type Chapter,
  documentOf,
  does,
  type Part,
  type Seat,
  wait,
} from '../story.ts';
import { care } from './care.ts';

/** What an isolation answers, by whose order, and why. */
export type Order = {
  readonly rule: 'D05' | 'P05';
  readonly by: Seat;
  readonly ground: string;
};

const mostDays = 15;
// All orders together have fifteen days, and another may be in force.
const refused = ['ISOLATION_OPEN', 'ISOLATION_CAP_EXCEEDED', 'PLAN_REFUSAL_MISSING'] as const;

/** The child is kept from those who harm it: some days, perhaps some more, and then an assessment. */
export function* isolation(file: CaseFile, { rule, by, ground }: Order): Part<boolean> {
  const chance = file.chance.of(rule === 'D05' ? 'isolation' : `isolation ${file.cycle}`);
  const days = chance.whole(2, 8);
  const ordered = yield* duly(file, {
    rule,
    by,
    name: 'orderIsolation',
    input: () => ({ ground, days }),
    urgent: rule === 'D05',
    expects: [...refused, 'NOT_AVAILABLE'],
  });
  if (ordered !== 'DONE') return false;
  if (chance.happens(0.1)) yield* beforeTheCourt(file, by, chance);
  else yield* someDays(file, { by, days, chance });
  return true;
}

type Running = { readonly by: Seat; readonly days: number; readonly chance: Chance };

function* someDays(file: CaseFile, { by, days, chance }: Running): Chapter {
  if (chance.happens(0.35)) {
    yield* wait(inOffice(file.now + (days - 1.5) * day, chance));
    const more = { days: chance.whole(1, mostDays - days) };
    const expects = ['ISOLATION_LAPSED', 'ISOLATION_CAP_EXCEEDED'] as const;
    yield* does(by, 'extendIsolation', more, { expects });
  }
  const outcome = chance.weighted({ RETURNED_HOME: 60, ALTERNATIVE_CARE: 25, COURT_REQUESTED: 15 });
  yield* ended(file, { rule: 'D14', by, outcome });
}

/** The court is asked to let it go on, and asked after until it has spoken. */
function* beforeTheCourt(file: CaseFile, by: Seat, chance: Chance): Chapter {
  yield* wait(inOffice(file.now + chance.between(0.5, 1.5) * day, chance));
  yield* does(by, 'requestCourt', { document: documentOf(file) });
  const outcome = chance.pick(['COURT_REQUESTED', 'ALTERNATIVE_CARE', 'RETURNED_HOME']);
  yield* ended(file, { rule: 'P04', by, outcome });
}

type End = { readonly rule: 'D14' | 'P04'; readonly by: Seat; readonly outcome: string };

function* ended(file: CaseFile, { rule, by, outcome }: End): Chapter {
  const input = () => ({ outcome });
  yield* duly(file, { rule, by, name: 'endIsolation', input, within: [0.6, 0.95] });
  if (outcome === 'ALTERNATIVE_CARE') yield* beside(care(file));
}
