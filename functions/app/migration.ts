import { type Migration, migration } from '#domain/case/migration.ts';
import { type Change, changes } from '#domain/case/movement.ts';
import type { UnitCode } from '#domain/directory.ts';
import { type CaseloadRoom, caseload } from './caseload.ts';
import { migrateCase } from './clockwork.ts';
import { nameOf } from './failure.ts';
import type { Head } from './ports/ledger.ts';
import type { MigrationCounts } from './ports/migrations.ts';
import type { Page, PageWish } from './ports/worklists.ts';
import type { Surroundings } from './surroundings.ts';

/** What a migration needs around it. */
export type MigrationRoom = Surroundings & CaseloadRoom;

/** A migration, and the units whose lists hold its cases. */
export type MigrationWish = Migration & { readonly units: readonly UnitCode[] };

/** What would become of the open deadlines of a page of the caseload; nothing is written. */
export async function previewMigration(
  room: MigrationRoom,
  wish: MigrationWish,
  at: PageWish,
): Promise<Page<Change>> {
  const [page, calendar, procedures, { ladders }] = await Promise.all([
    caseload(room, wish.units, at),
    room.directories.calendar(),
    room.directories.procedures(),
    room.directories.around([]),
  ]);
  const moment = { now: room.world.now(), calendar, procedures, ladders };
  const rows = page.rows.flatMap(({ state }) =>
    changes(state, migration(state, wish, moment), moment.now),
  );
  return { rows, next: page.next };
}

const nothing: MigrationCounts = { cases: 0, moved: 0, voided: 0, failed: 0 };

/** Lets a page of the caseload change over; a case that fails is named with an alarm and holds nothing up. */
export async function migratePage(
  room: MigrationRoom,
  wish: MigrationWish,
  at: PageWish,
): Promise<MigrationCounts & { readonly next: string | undefined }> {
  const page = await caseload(room, wish.units, at);
  let total = nothing;
  for (const head of page.rows) total = plus(total, await migrateOne(head, wish, room));
  return { ...total, next: page.next };
}

/** Two counts together. */
export function plus(a: MigrationCounts, b: MigrationCounts): MigrationCounts {
  return {
    cases: a.cases + b.cases,
    moved: a.moved + b.moved,
    voided: a.voided + b.voided,
    failed: a.failed + b.failed,
  };
}

async function migrateOne(
  head: Head,
  wish: MigrationWish,
  room: MigrationRoom,
): Promise<MigrationCounts> {
  try {
    const facts = await migrateCase(head, wish, room);
    const ofType = (type: string) => facts.filter((fact) => fact.type === type).length;
    const [moved, voided] = [ofType('DeadlineMoved'), ofType('DeadlineClosed')];
    return { cases: facts.length > 0 ? 1 : 0, moved, voided, failed: 0 };
  } catch (failure) {
    const caseId = head.state.id;
    room.world.log({ event: 'migration_failed', alarm: true, caseId, code: nameOf(failure) });
    return { ...nothing, failed: 1 };
  }
}
