import { type Bilingual, joined } from './bilingual.ts';
import { citation } from './citation.ts';
import {
  type Counted,
  type Interval,
  isInHours,
  type Pause,
  type Span,
  type Uncountable,
} from './deadline.ts';
import { amountWords, intervalLabels, rowCertainty, type Unit } from './deadline-words.ts';
import type { Basis, Limit } from './procedure.ts';
import {
  hoursBetween,
  type Instant,
  localDate,
  localDateAt,
  type PlainDate,
  plusDays,
  spokenDay,
  spokenTime,
  toEpoch,
} from './time.ts';

/** What an account of a deadline is told from. */
export type Account = {
  readonly title: Bilingual;
  readonly basis: Basis & Pick<Limit, 'local'>;
  /** What started the clock, to follow "khi …" and "when …". */
  readonly trigger: Bilingual;
  readonly from: Instant;
  readonly span: Span;
  readonly counted: Counted | Uncountable;
  readonly pauses: readonly (Pause & { readonly ground: Bilingual })[];
  /** Units granted beyond the span. */
  readonly extensions: readonly { readonly units: number; readonly ground: Bilingual }[];
  /** Revision of the calendar. */
  readonly calendar: number;
};

/** The account of a deadline as a short paragraph that an official can read, check and print. */
export function account(told: Account): Bilingual {
  const { title, span, counted } = told;
  const explanation = counted.status === 'UNPLANNED' ? [] : counted.explanation;
  const sentences = [
    { vi: `${title.vi}.`, en: `${title.en}.` },
    basisWords(told.basis),
    startWords(told),
    timeWords(told),
    countedWords(span, explanation),
    skippedWords(explanation),
    ...pauseWords(told),
    stoppedWords(told),
    calendarWords(told),
    endWords(told),
  ];
  return joined(sentences, ' ');
}

const silent: Bilingual = { vi: '', en: '' };

function basisWords({ law, policy, local }: Account['basis']): Bilingual {
  if (local) {
    return {
      vi: `Căn cứ: quy trình của địa phương (${law ?? policy}); thời hạn luật định vẫn chạy song song.`,
      en: `Basis: a local procedure (${law ?? policy}); the limit of the law runs beside it.`,
    };
  }
  if (law !== undefined) {
    const { vi, en } = citation(law);
    return { vi: `Căn cứ: ${vi}.`, en: `Basis: ${en}.` };
  }
  return {
    vi: `Thời hạn theo quy định nội bộ ${policy}, không phải luật định.`,
    en: `A limit of policy ${policy}, not of law.`,
  };
}

function startWords({ trigger, from }: Account): Bilingual {
  const at = atWords(from);
  return {
    vi: `Thời hạn tính từ khi ${trigger.vi}, lúc ${at.vi} (giờ Việt Nam).`,
    en: `The clock started when ${trigger.en}, at ${at.en} (Vietnam time).`,
  };
}

function timeWords({ span, extensions }: Account): Bilingual {
  if (span.unit === 'UNTIL_DAY') {
    return {
      vi: 'Thời gian: đến hết ngày ghi trong hồ sơ.',
      en: 'Time allowed: to the end of the day named in the record.',
    };
  }
  const isWhole = 'rolls' in span && !span.rolls;
  const rest = isWhole ? { vi: ', kể cả ngày nghỉ', en: ', rest days counted' } : silent;
  const more = extensions.map(({ units, ground }) => {
    const { vi, en } = amountWords(units, span.unit);
    return {
      vi: `, gia hạn thêm ${vi} (${ground.vi})`,
      en: `, extended by ${en} (${ground.en})`,
    };
  });
  const { vi, en } = joined([amountWords(span.count, span.unit), rest, ...more], '');
  return { vi: `Thời gian: ${vi}.`, en: `Time allowed: ${en}.` };
}

/** How much was counted, and which of it only because a day was worked for another. */
function countedWords({ unit }: Span, explanation: readonly Interval[]): Bilingual {
  const counted = explanation.filter(({ counts }) => counts);
  if (unit === 'UNTIL_DAY' || counted.length === 0) return silent;
  const amount = lengthWords(counted, unit);
  const swapped = daysWords(counted.filter(({ source }) => source !== undefined));
  const among =
    swapped === silent
      ? silent
      : { vi: `, trong đó có ${swapped.vi}`, en: `, among them ${swapped.en}` };
  return { vi: `Đã tính: ${amount.vi}${among.vi}.`, en: `Counted: ${amount.en}${among.en}.` };
}

function skippedWords(explanation: readonly Interval[]): Bilingual {
  const skipped = explanation.filter(({ counts, reason }) => !counts && reason !== 'PAUSED');
  const days = daysWords(skipped);
  if (days === silent) return silent;
  return { vi: `Không tính: ${days.vi}.`, en: `Not counted: ${days.en}.` };
}

function pauseWords({ pauses }: Account): readonly Bilingual[] {
  return pauses.map(({ from, until, ground }) => {
    const [start, end] = [atWords(from), atWords(until)];
    return {
      vi: `Tạm dừng từ ${start.vi} đến ${end.vi} (${ground.vi}).`,
      en: `The clock was stopped from ${start.en} to ${end.en} (${ground.en}).`,
    };
  });
}

