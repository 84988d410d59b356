import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Entry, entriesKept, outcomes, withEntry } from '#domain/attempt.ts';
import { channels } from '#domain/delivery.ts';
import { nextAttempt, scheduleOf, schedules, spread } from '#domain/retry-schedule.ts';
import { vn } from '../support/builders.ts';

const hours = (schedule: readonly number[]) => schedule.reduce((sum, gap) => sum + gap, 0) / 60;

describe('the published schedules', () => {
  it.each(Object.entries(schedules))('%s goes on for about 75 hours', (_, schedule) => {
    expect(hours(schedule)).toBeGreaterThanOrEqual(73);
    expect(hours(schedule)).toBeLessThanOrEqual(76);
  });

  it('let nobody wait longer than a quarter of an hour in an emergency, whatever chance says', () => {
    expect(Math.max(...schedules.EMERGENCY) * (1 + spread)).toBeLessThanOrEqual(15);
  });

  it('ask a server as the Standard Webhooks do', () => {
    expect(schedules.WEBHOOK.map((gap) => Math.round(gap * 60))).toEqual([
      5, 300, 1800, 7200, 18000, 36000, 50400, 72000, 86400,
    ]);
  });
});

const attempted = fc.record({
  channel: fc.constantFrom(...channels),
  emergency: fc.boolean(),
  attempts: fc.integer({ min: 1, max: 500 }),
});
const jitter = fc.double({ min: 0, max: 1, noNaN: true });

it('chance lengthens a gap by up to a quarter and never shortens it, and nothing outlives its schedule', () => {
  fc.assert(
    fc.property(attempted, jitter, (wish, chance) => {
      const gap = scheduleOf(wish.channel, wish.emergency)[wish.attempts - 1];
      const minutes = nextAttempt(wish, chance);
      const [least, most] = gap === undefined ? [] : [gap, gap * (1 + spread)];
      expect(minutes === undefined).toBe(gap === undefined);
      if (minutes === undefined) return;
      expect(minutes).toBeGreaterThanOrEqual(least ?? Number.NaN);
      expect(minutes).toBeLessThanOrEqual(most ?? Number.NaN);
    }),
  );
});

const entry: fc.Arbitrary<Entry> = fc.record({
  at: fc.constant(vn('2026-01-05 08:00')),
  outcome: fc.constantFrom(...outcomes),
  code: fc.option(fc.string({ maxLength: 300 })),
  words: fc.constant('1'),
  message: fc.option(fc.string({ maxLength: 300 })),
});

it('a ledger keeps its latest lines, and never grows beyond six thousand characters', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 60 }), (entries) => {
      const ledger = entries.reduce<readonly Entry[]>(withEntry, []);
      expect(ledger.map(({ outcome }) => outcome)).toEqual(
        entries.slice(-entriesKept).map(({ outcome }) => outcome),
      );
      const texts = ledger.flatMap(({ at, outcome, code, words, message }) => [
        at,
        outcome,
        code ?? '',
        words ?? '',
        message ?? '',
      ]);
      expect(texts.join('').length).toBeLessThan(6000);
    }),
  );
});
