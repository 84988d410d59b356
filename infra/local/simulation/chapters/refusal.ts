import { day, inOffice } from '../local-time.ts';
import { duly } from '../office.ts';
import {
  type CaseFile,
  type Chapter,
  chairOf,
  documentOf,
  does,
  wait,
  workerOf,
} from '../story.ts';
import { isolation } from './isolation.ts';

/** The family will not have the plan: the chair answers by isolation, or asks the court. */
export function* refusal(file: CaseFile): Chapter {
  const { cycle } = file;
  const chance = file.chance.of(`refusal ${cycle}`);
  if (!chance.happens(0.04)) return;
  yield* wait(inOffice(file.now + chance.between(1, 10) * day, chance));
  if (file.cycle !== cycle) return;
  const refuser = { by: chance.pick(['PARENTS', 'PARENTS', 'CARERS']) };
  const worker = workerOf(file.residence);
  const expects = ['NOT_AVAILABLE'] as const;
  const answer = yield* does(worker, 'recordPlanRefusal', refuser, { expects });
  if (answer !== 'DONE') return;
  file.protecting += 1;
  yield* answered(file, chance.happens(0.5));
  file.protecting -= 1;
}

function* answered(file: CaseFile, byIsolation: boolean): Chapter {
  const by = chairOf(file.residence);
  const ground = 'CARER_REFUSES_PLAN';
  if (byIsolation && (yield* isolation(file, { rule: 'P05', by, ground }))) return;
  yield* duly(file, {
    rule: 'P05',
    by,
    name: 'requestCourt',
    input: () => ({ document: documentOf(file) }),
    expects: ['NOT_AVAILABLE'],
  });
}
