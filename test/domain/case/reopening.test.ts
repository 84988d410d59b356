import { describe, expect, it } from 'vitest';
import type { CalendarRow, LocalDays } from '#domain/calendar.ts';
import { vietnam } from '#domain/calendars/vietnam.ts';
import { plainDate } from '#domain/time.ts';
import {
  act,
  far,
  home,
  neighbour,
  officer,
  otherProvince,
  province,
  vn,
} from '../../support/builders.ts';
import {
  caseAt,
  endings,
  further,
  given,
  lastFacts,
  later,
  open,
  openRules,
  outcome,
  swept,
} from '../../support/given.ts';

const anew = act('reopenCase', { ground: 'NEW_INFORMATION' });
const inError = act('reopenCase', { ground: 'CLOSED_IN_ERROR' });
const at = '2026-05-04 08:00';

describe('a closed case with new information', () => {
  const story = further(caseAt('CLOSED'), [[at, anew]]);

  it('is a receipt: Form 02 again, and twelve hours from when it came in', () => {
    expect(story.state).toMatchObject({ step: 'INITIAL_ASSESSMENT', cycle: 2, seriousHarm: null });
    expect(openRules(story)).toEqual(['D04', 'D05']);
    expect(open(story, 'D05')).toMatchObject({
      status: 'CONDITIONAL',
      dueAt: vn('2026-05-04 20:00'),
    });
    expect(endings(lastFacts(story), 'D12')).toEqual(['VOID']);
  });

  it('counts from when the information came in, not from when it was written down', () => {
    const late = act('reopenCase', { happenedAt: vn('2026-05-04 02:00') });
    const told = further(caseAt('CLOSED'), [[at, late]]);
    expect(open(told, 'D04')?.dueAt).toBe(vn('2026-05-04 14:00'));
  });

  it('needs a meeting and a plan of its own', () => {
    const drafting = further(story, [
      ['2026-05-04 09:00', act('assessInitially')],
      ['2026-05-04 10:00', act('assessNeeds')],
    ]);
    expect(outcome(drafting, ['2026-05-04 11:00', act('submitPlan')])).toBe('MEETING_MISSING');
  });

  it('lowered before Form 02 keeps its twelve hours in suspense, as after a first receipt', () => {
    const lowered = further(story, [
      ['2026-05-04 09:00', act('raiseEmergency')],
      ['2026-05-04 10:00', act('lowerEmergency')],
    ]);
    expect(open(lowered, 'D05')?.status).toBe('CONDITIONAL');
  });

  it('keeps its first receipt and its history', () => {
    expect(story.state.receivedAt).toBe(vn('2026-03-02 08:00'));
    expect(story.state.informedAt).toBe(vn(at));
  });
});

describe('a case closed in error', () => {
  it('goes on with Form 03', () => {
    const story = further(caseAt('ARCHIVED'), [[at, inError]]);
    expect(story.state).toMatchObject({ step: 'NEEDS_ASSESSMENT', archivedAt: null });
    expect(openRules(story)).toEqual(['D06']);
  });

  it('goes back to Form 02 where there never was one', () => {
    const unfounded = later(given('2026-03-02 08:00'), act('markUnfounded'));
    const story = further(unfounded, [[at, inError]]);
    expect(story.state).toMatchObject({ step: 'INITIAL_ASSESSMENT', unfounded: false });
  });

  it('is opened by a chair alone, and not for a time before it was closed', () => {
    const worker = officer('COMMUNE_WORKER', home);
    expect(outcome(caseAt('CLOSED'), [at, inError, worker])).toBe('NOT_ALLOWED');
    const early = act('reopenCase', { happenedAt: vn('2026-03-02 09:00') });
    expect(outcome(caseAt('CLOSED'), [at, early])).toBe('HAPPENED_BEFORE_STEP');
  });
});

