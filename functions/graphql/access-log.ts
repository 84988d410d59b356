import type { Audit } from '#app/ports/directory.ts';
import type { KeptWatch, Watches } from '#app/ports/watches.ts';
import type { World } from '#app/ports/world.ts';
import { watchOver } from '#app/watch.ts';
import type { Json } from '#domain/canonical.ts';
import type { Case } from '#domain/case/case.ts';
import type { Actor, FieldClass } from '#domain/permission.ts';
import { isClosedTo } from '#domain/watch.ts';
import { beyond, limits } from './errors.ts';

/** What one request opened and was refused, to be written down before its answer leaves. */
export type AccessLog = {
  /** Notes a part of a case that is opened; throws where this request or this officer may open no more. */
  readonly opened: (state: Case, part: FieldClass) => Promise<void>;
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
  const opened = new Map<string, Set<FieldClass>>();
  const refused = new Map<string, Refused>();
  let kept: Promise<KeptWatch> | undefined;
  // As a text first: half a character, which has no digest, is escaped there.
  const markOf = (met: Json) => world.fingerprint(['met', JSON.stringify(met)]).slice(0, 8);
  return {
    opened: async (state, part) => {
      kept ??= watches.load(actor);
      const isClosed = isClosedTo((await kept).watch, world.now());
      if (isClosed && !isPressing(state, actor)) throw beyond('refusals');
      opened.set(state.id, (opened.get(state.id) ?? new Set()).add(part));
      if (opened.size > limits.openedCases) throw beyond('openedCases');
    },
    refused: (act, about) => {
      const caseId = 'caseId' in about && isCaseId(about.caseId) ? about.caseId : null;
      const met = 'caseId' in about ? about.caseId : [act, about.other];
      refused.set(markOf(met), { act, caseId });
    },
    settle: async () => {
      if (opened.size + refused.size === 0) return;
      const signed = { actor, requestId, at: world.now() };
      const met = { opened: [...opened.keys()].map(markOf), refused: [...refused.keys()] };
      await Promise.all([
        ...[...opened].map(([caseId, classes]) =>
          audit.opened({ ...signed, caseId, classes: [...classes] }),
        ),
        ...[...refused.values()].map((each) => audit.refused({ ...signed, ...each })),
        watchOver(actor, met, { watches, world }, await kept),
      ]);
    },
  };
}

/** Whether a child waits for this officer: no count of ours stands between them. */
function isPressing({ emergencySince, workers }: Case, { posts }: Actor): boolean {
  return emergencySince !== null || posts.some(({ id }) => Object.values(workers).includes(id));
}

// Anything else that is sent for an id is nobody's case, and may be anything: it is not written down.
const isCaseId = (text: string): boolean => /^[0-9a-v]{26}$/.test(text);
