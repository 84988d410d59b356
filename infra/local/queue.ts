import {
  ChangeMessageVisibilityBatchCommand,
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  type Message,
  type MessageAttributeValue,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import type { SQSBatchResponse, SQSEvent, SQSMessageAttribute, SQSRecord } from 'aws-lambda';
import { buildApp } from 'fauxqs';
import { bringNear, type Heard, nearby, nearHandler, type Said } from './near.ts';

/** A Lambda behind the queue: what it names in `batchItemFailures` comes again. */
export type QueueHandler = (event: SQSEvent) => Promise<SQSBatchResponse | undefined>;

/** What a drain did: messages done with, deliveries that failed, and what was thrown. */
export type Drained = {
  readonly handled: number;
  readonly failed: number;
  readonly faults: readonly unknown[];
};

/** Queues of the SQS kind in this process; each `name` has a dead-letter queue `name-dead`. */
export type Queues = {
  readonly endpoint: string;
  readonly urls: Readonly<Record<string, string>>;
  /** A client of the queues within this process, without sockets and signatures. */
  readonly near: SQSClient;
  /** How many requests to send something have come in, from whomever. */
  readonly sends: () => number;
  /** At most ten messages, hidden from others until their visibility ends. */
  readonly receive: (name: string, max: number) => Promise<readonly SQSRecord[]>;
  /** Delivers until the queue is empty; what failed comes again at once, five times in all. */
  readonly drain: (name: string, handle: QueueHandler) => Promise<Drained>;
  /** Empties every queue, the dead-letter queues too. */
  readonly clear: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const { region } = nearby;
const mostReceives = 5;
const batchSize = 10;

const account = '000000000000';

const deadOf = (name: string): string => `${name}-dead`;

const arnOf = (name: string): string => `arn:aws:sqs:${region}:${account}:${name}`;

const attributeOf = (value: MessageAttributeValue): SQSMessageAttribute => ({
  dataType: value.DataType ?? 'String',
  ...(value.StringValue === undefined ? {} : { stringValue: value.StringValue }),
  ...(value.BinaryValue === undefined
    ? {}
    : { binaryValue: Buffer.from(value.BinaryValue).toString('base64') }),
});

const recordOf = (message: Message, name: string): SQSRecord => ({
  messageId: message.MessageId ?? '',
  receiptHandle: message.ReceiptHandle ?? '',
  body: message.Body ?? '',
  attributes: {
    ApproximateReceiveCount: '1',
    SentTimestamp: '0',
    SenderId: '',
    ApproximateFirstReceiveTimestamp: '0',
    ...message.Attributes,
  },
  messageAttributes: Object.fromEntries(
    Object.entries(message.MessageAttributes ?? {}).map(([key, value]) => [
      key,
      attributeOf(value),
    ]),
  ),
  md5OfBody: message.MD5OfBody ?? '',
  eventSource: 'aws:sqs',
  eventSourceARN: arnOf(name),
  awsRegion: region,
});

const entries = (records: readonly SQSRecord[]) =>
  records.map(({ messageId, receiptHandle }) => ({ Id: messageId, ReceiptHandle: receiptHandle }));

type Delivery = { readonly failed: readonly SQSRecord[]; readonly faults: readonly unknown[] };

const deliver = async (records: SQSRecord[], handle: QueueHandler): Promise<Delivery> => {
  if (records.length === 0) return { failed: [], faults: [] };
  try {
    const named = (await handle({ Records: records }))?.batchItemFailures ?? [];
    const ids = new Set(named.map(({ itemIdentifier }) => itemIdentifier));
    const failed = records.filter(({ messageId }) => ids.has(messageId));
    // Lambda takes an identifier it does not know as the failure of the whole batch.
    return { failed: failed.length === ids.size ? failed : records, faults: [] };
  } catch (fault) {
    return { failed: records, faults: [fault] };
  }
};

const createQueue = async (client: SQSClient, name: string, dead?: string): Promise<void> => {
  const redrive = { deadLetterTargetArn: arnOf(dead ?? ''), maxReceiveCount: mostReceives };
  const attributes = { VisibilityTimeout: '60', MessageRetentionPeriod: '1209600' };
  await client.send(
    new CreateQueueCommand({
      QueueName: name,
      Attributes: dead ? { ...attributes, RedrivePolicy: JSON.stringify(redrive) } : attributes,
    }),
  );
};

const createAll = async (client: SQSClient, names: readonly string[]): Promise<void> => {
  for (const name of names) {
    await createQueue(client, deadOf(name));
    await createQueue(client, name, deadOf(name));
  }
};

// The address the queues give themselves needs a resolver that knows names under `localhost`.
const urlsOf = (endpoint: string, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    names
      .flatMap((name) => [name, deadOf(name)])
      .map((name) => [name, `${endpoint}/${account}/${name}`]),
  );

const settle = async (
  client: SQSClient,
  url: string | undefined,
  { done, failed }: { done: readonly SQSRecord[]; failed: readonly SQSRecord[] },
): Promise<void> => {
  if (done.length > 0) {
    await client.send(new DeleteMessageBatchCommand({ QueueUrl: url, Entries: entries(done) }));
  }
  if (failed.length === 0) return;
  const again = entries(failed).map((entry) => ({ ...entry, VisibilityTimeout: 0 }));
  await client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: url, Entries: again }));
};

