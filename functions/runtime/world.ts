import { randomBytes, randomInt } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { SESv2Client } from '@aws-sdk/client-sesv2';
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { World } from '#app/ports/world.ts';
import { vietnam } from '#domain/calendars/vietnam.ts';
import type { Json } from '#domain/canonical.ts';
import { procedures } from '#domain/procedures/registry.ts';
import { chainStart, fingerprint, link } from '#sealing/chain.ts';
import { digestOf } from '#sealing/feed-secret.ts';
import { type Database, openDatabase } from '#store/database.ts';
import type { FeedSecrets } from '#store/feeds.ts';
import { now } from './clock.ts';
import { type Environment, readEnvironment } from './environment.ts';
import { log } from './log.ts';

/** Random bytes of the operating system. */
export const random = (bytes: number): Uint8Array => randomBytes(bytes);

/** An id of 128 random bits in 26 letters and digits. */
export function newId(): string {
  const bits = BigInt(`0x${randomBytes(16).toString('hex')}`);
  return bits.toString(32).padStart(26, '0');
}

/** A number from 0 to below 1, every part of it as likely. */
export const chance = (): number => randomInt(2 ** 32) / 2 ** 32;

const firstPauseMs = 10;
const mostDoublings = 7;

/** Waits a random part of a time that doubles with the first attempts, so that losers of a race part ways. */
async function pause(attempt: number): Promise<void> {
  const longest = firstPauseMs * 2 ** Math.min(attempt, mostDoublings);
  await setTimeout(((randomBytes(1)[0] ?? 0) / 255) * longest);
}

/** Time, chance and digests of one process; `secret` keys the digests, and without one there are none. */
export function openWorld(secret?: string): World {
  return {
    now,
    newId,
    chance,
    pause,
    log,
    chainStart: (caseId) => chainStart(caseId).hash,
    // An event is plain JSON by its type; only the index signature is missing from it.
    link: (previous, event) => link(previous, event as unknown as Json),
    fingerprint: (value) => {
      if (secret === undefined) throw new Error('This door compares no digests');
      return fingerprint(Buffer.from(secret), value);
    },
  };
}

/** What is versioned beside the directory and comes with the code. */
export const versions = {
  calendar: async () => vietnam,
  procedures: async () => procedures,
};

/** Clients of services that are within reach of this process: tables, queues and mail. */
export type NearClients = {
  readonly tables: DynamoDBClient;
  readonly queue: SQSClient;
  readonly mail: SESv2Client;
};

let near: NearClients | undefined;
let stage = 0;

/**
 * Puts other clients in the place of those the settings name: the sandbox's, for the whole process.
 *
 * Every door opens anew after it, for one that is open still looks at the tables before.
 */
export function setClients(clients: NearClients | undefined): void {
  near = clients;
  stage += 1;
}

/** The settings of this process, the tables they name, and clients that stand in for those of the settings. */
export function openStage(): Stage {
  const settings = readEnvironment();
  const { DYNAMODB_ENDPOINT: endpoint, TABLE_PREFIX: prefix } = settings;
  const client = near?.tables ?? new DynamoDBClient(endpoint === undefined ? {} : { endpoint });
  return { settings, database: openDatabase(client, { prefix, pause }), near };
}

type Stage = {
  readonly settings: Environment;
  readonly database: Database;
  readonly near: NearClients | undefined;
};

/** Calendar secrets of this stage: a world with a secret of its own makes them, anybody can digest them. */
export function feedSecrets({ fingerprint: keyed }: Pick<World, 'fingerprint'>): FeedSecrets {
  return { secretOf: (nonce) => keyed(['calendar feed', nonce]), digestOf };
}

/** Opens something on first use and keeps it: a door is opened once on a stage and serves many events. */
export function once<Opened>(open: () => Opened): () => Opened {
  let opened: { readonly it: Opened; readonly stage: number } | undefined;
  return () => {
    if (opened?.stage !== stage) opened = { it: open(), stage };
    return opened.it;
  };
}
