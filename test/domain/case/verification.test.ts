import { describe, expect, it } from 'vitest';
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
  factsOf,
  further,
  given,
  lastFacts,
  later,
  only,
  open,
  openRules,
  outcome,
  swept,
} from '../../support/given.ts';

const report = given('2026-03-02 08:00');
const forward = act('forwardReport', { to: neighbour });
const chair = officer('COMMUNE_CHAIR', home);

describe('a report that goes on to another commune', () => {
  const forwarded = further(report, [['2026-03-02 10:00', forward]]);

  it('is with that commune and its province, on both legs', () => {
    expect(forwarded.state.incidentLeg.unit).toBe(neighbour);
    expect(forwarded.state.residenceLeg.unit).toBe(neighbour);
    const across = further(report, [['2026-03-02 10:00', act('forwardReport', { to: far })]]);
    expect(across.state.incidentLeg.province).toBe(otherProvince);
  });

  it('keeps its clocks: the twelve hours run since the first receipt', () => {
    expect(open(forwarded, 'D05')?.dueAt).toBe(vn('2026-03-02 20:00'));
    expect(open(forwarded, 'D04')).toEqual(open(report, 'D04'));
  });

  it('tells both communes, each post once', () => {
    const told = only(lastFacts(forwarded), 'ReportForwarded')[0]?.told ?? [];
    const units = told.map(({ unit }) => unit);
    expect(new Set(units)).toEqual(new Set([home, neighbour]));
    expect(new Set(told.map(({ id }) => id)).size).toBe(told.length);
  });

  it('is no longer the act of the commune it came from', () => {
    const worker = officer('COMMUNE_WORKER', home);
    const entry = ['2026-03-02 11:00', act('assessInitially'), worker] as const;
    expect(outcome(forwarded, entry)).toBe('NOT_ALLOWED');
  });

  it('does not go where it is, nor where there is no commune', () => {
    const to = (unit: string) =>
      outcome(report, ['2026-03-02 10:00', act('forwardReport', { to: unit })]);
    expect(to(home)).toBe('SAME_COMMUNE');
    expect(to(province)).toBe('UNIT_NOT_COMMUNE');
    expect(to('00000')).toBe('UNIT_UNKNOWN');
  });

  it('is told of a breach where it went, not where it came from', () => {
    const late = swept(forwarded, '2026-03-02 20:00');
    const told = only(lastFacts(late), 'BreachRecorded').flatMap((fact) => fact.told);
    expect(told.some(({ unit }) => unit === neighbour)).toBe(true);
    expect(told.some(({ unit }) => unit === home)).toBe(false);
  });
});

describe('a report with nothing behind it', () => {
  const unfounded = act('markUnfounded');

  it('ends everything that was owed, and owes no archiving', () => {
    const story = further(report, [['2026-03-02 10:00', unfounded]]);
    expect(story.state).toMatchObject({ step: 'CLOSED', unfounded: true });
    expect(openRules(story)).toEqual([]);
    expect(endings(lastFacts(story), 'D04')).toEqual(['VOID']);
  });

  it('does not take back what was breached before', () => {
    const late = swept(report, '2026-03-02 20:00');
    const story = further(late, [['2026-03-02 21:00', unfounded]]);
    const breached = only(factsOf(story), 'BreachRecorded').map(({ deadline }) => deadline.rule);
    expect(breached).toEqual(['D04']);
  });

  it('is not found in an emergency, nor while a child is kept apart', () => {
    const raised = further(report, [['2026-03-02 09:00', act('raiseEmergency')]]);
    expect(outcome(raised, ['2026-03-02 10:00', unfounded])).toBe('EMERGENCY_OPEN');
    const apart = further(report, [['2026-03-02 09:00', act('orderIsolation')]]);
    expect(outcome(apart, ['2026-03-02 10:00', unfounded])).toBe('ISOLATION_OPEN');
  });

  it('is found by the chair of the commune of the incident alone', () => {
    const worker = officer('COMMUNE_WORKER', home);
    expect(outcome(report, ['2026-03-02 10:00', unfounded, worker])).toBe('NOT_ALLOWED');
    expect(outcome(report, ['2026-03-02 10:00', unfounded, chair])).toBe('DONE');
  });

  it('is out of its hands once another commune has accepted the case', () => {
    const offered = later(caseAt('NEEDS_ASSESSMENT'), act('offerHandover', { to: neighbour }));
    const handed = later(offered, act('acceptHandover'));
    expect(outcome(handed, ['2026-03-03 10:00', unfounded, chair])).toBe('ALREADY_HANDED_OVER');
  });
});

describe('a matter passed on to the investigating body', () => {
  it('leaves every clock running and the first day on record', () => {
    const once = later(report, act('referToInvestigation'));
    const twice = later(once, act('referToInvestigation'));
    expect(twice.state.deadlines).toEqual(report.state.deadlines);
    expect(twice.state.investigatedSince).toBe(vn('2026-03-02 09:00'));
  });
});
