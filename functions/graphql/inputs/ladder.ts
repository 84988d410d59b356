import * as z from 'zod';
import { roles } from '#domain/directory.ts';
import { ladderUnits, rungKinds } from '#domain/ladder.ts';
import { type LadderDraft, type LaddersDraft, provincialLadders } from '#domain/ladder-import.ts';
import type { ImportLadderInput } from '#schema/generated.ts';
import { documentNumber, idempotencyKey, localDate, optional } from './fields.ts';

/** Ladders to be imported. */
export type LadderWish = Omit<LaddersDraft, 'revision'> & {
  readonly idempotencyKey: string | null;
  readonly expectedRevision: number;
  readonly dryRun: boolean;
};

const span = z.strictObject({ unit: z.enum(ladderUnits), count: z.int() });
const rungId = z.string().regex(/^[\dA-Za-z+/-]{1,20}$/);

const rung = z.strictObject({
  id: rungId,
  kind: z.enum(rungKinds),
  share: optional(z.number()),
  before: optional(span),
  after: optional(span),
  tell: z.array(z.enum(roles)).max(roles.length),
});

const hold = z.strictObject({ effect: z.enum(['SLOWS', 'STOPS']), by: optional(span) });

const ladder = z.strictObject({
  name: z.enum(provincialLadders),
  rungs: z.array(rung).min(1).max(20),
  named: hold,
  anonymous: hold,
}) satisfies z.ZodType<LadderDraft, ImportLadderInput['ladders'][number]>;

/** Ladders to be imported for a province. */
export const importLadder = z.strictObject({
  idempotencyKey: optional(idempotencyKey),
  expectedRevision: z.int().min(0).max(1_000_000),
  province: z.string().regex(/^\d{2}$/),
  document: documentNumber,
  validFrom: localDate,
  ladders: z.array(ladder).max(provincialLadders.length + 1),
  dryRun: z.boolean(),
}) satisfies z.ZodType<LadderWish, ImportLadderInput>;