/** How much of the time that would have counted the pauses took away. */
function stoppedWords({ span, pauses, counted }: Account): Bilingual {
  const { unit } = span;
  if (pauses.length === 0 || counted.status === 'UNPLANNED' || unit === 'UNTIL_DAY') return silent;
  const stopped = counted.explanation.filter(({ reason }) => reason === 'PAUSED');
  const { vi, en } = lengthWords(stopped, unit);
  return {
    vi: `Thời gian không tính do tạm dừng: ${vi}.`,
    en: `Not counted because it was stopped: ${en}.`,
  };
}

function calendarWords({ calendar, counted }: Account): Bilingual {
  const unsure =
    counted.status === 'PROVISIONAL'
      ? {
          vi: ', tạm tính vì có ngày chưa được xác nhận',
          en: ', provisional as not all of its days are confirmed',
        }
      : silent;
  return {
    vi: `Theo lịch làm việc bản số ${calendar}${unsure.vi}.`,
    en: `By calendar revision ${calendar}${unsure.en}.`,
  };
}

function endWords({ counted, span }: Account): Bilingual {
  if (counted.status === 'UNPLANNED') {
    return {
      vi: `Chưa định được hạn cuối vì lịch năm ${counted.missingYear} chưa được rà soát.`,
      en: `It has no end yet, as the calendar of ${counted.missingYear} has not been reviewed.`,
    };
  }
  const end = atWords(counted.dueAt);
  const day = spokenDay(lastDayOf(counted.dueAt));
  const whole = isInHours(span)
    ? silent
    : { vi: ` (hết ngày ${day})`, en: ` (by the end of ${day})` };
  return {
    vi: `Phải hoàn thành trước ${end.vi}${whole.vi}.`,
    en: `It has to be done before ${end.en}${whole.en}.`,
  };
}

function atWords(at: Instant): Bilingual {
  const [time, day] = [spokenTime(at), spokenDay(localDate(at))];
  return { vi: `${time} ngày ${day}`, en: `${time} on ${day}` };
}

/** How long stretches are together. Those of months are told in days: no two months need be alike. */
function lengthWords(intervals: readonly Interval[], unit: Unit): Bilingual {
  const hours = intervals.reduce((sum, { from, to }) => sum + hoursBetween(from, to), 0);
  if (unit === 'HOURS' || unit === 'WORKING_HOURS') return amountWords(hours, unit);
  return amountWords(hours / 24, unit === 'MONTHS' ? 'CALENDAR_DAYS' : unit);
}

type DayRange = { readonly first: PlainDate; readonly last: PlainDate };

/** The days of stretches by reason and document, those that follow one another as one range. */
function daysWords(intervals: readonly Interval[]): Bilingual {
  const groups = new Map<string, { readonly why: Interval; readonly ranges: DayRange[] }>();
  for (const interval of intervals) {
    const key = `${interval.reason} ${interval.source}`;
    const group = groups.get(key) ?? { why: interval, ranges: [] };
    groups.set(key, group);
    extend(group.ranges, { first: localDate(interval.from), last: lastDayOf(interval.to) });
  }
  const words = [...groups.values()].map(({ why, ranges }) => groupWords(why, ranges));
  return words.length === 0 ? silent : joined(words, '; ');
}

function extend(ranges: DayRange[], next: DayRange): void {
  const before = ranges.at(-1);
  if (before === undefined || plusDays(before.last, 1) < next.first) ranges.push(next);
  else ranges.splice(-1, 1, { first: before.first, last: next.last });
}

function groupWords({ reason, occasion, source, status }: Interval, ranges: readonly DayRange[]) {
  // Every night and every noon are outside of working hours; their days would say nothing.
  const days = reason === 'OUTSIDE_HOURS' ? '' : ` ${ranges.map(rangeWords).join(', ')}`;
  const certainty = rowCertainty[status ?? 'CONFIRMED'];
  const words = (language: keyof Bilingual, by: string) => {
    const label = intervalLabels[reason][language];
    const name = occasion === undefined ? '' : ` (${occasion[language]})`;
    const uncapitalised = label.charAt(0).toLowerCase() + label.slice(1);
    const told = `${uncapitalised}${name}${days}`;
    if (source === undefined) return told;
    const document = citation(source)[language];
    // What is only expected has a reason and no document.
    return status === 'UNCONFIRMED'
      ? `${told}${certainty[language]} (${document})`
      : `${told}, ${by} ${document}${certainty[language]}`;
  };
  return { vi: words('vi', 'theo'), en: words('en', 'by') };
}

function rangeWords({ first, last }: DayRange): string {
  return first === last ? spokenDay(first) : `${spokenDay(first)}–${spokenDay(last)}`;
}

/** The last day that has a part before an instant. */
function lastDayOf(to: Instant): PlainDate {
  return localDateAt(toEpoch(to) - 1);
}
