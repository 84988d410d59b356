import DataLoader from 'dataloader';
import type { Audit } from '#app/ports/directory.ts';
import type { Surroundings } from '#app/surroundings.ts';
import type { PaperKind } from '#domain/case/terms.ts';
import { type Actor, type CaseView, classOfPaper, type FieldClass } from '#domain/permission.ts';
import { beyond, limits } from './errors.ts';
import { papers, type Read } from './papers.ts';

/** Opens sealed papers within one request. */
export type Opener = {
  /** The newest paper of a kind; null when there is none or its class is not to be seen. */
  readonly open: <Kind extends PaperKind>(view: CaseView, kind: Kind) => Promise<Read<Kind> | null>;
  /** Writes down what was opened, one entry for each case; to be done before the answer leaves. */
  readonly settle: () => Promise<void>;
};

type Wanted = { readonly view: CaseView; readonly kind: PaperKind };
type Opening = {
  readonly around: Surroundings;
  readonly audit: Audit;
  readonly actor: Actor;
  readonly requestId: string;
};

/** An opener for one request of one actor. */
export function opener({ around, audit, actor, requestId }: Opening): Opener {
  const opened = new Map<string, Set<FieldClass>>();
  const note = ({ view, kind }: Wanted): void => {
    const classes = opened.get(view.state.id) ?? new Set();
    opened.set(view.state.id, classes.add(classOfPaper[kind]));
    if (opened.size > limits.openedCases) throw beyond('openedCases');
  };
  const loader = new DataLoader((wanted: readonly Wanted[]) => openAll(wanted, around), {
    cacheKeyFn: ({ view, kind }) => `${view.state.id}/${view.state.seq}/${kind}`,
  });
  return {
    open: async (view, kind) => {
      const isSeen = view.sees.has(classOfPaper[kind]);
      if (!isSeen || view.state.papers[kind] === undefined) return null;
      note({ view, kind });
      return papers[kind].parse(await loader.load({ view, kind })) as Read<typeof kind>;
    },
    settle: async () => {
      const at = around.world.now();
      const entries = [...opened].map(([caseId, classes]) =>
        audit.opened({ caseId, classes: [...classes], actor, requestId, at }),
      );
      await Promise.all(entries);
    },
  };
}

async function openAll(wanted: readonly Wanted[], around: Surroundings) {
  const byCase = Map.groupBy(wanted, ({ view }) => `${view.state.id}/${view.state.seq}`);
  const opened = await Promise.all([...byCase.values()].map((each) => openCase(each, around)));
  const found = new Map(opened.flat());
  return wanted.map((each) => found.get(each) ?? null);
}

/** All papers of one case with one read of the ledger. */
async function openCase(wanted: readonly Wanted[], { ledger, sealing }: Surroundings) {
  const state = wanted[0]?.view.state;
  if (state === undefined) return [];
  const kinds = wanted.map(({ kind }) => kind);
  const { papers: sealed, keys } = await ledger.papers(state, kinds);
  const open = async (each: Wanted) => {
    const paper = sealed.find(({ kind }) => kind === each.kind);
    if (paper === undefined) return [each, null] as const;
    const under =
      each.kind === 'PERPETRATOR'
        ? { subject: state.incident, wrapped: keys.ofIncident }
        : { subject: state.id, wrapped: keys.ofCase };
    return [each, await sealing.open({ ...under, paper })] as const;
  };
  return Promise.all(wanted.map(open));
}
