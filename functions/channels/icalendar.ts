import { createHash } from 'node:crypto';
import ical, {
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { type AgendaEntry, detailsOf, headlineOf } from '#domain/agenda.ts';
import { caseLink } from '#domain/letter.ts';

/** What calendar programs take. */
export const calendarType = 'text/calendar; charset=utf-8';

/** How soon a program should ask again, in seconds. */
const refreshSeconds = 15 * 60;

/** A calendar in the form of RFC 5545; the same entries always make the same text. */
export function icalendar(
  office: string,
  entries: readonly AgendaEntry[],
  consoleUrl: string,
): string {
  const calendar = ical({
    name: escaped(`Lá Chắn – ${office}`),
    prodId: { company: 'La Chan', product: 'Deadlines', language: 'VI' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: refreshSeconds,
    events: entries.map((entry) => eventOf(entry, consoleUrl)),
  });
  return `${calendar.toString()}\r\n`;
}

/** The library writes every text as RFC 5545 asks, but for the name of the calendar. */
function escaped(name: string): string {
  return name.replaceAll(/[\\;,]/g, '\\$&');
}

function eventOf(entry: AgendaEntry, consoleUrl: string) {
  const { caseId, duty, planning, since, isProvisional, isOverdue } = entry;
  return {
    id: uidOf(caseId, duty.deadline),
    sequence: planning,
    stamp: since,
    start: duty.dueAt,
    summary: headlineOf(entry),
    description: detailsOf(entry),
    url: caseLink(consoleUrl, caseId),
    status: isProvisional ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
    categories: isOverdue ? [{ name: 'QUÁ HẠN' }] : [],
    class: ICalEventClass.PRIVATE,
    // A duty takes no time out of anybody's day.
    transparency: ICalEventTransparency.TRANSPARENT,
  };
}

/** The same through every re-planning, and told by no part of it: the id of a plan item is a partner's text. */
function uidOf(caseId: string, deadline: string): string {
  const digest = createHash('sha256').update(`${caseId}#${deadline}`).digest('hex');
  return `${digest.slice(0, 32)}@la-chan`;
}

/** A strong ETag of a text. */
export function etagOf(text: string): string {
  return `"${createHash('sha256').update(text).digest('base64url')}"`;
}
