import { deadlineId } from '#domain/case/terms.ts';
import { deliveriesOf } from '#domain/delivery.ts';
import { noticesOf } from '#domain/notice.ts';
import { recordAfter } from '#domain/statistics-projection.ts';
import { batchesOf } from './batches.ts';
import type { Event, Ledger } from './ports/ledger.ts';
import type { Batch, Notices } from './ports/notices.ts';
import type { Projections } from './ports/statistics.ts';
import type { Subscriptions } from './ports/webhooks.ts';
import type { World } from './ports/world.ts';

/** What projecting needs around it. */
export type ProjectionRoom = {
  readonly ledger: Pick<Ledger, 'events'>;
  readonly notices: Pick<Notices, 'putNew'>;
  readonly subscriptions: Subscriptions;
  readonly projections: Projections;
  /** Tells the queue that a notice waits; a lost word only delays it. */
  readonly hasten: (batches: readonly Batch[]) => Promise<void>;
  readonly world: Pick<World, 'now' | 'log'>;
};

const eventsPerStep = 50;

/**
 * Brings the notices and the statistical record of a case up to its last event; answers how many it took.
 *
 * The change feed is only a hint: events are read strongly from the cursor on and applied in order. Every
 * effect has a key of its own and is put if absent; the cursor moves last, together with the record. Where
 * another projector was first, what it left is taken from there.
 */
export async function project(caseId: string, room: ProjectionRoom): Promise<number> {
  const from = await room.projections.cursor(caseId);
  const events = await room.ledger.events(caseId, from, eventsPerStep);
  const last = events.at(-1);
  if (last === undefined) return 0;
  await tell(events, room);
  const before = await room.projections.record(caseId);
  const record = events.reduce(recordAfter, before);
  const moved = await room.projections.advance({ caseId, from, to: last.seq, before, record });
  const isDone = moved && events.length < eventsPerStep;
  return (moved ? events.length : 0) + (isDone ? 0 : await project(caseId, room));
}

async function tell(events: readonly Event[], room: ProjectionRoom): Promise<void> {
  const notices = events.flatMap(noticesOf);
  // Most events tell nobody, and then nobody is asked who would be told.
  const units = notices.map(({ post }) => post.unit);
  const subscriptions = units.length === 0 ? [] : await room.subscriptions.subscribed(units);
  const deliveries = notices.flatMap((notice) => deliveriesOf(notice, subscriptions));
  const written = await room.notices.putNew(deliveries, room.world.now());
  const keys = written.map(({ channel, to, notice }) => ({ channel, to, id: notice.id }));
  await room.hasten(batchesOf(keys));
  for (const event of events) warnOfNobody(event, room);
}

/** A telling that found no post up to the ministry is a fault of the directory that a person must mend. */
function warnOfNobody(event: Event, { world }: ProjectionRoom): void {
  const done = event.facts.flatMap((fact) =>
    fact.type === 'DeadlineClosed' || fact.type === 'DeadlineRejudged'
      ? [deadlineId(fact.deadline)]
      : [],
  );
  // Of a duty that is done nobody need be told, not even when it is judged late afterwards.
  const untold = event.facts.filter(
    (fact) =>
      'told' in fact &&
      fact.told.length === 0 &&
      !('deadline' in fact && done.includes(deadlineId(fact.deadline))),
  );
  if (untold.length > 0)
    world.log({ event: 'nobody_to_tell', alarm: true, caseId: event.caseId, count: untold.length });
}
