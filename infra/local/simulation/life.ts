import { assignment, handover, notes } from './chapters/duty.ts';
import { ending } from './chapters/ending.ts';
import { assessment, intake } from './chapters/intake.ts';
import { execution, needs, plan } from './chapters/plan.ts';
import { beside, type CaseFile, type Chapter } from './story.ts';

/** A case from its report to the archive; what runs beside the six steps is begun where it can begin. */
export function* life(file: CaseFile): Chapter {
  yield* intake(file);
  yield* beside(notes(file));
  yield* assessment(file);
  yield* beside(assignment(file));
  yield* handover(file);
  if (yield* needs(file)) yield* cycles(file);
  yield* ending(file);
}

function* cycles(file: CaseFile): Chapter {
  do yield* plan(file);
  while ((yield* execution(file)) === 'CONTINUE');
}
