import { isInHours, type Span } from './deadline.ts';

/**
 * Whether a duty within one span never ends later than within another, whenever it begins and whatever the
 * calendar and the office hours are, as long as nothing stops or extends its time.
 *
 * Where that depends on days nobody knows beforehand, the answer is no.
 */
export function isNeverLater(span: Span, than: Span): boolean {
  if (span.unit === 'UNTIL_DAY' || than.unit === 'UNTIL_DAY') return span.unit === than.unit;
  if (span.unit === than.unit) return span.count <= than.count && rollsNoFurther(span, than);
  if (isInHours(span) || isInHours(than)) return mostHours(span) <= leastHours(than);
  return daysOf(span).most <= daysOf(than).least && rollsNoFurther(span, than);
}

type Counted = Exclude<Span, { readonly unit: 'UNTIL_DAY' }>;

/** Whether a span that ends with a worked day is not compared with one that ends on any day. */
function rollsNoFurther(span: Counted, than: Counted): boolean {
  return !rolls(span) || rolls(than);
}

function rolls(span: Counted): boolean {
  return 'rolls' in span ? span.rolls : span.unit === 'WORKING_DAYS';
}

/** Days from that of the start to the last one, before it is moved off a rest day. */
function daysOf({ unit, count }: Counted): { readonly least: number; readonly most: number } {
  if (unit === 'MONTHS') return { least: 28 * count, most: 31 * count };
  return { least: count, most: unit === 'WORKING_DAYS' ? Number.POSITIVE_INFINITY : count };
}

function leastHours(span: Counted): number {
  return isInHours(span) ? span.count : 24 * daysOf(span).least;
}

function mostHours(span: Counted): number {
  if (span.unit === 'HOURS') return span.count;
  // Nights, rest days and holidays may lie between, as many as there are.
  if (span.unit === 'WORKING_HOURS' || rolls(span)) return Number.POSITIVE_INFINITY;
  return 24 * (daysOf(span).most + 1);
}
