import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendar } from '#domain/calendar.ts';
import { vietnam } from '#domain/calendars/vietnam.ts';
import { hours, workingDays, workingHours } from '#domain/deadline.ts';
import { before, after as instantAfter, rungAt } from '#domain/escalation.ts';
import { type LadderSpan, ladderUnits, type Rung, spanOf } from '#domain/ladder.ts';
import { defaultLadders } from '#domain/ladders/registry.ts';
import { ladderNames } from '#domain/procedure.ts';
import { fromEpoch, toEpoch } from '#domain/time.ts';
import { tried } from '../support/breadth.ts';
import { vn } from '../support/builders.ts';

const { ladders } = defaultLadders;

const reached = (rungs: readonly Rung[], from: string, dueAt: string) =>
  rungs.map((_, rung) => rungAt(rungs, rung, { from: vn(from), dueAt: vn(dueAt) }, vietnam));
const nextRungs = (ladder: 'EMERGENCY' | 'ROUTINE', from: string, dueAt: string) =>
  reached(ladders[ladder].rungs, from, dueAt);

describe('the emergency ladder', () => {
  it('runs through the night of Tết in hours', () => {
    expect(nextRungs('EMERGENCY', '2026-02-16 22:10', '2026-02-17 10:10')).toEqual([
      vn('2026-02-17 07:10'),
      vn('2026-02-17 10:10'),
      vn('2026-02-17 10:25'),
      vn('2026-02-17 16:10'),
    ]);
  });

  it('tells the police when the duty is due, the routine one never does', () => {
    const police = (ladder: 'EMERGENCY' | 'ROUTINE') =>
      ladders[ladder].rungs
        .filter(({ tell }) => tell.includes('COMMUNE_POLICE'))
        .map(({ id }) => id);
    expect(police('EMERGENCY')).toEqual(['due']);
    expect(police('ROUTINE')).toEqual([]);
  });
});

describe('the routine ladder', () => {
  it('waits for working days after the due instant', () => {
    // Due with Friday 13 March: the worker on Thursday, then Monday and Wednesday have to pass.
    expect(nextRungs('ROUTINE', '2026-03-06 00:00', '2026-03-14 00:00')).toEqual([
      vn('2026-03-12 00:00'),
      vn('2026-03-14 00:00'),
      vn('2026-03-17 00:00'),
      vn('2026-03-19 00:00'),
    ]);
  });

  it('waits over Tết', () => {
    const [, , sectorAt] = nextRungs('ROUTINE', '2026-02-06 16:00', '2026-02-14 00:00');
    expect(sectorAt).toBe(vn('2026-02-24 00:00'));
  });
});

describe.each(ladderNames)('every ladder: %s', (name) => {
  const { rungs } = ladders[name];

  it('reminds, then records one breach at the due instant, then escalates', () => {
    expect(rungs.map(({ kind }) => kind)).toEqual([
      'REMINDER',
      'BREACH',
      'ESCALATION',
      'ESCALATION',
    ]);
    expect(rungs[1]?.at).toEqual({ share: 1 });
  });

  it('tells somebody on every rung and has a name for it', () => {
    expect(rungs.every(({ tell }) => tell.length > 0)).toBe(true);
    expect(new Set(rungs.map(({ id }) => id)).size).toBe(rungs.length);
  });

  it('has nothing above its last rung', () => {
    const climb = { from: vn('2026-03-02 08:00'), dueAt: vn('2026-03-02 20:00') };
    expect(rungAt(rungs, rungs.length, climb, vietnam)).toBeUndefined();
  });

  it('is climbed upwards from any instant to any other, in known years and unknown ones', () => {
    const first = toEpoch(vn('2026-01-01 00:00'));
    const minutes = fc.integer({ min: 0, max: 3 * 365 * 24 * 60 });
    const law = fc.property(minutes, fc.integer({ min: 1, max: 90_000 }), (start, length) => {
      const from = fromEpoch(first + start * 60_000);
      const dueAt = fromEpoch(first + (start + length) * 60_000);
      const times = rungs.map((_, rung) => rungAt(rungs, rung, { from, dueAt }, vietnam) ?? '');
      expect([...times].sort()).toEqual(times);
      expect(times[1]).toBe(dueAt);
    });
    fc.assert(law, { numRuns: 500 });
  });
});