describe('where communes do not agree', () => {
  const offered = later(caseAt('NEEDS_ASSESSMENT'), act('offerHandover', { to: neighbour }));
  const declined = later(offered, act('declineHandover'));
  const supervisor = officer('PROVINCE_SUPERVISOR', province);

  it('the province has a working day to say who answers', () => {
    expect(open(declined, 'P03')?.dueAt).toBe(vn('2026-03-04 00:00'));
    const late = swept(declined, '2026-03-04 00:00');
    const told = lastFacts(late).flatMap((fact) => ('told' in fact ? fact.told : []));
    expect(told.map(({ role }) => role)).toContain('PROVINCE_SUPERVISOR');
  });

  it('and goes by its own days, not by those of the commune that asks', () => {
    const dayOff = (on: string): LocalDays => {
      const name = { vi: 'Ngày hội (giả định)', en: 'a day made up' };
      const row = { on: plainDate(on), kind: 'HOLIDAY', name, source: 'QĐ 7', status: 'CONFIRMED' };
      return { rows: new Map([[row.on, row as CalendarRow]]) };
    };
    const asked = (unit: string) => {
      const locals = new Map([[unit, dayOff('2026-03-03')]]);
      const there = caseAt('NEEDS_ASSESSMENT', { calendar: { ...vietnam, locals } });
      const story = later(
        later(there, act('offerHandover', { to: neighbour })),
        act('declineHandover'),
      );
      return open(story, 'P03')?.dueAt;
    };
    expect(asked(home)).toBe(vn('2026-03-04 00:00'));
    expect(asked(province)).toBe(vn('2026-03-05 00:00'));
  });

  it('and its word moves the leg and ends the question', () => {
    const story = later(declined, act('assignCommune', { to: neighbour }), supervisor);
    expect(story.state.residenceLeg.unit).toBe(neighbour);
    expect(story.state.incidentLeg.unit).toBe(home);
    expect(endings(lastFacts(story), 'P03')).toEqual(['MET']);
  });

  it('within the province; between provinces the ministry decides', () => {
    const across = act('assignCommune', { to: far });
    expect(outcome(declined, [at, across, supervisor])).toBe('NOT_ALLOWED');
    expect(outcome(declined, [at, across, officer('PROVINCE_CHAIR', otherProvince)])).toBe(
      'NOT_ALLOWED',
    );
    expect(outcome(declined, [at, across, officer('MINISTRY_SUPERVISOR', home)])).toBe('DONE');
  });

  it('ends an offer that nobody has answered', () => {
    const story = later(offered, act('assignCommune', { to: neighbour }), supervisor);
    expect(story.state.offer).toBeNull();
    expect(endings(lastFacts(story), 'P01')).toEqual(['MET']);
  });

  it('assigns the leg of the step: that of the incident before Form 02, of residence after', () => {
    const report = given('2026-03-02 08:00');
    const toIncident = act('assignCommune', { to: neighbour, leg: 'INCIDENT' });
    expect(outcome(report, ['2026-03-02 09:00', toIncident, supervisor])).toBe('DONE');
    expect(outcome(report, ['2026-03-02 09:00', act('assignCommune'), supervisor])).toBe(
      'LEG_NOT_ASSIGNABLE',
    );
    expect(outcome(declined, [at, toIncident, supervisor])).toBe('LEG_NOT_ASSIGNABLE');
  });
});

describe('a family that refuses the plan', () => {
  const refused = later(caseAt('EXECUTION'), act('recordPlanRefusal'));
  const order = act('orderIsolation', { ground: 'CARER_REFUSES_PLAN' });

  it('asks for an answer of the chair within two working days', () => {
    expect(open(refused, 'P05')?.dueAt).toBe(vn('2026-03-05 00:00'));
    expect(endings(lastFacts(later(refused, order)), 'P05')).toEqual(['MET']);
    expect(endings(lastFacts(later(refused, act('requestCourt'))), 'P05')).toEqual(['MET']);
  });

  it('is a ground for isolation only once it is on record', () => {
    expect(outcome(caseAt('EXECUTION'), [at, order])).toBe('PLAN_REFUSAL_MISSING');
    expect(outcome(refused, [at, order])).toBe('DONE');
  });
});

describe('a request to the court', () => {
  const apart = later(caseAt('EXECUTION'), act('orderIsolation', { days: 15 }));
  const asked = later(apart, act('requestCourt'));

  it('answers what is to become of the child and takes the cap out of the commune’s hands', () => {
    expect(endings(lastFacts(asked), 'D14')).toEqual(['MET']);
    expect(endings(lastFacts(asked), 'D13')).toEqual(['VOID']);
    expect(outcome(apart, ['2026-03-06 08:00', act('extendIsolation')])).toBe(
      'ISOLATION_CAP_EXCEEDED',
    );
    expect(outcome(asked, ['2026-03-06 08:00', act('extendIsolation')])).toBe('DONE');
  });

  it('is asked after every ten working days until the isolation ends', () => {
    const first = open(asked, 'P04')?.dueAt;
    const again = further(asked, [['2026-03-12 08:00', act('requestCourt')]]);
    expect(first).toBe(vn('2026-03-17 00:00'));
    expect(open(again, 'P04')?.dueAt).toBe(vn('2026-03-27 00:00'));
    const ended = later(again, act('endIsolation'));
    expect(endings(lastFacts(ended), 'P04')).toEqual(['MET']);
  });

  it('without an isolation is on record and owes nothing', () => {
    const story = later(caseAt('EXECUTION'), act('requestCourt'));
    expect(open(story, 'P04')).toBeUndefined();
  });
});
