import { type Case, committed } from '#domain/case/case.ts';
import type { Command, Json, Papers } from '#domain/case/command.ts';
import { decide, raisesRevision } from '#domain/case/decide.ts';
import { deadlineId, type Fact, type FormNumber, type PaperKind } from '#domain/case/event.ts';
import type { Counters, Moment } from '#domain/case/moment.ts';
import { sweep } from '#domain/case/sweep.ts';
import { nation, type UnitCode } from '#domain/directory.ts';
import { type Actor, receivingPost, view } from '#domain/permission.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { hoursBetween, type Instant, localDate, yearOf } from '#domain/time.ts';
import type {
  Directories,
  Event,
  Head,
  Ledger,
  Loaded,
  Request,
  SealedPaper,
  Sealing,
  StoredEvent,
  World,
} from './ports.ts';

/** What the one write path needs around it. */
export type Surroundings = {
  readonly ledger: Ledger;
  readonly directories: Directories;
  readonly sealing: Sealing;
  readonly world: World;
};

/** An act as it is asked for. */
export type Asked = {
  readonly actor: Actor;
  readonly command: Command;
  readonly idempotencyKey: string;
  /** The revision the caller decided on; side acts and first reports have none. */
  readonly expectedVersion: number | null;
};

/** The case after an act, or after the same act done before. */
export type Done = { readonly state: Case; readonly replayed: boolean };

const attempts = 5;

/**
 * Carries one act out: load, decide, commit; and again when another commit was first.
 *
 * Throws only when the ledger cannot be reached; whatever is answered otherwise, the act is done whole or not at all.
 */
export async function execute(asked: Asked, around: Surroundings): Promise<Done | Refusal> {
  const { world } = around;
  const request = requestOf(asked, world);
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const answer = await tryOnce(asked, request, around);
    if (answer !== 'AGAIN') return answer;
    await world.pause(attempt);
  }
  return refuse('BUSY');
}

function requestOf(asked: Asked, world: World): Request {
  const { actor, command, idempotencyKey } = asked;
  // A first report has no id yet: the one drawn for this attempt is not part of what was asked.
  const { caseId, ...rest } = command;
  const subject = command.type === 'receiveReport' ? '' : caseId;
  const content = [subject, asked.expectedVersion, rest as unknown as Json];
  return {
    app: actor.app,
    subject: actor.id,
    key: idempotencyKey,
    fingerprint: world.fingerprint(content),
  };
}

async function tryOnce(
  asked: Asked,
  request: Request,
  around: Surroundings,
): Promise<Done | Refusal | 'AGAIN'> {
  const { actor, command } = asked;
  const now = around.world.now();
  const agency = actingAgency(actor);
  const loaded = await around.ledger.load({
    caseId: command.caseId,
    request,
    agency,
    year: yearOf(localDate(now)),
    now,
  });
  if (loaded.prior) return replay(asked, request, loaded, around);
  const refused = gate(asked, loaded.head);
  if (refused) return refused;
  const moment = await momentOf(asked, loaded, around, now);
  const facts = decide(loaded.head?.state, command, moment);
  if (isRefusal(facts)) return facts;
  return commit({ asked, request, loaded, moment, facts }, around);
}

function actingAgency(actor: Actor): string {
  return (receivingPost(actor) ?? actor.posts[0])?.agency ?? actor.app;
}

/** What can be refused before deciding: a case that is none of the caller's, or one that has moved on. */
function gate(asked: Asked, head: Head | undefined): Refusal | undefined {
  if (asked.command.type === 'receiveReport') return undefined;
  if (head === undefined || view(asked.actor, head.state) === undefined) return refuse('NOT_FOUND');
  const { revision } = head.state;
  const isStale = asked.expectedVersion !== null && asked.expectedVersion !== revision;
  return isStale ? { refused: 'CONFLICT', field: ['expectedVersion'], revision } : undefined;
}

/** The same request again gets the case as the caller may see it now; another one under its key gets a no. */
async function replay(
  asked: Asked,
  request: Request,
  { prior, head }: Loaded,
  { ledger }: Surroundings,
): Promise<Done | Refusal> {
  if (prior === undefined || prior.fingerprint !== request.fingerprint)
    return refuse('IDEMPOTENCY_KEY_REUSED', ['idempotencyKey']);
  const state = (head ?? (await ledger.head(prior.caseId)))?.state;
  if (state === undefined || view(asked.actor, state) === undefined) return refuse('NOT_FOUND');
  return { state, replayed: true };
}

