import type { Calendar } from '#domain/calendar.ts';
import { type Movement, movements } from '#domain/case/movement.ts';
import type { UnitCode } from '#domain/directory.ts';
import { type CaseloadRoom, caseload } from './caseload.ts';
import type { Page, PageWish } from './ports/worklists.ts';
import type { Surroundings } from './surroundings.ts';

/** What a preview reads. */
export type PreviewRoom = CaseloadRoom & Pick<Surroundings, 'directories' | 'world'>;

/** The open deadlines that a calendar would move, of a page of the caseload of some units. */
export async function previewCalendar(
  room: PreviewRoom,
  units: readonly UnitCode[],
  { calendar, ...wish }: PageWish & { readonly calendar: Calendar },
): Promise<Page<Movement>> {
  const [page, procedures, { ladders }] = await Promise.all([
    caseload(room, units, wish),
    room.directories.procedures(),
    room.directories.around([]),
  ]);
  const now = room.world.now();
  const rows = page.rows.flatMap(({ state }) =>
    movements(state, { now, calendar, procedures, ladders }),
  );
  return { rows, next: page.next };
}
