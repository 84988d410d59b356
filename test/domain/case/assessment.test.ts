import { describe, expect, it } from 'vitest';
import { act, home, officer, postId, vn } from '../../support/builders.ts';
import {
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
  swept,
} from '../../support/given.ts';

const received = '2026-02-16 22:10';
const harm = act('assessInitially', { seriousHarm: true });
const noHarm = act('assessInitially', { seriousHarm: false });
const raise = act('raiseEmergency');
const lower = act('lowerEmergency');
const measure = act('applyEmergencyMeasure');

describe('Form 02 in time', () => {
  it('meets its duty, ends the conditional one and starts the specific assessment', () => {
    const story = further(given(received), [['2026-02-17 09:00', noHarm]]);
    expect(story.state).toMatchObject({ step: 'NEEDS_ASSESSMENT', seriousHarm: false });
    expect(endings(lastFacts(story), 'D04')).toEqual(['MET']);
    expect(endings(lastFacts(story), 'D05')).toEqual(['VOID']);
    // Five working days after Tết: Monday 23 to Friday 27 February.
    expect(open(story, 'D06')?.dueAt).toBe(vn('2026-02-28 00:00'));
    expect(only(lastFacts(story), 'InitialAssessed')[0]?.number).toMatchObject({ form: 'F02' });
  });

  it('with serious harm makes an emergency and the twelve hours binding', () => {
    const story = further(given(received), [['2026-02-17 02:00', harm]]);
    expect(story.state.emergencySince).toBe(vn('2026-02-17 02:00'));
    expect(open(story, 'D05')).toMatchObject({
      status: 'PLANNED',
      dueAt: vn('2026-02-17 10:10'),
      since: vn('2026-02-17 02:00'),
      nextAt: vn('2026-02-17 07:10'),
    });
  });

  it('is in time at the last millisecond before the due instant and late at it', () => {
    const at = '2026-02-17 11:00';
    const justBefore = further(given(received), [
      [at, { ...noHarm, happenedAt: vn('2026-02-17 10:09') }],
    ]);
    const onTheDot = further(given(received), [
      [at, { ...noHarm, happenedAt: vn('2026-02-17 10:10') }],
    ]);
    expect(endings(factsOf(justBefore), 'D04')).toEqual(['MET']);
    expect(endings(factsOf(onTheDot), 'D04')).toEqual(['MET_LATE']);
  });
});

describe('Form 02 late', () => {
  const breached = swept(swept(given(received), '2026-02-17 07:10'), '2026-02-17 10:10');
  const found = further(breached, [['2026-02-17 11:00', harm]]);

  it('leaves a policy breach at 10:10, and the police are told', () => {
    const [breach] = only(lastFacts(breached), 'BreachRecorded');
    expect(breach).toMatchObject({
      about: vn('2026-02-17 10:10'),
      known: vn('2026-02-17 10:10'),
      basis: 'POLICY',
      deadline: { rule: 'D04' },
    });
    expect(breach?.told.map(({ id }) => id)).toContain(postId('COMMUNE_POLICE', home));
  });

  it('leaves no statutory breach while nobody knows of serious harm', () => {
    const breaches = only(factsOf(breached), 'BreachRecorded');
    expect(breaches.map(({ basis }) => basis)).toEqual(['POLICY']);
  });

  it('confirms the statutory duty when serious harm is found at 11:00', () => {
    const [confirmed] = only(lastFacts(found), 'DeadlineConfirmed');
    expect(confirmed).toMatchObject({
      known: vn('2026-02-17 11:00'),
      deadline: { rule: 'D05' },
      planning: 0,
    });
    expect(endings(lastFacts(found), 'D04')).toEqual(['MET_LATE']);
  });

  it('then records the statutory breach about 10:10, known at 11:00', () => {
    const facts = due(found, '2026-02-17 11:01');
    expect(facts.map(({ type }) => type)).toEqual([
      'ReminderRecorded',
      'BreachRecorded',
      'Escalated',
    ]);
    expect(only(facts, 'BreachRecorded')[0]).toMatchObject({
      about: vn('2026-02-17 10:10'),
      known: vn('2026-02-17 11:00'),
      basis: 'LAW',
      deadline: { rule: 'D05' },
    });
  });

  it('counts a measure after 10:10 as late, even between breach and sweep', () => {
    const story = further(found, [['2026-02-17 11:30', measure]]);
    expect(endings(lastFacts(story), 'D05')).toEqual(['MET_LATE']);
  });

  it('counts a measure that was taken at 09:00 and written down at 11:30 as in time', () => {
    const story = further(found, [
      ['2026-02-17 11:30', { ...measure, happenedAt: vn('2026-02-17 09:00') }],
    ]);
    expect(endings(lastFacts(story), 'D05')).toEqual(['MET']);
  });
});

