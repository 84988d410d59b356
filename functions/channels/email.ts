import { SESv2Client, SendEmailCommand, type SendEmailCommandInput } from '@aws-sdk/client-sesv2';
import type { Parcel, Service } from '#app/ports/notices.ts';
import { tagOf } from './mail-return.ts';
import { referenceOf } from './reference.ts';

// What is wrong with this one mail; a fault of the account or of our code is thrown, and seen by an operator.
const aboutThisMail = ['MessageRejected', 'BadRequestException'];
const passing = ['TooManyRequestsException', 'LimitExceededException', 'TimeoutError'];

function verdictOf(failure: unknown): 'REFUSED' | 'LATER' | undefined {
  const { name, $fault } = failure as { readonly name?: string; readonly $fault?: string };
  if (aboutThisMail.includes(name ?? '')) return 'REFUSED';
  if ($fault === 'server' || passing.includes(name ?? '')) return 'LATER';
  // The service could not be reached at all.
  return $fault === undefined && 'code' in (failure as object) ? 'LATER' : undefined;
}

/** Who sends, and the configuration set by which SES tells of what comes back. */
export type MailSender = { readonly from: string; readonly events: string | undefined };

/** E-mail through SES. */
export function emailService(client: SESv2Client, { from, events }: MailSender): Service<Parcel> {
  return async ({ to, subject, text, ref, post }) => {
    const input: SendEmailCommandInput = {
      FromEmailAddress: from,
      ...(events !== undefined && { ConfigurationSetName: events }),
      // What comes back is known by these; SES keeps them to itself.
      EmailTags: [
        { Name: 'post', Value: tagOf(post) },
        { Name: 'notice', Value: tagOf(ref) },
      ],
      Destination: { ToAddresses: [to] },
      Content: {
        Simple: {
          Subject: { Data: subject, Charset: 'UTF-8' },
          Body: { Text: { Data: text, Charset: 'UTF-8' } },
          // Carriers deliver at least once; a reader's tools can tell a repeat by this.
          Headers: [{ Name: 'X-La-Chan-Notice', Value: referenceOf(ref) }],
        },
      },
    };
    try {
      const { MessageId } = await client.send(new SendEmailCommand(input));
      return { verdict: 'SENT', code: null, message: MessageId ?? null };
    } catch (failure) {
      const verdict = verdictOf(failure);
      if (verdict === undefined) throw failure;
      return { verdict, code: (failure as Error).name, message: null };
    }
  };
}

/** A client of SES, or of the endpoint that stands in for it. */
export function sesClient(endpoint: string | undefined): SESv2Client {
  return new SESv2Client(endpoint === undefined ? {} : { endpoint });
}
