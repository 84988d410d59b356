import { previewCalendar } from '#app/calendar-preview.ts';
import type { CalendarBook, CalendarImport } from '#app/ports/calendars.ts';
import { amended, changesNothing, changesOf } from '#domain/calendar-amendment.ts';
import type { Json } from '#domain/canonical.ts';
import type { Actor } from '#domain/permission.ts';
import { refuse } from '#domain/refusal.ts';
import type {
  ImportCalendarPayload,
  MutationImportCalendarArgs,
  QueryPreviewCalendarRevisionArgs,
  RequireFields,
  UserError,
} from '#schema/generated.ts';
import { administer } from './administer.ts';
import { amendmentFrom } from './calendar-list.ts';
import { caseloadOf, listsFor, mayPreview } from './caseload.ts';
import type { AdministrationContext } from './context.ts';
import { connection, wishOf } from './cursor.ts';
import { fault } from './errors.ts';
import * as inputs from './inputs/calendar.ts';
import { problemsOf } from './problems.ts';
import { userError } from './write.ts';

type Imported = Pick<ImportCalendarPayload, 'revision' | 'userErrors'> &
  Partial<ImportCalendarPayload>;

/** Adds an amendment to the calendar, or only checks it. */
export async function importCalendar(
  parent: unknown,
  asked: MutationImportCalendarArgs,
  context: AdministrationContext,
): Promise<ImportCalendarPayload> {
  const answer: Partial<Imported> = await administered(parent, asked, context);
  return { replayed: false, problems: [], userErrors: [], ...answer };
}

const administered = administer(inputs.importCalendar, async (wish, context): Promise<Imported> => {
  const book = await context.calendars.book();
  const request = requestOf(wish, context);
  const earlier = request && earlierOf(request, book, context.actor);
  if (earlier) return again(earlier, request);
  const { calendar } = book;
  if (wish.expectedRevision !== calendar.revision) return refused(conflict(calendar.revision));
  const read = await amendmentFrom(wish, calendar, context);
  if (!('amendment' in read)) return { revision: null, ...read };
  return keep({ ...wish, ...read, request }, book, context);
});

type Request = NonNullable<CalendarImport['request']>;

function requestOf(wish: inputs.ImportWish, { around }: AdministrationContext): Request | null {
  const { idempotencyKey, dryRun: _, ...content } = wish;
  if (idempotencyKey === null) return null;
  const { fingerprint } = around.world;
  return {
    key: fingerprint(['key', idempotencyKey]),
    fingerprint: fingerprint(content as unknown as Json),
  };
}

/** The import that the same officer made through the same app under the same key. */
function earlierOf({ key }: Request, { imports }: CalendarBook, { id, app }: Actor) {
  return imports.find(({ by, request }) => request?.key === key && by.id === id && by.app === app);
}

function again(earlier: CalendarImport, request: Request): Imported {
  if (earlier.request?.fingerprint !== request.fingerprint)
    return refused(userError(refuse('IDEMPOTENCY_KEY_REUSED', ['idempotencyKey'])));
  return { ...earlier.changes, revision: earlier.revision + 1, replayed: true, userErrors: [] };
}

type Kept = Pick<CalendarImport, 'document' | 'amendment' | 'request'> & {
  readonly dryRun: boolean;
};

async function keep(
  { document, amendment, request, dryRun }: Kept,
  { calendar }: CalendarBook,
  { calendars, actor, around }: AdministrationContext,
): Promise<Imported> {
  const { revision } = calendar;
  const changes = changesOf(calendar, amendment);
  if (changesNothing(calendar, amendment)) return { ...changes, revision, userErrors: [] };
  const done = { ...changes, revision: revision + 1, userErrors: [] };
  if (dryRun) return done;
  const wish = { revision, document, amendment, changes, request };
  const isAdded = await calendars.add(wish, actor, around.world.now());
  // Another import came in between, so the present revision is not known here.
  return isAdded ? done : refused(conflict(null));
}

function refused(error: UserError): Imported {
  return { revision: null, userErrors: [error] };
}

function conflict(currentVersion: number | null): UserError {
  const message = 'The calendar has changed. Read it again and repeat with its present revision.';
  return { code: 'CONFLICT', field: ['expectedRevision'], message, currentVersion };
}

type PreviewArguments = RequireFields<QueryPreviewCalendarRevisionArgs, 'unit' | 'first'>;

/** The open deadlines that an amendment would move, of a page of the cases of a unit. */
export async function previewCalendarRevision(
  _parent: unknown,
  { input, unit: code, ...page }: PreviewArguments,
  context: AdministrationContext,
) {
  const { actor, around, units } = context;
  const unit = await units.load(code);
  if (unit === null || !mayPreview(actor, unit)) throw fault('NOT_ALLOWED');
  const listing = { name: 'calendarPreview', of: code, actor, world: around.world };
  const wish = wishOf(page, listing);
  const nothing = { revision: null, ...connection({ rows: [], next: undefined }, listing) };
  const admitted = inputs.previewCalendarRevision.safeParse(input);
  if (!admitted.success)
    return { ...nothing, problems: [], userErrors: problemsOf(admitted.error) };
  const { calendar: present } = await context.law();
  const read = await amendmentFrom(admitted.data, present, context);
  if (!('amendment' in read)) return { ...nothing, ...read };
  const calendar = amended(present, read.amendment);
  const room = { ...around, worklists: listsFor(context) };
  const found = await previewCalendar(room, await caseloadOf(unit, context), { ...wish, calendar });
  const { revision } = calendar;
  return { revision, ...connection(found, listing), problems: [], userErrors: [] };
}
