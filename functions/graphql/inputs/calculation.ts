import * as z from 'zod';
import type { Inquiry } from '#domain/calculation.ts';
import type { Span } from '#domain/deadline.ts';
import type { UnitCode } from '#domain/directory.ts';
import { rules } from '#domain/procedure.ts';
import type { QueryDeadlineCalculationArgs } from '#schema/generated.ts';
import { dateTime, id, localDate, optional, unitCode } from './fields.ts';

/** An inquiry of which the place is known only by the code of a unit. */
export type PlacedInquiry = {
  readonly inquiry: Omit<Inquiry, 'territory'>;
  readonly unit: UnitCode | null;
};

const eitherOr = 'Give either `rule` or `span`, and not both.';
const namedSpan = 'A span of your own is a number of hours, days or months.';
const tooLong = 'At most two years are counted.';
const unfit = 'Belongs to a limit and not to a span of your own.';
const standstill = 'A clock goes on after it stopped.';
const far = 'Only the years 1900 to 2100 are taken.';

type CountedUnit = Exclude<Span['unit'], 'UNTIL_DAY'>;

/** Two years in each unit: no limit of law or policy comes near, and counting costs by the day. */
const most: Readonly<Record<CountedUnit, number>> = {
  HOURS: 17_544,
  WORKING_HOURS: 4_184,
  WORKING_DAYS: 523,
  CALENDAR_DAYS: 731,
  MONTHS: 24,
};
const spanUnits = [...(Object.keys(most) as CountedUnit[]), 'UNTIL_DAY'] as const;

const span = z
  .strictObject({ unit: z.enum(spanUnits), count: z.int().min(1), rolls: z.boolean() })
  .transform(({ unit, count, rolls }, context): Span => {
    if (unit === 'UNTIL_DAY') return faulty(context, ['unit'], namedSpan);
    if (count > most[unit]) return faulty(context, ['count'], tooLong);
    const isRolling = unit === 'CALENDAR_DAYS' || unit === 'MONTHS';
    return isRolling ? { unit, count, rolls } : { unit, count };
  });

function faulty(context: z.core.$RefinementCtx, path: string[], message: string): never {
  context.addIssue({ code: 'custom', path, message });
  return z.NEVER;
}

const near = dateTime.refine((at) => at >= '1900-' && at < '2101-', far);

const pause = z
  .strictObject({ from: near, until: near })
  .refine(({ from, until }) => from < until, { path: ['until'], message: standstill });

const asked = z.strictObject({
  rule: optional(z.enum(rules)),
  span: optional(span),
  from: near,
  unit: optional(unitCode),
  procedure: optional(id),
  count: optional(z.int().min(1).max(366)),
  namedDay: optional(localDate),
  pauses: z.array(pause).max(20),
  extra: optional(z.int().min(1).max(100)),
});

/** A limit or a span to be counted. */
export const deadlineCalculation = asked.transform((wish, context): PlacedInquiry => {
  const { rule, span: own, procedure, count, namedDay, unit, ...rest } = wish;
  const terms = { procedure, count, namedDay };
  if (rule !== null && own === null)
    return { unit, inquiry: { of: { rule, procedure, count, named: namedDay }, ...rest } };
  if (own === null || rule !== null) return faulty(context, ['rule'], eitherOr);
  for (const [name, term] of Object.entries(terms))
    if (term !== null) faulty(context, [name], unfit);
  return { unit, inquiry: { of: { span: own }, ...rest } };
}) satisfies z.ZodType<PlacedInquiry, QueryDeadlineCalculationArgs>;
