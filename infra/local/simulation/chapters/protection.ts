import { day, hour, inOffice } from '../local-time.ts';
import { duly } from '../office.ts';
import {
  type CaseFile,
  type Chapter,
  chairOf,
  does,
  policeOf,
  type Seat,
  wait,
  workerOf,
} from '../story.ts';
import { isolation } from './isolation.ts';

/** Serious harm was found: a measure within twelve hours, perhaps isolation, and at last the all-clear. */
export function* protection(file: CaseFile): Chapter {
  file.protecting += 1;
  const { tie } = file.happening;
  const chance = file.chance.of('protection');
  const isAlone = tie === 'RELATIVE' && chance.happens(0.4);
  if (!isAlone) yield* measure(file);
  if (isAlone || chance.happens(tie === 'RELATIVE' ? 0.4 : 0.05)) yield* keptAway(file);
  if (chance.happens(0.6)) yield* allClear(file, false);
  file.protecting -= 1;
}

function* measure(file: CaseFile): Chapter {
  const { commune } = file.happening;
  const chance = file.chance.of('measure');
  const seats: readonly Seat[] = [chairOf(commune), policeOf(commune), workerOf(commune)];
  const first = chance.pick(['SAFE_SHELTER', 'ACT_STOPPED_BY_POLICE', 'MEDICAL_TREATMENT']);
  const measures = chance.happens(0.3) ? [first, 'EVIDENCE_KEPT'] : [first];
  yield* duly(file, {
    rule: 'D05',
    by: chance.pick(seats),
    name: 'applyEmergencyMeasure',
    input: () => ({ measures }),
    urgent: true,
    within: [0.05, 0.7],
  });
}

function* keptAway(file: CaseFile): Chapter {
  const ground = file.chance.of('ground').pick(['ABUSED_BY_CARER', 'RISK_OF_CONTINUED_ABUSE']);
  yield* isolation(file, { rule: 'D05', by: chairOf(file.happening.commune), ground });
}

function* allClear(file: CaseFile, raisedInError: boolean): Chapter {
  const chance = file.chance.of('all-clear');
  const waited = raisedInError ? chance.between(1, 6) * hour : chance.between(2, 10) * day;
  yield* wait(inOffice(file.now + waited, chance));
  yield* does(
    chairOf(file.happening.commune),
    'lowerEmergency',
    { raisedInError },
    { expects: ['NO_EMERGENCY', 'NOT_AVAILABLE'] },
  );
}

/** Where Form 02 found nothing serious, somebody may find it later, or think so. */
export function* suspicion(file: CaseFile): Chapter {
  const chance = file.chance.of(`suspicion ${file.round}`);
  if (!chance.happens(0.06)) return;
  yield* wait(file.now + chance.between(0.2, 25) * day);
  const ground = chance.pick(['THREATENED_SERIOUS_HARM', 'CARER_IS_HARM_SOURCE']);
  const answer = yield* does(
    policeOf(file.happening.commune),
    'raiseEmergency',
    { ground },
    { expects: ['NOT_AVAILABLE'] },
  );
  if (answer !== 'DONE') return;
  file.protecting += 1;
  if (chance.happens(0.25)) yield* allClear(file, true);
  else yield* measure(file);
  file.protecting -= 1;
}
