import { day, inOffice, workingDaysAfter } from '../local-time.ts';
import {
  type CaseFile,
  type Chapter,
  chairOf,
  documentOf,
  does,
  type Part,
  wait,
} from '../story.ts';

// The end may come, or the duty be done, before the chair gets to it.
const overtaken = [
  'DEADLINE_PAST',
  'DEADLINE_UNKNOWN',
  'DEADLINE_PAUSED',
  'PAUSE_WITHOUT_EFFECT',
  'NOT_AVAILABLE',
] as const;

/** The clock of a duty stands still while the child is away; somebody sets it going again, or nobody does. */
export function* standstill(file: CaseFile, rule: 'D06'): Chapter {
  const chance = file.chance.of(`standstill ${rule} ${file.round}`);
  if (!chance.happens(0.05)) return;
  yield* wait(workingDaysAfter(file.now, chance.between(0.2, 2)));
  const deadline = openDeadline(file, rule);
  if (deadline === undefined) return;
  const days = chance.whole(3, 14);
  const ground = chance.pick(['CHILD_IN_TREATMENT', 'CHILD_ABSENT']);
  const input = { deadline, days, ground, document: documentOf(file) };
  if (!(yield* granted(file, 'pauseDeadline', input))) return;
  if (chance.happens(0.4)) return;
  yield* wait(inOffice(file.now + chance.between(0.3, 0.9) * days * day, chance));
  const expects = ['DEADLINE_UNKNOWN', 'DEADLINE_NOT_PAUSED'] as const;
  yield* does(chairOf(file.residence), 'resumeDeadline', { deadline }, { expects });
}

/** A complex case is given some working days more. */
export function* extension(file: CaseFile, rule: 'D06' | 'D11'): Chapter {
  const chance = file.chance.of(`extension ${rule} ${file.cycle}`);
  if (!chance.happens(0.03)) return;
  yield* wait(workingDaysAfter(file.now, chance.between(0.2, 2)));
  const deadline = openDeadline(file, rule);
  if (deadline === undefined) return;
  const ground = chance.pick(['COMPLEX_CASE', 'AWAITING_AUTHORITY']);
  const input = { deadline, extra: chance.whole(1, 5), ground, document: documentOf(file) };
  yield* granted(file, 'extendDeadline', input);
}

function openDeadline({ seen }: CaseFile, wanted: string): string | undefined {
  return seen?.deadlines.find(({ rule }) => rule === wanted)?.id;
}

function* granted(file: CaseFile, name: string, input: object): Part<boolean> {
  const answer = yield* does(chairOf(file.residence), name, input, { expects: overtaken });
  return answer === 'DONE';
}
