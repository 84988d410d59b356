import { type Case, legOf } from '#domain/case/case.ts';
import type { Command, CommandOf, CommandType, LaterCommandType } from '#domain/case/command.ts';
import { type CaseMoment, decide, raisesRevision } from '#domain/case/decide.ts';
import type { Fact, FactOf, FactType } from '#domain/case/event.ts';
import { committed } from '#domain/case/evolve.ts';
import { type Incident, incidentAfter } from '#domain/case/incident.ts';
import { sweep } from '#domain/case/sweep.ts';
import type { Role, UnitCode } from '#domain/directory.ts';
import { type Actor, permitted } from '#domain/permission.ts';
import type { RuleId, Step } from '#domain/procedure.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import { type Instant, plusHours } from '#domain/time.ts';
import { act, far, home, item, moment, officer, seat, vn } from './builders.ts';

/** What a test may say of the world around a story. */
export type Setting = Partial<Omit<CaseMoment, 'now' | 'actor'>>;

/** One commit of a story. */
export type Commit = {
  readonly now: Instant;
  readonly act: CommandType | 'sweep';
  readonly facts: readonly Fact[];
};

/** A case so far, as the write path would have kept it. */
export type Story = {
  readonly state: Case;
  readonly commits: readonly Commit[];
  readonly setting: Setting;
};

/** An act at a time on the wall, by whoever usually does it unless somebody is named. */
export type Entry = readonly [at: string, command: Command, by?: Actor];

/** The case after a report received and taken down at a time on the wall. */
export function given(
  at = '2026-03-02 08:00',
  more: Partial<CommandOf<'receiveReport'>> = {},
  setting: Setting = {},
): Story {
  const report = act('receiveReport', { receivedAt: vn(at), ...more });
  return afterCommands([[at, report]], setting);
}

/** The case after some acts, the first of them a report. */
export function afterCommands(entries: readonly Entry[], setting: Setting = {}): Story {
  return further({ state: undefined, commits: [], setting }, entries);
}

type Begun = Omit<Story, 'state'> & { readonly state: Case | undefined };

/** The story after some more acts; a refusal ends the test. */
export function further(story: Begun, entries: readonly Entry[]): Story {
  let next: Begun = story;
  for (const [at, command, by] of entries) next = tell(next, command, { now: vn(at), by });
  return begun(next);
}

function begun({ state, ...rest }: Begun): Story {
  if (state === undefined) throw new Error('A story needs a report');
  return { state, ...rest };
}

type When = { readonly now: Instant; readonly by?: Actor | undefined };

/** The story after one more act at an instant; a refusal ends the test. */
export function tell(story: Begun, command: Command, when: When): Story {
  const facts = answer(story, command, when);
  if (isRefusal(facts)) throw new Error(`${command.type} was refused: ${facts.refused}`);
  return written(story, { now: when.now, act: command.type, facts });
}

/** What the core answers to an act: facts, or why not. */
export function answer(
  { state, commits, setting }: Begun,
  command: Command,
  { now, by }: When,
): readonly Fact[] | Refusal {
  const known = { incident: incidentOf(commits), ...setting };
  return decide(state, command, moment(now, by ?? actorFor(command.type, state), known));
}

/** The incident as the commits on its one case add up to it. */
export function incidentOf(commits: readonly Commit[]): Incident | undefined {
  return commits.reduce<Incident | undefined>(
    (incident, { facts }) => incidentAfter(incident, 'case-1', facts),
    undefined,
  );
}

/** The code of the refusal, or `DONE`. */
export function outcome(story: Begun, entry: Entry): string {
  const [at, command, by] = entry;
  const facts = answer(story, command, { now: vn(at), by });
  return isRefusal(facts) ? facts.refused : 'DONE';
}

const clockwork: Actor = { kind: 'SYSTEM', id: 'sweeper', app: 'sweeper', scopes: [], posts: [] };

/** The facts a sweep of the case would leave at a time on the wall. */
export function due(story: Story, at: string): readonly Fact[] {
  return sweep(story.state, moment(vn(at), clockwork, story.setting));
}

