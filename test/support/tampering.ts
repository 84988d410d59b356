import fc from 'fast-check';
import type { StoredEvent } from '#app/ports/ledger.ts';
import type { Anchored, HeadDigest } from '#app/ports/proof.ts';
import { type CaseVerdict, verifyCase } from '#app/verify.ts';
import type { Case } from '#domain/case/case.ts';
import { fold } from '#domain/case/evolve.ts';
import { openWorld } from '#runtime/world.ts';
import { unpack } from '#store/body.ts';
import { numberKeys } from '#store/consequences.ts';
import { askAll, getAll, type Item } from '#store/database.ts';
import { changedPlan, eventItem, headItem, readEvent } from '#store/items.ts';
import { recordOf } from '#store/records.ts';
import { keys } from '#store/table.ts';
import { live, reportCanaries, staffOf } from './lived.ts';
import { provable, testNotary } from './proof.ts';
import { openTestStage } from './stage.ts';

/** All that is stored of a case and vouches for it, to be changed at will. */
export type Stored = {
  readonly caseId: string;
  readonly items: readonly Item[];
  readonly filed: readonly Item[];
  /** Its code and the counters it drew from, each under its key as a word. */
  readonly numbers: ReadonlyMap<string, Item>;
  readonly book: readonly HeadDigest[];
  readonly anchor: Anchored | undefined;
  /** Another case of the same commune. */
  readonly other: readonly Item[];
};

/** A record somebody laid hands on, and the first number that is wrong in it. */
export type Tampered = Stored & { readonly at: number };

/** A number below another, drawn by chance. */
type Draw = (below: number) => number;
type Tampering = (stored: Stored, draw: Draw) => Tampered;

const world = openWorld('a secret of tests');

/** A case that lived through many nights, each of them vouched for, as it then lay in the store. */
export async function storedCase(): Promise<Stored> {
  const stage = await openTestStage('2026-01-05T08:00:00+07:00');
  const staff = await staffOf(stage, '91001');
  const proof = provable(stage);
  const partition = (pk: string) =>
    askAll(stage.database, { table: 'cases', where: 'pk = :pk', values: { ':pk': pk } });
  const second = await live(stage, staff, await reportCanaries(stage, staff.worker));
  let state = await reportCanaries(stage, staff.worker);
  for (let step = 0; step < 13; step += 1) {
    await proof.night();
    state = await live(stage, staff, state, [step, step + 1]);
  }
  stage.setClock('2026-06-01T03:00:00+07:00');
  await proof.night();
  const events = await stage.around.ledger.events(state.id, 0);
  const book = await proof.book.list({ first: 100, after: undefined });
  const stored = {
    caseId: state.id,
    items: await partition(keys.head(state.id).pk),
    filed: await partition(keys.incident(state.incident).pk),
    numbers: await getAll(stage.database, 'cases', numberKeys(events)),
    book: book.rows,
    anchor: (await proof.book.anchors([state.id])).get(state.id),
    other: await partition(keys.head(second.id).pk),
  };
  await stage.close();
  return stored;
}

/** What a verification says of what is stored. */
export function judged(stored: Stored): Promise<CaseVerdict | undefined> {
  const { caseId, items, filed, numbers, book, anchor } = stored;
  return verifyCase(caseId, {
    ...testNotary,
    records: {
      find: async () => (items.length === 0 ? undefined : recordOf(items, filed, numbers)),
    },
    book: {
      find: async (seq) => book.find((each) => each.seq === seq),
      anchors: async () => new Map(anchor === undefined ? [] : [[caseId, anchor]]),
      list: async ({ first }) => ({ rows: book.slice(0, first), next: undefined }),
    },
  });
}

