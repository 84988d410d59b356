import { describe, expect, it } from 'vitest';
import { vietnam } from '#domain/calendars/vietnam.ts';
import type { CommandOf } from '#domain/case/command.ts';
import { deadlineId } from '#domain/case/terms.ts';
import type { RuleId } from '#domain/procedure.ts';
import { act, far, home, neighbour, officer, province, vn } from '../../support/builders.ts';
import {
  caseAt,
  due,
  endings,
  further,
  given,
  lastFacts,
  later,
  only,
  open,
  outcome,
  type Story,
  swept,
} from '../../support/given.ts';

// D06 of this story: from Monday 2026-03-02 09:00, five working days, to the end of Monday 9 March.
const assessed = caseAt('NEEDS_ASSESSMENT');
const idOf = (story: Story, rule: RuleId) => {
  const found = open(story, rule);
  return found === undefined ? 'none' : deadlineId(found);
};
const deadline = idOf(assessed, 'D06');
const pause = (more: Partial<CommandOf<'pauseDeadline'>> = {}) =>
  act('pauseDeadline', { deadline, days: 10, ...more });
const extend = (more: Partial<CommandOf<'extendDeadline'>> = {}) =>
  act('extendDeadline', { deadline, extra: 2, ...more });
const resume = act('resumeDeadline', { deadline });
const dueOf = (story: Story) => open(story, 'D06')?.dueAt;

describe('a stopped clock', () => {
  it('is counted as standing still for all the days granted, until somebody resumes it', () => {
    const paused = further(assessed, [['2026-03-04 10:00', pause()]]);
    // Stopped from Wednesday 4 to Saturday 14 March: seven working days stood still whole.
    expect(dueOf(assessed)).toBe(vn('2026-03-10 00:00'));
    expect(dueOf(paused)).toBe(vn('2026-03-19 00:00'));
    const resumed = further(paused, [['2026-03-06 09:00', resume]]);
    expect(dueOf(resumed)).toBe(vn('2026-03-11 00:00'));
    expect(open(resumed, 'D06')?.planning).toBe(2);
  });

  it('over a weekend adds nothing', () => {
    const paused = further(assessed, [
      ['2026-03-06 17:00', pause({ days: 5 })],
      ['2026-03-09 08:00', resume],
    ]);
    expect(dueOf(paused)).toBe(dueOf(assessed));
  });

  it('that would give no time is refused, and says so before anybody relies on it', () => {
    const none = 'PAUSE_WITHOUT_EFFECT';
    // The last day has begun, and what is left of it counts.
    expect(outcome(assessed, ['2026-03-09 00:01', pause()])).toBe(none);
    expect(outcome(assessed, ['2026-03-09 00:00', pause()])).toBe('DONE');
    expect(outcome(assessed, ['2026-03-09 16:00', extend()])).toBe('DONE');
    // From Friday to Sunday evening no working day stands still; to Tuesday evening one does.
    expect(outcome(assessed, ['2026-03-06 17:00', pause({ days: 2 })])).toBe(none);
    expect(outcome(assessed, ['2026-03-06 17:00', pause({ days: 4 })])).toBe('DONE');
  });

  it('of a duty that has no end yet may be stopped: nobody can say what that gives', () => {
    const setting = { calendar: { ...vietnam, years: [2025] } };
    const unplanned = further(caseAt('NEEDS_ASSESSMENT', setting), [['2026-03-09 16:00', pause()]]);
    expect(open(unplanned, 'D06')).toMatchObject({ dueAt: null, pauses: [{ resumed: false }] });
  });

  it('goes on by itself: forgotten, it is reminded of, breached and escalated', () => {
    const paused = further(assessed, [['2026-03-04 10:00', pause()]]);
    expect(due(paused, '2026-03-10 00:00')).toEqual([]);
    const kinds = swept(paused, '2026-04-20 00:00')
      .commits.at(-1)
      ?.facts.map(({ type }) => type);
    expect(kinds).toEqual(['ReminderRecorded', 'BreachRecorded', 'Escalated', 'Escalated']);
  });

  it('that ran out by itself stays as long as it was when a later one is resumed', () => {
    const first = ['2026-03-03 10:00', pause({ days: 2 })] as const;
    const once = further(assessed, [first]);
    const twice = further(once, [
      ['2026-03-09 10:00', pause({ days: 5 })],
      ['2026-03-09 11:00', resume],
    ]);
    // Of the first, only Wednesday 4 March stood still whole; of the second nothing did.
    expect([dueOf(once), dueOf(twice)]).toEqual([vn('2026-03-11 00:00'), vn('2026-03-11 00:00')]);
    expect(open(twice, 'D06')?.pauses.map(({ resumed }) => resumed)).toEqual([false, true]);
  });

  it('is stopped once at a time and resumed once', () => {
    const paused = further(assessed, [['2026-03-04 10:00', pause()]]);
    expect(outcome(paused, ['2026-03-05 10:00', pause()])).toBe('DEADLINE_PAUSED');
    expect(outcome(assessed, ['2026-03-04 10:00', resume])).toBe('DEADLINE_NOT_PAUSED');
    const resumed = further(paused, [['2026-03-06 09:00', resume]]);
    expect(outcome(resumed, ['2026-03-06 10:00', resume])).toBe('DEADLINE_NOT_PAUSED');
    expect(outcome(paused, ['2026-03-16 10:00', resume])).toBe('DEADLINE_NOT_PAUSED');
  });

  it('stands still for thirty days in all, whatever the number of pauses', () => {
    expect(outcome(assessed, ['2026-03-04 10:00', pause({ days: 31 })])).toBe('CAP_EXCEEDED');
    const used = further(assessed, [
      ['2026-03-04 10:00', pause({ days: 25 })],
      ['2026-03-24 10:00', resume],
    ]);
    expect(outcome(used, ['2026-03-25 10:00', pause({ days: 11 })])).toBe('CAP_EXCEEDED');
    expect(outcome(used, ['2026-03-25 10:00', pause({ days: 10 })])).toBe('DONE');
  });
});

