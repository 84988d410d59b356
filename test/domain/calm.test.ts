import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendar } from '#domain/calendar.ts';
import { vietnam } from '#domain/calendars/vietnam.ts';
import { budgetHour, heldBack, overBudget, urgencyOf } from '#domain/calm.ts';
import { type Notice, type NoticeKind, noticeKinds } from '#domain/notice.ts';
import type { RuleId } from '#domain/procedure.ts';
import { fromEpoch, type Instant, plusHours, toEpoch } from '#domain/time.ts';
import { tried } from '../support/breadth.ts';
import { vn } from '../support/builders.ts';

type Told = {
  readonly kind: NoticeKind;
  readonly rule?: RuleId;
  readonly dueAt?: Instant;
  readonly emergency?: boolean;
};

function noticeOf({ kind, rule = 'D07', dueAt, emergency = false }: Told): Notice {
  const duty = { deadline: `${rule}.R.1.-.3.0`, rule, procedure: 'ND56/2017' };
  return {
    ...{ id: 'n1', caseId: 'c1', caseCode: 'LC-0000001-3', kind, emergency },
    post: { id: 'COMMUNE_WORKER@99001', role: 'COMMUNE_WORKER', unit: '99001' },
    about: vn('2026-01-05 08:00'),
    duty: dueAt === undefined ? null : { ...duty, dueAt },
  };
}

const leaving = (now: string, written = now) => ({
  ...{ now: vn(now), written: vn(written) },
  days: vietnam,
});

describe('a notice that is no emergency', () => {
  const breach = noticeOf({ kind: 'BREACH', dueAt: vn('2026-01-07 00:00') });

  it.each([
    ['at midnight waits for the office to open', '2026-01-07 00:00', '2026-01-07 07:30'],
    ['in the evening waits for the next morning', '2026-01-07 17:00', '2026-01-08 07:30'],
    ['on Saturday waits for Monday', '2026-01-17 09:00', '2026-01-19 07:30'],
    ['in Tết waits for the end of it', '2026-02-17 09:00', '2026-02-23 07:30'],
  ])('%s', (_, now, until) => {
    expect(heldBack(breach, leaving(now))).toEqual({ until: vn(until), why: 'QUIET_HOURS' });
  });

  it.each(['2026-01-07 07:30', '2026-01-07 12:00', '2026-01-07 16:59'])('leaves at %s', (now) => {
    expect(heldBack(breach, leaving(now))).toBeUndefined();
  });

  it('keeps the hours of the unit that is told', () => {
    const early = Array.from({ length: 7 }, () => [{ from: 6 * 60, to: 10 * 60 }]);
    const days = calendar(1, [2026], [], { hours: early });
    const at = (now: string) => heldBack(breach, { ...leaving(now), days });
    expect(at('2026-01-10 06:00')).toBeUndefined();
    expect(at('2026-01-10 10:00')?.until).toBe(vn('2026-01-11 06:00'));
  });

  it('waits for no year that has not been reviewed: there a week is a plain one', () => {
    expect(heldBack(breach, leaving('2031-01-04 09:00'))?.until).toBe(vn('2031-01-06 07:30'));
  });
});

describe('a limit in hours', () => {
  const breach = noticeOf({ kind: 'BREACH', rule: 'D05', dueAt: vn('2026-02-17 10:10') });

  it('is told of on a holiday too, but not in the night', () => {
    expect(heldBack(breach, leaving('2026-02-17 10:10'))).toBeUndefined();
    expect(heldBack(breach, leaving('2026-02-17 22:00'))?.until).toBe(vn('2026-02-18 07:00'));
  });
});

