import type { Bilingual } from './bilingual.ts';
import { type Calendar, calendarIn } from './calendar.ts';
import { firstOf, lastInstantOf } from './case/openings.ts';
import { type Ladders, type Law, sinceStart } from './case/planning.ts';
import {
  type Counted,
  count,
  type Pause,
  type Span,
  type Uncountable,
  untilDay,
} from './deadline.ts';
import type { UnitCode } from './directory.ts';
import { breachRung, rungAt } from './escalation.ts';
import { account } from './explanation.ts';
import { inForce } from './in-force.ts';
import type { LadderPolicy, Rung } from './ladder.ts';
import { laddersInForce } from './ladders/registry.ts';
import { type Limit, limitOf, type Procedure, type RuleId } from './procedure.ts';
import { isRefusal, type Refusal, refuse } from './refusal.ts';
import { hoursBetween, type Instant, localDate, type PlainDate, plusDays } from './time.ts';

/** A limit to be counted, with what the record of a case would say of it. */
export type WantedLimit = {
  readonly rule: RuleId;
  /** A version by its id; the one in force where and when the clock starts if none is named. */
  readonly procedure: string | null;
  /** Units where the record says how many: days left of an isolation, months of a follow-up. */
  readonly count: number | null;
  /** The day the record names: the expected end of a service or of the plan, or the last day of an isolation. */
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
  /** The same in words; nothing for a span of the asker's own. */
  readonly account: Bilingual | null;
};

/**
 * Counts a limit or a span as it would be counted for a case.
 *
 * Refused when there is no such limit there and then, or when the limit takes other terms than were given.
 */
export function calculate(asked: Inquiry, law: Law & Ladders): Calculation | Refusal {
  const { procedures, calendar } = law;
  const days = calendarIn(calendar, asked.territory);
  const wanted: Measured | Refusal =
    'span' in asked.of ? asked.of : measured(asked.of, asked, procedures);
  if (isRefusal(wanted)) return wanted;
  const counted = countFrom(asked, wanted, days);
  const { cited = null } = wanted;
  const ladders = laddersInForce(law.ladders, asked.territory, localDate(asked.from));
  const found = {
    cited,
    span: wanted.span,
    from: asked.from,
    counted,
    calendarRevision: calendar.revision,
    rungs: cited === null ? [] : rungsOf(cited.limit, asked, { counted, days, ladders }),
  };
  return { ...found, account: accountOf(found, asked) };
}

type Measured = {
  readonly cited?: Cited;
  readonly span: Span;
  readonly named?: PlainDate | undefined;
};

/** A span that waits for a named day is counted from the end of that day, and told from the start on. */
function countFrom(asked: Inquiry, { span, named }: Measured, days: Calendar) {
  const { from, pauses, extra } = asked;
  const waits = named !== undefined && span.unit !== 'UNTIL_DAY';
  const start = waits ? lastInstantOf(named, from) : from;
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
  const unrelieved = moreThanTaken(limit, asked);
  if (unrelieved !== undefined) return unrelieved;
  const term = termOf(wanted, limit, asked.from);
  return isRefusal(term) ? term : { cited, ...term };
}

/**
 * More time only where a limit takes it, and no more than it takes.
 *
 * @policy 0023
 */
