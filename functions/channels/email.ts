import { SESv2Client, SendEmailCommand, type SendEmailCommandInput } from '@aws-sdk/client-sesv2';
import type { Carrier } from '#app/ports/notices.ts';

// Answers that repeat themselves however often the same mail is tried.
const final = ['MessageRejected', 'BadRequestException', 'MailFromDomainNotVerifiedException'];

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
      return final.includes((failure as Error).name) ? 'REFUSED' : 'LATER';
    }
  };
}

/** A client of SES, or of the endpoint that stands in for it. */
export function sesClient(endpoint: string | undefined): SESv2Client {
  return new SESv2Client(endpoint === undefined ? {} : { endpoint });
}