const isEvent = ({ sk }: Item) => sk.startsWith('E#');
const isPaper = ({ sk }: Item) => sk.startsWith('S#');
const eventsOf = ({ items }: Stored) => items.filter(isEvent);
const readAll = (stored: Stored): readonly StoredEvent[] => eventsOf(stored).map(readEvent);
const one = <Of>(all: readonly Of[], draw: Draw): Of => {
  const drawn = all[draw(all.length)];
  if (drawn === undefined) throw new Error('There is nothing to draw from');
  return drawn;
};
const inOrder = (items: readonly Item[]) => items.toSorted((a, b) => (a.sk < b.sk ? -1 : 1));
const put = (items: readonly Item[], item: Item) =>
  inOrder([...items.filter(({ sk }) => sk !== item.sk), item]);
const sk = (seq: number) => keys.event('', seq).sk;
const pick = (stored: Stored, draw: Draw) => 1 + draw(eventsOf(stored).length);
const at = (stored: Stored, seq: number): Item => one(eventsOf(stored).slice(seq - 1), () => 0);

/** A member changed in one byte or letter, so that it says something else. */
function changed(item: Item, name: string, draw: Draw): Item {
  const value = item[name];
  if (typeof value === 'number') return { ...item, [name]: value + 1 };
  if (value instanceof Uint8Array) return { ...item, [name]: flipped(value, draw, name) };
  const text = String(value);
  const place = draw(text.length);
  const letter = text[place] === '0' ? '1' : '0';
  return { ...item, [name]: `${text.slice(0, place)}${letter}${text.slice(place + 1)}` };
}

/** A flipped bit of padding behind the end of what is packed says nothing, so another is taken. */
function flipped(bytes: Uint8Array, draw: Draw, name: string): Uint8Array {
  for (;;) {
    const copy = Uint8Array.from(bytes);
    const place = draw(copy.length);
    copy[place] = (copy[place] ?? 0) ^ (1 << draw(8));
    if (name !== 'body' || textOf(copy) !== textOf(bytes)) return copy;
  }
}

function textOf(bytes: Uint8Array): string {
  try {
    return JSON.stringify(unpack(bytes));
  } catch {
    return Buffer.from(bytes).toString('hex');
  }
}

/** The chain from a number on linked anew, and HEAD and plans made to fit: all that a forger can do. */
function rebuilt(stored: Stored, events: readonly StoredEvent[]): readonly Item[] {
  const items = new Map<string, Item>();
  let [previous, planSeq] = [world.chainStart(stored.caseId), 0];
  let state: Case | undefined;
  for (const [place, { hash: _, previous: __, ...event }] of events.entries()) {
    const numbered = { ...event, seq: place + 1 };
    const linked = { ...numbered, previous, hash: world.link(previous, numbered) };
    const { seq, revision } = linked;
    const after: Case = { ...fold(state, linked.facts, stored.caseId), seq, revision };
    const plan = changedPlan(state, after);
    if (plan !== undefined) items.set(plan.sk, plan);
    if (plan !== undefined) planSeq = seq;
    items.set('HEAD', headItem(after, linked, planSeq));
    items.set(sk(seq), eventItem(linked));
    [state, previous] = [after, linked.hash];
  }
  return inOrder([...items.values(), ...stored.items.filter(isPaper)]);
}

const forged = (event: StoredEvent): StoredEvent => ({ ...event, by: { ...event.by, id: 'x' } });

function fittingAt(stored: Stored, seq: number): Item {
  const { hash: _, previous, ...event } = forged(readEvent(at(stored, seq)));
  return eventItem({ ...event, previous, hash: world.link(previous, event) });
}

function inHead(stored: Stored, draw: Draw): Tampered {
  const head = one(
    stored.items.filter((item) => item.sk === 'HEAD'),
    draw,
  );
  const last = eventsOf(stored).length;
  const name = one(['v', 'seq', 'hash', 'at', 'body'], draw);
  const items = put(stored.items, changed(head, name, draw));
  return { ...stored, items, at: name === 'seq' ? last + 1 : last };
}

