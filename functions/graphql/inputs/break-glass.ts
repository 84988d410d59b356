import * as z from 'zod';
import { glassOutcomes } from '#domain/case/oversight.ts';
import type { BreakGlassInput, ReviewBreakGlassInput } from '#schema/generated.ts';
import { type Ask, ask } from './ask.ts';
import { reasoned } from './conflict.ts';
import { id, idempotencyKey, sideAct, text } from './fields.ts';

// A letter with its marks is one character, and what nobody sees is none.
const written = /(?!\p{DI})[\p{L}\p{N}\p{P}]/gu;
const leastWritten = 20;

const saysWhy = (reason: string): boolean => (reason.match(written) ?? []).length >= leastWritten;

/** An access in an emergency. */
export const breakGlass = z
  .strictObject({
    idempotencyKey,
    caseId: id,
    reason: text.refine(saysWhy, 'At least 20 characters that are not blanks are needed.'),
  })
  .transform(({ reason, ...rest }) =>
    ask('breakGlass', { ...rest, happenedAt: null }, { papers: reasoned(reason) }),
  ) satisfies z.ZodType<Ask<'breakGlass'>, BreakGlassInput>;

/** A judgement of one. */
export const reviewBreakGlass = z
  .strictObject({ ...sideAct, glass: id, outcome: z.enum(glassOutcomes), note: text })
  .transform(({ glass, outcome, note, ...rest }) =>
    ask('reviewBreakGlass', rest, { glass, outcome, papers: reasoned(note) }),
  ) satisfies z.ZodType<Ask<'reviewBreakGlass'>, ReviewBreakGlassInput>;
