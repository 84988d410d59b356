import type { Head, IncidentHead, IsSeen, Ledger, Loaded, Prior } from '#app/ports/ledger.ts';
import type { Counters } from '#domain/case/moment.ts';
import { write } from './commits.ts';
import { ask, askAll, type Database, get, getAll, type Item, type Key, word } from './database.ts';
import {
  epochSeconds,
  type Outline,
  readEvent,
  readIncident,
  readOutline,
  withPlan,
} from './items.ts';
import { caseOf } from './named.ts';
import { readPapers } from './papers.ts';
import { keys, prefixes } from './table.ts';

/** The ledger of cases in the `cases` table. */
export function openLedger(database: Database): Ledger {
  return {
    load: (wanted) => load(database, wanted),
    head: async (caseId, isSeen) => (await heads(database, [caseId], isSeen)).get(caseId),
    coded: async (code) => {
      const item = await get(database, 'cases', keys.code(code));
      return item && String(item['case']);
    },
    heads: (caseIds, isSeen) => heads(database, caseIds, isSeen),
    commit: (commit) => write(database, commit),
    events: (caseId, after, limit) => events(database, { caseId, after, limit }),
    incidents: (ids) => incidents(database, ids),
    papers: (of, refs) => readPapers(database, of, refs),
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

/** One strong read of all a command needs; plan and incident, where it needs them, are others. */
async function load(database: Database, wanted: Wanted): Promise<Loaded> {
  const { caseId, request, agency, year, now } = wanted;
  const at = {
    head: keys.head(caseId),
    request: keys.request(request.app, request.subject, request.key),
    cases: keys.caseCounter(),
    forms: keys.formCounter(agency, year),
  };
  const numbers = (['cases', 'forms'] as const).filter((kind) => wanted.with.includes(kind));
  const asked = [at.request, at.head, ...numbers.map((kind) => at[kind])];
  const found = await getAll(database, 'cases', asked);
  const item = (key: Key) => found.get(word(key));
  const headOf = item(at.head);
  const head = headOf && (await whole(database, headOf, wanted.isSeen));
  return {
    head,
    ...(await loadIncident(database, head, wanted)),
    prior: readPrior(item(at.request), epochSeconds(now)),
    counters: readCounters({ agency, year }, item(at.cases), item(at.forms)),
  };
}

/** The incident of a case and its other cases; what moves between these reads shows at the commit. */
async function loadIncident(
  database: Database,
  head: Head | undefined,
  wanted: Wanted,
): Promise<Pick<Loaded, 'incident' | 'siblings'>> {
  if (head === undefined || !wanted.with.includes('incident') || !wanted.isSeen(head.state))
    return { incident: undefined, siblings: [] };
  const id = head.state.incident;
  const incident = (await incidents(database, [id])).get(id);
  const ids = incident?.incident.cases.map((each) => each.id) ?? [];
  const others = wanted.with.includes('siblings')
    ? ids.filter((each) => each !== head.state.id)
    : [];
  return { incident, siblings: [...(await heads(database, others)).values()] };
}

async function incidents(
  database: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, IncidentHead>> {
  const found = await getAll(database, 'cases', ids.map(keys.incident));
  const read = [...found.values()].map(readIncident);
  return new Map(read.map((each) => [each.incident.id, each]));
}

function readPrior(item: Item | undefined, now: number): Prior | undefined {
  if (item === undefined || Number(item['expiresOn']) < now) return undefined;
  return {
    fingerprint: String(item['fingerprint']),
    caseId: String(item['case']),
    act: item['act'] as Prior['act'],
    opened: (item['opened'] as Prior['opened'] | undefined) ?? [],
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
  isSeen: IsSeen = () => true,
): Promise<ReadonlyMap<string, Head>> {
  const found = await getAll(database, 'cases', caseIds.map(keys.head));
  const outlines = [...found.values()].map((item) => ({ item, outline: outlined(item, isSeen) }));
  const plans = await getAll(
    database,
    'cases',
    outlines.flatMap(({ item, outline: { pointer } }) =>
      pointer ? [planKey(item, pointer.cycle)] : [],
    ),
  );
  const read = outlines.map(async ({ item, outline }) => {
    const { pointer } = outline;
    const plan = pointer && plans.get(word(planKey(item, pointer.cycle)));
    return withPlan(outline, plan) ?? (await whole(database, item, isSeen));
  });
  return new Map((await Promise.all(read)).map((head) => [head.state.id, head]));
}

/** HEAD as far as it is read for a caller: no plan is looked for of a case they do not see. */
function outlined(item: Item, isSeen: IsSeen): Outline {
  const outline = readOutline(item);
  return isSeen(outline.head.state) ? outline : { ...outline, pointer: undefined };
}

function planKey(head: Item, cycle: number): Key {
  return keys.plan(caseOf(head), cycle);
}

const headReads = 5;

/** HEAD with its plan; read again while another commit slips in between the two reads. */
async function whole(database: Database, first: Item, isSeen: IsSeen): Promise<Head> {
  let item: Item | undefined = first;
  for (let read = 1; item !== undefined && read <= headReads; read += 1) {
    const outline = outlined(item, isSeen);
    const { pointer } = outline;
    const plan = pointer && (await get(database, 'cases', planKey(item, pointer.cycle)));
    const head = withPlan(outline, plan);
    if (head !== undefined) return head;
    await database.pause(read);
    item = await get(database, 'cases', { pk: item.pk, sk: item.sk });
  }
  throw new Error('A case and its plan do not fit together');
}
