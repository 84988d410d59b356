import type {
  CalendarBook,
  CalendarImport,
  CalendarProgress,
  Calendars,
  KeptImport,
} from '#app/ports/calendars.ts';
import type { Calendar } from '#domain/calendar.ts';
import { type Amendment, amended } from '#domain/calendar-amendment.ts';
import { checkVersion, itemVersion, pack, unpack } from './body.ts';
import { askAll, type Database, get, glance, type Item, isNew, put, putIf } from './database.ts';
import { keys } from './table.ts';
import { change, inTurn, type Register, type Signed, type Turn } from './turn.ts';

/** The calendar that comes with the code. */
type Shipped = () => Promise<Calendar>;

/**
 * Reads the present calendar: that of the code, with every import since.
 *
 * While nothing was imported since the last call, one small item is all that is read. Its `id` and not its
 * number says so, because another book may have grown to the same number.
 */
export function presentCalendar(database: Database, shipped: Shipped): Shipped {
  let known: { readonly id: unknown; readonly calendar: Calendar } | undefined;
  return async () => {
    const mark = await glance(database, 'directory', keys.calendarMark());
    if (mark === undefined) return shipped();
    const id = mark['id'];
    if (known !== undefined && known.id === id) return known.calendar;
    const { calendar } = await read(database, shipped, countOf(mark));
    known = { id, calendar };
    return calendar;
  };
}

/** The calendar as administrators keep it, over the one that comes with the code. */
export function openCalendars(register: Register, shipped: Shipped): Calendars {
  const { database } = register;
  return {
    book: async () => {
      const mark = await get(database, 'directory', keys.calendarMark());
      return read(database, shipped, countOf(mark));
    },
    add: (wish, by, now) => inTurn(register, (turn) => add(turn, shipped, wish, { by, now })),
  };
}

const countOf = (mark: Item | undefined): number => Number(mark?.['n'] ?? 0);

/** The book up to an import; later ones are of a later mark. */
async function read(database: Database, shipped: Shipped, count: number): Promise<CalendarBook> {
  const { pk, sk } = keys.calendarImport(count);
  const values = { ':pk': pk, ':last': sk };
  const where = 'pk = :pk AND sk <= :last';
  const items = count === 0 ? [] : await askAll(database, { table: 'directory', where, values });
  const imports = items.map(readImport);
  const calendar = imports.reduce((days, each) => amended(days, each.amendment), await shipped());
  return { calendar, imports };
}

/** Revisions of the code and of the book both only ever rise, and so does their sum. */
async function add(turn: Turn, shipped: Shipped, wish: CalendarImport, signed: Signed) {
  const { database, newId } = turn;
  const mark = await get(database, 'directory', keys.calendarMark());
  const count = countOf(mark);
  if ((await shipped()).revision + count !== wish.revision) return false;
  const next = { ...keys.calendarMark(), n: count + 1, id: newId() };
  const actions = [
    put(database, 'directory', importItem(count + 1, wish, signed), isNew),
    put(database, 'directory', next, count === 0 ? isNew : isStill(count)),
  ];
  const about = [wish.document, `revision ${wish.revision + 1}`];
  await change(turn, actions, { ...signed, act: 'importCalendar', about });
  return true;
}

const isStill = (count: number) => ({ when: 'n = :before', values: { ':before': count } });

function importItem(number: number, wish: CalendarImport, { by, now }: Signed): Item {
  const { amendment, ...rest } = wish;
  return {
    ...keys.calendarImport(number),
    v: itemVersion,
    ...rest,
    officer: by.id,
    app: by.app,
    at: now,
    body: pack(amendment),
  };
}

function readImport(item: Item): KeptImport {
  checkVersion(item);
  const { revision, document, changes, request, at, officer: id, app } = item;
  const amendment = unpack<Amendment>(item['body']);
  // The members are as `importItem` wrote them under this version.
  return { revision, document, changes, request, at, by: { id, app }, amendment } as KeptImport;
}

/** How far the open deadlines have followed the calendar; it lies with the other cursors. */
export function openCalendarProgress(database: Database): CalendarProgress {
  return {
    replannedTo: async () => countOf(await glance(database, 'notices', keys.replanned())),
    replanned: async (revision) => {
      const item = { ...keys.replanned(), v: itemVersion, n: revision };
      const when = 'attribute_not_exists(pk) OR n < :n';
      await putIf(database, 'notices', item, { when, values: { ':n': revision } });
    },
  };
}
