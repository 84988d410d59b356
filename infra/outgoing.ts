import { RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { EventBus, EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { ConfigurationSet, EmailSendingEvent, EventDestination } from 'aws-cdk-lib/aws-ses';

/** What the operator says of a gateway for short messages: where it is, what it is sent, and how it says yes. */
export type GatewayWish = {
  readonly url?: string;
  readonly body?: string;
  readonly accepts?: string;
};

/** A gateway for short messages, and the secret it is shown. */
export type SmsGateway = GatewayWish & { readonly url: string; readonly secret: Secret };

/** How mail and short messages leave. */
export type Outgoing = {
  /** The configuration set by which SES tells of mails that came back. */
  readonly mailEvents: string;
  readonly gateway: SmsGateway | undefined;
};

/** What tells of returned mail, and the gateway if the operator named one. */
export function outgoing(stack: Stack, stage: string, wish: GatewayWish): Outgoing {
  const mailEvents = `la-chan-${stage}`;
  const set = new ConfigurationSet(stack, 'MailEvents', { configurationSetName: mailEvents });
  set.addEventDestination('Returns', {
    destination: EventDestination.eventBus(
      EventBus.fromEventBusName(stack, 'DefaultBus', 'default'),
    ),
    events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT],
  });
  const { url } = wish;
  if (url === undefined) return { mailEvents, gateway: undefined };
  if (!url.startsWith('https://')) throw new Error('The gateway has an https address');
  // The operator puts the secret of the gateway there; what is made up here opens nothing.
  const secret = new Secret(stack, 'SmsGatewaySecret', { removalPolicy: RemovalPolicy.RETAIN });
  return { mailEvents, gateway: { ...wish, url, secret } };
}

/** What SES tells of a mail that came back is a job, tried again and kept like every other. */
export function returns(stack: Stack, { mailEvents }: Outgoing, jobs: Lambda): void {
  new Rule(stack, 'ReturnedMail', {
    eventPattern: {
      source: ['aws.ses'],
      detailType: ['Email Bounced', 'Email Complaint Received'],
      detail: { mail: { tags: { 'ses:configuration-set': [mailEvents] } } },
    },
    targets: [
      new LambdaFunction(jobs, {
        event: RuleTargetInput.fromObject({
          job: 'mailReturned',
          detail: EventField.fromPath('$.detail'),
        }),
      }),
    ],
  });
}