function moreThanTaken(
  { pausable, extendable }: Limit,
  { pauses, extra }: Inquiry,
): Refusal | undefined {
  const stood = pauses.reduce((sum, { from, until }) => sum + hoursBetween(from, until), 0);
  if (stood > 0 && pausable === undefined) return refuse('NOT_PAUSABLE', ['pauses']);
  if (stood > 24 * (pausable?.atMost ?? 0)) return refuse('CAP_EXCEEDED', ['pauses']);
  if (extra === null) return undefined;
  if (extendable === undefined) return refuse('NOT_EXTENDABLE', ['extra']);
  return extra > extendable.atMost ? refuse('CAP_EXCEEDED', ['extra']) : undefined;
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

function termOf(wanted: WantedLimit, limit: Limit, from: Instant): Term | Refusal {
  const { each, within } = limit;
  if (each === 'ISOLATION' && within.unit === 'UNTIL_DAY') return lastDayTerm(wanted, from);
  if (each === 'ISOLATION' && within.unit === 'CALENDAR_DAYS') return capTerm(wanted, within);
  if (limit.series !== undefined) return seriesTerm(wanted, limit);
  return plainTerm(wanted, limit);
}

function plainTerm({ count: units, named }: WantedLimit, limit: Limit): Term | Refusal {
  if (units !== null) return refuse('TERM_UNFIT', ['count']);
  const needsDay = limit.within.unit === 'UNTIL_DAY' || limit.each === 'PLAN';
  if (needsDay && named === null) return refuse('NAMED_DAY_MISSING', ['namedDay']);
  if (!needsDay && named !== null) return refuse('TERM_UNFIT', ['namedDay']);
  return { span: limit.within, ...(named !== null && { named }) };
}

/** The assessment is due with the last day for which the isolation was ordered. */
function lastDayTerm({ count: units, named }: WantedLimit, from: Instant): Term | Refusal {
  const last = named ?? (units === null ? null : plusDays(localDate(from), units));
  if (last === null) return refuse('NAMED_DAY_MISSING', ['namedDay']);
  return { span: untilDay, named: last };
}

type CountedSpan = Exclude<Span, { readonly unit: 'UNTIL_DAY' }>;

/** The cap counts what earlier orders have left of its days. */
function capTerm({ count: units, named }: WantedLimit, within: CountedSpan): Term | Refusal {
  if (named !== null) return refuse('TERM_UNFIT', ['namedDay']);
  if (units !== null && units > within.count) return refuse('ISOLATION_CAP_EXCEEDED', ['count']);
  return { span: { ...within, count: units ?? within.count } };
}

/** A duty that comes again is counted from where the first was: the first of them if none is named. */
function seriesTerm({ count: units, named }: WantedLimit, limit: Limit): Term | Refusal {
  const { series, within } = limit;
  if (named !== null) return refuse('TERM_UNFIT', ['namedDay']);
  if (series === undefined || within.unit === 'UNTIL_DAY') return refuse('TERM_UNFIT', ['count']);
  const wanted = units ?? 0;
  const found = firstOf(series, (each) => each >= wanted);
  if (units !== null && found !== units) return refuse('TERM_UNFIT', ['count']);
  return { span: { ...within, count: found } };
}

type CountedHere = {
  readonly counted: Counted | Uncountable;
  readonly days: Calendar;
  readonly ladders: LadderPolicy;
};

function rungsOf(
  { ladder, series }: Limit,
  { from, of }: Inquiry,
  { counted, days, ladders }: CountedHere,
): readonly ReachedRung[] {
  if (counted.status === 'UNPLANNED') return [];
  const { dueAt } = counted;
  // Nobody is reminded of an end that was past already, and the clock of a later follow-up starts with
  // the one before, of which nothing is known here.
  const isLater =
    series !== undefined && 'count' in of && (of.count ?? 0) > firstOf(series, () => true);
  const { rungs } = ladders.ladders[ladder];
  const first = dueAt <= from || isLater ? breachRung(rungs) : 0;
  return rungs.flatMap(({ id, kind, tell }, rung) => {
    const at = rungAt(rungs, rung, { from, dueAt }, days);
    return rung < first || at === undefined ? [] : [{ id, kind, tell, at }];
  });
}

const arisen: Bilingual = { vi: 'phát sinh nhiệm vụ', en: 'the duty arose' };
const supposed: Bilingual = { vi: 'giả định', en: 'as supposed' };

function accountOf(
  { cited, counted, span, from, calendarRevision }: Omit<Calculation, 'account'>,
  { pauses, extra }: Inquiry,
): Bilingual | null {
  if (cited === null) return null;
  return account({
    title: cited.limit.title,
    basis: cited.limit,
    trigger: arisen,
    from,
    span,
    counted,
    pauses: pauses.map((each) => ({ ...each, ground: supposed })),
    extensions: extra === null ? [] : [{ units: extra, ground: supposed }],
    calendar: calendarRevision,
  });
}
