import { type Command, isAboutIncident } from '#domain/case/command.ts';
import { raisesRevision } from '#domain/case/decide.ts';
import type { CaseFacts } from '#domain/case/decide-incident.ts';
import { committed } from '#domain/case/evolve.ts';
import { type Incident, incidentAfter } from '#domain/case/incident.ts';
import type { Counters } from '#domain/case/moment.ts';
import { papersOf } from '#domain/case/paper.ts';
import { linked } from './entry.ts';
import type { CaseMoment } from './moment.ts';
import { sealAll, withNewKeys } from './papers.ts';
import type { CaseCommit, Commit, IncidentCommit, Loaded, WrappedKeys } from './ports/ledger.ts';
import type { Surroundings } from './surroundings.ts';

/** What was decided: the facts an act leaves, case by case, and what they were decided on. */
export type Decided = {
  readonly command: Command;
  readonly loaded: Loaded;
  readonly moment: CaseMoment;
  readonly facts: readonly CaseFacts[];
};

type Change = CaseFacts & Pick<CaseCommit, 'before' | 'after'>;

/** The transaction of what was decided: new states, sealed papers, linked events, running numbers. */
export async function compose(
  decided: Decided,
  around: Pick<Surroundings, 'sealing' | 'world'>,
): Promise<Commit & Required<Pick<Commit, 'opened'>>> {
  const { command, loaded, moment } = decided;
  const changes = changesOf(decided);
  const keys = await keysFor(changes, decided, around);
  const incident = isAboutIncident(command)
    ? await incidentCommit(changes, keys, decided, around)
    : undefined;
  const cases = changes.map(async ({ before, after, facts, papers: plain }) => {
    const sealed = { subject: after.id, versions: after.papers };
    const papers = await sealAll(plain, sealed, keys, around.sealing);
    const happened = { moment, act: command.type, facts };
    // What the report says stands in the record of every case of the incident.
    const all = [...papers, ...(incident?.papers ?? [])];
    return {
      before,
      after,
      papers,
      event: linked(before, after, { ...happened, papers: all }, around.world),
    };
  });
  return {
    cases: await Promise.all(cases),
    ...(incident && { incident }),
    opened: changes.filter(({ before }) => before === undefined).map(({ after }) => after.code),
    now: moment.now,
    counters: { before: loaded.counters, after: countersAfter(loaded.counters, changes) },
  };
}

function changesOf({ command, loaded, facts: perCase }: Decided): readonly Change[] {
  const heads = [...(loaded.head ? [loaded.head] : []), ...loaded.siblings];
  const known = new Map(heads.map((head) => [head.state.id, head]));
  return perCase.map((each) => {
    const before = known.get(each.caseId);
    // A case begins with its first human change, whatever act opened it.
    const raises = before === undefined || raisesRevision(command.type);
    const commit = { id: each.caseId, raisesRevision: raises };
    return { ...each, before, after: committed(before?.state, each.facts, commit) };
  });
}

async function keysFor(
  changes: readonly Change[],
  { loaded, moment }: Decided,
  { sealing }: Pick<Surroundings, 'sealing'>,
): Promise<WrappedKeys> {
  const opened = changes.filter(({ before }) => before === undefined).map(({ caseId }) => caseId);
  const subjects = loaded.head === undefined ? [moment.incidentId, ...opened] : opened;
  return withNewKeys(loaded.incident?.keys ?? {}, subjects, sealing);
}

async function incidentCommit(
  changes: readonly Change[],
  keys: WrappedKeys,
  { command, loaded: { incident: before } }: Decided,
  { sealing }: Pick<Surroundings, 'sealing'>,
): Promise<IncidentCommit> {
  const after = changes.reduce<Incident | undefined>(
    (incident, { caseId, facts }) => incidentAfter(incident, caseId, facts),
    before?.incident,
  );
  const [asked] = changes;
  if (after === undefined || asked === undefined) throw new Error('An act concerns some case');
  const plain = papersOf('REPORT', 'papers' in command ? command.papers : {});
  const sealed = { subject: after.id, versions: asked.after.papers };
  return { before, after, keys, papers: await sealAll(plain, sealed, keys, sealing) };
}

/** Numbers given out by these facts; a number is used up only by the commit that carries it. */
function countersAfter(before: Counters, changes: readonly Change[]): Counters {
  const facts = changes.flatMap((each) => each.facts);
  const numbers = facts.flatMap((fact) => ('number' in fact ? [fact.number] : []));
  const forms = Object.fromEntries(numbers.map(({ form, number }) => [form, number]));
  const opened = facts.filter(({ type }) => type === 'ReportReceived').length;
  return { ...before, cases: before.cases + opened, forms: { ...before.forms, ...forms } };
}
