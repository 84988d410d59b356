import type { Calendar } from '#domain/calendar.ts';
import type { Amendment, Changes } from '#domain/calendar-amendment.ts';
import type { Actor } from '#domain/permission.ts';
import type { Instant } from '#domain/time.ts';

/** An amendment as it was imported: on which document, and by which request. */
export type CalendarImport = {
  /** The revision of the calendar it was made for; the one it makes is one up. */
  readonly revision: number;
  readonly document: string;
  readonly amendment: Amendment;
  readonly changes: Changes;
  /** Key of the caller's choice, and the keyed digest of what was asked under it. */
  readonly request: { readonly key: string; readonly fingerprint: string } | null;
};

/** An import with who made it. */
export type KeptImport = CalendarImport & {
  readonly by: Pick<Actor, 'id' | 'app'>;
  readonly at: Instant;
};

/** The calendar and every import it comes from, oldest first. */
export type CalendarBook = {
  readonly calendar: Calendar;
  readonly imports: readonly KeptImport[];
};

/** The working calendar as administrators keep it: imports are added, and never changed or taken out. */
export type Calendars = {
  /** Read strongly. */
  readonly book: () => Promise<CalendarBook>;
  /** Adds an import in one transaction; false when the calendar is at another revision. */
  readonly add: (wish: CalendarImport, by: Actor, now: Instant) => Promise<boolean>;
};

/** How far open deadlines have followed the calendar. */
export type CalendarProgress = {
  /** The highest revision that every case has been re-planned to; 0 before there is one. */
  readonly replannedTo: () => Promise<number>;
  /** Never lowers it. */
  readonly replanned: (revision: number) => Promise<void>;
};
