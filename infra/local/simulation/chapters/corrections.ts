import { plusDays } from '#domain/time.ts';
import { dateAt, day, inOffice, workingDaysAfter } from '../local-time.ts';
import { type CaseFile, type Chapter, does, wait, workerOf } from '../story.ts';
import { assigned } from './duty.ts';

/** Who the child is turns out to be otherwise: the sex, the age, or the day of birth is found. */
export function* childCorrection(file: CaseFile): Chapter {
  const chance = file.chance.of('child');
  if (!chance.happens(0.04)) return;
  yield* wait(inOffice(file.now + chance.between(0.1, 40) * day, chance));
  const { sex, age, name: fullName, receivedAt, commune } = file.happening;
  const known = { sex, fullName, estimatedAge: age };
  const bornOn = plusDays(dateAt(receivedAt), -Math.floor((age + chance.share()) * 365.25));
  const child = chance.pick([
    { ...known, sex: sex === 'MALE' ? 'FEMALE' : 'MALE' },
    { ...known, estimatedAge: age === 0 ? 1 : age - 1 },
    { sex, fullName, bornOn },
  ]);
  const expects = ['NOT_AVAILABLE'] as const;
  yield* does(workerOf(commune), 'correctChild', { child }, { expects });
}

/** Where the child lives was taken down wrongly, or turns out to be unknown: then the province decides. */
export function* residenceCorrection(file: CaseFile): Chapter {
  const { commune, neighbour } = file.happening;
  const chance = file.chance.of('residence');
  if (neighbour === undefined || !chance.happens(0.03)) return;
  yield* wait(workingDaysAfter(file.now, chance.between(0.1, 1)));
  const isUnknown = chance.happens(0.6);
  const residenceUnit = isUnknown ? null : neighbour.code;
  const expects = ['NOTHING_CHANGED'] as const;
  yield* does(workerOf(commune), 'correctResidence', { residenceUnit }, { expects });
  const another = file.residence.code === commune.code ? neighbour : commune;
  if (isUnknown) yield* assigned(file, another);
}
