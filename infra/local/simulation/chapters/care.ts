import type { RuleId } from '#domain/procedure.ts';
import { day, inOffice } from '../local-time.ts';
import { duly } from '../office.ts';
import {
  beside,
  type CaseFile,
  type Chapter,
  chairOf,
  does,
  type Seat,
  wait,
  workerOf,
} from '../story.ts';
import type { Commune } from '../territory.ts';

const forms = { RELATIVE: 45, NON_RELATIVE: 15, FACILITY: 35, ADOPTION: 5 };

/** The child goes to another carer, here or in another commune, which sees after it from then on. */
export function* care(file: CaseFile): Chapter {
  const { neighbour, commune } = file.happening;
  const chance = file.chance.of(`care ${file.comings.get('care') ?? 0}`);
  file.comings.set('care', (file.comings.get('care') ?? 0) + 1);
  yield* wait(inOffice(file.now + chance.between(0.2, 6) * day, chance));
  const carers = chance.happens(0.5) ? (neighbour ?? commune) : file.residence;
  const input = { form: chance.weighted(forms), unit: carers.code };
  const expects = ['NOT_AVAILABLE', 'CARE_OPEN'] as const;
  const answer = yield* does(chairOf(commune), 'placeInCare', input, { expects });
  if (answer !== 'DONE') return;
  file.placements += 1;
  const placement = `care${file.placements}`;
  yield* beside(followUps(file, 'D15', workerOf(carers), placement));
  yield* beside(followUps(file, 'D16', workerOf(carers), placement));
  yield* beside(followUps(file, 'D17', chairOf(carers), placement));
  if (chance.happens(0.4)) yield* beside(homecoming(file, carers, placement));
}

// With the end of the placement the case is out of the carer's commune's sight, unless it is theirs otherwise.
const over = ['CARE_ENDED', 'FOLLOW_UP_NOT_DUE', 'NOT_FOUND', 'NOT_ALLOWED'] as const;

// One follow-up after the other, whatever becomes of the case, until the placement ends.
function* followUps(file: CaseFile, rule: RuleId, by: Seat, placement: string): Chapter {
  for (;;) {
    const answer = yield* duly(file, {
      rule,
      by,
      name: 'recordFollowUp',
      input: () => ({ care: placement, followUp: rule }),
      within: [0.6, 0.98],
      expects: over,
    });
    if (answer !== 'DONE') return;
  }
}

function* homecoming(file: CaseFile, carers: Commune, placement: string): Chapter {
  const chance = file.chance.of(`homecoming ${placement}`);
  yield* wait(inOffice(file.now + chance.between(20, 240) * day, chance));
  const outcome = chance.weighted({ RETURNED_HOME: 80, OTHER_CARE: 15, ADOPTED: 5 });
  yield* does(chairOf(carers), 'endCare', { care: placement, outcome });
}