type CaseMoment = Moment & { readonly caseId: string };

async function momentOf(
  { actor, command }: Asked,
  { head, counters }: Loaded,
  { directories, world }: Surroundings,
  now: CaseMoment['now'],
): Promise<CaseMoment> {
  const units = unitsFor(command, head?.state);
  const [directory, calendar, procedures] = await Promise.all([
    directories.around(units),
    directories.calendar(),
    directories.procedures(),
  ]);
  const incidentId = head?.state.incident ?? world.newId();
  const { caseId } = command;
  return { now, actor, calendar, procedures, directory, counters, incidentId, caseId };
}

/** The units an act speaks of or tells; most acts need none and cost no read. */
function unitsFor(command: Command, state: Case | undefined): readonly UnitCode[] {
  switch (command.type) {
    case 'receiveReport':
      return [command.incidentUnit, command.residenceUnit ?? command.incidentUnit];
    case 'offerHandover':
      return [command.to, state?.residenceLeg.unit ?? nation];
    case 'acceptHandover':
    case 'declineHandover':
      return [state?.offer?.to ?? nation, state?.residenceLeg.unit ?? nation];
    case 'assignWorker':
      return [state?.incidentLeg.unit ?? nation, state?.residenceLeg.unit ?? nation];
    default:
      return [];
  }
}

type Decided = {
  readonly asked: Asked;
  readonly request: Request;
  readonly loaded: Loaded;
  readonly moment: CaseMoment;
  readonly facts: readonly Fact[];
};

async function commit(decided: Decided, around: Surroundings): Promise<Done | 'AGAIN'> {
  const { asked, request, loaded, moment, facts } = decided;
  const after = committed(loaded.head?.state, facts, {
    id: moment.caseId,
    raisesRevision: raisesRevision(asked.command.type),
  });
  const keys = await keysFor(loaded, after, around);
  const papers = await sealAll(asked.command, after, keys, around);
  const event = linked(
    loaded.head,
    after,
    { act: asked.command.type, moment, facts, papers },
    around,
  );
  const outcome = await around.ledger.commit({
    before: loaded.head,
    after,
    event,
    papers,
    request,
    now: moment.now,
    ...(keys.fresh && { keys: keys.fresh }),
    counters: { before: moment.counters, after: countersAfter(moment.counters, facts) },
  });
  if (outcome !== 'COMMITTED') return 'AGAIN';
  for (const unplanned of unplannedIn(facts))
    around.world.log({
      event: 'deadline_unplanned',
      alarm: true,
      caseId: after.id,
      code: unplanned,
    });
  return { state: after, replayed: false };
}

function unplannedIn(facts: readonly Fact[]): readonly string[] {
  return facts.flatMap((fact) =>
    fact.type === 'DeadlineSet' && fact.status === 'UNPLANNED' ? [fact.deadline.rule] : [],
  );
}

type Keys = {
  readonly ofCase: Uint8Array | undefined;
  readonly ofIncident: Uint8Array | undefined;
  readonly fresh?: { readonly ofCase: Uint8Array; readonly ofIncident: Uint8Array };
};

async function keysFor(loaded: Loaded, after: Case, { sealing }: Surroundings): Promise<Keys> {
  if (loaded.head) return { ofCase: loaded.wrappedKey, ofIncident: undefined };
  const [ofCase, ofIncident] = await Promise.all([
    sealing.newKey(after.id),
    sealing.newKey(after.incident),
  ]);
  return { ofCase, ofIncident, fresh: { ofCase, ofIncident } };
}

async function sealAll(
  command: Command,
  after: Case,
  keys: Keys,
  around: Surroundings,
): Promise<readonly SealedPaper[]> {
  const papers: Papers = 'papers' in command ? command.papers : {};
  const named = Object.entries(papers) as [PaperKind, Json][];
  return Promise.all(
    named.map(([kind, plain]) => {
      const under = underKey(kind, after, keys);
      return around.sealing.seal({ ...under, kind, version: after.papers[kind] ?? 1, plain });
    }),
  );
}

