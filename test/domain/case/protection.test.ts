import { describe, expect, it } from 'vitest';
import { act, item, vn } from '../../support/builders.ts';
import {
  endings,
  factsOf,
  further,
  given,
  lastFacts,
  only,
  open,
  openRules,
  outcome,
  swept,
} from '../../support/given.ts';

const harmed = further(given('2026-09-01 08:00'), [
  ['2026-09-01 09:00', act('assessInitially', { seriousHarm: true })],
]);
const isolate = (days: number) => act('orderIsolation', { days });
const extend = (days: number) => act('extendIsolation', { days });
const end = act('endIsolation');

describe('emergency measures', () => {
  it('meet the twelve hours, before Form 02 as well as after it', () => {
    const after = further(harmed, [['2026-09-01 10:00', act('applyEmergencyMeasure')]]);
    expect(endings(lastFacts(after), 'D05')).toEqual(['MET']);
    const before = further(given('2026-09-01 08:00'), [
      ['2026-09-01 08:30', act('applyEmergencyMeasure')],
    ]);
    expect(endings(lastFacts(before), 'D05')).toEqual(['MET']);
  });

  it('leave no second duty when Form 02 then finds serious harm', () => {
    const story = further(given('2026-09-01 08:00'), [
      ['2026-09-01 08:30', act('applyEmergencyMeasure')],
      ['2026-09-01 09:00', act('assessInitially', { seriousHarm: true })],
    ]);
    expect(openRules(story)).toEqual(['D06']);
  });

  it('are late once the twelve hours are over, and the breach stays', () => {
    const story = further(swept(harmed, '2026-09-01 20:00'), [
      ['2026-09-01 20:30', act('applyEmergencyMeasure')],
    ]);
    expect(endings(lastFacts(story), 'D05')).toEqual(['MET_LATE']);
    const breaches = only(factsOf(story), 'BreachRecorded');
    expect(breaches.map(({ basis, about }) => [basis, about])).toEqual([
      ['LAW', vn('2026-09-01 20:00')],
    ]);
  });
});

describe('isolation ordered on Tuesday 1 September 2026', () => {
  const apart = further(harmed, [['2026-09-01 14:00', isolate(5)]]);

  it('cannot be extended by days that are over already', () => {
    expect(outcome(apart, ['2026-09-10 09:00', extend(1)])).toBe('ISOLATION_LAPSED');
    expect(outcome(apart, ['2026-09-10 09:00', extend(5)])).toBe('DONE');
  });

  it('meets the emergency duty', () => {
    expect(endings(lastFacts(apart), 'D05')).toEqual(['MET']);
  });

  it('may last to the end of Wednesday 16 September, holidays or not', () => {
    expect(open(apart, 'D13')).toMatchObject({
      dueAt: vn('2026-09-17 00:00'),
      subject: 'iso1',
      count: 15,
    });
  });

  it('wants the child assessed when the days of the order are over', () => {
    expect(open(apart, 'D14')?.dueAt).toBe(vn('2026-09-07 00:00'));
  });

  it('extended, keeps its cap and plans the assessment anew', () => {
    const story = further(apart, [['2026-09-04 09:00', extend(10)]]);
    expect(open(story, 'D13')?.dueAt).toBe(vn('2026-09-17 00:00'));
    expect(open(story, 'D13')?.triggerSeq).toBe(open(apart, 'D13')?.triggerSeq);
    expect(endings(lastFacts(story), 'D14')).toEqual(['VOID']);
    expect(open(story, 'D14')?.dueAt).toBe(vn('2026-09-17 00:00'));
  });

  it('is never more than fifteen days with its extensions', () => {
    expect(outcome(apart, ['2026-09-04 09:00', extend(11)])).toBe('ISOLATION_CAP_EXCEEDED');
    expect(outcome(harmed, ['2026-09-04 09:00', isolate(16)])).toBe('ISOLATION_CAP_EXCEEDED');
  });

  it('is one order at a time', () => {
    expect(outcome(apart, ['2026-09-02 09:00', isolate(1)])).toBe('ISOLATION_OPEN');
  });

  it('ended in time meets both limits', () => {
    const story = further(apart, [['2026-09-04 09:00', end]]);
    expect(endings(lastFacts(story), 'D13')).toEqual(['MET']);
    expect(endings(lastFacts(story), 'D14')).toEqual(['MET']);
    expect(only(lastFacts(story), 'IsolationEnded')[0]?.outcome).toBe('RETURNED_HOME');
  });

  it('ended on the sixteenth day is late for both', () => {
    const story = further(apart, [['2026-09-17 00:00', end]]);
    expect(endings(lastFacts(story), 'D13')).toEqual(['MET_LATE']);
    expect(endings(lastFacts(story), 'D14')).toEqual(['MET_LATE']);
  });

  it('can be extended and ended only while an order is in force', () => {
    const ended = further(apart, [['2026-09-04 09:00', end]]);
    for (const story of [harmed, ended]) {
      expect(outcome(story, ['2026-09-05 09:00', extend(1)])).toBe('NO_ISOLATION');
      expect(outcome(story, ['2026-09-05 09:00', end])).toBe('NO_ISOLATION');
    }
  });
});

