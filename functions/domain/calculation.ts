import { type Calendar, calendarIn } from './calendar.ts';
import { sinceStart } from './case/deadlines.ts';
import { startOfCount } from './case/openings.ts';
import {
  type Counted,
  count,
  type Pause,
  type Span,
  type Uncountable,
  untilDay,
} from './deadline.ts';
import type { UnitCode } from './directory.ts';
import { breachRung, ladders, type Rung, rungAt } from './escalation.ts';
import { inForce, type Limit, limitOf, type Procedure, type RuleId } from './procedure.ts';
import { isRefusal, type Refusal, refuse } from './refusal.ts';
import { type Instant, localDate, type PlainDate, plusDays } from './time.ts';

/** A limit to be counted, with what the record of a case would say of it. */
export type WantedLimit = {
  readonly rule: RuleId;
  /** A version by its id; the one in force where and when the clock starts if none is named. */
  readonly procedure: string | null;
  /** For isolation: days it may still last, or for which it is ordered. */
  readonly days: number | null;
  /** The expected end of a plan item or of the plan, or the last day of an isolation. */
  readonly named: PlainDate | null;
};

/** What is asked of the calculator: a limit of a procedure, or a span of the asker's own. */
export type Inquiry = {
  readonly of: WantedLimit | { readonly span: Span };
  /** When the clock starts. */
  readonly from: Instant;
  /** Where it runs, from the narrowest unit to the nation. */
  readonly territory: readonly UnitCode[];
  readonly pauses: readonly Pause[];
  /** Units of the span granted beyond it. */
  readonly extra: number | null;
};

/** A limit and the version of the procedure it stands in. */
export type Cited = { readonly limit: Limit; readonly procedure: Procedure };

/** A rung of the ladder and when it is reached. */
export type ReachedRung = Pick<Rung, 'id' | 'kind' | 'tell'> & { readonly at: Instant };

/** A count without a case: how it ends, why, and who would be told when. */
export type Calculation = {
  /** Nothing for a span of the asker's own. */
  readonly cited: Cited | null;
  /** The span as it was counted. */
  readonly span: Span;
  readonly from: Instant;
  readonly counted: Counted | Uncountable;
  readonly calendarRevision: number;
  /** Empty without a limit, whose ladder it is, and while there is no end. */
  readonly rungs: readonly ReachedRung[];
};

/** What there is to count by. */
export type Law = { readonly procedures: readonly Procedure[]; readonly calendar: Calendar };

/**
 * Counts a limit or a span as it would be counted for a case.
 *
 * Refused when there is no such limit there and then, or when the limit needs another term than was given.
 */
export function calculate(asked: Inquiry, { procedures, calendar }: Law): Calculation | Refusal {
  const days = calendarIn(calendar, asked.territory);
  const wanted: Measured | Refusal =
    'span' in asked.of ? asked.of : measured(asked.of, asked, procedures);
  if (isRefusal(wanted)) return wanted;
  const counted = countFrom(asked, wanted, days);
  const { cited = null } = wanted;
  return {
    cited,
    span: wanted.span,
    from: asked.from,
    counted,
    calendarRevision: calendar.revision,
    rungs: cited === null ? [] : rungsOf(cited.limit, asked.from, counted, days),
  };
}

type Measured = {
  readonly cited?: Cited;
  readonly span: Span;
  readonly named?: PlainDate | undefined;
};

function countFrom(asked: Inquiry, { cited, span, named }: Measured, days: Calendar) {
  const { from, pauses, extra } = asked;
  const start = cited === undefined ? from : startOfCount(cited.limit, named, from);
  const counted = count(span, start, days, { named, pauses, ...(extra !== null && { extra }) });
  return sinceStart(from, start, counted);
}

/** The limit with its span and named day, when the terms given are those it takes. */
function measured(
  wanted: WantedLimit,
  asked: Inquiry,
  procedures: readonly Procedure[],
): Measured | Refusal {
  const cited = cite(wanted, asked, procedures);
  if (isRefusal(cited)) return cited;
  const { limit } = cited;
  if (asked.extra !== null && !isExtensible(limit)) return refuse('TERM_UNFIT', ['extra']);
  const term =
    limit.each === 'ISOLATION'
      ? isolationTerm(wanted, limit, asked.from)
      : plainTerm(wanted, limit);
  return isRefusal(term) ? term : { cited, ...term };
}

/** A day named in the record is moved by correcting the record, and a cap on a liberty not at all. */
function isExtensible({ within }: Limit): boolean {
  return within.unit !== 'UNTIL_DAY' && (within.unit !== 'CALENDAR_DAYS' || within.rolls);
}

function cite(
  { rule, procedure: version }: WantedLimit,
  { territory, from }: Inquiry,
  procedures: readonly Procedure[],
): Cited | Refusal {
  const procedure =
    version === null
      ? inForce(procedures, territory, localDate(from))
      : procedures.find(({ id }) => id === version);
  if (procedure === undefined)
    return version === null
      ? refuse('PROCEDURE_UNKNOWN', ['from'])
      : refuse('LIMIT_UNKNOWN', ['procedure']);
  const limit = limitOf(procedure, rule);
  return limit === undefined ? refuse('LIMIT_UNKNOWN', ['rule']) : { limit, procedure };
}

type Term = { readonly span: Span; readonly named?: PlainDate };

function plainTerm({ days, named }: WantedLimit, limit: Limit): Term | Refusal {
  if (days !== null) return refuse('TERM_UNFIT', ['days']);
  const needsDay = limit.within.unit === 'UNTIL_DAY' || limit.each === 'PLAN';
  if (needsDay && named === null) return refuse('NAMED_DAY_MISSING', ['namedDay']);
  if (!needsDay && named !== null) return refuse('TERM_UNFIT', ['namedDay']);
  return { span: limit.within, ...(named !== null && { named }) };
}

function isolationTerm(wanted: WantedLimit, { within }: Limit, from: Instant): Term | Refusal {
  return within.unit === 'UNTIL_DAY' ? lastDayTerm(wanted, from) : capTerm(wanted, within);
}

/** The assessment is due with the last day for which the isolation was ordered. */
function lastDayTerm({ days, named }: WantedLimit, from: Instant): Term | Refusal {
  const last = named ?? (days === null ? null : plusDays(localDate(from), days));
  if (last === null) return refuse('NAMED_DAY_MISSING', ['namedDay']);
  return { span: untilDay, named: last };
}

type CountedSpan = Exclude<Span, { readonly unit: 'UNTIL_DAY' }>;

/** The cap counts what earlier orders have left of its days. */
function capTerm({ days, named }: WantedLimit, within: CountedSpan): Term | Refusal {
  if (named !== null) return refuse('TERM_UNFIT', ['namedDay']);
  if (days === null) return { span: within };
  if (days > within.count) return refuse('ISOLATION_CAP_EXCEEDED', ['days']);
  return { span: { ...within, count: days } };
}

function rungsOf(
  { ladder }: Limit,
  from: Instant,
  counted: Counted | Uncountable,
  days: Calendar,
): readonly ReachedRung[] {
  if (counted.status === 'UNPLANNED') return [];
  const { dueAt } = counted;
  // Nobody is reminded of an end that was past before the duty began.
  const first = dueAt <= from ? breachRung(ladder) : 0;
  return ladders[ladder].flatMap(({ id, kind, tell }, rung) => {
    const at = rungAt(ladder, rung, { from, dueAt }, days);
    return rung < first || at === undefined ? [] : [{ id, kind, tell, at }];
  });
}
