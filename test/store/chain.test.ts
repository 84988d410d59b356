import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '#domain/canonical.ts';
import {
  type Anchor,
  type ChainVerdict,
  chainStart,
  fingerprint,
  type Linked,
  link,
  verifyChain,
} from '#sealing/chain.ts';

const start = chainStart('c-1f0a');

type Body = { readonly [member: string]: Json };

/** Events linked as a store would write them, numbered from the anchor on. */
function chained(bodies: readonly Body[], from: Anchor = start): Linked[] {
  const links: Linked[] = [];
  let last = from;
  for (const body of bodies) {
    const event = { ...body, seq: last.seq + 1 };
    const linked = { ...event, previous: last.hash, hash: link(last.hash, event) };
    links.push(linked);
    last = linked;
  }
  return links;
}

const story = (length: number, note = ''): Body[] =>
  Array.from({ length }, (_, n) => ({
    facts: [{ kind: 'noteAdded', item: `N#${n}`, digest: `${n}${note}` }],
    written: `2026-01-05T00:${String(n).padStart(2, '0')}:00Z`,
  }));

function headOf(events: readonly Linked[]): Anchor {
  const last = events.at(-1) ?? start;
  return { seq: last.seq, hash: last.hash };
}

const other = (hash: string): string => `${hash.startsWith('0') ? '1' : '0'}${hash.slice(1)}`;

type Hit = { readonly events: readonly Linked[]; readonly k: number; readonly j: number };
type Mutation = (hit: Hit) => { readonly events: readonly Linked[]; readonly at: number };

const replaceAt = (events: readonly Linked[], k: number, change: (event: Linked) => Linked) =>
  events.map((event) => (event.seq === k ? change(event) : event));
const rehashed = ({ hash: _, previous, ...event }: Linked): Linked => ({
  ...event,
  previous,
  hash: link(previous, event),
});
const forge = (event: Linked): Linked => rehashed({ ...event, facts: ['forged'] });

/** What may be done to a stored chain at event k (and j > k), and the number to be named. */
const mutations: Record<string, Mutation> = {
  'a byte of a member is changed': ({ events, k }) => ({
    events: replaceAt(events, k, (event) => ({ ...event, written: `${event['written']} ` })),
    at: k,
  }),
  'a member is added': ({ events, k }) => ({
    events: replaceAt(events, k, (event) => ({ ...event, extra: null })),
    at: k,
  }),
  'the hash is changed': ({ events, k }) => ({
    events: replaceAt(events, k, (event) => ({ ...event, hash: other(event.hash) })),
    at: k,
  }),
  'the hash before is changed': ({ events, k }) => ({
    events: replaceAt(events, k, (event) => ({ ...event, previous: other(event.previous) })),
    at: k,
  }),
  'an event is rewritten with a hash that fits': ({ events, k }) => ({
    events: replaceAt(events, k, forge),
    at: k,
  }),
  'an event is deleted': ({ events, k }) => ({
    events: events.filter(({ seq }) => seq !== k),
    at: k,
  }),
  'an event is deleted and the rest renumbered': ({ events, k }) => ({
    events: events
      .filter(({ seq }) => seq !== k)
      .map((event) => ({ ...event, seq: event.seq > k ? event.seq - 1 : event.seq })),
    at: k,
  }),
  'two events are swapped': ({ events, k, j }) => ({
    events: events.map((event) => {
      const from = event.seq === k ? j : k;
      return event.seq === k || event.seq === j ? (events[from - 1] ?? event) : event;
    }),
    at: k,
  }),
  'two events are swapped and renumbered': ({ events, k, j }) => ({
    events: events.map((event) => {
      const from = event.seq === k ? j : k;
      const moved = event.seq === k || event.seq === j ? events[from - 1] : event;
      return { ...(moved ?? event), seq: event.seq };
    }),
    at: k,
  }),
  'an event is written twice': ({ events, k }) => ({
    events: events.flatMap((event) => (event.seq === k ? [event, event] : [event])),
    at: k + 1,
  }),
  'the tail is truncated': ({ events, k }) => ({
    events: events.filter(({ seq }) => seq < k),
    at: k,
  }),
  'an event is appended with a hash that fits': ({ events }) => ({
    events: [...events, ...chained(story(1, 'forged'), headOf(events))],
    at: events.length + 1,
  }),
  'an event is appended with a hash of nothing': ({ events }) => ({
    events: [...events, ...chained(story(1), { seq: events.length, hash: 'f'.repeat(64) })],
    at: events.length + 1,
  }),
};

const named = (verdict: ChainVerdict) => (verdict.ok ? 'whole' : verdict.at);

