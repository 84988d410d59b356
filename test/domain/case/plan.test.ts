import { describe, expect, it } from 'vitest';
import { act, item, vn } from '../../support/builders.ts';
import {
  caseAt,
  due,
  endings,
  factsOf,
  further,
  given,
  lastFacts,
  only,
  open,
  openRules,
  outcome,
  type Story,
} from '../../support/given.ts';

// Thursday 5 March 2026, a plain week before and after.
const needsKnown = further(given('2026-03-02 08:00'), [
  ['2026-03-02 10:00', act('assessInitially')],
  ['2026-03-05 16:00', act('assessNeeds')],
]);
const met = further(needsKnown, [['2026-03-06 09:00', act('recordMeeting')]]);
const items = [item('i1', '2026-04-10'), item('i2', '2026-04-17')];
const submitted = further(met, [['2026-03-09 09:00', act('submitPlan', { items })]]);
const approved = further(submitted, [['2026-03-11 15:00', act('approvePlan')]]);

const itemDeadlines = ({ state }: Story) =>
  state.deadlines
    .filter(({ rule }) => rule === 'D10')
    .map(({ subject, dueAt, planRevision }) => [subject, dueAt, planRevision]);

describe('a plan submitted', () => {
  it('meets its five working days and starts the two of the chair', () => {
    expect(open(needsKnown, 'D07')?.dueAt).toBe(vn('2026-03-13 00:00'));
    expect(endings(lastFacts(submitted), 'D07')).toEqual(['MET']);
    expect(open(submitted, 'D08')?.dueAt).toBe(vn('2026-03-12 00:00'));
    expect(submitted.state).toMatchObject({ step: 'PLAN_APPROVAL', plan: { revision: 1 } });
  });

  it('needs the minutes of the meeting', () => {
    expect(outcome(needsKnown, ['2026-03-06 09:00', act('submitPlan')])).toBe('MEETING_MISSING');
  });

  it('needs no minutes in an emergency', () => {
    const urgent = further(needsKnown, [['2026-03-05 17:00', act('raiseEmergency')]]);
    expect(outcome(urgent, ['2026-03-06 09:00', act('submitPlan')])).toBe('DONE');
  });

  it.each([
    ['no items', []],
    ['one id twice', [item('i1', '2026-04-10'), item('i1', '2026-04-11')]],
    ['an end before its start', [item('i1', '2026-04-10', '2026-04-11')]],
  ])('is refused with %s', (_, wrong) => {
    const plan = act('submitPlan', { items: wrong });
    expect(outcome(met, ['2026-03-09 09:00', plan])).toBe('PLAN_ITEMS_INVALID');
  });

  it('may have a service that begins and ends on one day', () => {
    const plan = act('submitPlan', { items: [item('i1', '2026-04-10', '2026-04-10')] });
    expect(outcome(met, ['2026-03-09 09:00', plan])).toBe('DONE');
  });
});

describe('a plan returned', () => {
  const returned = further(submitted, [['2026-03-11 10:00', act('returnPlan')]]);

  it('is an answer in time, and gives five working days from the return', () => {
    expect(endings(lastFacts(returned), 'D08')).toEqual(['MET']);
    expect(open(returned, 'D07')?.dueAt).toBe(vn('2026-03-19 00:00'));
    expect(returned.state.step).toBe('PLAN_DRAFTING');
  });

  it('comes back as the next revision', () => {
    const again = further(returned, [['2026-03-12 10:00', act('submitPlan', { items })]]);
    expect(again.state.plan?.revision).toBe(2);
    expect(open(again, 'D08')?.planRevision).toBe(2);
  });
});

describe('a plan approved', () => {
  it('is to be sent, carried out service by service, and reviewed', () => {
    expect(endings(lastFacts(approved), 'D08')).toEqual(['MET']);
    expect(openRules(approved)).toEqual(['D09', 'D10', 'D10', 'D11']);
    expect(open(approved, 'D09')?.dueAt).toBe(vn('2026-03-13 00:00'));
    expect(itemDeadlines(approved)).toEqual([
      ['i1', vn('2026-04-11 00:00'), 1],
      ['i2', vn('2026-04-18 00:00'), 1],
    ]);
  });

  it('is reviewed within five working days of its last day', () => {
    // From Friday 17 April: Monday to Friday, for the kings' day in lieu is the Monday after.
    expect(open(approved, 'D11')?.dueAt).toBe(vn('2026-04-25 00:00'));
  });

  it('on the day its two working days are over is late', () => {
    const late = further(submitted, [['2026-03-12 00:00', act('approvePlan')]]);
    expect(endings(lastFacts(late), 'D08')).toEqual(['MET_LATE']);
  });

  it('is sent once decided', () => {
    const sent = further(approved, [['2026-03-12 09:00', act('sendDecision')]]);
    expect(endings(lastFacts(sent), 'D09')).toEqual(['MET']);
    expect(only(lastFacts(sent), 'DecisionSent')[0]?.recipients).toBe(3);
  });
});

