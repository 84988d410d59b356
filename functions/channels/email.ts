import { SESv2Client, SendEmailCommand, type SendEmailCommandInput } from '@aws-sdk/client-sesv2';
import type { Carrier } from '#app/ports/notices.ts';

// What is wrong with this one mail; a fault of the account or of our code is thrown, and seen by an operator.
const aboutThisMail = ['MessageRejected', 'BadRequestException'];
const passing = ['TooManyRequestsException', 'LimitExceededException', 'TimeoutError'];

function verdict(failure: unknown): 'REFUSED' | 'LATER' | undefined {
  const { name, $fault } = failure as { readonly name?: string; readonly $fault?: string };
  if (aboutThisMail.includes(name ?? '')) return 'REFUSED';
  if ($fault === 'server' || passing.includes(name ?? '')) return 'LATER';
  // The service could not be reached at all.
  return $fault === undefined && 'code' in (failure as object) ? 'LATER' : undefined;
}

/** E-mail through SES; `from` is the sender of every notice. */
export function emailCarrier(client: SESv2Client, from: string): Carrier {
  return async ({ to, subject, text, ref }) => {
    const input: SendEmailCommandInput = {
      FromEmailAddress: from,
      Destination: { ToAddresses: [to] },
      Content: {
        Simple: {
          Subject: { Data: subject, Charset: 'UTF-8' },
          Body: { Text: { Data: text, Charset: 'UTF-8' } },
          // Carriers deliver at least once; a reader's tools can tell a repeat by this.
          Headers: [{ Name: 'X-La-Chan-Notice', Value: ref }],
        },
      },
    };
    try {
      await client.send(new SendEmailCommand(input));
      return 'SENT';
    } catch (failure) {
      const said = verdict(failure);
      if (said === undefined) throw failure;
      return said;
    }
  };
}

/** A client of SES, or of the endpoint that stands in for it. */
export function sesClient(endpoint: string | undefined): SESv2Client {
  return new SESv2Client(endpoint === undefined ? {} : { endpoint });
}