type Consumer = Pick<Queues, 'receive' | 'drain'>;

const consumer = (client: SQSClient, urls: Readonly<Record<string, string>>): Consumer => {
  const receive = async (name: string, max: number): Promise<SQSRecord[]> => {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl: urls[name],
        MaxNumberOfMessages: max,
        MessageSystemAttributeNames: ['All'],
        MessageAttributeNames: ['All'],
      }),
    );
    return Messages.map((message) => recordOf(message, name));
  };
  const drain = async (name: string, handle: QueueHandler): Promise<Drained> => {
    let drained: Drained = { handled: 0, failed: 0, faults: [] };
    let isMore = true;
    while (isMore) {
      const records = await receive(name, batchSize);
      const { failed, faults } = await deliver(records, handle);
      const done = records.filter((record) => !failed.includes(record));
      await settle(client, urls[name], { done, failed });
      drained = {
        handled: drained.handled + done.length,
        failed: drained.failed + failed.length,
        faults: [...drained.faults, ...faults],
      };
      // A batch that is not full was the last, unless some of it comes again.
      isMore = records.length === batchSize || failed.length > 0;
    }
    return drained;
  };
  return { receive, drain };
};

type Called = { readonly headers: Readonly<Record<string, unknown>> };

/** What the queues answer to a request that did not come over the wire. */
const heardBy = async (app: ReturnType<typeof buildApp>, said: Said): Promise<Heard> => {
  const { statusCode, headers, rawPayload } = await app.inject({
    method: 'POST',
    url: '/',
    headers: said.headers,
    payload: said.body,
  });
  return { status: statusCode, headers: textsOf(headers), body: rawPayload };
};

const textsOf = (headers: object): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

/** Opens the queues on the loopback address; they are empty at every start. */
export const startQueue = async (names: readonly string[]): Promise<Queues> => {
  // The ready-made server of this package listens on every address of the machine.
  const app = buildApp({ logger: false, defaultRegion: region });
  let sends = 0;
  app.addHook('onRequest', async ({ headers }: Called) => {
    if (String(headers['x-amz-target']).startsWith('AmazonSQS.SendMessage')) sends += 1;
  });
  const endpoint = await app.listen({ port: 0, host: '127.0.0.1' });
  const requestHandler = nearHandler((said) => heardBy(app, said));
  const client = bringNear(new SQSClient({ ...nearby, endpoint, requestHandler }));
  await createAll(client, names);
  const urls = urlsOf(endpoint, names);
  const clear = async (): Promise<void> => {
    for (const url of Object.values(urls)) {
      await client.send(new PurgeQueueCommand({ QueueUrl: url }));
    }
  };
  const close = async (): Promise<void> => {
    client.destroy();
    await app.close();
  };
  const part = consumer(client, urls);
  return { endpoint, urls, near: client, sends: () => sends, ...part, clear, close };
};
