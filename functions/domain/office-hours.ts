import type { OfficeHours, Session } from './calendar.ts';

/** The days of a week as office hours name them, in the order of {@link OfficeHours}. */
export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
/** One of {@link weekdays}. */
export type Weekday = (typeof weekdays)[number];

/** Office hours as people write them: for each day its sessions, such as `07:30-11:30 13:30-17:00`. */
export type WrittenWeek = Readonly<Record<Weekday, string>>;

const session = /^([01]\d|2[0-3]):([0-5]\d)-(?:([01]\d|2[0-3]):([0-5]\d)|(24):(00))$/;

/** The sessions of a day as written, in that order; nothing when the text is none of sessions. */
export function sessionsOf(written: string): readonly Session[] | undefined {
  const texts = written.split(' ').filter((text) => text !== '');
  const read = texts.flatMap((text) => sessionOf(text) ?? []);
  return read.length === texts.length ? read : undefined;
}

function sessionOf(text: string): Session | undefined {
  const numbers = session
    .exec(text)
    ?.slice(1)
    .filter((part) => part !== undefined);
  if (numbers === undefined) return undefined;
  const [fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0] = numbers.map(Number);
  return { from: fromHour * 60 + fromMinute, to: toHour * 60 + toMinute };
}

/** Whether each session ends after it began, and before the next one begins. */
export function areInOrder(sessions: readonly Session[]): boolean {
  const edges = sessions.flatMap(({ from, to }) => [from, to]);
  return edges.every((edge, at) => {
    const before = edges[at - 1] ?? -1;
    // One session may begin where another ends.
    return at % 2 === 0 ? edge >= before : edge > before;
  });
}

/** Office hours as people write them. */
export function written(hours: OfficeHours): WrittenWeek {
  const texts = weekdays.map((day, at) => [day, (hours[at] ?? []).map(sessionText).join(' ')]);
  return Object.fromEntries(texts) as WrittenWeek;
}

const sessionText = ({ from, to }: Session): string => `${clock(from)}-${clock(to)}`;

function clock(minutes: number): string {
  const parts = [Math.floor(minutes / 60), minutes % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
