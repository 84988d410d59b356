import { day, hour, inOffice } from '../local-time.ts';
import { type CaseFile, type Chapter, chairOf, does, type Part, wait, workerOf } from '../story.ts';
import { assessment } from './intake.ts';

/** A report taken down for the wrong commune goes on to the right one, day and night: the clocks run. */
export function* forwarding(file: CaseFile): Chapter {
  const { mistaken, commune } = file.happening;
  if (mistaken === undefined) return;
  yield* wait(file.now + file.chance.of('forwarding').between(0.2, 5) * hour);
  yield* does(workerOf(mistaken), 'forwardReport', { to: commune.code });
  file.residence = commune;
}

/** Whether there is something behind the report, which is known before Form 02 or only after it. */
export function* verification(file: CaseFile): Part<boolean> {
  const chance = file.chance.of('verification');
  const isDoubted = file.round === 1 && !file.happening.seriousHarm && chance.happens(0.06);
  const isSeenAtOnce = chance.happens(0.5);
  if (isDoubted && isSeenAtOnce && (yield* unfounded(file))) return false;
  yield* assessment(file);
  return !(isDoubted && !isSeenAtOnce && (yield* unfounded(file)));
}

// An emergency that the police raised meanwhile is looked into first.
const overtaken = ['EMERGENCY_OPEN', 'NOT_AVAILABLE'] as const;

function* unfounded(file: CaseFile): Part<boolean> {
  const chance = file.chance.of('unfounded');
  yield* wait(inOffice(file.now + chance.between(2, 10) * hour, chance));
  const ground = chance.weighted({ NOT_SUBSTANTIATED: 70, DUPLICATE_REPORT: 20, NOT_A_CHILD: 10 });
  const by = chairOf(file.happening.commune);
  const answer = yield* does(by, 'markUnfounded', { ground }, { expects: overtaken });
  return answer === 'DONE';
}

/** How often a case at its end is taken up again, and after how many days. */
export type Recall = {
  readonly share: number;
  readonly days: readonly [number, number];
  readonly grounds: readonly ReopeningGround[];
};

/** Why a case is taken up again. */
export type ReopeningGround = 'NEW_INFORMATION' | 'CLOSED_IN_ERROR';

/** Now and then a case at its end is taken up again; nothing when it is not. */
export function* reopening(file: CaseFile, recall: Recall): Part<ReopeningGround | undefined> {
  const chance = file.chance.of(`reopening ${file.round} ${recall.share}`);
  if (!chance.happens(recall.share)) return undefined;
  yield* wait(inOffice(file.now + chance.between(...recall.days) * day, chance));
  const ground = chance.pick(recall.grounds);
  yield* does(chairOf(file.happening.commune), 'reopenCase', { ground });
  file.round += 1;
  file.cycle += 1;
  return ground;
}
