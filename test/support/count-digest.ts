import { createHash } from 'node:crypto';
import { vietnam } from '#domain/calendars/vietnam.ts';
import {
  calendarDays,
  cappedDays,
  count,
  hours,
  months,
  workingDays,
  workingHours,
} from '#domain/deadline.ts';
import { triggerWords } from '#domain/deadline-words.ts';
import { account } from '#domain/explanation.ts';
import { fromEpoch, instant, plusHours, toEpoch } from '#domain/time.ts';
import { countByHand, workedCounts } from './worked-counts.ts';

// Run as a process of its own under different time zones: prints the offset the process sees, what
// became of the counts done by hand, and a digest of as many starts as are asked for, spread over
// three years, each counted in every unit and told in words.
const spans = [
  hours(12),
  workingHours(20),
  workingDays(5),
  calendarDays(30),
  cappedDays(15),
  months(3),
];
const first = toEpoch(instant('2025-01-01T00:00:00+07:00'));
const ground = { vi: 'Quyết định 1', en: 'Decision 1' };
const told = { title: ground, basis: { law: 'Art. 1' }, trigger: triggerWords.NeedsAssessed };
const starts = Number(process.argv[2]);
// For 2,000 a step of 13 h 06 min 07.891 s: it meets every hour of the day and the edges of days.
const length = Math.round((2000 / starts) * 47_167_891);
const results = Array.from({ length: starts }, (_, step) => {
  const from = fromEpoch(first + step * length);
  const pauses = [{ from: plusHours(from, 5), until: plusHours(from, 60), ground }];
  return spans.map((span) => {
    const counted = count(span, from, vietnam, { pauses, extra: 1 });
    const extensions = [{ units: 1, ground }];
    const words = account({ ...told, from, span, counted, pauses, extensions, calendar: 1 });
    return { counted, words };
  });
});

process.stdout.write(
  JSON.stringify({
    offset: new Date(first).getTimezoneOffset(),
    byHand: Object.values(workedCounts).flat().map(countByHand),
    digest: createHash('sha256').update(JSON.stringify(results)).digest('hex'),
  }),
);
