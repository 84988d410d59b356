import type { Json } from '#domain/canonical.ts';
import type { Case } from '#domain/case/case.ts';
import { type Command, numberedActs } from '#domain/case/command.ts';
import { decide, raisesRevision } from '#domain/case/decide.ts';
import type { Fact } from '#domain/case/event.ts';
import { committed } from '#domain/case/evolve.ts';
import type { Counters } from '#domain/case/moment.ts';
import type { FormNumber } from '#domain/case/terms.ts';
import { type Actor, actingPost, receivingPost, view } from '#domain/permission.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { type Instant, localDate, yearOf } from '#domain/time.ts';
import { linked } from './entry.ts';
import { type CaseMoment, momentOf } from './moment.ts';
import { keysFor, sealAll } from './papers.ts';
import type { Head, Loaded, Request } from './ports/ledger.ts';
import type { World } from './ports/world.ts';
import type { Surroundings } from './surroundings.ts';

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

const attempts = 8;

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
    if (attempt < attempts) await world.pause(attempt);
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
  const now = around.world.now();
  const agency = await actingAgency(asked, around);
  const loaded = await around.ledger.load({ ...wanted(asked, request, now), agency });
  if (loaded.prior) return replay(request, loaded, around);
  const refused = gate(asked, loaded.head);
  if (refused) return refused;
  const moment = await momentOf({ ...asked, now }, loaded, around);
  const facts = decide(loaded.head?.state, asked.command, moment);
  if (isRefusal(facts)) return facts;
  return commit({ asked, request, loaded, moment, facts }, around);
}

function wanted({ command }: Asked, request: Request, now: Instant) {
  const parts = {
    dataKey: 'papers' in command && command.type !== 'receiveReport',
    cases: command.type === 'receiveReport',
    forms: numberedActs.includes(command.type),
  };
  const names = ['dataKey', 'cases', 'forms'] as const;
  return {
    caseId: command.caseId,
    request,
    year: yearOf(localDate(now)),
    now,
    with: names.filter((name) => parts[name]),
  };
}

/** The agency whose running numbers an act uses: that of the post which permits it. */
async function actingAgency({ actor, command }: Asked, { ledger }: Surroundings): Promise<string> {
  const [first, ...others] = actor.posts;
  if (command.type === 'receiveReport')
    return (receivingPost(actor, command.incidentUnit) ?? first)?.agency ?? actor.app;
  // Nearly everybody has one post, and then the case need not be known to say whose numbers these are.
  if (others.length === 0) return first?.agency ?? actor.app;
  const head = await ledger.head(command.caseId);
  return (head && actingPost(actor, command.type, head.state))?.agency ?? actor.app;
}

/** What can be refused before deciding: a case that is none of the caller's, or one that has moved on. */
function gate(asked: Asked, head: Head | undefined): Refusal | undefined {
  if (asked.command.type === 'receiveReport') return undefined;
  if (head === undefined || view(asked.actor, head.state) === undefined) return refuse('NOT_FOUND');
  const { revision } = head.state;
  const isStale = asked.expectedVersion !== null && asked.expectedVersion !== revision;
  return isStale ? { refused: 'CONFLICT', field: ['expectedVersion'], revision } : undefined;
}

/** The same request again gets the case as it stands now; another one under its key gets a no. */
async function replay(
  request: Request,
  { prior, head }: Loaded,
  { ledger }: Surroundings,
): Promise<Done | Refusal> {
  if (prior === undefined || prior.fingerprint !== request.fingerprint)
    return refuse('IDEMPOTENCY_KEY_REUSED', ['idempotencyKey']);
  const state = (head ?? (await ledger.head(prior.caseId)))?.state;
  if (state === undefined) return refuse('NOT_FOUND');
  // Whether the caller may still see it is judged where it is shown, for the first answer and this.
  return { state, replayed: true };
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
  const keys = await keysFor(loaded, after, around.sealing);
  const papers = await sealAll(asked.command, after, keys, around.sealing);
  const event = linked(
    loaded.head,
    after,
    { act: asked.command.type, moment, facts, papers },
    around.world,
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

/** Numbers given out by these facts; a number is used up only by the commit that carries it. */
function countersAfter(before: Counters, facts: readonly Fact[]): Counters {
  const numbers = facts.flatMap((fact): FormNumber[] => ('number' in fact ? [fact.number] : []));
  const forms = Object.fromEntries(numbers.map(({ form, number }) => [form, number]));
  const opened = facts.some(({ type }) => type === 'ReportReceived') ? 1 : 0;
  return { ...before, cases: before.cases + opened, forms: { ...before.forms, ...forms } };
}
