import DataLoader from 'dataloader';
import type { IncidentHead } from '#app/ports/ledger.ts';
import type { Surroundings } from '#app/surroundings.ts';
import type { Case } from '#domain/case/case.ts';
import type { Incident } from '#domain/case/incident.ts';
import { isOfReport } from '#domain/case/paper.ts';
import type { PaperKind, PaperRef } from '#domain/case/terms.ts';
import { type Actor, classOfPaper, sightOfReport } from '#domain/permission.ts';
import type { CaseView } from '#domain/view.ts';
import type { AccessLog } from './access-log.ts';
import { papers, type Read } from './papers.ts';

/** Opens sealed papers within one request. */
export type Opener = {
  /**
   * The newest paper of a kind, or one version of it: of what is of a report, that of its number; null when there is
   * none or it is not to be seen.
   */
  readonly open: <Kind extends PaperKind>(
    view: CaseView,
    kind: Kind,
    version?: number,
  ) => Promise<Read<Kind> | null>;
  /**
   * Papers of cases, seen or not, to find in others what must not be told: nothing of them is answered, so it is no
   * reading and stands in no register.
   */
  readonly compare: (wanted: readonly Wanted[]) => Promise<readonly unknown[]>;
};

/** A paper of a case, or of a report of its incident. */
export type Wanted = PaperRef & { readonly state: Case };
type Incidents = DataLoader<string, IncidentHead>;
type Opening = {
  readonly around: Surroundings;
  readonly actor: Actor;
  readonly accessLog: AccessLog;
  readonly incidents: Incidents;
};

/** An opener for one request of one actor. */
export function opener({ around, actor, accessLog, incidents }: Opening): Opener {
  const loader = new DataLoader((wanted: readonly Wanted[]) => openAll(wanted, incidents, around), {
    cacheKeyFn: ({ state, kind, version }) => `${state.id}/${kind}/${version}`,
  });
  return {
    open: async (view, kind, asked) => {
      if (isErased(view)) return null;
      const version = await versionFor({ view, kind, asked }, incidents, actor);
      if (version === undefined) return null;
      await accessLog.opened(view, classOfPaper[kind]);
      const { state } = view;
      return papers[kind].parse(await loader.load({ state, kind, version })) as Read<typeof kind>;
    },
    compare: (wanted) =>
      Promise.all(wanted.map(async (each) => papers[each.kind].parse(await loader.load(each)))),
  };
}

/** Its key is gone, and that of its incident may be: nothing opens any more, as of no time. */
function isErased({ state, present = state }: CaseView): boolean {
  return present.erasedAt !== undefined;
}

type Wish = {
  readonly view: CaseView;
  readonly kind: PaperKind;
  readonly asked: number | undefined;
};

/** The version of a paper that may be opened: of one report, or the newest. */
async function versionFor({ view, kind, asked }: Wish, incidents: Incidents, actor: Actor) {
  const isNewest = asked === undefined;
  const newest = view.sees.has(classOfPaper[kind]) ? view.state.papers[kind] : undefined;
  if (isNewest && newest === undefined) return undefined;
  const filed = view.state.papers[kind] ?? 0;
  // Its key is there too; whatever waits for the incident is then opened together.
  const { incident } = await incidents.load(view.state.incident);
  if (!isOfReport(kind)) return newest && Math.min(asked ?? newest, newest);
  // A case as it once was knows of no report that came later.
  const shown = reportsShown(kind, view, incident, actor).filter((place) => place <= filed);
  return isNewest ? shown.at(-1) : shown.find((each) => each === asked);
}

/**
 * The reports whose paper of a kind may be opened: those that speak of the child, each as if it had
 * opened the case, so that nobody learns by it who made a report to another agency.
 */
function reportsShown(
  kind: PaperKind,
  { state, present = state, lent }: CaseView,
  { cases, reports }: Incident,
  actor: Actor,
): readonly number[] {
  const first = cases.find(({ id }) => id === state.id)?.report ?? reports.length + 1;
  const numbered = reports.map((report, at) => ({ ...report, place: at + 1 }));
  return numbered
    .filter(({ place, papers: kinds }) => place >= first && kinds.includes(kind))
    .filter(
      ({ openedBy }) =>
        lent?.parts.has(classOfPaper[kind]) ||
        sightOfReport(actor, present, openedBy).has(classOfPaper[kind]),
    )
    .map(({ place }) => place);
}

async function openAll(wanted: readonly Wanted[], incidents: Incidents, around: Surroundings) {
  const byCase = Map.groupBy(wanted, ({ state }) => state.id);
  const opened = await Promise.all(
    [...byCase.values()].map((each) => openCase(each, incidents, around)),
  );
  const found = new Map(opened.flat());
  return wanted.map((each) => found.get(each) ?? null);
}

/** All papers of one case with one read of the ledger, and one of its incident for the keys. */
async function openCase(
  wanted: readonly Wanted[],
  incidents: Incidents,
  { ledger, sealing }: Surroundings,
) {
  const state = wanted[0]?.state;
  if (state === undefined) return [];
  const [{ keys }, sealed] = await Promise.all([
    incidents.load(state.incident),
    ledger.papers(state, wanted),
  ]);
  const open = async (each: Wanted, at: number) => {
    const subject = isOfReport(each.kind) ? state.incident : state.id;
    const wrapped = keys[subject];
    const paper = sealed[at];
    if (wrapped === undefined || paper === undefined) throw new Error('A key is missing');
    return [each, await sealing.open({ subject, wrapped, paper })] as const;
  };
  return Promise.all(wanted.map(open));
}