describe('a reminder', () => {
  const reminder = noticeOf({ kind: 'REMINDER', dueAt: vn('2026-01-10 00:00') });

  it('leaves with the first mail of the next day of work', () => {
    const held = heldBack(reminder, leaving('2026-01-07 10:00'));
    expect(held).toEqual({ until: vn('2026-01-08 07:30'), why: 'DIGEST' });
    const then = leaving('2026-01-08 07:30', '2026-01-07 10:00');
    expect(heldBack(reminder, then)).toBeUndefined();
  });

  it('does not wait for that where more than half of the time would be lost', () => {
    const near = noticeOf({ kind: 'REMINDER', dueAt: vn('2026-01-08 17:00') });
    expect(heldBack(near, leaving('2026-01-07 10:00'))).toBeUndefined();
    expect(heldBack(near, leaving('2026-01-07 18:00'))).toBeUndefined();
  });

  it('waits for the night to end where enough is left then', () => {
    const held = heldBack(reminder, leaving('2026-01-08 03:00', '2026-01-07 10:00'));
    expect(held).toEqual({ until: vn('2026-01-08 07:30'), why: 'DIGEST' });
  });
});

const anyKind = fc.constantFrom(...noticeKinds);
const anyInstant = fc
  .integer({ min: 0, max: 365 * 24 * 60 - 1 })
  .map((minutes) => fromEpoch(toEpoch(vn('2026-01-01 00:00')) + minutes * 60_000));
const anyRule = fc.constantFrom<RuleId>('D04', 'D05', 'D07', 'D10');

describe('for whatever is told at any time', () => {
  it('an emergency never waits', () => {
    fc.assert(
      fc.property(anyKind, anyInstant, (kind, now) => {
        const told = noticeOf({ kind, emergency: true, dueAt: plusHours(now, 1) });
        expect(urgencyOf(told)).toBe('EMERGENCY');
        expect(heldBack(told, { now, written: now, days: vietnam })).toBeUndefined();
      }),
      { numRuns: tried(300) },
    );
  });

  it('what is held leaves later than now, within a fortnight, and then it leaves', () => {
    fc.assert(
      fc.property(anyKind, anyRule, anyInstant, (kind, rule, now) => {
        const told = noticeOf({ kind, rule, dueAt: plusHours(now, 24 * 30) });
        const held = heldBack(told, { now, written: now, days: vietnam });
        if (held === undefined) return;
        expect(held.until > now).toBe(true);
        expect(held.until < plusHours(now, 24 * 14)).toBe(true);
        const then = { now: held.until, written: now, days: vietnam };
        expect(heldBack(told, then)).toBeUndefined();
      }),
      { numRuns: tried(600) },
    );
  });

  it('no reminder loses more than half of the time that is left to the quiet of somebody', () => {
    const left = fc.integer({ min: 1, max: 24 * 20 });
    fc.assert(
      fc.property(anyRule, anyInstant, left, (rule, now, hours) => {
        const dueAt = plusHours(now, hours);
        const told = noticeOf({ kind: 'REMINDER', rule, dueAt });
        const held = heldBack(told, { now, written: now, days: vietnam });
        if (held === undefined) return;
        expect(held.until <= plusHours(now, hours / 2)).toBe(true);
      }),
      { numRuns: tried(600) },
    );
  });
});

describe('the budget of letters', () => {
  it('is counted by the hour', () => {
    expect(budgetHour(vn('2026-01-05 08:59'))).toBe(budgetHour(vn('2026-01-05 08:00')));
    expect(budgetHour(vn('2026-01-05 09:00'))).not.toBe(budgetHour(vn('2026-01-05 08:59')));
  });

  it('lets an emergency wait until the next minute, and all else until the next hour', () => {
    const now = vn('2026-01-05 08:20');
    const urgent = noticeOf({ kind: 'BREACH', emergency: true });
    expect(overBudget(urgent, now)).toEqual({ until: vn('2026-01-05 08:21'), why: 'NOISE_BUDGET' });
    expect(overBudget(noticeOf({ kind: 'BREACH' }), now).until).toBe(vn('2026-01-05 09:00'));
  });
});
