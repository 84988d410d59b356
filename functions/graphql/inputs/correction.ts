import * as z from 'zod';
import type { CorrectChildInput, CorrectResidenceInput } from '#schema/generated.ts';
import { filed } from '../papers.ts';
import { type Ask, ask } from './ask.ts';
import { caseAct, optional, unitCode } from './fields.ts';
import { child, clearOf, identityOf } from './intake.ts';

/** Where the child lives. */
export const correctResidence = z
  .strictObject({ ...caseAct, residenceUnit: optional(unitCode) })
  .transform(({ residenceUnit, ...head }) =>
    ask('correctResidence', head, { residenceUnit }),
  ) satisfies z.ZodType<Ask<'correctResidence'>, CorrectResidenceInput>;

/** Who the child is, told anew. */
export const correctChild = z
  .strictObject({ ...caseAct, child })
  .transform(({ child: told, ...head }) =>
    ask('correctChild', head, {
      child: clearOf(told),
      papers: filed({ IDENTITY: identityOf(told) }),
    }),
  ) satisfies z.ZodType<Ask<'correctChild'>, CorrectChildInput>;