describe('an extension', () => {
  it('counts in the unit of the limit, by facts that keep the old end', () => {
    const story = further(assessed, [['2026-03-04 10:00', extend()]]);
    expect(dueOf(story)).toBe(vn('2026-03-12 00:00'));
    expect(only(lastFacts(story), 'DeadlineExtended')).toMatchObject([
      { extra: 2, ground: 'COMPLEX_CASE', document: '14/QĐ-UBND' },
    ]);
    expect(only(lastFacts(story), 'DeadlineMoved')).toMatchObject([
      { why: 'EXTENDED', planning: 1 },
    ]);
  });

  it('is capped over all grants together', () => {
    const story = further(assessed, [['2026-03-04 10:00', extend({ extra: 4 })]]);
    expect(outcome(story, ['2026-03-05 10:00', extend()])).toBe('CAP_EXCEEDED');
    expect(outcome(story, ['2026-03-05 10:00', extend({ extra: 1 })])).toBe('DONE');
  });

  it('adds up with a pause, in either order', () => {
    const stopped = ['2026-03-04 10:00', pause()] as const;
    const granted = ['2026-03-05 10:00', extend()] as const;
    const ends = [
      further(assessed, [stopped, granted]),
      further(assessed, [
        ['2026-03-03 10:00', extend()],
        ['2026-03-04 10:00', pause()],
      ]),
    ].map(dueOf);
    expect(new Set(ends)).toEqual(new Set([vn('2026-03-21 00:00')]));
  });
});

describe('more time', () => {
  it('is not to be had for a limit of law, nor for one of policy that takes none', () => {
    const at = '2026-03-02 10:00';
    const report = given('2026-03-02 08:00');
    const ask = (story: Story, rule: RuleId) => [
      outcome(story, [at, pause({ deadline: idOf(story, rule) })]),
      outcome(story, [at, extend({ deadline: idOf(story, rule) })]),
    ];
    const no = ['NOT_PAUSABLE', 'NOT_EXTENDABLE'];
    expect(ask(report, 'D04')).toEqual(no);
    expect(ask(report, 'D05')).toEqual(no);
    expect(ask(caseAt('PLAN_DRAFTING'), 'D07')).toEqual(no);
  });

  it('needs a ground the limit takes and the post it names', () => {
    const at = '2026-03-04 10:00';
    expect(outcome(assessed, [at, pause({ ground: 'COMPLEX_CASE' })])).toBe('GROUND_NOT_TAKEN');
    expect(outcome(assessed, [at, extend({ ground: 'CHILD_ABSENT' })])).toBe('GROUND_NOT_TAKEN');
    const above = officer('PROVINCE_SUPERVISOR', province);
    expect(outcome(assessed, [at, pause(), above])).toBe('NOT_ALLOWED');
    expect(outcome(assessed, [at, pause(), officer('COMMUNE_WORKER', home)])).toBe('NOT_ALLOWED');
    expect(outcome(assessed, [at, pause({ deadline: 'D99.R.1.-.1.0' })])).toBe('DEADLINE_UNKNOWN');
  });

  it('is granted and taken back where the duty is owed, and nowhere else the case is with', () => {
    const moved = further(assessed, [
      ['2026-03-03 09:00', act('placeInCare', { unit: far })],
      ['2026-03-03 10:00', act('offerHandover')],
      ['2026-03-03 11:00', act('acceptHandover')],
    ]);
    const ask = (command: Parameters<typeof outcome>[1][1], where: string) =>
      outcome(moved, ['2026-03-04 10:00', command, officer('COMMUNE_CHAIR', where)]);
    for (const command of [pause(), extend(), resume])
      expect([ask(command, home), ask(command, far)]).toEqual(['NOT_ALLOWED', 'NOT_ALLOWED']);
    expect([ask(pause(), neighbour), ask(extend(), neighbour)]).toEqual(['DONE', 'DONE']);
    const paused = further(moved, [
      ['2026-03-04 10:00', pause(), officer('COMMUNE_CHAIR', neighbour)],
    ]);
    const above = officer('PROVINCE_SUPERVISOR', province);
    expect(outcome(paused, ['2026-03-05 10:00', resume, above])).toBe('DONE');
  });

  it('is not granted for time that has passed, breach on record or not', () => {
    const at = '2026-03-10 00:00';
    expect(outcome(assessed, [at, extend()])).toBe('DEADLINE_PAST');
    expect(outcome(swept(assessed, at), ['2026-03-10 08:00', pause()])).toBe('DEADLINE_PAST');
  });

  it('neither forgets what was granted when the emergency changes nor when the duty is done', () => {
    const paused = further(assessed, [['2026-03-04 10:00', pause()]]);
    const raised = further(paused, [['2026-03-05 10:00', act('raiseEmergency')]]);
    expect(open(raised, 'D06')).toEqual(open(paused, 'D06'));
    const done = later(raised, act('assessNeeds'));
    expect(endings(lastFacts(done), 'D06')).toEqual(['MET']);
  });
});
