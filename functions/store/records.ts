import { isDeepStrictEqual } from 'node:util';
import type { StoredEvent } from '#app/ports/ledger.ts';
import type { Anchor, CaseRecord, Records } from '#app/ports/proof.ts';
import type { Case } from '#domain/case/case.ts';
import { fold } from '#domain/case/evolve.ts';
import { isOfReport } from '#domain/case/paper.ts';
import type { PaperRef } from '#domain/case/terms.ts';
import { itemVersion, unpack } from './body.ts';
import { type Beside, faultsBeside, numberKeys } from './consequences.ts';
import { ask, askAll, type Database, getAll, type Item, word } from './database.ts';
import { changedPlan, eventItem, headItem, inOrder, readEvent } from './items.ts';
import { keys, prefixes } from './table.ts';

/** Cases as they lie in the `cases` table, read for being checked and not for being worked on. */
export function openRecords(database: Database): Records {
  return {
    find: async (caseId) => {
      const items = await partition(database, keys.head(caseId).pk);
      const incident = incidentIn(items);
      const filed = incident === undefined ? [] : await partition(database, incident);
      const events = entriesOf(items).filter((event) => event !== undefined);
      const numbers = await getAll(database, 'cases', numberKeys(events));
      return items.length === 0 ? undefined : recordOf(items, filed, numbers);
    },
    entries: async (caseId, after, limit) => {
      const values = {
        ':pk': keys.head(caseId).pk,
        ':after': keys.event(caseId, after + 1).sk,
        ':end': `${prefixes.event}~`,
      };
      const where = 'pk = :pk AND sk BETWEEN :after AND :end';
      return entriesOf((await ask(database, { table: 'cases', where, values, limit })).items);
    },
    marks: async (caseIds) => {
      const found = await getAll(database, 'cases', caseIds.map(keys.head), markNames);
      return new Map(caseIds.flatMap((id) => markIn(id, found)));
    },
  };
}

function partition(database: Database, pk: string): Promise<readonly Item[]> {
  return askAll(database, { table: 'cases', where: 'pk = :pk', values: { ':pk': pk } });
}

// A night reads the marks of all cases there are: their bodies stay where they are.
const markNames = ['pk', 'sk', 'seq', 'hash'];

function markIn(caseId: string, found: ReadonlyMap<string, Item>) {
  const mark = markOf(found.get(word(keys.head(caseId))));
  return mark === undefined ? [] : [[caseId, mark] as const];
}

function markOf(head: Item | undefined): Anchor | undefined {
  const seq = head?.['seq'];
  const hash = head?.['hash'];
  return typeof seq === 'number' && typeof hash === 'string' ? { seq, hash } : undefined;
}

/** The partition of the incident, as the first event names it. */
function incidentIn(items: readonly Item[]): string | undefined {
  const facts = entriesOf(items).flatMap((event) => event?.facts ?? []);
  const received = facts.find((fact) => fact.type === 'ReportReceived');
  return received && keys.incident(received.incident).pk;
}

/** A case from the items of its partition and of that of its incident, its code and the counters it drew from. */
export function recordOf(
  items: readonly Item[],
  filed: readonly Item[],
  numbers: Beside['numbers'],
): CaseRecord {
  const byKey = new Map(items.map((item) => [item.sk, item]));
  const reports = new Map(filed.map((item) => [item.sk, item]));
  return {
    entries: entriesOf(items),
    head: markOf(byKey.get(headKey)),
    addsUp: (events) => addsUp(events, byKey),
    beside: (events) => faultsBeside(events, { items: byKey, filed: reports, numbers }),
    paper: (ref) => paperIn(isOfReport(ref.kind) ? reports : byKey, ref),
  };
}

const headKey = keys.head('').sk;

function entriesOf(items: readonly Item[]): readonly (StoredEvent | undefined)[] {
  return items.filter(({ sk }) => sk.startsWith(prefixes.event)).map(entryOf);
}

/** The event of an item that holds nothing more, nothing less and nothing else than that event leaves. */
function entryOf(item: Item): StoredEvent | undefined {
  const event = ifReadable(() => readEvent(item));
  const left = event && ifReadable(() => eventItem(event));
  return left !== undefined && isSame(left, item) ? event : undefined;
}

/** What cannot be read is a finding here and not a failure. */
function ifReadable<Read>(read: () => Read): Read | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function isSame({ body, ...expected }: Item, { body: found, ...stored }: Item): boolean {
  return (
    saysTheSame(body, found) && isDeepStrictEqual(withoutNothing(expected), withoutNothing(stored))
  );
}

/** Bodies are compared by what they say: the same text may be packed into other bytes. */
function saysTheSame(body: unknown, found: unknown): boolean {
  if (isBytes(body) && isBytes(found) && Buffer.compare(body, found) === 0) return true;
  const said = ifReadable(() => unpack<Body>(found));
  return said !== undefined && isDeepStrictEqual(ordered(unpack<Body>(body)), ordered(said));
}

const isBytes = (value: unknown): value is Uint8Array => value instanceof Uint8Array;

type Body = Readonly<Record<string, unknown>>;

/** The deadlines of a case are a set that is written in the order in which they were found. */
function ordered(body: Body): Body {
  const { deadlines } = body;
  return Array.isArray(deadlines) ? { ...body, deadlines: inOrder(deadlines) } : body;
}

function withoutNothing(item: Body): Body {
  return Object.fromEntries(Object.entries(item).filter(([, member]) => member !== undefined));
}

function addsUp(events: readonly StoredEvent[], stored: ReadonlyMap<string, Item>): boolean {
  const expected = ifReadable(() => itemsAfter(events));
  if (expected === undefined) return false;
  const plans = [...stored.keys()].filter((sk) => sk.startsWith(prefixes.plan));
  return (
    plans.every((sk) => expected.has(sk)) &&
    [...expected].every(([sk, item]) => {
      const found = stored.get(sk);
      return found !== undefined && isSame(item, found);
    })
  );
}

/** HEAD and the plan of every cycle, as these events leave them. */
function itemsAfter(events: readonly StoredEvent[]): ReadonlyMap<string, Item> {
  const items = new Map<string, Item>();
  let state: Case | undefined;
  let planSeq = 0;
  for (const event of events) {
    const { caseId, seq, revision, facts } = event;
    const after: Case = { ...fold(state, facts, caseId), seq, revision };
    const plan = changedPlan(state, after);
    if (plan !== undefined) {
      items.set(plan.sk, plan);
      planSeq = seq;
    }
    items.set(headKey, headItem(after, event, planSeq));
    state = after;
  }
  return items;
}

function paperIn(items: ReadonlyMap<string, Item>, { kind, version }: PaperRef) {
  const item = items.get(keys.paper('', kind, version).sk);
  if (item === undefined) return undefined;
  const { nonce, body, digest } = item;
  const isThis = item['kind'] === kind && item['version'] === version && item['v'] === itemVersion;
  const isWhole = isThis && nonce instanceof Uint8Array && body instanceof Uint8Array;
  // What is no longer a paper has no digest, so that it is never taken for the one that was filed.
  return isWhole
    ? { nonce, body, digest: String(digest) }
    : { nonce: noBytes, body: noBytes, digest: '' };
}

const noBytes = new Uint8Array();
