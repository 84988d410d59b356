import type { Commit, CommitOutcome, Head, Ledger, Loaded, Prior } from '#app/ports/ledger.ts';
import type { Counters } from '#domain/case/moment.ts';
import {
  type Action,
  ask,
  askAll,
  type Database,
  get,
  getAll,
  type Item,
  isNew,
  type Key,
  put,
  transact,
  word,
} from './database.ts';
import {
  changedListings,
  changedPlan,
  epochSeconds,
  eventItem,
  headItem,
  incidentItem,
  planPointer,
  readEvent,
  readHead,
  requestItem,
} from './items.ts';
import { paperItem, readPapers } from './papers.ts';
import { caseOf, keys, prefixes } from './table.ts';

/** The ledger of cases in the `cases` table. */
export function openLedger(database: Database): Ledger {
  return {
    load: (wanted) => load(database, wanted),
    head: async (caseId) => (await heads(database, [caseId])).get(caseId),
    heads: (caseIds) => heads(database, caseIds),
    commit: (commit) => write(database, commit),
    events: (caseId, after, limit) => events(database, { caseId, after, limit }),
    papers: (state, kinds) => readPapers(database, state, kinds),
  };
}

type Stretch = {
  readonly caseId: string;
  readonly after: number;
  readonly limit: number | undefined;
};

async function events(database: Database, { caseId, after, limit }: Stretch) {
  const question = {
    table: 'cases',
    where: 'pk = :pk AND sk BETWEEN :after AND :end',
    values: {
      ':pk': keys.head(caseId).pk,
      ':after': keys.event(caseId, after + 1).sk,
      ':end': `${prefixes.event}~`,
    },
  } as const;
  const items =
    limit === undefined
      ? await askAll(database, question)
      : (await ask(database, { ...question, limit })).items;
  return items.map(readEvent);
}

type Wanted = Parameters<Ledger['load']>[0];

/** One strong read of all a command needs; the plan, where there is one, is a second. */
async function load(database: Database, wanted: Wanted): Promise<Loaded> {
  const { caseId, request, agency, year, now } = wanted;
  const at = {
    head: keys.head(caseId),
    dataKey: keys.dataKey(caseId),
    request: keys.request(request.app, request.subject, request.key),
    cases: keys.caseCounter(),
    forms: keys.formCounter(agency, year),
  };
  const asked = [at.request, at.head, ...wanted.with.map((kind) => at[kind])];
  const found = await getAll(database, 'cases', asked);
  const item = (key: Key) => found.get(word(key));
  const headOf = item(at.head);
  return {
    head: headOf && (await whole(database, headOf)),
    prior: readPrior(item(at.request), epochSeconds(now)),
    counters: readCounters({ agency, year }, item(at.cases), item(at.forms)),
    wrappedKey: item(at.dataKey)?.['key'] as Uint8Array | undefined,
  };
}

function readPrior(item: Item | undefined, now: number): Prior | undefined {
  if (item === undefined || Number(item['expiresOn']) < now) return undefined;
  return {
    fingerprint: String(item['fingerprint']),
    caseId: String(item['case']),
    act: item['act'] as Prior['act'],
  };
}

function readCounters(
  of: { readonly agency: string; readonly year: number },
  cases: Item | undefined,
  forms: Item | undefined,
): Counters {
  return {
    ...of,
    cases: Number(cases?.['n'] ?? 0),
    forms: (forms?.['forms'] ?? {}) as Counters['forms'],
  };
}

