import * as z from 'zod';
import { unfoundedGrounds } from '#domain/case/terms.ts';
import type {
  ForwardReportInput,
  MarkUnfoundedInput,
  ReferToInvestigationInput,
} from '#schema/generated.ts';
import { type Ask, ask } from './ask.ts';
import { caseAct, documentNumber, noted, optional, text, unitCode } from './fields.ts';

/** A report that goes on to the commune of the incident. */
export const forwardReport = z
  .strictObject({ ...caseAct, to: unitCode })
  .transform(({ to, ...head }) => ask('forwardReport', head, { to })) satisfies z.ZodType<
  Ask<'forwardReport'>,
  ForwardReportInput
>;

/** A report with nothing behind it. */
export const markUnfounded = z
  .strictObject({ ...caseAct, ground: z.enum(unfoundedGrounds), note: optional(text) })
  .transform(({ ground, note, ...head }) =>
    ask('markUnfounded', head, { ground, papers: noted(note) }),
  ) satisfies z.ZodType<Ask<'markUnfounded'>, MarkUnfoundedInput>;

/** A matter passed on to the investigating body. */
export const referToInvestigation = z
  .strictObject({ ...caseAct, document: documentNumber })
  .transform(({ document, ...head }) =>
    ask('referToInvestigation', head, { document }),
  ) satisfies z.ZodType<Ask<'referToInvestigation'>, ReferToInvestigationInput>;
