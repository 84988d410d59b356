import type { Case } from '#domain/case/case.ts';
import type { Fact } from '#domain/case/event.ts';
import type { Moment } from '#domain/case/moment.ts';
import type { Event, Head, SealedPaper, StoredEvent } from './ports/ledger.ts';
import type { World } from './ports/world.ts';

/** What happened in one commit. */
export type Happened = {
  readonly act: Event['act'];
  readonly moment: Pick<Moment, 'now' | 'actor' | 'directory'>;
  readonly facts: readonly Fact[];
  readonly papers: readonly SealedPaper[];
};

/**
 * The event a commit leaves in the ledger, linked to the one before.
 *
 * No entry is dated before the one it follows: a clock that was set back writes with the date of that entry,
 * and what it judged by stays in the facts.
 */
export function linked(
  before: Head | undefined,
  after: Case,
  { act, moment, facts, papers }: Happened,
  world: World,
): StoredEvent {
  const { now, actor, directory } = moment;
  const { kind, id, app } = actor;
  const event: Event = {
    caseId: after.id,
    caseCode: after.code,
    seq: after.seq,
    revision: after.revision,
    act,
    written: before !== undefined && before.written > now ? before.written : now,
    by: { kind, id, app },
    emergency: after.emergencySince !== null,
    synthetic: after.synthetic,
    ...(after.canary && { canary: true }),
    directory: directory.revision,
    facts,
    sealed: papers.map(({ kind: paper, version, digest }) => ({ kind: paper, version, digest })),
  };
  const previous = before?.hash ?? world.chainStart(after.id);
  return { ...event, previous, hash: world.link(previous, event) };
}
