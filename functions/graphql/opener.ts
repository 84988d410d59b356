import DataLoader from 'dataloader';
import type { Audit } from '#app/ports/directory.ts';
import type { IncidentHead } from '#app/ports/ledger.ts';
import type { Surroundings } from '#app/surroundings.ts';
import type { Incident } from '#domain/case/incident.ts';
import { isOfReport } from '#domain/case/paper.ts';
import type { PaperKind, PaperRef } from '#domain/case/terms.ts';
import { type Actor, classOfPaper, type FieldClass, sightOfReport } from '#domain/permission.ts';
import type { CaseView } from '#domain/view.ts';
import { beyond, limits } from './errors.ts';
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
  /** Notes that a case is shown by an access in an emergency, whatever of it is read. */
  readonly shown: (view: CaseView) => void;
  /** Writes down what was opened, one entry for each case; to be done before the answer leaves. */
  readonly settle: () => Promise<void>;
};

type Wanted = PaperRef & { readonly view: CaseView };
type Incidents = DataLoader<string, IncidentHead>;
type Opening = {
  readonly around: Surroundings;
  readonly audit: Audit;
  readonly actor: Actor;
  readonly requestId: string;
  readonly incidents: Incidents;
};

/** An opener for one request of one actor. */
export function opener({ around, audit, actor, requestId, incidents }: Opening): Opener {
  const opened = new Map<string, Opened>();
  const note = (view: CaseView, part: FieldClass): void => {
    const { id } = view.state;
    const { classes } = opened.get(id) ?? { classes: new Set() };
    opened.set(id, { view, classes: classes.add(part) });
    if (opened.size > limits.openedCases) throw beyond('openedCases');
  };
  const loader = new DataLoader((wanted: readonly Wanted[]) => openAll(wanted, incidents, around), {
    cacheKeyFn: ({ view, kind, version }) => `${view.state.id}/${kind}/${version}`,
  });
  return {
    open: async (view, kind, asked) => {
      const version = await versionFor({ view, kind, asked }, incidents, actor);
      if (version === undefined) return null;
      note(view, classOfPaper[kind]);
      return papers[kind].parse(await loader.load({ view, kind, version })) as Read<typeof kind>;
    },
    shown: (view) => {
      if (view.lent?.parts.has('STATUS')) note(view, 'STATUS');
    },
    settle: async () => {
      const at = around.world.now();
      const entries = [...opened].map(([caseId, { view, classes }]) => {
        const glass = glassBehind(view, classes);
        return audit.opened({ caseId, classes: [...classes], glass, actor, requestId, at });
      });
      await Promise.all(entries);
    },
  };
}

type Opened = { readonly view: CaseView; readonly classes: Set<FieldClass> };

/** The access in an emergency without which something of this would not have been seen. */
function glassBehind({ lent }: CaseView, classes: ReadonlySet<FieldClass>): string | null {
  const isLent = [...classes].some((part) => lent?.parts.has(part));
  return lent !== undefined && isLent ? lent.glass : null;
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
  // Its key is gone, and that of its incident may be: nothing opens any more.
  if (state.erasedAt !== undefined) return [];
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
  const byCase = Map.groupBy(wanted, ({ view }) => view.state.id);
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
  const state = wanted[0]?.view.state;
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