async function heads(
  database: Database,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, Head>> {
  const found = await getAll(database, 'cases', caseIds.map(keys.head));
  const pointers = [...found.values()].map((item) => ({ item, pointer: planPointer(item) }));
  const plans = await getAll(
    database,
    'cases',
    pointers.flatMap(({ item, pointer }) => (pointer ? [planKey(item, pointer.cycle)] : [])),
  );
  const read = pointers.map(async ({ item, pointer }) => {
    const plan = pointer && plans.get(word(planKey(item, pointer.cycle)));
    return readHead(item, plan) ?? (await whole(database, item));
  });
  return new Map((await Promise.all(read)).map((head) => [head.state.id, head]));
}

function planKey(head: Item, cycle: number): Key {
  return keys.plan(caseOf(head), cycle);
}

const headReads = 5;

/** HEAD with its plan; read again while another commit slips in between the two reads. */
async function whole(database: Database, first: Item): Promise<Head> {
  let item: Item | undefined = first;
  for (let read = 1; item !== undefined && read <= headReads; read += 1) {
    const pointer = planPointer(item);
    const plan = pointer && (await get(database, 'cases', planKey(item, pointer.cycle)));
    const head = readHead(item, plan);
    if (head !== undefined) return head;
    await database.pause(read);
    item = await get(database, 'cases', { pk: item.pk, sk: item.sk });
  }
  throw new Error('A case and its plan do not fit together');
}

async function write(database: Database, commit: Commit): Promise<CommitOutcome> {
  const request = requestItem(commit);
  const actions = [
    ...(request ? [putRequest(database, request, commit)] : []),
    ...caseActions(database, commit),
  ];
  const reasons = await transact(database, actions);
  if (reasons === undefined) return 'COMMITTED';
  // The request is looked at first: a repeat that lost the race is a repeat, not a conflict.
  const repeated = request !== undefined && reasons[0] === 'ConditionalCheckFailed';
  return repeated ? 'SAME_REQUEST' : 'OTHER_COMMIT';
}

function putRequest(database: Database, item: Item, { now }: Commit): Action {
  return put(database, 'cases', item, {
    when: 'attribute_not_exists(pk) OR expiresOn < :now',
    values: { ':now': epochSeconds(now) },
  });
}

function caseActions(database: Database, commit: Commit): readonly Action[] {
  const { before, after, event } = commit;
  const plan = changedPlan(before?.state, after);
  const planSeq = plan ? after.seq : (before?.planSeq ?? 0);
  const plain = [
    ...(plan ? [plan] : []),
    ...changedListings(before?.state, after),
    ...commit.papers.map((paper) => paperItem(after, paper)),
  ];
  return [
    put(database, 'cases', headItem(after, event, planSeq), unmoved(before)),
    put(database, 'cases', eventItem(event), isNew),
    ...plain.map((item) => put(database, 'cases', item)),
    ...openingActions(database, commit),
    ...counterActions(database, commit),
  ];
}

function unmoved(before: Head | undefined) {
  return before === undefined
    ? isNew
    : { when: 'seq = :before', values: { ':before': before.state.seq } };
}

function openingActions(database: Database, { keys: fresh, after }: Commit): readonly Action[] {
  if (fresh === undefined) return [];
  return [
    put(database, 'cases', incidentItem(after), isNew),
    put(database, 'cases', { ...keys.dataKey(after.id), v: 1, key: fresh.ofCase }, isNew),
    put(
      database,
      'cases',
      { ...keys.incidentKey(after.incident), v: 1, key: fresh.ofIncident },
      isNew,
    ),
  ];
}

/** Running numbers go up with the commit that uses them: no gap, no double. */
function counterActions(database: Database, { counters }: Commit): readonly Action[] {
  if (counters === undefined) return [];
  const { before, after } = counters;
  const actions: Action[] = [];
  if (after.cases !== before.cases)
    actions.push(count(database, keys.caseCounter(), { n: after.cases }, before.cases));
  const given = sum(after.forms);
  if (given !== sum(before.forms)) {
    const key = keys.formCounter(after.agency, after.year);
    actions.push(count(database, key, { n: given, forms: after.forms }, sum(before.forms)));
  }
  return actions;
}

function count(database: Database, key: Key, now: object, before: number): Action {
  const condition = before === 0 ? isNew : { when: 'n = :before', values: { ':before': before } };
  return put(database, 'cases', { ...key, v: 1, ...now }, condition);
}

function sum(forms: Counters['forms']): number {
  return Object.values(forms).reduce((total, number) => total + number, 0);
}
