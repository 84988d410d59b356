import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { type Answer, type Call, jsonAnswer, openServer, router } from './router.ts';

/** A short message that was sent, as the catcher keeps it. */
export type CaughtMessage = {
  readonly id: string;
  readonly at: number;
  readonly to: string;
  readonly text: string;
  /** The notice it tells, where the way it came by says so. */
  readonly ref?: string;
};

/** The ways a service for short messages lets its caller down; the last one sends and then says it did not. */
export type SmsFailure = 'throttle' | 'reject' | 'applied-then-500';

/** A service that keeps short messages: of the SNS kind, and at `/messages` a gateway over HTTP. */
export type SmsCatcher = {
  readonly endpoint: string;
  /** What a gateway must be shown as bearer token. */
  readonly secret: string;
  /** Newest first, the latest 10,000. */
  readonly messages: () => readonly CaughtMessage[];
  /** The next `times` sends fail in this way. */
  readonly failNext: (times: number, how: SmsFailure) => void;
  readonly clear: () => void;
  readonly close: () => Promise<void>;
};

const mostMessages = 10_000;
const secret = 'the-secret-of-a-sandbox';

const number = z.string().regex(/^\+[1-9]\d{7,14}$/);
const published = z.object({
  Action: z.literal('Publish'),
  PhoneNumber: number,
  Message: z.string().min(1).max(1600),
});
const posted = z.object({ to: number, text: z.string().min(1), ref: z.string() });

type Received = Omit<CaughtMessage, 'id' | 'at'>;

function publishedIn(body: Buffer): Received | undefined {
  const form = Object.fromEntries(new URLSearchParams(body.toString('utf8')));
  const read = published.safeParse(form).data;
  return read && { to: read.PhoneNumber, text: read.Message };
}

function postedIn(body: Buffer): Received | undefined {
  try {
    return posted.safeParse(JSON.parse(body.toString('utf8'))).data;
  } catch {
    return undefined;
  }
}

/** One way of being asked: how it is read, and what it answers. */
type Manner = {
  readonly read: (body: Buffer) => Received | undefined;
  readonly sent: (id: string) => Answer;
  readonly failed: Readonly<Record<SmsFailure, Answer>>;
};

const xml = (status: number, body: string): Answer => ({
  status,
  headers: { 'content-type': 'text/xml' },
  body,
});
const fault = (status: number, kind: 'Sender' | 'Receiver', code: string): Answer =>
  xml(
    status,
    `<ErrorResponse><Error><Type>${kind}</Type><Code>${code}</Code><Message>Not sent.</Message></Error></ErrorResponse>`,
  );

const asSns: Manner = {
  read: publishedIn,
  sent: (id) =>
    xml(
      200,
      `<PublishResponse><PublishResult><MessageId>${id}</MessageId></PublishResult></PublishResponse>`,
    ),
  failed: {
    throttle: fault(400, 'Sender', 'Throttled'),
    reject: fault(400, 'Sender', 'InvalidParameter'),
    'applied-then-500': fault(500, 'Receiver', 'InternalError'),
  },
};

const asGateway: Manner = {
  read: postedIn,
  sent: (id) => jsonAnswer(202, { id }),
  failed: {
    throttle: jsonAnswer(429, {}),
    reject: jsonAnswer(422, {}),
    'applied-then-500': jsonAnswer(500, {}),
  },
};

/** Opens the catcher of short messages on the loopback address; nothing leaves the machine. */
export async function openSms(now: () => number): Promise<SmsCatcher> {
  const messages: CaughtMessage[] = [];
  let failing: { left: number; how: SmsFailure } = { left: 0, how: 'throttle' };
  const nextFailure = (): SmsFailure | undefined => {
    if (failing.left === 0) return undefined;
    failing = { ...failing, left: failing.left - 1 };
    return failing.how;
  };
  const take = (body: Buffer, { read, sent, failed }: Manner): Answer => {
    const received = read(body);
    if (received === undefined) return failed.reject;
    const failure = nextFailure();
    if (failure !== undefined && failure !== 'applied-then-500') return failed[failure];
    const message = { id: randomUUID(), at: now(), ...received };
    messages.unshift(message);
    messages.length = Math.min(messages.length, mostMessages);
    return failure === undefined ? sent(message.id) : failed[failure];
  };
  const isKnown = ({ headers }: Call) => headers['authorization'] === `Bearer ${secret}`;
  const listener = router([
    { method: 'POST', path: '/', answer: ({ body }) => take(body, asSns) },
    {
      method: 'POST',
      path: '/messages',
      answer: (call) => (isKnown(call) ? take(call.body, asGateway) : jsonAnswer(401, {})),
    },
  ]);
  const { origin, close } = await openServer(listener, { port: 0 });
  return {
    endpoint: origin,
    secret,
    messages: () => [...messages],
    failNext: (times, how) => {
      failing = { left: times, how };
    },
    clear: () => {
      messages.length = 0;
    },
    close,
  };
}