/** The story after one sweep, which is no commit if nothing was due. */
export function sweptAt(story: Story, now: Instant): Story {
  const facts = sweep(story.state, moment(now, clockwork, story.setting));
  return facts.length === 0 ? story : written(story, { now, act: 'sweep', facts });
}

/** The story after one sweep at a time on the wall. */
export function swept(story: Story, at: string): Story {
  return sweptAt(story, vn(at));
}

function written(story: Begun, commit: Commit): Story {
  const isAct = commit.act !== 'sweep' && raisesRevision(commit.act);
  const state = committed(story.state, commit.facts, { id: 'case-1', raisesRevision: isAct });
  return { ...story, state, commits: [...story.commits, commit] };
}

/** Somebody whom the permission table lets do the act on the case as it stands. */
export function actorFor(type: CommandType, state: Case | undefined): Actor {
  if (type === 'receiveReport') return officer('COMMUNE_WORKER', home);
  // No row of the table lets anybody break a glass: whoever stands to the case in no way does.
  if (type === 'breakGlass') return officer('COMMUNE_CHAIR', far);
  const [grant] = permitted[type];
  const role: Role = grant?.roles[0] ?? 'COMMUNE_WORKER';
  return officer(role, seat(role, communeFor(type, state)));
}

function communeFor(type: LaterCommandType, state: Case | undefined): UnitCode {
  if (state === undefined) return home;
  const relation = permitted[type][0]?.as[0];
  if (relation === 'OFFERED') return state.offer?.to ?? home;
  return legOf(state, relation === 'RESIDENCE' ? 'RESIDENCE' : 'INCIDENT').unit;
}

/** All facts of a story in order. */
export function factsOf(story: Story): readonly Fact[] {
  return story.commits.flatMap(({ facts }) => facts);
}

/** The facts of the last commit of a story. */
export function lastFacts(story: Story): readonly Fact[] {
  return story.commits.at(-1)?.facts ?? [];
}

/** The facts of one type, in order. */
export function only<Type extends FactType>(facts: readonly Fact[], type: Type): FactOf<Type>[] {
  return facts.filter((fact): fact is FactOf<Type> => fact.type === type);
}

/** How the deadlines of a rule ended, in order. */
export function endings(facts: readonly Fact[], rule: RuleId): string[] {
  return only(facts, 'DeadlineClosed')
    .filter(({ deadline }) => deadline.rule === rule)
    .map(({ how }) => how);
}

/** The open deadline of a rule; more than one ends the test. */
export function open({ state }: Story, rule: RuleId) {
  const found = state.deadlines.filter((each) => each.rule === rule);
  if (found.length > 1) throw new Error(`${rule} is open ${found.length} times`);
  return found[0];
}

/** The rules with an open deadline, in the order of their numbers. */
export function openRules({ state }: Story): string[] {
  return state.deadlines.map(({ rule }) => rule).sort();
}

const way: readonly (readonly [Step, Command])[] = [
  ['INITIAL_ASSESSMENT', act('assessInitially')],
  ['NEEDS_ASSESSMENT', act('assessNeeds')],
  [
    'PLAN_DRAFTING',
    act('submitPlan', { items: [item('i1', '2026-04-10'), item('i2', '2026-04-17')] }),
  ],
  ['PLAN_APPROVAL', act('approvePlan')],
  ['EXECUTION', act('reviewPlan')],
  ['CLOSING', act('closeCase')],
  ['CLOSED', act('archiveCase')],
];

/** The shortest story to a step, an hour after another from Monday 2026-03-02 08:00. */
export function caseAt(step: Step, setting: Setting = {}): Story {
  let story = given('2026-03-02 08:00', {}, setting);
  for (const [at, command] of way) {
    if (at === step) break;
    if (at === 'PLAN_DRAFTING') story = later(story, act('recordMeeting'));
    story = later(story, command);
  }
  return story;
}

/** The story after an act one hour after the last commit. */
export function later(story: Story, command: Command, by?: Actor): Story {
  const last = story.commits.at(-1)?.now ?? vn('2026-03-02 08:00');
  return tell(story, command, { now: plusHours(last, 1), by });
}
