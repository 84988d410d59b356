import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deliveriesOf } from '#domain/delivery.ts';
import { noticesOf } from '#domain/notice.ts';
import { type Evidence, type KeptWay, proveNotices } from '#domain/notice-proof.ts';
import { plusHours } from '#domain/time.ts';
import { tried } from '../support/breadth.ts';
import type { Story } from '../support/given.ts';
import { anyMove, anyStart, storyOf } from '../support/random-story.ts';

/** What is kept where everything went well: each notice that follows from the record, told. */
function told({ state, commits }: Story): Evidence {
  const events = commits.map(({ facts, now }, at) => ({
    ...{ caseId: state.id, caseCode: state.code, seq: at + 1, emergency: false },
    ...{ facts, written: now },
  }));
  // One way each: a notice that goes two ways is lost, or needless, only where both are.
  const ways = events.flatMap(noticesOf).flatMap((each) => deliveriesOf(each, []));
  const deliveries = ways.filter(({ channel }) => channel === 'EMAIL');
  const kept = deliveries.map(
    ({ channel, to, notice }): KeptWay => ({
      id: notice.id,
      channel,
      to,
      state: 'SENT',
      held: null,
    }),
  );
  const last = commits.at(-1)?.now ?? state.receivedAt;
  return { events, state, projectedTo: events.length, kept, now: last };
}

const anyStory = fc
  .tuple(anyStart, fc.array(anyMove, { minLength: 8, maxLength: 25 }))
  .map(([at, moves]) => told(storyOf(at, moves)))
  .filter(({ kept }) => kept.length > 0);
const anyHour = fc.integer({ min: 1, max: 24 * 30 });

/** What is wrong with notices; that a tick is late by now is another matter. */
const verdictsOf = (evidence: Evidence) =>
  proveNotices(evidence).notices.map(({ id, verdict }) => ({ id, verdict }));

const wrong = ['MISSING', 'UNEXPECTED', 'VOID_WITHOUT_REASON'];

describe('of any story', () => {
  it('all is proved where every notice was told', () => {
    fc.assert(
      fc.property(anyStory, (evidence) => {
        const { notices, faults, duties } = proveNotices(evidence);
        expect(notices.every(({ verdict }) => verdict === 'TOLD')).toBe(true);
        expect(faults).toBe(duties.filter(({ verdict }) => verdict === 'OVERDUE').length);
      }),
      { numRuns: tried(60) },
    );
  });

  it('a notice that is lost is named, alone, once it cannot be on its way any more', () => {
    fc.assert(
      fc.property(anyStory, fc.nat(), anyHour, (evidence, pick, hours) => {
        const lost = evidence.kept[pick % evidence.kept.length];
        const kept = evidence.kept.filter((way) => way !== lost);
        const later = { ...evidence, kept, now: plusHours(evidence.now, hours) };
        const found = verdictsOf(later).filter(({ verdict }) => wrong.includes(verdict));
        expect(found).toEqual([{ id: lost?.id, verdict: 'MISSING' }]);
      }),
      { numRuns: tried(60) },
    );
  });

  it('a notice that follows from nothing is named, alone', () => {
    fc.assert(
      fc.property(anyStory, fc.nat(), (evidence, pick) => {
        const one = evidence.kept[pick % evidence.kept.length];
        if (one === undefined) return;
        const stranger: KeptWay = { ...one, id: `${one.id}X` };
        const found = verdictsOf({ ...evidence, kept: [...evidence.kept, stranger] });
        const named = found.filter(({ verdict }) => wrong.includes(verdict));
        expect(named).toEqual([{ id: stranger.id, verdict: 'UNEXPECTED' }]);
      }),
      { numRuns: tried(60) },
    );
  });

  it('a notice given up as needless has its reason on record, or is named', () => {
    fc.assert(
      fc.property(anyStory, fc.nat(), (evidence, pick) => {
        const at = pick % evidence.kept.length;
        const kept = evidence.kept.map(
          (way, place): KeptWay => (place === at ? { ...way, state: 'VOID' } : way),
        );
        const proof = proveNotices({ ...evidence, kept });
        const one = proof.notices.find(({ id }) => id === kept[at]?.id);
        const { state } = evidence;
        const isOpen = state.deadlines.some(({ rule }) =>
          one?.notice?.duty?.deadline.startsWith(`${rule}.`),
        );
        expect(['NEEDED_NO_LONGER', 'VOID_WITHOUT_REASON']).toContain(one?.verdict);
        expect(one?.verdict === 'NEEDED_NO_LONGER').toBe(one?.reason !== null);
        if (one?.reason === 'DUTY_OVER') expect(one.notice?.duty).not.toBeNull();
        if (one?.reason === null && one.notice?.duty) expect(isOpen).toBe(true);
      }),
      { numRuns: tried(60) },
    );
  });

  it('whoever should have been told something by now is missed', () => {
    fc.assert(
      fc.property(anyStory, anyHour, (evidence, hours) => {
        const now = plusHours(evidence.now, hours);
        const { duties } = proveNotices({ ...evidence, now });
        const late = evidence.state.deadlines.filter(
          ({ nextAt, since }) =>
            nextAt !== null && plusHours(nextAt > since ? nextAt : since, 1 / 12) <= now,
        );
        expect(duties.filter(({ verdict }) => verdict === 'OVERDUE')).toHaveLength(late.length);
      }),
      { numRuns: tried(60) },
    );
  });
});