describe('an instant some span later', () => {
  it('is the end of the next working day, however late in the day it is', () => {
    const span = workingDays(1);
    expect(instantAfter(span, vn('2026-03-10 15:00'), vietnam)).toBe(vn('2026-03-12 00:00'));
    // Midnight belongs to the breach of the day before.
    expect(instantAfter(span, vn('2026-03-10 00:00'), vietnam)).toBe(vn('2026-03-11 00:00'));
  });

  it('in hours is exact', () => {
    expect(instantAfter(hours(2), vn('2026-02-17 10:10'), vietnam)).toBe(vn('2026-02-17 12:10'));
    const atWork = workingHours(2);
    expect(instantAfter(atWork, vn('2026-03-03 10:30'), vietnam)).toBe(vn('2026-03-03 14:30'));
  });

  it('does not wait for a calendar that is not there', () => {
    const none = calendar(1, [], []);
    expect(instantAfter(workingDays(3), vn('2026-03-14 00:00'), none)).toBe(vn('2026-03-17 00:00'));
    expect(instantAfter(workingHours(2), vn('2026-03-14 00:00'), none)).toBe(
      vn('2026-03-14 02:00'),
    );
  });
});

describe('how long an acknowledgement holds', () => {
  it('is two hours in an emergency and a working day otherwise, and less by a link', () => {
    const slows = (unit: LadderSpan['unit'], count: number) => ({
      effect: 'SLOWS',
      by: { unit, count },
    });
    const usual = { NAMED: slows('WORKING_DAYS', 1), ANONYMOUS: slows('HOURS', 12) };
    const emergency = { NAMED: slows('HOURS', 2), ANONYMOUS: slows('MINUTES', 15) };
    const holds = ladderNames.map((name) => ladders[name].hold);
    expect(holds).toEqual([emergency, usual, usual, usual]);
  });
});

describe('who is told', () => {
  it.each([
    ['EMERGENCY', 'ESCALATION', ['PROVINCE_SUPERVISOR', 'PROVINCE_CHAIR', 'HOTLINE_111']],
    [
      'ROUTINE',
      'ESCALATION',
      ['PROVINCE_SUPERVISOR', 'PROVINCE_CHAIR', 'HOTLINE_111', 'COMMUNE_MASS_ORGANISATION'],
    ],
    ['PROVINCE', 'ESCALATION', ['PROVINCE_CHAIR', 'MINISTRY_SUPERVISOR']],
    ['EMERGENCY', 'REMINDER', ['COMMUNE_WORKER']],
  ] as const)('on the ladder %s by %s, in order', (name, kind, roles) => {
    const told = ladders[name].rungs.filter((rung) => rung.kind === kind);
    expect(told.flatMap(({ tell }) => tell)).toEqual(roles);
  });

  it('of an emergency that nobody acknowledges, is the province after a quarter of an hour', () => {
    const [, due, province] = reached(
      ladders.EMERGENCY.rungs,
      '2026-03-02 08:00',
      '2026-03-02 20:00',
    ).slice(0, 3);
    expect([due, province]).toEqual([vn('2026-03-02 20:00'), vn('2026-03-02 20:15')]);
  });
});

describe('a rung before the due instant', () => {
  const span = fc.record({
    unit: fc.constantFrom(...ladderUnits),
    count: fc.integer({ min: 1, max: 12 }),
  });
  const start = toEpoch(vn('2026-01-01 00:00'));
  const minutes = fc.integer({ min: 0, max: 330 * 24 * 60 });

  it('is the last minute from which its span still ends in time, and never before the duty began', () => {
    const law = fc.property(
      span,
      minutes,
      fc.integer({ min: 1, max: 60_000 }),
      (by, at, length) => {
        const from = fromEpoch(start + at * 60_000);
        const dueAt = fromEpoch(start + (at + length) * 60_000);
        const found = before(by, { from, dueAt }, vietnam);
        const next = fromEpoch(toEpoch(found) + 60_000);
        expect(found >= from && found <= dueAt).toBe(true);
        expect(found === from || instantAfter(spanOf(by), found, vietnam) <= dueAt).toBe(true);
        expect(next > dueAt || instantAfter(spanOf(by), next, vietnam) > dueAt).toBe(true);
      },
    );
    fc.assert(law, { numRuns: tried(500) });
  });

  const rungs: readonly Rung[] = [
    { id: '3/4', kind: 'REMINDER', at: { share: 0.75 }, tell: ['COMMUNE_WORKER'] },
    { id: '-2h', kind: 'REMINDER', at: { before: { unit: 'HOURS', count: 2 } }, tell: [] },
    { id: 'due', kind: 'BREACH', at: { share: 1 }, tell: ['COMMUNE_WORKER'] },
  ];

  it('waits for the one that stands at a share of the way', () => {
    expect(reached(rungs, '2026-03-02 08:00', '2026-03-02 20:00')).toEqual(
      ['2026-03-02 17:00', '2026-03-02 18:00', '2026-03-02 20:00'].map(vn),
    );
    expect(reached(rungs, '2026-03-02 08:00', '2026-03-02 12:00')).toEqual(
      ['2026-03-02 11:00', '2026-03-02 11:00', '2026-03-02 12:00'].map(vn),
    );
  });
});
