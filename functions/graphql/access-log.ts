import type { Audit } from '#app/ports/directory.ts';
import type { KeptWatch, Watches } from '#app/ports/watches.ts';
import type { World } from '#app/ports/world.ts';
import { watchOver } from '#app/watch.ts';
import type { Json } from '#domain/canonical.ts';
import type { Actor, FieldClass } from '#domain/permission.ts';
import type { CaseView } from '#domain/view.ts';
import { isClosedTo } from '#domain/watch.ts';
import { beyond, limits } from './errors.ts';

/** What one request opened and was refused, to be written down before its answer leaves. */
export type AccessLog = {
  /** Notes a part of a case that is opened; throws where this request or this officer may open no more. */
  readonly opened: (view: CaseView, part: FieldClass) => Promise<void>;
  /** Notes a case that is shown by an access in an emergency, or given to its child, whatever of it is read. */
  readonly shown: (view: CaseView) => void;
  /** Notes something refused: the act, and the case or whatever else it was about. */
  readonly refused: (
    act: string,
    about: { readonly caseId: string } | { readonly other: Json },
  ) => void;
  /** Writes it all down. */
  readonly settle: () => Promise<void>;
};

type Logging = {
  readonly audit: Audit;
  readonly watches: Watches;
  readonly world: World;
  readonly actor: Actor;
  readonly requestId: string;
};

type Refused = { readonly act: string; readonly caseId: string | null };

/** The access log of one request. */
export function accessLog({ audit, watches, world, actor, requestId }: Logging): AccessLog {
  const opened = new Map<string, Opened>();
  const refused = new Map<string, Refused>();
  let kept: Promise<KeptWatch> | undefined;
  // As a text first: half a character, which has no digest, is escaped there.
  const markOf = (met: Json) => world.fingerprint(['met', JSON.stringify(met)]).slice(0, 8);
  const note = (view: CaseView, part: FieldClass): void => {
    // What is opened to be given away has an entry of its own, beside what is read.
    const key = `${view.state.id} ${view.subjectRequest ?? ''}`;
    const { classes } = opened.get(key) ?? { classes: new Set() };
    opened.set(key, { view, classes: classes.add(part) });
  };
  const casesOpened = () => [...new Set([...opened.values()].map(({ view }) => view.state.id))];
  return {
    opened: async (view, part) => {
      kept ??= watches.load(actor);
      const isClosed = isClosedTo((await kept).watch, world.now());
      if (isClosed && !isPressing(view, actor)) throw beyond('refusals');
      note(view, part);
      if (casesOpened().length > limits.openedCases) throw beyond('openedCases');
    },
    shown: (view) => {
      const isGiven = view.subjectRequest !== undefined;
      if (isGiven || view.lent?.parts.has('STATUS')) note(view, 'STATUS');
    },
    refused: (act, about) => {
      const caseId = 'caseId' in about && isCaseId(about.caseId) ? about.caseId : null;
      const met = 'caseId' in about ? about.caseId : [act, about.other];
      refused.set(markOf(met), { act, caseId });
    },
    settle: async () => {
      if (opened.size + refused.size === 0) return;
      const signed = { actor, requestId, at: world.now() };
      const met = { opened: casesOpened().map(markOf), refused: [...refused.keys()] };
      await Promise.all([
        ...[...opened.values()].map(({ view, classes }) =>
          audit.opened({
            ...{ ...signed, caseId: view.state.id, classes: [...classes] },
            glass: glassBehind(view, classes),
            subjectRequest: view.subjectRequest ?? null,
          }),
        ),
        ...[...refused.values()].map((each) => audit.refused({ ...signed, ...each })),
        watchOver(actor, met, { watches, world }, await kept),
      ]);
    },
  };
}

type Opened = { readonly view: CaseView; readonly classes: Set<FieldClass> };

/** The access in an emergency without which something of this would not have been seen. */
function glassBehind({ lent }: CaseView, classes: ReadonlySet<FieldClass>): string | null {
  const isLent = [...classes].some((part) => lent?.parts.has(part));
  return lent !== undefined && isLent ? lent.glass : null;
}

/** Whether a child waits for this officer: no count of ours stands between them. */
function isPressing({ state, lent }: CaseView, { posts }: Actor): boolean {
  if (state.emergencySince !== null || lent !== undefined) return true;
  return posts.some(({ id }) => Object.values(state.workers).includes(id));
}

/** Whether a text has the form of our ids; any other is nobody's case, may be anything, and is not written down. */
export function isCaseId(text: string): boolean {
  return /^[0-9a-v]{26}$/.test(text);
}
