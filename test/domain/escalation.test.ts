import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendar } from '#domain/calendar.ts';
import { vietnam } from '#domain/calendars/vietnam.ts';
import { hours, workingDays, workingHours } from '#domain/deadline.ts';
import { acknowledgementHold, after as instantAfter, ladders, rungAt } from '#domain/escalation.ts';
import { ladderNames } from '#domain/procedure.ts';
import { fromEpoch, toEpoch } from '#domain/time.ts';
import { vn } from '../support/builders.ts';

const nextRungs = (ladder: 'EMERGENCY' | 'ROUTINE', from: string, dueAt: string) =>
  ladders[ladder].map((_, rung) =>
    rungAt(ladder, rung, { from: vn(from), dueAt: vn(dueAt) }, vietnam),
  );

describe('the emergency ladder', () => {
  it('runs through the night of Tết in hours', () => {
    expect(nextRungs('EMERGENCY', '2026-02-16 22:10', '2026-02-17 10:10')).toEqual([
      vn('2026-02-17 07:10'),
      vn('2026-02-17 10:10'),
      vn('2026-02-17 12:10'),
      vn('2026-02-17 16:10'),
    ]);
  });

  it('tells the police when the duty is due, the routine one never does', () => {
    const police = (ladder: 'EMERGENCY' | 'ROUTINE') =>
      ladders[ladder].filter(({ tell }) => tell.includes('COMMUNE_POLICE')).map(({ id }) => id);
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
  const rungs = ladders[name];

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
    expect(rungAt(name, rungs.length, climb, vietnam)).toBeUndefined();
  });

  it('is climbed upwards from any instant to any other, in known years and unknown ones', () => {
    const first = toEpoch(vn('2026-01-01 00:00'));
    const minutes = fc.integer({ min: 0, max: 3 * 365 * 24 * 60 });
    const law = fc.property(minutes, fc.integer({ min: 1, max: 90_000 }), (start, length) => {
      const from = fromEpoch(first + start * 60_000);
      const dueAt = fromEpoch(first + (start + length) * 60_000);
      const times = rungs.map((_, rung) => rungAt(name, rung, { from, dueAt }, vietnam) ?? '');
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
  it('is two hours in an emergency and a working day otherwise', () => {
    const day = workingDays(1);
    const ofPeople = { EMERGENCY: hours(2), ROUTINE: day, PROVINCE: day, MINISTRY: day };
    // A canary is seen by nobody, so nothing holds its one rung.
    expect(acknowledgementHold).toEqual({ ...ofPeople, CANARY: hours(0) });
  });
});
