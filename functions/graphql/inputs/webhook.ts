import * as z from 'zod';
import type { ReplayRange, WebhookActs } from '#app/ports/webhooks.ts';
import { noticeKinds } from '#domain/notice.ts';
import type * as sdl from '#schema/generated.ts';
import { dateTime, id, optional, unitCode } from './fields.ts';

type Named = { readonly webhook: string };

/** A webhook by its id: a name and the unit. */
const webhook = z.string().regex(/^[a-z0-9-]{1,40}@(VN|\d{2}|\d{5})$/);
const longestOverlap = 168;

/** A webhook to register. */
export const registerWebhook = z
  .strictObject({
    name: z.string().regex(/^[a-z0-9-]{1,40}$/),
    app: id,
    unit: unitCode,
    agency: optional(id),
    // What stands in it is judged by whoever goes there.
    url: z.string().min(1).max(500),
    kinds: optional(z.array(z.enum(noticeKinds)).max(noticeKinds.length)),
  })
  .transform(({ name, ...wish }) => ({
    webhook: `${name}@${wish.unit}`,
    ...wish,
  })) satisfies z.ZodType<WebhookActs['registerWebhook'], sdl.RegisterWebhookInput>;

/** A change of secrets. */
export const rotateWebhook = z.strictObject({
  webhook,
  version: z.int().min(1),
  overlapHours: z.int().min(0).max(longestOverlap),
}) satisfies z.ZodType<WebhookActs['rotateWebhook'], sdl.RotateWebhookInput>;

/** A webhook. */
export const webhookNamed = z.strictObject({ webhook }) satisfies z.ZodType<
  Named,
  sdl.WebhookInput
>;

/** A delivery to send again. */
export const replayWebhook = z.strictObject({
  webhook,
  notice: z.string().min(1).max(1_000),
}) satisfies z.ZodType<Named & { readonly notice: string }, sdl.ReplayWebhookInput>;

const backwards = 'The end lies before the beginning.';

/** Deliveries to send again. */
export const replayWebhooks = z
  .strictObject({
    webhook,
    from: dateTime,
    to: dateTime,
    sentToo: z.boolean(),
    after: optional(z.string().max(2_000)),
  })
  .refine(({ from, to }) => from <= to, { message: backwards, path: ['to'] }) satisfies z.ZodType<
  ReplayRange & { readonly after: string | null },
  sdl.ReplayWebhooksInput
>;

/** Whether a text can be the id of a webhook. */
export const isWebhookId = (text: string): boolean => webhook.safeParse(text).success;
