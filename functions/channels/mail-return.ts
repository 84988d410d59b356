import * as z from 'zod';
import type { Returned } from '#app/ports/contacts.ts';
import { instant } from '#domain/time.ts';

/** Text in the few letters a tag of SES may have. */
export function tagOf(text: string): string {
  const escaped = (letter: string) =>
    [...Buffer.from(letter)].map((byte) => `_${byte.toString(16).padStart(2, '0')}`).join('');
  return text.replaceAll(/[^A-Za-z0-9-]/gu, escaped);
}

/** The text a tag was made of. */
export function textOf(tag: string): string {
  const bytes = tag.replaceAll(/_([0-9a-f]{2})/g, '%$1');
  return decodeURIComponent(bytes);
}

const oneTag = z
  .tuple([z.string().regex(/^([A-Za-z0-9-]|_[0-9a-f]{2})+$/)])
  .transform(([tag]) => textOf(tag));
const recipients = z.tuple([z.object({ emailAddress: z.string().max(320) })], z.unknown());
const timestamp = z.string().transform(instant);
const mail = z.object({
  messageId: z.string().max(200),
  tags: z.object({ post: oneTag, notice: oneTag }),
});
const code = z.string().regex(/^[A-Za-z-]{1,40}$/);

/**
 * What SES says of a mail that came back or was complained of, from its event; whatever does not look like one is
 * thrown out, and seen by an operator.
 */
export const mailReturn = z
  .discriminatedUnion('eventType', [
    z.object({
      eventType: z.literal('Bounce'),
      mail,
      bounce: z.object({
        bounceType: code,
        bounceSubType: code,
        bouncedRecipients: recipients,
        timestamp,
      }),
    }),
    z.object({
      eventType: z.literal('Complaint'),
      mail,
      complaint: z.object({
        complaintFeedbackType: code.optional(),
        complainedRecipients: recipients,
        timestamp,
      }),
    }),
  ])
  .transform((event): Returned => {
    const { messageId: message, tags } = event.mail;
    const of = { message, post: tags.post, ref: tags.notice };
    if (event.eventType === 'Bounce') {
      const { bounceType, bounceSubType, bouncedRecipients, timestamp: at } = event.bounce;
      const said = `BOUNCE_${bounceType}_${bounceSubType}`.toUpperCase();
      const address = bouncedRecipients[0].emailAddress;
      const isLasting = bounceType === 'Permanent';
      return { ...of, outcome: 'RETURNED', isLasting, code: said, address, at };
    }
    const { complaintFeedbackType = 'unnamed', complainedRecipients } = event.complaint;
    const address = complainedRecipients[0].emailAddress;
    const said = `COMPLAINT_${complaintFeedbackType}`.toUpperCase();
    const { timestamp: at } = event.complaint;
    return { ...of, outcome: 'COMPLAINED', isLasting: true, code: said, address, at };
  });