describe('a chain of events', () => {
  const events = chained(story(8));
  const head = headOf(events);

  it('is whole as written, and ends at its head', () => {
    expect(verifyChain(events, { start })).toEqual({ ok: true, head });
    expect(verifyChain(events, { start, head })).toEqual({ ok: true, head });
    expect(verifyChain([], { start, head: start })).toEqual({ ok: true, head: start });
  });

  it('is not whole when it is empty at another head', () => {
    const verdict = verifyChain([], { start, head: chainStart('c-2b1c') });
    expect(verdict).toMatchObject({ ok: false, reason: 'NOT_THE_HEAD' });
  });

  it('can be walked on from a position known to be good', () => {
    const middle = headOf(events.slice(0, 3));
    expect(verifyChain(events.slice(3), { start: middle, head })).toEqual({ ok: true, head });
  });

  it('does not depend on the order in which a store returns members', () => {
    const turned = events.map((event): Linked => {
      const { seq, previous, hash, ...rest } = event;
      const members = Object.fromEntries(Object.entries(rest).reverse());
      return { hash, previous, ...members, seq };
    });
    expect(verifyChain(turned, { start, head }).ok).toBe(true);
  });

  it('does not pass as the chain of another case', () => {
    const verdict = verifyChain(events, { start: chainStart('c-2b1c'), head });
    expect(verdict).toEqual({ ok: false, at: 1, reason: 'NOT_LINKED' });
  });

  it('names an event that was made into something that is not JSON', () => {
    const spoilt = replaceAt(events, 3, (event) => ({ ...event, written: Number.NaN }));
    const verdict = verifyChain(spoilt, { start, head });
    expect(verdict).toEqual({ ok: false, at: 3, reason: 'CHANGED' });
  });

  it.each(Object.entries(mutations))('names the first bad event when %s', (_, mutate) => {
    for (const k of [1, 4, 7]) {
      const { events: mutated, at } = mutate({ events, k, j: k + 1 });
      expect(named(verifyChain(mutated, { start, head }))).toBe(at);
    }
  });

  it('tells apart what was done', () => {
    const reasonOf = (name: string) => {
      const verdict = verifyChain(mutations[name]?.({ events, k: 4, j: 6 }).events ?? [], {
        start,
        head,
      });
      return verdict.ok ? 'whole' : verdict.reason;
    };
    expect(reasonOf('a byte of a member is changed')).toBe('CHANGED');
    expect(reasonOf('the hash before is changed')).toBe('NOT_LINKED');
    expect(reasonOf('an event is rewritten with a hash that fits')).toBe('REPLACED');
    expect(reasonOf('an event is deleted')).toBe('NOT_IN_SEQUENCE');
    expect(reasonOf('the tail is truncated')).toBe('SHORT_OF_HEAD');
    expect(reasonOf('an event is appended with a hash that fits')).toBe('BEYOND_HEAD');
  });

  it('cannot be forged whole from an event on without missing the head', () => {
    const forged = [
      ...events.slice(0, 5),
      ...chained(story(3, 'forged'), headOf(events.slice(0, 5))),
    ];
    const verdict = verifyChain(forged, { start, head });
    expect(verdict).toEqual({ ok: false, at: 8, reason: 'NOT_THE_HEAD' });
  });

  it('betrays each of a thousand random changes, and where it was made', () => {
    const names = Object.keys(mutations);
    const change = fc.record({
      length: fc.integer({ min: 2, max: 40 }),
      name: fc.constantFrom(...names),
      k: fc.nat(),
      j: fc.nat(),
    });
    const tried = new Set<string>();
    fc.assert(
      fc.property(change, ({ length, name, ...pick }) => {
        const whole = chained(story(length));
        const k = 1 + (pick.k % (length - 1));
        const j = k + 1 + (pick.j % (length - k));
        const mutated = mutations[name]?.({ events: whole, k, j });
        tried.add(name);
        const verdict = verifyChain(mutated?.events ?? [], { start, head: headOf(whole) });
        expect(named(verdict)).toBe(mutated?.at);
      }),
      { numRuns: 1_000 },
    );
    expect(tried.size).toBe(names.length);
  });
});

describe('the fingerprint of an input', () => {
  const secret = new Uint8Array(32).fill(7);

  it('is the same for the same input in whatever order it was written', () => {
    expect(fingerprint(secret, { a: 1, b: ['x'] })).toBe(fingerprint(secret, { b: ['x'], a: 1 }));
  });

  it('differs for another input and for another secret', () => {
    const mine = fingerprint(secret, { a: 1 });
    expect(mine).toMatch(/^[\w-]{43}$/);
    expect(fingerprint(secret, { a: 2 })).not.toBe(mine);
    expect(fingerprint(new Uint8Array(32).fill(8), { a: 1 })).not.toBe(mine);
  });
});
