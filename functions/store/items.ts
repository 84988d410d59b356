import { isDeepStrictEqual } from 'node:util';
import type {
  Commit,
  Event,
  Head,
  IncidentHead,
  StoredEvent,
  WrappedKeys,
} from '#app/ports/ledger.ts';
import { accountableLeg, type Case, type Deadline, nextTelling } from '#domain/case/case.ts';

import type { Incident } from '#domain/case/incident.ts';
import { isOverdue } from '#domain/relation.ts';
import { fromEpoch, type Instant, toEpoch } from '#domain/time.ts';
import { marksShutOut } from '#domain/wall.ts';

import { checkVersion, itemVersion, pack, unpack } from './body.ts';
import type { Item } from './database.ts';
import { listedCase, listLetter, listOwners } from './listing.ts';
import { incidentOf } from './named.ts';
import { indexed, keys } from './table.ts';

type Folded = Omit<Case, 'plan'> & { readonly planCycle: number | null; readonly planSeq: number };
type PlanPart = { readonly plan: Case['plan']; readonly deadlines: readonly Deadline[] };

type LastEvent = Pick<StoredEvent, 'hash' | 'written'>;

/** HEAD: the fold of all facts but the plan, with the timer of the case in the due index. */
export function headItem(after: Case, last: LastEvent, planSeq: number): Item {
  const { plan, ...rest } = after;
  const folded: Folded = {
    ...rest,
    deadlines: after.deadlines.filter((open) => !isOfPlanItem(open)),
    planCycle: plan?.cycle ?? null,
    planSeq,
  };
  return {
    ...keys.head(after.id),
    v: itemVersion,
    seq: after.seq,
    hash: last.hash,
    at: toEpoch(last.written),
    body: pack(folded),
    ...timer(after),
  };
}

/** The deadlines of plan items grow with the plan and lie with it. */
function isOfPlanItem(open: Deadline): boolean {
  return open.rule === 'D10';
}

function timer(after: Case) {
  const next = nextTelling(after);
  if (next === null) return {};
  return indexed.due(accountableLeg(after).province, next, after.id);
}

/** PLAN#cycle: the plan and the deadlines of its items, with the commit that wrote it. */
export function planItem(after: Case): Item | undefined {
  if (after.plan === null) return undefined;
  const body: PlanPart = { plan: after.plan, deadlines: after.deadlines.filter(isOfPlanItem) };
  return {
    ...keys.plan(after.id, after.plan.cycle),
    v: itemVersion,
    seq: after.seq,
    body: pack(body),
  };
}

/** The plan item if these two states do not share it. */
export function changedPlan(before: Case | undefined, after: Case): Item | undefined {
  const part = (state: Case | undefined) =>
    JSON.stringify([state?.plan ?? null, state?.deadlines.filter(isOfPlanItem) ?? []]);
  return part(before) === part(after) ? undefined : planItem(after);
}

/** What HEAD says of where the plan lies. */
export type Pointer = { readonly cycle: number; readonly seq: number };

/** HEAD without its plan and the deadlines of that, and where the plan lies if there is one. */
export type Outline = { readonly head: Head; readonly pointer: Pointer | undefined };

/** Reads HEAD alone. */
export function readOutline(item: Item): Outline {
  checkVersion(item);
  const { planCycle, planSeq, ...folded } = unpack<Folded>(item['body']);
  // An older HEAD does not say when it was written.
  const written = fromEpoch(Number(item['at'] ?? 0));
  const head = { state: { ...folded, plan: null }, hash: String(item['hash']), written, planSeq };
  return { head, pointer: planCycle === null ? undefined : { cycle: planCycle, seq: planSeq } };
}

/** HEAD with its plan; nothing when the plan read is of another commit. */
export function withPlan({ head, pointer }: Outline, planOf: Item | undefined): Head | undefined {
  if (pointer === undefined) return head;
  if (planOf === undefined || planOf['seq'] !== pointer.seq) return undefined;
  checkVersion(planOf);
  const part = unpack<PlanPart>(planOf['body']);
  const deadlines = inOrder([...head.state.deadlines, ...part.deadlines]);
  return { ...head, state: { ...head.state, plan: part.plan, deadlines } };
}

