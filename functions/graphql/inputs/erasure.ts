import * as z from 'zod';
import { erasureGrounds } from '#domain/case/terms.ts';
import { type ErasureOrder, mostCasesOrdered } from '#domain/erasure.ts';
import type { OrderErasureInput, SignErasureInput } from '#schema/generated.ts';
import { documentNumber, id, idempotencyKey } from './fields.ts';

const twice = 'Each case is named once.';

/** An order of erasure. */
export const orderErasure = z.strictObject({
  idempotencyKey,
  cases: z
    .array(id)
    .min(1)
    .max(mostCasesOrdered)
    .refine((cases) => new Set(cases).size === cases.length, twice),
  ground: z.enum(erasureGrounds),
  document: documentNumber,
}) satisfies z.ZodType<
  Pick<ErasureOrder, 'cases' | 'ground' | 'document'> & { readonly idempotencyKey: string },
  OrderErasureInput
>;

/** An order that is signed or taken back. */
export const signErasure = z.strictObject({ order: id }) satisfies z.ZodType<
  { readonly order: string },
  SignErasureInput
>;
