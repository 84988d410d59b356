import * as z from 'zod';
import { legs } from '#domain/procedure.ts';
import type {
  AcceptHandoverInput,
  AssignCommuneInput,
  AssignWorkerInput,
  DeclineHandoverInput,
  OfferHandoverInput,
} from '#schema/generated.ts';
import { type Ask, ask } from './ask.ts';
import { caseAct, id, unitCode } from './fields.ts';

/** An offer of the residence leg. */
export const offerHandover = z
  .strictObject({ ...caseAct, to: unitCode })
  .transform(({ to, ...head }) => ask('offerHandover', head, { to })) satisfies z.ZodType<
  Ask<'offerHandover'>,
  OfferHandoverInput
>;

/** The residence leg is taken over. */
export const acceptHandover = z
  .strictObject(caseAct)
  .transform((head) => ask('acceptHandover', head, {})) satisfies z.ZodType<
  Ask<'acceptHandover'>,
  AcceptHandoverInput
>;

/** The residence leg is not taken over. */
export const declineHandover = z
  .strictObject(caseAct)
  .transform((head) => ask('declineHandover', head, {})) satisfies z.ZodType<
  Ask<'declineHandover'>,
  DeclineHandoverInput
>;

/** The worker who follows the case. */
export const assignWorker = z
  .strictObject({ ...caseAct, post: id, leg: z.enum(legs) })
  .transform(({ post, leg, ...head }) =>
    ask('assignWorker', head, { post, leg }),
  ) satisfies z.ZodType<Ask<'assignWorker'>, AssignWorkerInput>;

/** The commune that is to answer. */
export const assignCommune = z
  .strictObject({ ...caseAct, to: unitCode, leg: z.enum(legs) })
  .transform(({ to, leg, ...head }) => ask('assignCommune', head, { to, leg })) satisfies z.ZodType<
  Ask<'assignCommune'>,
  AssignCommuneInput
>;