describe('a service of the plan', () => {
  const started = further(approved, [
    ['2026-03-12 09:00', act('startPlanItem', { item: 'i1' })],
    ['2026-04-09 09:00', act('completePlanItem', { item: 'i1' })],
  ]);

  it('is started and completed, and its own duty alone is met', () => {
    expect(started.state.plan).toMatchObject({ started: ['i1'], completed: ['i1'] });
    expect(endings(factsOf(started), 'D10')).toEqual(['MET']);
    expect(itemDeadlines(started).map(([subject]) => subject)).toEqual(['i2']);
  });

  it('may be completed without having been started on record', () => {
    const done = act('completePlanItem', { item: 'i2' });
    expect(outcome(approved, ['2026-03-12 09:00', done])).toBe('DONE');
  });

  it('is late from the first instant after its last day', () => {
    const late = further(approved, [['2026-04-11 00:00', act('completePlanItem', { item: 'i1' })]]);
    expect(endings(lastFacts(late), 'D10')).toEqual(['MET_LATE']);
  });

  it('that should have ended before the decision is breached at once, with no reminder', () => {
    const past = [item('i1', '2026-03-10', '2026-03-09')];
    const plan = further(met, [
      ['2026-03-09 09:00', act('submitPlan', { items: past })],
      ['2026-03-12 15:00', act('approvePlan')],
    ]);
    expect(open(plan, 'D10')).toMatchObject({ rung: 1, nextAt: open(plan, 'D10')?.from });
    const facts = due(plan, '2026-03-12 15:00').filter((fact) => 'told' in fact);
    expect(facts.map(({ type }) => type)).toEqual(['BreachRecorded']);
  });

  it.each([
    ['startPlanItem', 'i9', 'PLAN_ITEM_UNKNOWN'],
    ['completePlanItem', 'i9', 'PLAN_ITEM_UNKNOWN'],
    ['startPlanItem', 'i1', 'PLAN_ITEM_STATE'],
    ['completePlanItem', 'i1', 'PLAN_ITEM_STATE'],
  ] as const)('%s %s is refused with %s', (type, id, refused) => {
    expect(outcome(started, ['2026-04-10 09:00', act(type, { item: id })])).toBe(refused);
  });
});

describe('a plan adjusted', () => {
  const done = further(approved, [['2026-03-20 09:00', act('completePlanItem', { item: 'i1' })]]);
  const moved = [item('i1', '2026-04-10'), item('i2', '2026-05-15'), item('i3', '2026-04-30')];
  const adjusted = further(done, [['2026-03-23 09:00', act('adjustPlan', { items: moved })]]);

  it('voids the duties of the revision before and sets those of the new one', () => {
    expect(endings(lastFacts(adjusted), 'D10')).toEqual(['VOID']);
    expect(endings(lastFacts(adjusted), 'D11')).toEqual(['VOID']);
    expect(itemDeadlines(adjusted)).toEqual([
      ['i2', vn('2026-05-16 00:00'), 2],
      ['i3', vn('2026-05-01 00:00'), 2],
    ]);
    expect(open(adjusted, 'D11')?.dueAt).toBe(vn('2026-05-23 00:00'));
  });

  it('leaves the duty to send the decision as it was', () => {
    expect(open(adjusted, 'D09')).toEqual(open(done, 'D09'));
  });

  it('keeps what is completed', () => {
    expect(adjusted.state.plan?.completed).toEqual(['i1']);
    const dropped = act('adjustPlan', { items: [item('i2', '2026-05-15')] });
    const changed = act('adjustPlan', { items: [item('i1', '2026-04-11')] });
    for (const wrong of [dropped, changed])
      expect(outcome(done, ['2026-03-23 09:00', wrong])).toBe('PLAN_ITEM_COMPLETED_CHANGED');
  });

  it('needs sound items', () => {
    const wrong = act('adjustPlan', { items: [] });
    expect(outcome(approved, ['2026-03-23 09:00', wrong])).toBe('PLAN_ITEMS_INVALID');
  });
});

describe('the shortest way through the plan', () => {
  it('takes up each paper as the next version of its kind', () => {
    const again = further(caseAt('PLAN_APPROVAL'), [
      ['2026-03-03 09:00', act('returnPlan')],
      ['2026-03-03 10:00', act('submitPlan', { items })],
    ]);
    expect(again.state.papers.FORM04).toBe(2);
    expect(only(lastFacts(again), 'PlanSubmitted')[0]?.papers).toEqual([
      { kind: 'FORM04', version: 2 },
    ]);
  });
});
