import { day } from '../local-time.ts';
import { duly } from '../office.ts';
import { type CaseFile, type Chapter, chairOf, wait, workerOf } from '../story.ts';

/** The chair closes the case once the child is protected, and the dossier goes into the archive. */
export function* ending(file: CaseFile): Chapter {
  while (file.protecting > 0) yield* wait(file.now + day);
  yield* duly(file, { rule: 'P02', by: chairOf(file.residence), name: 'closeCase' });
  const nationalRecord = `TE-GD-${String(file.happening.number).padStart(6, '0')}`;
  yield* duly(file, {
    rule: 'D12',
    by: workerOf(file.residence),
    name: 'archiveCase',
    input: () => ({ nationalRecord }),
    expects: [],
  });
}
