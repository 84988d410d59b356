import { createHash } from 'node:crypto';
import { vietnam } from '#domain/calendars/vietnam.ts';
import { calendarDays, cappedDays, count, hours, workingDays } from '#domain/deadline.ts';
import { fromEpoch, instant, toEpoch } from '#domain/time.ts';

// Run as a process of its own under different time zones: prints the offset the process sees and
// a digest of 2,000 counts from instants spread over three years.
const spans = [hours(12), workingDays(5), calendarDays(30), cappedDays(15)];
const first = toEpoch(instant('2025-01-01T00:00:00+07:00'));
// A step of 13 h 06 min 07.891 s: it meets every hour of the day and the edges of days.
const results = Array.from({ length: 2000 }, (_, step) => {
  const from = fromEpoch(first + step * 47_167_891);
  return spans.map((span) => count(span, from, vietnam));
});

process.stdout.write(
  JSON.stringify({
    offset: new Date(first).getTimezoneOffset(),
    digest: createHash('sha256').update(JSON.stringify(results)).digest('hex'),
  }),
);
