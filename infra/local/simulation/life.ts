import { childCorrection, residenceCorrection } from './chapters/corrections.ts';
import { assignment, handover, notes } from './chapters/duty.ts';
import { ending } from './chapters/ending.ts';
import { intake } from './chapters/intake.ts';
import { execution, needs, plan } from './chapters/plan.ts';
import { furtherReport, receiptCorrection } from './chapters/reports.ts';
import {
  forwarding,
  type ReopeningGround,
  reopening,
  verification,
} from './chapters/verification.ts';
import { hour } from './local-time.ts';
import { beside, type CaseFile, type Chapter, type Part, siblingFiles, wait } from './story.ts';

/** A case from its report to the archive; what runs beside the six steps is begun where it can begin. */
export function* life(file: CaseFile): Chapter {
  yield* intake(file);
  for (const sibling of siblingFiles(file)) yield* beside(ownLife(sibling), sibling);
  yield* beside(afterwards(file));
  yield* ownLife(file);
}

/** What is said about the whole incident, on the case of its first child. */
function* afterwards(file: CaseFile): Chapter {
  // Until it is forwarded those who know better do not know of it.
  while (file.happening.mistaken === file.residence) yield* wait(file.now + hour);
  for (const chapter of [furtherReport, receiptCorrection]) yield* beside(chapter(file));
}

/** The case of one child from the report on. */
function* ownLife(file: CaseFile): Chapter {
  yield* forwarding(file);
  for (const chapter of [notes, childCorrection]) yield* beside(chapter(file));
  let ground: ReopeningGround | undefined = 'NEW_INFORMATION';
  while (ground !== undefined) ground = yield* round(file, ground);
}

/** One way through the steps; answers why the case is taken up again at its end, if it is. */
function* round(file: CaseFile, ground: ReopeningGround): Part<ReopeningGround | undefined> {
  const isFounded = ground === 'CLOSED_IN_ERROR' || (yield* verification(file));
  if (!isFounded)
    return yield* reopening(file, { share: 0.33, days: [10, 60], grounds: ['NEW_INFORMATION'] });
  if (file.round === 1) yield* placing(file);
  if (yield* needs(file)) yield* cycles(file);
  return yield* ending(file);
}

function* placing(file: CaseFile): Chapter {
  yield* beside(assignment(file));
  yield* handover(file);
  yield* residenceCorrection(file);
}

function* cycles(file: CaseFile): Chapter {
  yield* plan(file, true);
  while ((yield* execution(file)) === 'CONTINUE') yield* plan(file, false);
}