/** Perpetrators belong to the incident and are sealed under its key; all else under that of the case. */
function underKey(kind: PaperKind, after: Case, keys: Keys) {
  const ofIncident = kind === 'PERPETRATOR';
  const wrapped = ofIncident ? keys.ofIncident : keys.ofCase;
  if (wrapped === undefined) throw new Error('The key of the case is missing');
  return { subject: ofIncident ? after.incident : after.id, wrapped };
}

type Happened = {
  readonly act: Event['act'];
  readonly moment: Moment;
  readonly facts: readonly Fact[];
  readonly papers: readonly SealedPaper[];
};

function linked(
  before: Head | undefined,
  after: Case,
  { act, moment, facts, papers }: Happened,
  { world }: Surroundings,
): StoredEvent {
  const { kind, id, app } = moment.actor;
  const event: Event = {
    caseId: after.id,
    caseCode: after.code,
    seq: after.seq,
    revision: after.revision,
    act,
    written: moment.now,
    by: { kind, id, app },
    emergency: after.emergencySince !== null,
    synthetic: after.synthetic,
    dueAt: dueInstants(facts, before?.state, after),
    directory: moment.directory.revision,
    facts,
    sealed: papers.map(({ kind: paper, version, digest }) => ({ kind: paper, version, digest })),
  };
  const previous = before?.hash ?? world.chainStart(after.id);
  return { ...event, previous, hash: world.link(previous, event) };
}

function dueInstants(
  facts: readonly Fact[],
  before: Case | undefined,
  after: Case,
): Event['dueAt'] {
  const known = [...(before?.deadlines ?? []), ...after.deadlines];
  const spoken = new Set(
    facts.flatMap((fact) =>
      'told' in fact && 'deadline' in fact ? [deadlineId(fact.deadline)] : [],
    ),
  );
  const due = known.map((each) => [deadlineId(each), each.dueAt] as const);
  return Object.fromEntries(due.filter(([id]) => spoken.has(id)));
}

/** Numbers given out by these facts; a number is used up only by the commit that carries it. */
function countersAfter(before: Counters, facts: readonly Fact[]): Counters {
  const numbers = facts.flatMap((fact): FormNumber[] => ('number' in fact ? [fact.number] : []));
  const forms = Object.fromEntries(numbers.map(({ form, number }) => [form, number]));
  const opened = facts.some(({ type }) => type === 'ReportReceived') ? 1 : 0;
  return { ...before, cases: before.cases + opened, forms: { ...before.forms, ...forms } };
}

const clockwork: Actor = { kind: 'SYSTEM', id: 'sweeper', app: 'sweeper', scopes: [], posts: [] };

/** What a sweep of one case came to. */
export type Swept = { readonly facts: number; readonly left: boolean; readonly after: Case };

/**
 * Records what has become due on one case, judged on a strong read; nothing when another sweeper was first.
 */
export async function sweepCase(head: Head, around: Surroundings): Promise<Swept | undefined> {
  const { ledger, directories, world } = around;
  const now = world.now();
  const { state } = head;
  const [directory, calendar, procedures] = await Promise.all([
    directories.around(unitsTold(state)),
    directories.calendar(),
    directories.procedures(),
  ]);
  const counters: Counters = { cases: 0, agency: '', year: 0, forms: {} };
  const moment = {
    now,
    actor: clockwork,
    calendar,
    procedures,
    directory,
    counters,
    incidentId: '',
  };
  const facts = sweep(state, moment);
  if (facts.length === 0) return { facts: 0, left: false, after: state };
  const after = committed(state, facts, { id: state.id, raisesRevision: false });
  const event = linked(head, after, { act: 'sweep', moment, facts, papers: [] }, around);
  const outcome = await ledger.commit({ before: head, after, event, papers: [], now });
  if (outcome !== 'COMMITTED') return undefined;
  for (const { about } of facts) world.log({ event: 'rung_told', lagSeconds: lag(about, now) });
  const next = after.deadlines.some(({ nextAt }) => nextAt !== null && nextAt <= now);
  return { facts: facts.length, left: next, after };
}

function unitsTold(state: Case): readonly UnitCode[] {
  const offered = state.offer === null ? [] : [state.offer.to];
  return [state.incidentLeg.unit, state.residenceLeg.unit, ...offered, nation];
}

function lag(about: Instant, now: Instant): number {
  return Math.round(hoursBetween(about, now) * 3600);
}