describe('an emergency found outside Form 02', () => {
  it('binds to the twelve hours of the receipt and gives no new ones', () => {
    const story = further(given(received), [['2026-02-16 23:00', raise]]);
    expect(open(story, 'D05')).toMatchObject({
      status: 'PLANNED',
      dueAt: vn('2026-02-17 10:10'),
    });
  });

  it('starts twelve hours of its own when Form 02 had found none', () => {
    const story = further(given(received), [
      ['2026-02-17 09:00', noHarm],
      ['2026-02-24 15:00', raise],
    ]);
    expect(open(story, 'D05')?.dueAt).toBe(vn('2026-02-25 03:00'));
  });

  it('is raised once', () => {
    const story = further(given(received), [['2026-02-16 23:00', raise]]);
    expect(outcome(story, ['2026-02-16 23:10', raise])).toBe('EMERGENCY_ALREADY_RAISED');
  });

  it('may be raised by the commune police', () => {
    const police = officer('COMMUNE_POLICE', home);
    expect(outcome(given(received), ['2026-02-16 23:10', raise, police])).toBe('DONE');
  });
});

describe('an emergency lowered', () => {
  it('ends the duty when Form 02 has been made', () => {
    const story = further(given(received), [
      ['2026-02-17 02:00', harm],
      ['2026-02-17 03:00', lower],
    ]);
    expect(story.state.emergencySince).toBeNull();
    expect(endings(lastFacts(story), 'D05')).toEqual(['VOID']);
  });

  it('does not end a duty that was breached after Form 02 found serious harm', () => {
    const late = swept(further(given(received), [['2026-02-17 02:00', harm]]), '2026-02-17 10:10');
    const lowered = further(late, [['2026-02-17 10:20', lower]]);
    expect(open(lowered, 'D05')).toMatchObject({
      breachedAt: vn('2026-02-17 10:10'),
      nextAt: vn('2026-02-17 10:25'),
    });
    const raised = further(lowered, [['2026-02-17 10:30', raise]]);
    expect(openRules(raised)).toEqual(openRules(lowered));
  });

  it('before Form 02 leaves the twelve hours of the receipt waiting for its finding', () => {
    const lowered = further(given(received), [
      ['2026-02-16 23:00', raise],
      ['2026-02-16 23:30', lower],
    ]);
    expect(open(lowered, 'D05')).toMatchObject({ status: 'CONDITIONAL', nextAt: null });
    const found = further(lowered, [['2026-02-17 05:00', harm]]);
    expect(open(found, 'D05')).toMatchObject({
      status: 'PLANNED',
      dueAt: vn('2026-02-17 10:10'),
      planning: 0,
    });
    const cleared = further(lowered, [['2026-02-17 05:00', noHarm]]);
    expect(openRules(cleared)).toEqual(['D06']);
  });

  it('before Form 02 keeps a breach already recorded, and records it once', () => {
    const breached = swept(
      further(given(received), [['2026-02-16 23:00', raise]]),
      '2026-02-17 10:10',
    );
    const again = further(breached, [
      ['2026-02-17 10:20', lower],
      ['2026-02-17 10:30', harm],
    ]);
    const facts = factsOf(swept(again, '2026-02-17 13:00'));
    const statutory = only(facts, 'BreachRecorded').filter(({ basis }) => basis === 'LAW');
    expect(statutory).toHaveLength(1);
    expect(only(facts, 'Escalated').at(-1)?.deadline.rule).toBe('D05');
  });

  it('needs an emergency, and no child in isolation', () => {
    const calm = given(received);
    expect(outcome(calm, ['2026-02-16 23:00', lower])).toBe('NO_EMERGENCY');
    const apart = further(calm, [
      ['2026-02-16 23:00', raise],
      ['2026-02-16 23:30', act('orderIsolation')],
    ]);
    expect(outcome(apart, ['2026-02-17 00:30', lower])).toBe('ISOLATION_OPEN');
  });
});

describe('Form 03 and the meeting', () => {
  const assessed = further(given('2026-03-02 08:00'), [['2026-03-02 10:00', noHarm]]);

  it('gives five working days for the plan where one is needed', () => {
    const story = further(assessed, [['2026-03-05 16:00', act('assessNeeds')]]);
    expect(story.state.step).toBe('PLAN_DRAFTING');
    expect(endings(lastFacts(story), 'D06')).toEqual(['MET']);
    expect(open(story, 'D07')?.dueAt).toBe(vn('2026-03-13 00:00'));
  });

  it('leads to closing where none is needed', () => {
    const story = further(assessed, [
      ['2026-03-05 16:00', act('assessNeeds', { planNeeded: false })],
    ]);
    expect(story.state.step).toBe('CLOSING');
    expect(openRules(story)).toEqual(['P02']);
  });

  it('stays with the commune that answers while a hand-over is only offered', () => {
    const story = further(assessed, [['2026-03-03 08:00', act('offerHandover')]]);
    expect(outcome(story, ['2026-03-03 09:00', act('assessNeeds')])).toBe('DONE');
  });

  it('files the minutes and dates the meeting', () => {
    const story = further(assessed, [
      ['2026-03-05 16:00', act('assessNeeds')],
      ['2026-03-07 16:00', act('recordMeeting', { happenedAt: vn('2026-03-06 09:00') })],
    ]);
    expect(story.state.meetingAt).toBe(vn('2026-03-06 09:00'));
    expect(story.state.papers.MINUTES).toBe(1);
  });
});
