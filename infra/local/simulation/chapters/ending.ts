import { day } from '../local-time.ts';
import { duly } from '../office.ts';
import { type CaseFile, type Chapter, chairOf, type Part, wait, workerOf } from '../story.ts';
import { type ReopeningGround, reopening } from './verification.ts';

/**
 * The chair closes the case once the child is protected, and the dossier goes into the archive.
 *
 * Answers why the case is taken up again, if it is.
 */
export function* ending(file: CaseFile): Part<ReopeningGround | undefined> {
  yield* closing(file);
  const soon = { share: 0.012, days: [0.5, 6], grounds: ['CLOSED_IN_ERROR'] } as const;
  const recalled = yield* reopening(file, soon);
  if (recalled !== undefined) return recalled;
  yield* archiving(file);
  const grounds = ['NEW_INFORMATION', 'NEW_INFORMATION', 'CLOSED_IN_ERROR'] as const;
  return yield* reopening(file, { share: 0.02, days: [10, 90], grounds });
}

// What was ordered or raised after the chair sat down to it is seen to first.
const unprotected = ['ISOLATION_OPEN', 'EMERGENCY_MEASURE_MISSING'] as const;

function* closing(file: CaseFile): Chapter {
  for (;;) {
    while (file.protecting > 0) yield* wait(file.now + day);
    const by = chairOf(file.residence);
    const answer = yield* duly(file, { rule: 'P02', by, name: 'closeCase', expects: unprotected });
    if (answer === 'DONE') return;
    yield* wait(file.now + day);
  }
}

function* archiving(file: CaseFile): Chapter {
  const nationalRecord = `TE-GD-${String(file.happening.number).padStart(6, '0')}`;
  yield* duly(file, {
    rule: 'D12',
    by: workerOf(file.residence),
    name: 'archiveCase',
    input: () => ({ nationalRecord }),
    expects: [],
  });
}
