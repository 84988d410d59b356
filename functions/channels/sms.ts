import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import type { Service, ShortParcel } from '#app/ports/notices.ts';

// What is wrong with this one number; a fault of the account or of our code is thrown, and seen by an operator.
const aboutThisNumber = ['InvalidParameterException', 'OptedOutException'];
const passing = ['ThrottledException', 'Throttling', 'InternalErrorException', 'TimeoutError'];

function verdictOf(failure: unknown): 'REFUSED' | 'LATER' | undefined {
  const { name = '', $fault } = failure as { readonly name?: string; readonly $fault?: string };
  if (aboutThisNumber.includes(name)) return 'REFUSED';
  if ($fault === 'server' || passing.includes(name)) return 'LATER';
  // The service could not be reached at all.
  return $fault === undefined && 'code' in (failure as object) ? 'LATER' : undefined;
}

/** Short messages through SNS, as those that must arrive and not as advertisement. */
export function snsService(client: SNSClient): Service<ShortParcel> {
  const type = { DataType: 'String', StringValue: 'Transactional' };
  return async ({ to, text }) => {
    const command = new PublishCommand({
      PhoneNumber: to,
      Message: text,
      MessageAttributes: { 'AWS.SNS.SMS.SMSType': type },
    });
    try {
      const { MessageId } = await client.send(command);
      return { verdict: 'SENT', code: null, message: MessageId ?? null };
    } catch (failure) {
      const verdict = verdictOf(failure);
      if (verdict === undefined) throw failure;
      return { verdict, code: (failure as Error).name, message: null };
    }
  };
}

/** A client of SNS, or of the endpoint that stands in for it. */
export function snsClient(endpoint: string | undefined): SNSClient {
  return new SNSClient(endpoint === undefined ? {} : { endpoint });
}
