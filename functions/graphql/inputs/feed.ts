import * as z from 'zod';
import type { CreateCalendarFeedInput, RevokeCalendarFeedInput } from '#schema/generated.ts';
import { id, idempotencyKey } from './fields.ts';

type Followed = { readonly post: string };
type ToFollow = Followed & { readonly idempotencyKey: string };

/** A post to be followed. */
export const createCalendarFeed = z.strictObject({ post: id, idempotencyKey }) satisfies z.ZodType<
  ToFollow,
  CreateCalendarFeedInput
>;

/** A post to be followed no more. */
export const revokeCalendarFeed = z.strictObject({ post: id }) satisfies z.ZodType<
  Followed,
  RevokeCalendarFeedInput
>;
