import { randomUUID } from 'node:crypto';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import * as z from 'zod';
import { bringNear, nearby, nearHandler } from './near.ts';
import { readRawMail } from './raw-mail.ts';
import { type Answer, type Call, jsonAnswer, openServer, router } from './router.ts';

/** A mail that was sent, as the catcher keeps it. */
export type Mail = {
  readonly id: string;
  readonly at: number;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
};

/** The ways a mail service lets its caller down; the last one sends and then says it did not. */
export type MailFailure = 'throttle' | 'reject' | 'applied-then-500';

/** An e-mail service of the SES v2 kind that keeps what it is given. */
export type MailCatcher = {
  readonly endpoint: string;
  /** A client of the catcher within this process, without sockets and signatures. */
  readonly near: SESv2Client;
  /** Newest first, the latest 10,000. */
  readonly mails: () => readonly Mail[];
  /** The next `times` sends fail in this way. */
  readonly failNext: (times: number, how: MailFailure) => void;
  readonly clear: () => void;
  readonly close: () => Promise<void>;
};

type MailSettings = {
  readonly now: () => number;
  readonly port?: number;
  /** Mails kept from before a restart, newest first. */
  readonly kept?: readonly Mail[];
  /** Told of each mail before its sender gets an answer. */
  readonly remember?: (mail: Mail) => void | Promise<void>;
};

const mostMails = 10_000;

const content = z.object({ Data: z.string() });
const pairs = z
  .array(z.object({ Name: z.string(), Value: z.string() }))
  .default([])
  .transform((list) => Object.fromEntries(list.map(({ Name, Value }) => [Name, Value])));
const addresses = z.array(z.string()).default([]);

const simple = z
  .object({
    Subject: content,
    Body: z.object({ Text: content.optional(), Html: content.optional() }),
    Headers: pairs,
  })
  .transform(({ Subject, Body, Headers }) => ({
    subject: Subject.Data,
    text: Body.Text?.Data ?? '',
    ...(Body.Html ? { html: Body.Html.Data } : {}),
    headers: Headers,
  }));

const raw = z
  .object({ Data: z.base64() })
  .transform(({ Data }) => readRawMail(Buffer.from(Data, 'base64')));

const sendEmail = z.object({
  FromEmailAddress: z.string().optional(),
  Destination: z
    .object({ ToAddresses: addresses, CcAddresses: addresses, BccAddresses: addresses })
    .optional(),
  Content: z.union([
    z.object({ Simple: simple }).transform((each) => each.Simple),
    z.object({ Raw: raw }).transform((each) => each.Raw),
  ]),
  EmailTags: pairs,
});

type SendEmail = z.output<typeof sendEmail>;

const recipients = ({ Destination, Content }: SendEmail): readonly string[] => {
  const { ToAddresses = [], CcAddresses = [], BccAddresses = [] } = Destination ?? {};
  const named = [...ToAddresses, ...CcAddresses, ...BccAddresses];
  const written = Content.headers['to']?.split(',').map((address) => address.trim()) ?? [];
  return named.length > 0 ? named : written;
};

const sendEmailIn = (body: Buffer): SendEmail | undefined => {
  try {
    return sendEmail.safeParse(JSON.parse(body.toString('utf8'))).data;
  } catch {
    return undefined;
  }
};

const mailOf = (body: Buffer, at: number): Mail | undefined => {
  const sent = sendEmailIn(body);
  const from = sent?.FromEmailAddress ?? sent?.Content.headers['from'];
  if (!sent || !from || recipients(sent).length === 0) return undefined;
  const { Content, EmailTags: tags } = sent;
  return { id: randomUUID(), at, from, to: recipients(sent), ...Content, tags };
};

const fault = (status: number, type: string, message: string): Answer =>
  jsonAnswer(status, { message }, { 'x-amzn-errortype': type });

const badRequest = fault(400, 'BadRequestException', 'The request is not a mail that can be sent.');
const failures = {
  throttle: fault(429, 'TooManyRequestsException', 'Too many requests.'),
  reject: fault(400, 'MessageRejected', 'The message was rejected.'),
  'applied-then-500': fault(500, 'InternalServiceErrorException', 'The service failed.'),
} as const satisfies Record<MailFailure, Answer>;

/** Opens the mail catcher on the loopback address; nothing leaves the machine. */
export const openMail = async (settings: MailSettings): Promise<MailCatcher> => {
  const mails: Mail[] = (settings.kept ?? []).slice(0, mostMails);
  let failing: { left: number; how: MailFailure } = { left: 0, how: 'throttle' };
  const nextFailure = (): MailFailure | undefined => {
    if (failing.left === 0) return undefined;
    failing = { ...failing, left: failing.left - 1 };
    return failing.how;
  };
  const keep = async (mail: Mail): Promise<void> => {
    await settings.remember?.(mail);
    mails.unshift(mail);
    mails.length = Math.min(mails.length, mostMails);
  };
  const answer = async ({ body }: Pick<Call, 'body'>): Promise<Answer> => {
    const mail = mailOf(body, settings.now());
    if (!mail) return badRequest;
    const failure = nextFailure();
    if (failure && failure !== 'applied-then-500') return failures[failure];
    await keep(mail);
    return failure ? failures[failure] : jsonAnswer(200, { MessageId: mail.id });
  };
  const path = '/v2/email/outbound-emails';
  const listener = router([{ method: 'POST', path, answer }]);
  const { origin, close } = await openServer(listener, { port: settings.port ?? 0 });
  const requestHandler = nearHandler(async (said) => heardFrom(await answer(said)));
  const near = bringNear(new SESv2Client({ ...nearby, endpoint: origin, requestHandler }));
  return {
    endpoint: origin,
    near,
    mails: () => [...mails],
    failNext: (times, how) => {
      failing = { left: times, how };
    },
    clear: () => {
      mails.length = 0;
    },
    close: async () => {
      near.destroy();
      await close();
    },
  };
};

const heardFrom = ({ status, headers = {}, body }: Answer) => ({
  status,
  headers: headers as Readonly<Record<string, string>>,
  body: Buffer.from(body),
});
