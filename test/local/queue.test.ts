import { SendMessageBatchCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SQSRecord } from 'aws-lambda';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Queues, startQueue } from '../../infra/local/queue.ts';

let queues: Queues;
let client: SQSClient;

beforeAll(async () => {
  queues = await startQueue(['notices', 'other']);
  const credentials = { accessKeyId: 'partner', secretAccessKey: 'partner' };
  client = new SQSClient({ endpoint: queues.endpoint, region: 'ap-southeast-1', credentials });
});

afterEach(() => queues.clear());

afterAll(async () => {
  client.destroy();
  await queues.close();
});

const send = (...bodies: string[]) =>
  client.send(
    new SendMessageBatchCommand({
      QueueUrl: queues.urls['notices'],
      Entries: bodies.map((body, at) => ({ Id: String(at), MessageBody: body })),
    }),
  );

const failing = (records: readonly SQSRecord[]) => ({
  batchItemFailures: records.map(({ messageId }) => ({ itemIdentifier: messageId })),
});

const nothingFails = { batchItemFailures: [] };

describe('draining a queue', () => {
  it('calls the handler with the records Lambda would give it', async () => {
    const sentAfter = Date.now();
    await client.send(
      new SendMessageCommand({
        QueueUrl: queues.urls['notices'],
        MessageBody: '{"notice":"n-1"}',
        MessageAttributes: {
          kind: { DataType: 'String', StringValue: 'reminder' },
          seal: { DataType: 'Binary', BinaryValue: new Uint8Array([1, 255]) },
        },
      }),
    );
    const seen: SQSRecord[] = [];
    const drained = await queues.drain('notices', async ({ Records }) => {
      seen.push(...Records);
      return undefined;
    });
    expect(drained).toEqual({ handled: 1, failed: 0, faults: [] });
    expect(seen).toMatchObject([
      {
        messageId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        receiptHandle: expect.stringMatching(/./),
        body: '{"notice":"n-1"}',
        attributes: {
          ApproximateReceiveCount: '1',
          ApproximateFirstReceiveTimestamp: expect.stringMatching(/^\d{13}$/),
        },
        messageAttributes: {
          kind: { dataType: 'String', stringValue: 'reminder' },
          seal: { dataType: 'Binary', binaryValue: 'Af8=' },
        },
        md5OfBody: expect.stringMatching(/^[0-9a-f]{32}$/),
        eventSource: 'aws:sqs',
        eventSourceARN: 'arn:aws:sqs:ap-southeast-1:000000000000:notices',
        awsRegion: 'ap-southeast-1',
      },
    ]);
    expect(Number(seen[0]?.attributes.SentTimestamp)).toBeGreaterThanOrEqual(sentAfter);
  });

  it('goes on until the queue is empty, ten at a time, also with what arrives meanwhile', async () => {
    await send(...Array.from({ length: 10 }, (_, at) => `early-${at}`));
    await send('early-10', 'early-11');
    const batches: number[] = [];
    const bodies: string[] = [];
    await queues.drain('notices', async ({ Records }) => {
      if (batches.length === 0) await send('late');
      batches.push(Records.length);
      bodies.push(...Records.map(({ body }) => body));
      return nothingFails;
    });
    expect(batches).toEqual([10, 3]);
    expect(new Set(bodies).size).toBe(13);
  });

  it('brings only the failed ones again, at once', async () => {
    await send('good', 'late', 'good too');
    const counts: string[][] = [];
    const drained = await queues.drain('notices', async ({ Records }) => {
      counts.push(Records.map(({ body, attributes }) => body + attributes.ApproximateReceiveCount));
      const first = counts.length === 1;
      return failing(Records.filter(({ body }) => first && body === 'late'));
    });
    expect(counts).toEqual([['good1', 'late1', 'good too1'], ['late2']]);
    expect(drained).toEqual({ handled: 3, failed: 1, faults: [] });
  });

  it('lays a message aside after five failed deliveries', async () => {
    await send('poison', 'good');
    let deliveries = 0;
    const drained = await queues.drain('notices', async ({ Records }) => {
      const poison = Records.filter(({ body }) => body === 'poison');
      deliveries += poison.length;
      return failing(poison);
    });
    expect(deliveries).toBe(5);
    expect(drained).toMatchObject({ handled: 1, failed: 5 });
    const dead = await queues.receive('notices-dead', 10);
    expect(dead.map(({ body }) => body)).toEqual(['poison']);
    expect(await queues.receive('notices', 10)).toEqual([]);
  });

  it('takes a thrown error, or an unknown identifier, as the failure of the whole batch', async () => {
    await send('one', 'two');
    const answers = [
      () => Promise.reject(new Error('outage')),
      async () => ({ batchItemFailures: [{ itemIdentifier: 'unknown' }] }),
      async () => nothingFails,
    ];
    const drained = await queues.drain('notices', async () => answers.shift()?.());
    expect(drained).toEqual({ handled: 2, failed: 4, faults: [new Error('outage')] });
  });

  it('leaves the other queues alone', async () => {
    await send('one');
    const drained = await queues.drain('other', async () => nothingFails);
    expect(drained.handled).toBe(0);
    expect(await queues.receive('notices', 1)).toHaveLength(1);
  });
});

describe('the queues', () => {
  it('live on the loopback address only and have a dead-letter queue each', () => {
    expect(Object.keys(queues.urls).sort()).toEqual([
      'notices',
      'notices-dead',
      'other',
      'other-dead',
    ]);
    for (const url of [queues.endpoint, ...Object.values(queues.urls)]) {
      expect(new URL(url).hostname).toBe('127.0.0.1');
    }
  });

  it('say within the process what they say over the wire, refusals included', async () => {
    const entry = { Id: '0', MessageBody: '{"notice":"n-1"}' };
    const batch = { QueueUrl: queues.urls['notices'], Entries: [entry] };
    const nowhere = { ...batch, QueueUrl: `${queues.endpoint}/000000000000/nowhere` };
    const [near, far] = await Promise.all(
      [queues.near, client].map(async (each) => {
        const { Successful = [] } = await each.send(new SendMessageBatchCommand(batch));
        const refused = await each.send(new SendMessageBatchCommand(nowhere)).catch((no) => no);
        return { sent: Successful.map(({ MD5OfMessageBody }) => MD5OfMessageBody), refused };
      }),
    );
    expect(near?.sent).toHaveLength(1);
    expect(near?.sent).toEqual(far?.sent);
    expect(near?.refused.name).toBe('QueueDoesNotExist');
    expect(near?.refused.name).toBe(far?.refused.name);
    const received = await queues.receive('notices', 10);
    expect(received.map(({ body }) => body)).toEqual([entry.MessageBody, entry.MessageBody]);
  });

  it('can be emptied', async () => {
    await send('one');
    await queues.clear();
    expect(await queues.receive('notices', 10)).toEqual([]);
  });

  it('are gone once closed', async () => {
    const others = await startQueue(['brief']);
    await others.close();
    await expect(fetch(others.endpoint)).rejects.toThrow();
  });
});
