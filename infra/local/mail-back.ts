import type { Mail } from './mail.ts';

/** How a mail comes back: for good, for now, or because its reader does not want it. */
export type Backwards = 'permanent' | 'transient' | 'complaint';

/** What SES would publish of a mail that comes back, as far as it is read here. */
export function returnEvent({ id, to, tags }: Mail, as: Backwards, now: number): object {
  const timestamp = new Date(now).toISOString();
  const recipients = to.map((emailAddress) => ({ emailAddress }));
  const lists = Object.fromEntries(Object.entries(tags).map(([name, tag]) => [name, [tag]]));
  const mail = { messageId: id, destination: to, tags: lists };
  if (as === 'complaint')
    return {
      eventType: 'Complaint',
      mail,
      complaint: { complainedRecipients: recipients, complaintFeedbackType: 'abuse', timestamp },
    };
  const [bounceType, bounceSubType] =
    as === 'permanent' ? ['Permanent', 'General'] : ['Transient', 'MailboxFull'];
  return {
    eventType: 'Bounce',
    mail,
    bounce: { bounceType, bounceSubType, bouncedRecipients: recipients, timestamp },
  };
}
