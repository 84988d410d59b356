import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockTarget, type SandboxClock, sandboxClock } from '../../infra/local/clock.ts';

const start = Date.parse('2026-01-05T07:30:00+07:00');

const clockWithHand = (): { clock: SandboxClock; real: (ms: number) => void } => {
  let now = 1_000_000;
  const clock = sandboxClock({ start, realNow: () => now });
  const real = (ms: number) => {
    now += ms;
  };
  return { clock, real };
};

describe('the sandbox clock', () => {
  it('starts where it is told and runs at real speed', () => {
    const { clock, real } = clockWithHand();
    expect(clock.now()).toBe(start);
    real(90_000);
    expect(clock.now()).toBe(start + 90_000);
  });

  it('goes forward and runs on from there', () => {
    const { clock, real } = clockWithHand();
    expect(clock.advanceTo(start + 3_600_000)).toBe(start + 3_600_000);
    real(5);
    expect(clock.now()).toBe(start + 3_600_005);
  });

  it('refuses to go back and stays where it is', () => {
    const { clock, real } = clockWithHand();
    real(10);
    expect(clock.advanceTo(start)).toMatchObject({ code: 'CLOCK_ONLY_FORWARD' });
    expect(clock.now()).toBe(start + 10);
  });

  it('goes back by a reset only', () => {
    const { clock } = clockWithHand();
    clock.advanceTo(start + 1000);
    clock.reset(start - 5000);
    expect(clock.now()).toBe(start - 5000);
    expect(clock.position()).toBe(start - 5000);
  });

  it('goes on after a restart from the latest instant it gave out', () => {
    const { clock, real } = clockWithHand();
    real(250);
    const given = clock.now();
    real(250);
    const next = sandboxClock({ start: clock.position(), realNow: () => 7 });
    expect(next.now()).toBe(given);
  });

  it('is never earlier than an instant it gave out, whatever the machine clock does', () => {
    const steps = fc.array(fc.record({ real: fc.integer(), ahead: fc.nat() }));
    fc.assert(
      fc.property(steps, (moves) => {
        const { clock, real } = clockWithHand();
        let latest = clock.now();
        for (const move of moves) {
          real(move.real);
          expect(clock.now()).toBeGreaterThanOrEqual(latest);
          clock.advanceTo(clock.now() + move.ahead);
          latest = clock.now();
        }
      }),
    );
  });
});

describe('a request to move the clock', () => {
  const hour = 3_600_000;

  it.each([
    [{ advance: 'PT12H' }, start + 12 * hour],
    [{ advance: 'P3D' }, start + 72 * hour],
    [{ advance: 'P1DT1H1M1.5S' }, start + 25 * hour + 61_500],
    [{ to: '2026-02-17T10:10:00+07:00' }, Date.parse('2026-02-17T03:10:00Z')],
    [{ to: '2026-02-17T03:10:00Z' }, Date.parse('2026-02-17T03:10:00Z')],
    [{ to: '2026-01-05T07:30:00+07:00' }, start],
  ])('reads %j', (request, target) => {
    expect(clockTarget(request, start)).toBe(target);
  });

  it.each([
    [undefined, 'CLOCK_REQUEST_UNCLEAR'],
    [{}, 'CLOCK_REQUEST_UNCLEAR'],
    [{ advance: 12 }, 'CLOCK_REQUEST_UNCLEAR'],
    [{ advance: 'PT1H', to: '2026-02-17T03:10:00Z' }, 'CLOCK_REQUEST_UNCLEAR'],
    [{ advance: `PT${'1'.repeat(100)}S` }, 'CLOCK_REQUEST_UNCLEAR'],
    [{ advance: 'twelve hours' }, 'CLOCK_DURATION_UNCLEAR'],
    [{ advance: 'P1M' }, 'CLOCK_DURATION_UNCLEAR'],
    [{ advance: 'P1W' }, 'CLOCK_DURATION_UNCLEAR'],
    [{ advance: '-PT1H' }, 'CLOCK_DURATION_UNCLEAR'],
    [{ advance: 'PT0S' }, 'CLOCK_DURATION_UNCLEAR'],
    [{ to: '2026-02-17T10:10:00' }, 'CLOCK_INSTANT_UNCLEAR'],
    [{ to: 'tomorrow' }, 'CLOCK_INSTANT_UNCLEAR'],
    [{ to: '2026-01-05T07:29:59+07:00' }, 'CLOCK_ONLY_FORWARD'],
    [{ advance: 'P4000D' }, 'CLOCK_TOO_FAR'],
  ])('refuses %j as %s', (request, code) => {
    expect(clockTarget(request, start)).toMatchObject({ code });
  });

  it('never gives the input back', () => {
    const refused = clockTarget({ advance: 'Nguyễn Văn Thử' }, start);
    expect(JSON.stringify(refused)).not.toContain('Thử');
  });
});
