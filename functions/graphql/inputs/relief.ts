import * as z from 'zod';
import { reliefGrounds } from '#domain/case/terms.ts';
import type {
  ExtendDeadlineInput,
  PauseDeadlineInput,
  ResumeDeadlineInput,
} from '#schema/generated.ts';
import { type Ask, ask } from './ask.ts';
import { caseAct, documentNumber, id } from './fields.ts';

const grant = {
  ...caseAct,
  deadline: id,
  ground: z.enum(reliefGrounds),
  document: documentNumber,
};
const amount = z.int().min(1).max(30);

/** More time for a duty. */
export const extendDeadline = z
  .strictObject({ ...grant, extra: amount })
  .transform(({ deadline, ground, document, extra, ...head }) =>
    ask('extendDeadline', head, { deadline, ground, document, extra }),
  ) satisfies z.ZodType<Ask<'extendDeadline'>, ExtendDeadlineInput>;

/** A clock that stops. */
export const pauseDeadline = z
  .strictObject({ ...grant, days: amount })
  .transform(({ deadline, ground, document, days, ...head }) =>
    ask('pauseDeadline', head, { deadline, ground, document, days }),
  ) satisfies z.ZodType<Ask<'pauseDeadline'>, PauseDeadlineInput>;

/** A clock that goes on. */
export const resumeDeadline = z
  .strictObject({ ...caseAct, deadline: id })
  .transform(({ deadline, ...head }) =>
    ask('resumeDeadline', head, { deadline }),
  ) satisfies z.ZodType<Ask<'resumeDeadline'>, ResumeDeadlineInput>;
