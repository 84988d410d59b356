import type { Json } from '#domain/canonical.ts';
import type { Case } from '#domain/case/case.ts';
import { type Command, isAboutIncident, numberedActs } from '#domain/case/command.ts';
import { decide } from '#domain/case/decide.ts';
import { type CaseFacts, decideIncident } from '#domain/case/decide-incident.ts';
import type { Fact } from '#domain/case/event.ts';
import { mayBreakGlass } from '#domain/glass.ts';
import { type Actor, actingPost, receivingPost } from '#domain/permission.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { type Instant, localDate, yearOf } from '#domain/time.ts';
import { view } from '#domain/view.ts';
import { compose, type Decided } from './compose.ts';
import { type CaseMoment, momentOf } from './moment.ts';
import type { Head, IsSeen, Loaded, Request } from './ports/ledger.ts';
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
export type Done = {
  readonly state: Case;
  /** Codes of the cases it opened. */
  readonly opened: readonly string[];
  readonly replayed: boolean;
};

// At the mean under four seconds of pauses, of the ten in which an answer has to leave.
const attempts = 12;

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

/** How a request is known again when it comes twice. */
export function requestOf(asked: Asked, world: Pick<World, 'fingerprint'>): Request {
  const { actor, command, idempotencyKey } = asked;
  // A first report has no id yet: the one drawn for this attempt is not part of what was asked.
  const { caseId, ...rest } = command;
  const subject = command.type === 'receiveReport' ? '' : caseId;
  const content = [subject, asked.expectedVersion, rest as unknown as Json];
  return {
    app: actor.app,
    subject: actor.id,
    // Whatever partners make their keys of, none of it is kept.
    key: world.fingerprint(['key', idempotencyKey]),
    fingerprint: world.fingerprint(content),
  };
}

async function tryOnce(
  asked: Asked,
  request: Request,
  around: Surroundings,
): Promise<Done | Refusal | 'AGAIN'> {
  const now = around.world.now();
  const isSeen = (state: Case) => isThere(asked, state, now);
  const agency = await actingAgency(asked, isSeen, around);
  const loaded = await around.ledger.load({ ...wanted(asked, request, now), isSeen, agency });
  if (loaded.prior) return replay(request, loaded, around);
  const refused = gate(asked, loaded.head, now);
  if (refused) return refused;
  const moment = await momentOf({ ...asked, now }, loaded, around);
  const facts = decideAll(asked.command, loaded, moment);
  if (isRefusal(facts)) return facts;
  return commit({ command: asked.command, loaded, moment, facts }, request, around);
}

/** The facts an act leaves: on the case it was asked for, or on all of its incident. */
function decideAll(
  command: Command,
  { head, siblings }: Loaded,
  moment: CaseMoment,
): readonly CaseFacts[] | Refusal {
  if (isAboutIncident(command)) {
    const states = [...(head ? [head] : []), ...siblings].map(({ state }) => state);
    return decideIncident(command, { states, fresh: moment.newCaseIds }, moment);
  }
  const { caseId } = command;
  const facts = decide(head?.state, command, moment);
  const papers = 'papers' in command ? command.papers : {};
  return isRefusal(facts) ? facts : [{ caseId, facts, papers }];
}

function wanted(asked: Asked, request: Request, now: Instant) {
  const { command } = asked;
  const opensCases = 'otherChildren' in command;
  const parts = {
    incident: 'papers' in command || isAboutIncident(command),
    siblings: isAboutIncident(command),
    cases: opensCases,
    forms: numberedActs.includes(command.type),
  };
  const names = ['incident', 'siblings', 'cases', 'forms'] as const;
  return {
    caseId: command.caseId,
    request,
    year: yearOf(localDate(now)),
    now,
    with: names.filter((name) => parts[name]),
  };
}

/** The agency whose running numbers an act uses: that of the post which permits it. */
async function actingAgency(
  { actor, command }: Asked,
  isSeen: IsSeen,
  { ledger }: Surroundings,
): Promise<string> {
  const [first, ...others] = actor.posts;
  if (command.type === 'receiveReport')
    return (receivingPost(actor, command.incidentUnit) ?? first)?.agency ?? actor.app;
  // Nearly everybody has one post, and then the case need not be known to say whose numbers these are.
  if (others.length === 0) return first?.agency ?? actor.app;
  const head = await ledger.head(command.caseId, isSeen);
  return (head && actingPost(actor, command.type, head.state))?.agency ?? actor.app;
}

/** What can be refused before deciding: a case that is none of the caller's, or one that has moved on. */
function gate(asked: Asked, head: Head | undefined, now: Instant): Refusal | undefined {
  if (asked.command.type === 'receiveReport') return undefined;
  if (head === undefined || !isThere(asked, head.state, now)) return refuse('NOT_FOUND');
  const { revision } = head.state;
  const isStale = asked.expectedVersion !== null && asked.expectedVersion !== revision;
  return isStale ? { refused: 'CONFLICT', field: ['expectedVersion'], revision } : undefined;
}

/** Whether there is such a case for the caller; to break its glass it need not be theirs. */
function isThere({ actor, command }: Asked, state: Case, now: Instant): boolean {
  return command.type === 'breakGlass'
    ? mayBreakGlass(actor, state)
    : view(actor, state, now) !== undefined;
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
  return { state, opened: prior.opened, replayed: true };
}

async function commit(decided: Decided, request: Request, around: Surroundings) {
  const composed = await compose(decided, around);
  const outcome = await around.ledger.commit({ ...composed, request });
  if (outcome !== 'COMMITTED') return 'AGAIN';
  for (const { after, event } of composed.cases) warnOfUnplanned(after.id, event.facts, around);
  const [asked] = composed.cases;
  if (asked === undefined) throw new Error('An act concerns some case');
  return { state: asked.after, opened: composed.opened, replayed: false };
}

function warnOfUnplanned(caseId: string, facts: readonly Fact[], { world }: Surroundings): void {
  for (const fact of facts)
    if (fact.type === 'DeadlineSet' && fact.status === 'UNPLANNED')
      world.log({ event: 'deadline_unplanned', alarm: true, caseId, code: fact.deadline.rule });
}
