import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vietnam } from '#domain/calendars/vietnam.ts';
import { heldUntil } from '#domain/case/hold.ts';
import { after, rungAt } from '#domain/escalation.ts';
import { type Ladder, spanOf } from '#domain/ladder.ts';
import { defaultLadders } from '#domain/ladders/registry.ts';
import { ladderNames } from '#domain/procedure.ts';
import { fromEpoch, type Instant, toEpoch } from '#domain/time.ts';
import { tried } from '../../support/breadth.ts';
import { vn } from '../../support/builders.ts';

const { EMERGENCY } = defaultLadders.ladders;
const [from, dueAt] = [vn('2026-03-02 08:00'), vn('2026-03-02 20:00')];
const on = (rung: number, nextAt: Instant | null) => ({ from, dueAt, rung, nextAt });
const at = (wall: string) => ({ now: vn(`2026-03-02 ${wall}`), calendar: vietnam });

describe('an emergency that is acknowledged', () => {
  const waiting = on(2, vn('2026-03-02 20:15'));

  it('by name waits for two hours, by a link for a quarter of one', () => {
    expect(heldUntil(waiting, EMERGENCY, 'NAMED', at('20:10'))).toBe(vn('2026-03-02 22:10'));
    expect(heldUntil(waiting, EMERGENCY, 'ANONYMOUS', at('20:10'))).toBe(vn('2026-03-02 20:25'));
  });

  it('by a link after a name waits no less', () => {
    const held = on(2, vn('2026-03-02 22:10'));
    expect(heldUntil(held, EMERGENCY, 'ANONYMOUS', at('20:11'))).toBe(vn('2026-03-02 22:10'));
  });
});

describe('a ladder on which an acknowledgement stops the climb', () => {
  const stopping: Ladder = {
    ...EMERGENCY,
    hold: { ...EMERGENCY.hold, NAMED: { effect: 'STOPS' } },
  };

  it('tells nobody further up, by name', () => {
    expect(heldUntil(on(2, vn('2026-03-02 20:15')), stopping, 'NAMED', at('20:10'))).toBeNull();
  });

  it('records the breach all the same', () => {
    expect(heldUntil(on(0, vn('2026-03-02 17:00')), stopping, 'NAMED', at('16:00'))).toBe(dueAt);
    expect(heldUntil(on(1, dueAt), stopping, 'NAMED', at('19:00'))).toBe(dueAt);
  });
});

describe('acknowledging, by whomever and however often', () => {
  const by = fc.constantFrom('NAMED' as const, 'ANONYMOUS' as const);
  const acknowledgements = fc.array(fc.tuple(by, fc.integer({ min: 0, max: 60_000 })), {
    minLength: 1,
    maxLength: 12,
  });

  it('never delays the breach, brings nothing forward, and holds a rung once', () => {
    const law = fc.property(
      fc.constantFrom(...ladderNames),
      fc.nat(3),
      acknowledgements,
      (name, rung, times) => {
        const ladder = defaultLadders.ladders[name];
        const planned = rungAt(ladder.rungs, rung, { from, dueAt }, vietnam);
        if (planned === undefined) throw new Error('No such rung');
        const isEscalation = ladder.rungs[rung]?.kind === 'ESCALATION';
        const { NAMED } = ladder.hold;
        const longest = NAMED.effect === 'SLOWS' ? after(spanOf(NAMED.by), planned, vietnam) : '';
        let nextAt: Instant | null = planned;
        for (const [who, minutes] of times.toSorted(([, a], [, b]) => a - b)) {
          const now = fromEpoch(toEpoch(from) + minutes * 60_000);
          const held = heldUntil(on(rung, nextAt), ladder, who, { now, calendar: vietnam });
          expect((held ?? '') >= (nextAt ?? '~')).toBe(true);
          nextAt = held;
        }
        expect((nextAt ?? '~') <= (isEscalation ? longest : dueAt)).toBe(true);
      },
    );
    fc.assert(law, { numRuns: tried(1_000) });
  });
});
