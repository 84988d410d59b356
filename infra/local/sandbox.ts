import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setClock } from '#runtime/clock.ts';
import type { NearClients } from '#runtime/world.ts';
import { canaryRounds } from './canary.ts';
import { reach } from './clients.ts';
import { sandboxClock } from './clock.ts';
import { waitingIn } from './due.ts';
import { type DynamoDB, startDynamoDB } from './dynamodb.ts';
import { openIssuer } from './issuer.ts';
import { openMail } from './mail.ts';
import { startQueue } from './queue.ts';
import { openRegistrar } from './registrar.ts';
import { openRiver } from './river.ts';
import { openServer, router } from './router.ts';
import { sandboxRoutes } from './routes.ts';
import { seed } from './seed.ts';
import { openSms } from './sms.ts';
import { type GoTo, type TimeMachine, timeMachine } from './time-machine.ts';

/** How a sandbox is started. */
export type SandboxOptions = {
  /** Port of the front door; 0 takes any free one. */
  readonly port: number;
  /** Where everything is kept; nothing outlives the process without it. */
  readonly dir?: string;
  /** Where an empty sandbox's clock stands, in epoch milliseconds. */
  readonly clock: number;
  /** How long the sandbox has stood still before this start, in milliseconds. */
  readonly skip: number;
  /** Whether the fictional province starts with open cases. */
  readonly seeded: boolean;
  /** Whether canaries try the way of alarms while the clock runs; they rest while it is moved. */
  readonly canary?: boolean;
  /** Whether the handlers reach tables, queues and mail within the process, for speed, and not over the wire. */
  readonly near?: boolean;
  /** Is handed the clients of the handlers, so that faults can be put into them. */
  readonly meddle?: (clients: NearClients) => void;
  readonly onFault: (fault: unknown) => void;
};