/** Deadlines in the order in which their facts set them. */
export function inOrder(deadlines: readonly Deadline[]): readonly Deadline[] {
  return deadlines.toSorted(
    (a, b) => a.triggerSeq - b.triggerSeq || compare(orderOf(a), orderOf(b)),
  );
}

function orderOf({ rule, local, subject }: Deadline): string {
  return `${rule} ${local ? 1 : 0} ${subject}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** An event of the ledger; what is asked of it without unpacking stands beside the body. */
export function eventItem(event: StoredEvent): Item {
  const { hash, previous, ...body } = event;
  return {
    ...keys.event(event.caseId, event.seq),
    v: itemVersion,
    at: event.written,
    hash,
    previous,
    body: pack(body),
    ...(event.canary && { expiresOn: canaryExpiry(event.written) }),
  };
}

/** Reads an event. */
export function readEvent(item: Item): StoredEvent {
  checkVersion(item);
  const event = unpack<Event>(item['body']);
  return { ...event, previous: String(item['previous']), hash: String(item['hash']) };
}

/**
 * The worklist items that differ between two states; a list the case has left keeps an unlisted one.
 *
 * Each says by its `seq` which state it shows.
 */
export function changedListings(before: Case | undefined, after: Case): readonly Item[] {
  const was = before === undefined ? new Map<string, Item>() : listings(before);
  const is = listings(after);
  const changed = [...is.values()].filter((item) => !isDeepStrictEqual(was.get(item.sk), item));
  const left = [...was.values()].filter(({ sk }) => !is.has(sk));
  const unlisted = left.map(({ pk, sk }) => ({ pk, sk, v: itemVersion }));
  return [...changed, ...unlisted].map((item) => ({ ...item, seq: after.seq }));
}

function listings(state: Case): ReadonlyMap<string, Item> {
  const listed = JSON.stringify(listedCase(state));
  const letter = listLetter(state);
  // A closed case may still owe its archiving, or the follow-up of a child in care.
  const overdue = isOverdue(state);
  const closedTo = marksShutOut(state);
  const items = listOwners(state).map((owner) => ({
    ...keys.listed(state.id, owner),
    v: itemVersion,
    listed,
    ...indexed.worklist(owner, letter, state.receivedAt, state.id),
    ...(overdue && indexed.overdue(owner, state.receivedAt, state.id)),
    ...(closedTo.length > 0 && { closedTo: new Set(closedTo) }),
  }));
  return new Map(items.map((item) => [item.sk, item]));
}

/** Which case a code is of, from its first commit on. */
export function codeItem({ id, code }: Pick<Case, 'id' | 'code'>): Item {
  return { ...keys.code(code), v: itemVersion, case: id };
}

/** INCIDENT: its reports and cases, and the wrapped keys of all that is sealed in it. */
export function incidentItem({ incident, seq, keys: wrapped, master }: IncidentHead): Item {
  const { id, ...body } = incident;
  return { ...keys.incident(id), v: itemVersion, seq, keys: wrapped, master, body: pack(body) };
}

/** Reads an incident. */
export function readIncident(item: Item): IncidentHead {
  checkVersion(item);
  const body = unpack<Omit<Incident, 'id'>>(item['body']);
  return {
    incident: { id: incidentOf(item), ...body },
    seq: Number(item['seq']),
    keys: item['keys'] as WrappedKeys,
    master: item['master'] as string | undefined,
  };
}

const requestLifeDays = 30;

/** Whole seconds after 1970-01-01T00:00Z. */
export function epochSeconds(at: Instant): number {
  return Math.floor(toEpoch(at) / 1000);
}

const canaryLifeDays = 30;

/** When what a round of a canary left behind may go; a trial proves nothing about any case. */
export function canaryExpiry(at: Instant): number {
  return epochSeconds(at) + canaryLifeDays * 86_400;
}

/** What an API write leaves so that a repeat within thirty days finds it: the case it was asked for. */
export function requestItem({
  request,
  cases: [asked],
  opened = [],
  now,
}: Commit): Item | undefined {
  if (request === undefined || asked === undefined) return undefined;
  const expiresOn = epochSeconds(now) + requestLifeDays * 86_400;
  return {
    ...keys.request(request.app, request.subject, request.key),
    v: itemVersion,
    fingerprint: request.fingerprint,
    case: asked.after.id,
    act: asked.event.act,
    seq: asked.after.seq,
    ...(opened.length > 0 && { opened }),
    expiresOn,
  };
}
