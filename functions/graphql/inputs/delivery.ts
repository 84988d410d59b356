import * as z from 'zod';
import type { DeliveryKey } from '#app/ports/notices.ts';
import { channels } from '#domain/delivery.ts';
import type * as sdl from '#schema/generated.ts';
import { id, optional } from './fields.ts';

const channel = z.enum(channels);

/** A delivery to begin anew. */
export const redriveDelivery = z.strictObject({ channel, to: id, notice: id }).transform(
  ({ notice, ...box }): DeliveryKey => ({
    ...box,
    id: notice,
  }),
) satisfies z.ZodType<DeliveryKey, sdl.RedriveDeliveryInput>;

/** Deliveries to begin anew. */
export const redriveDeliveries = z.strictObject({ to: optional(id) }) satisfies z.ZodType<
  { readonly to: string | null },
  sdl.RedriveDeliveriesInput
>;