/** A running sandbox: the same handlers as in the cloud over parts of this process. */
export type Sandbox = {
  readonly origin: string;
  readonly engine: DynamoDB;
  readonly time: TimeMachine;
  readonly now: () => number;
  /** Empties everything and founds the sandbox anew. */
  readonly reset: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const clockKey = 'clock';
const foundingKey = 'founding';
const seedDays = 14;

/** Starts a sandbox; rejects when its port is taken or its directory is in use. */
export async function openSandbox(options: SandboxOptions): Promise<Sandbox> {
  const room = await openRoom(options);
  const { engine, clock, time, close } = room;
  const life = lifeOf(room, options, () => server.origin);
  const routes = sandboxRoutes({ ...room, reset: life.reset });
  const server = await openServer(router(routes, options.onFault), { port: options.port }).catch(
    async (failure) => {
      await close();
      throw failure;
    },
  );
  await room.issuedBy(server.origin);
  await life.start().catch(async (failure) => {
    await server.close();
    await close();
    throw failure;
  });
  const stop = keepFlowing(room, options);
  const closeAll = async () => {
    stop();
    time.stop();
    // The tick that is under way ends first; nothing is cut off in the middle.
    await time.alone(async () => undefined);
    await server.close();
    await engine.remember(clockKey, clock.now());
    await close();
  };
  return {
    origin: server.origin,
    engine,
    time,
    now: clock.now,
    reset: life.reset,
    close: closeAll,
  };
}

/** How a sandbox begins, goes on after a stop, and begins anew. */
function lifeOf(room: Room, options: SandboxOptions, origin: () => string) {
  const { engine, clock, time, registrar } = room;
  const begin = async (goTo: GoTo) => {
    await engine.remember(foundingKey, true);
    clock.reset(options.seeded ? options.clock - seedDays * 86_400_000 : options.clock);
    time.restart();
    await registrar.found();
    if (options.seeded) await seed({ origin: origin(), goTo, end: options.clock });
    await engine.remember(clockKey, clock.now());
    await engine.remember(foundingKey, false);
  };
  // The ticks of a stop are made up for: they begin where the clock stood, not where it goes on.
  const resume = (position: number) => {
    clock.reset(position);
    time.restart();
    clock.reset(position + options.skip);
  };
  const start = async (goTo: GoTo) => {
    // A founding that was cut short is not gone on with: nobody knows how far it came.
    if (engine.recall(foundingKey) === true) await engine.reset();
    const kept = engine.recall(clockKey);
    if (typeof kept === 'number') resume(positionAfter(kept, engine));
    else await begin(goTo);
    await goTo(clock.now());
  };
  const reset = async (goTo: GoTo) => {
    await room.river.drain();
    await engine.reset();
    room.mail.clear();
    room.sms.clear();
    await room.queues.clear();
    await begin(goTo);
  };
  return { start: () => time.alone(start), reset: () => time.alone(reset) };
}

/** The clock never stands before anything that was written. */
function positionAfter(kept: number, { feed }: DynamoDB): number {
  const written = feed.read(0, Number.POSITIVE_INFINITY).at(-1)?.at ?? kept;
  return Math.max(kept, written);
}

/** Every write flows on at once, and every minute of the running clock ticks. */
function keepFlowing(room: Room, { canary = false, onFault }: SandboxOptions): () => void {
  const { engine, river, time } = room;
  const fly = canary ? canaryRounds(room) : async () => undefined;
  const beat = () => time.keepUp().then(fly);
  const stop = engine.feed.onAppend(() => void river.drain().catch(onFault));
  const ticker = setInterval(() => void beat().catch(onFault), 1000);
  return () => {
    stop();
    clearInterval(ticker);
  };
}

type Room = Awaited<ReturnType<typeof openRoom>>;

async function openRoom(options: SandboxOptions) {
  const { dir, clock: start, onFault } = options;
  const home = dir ?? (await mkdtemp(join(tmpdir(), 'la-chan-')));
  await mkdir(home, { recursive: true });
  const clock = sandboxClock({ start, realNow: Date.now });
  const engine = await startDynamoDB({ ...(dir && { dir }), now: clock.now });
  const queues = await startQueue(['notices']);
  const [mail, sms] = await Promise.all([openMail({ now: clock.now }), openSms(clock.now)]);
  setUp({ home, engine: engine.endpoint, queues, mail: mail.endpoint, sms: sms.endpoint });
  setClock(clock.now);
  reach({ engine, queues, mail }, options);
  const river = openRiver(engine, queues, onFault);
  const registrar = openRegistrar();
  const remember = (at: number) => engine.remember(clockKey, at);
  const nightly = async () => {
    await river.night();
    await engine.expire(Math.floor(clock.now() / 1000));
  };
  const { first } = waitingIn(engine);
  const time = timeMachine({ clock, river, nextDue: first, nightly, remember });
  const issuing = latecomer<Awaited<ReturnType<typeof openIssuer>>>();
  const issuedBy = async (origin: string) => {
    const keyFile = join(home, 'issuer-key.json');
    // Links in letters and addresses of calendars lead to this very sandbox, whatever its port.
    process.env['CONSOLE_URL'] = origin;
    process.env['PUBLIC_URL'] = origin;
    issuing.set(openIssuer({ issuer: origin, audience: 'la-chan', keyFile, ...registrar }));
  };
  const close = async () => {
    await river.drain();
    // The issuer may still be writing its key.
    await Promise.all([issuing.settled(), queues.close(), mail.close(), sms.close()]);
    await engine.close();
    if (dir === undefined) await rm(home, { recursive: true, force: true });
  };
  return {
    engine,
    queues,
    ...{ mail, sms },
    clock,
    river,
    registrar,
    time,
    issuer: issuing.get,
    issuedBy,
    close,
  };
}

/** Something that is made only after others already refer to it. */
function latecomer<Made>() {
  let arrive: (made: Promise<Made>) => void = () => undefined;
  const coming = new Promise<Made>((resolve) => {
    arrive = resolve;
  });
  let begun: Promise<Made> | undefined;
  const set = (made: Promise<Made>) => {
    begun = made;
    arrive(made);
  };
  // Whether it failed is told to those who ask for it.
  const settled = () => Promise.allSettled([begun]);
  return { get: () => coming, set, settled };
}

type Parts = {
  readonly home: string;
  readonly engine: string;
  readonly queues: Awaited<ReturnType<typeof startQueue>>;
  readonly mail: string;
  readonly sms: string;
};

/** The master keys of a sandbox, within its directory. */
export const keyFileIn = (home: string): string => join(home, 'sealing.key');

/** The handlers read their settings from the environment, here as in the cloud. */
function setUp({ home, engine, queues, mail, sms }: Parts): void {
  Object.assign(process.env, {
    AWS_REGION: 'ap-southeast-1',
    AWS_ACCESS_KEY_ID: 'sandbox',
    AWS_SECRET_ACCESS_KEY: 'sandbox',
    DYNAMODB_ENDPOINT: engine,
    SQS_ENDPOINT: queues.endpoint,
    SES_ENDPOINT: mail,
    SNS_ENDPOINT: sms,
    NOTICE_QUEUE_URL: queues.urls['notices'],
    SEALING_KEY_FILE: keyFileIn(home),
    RELEASE_SIGNING_KEY_FILE: join(home, 'release-signing.pem'),
    FINGERPRINT_SECRET: 'sandbox-fingerprint-secret',
    LINK_SECRETS: '1:sandbox-link-secret',
    WEBHOOK_SECRET: 'sandbox-webhook-secret-of-no-worth',
    WEBHOOKS_TO_LOOPBACK: '1',
    SANDBOX: '1',
  });
}
