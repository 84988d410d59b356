import { type PlainDate, plainDate, plusDays } from '#domain/time.ts';
import type { Chance } from '../chance.ts';
import { at, dateAt, day, inOffice, openFrom, workingDaysAfter } from '../local-time.ts';
import { duly } from '../office.ts';
import {
  beside,
  type CaseFile,
  type Chapter,
  chairOf,
  does,
  type Item,
  type Part,
  type Seat,
  wait,
  workerOf,
} from '../story.ts';
import { care } from './care.ts';
import { refusal } from './refusal.ts';
import { extension, standstill } from './relief.ts';

/** Form 03: what the child needs, and whether a plan is needed. */
export function* needs(file: CaseFile): Part<boolean> {
  yield* standstill(file, 'D06');
  yield* extension(file, 'D06');
  const planNeeded = file.chance.of(`needs ${file.round}`).happens(0.88);
  yield* duly(file, {
    rule: 'D06',
    by: workerOf(file.residence),
    name: 'assessNeeds',
    input: () => ({ planNeeded }),
  });
  return planNeeded;
}

/** The meeting, the plan, what the chair says to it, and the decision on its way to all concerned. */
export function* plan(file: CaseFile, isFirst: boolean): Chapter {
  const chance = file.chance.of(`plan ${file.cycle}`);
  const { residence } = file;
  if (isFirst) {
    yield* wait(workingDaysAfter(file.now, chance.between(0.2, 2)));
    yield* does(workerOf(residence), 'recordMeeting', {});
  }
  yield* submission(file, chance.of('first'));
  if (chance.happens(0.12)) {
    yield* duly(file, { rule: 'D08', by: chairOf(residence), name: 'returnPlan' });
    yield* submission(file, chance.of('again'));
  }
  yield* duly(file, { rule: 'D08', by: chairOf(residence), name: 'approvePlan' });
  yield* beside(dispatch(file));
}

function* submission(file: CaseFile, chance: Chance): Chapter {
  yield* duly(file, {
    rule: 'D07',
    by: workerOf(file.residence),
    name: 'submitPlan',
    input: (now) => {
      file.items = drawnItems(now, chance);
      file.completed.clear();
      return { items: file.items };
    },
  });
}

function* dispatch(file: CaseFile): Chapter {
  const recipients = file.chance.of(`dispatch ${file.cycle}`).whole(2, 6);
  yield* duly(file, {
    rule: 'D09',
    by: workerOf(file.residence),
    name: 'sendDecision',
    input: () => ({ recipients }),
    expects: ['NOT_AVAILABLE'],
  });
}

const measures = ['MEDICAL_CARE', 'COUNSELLING', 'LEGAL_AID', 'SCHOOLING', 'SOCIAL_ASSISTANCE'];

function drawnItems(now: number, chance: Chance): readonly Item[] {
  return Array.from({ length: chance.whole(1, 4) }, (_, index) => {
    const starts = chance.whole(4, 12);
    return {
      id: `i${index + 1}`,
      measure: chance.pick(measures),
      startOn: plusDays(dateAt(now), starts),
      endOn: plusDays(dateAt(now), starts + chance.whole(7, 60)),
      costVnd: chance.whole(0, 40) * 100_000,
    };
  });
}

// The third plan is the last: a made-up year must end.
const mostCycles = 3;

/** Every service of the plan, what is changed about it on the way, and the review after its last day. */
export function* execution(file: CaseFile): Part<'CLOSE' | 'CONTINUE'> {
  const { cycle } = file;
  const chance = file.chance.of(`execution ${cycle}`);
  for (const { id } of file.items) yield* beside(service(file, id));
  if (chance.happens(0.15)) yield* beside(adjustment(file));
  if (chance.of('care').happens(0.08)) yield* beside(care(file));
  yield* beside(refusal(file));
  while (file.now < lastDayOf(file)) yield* wait(lastDayOf(file));
  yield* extension(file, 'D11');
  const goesOn = cycle < mostCycles && chance.happens(0.18);
  const outcome = goesOn ? 'CONTINUE' : 'CLOSE';
  yield* duly(file, {
    rule: 'D11',
    by: workerOf(file.residence),
    name: 'reviewPlan',
    input: () => ({ outcome, atRisk: goesOn, stable: !goesOn }),
  });
  file.cycle += 1;
  return outcome;
}

function lastDayOf({ items }: CaseFile): number {
  const last =
    items
      .map(({ endOn }) => endOn)
      .toSorted()
      .at(-1) ?? '';
  return at(plainDate(last), 15);
}

// What another officer did a moment before may have ended the plan or the service.
const overtaken = ['NOT_AVAILABLE', 'PLAN_ITEM_STATE', 'PLAN_ITEM_UNKNOWN'] as const;

function* service(file: CaseFile, id: string): Chapter {
  const { cycle } = file;
  const chance = file.chance.of(`service ${cycle} ${id}`);
  if (chance.happens(0.04)) return;
  const by = chance.happens(0.3) ? chairOf(file.residence) : workerOf(file.residence);
  // Services often begin on one morning, and two officers then write the same case at once.
  yield* wait(openFrom(at(dayOfItem(file, id, 'startOn'), chance.happens(0.5) ? 8 : 9)));
  if (file.cycle === cycle && chance.happens(0.7))
    yield* does(by, 'startPlanItem', { item: id }, { expects: overtaken });
  if (file.cycle === cycle) yield* completion(file, id, by);
}

function* completion(file: CaseFile, id: string, by: Seat): Chapter {
  const { cycle } = file;
  const chance = file.chance.of(`completion ${cycle} ${id}`);
  const late = chance.happens(0.08) ? chance.whole(1, 6) : -chance.whole(0, 10);
  yield* wait(inOffice(at(plusDays(dayOfItem(file, id, 'endOn'), late), 10), chance));
  if (file.cycle !== cycle) return;
  const answer = yield* does(by, 'completePlanItem', { item: id }, { expects: overtaken });
  if (answer === 'DONE') file.completed.add(id);
}

/** A day of a service as the plan has it now. */
function dayOfItem({ items }: CaseFile, id: string, which: 'startOn' | 'endOn'): PlainDate {
  const item = items.find((each) => each.id === id);
  if (item === undefined) throw new Error('A service is in no plan');
  return plainDate(item[which]);
}

/** The chair changes the plan: what is not done gets more time, and a service is added. */
function* adjustment(file: CaseFile): Chapter {
  const { cycle } = file;
  const chance = file.chance.of(`adjustment ${cycle}`);
  yield* wait(inOffice(file.now + chance.between(5, 25) * day, chance));
  if (file.cycle !== cycle) return;
  const longer = (item: Item): Item =>
    file.completed.has(item.id) ? item : { ...item, endOn: plusDays(plainDate(item.endOn), 14) };
  const added = { ...drawnItems(file.now, chance)[0], id: `i${file.items.length + 1}` } as Item;
  const items = [...file.items.map(longer), added];
  const expects = ['NOT_AVAILABLE', 'PLAN_ITEM_COMPLETED_CHANGED'] as const;
  const answer = yield* does(chairOf(file.residence), 'adjustPlan', { items }, { expects });
  if (answer !== 'DONE') return;
  file.items = items;
  yield* beside(service(file, added.id));
}
