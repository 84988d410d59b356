import * as z from 'zod';
import { conflictGrounds } from '#domain/case/oversight.ts';
import {
  askers,
  subjectAnswers,
  verifications,
  withholdingGrounds,
} from '#domain/case/subject-terms.ts';
import type { AnswerSubjectRequestInput, RecordSubjectRequestInput } from '#schema/generated.ts';
import { type Ask, ask } from './ask.ts';
import { id, noted, optional, sideAct, text } from './fields.ts';

/** A request to see what is kept about the child. */
export const recordSubjectRequest = z
  .strictObject({
    ...sideAct,
    asker: z.enum(askers),
    verifiedBy: z.enum(verifications),
    conflict: optional(z.enum(conflictGrounds)),
    officer: optional(id),
    note: optional(text),
  })
  .refine(({ asker, conflict, officer }) => asker !== 'CHILD' || (conflict ?? officer) === null, {
    path: ['asker'],
    error: 'The child is in no conflict, and no officer. Say who asks for it.',
  })
  .transform(({ asker, verifiedBy, conflict, officer, note, ...head }) =>
    ask('recordSubjectRequest', head, {
      asker,
      verifiedBy,
      conflict,
      officer,
      papers: noted(note),
    }),
  ) satisfies z.ZodType<Ask<'recordSubjectRequest'>, RecordSubjectRequestInput>;

/** The answer to one. */
export const answerSubjectRequest = z
  .strictObject({
    ...sideAct,
    request: id,
    outcome: z.enum(subjectAnswers),
    ground: optional(z.enum(withholdingGrounds)),
    note: optional(text),
  })
  .refine(({ outcome, ground }) => (outcome === 'REFUSED') === (ground !== null), {
    path: ['ground'],
    error: 'A refusal needs its ground, and what is given has none.',
  })
  .transform(({ request, outcome: _, ground, note, ...head }) =>
    ask('answerSubjectRequest', head, { request, refusedOn: ground, papers: noted(note) }),
  ) satisfies z.ZodType<Ask<'answerSubjectRequest'>, AnswerSubjectRequestInput>;