/** The event that first names a paper. */
function filedAt(stored: Stored, { sk: place }: Item): number {
  const isNamed = ({ sealed }: StoredEvent) =>
    sealed.some(({ kind, version }) => keys.paper('', kind, version).sk === place);
  return 1 + readAll(stored).findIndex(isNamed);
}

function withPaper(stored: Stored, paper: Item, instead: Item | undefined): Tampered {
  const swap = (items: readonly Item[]) =>
    items.flatMap((item) => (item === paper ? (instead ?? []) : item));
  return {
    ...stored,
    items: swap(stored.items),
    filed: swap(stored.filed),
    at: filedAt(stored, paper),
  };
}

const papersOf = ({ items, filed }: Stored) => [...items, ...filed].filter(isPaper);

/** Everything that may be done to what is stored of a case, and the number to be named. */
export const tamperings: Readonly<Record<string, Tampering>> = {
  'a byte of an event is changed': (stored, draw) => {
    const seq = pick(stored, draw);
    const name = one(['v', 'at', 'hash', 'previous', 'body'], draw);
    return { ...stored, items: put(stored.items, changed(at(stored, seq), name, draw)), at: seq };
  },
  'a member is added': (stored, draw) => {
    const seq = pick(stored, draw);
    return { ...stored, items: put(stored.items, { ...at(stored, seq), extra: 1 }), at: seq };
  },
  'an event is rewritten with a hash that fits': (stored, draw) => {
    const seq = pick(stored, draw);
    return { ...stored, items: put(stored.items, fittingAt(stored, seq)), at: seq };
  },
  'an event is deleted': (stored, draw) => {
    const seq = pick(stored, draw);
    const items = stored.items.filter((item) => item.sk !== sk(seq));
    return { ...stored, items, at: seq };
  },
  'an event is deleted and all made to fit': (stored, draw) => {
    const seq = 2 + draw(eventsOf(stored).length - 1);
    const events = readAll(stored).filter((event) => event.seq !== seq);
    return { ...stored, items: rebuilt(stored, events), at: seq };
  },
  'two events are swapped': (stored, draw) => {
    const first = 1 + draw(eventsOf(stored).length - 1);
    const second = first + 1 + draw(eventsOf(stored).length - first);
    const moved = put(stored.items, { ...at(stored, first), sk: sk(second) });
    return { ...stored, items: put(moved, { ...at(stored, second), sk: sk(first) }), at: first };
  },
  'an event is put between two': (stored, draw) => {
    const seq = pick(stored, draw);
    const item = { ...at(stored, seq), sk: `${sk(seq)}+` };
    return { ...stored, items: put(stored.items, item), at: seq + 1 };
  },
  'an event is put between two and all made to fit': (stored, draw) => {
    const seq = 2 + draw(eventsOf(stored).length - 1);
    const events = readAll(stored);
    const more = events.slice(seq - 2, seq - 1).map((event) => ({ ...event, facts: [] }));
    const items = rebuilt(stored, events.toSpliced(seq - 1, 0, ...more));
    return { ...stored, items, at: seq };
  },
  'an event is written twice': (stored, draw) => {
    const last = eventsOf(stored).length;
    const copy = { ...at(stored, pick(stored, draw)), sk: sk(last + 1) };
    return { ...stored, items: put(stored.items, copy), at: last + 1 };
  },
  'the tail is truncated': (stored, draw) => {
    const seq = pick(stored, draw);
    const items = stored.items.filter((item) => !isEvent(item) || item.sk < sk(seq));
    return { ...stored, items, at: seq };
  },
  'an old prefix is put back, state and all': (stored, draw) => {
    const kept = 1 + draw(eventsOf(stored).length - 1);
    return { ...stored, items: rebuilt(stored, readAll(stored).slice(0, kept)), at: kept + 1 };
  },
  'an old prefix is put back with the anchor of then': (stored, draw) => {
    const older = stored.book.filter(({ cases }) => vouched(cases, stored) !== undefined).slice(1);
    const sheet = one(older, draw);
    const { from = 1, hashes = [] } = vouched(sheet.cases, stored) ?? {};
    const seq = from + hashes.length - 1;
    const items = rebuilt(stored, readAll(stored).slice(0, seq));
    const anchor = { seq, hash: hashes.at(-1) ?? '', digest: sheet.seq };
    return { ...stored, items, anchor, at: seq + 1 };
  },
  'the whole tail is forged, state and all': (stored, draw) => {
    const seq = pick(stored, draw);
    const events = readAll(stored).map((event) => (event.seq >= seq ? forged(event) : event));
    return { ...stored, items: rebuilt(stored, events), at: seq };
  },
  'an event of another case is put here': (stored, draw) => {
    const seq = pick(stored, draw);
    const foreign = one(stored.other.filter(isEvent), draw);
    const item = { ...foreign, ...keys.event(stored.caseId, seq) };
    return { ...stored, items: put(stored.items, item), at: seq };
  },
  'the record of another case is put here': (stored) => {
    const { pk } = keys.head(stored.caseId);
    return { ...stored, items: stored.other.map((item) => ({ ...item, pk })), at: 1 };
  },
  'everything is deleted': (stored) => ({ ...stored, items: [], at: 1 }),
  'a byte of the state is changed': inHead,
  'the state is deleted': (stored) => ({
    ...stored,
    items: stored.items.filter((item) => item.sk !== 'HEAD'),
    at: eventsOf(stored).length,
  }),
  'a byte of a plan is changed': (stored, draw) => {
    const plan = one(
      stored.items.filter((item) => item.sk.startsWith('PLAN#')),
      draw,
    );
    const name = one(['v', 'seq', 'body'], draw);
    const items = put(stored.items, changed(plan, name, draw));
    return { ...stored, items, at: eventsOf(stored).length };
  },
  'a byte of a paper is changed': (stored, draw) => {
    const paper = one(papersOf(stored), draw);
    const name = one(['v', 'kind', 'version', 'nonce', 'body', 'digest'], draw);
    return withPaper(stored, paper, changed(paper, name, draw));
  },
  'a paper is deleted': (stored, draw) => withPaper(stored, one(papersOf(stored), draw), undefined),
  'a paper is put in the place of another': (stored, draw) => {
    const all = papersOf(stored);
    const paper = one(all, draw);
    const other = one(
      all.filter((each) => each !== paper),
      draw,
    );
    const { pk, sk: place, kind, version } = paper;
    return withPaper(stored, paper, { ...other, pk, sk: place, kind, version });
  },
  'the newest digest is changed': (stored, draw) => {
    const newest = stored.book.find(({ cases }) => vouched(cases, stored) !== undefined);
    if (newest === undefined) throw new Error('No digest vouches for the case');
    const name = one(['written', 'previous', 'hash', 'signature'] as const, draw);
    const spoilt = changed(newest as unknown as Item, name, draw) as unknown as HeadDigest;
    const book = stored.book.map((each) => (each === newest ? spoilt : each));
    return { ...stored, book, at: vouched(newest.cases, stored)?.from ?? 0 };
  },
};

function vouched(cases: HeadDigest['cases'], { caseId }: Stored) {
  return cases.find((each) => each.case === caseId);
}

/** One tampering and the draws it takes. */
export const anyTampering = fc.record({
  name: fc.constantFrom(...Object.keys(tamperings)),
  draws: fc.array(fc.nat(), { minLength: 64, maxLength: 64 }),
});

/** Lays hands on what is stored. */
export function tampered(
  stored: Stored,
  { name, draws }: { readonly name: string; readonly draws: readonly number[] },
): Tampered {
  let drawn = 0;
  const draw: Draw = (below) => {
    drawn += 1;
    return (draws[drawn % draws.length] ?? 0) % Math.max(1, below);
  };
  const tamper = tamperings[name];
  if (tamper === undefined) throw new Error('There is no such tampering');
  return tamper(stored, draw);
}