describe('two isolation orders of one case', () => {
  const first = further(harmed, [
    ['2026-09-01 14:00', isolate(10)],
    ['2026-09-05 09:00', end],
  ]);

  it('share the fifteen days: four were used, eleven are left', () => {
    const story = further(first, [['2026-09-14 09:00', isolate(11)]]);
    expect(open(story, 'D13')).toMatchObject({
      subject: 'iso2',
      count: 11,
      dueAt: vn('2026-09-26 00:00'),
    });
    expect(outcome(first, ['2026-09-14 09:00', isolate(12)])).toBe('ISOLATION_CAP_EXCEEDED');
  });

  it('share them too when the first went on longer than it said', () => {
    const long = further(harmed, [
      ['2026-09-01 14:00', isolate(5)],
      ['2026-09-11 09:00', end],
    ]);
    expect(outcome(long, ['2026-09-14 09:00', isolate(5)])).toBe('DONE');
    expect(outcome(long, ['2026-09-14 09:00', isolate(6)])).toBe('ISOLATION_CAP_EXCEEDED');
  });

  it('neither end nor are extended before they began', () => {
    const story = further(harmed, [['2026-09-08 14:00', isolate(5)]]);
    const early = { happenedAt: vn('2026-09-08 13:59') };
    for (const late of [act('endIsolation', early), act('extendIsolation', { days: 2, ...early })])
      expect(outcome(story, ['2026-09-09 09:00', late])).toBe('HAPPENED_BEFORE_STEP');
  });

  it('are no matter of a court that was asked before them', () => {
    const story = further(harmed, [['2026-09-08 14:00', isolate(5)]]);
    const before = act('requestCourt', { happenedAt: vn('2026-09-08 13:59') });
    const asked = further(story, [['2026-09-09 09:00', before]]);
    expect(only(lastFacts(asked), 'CourtRequested')).toMatchObject([{ order: null }]);
    expect(openRules(asked)).toEqual(expect.arrayContaining(['D13', 'D14']));
  });

  it('are counted one by one: the end of one is not the end of the other', () => {
    const second = further(first, [['2026-09-14 09:00', isolate(3)]]);
    const over = further(second, [['2026-09-15 09:00', end]]);
    expect(only(lastFacts(over), 'IsolationEnded')[0]?.order).toBe('iso2');
    expect(over.state.isolations.map(({ endedAt }) => endedAt)).toEqual([
      vn('2026-09-05 09:00'),
      vn('2026-09-15 09:00'),
    ]);
  });
});

describe('protection beside the plan', () => {
  it('goes on through every step until closing', () => {
    const story = further(harmed, [
      ['2026-09-01 14:00', isolate(5)],
      ['2026-09-03 09:00', act('assessNeeds')],
      ['2026-09-03 10:00', act('submitPlan', { items: [item('i1', '2026-10-30')] })],
      ['2026-09-03 11:00', act('approvePlan')],
      ['2026-09-03 12:00', act('reviewPlan')],
    ]);
    expect(outcome(story, ['2026-09-03 13:00', act('closeCase')])).toBe('ISOLATION_OPEN');
    expect(outcome(story, ['2026-09-03 13:00', end])).toBe('DONE');
  });
});
