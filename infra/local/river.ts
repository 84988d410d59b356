import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { eventOf } from '#store/named.ts';
import { handler as jobsHandler } from '../../functions/jobs.ts';
import { handler as notifierHandler } from '../../functions/notifier.ts';
import { handler as projectorHandler } from '../../functions/projector.ts';
import { handler as sweeperHandler } from '../../functions/sweeper.ts';
import { waitingIn } from './due.ts';
import type { DynamoDB } from './dynamodb.ts';
import type { Attribute } from './dynamodb-capacity.ts';
import type { ChangeRecord } from './dynamodb-feed.ts';
import type { Queues } from './queue.ts';
import { behind } from './roles.ts';

const jobs = behind('jobs', jobsHandler);
const notifier = behind('notifier', notifierHandler);
const projector = behind('projector', projectorHandler);
const sweeper = behind('sweeper', sweeperHandler);

/** What flows: the change feed to the projector, the queue to the notifier, ticks to the sweeper. */
export type River = {
  /** Everything written so far has been projected and every notice that can be sent is sent. */
  readonly drain: () => Promise<void>;
  /** One tick of the clock at this instant, and everything that follows from it. */
  readonly tick: (at: number) => Promise<void>;
  /** Deadlines follow the calendar, if it has moved: by an import, or with the code. */
  readonly followCalendar: () => Promise<void>;
  /** The canaries are looked for and set off again. */
  readonly canary: () => Promise<void>;
  /** What SES tells of a mail that came back is worked on; answers how many deliveries it was. */
  readonly mailReturned: (detail: object) => Promise<unknown>;
  /** The jobs of the night: the look for a missing year, the release, the digest, and what the feed did not bring. */
  readonly night: () => Promise<void>;
};

const batchSize = 100;
const consumer = 'projector';
const attempts = 5;

/** Opens the river; a record the projector fails on five times is parked and blocks nothing. */
export function openRiver(
  engine: DynamoDB,
  queues: Queues,
  onFault: (fault: unknown) => void,
): River {
  const inTurn = turnstile();
  const waiting = waitingIn(engine);
  let parked = false;
  const onParked = () => {
    parked = true;
    onFault(new Error('A case was parked: the projector failed on it'));
  };
  let delivered = 0;
  let followed: number | undefined;
  const follow = async () => {
    // The calendar lies in the directory: while nothing is written there, there is nothing to follow.
    const changes = engine.changes('directory');
    if (changes === followed) return;
    await jobs({ job: 'followCalendar' });
    followed = changes;
  };
  const flow = async () => {
    while (await projectBatch(engine, onParked));
    const sends = queues.sends();
    if (sends > delivered) await deliver(queues, onFault);
    delivered = sends;
  };
  return {
    drain: () => inTurn(() => flow()),
    tick: (at) =>
      inTurn(async () => {
        // A tick without anything due would only ask every province for nothing.
        if (isDue(waiting.cases(), at)) await sweeper({ scheduled: new Date(at).toISOString() });
        if (isDue(waiting.notices(), at)) await jobs({ job: 'retry' });
        await flow();
      }),
    followCalendar: () => inTurn(follow),
    canary: () => inTurn(async () => void (await jobs({ job: 'canary' }))),
    mailReturned: (detail) =>
      inTurn(async () => {
        const deliveries = await jobs({ job: 'mailReturned', detail });
        await flow();
        return deliveries;
      }),
    night: () =>
      inTurn(async () => {
        await jobs({ job: 'watchCalendar' });
        await jobs({ job: 'release' });
        await jobs({ job: 'digestHeads' });
        // The walk over every case is needed only after a case was parked.
        if (parked) await jobs({ job: 'catchUp' });
        parked = false;
      }),
  };
}

const isDue = (next: number | undefined, at: number) => next !== undefined && next <= at;

/** Runs what it is given one after another. */
export function turnstile(): <Done>(run: () => Promise<Done>) => Promise<Done> {
  let last: Promise<unknown> = Promise.resolve();
  return (run) => {
    const mine = last.then(run);
    last = mine.catch(() => undefined);
    return mine;
  };
}

async function projectBatch(engine: DynamoDB, onParked: () => void): Promise<boolean> {
  const { feed } = engine;
  const changes = feed.read(feed.loadPosition(consumer), batchSize);
  const last = changes.at(-1);
  if (last === undefined) return false;
  const events = changes.filter(isNewEvent);
  for (let tried = 1; events.length > 0 && tried <= attempts; tried += 1) {
    const { batchItemFailures } = await projector(streamEvent(events));
    if (batchItemFailures.length === 0) break;
    if (tried === attempts) onParked();
  }
  await feed.savePosition(consumer, last.offset);
  return true;
}

/** What the stream's filter lets through: inserted events, and nothing else of the table. */
function isNewEvent({ eventName, Keys }: ChangeRecord): boolean {
  return eventName === 'INSERT' && eventOf(textOf(Keys['pk']), textOf(Keys['sk'])) !== undefined;
}

/** A key's text, as the feed tells it. */
export function textOf(key: Attribute | undefined): string | undefined {
  return key !== undefined && 'S' in key ? key.S : undefined;
}

function streamEvent(changes: readonly ChangeRecord[]): DynamoDBStreamEvent {
  return { Records: changes.map(streamRecord) };
}

function streamRecord({ offset, eventName, Keys, table, at }: ChangeRecord): DynamoDBRecord {
  return {
    eventID: String(offset),
    eventName,
    eventSource: 'aws:dynamodb',
    eventSourceARN: `arn:aws:dynamodb:local:000000000000:table/${table}/stream/sandbox`,
    awsRegion: 'local',
    dynamodb: {
      ApproximateCreationDateTime: Math.floor(at / 1000),
      Keys: Keys as NonNullable<DynamoDBRecord['dynamodb']>['Keys'] & object,
      SequenceNumber: String(offset),
      StreamViewType: 'KEYS_ONLY',
    },
  };
}

async function deliver(queues: Queues, onFault: (fault: unknown) => void): Promise<void> {
  const { faults } = await queues.drain('notices', notifier);
  for (const fault of faults) onFault(fault);
}
