import * as z from 'zod';
import { log } from '#runtime/log.ts';
import { handler as administrationHandler } from '../../functions/administration.ts';
import { handler as apiHandler } from '../../functions/api.ts';
import { handler as feedsHandler } from '../../functions/feeds.ts';
import { handler as linksHandler } from '../../functions/links.ts';
import { handler as statisticsHandler } from '../../functions/statistics.ts';
import { clockTarget, type SandboxClock } from './clock.ts';
import type { DynamoDB } from './dynamodb.ts';
import { explorerRoutes } from './explorer.ts';
import { gateway } from './gateway.ts';
import type { Issuer } from './issuer.ts';
import type { MailCatcher } from './mail.ts';
import { returnEvent } from './mail-back.ts';
import { mailPage } from './mail-page.ts';
import { administrationPath } from './partner.ts';
import type { River } from './river.ts';
import { behind } from './roles.ts';
import {
  type Answer,
  type Call,
  constantAnswers,
  jsonAnswer,
  pageAnswer,
  type Route,
} from './router.ts';
import type { SmsCatcher } from './sms.ts';
import { starterQuery } from './starter.ts';
import type { TimeMachine } from './time-machine.ts';

const administration = behind('administration', administrationHandler);
const api = behind('api', apiHandler);
const feeds = behind('feeds', feedsHandler);
const links = behind('links', linksHandler);
const statistics = behind('statistics', statisticsHandler);

type Room = {
  readonly engine: DynamoDB;
  readonly clock: SandboxClock;
  readonly mail: MailCatcher;
  readonly sms: SmsCatcher;
  readonly river: River;
  readonly time: TimeMachine;
  readonly issuer: () => Promise<Issuer>;
  readonly reset: () => Promise<void>;
};

/** The front door of the sandbox: the cloud's routes, and beside them clock, mailbox, tokens and explorer. */
export function sandboxRoutes(room: Room): readonly Route[] {
  return [
    { method: '*', path: '/graphql', listen: behindGateway(room, api) },
    { method: '*', path: administrationPath, listen: behindGateway(room, administration) },
    { method: '*', path: '/statistics/graphql', listen: behindGateway(room, statistics) },
    { method: '*', path: '/feeds/*', listen: withoutToken(room, feeds) },
    { method: '*', path: '/acknowledge/*', listen: withoutToken(room, links) },
    { method: 'POST', path: '/oauth/token', answer: issued(room) },
    { method: 'GET', path: '/.well-known/*', answer: issued(room) },
    { method: 'GET', path: '/health', answer: () => jsonAnswer(200, { status: 'ok' }) },
    { method: 'GET', path: '/sandbox/clock', answer: () => clockAnswer(room) },
    { method: 'POST', path: '/sandbox/clock', answer: (call) => moveClock(room, call) },
    { method: 'POST', path: '/sandbox/reset', answer: () => startAnew(room) },
    { method: 'GET', path: '/sandbox/mail', answer: () => jsonAnswer(200, room.mail.mails()) },
    { method: 'POST', path: '/sandbox/mail/bounce', answer: (call) => sendBack(room, call) },
    { method: 'GET', path: '/sandbox/sms', answer: () => jsonAnswer(200, room.sms.messages()) },
    {
      method: 'GET',
      path: '/sandbox/capacity',
      answer: () => jsonAnswer(200, room.engine.capacity.totals()),
    },
    { method: 'GET', path: '/mail', answer: () => pageAnswer(pageOf(room)) },
    // Letters link to a case; in the sandbox the explorer stands where a console would.
    { method: 'GET', path: '/cases/*', answer: () => toExplorer },
    { method: 'GET', path: '/explorer', answer: explorer },
    { method: 'GET', path: '/explorer/*', answer: explorer },
  ];
}

const pageOf = ({ mail, sms }: Room): string => mailPage(mail.mails(), sms.messages());

const backwards = z.object({
  id: z.string(),
  as: z.enum(['permanent', 'transient', 'complaint']).default('permanent'),
});

/** A mail comes back, as SES would tell of it. */
async function sendBack({ mail, clock, river }: Room, { body }: Call): Promise<Answer> {
  const wish = backwards.safeParse(parsed(body)).data;
  const sent = wish && mail.mails().find(({ id }) => id === wish.id);
  if (wish === undefined || sent === undefined) return jsonAnswer(400, unknownMail);
  const deliveries = await river.mailReturned(returnEvent(sent, wish.as, clock.now()));
  return jsonAnswer(200, { deliveries });
}

const unknownMail = { message: 'Name a mail by the id it has in /sandbox/mail.' };

function behindGateway({ clock, issuer }: Room, invoke: Parameters<typeof gateway>[0]['invoke']) {
  return gateway({
    verify: async (header) => (await issuer()).verify(header),
    invoke,
    timeEpoch: clock.now,
    // In the cloud the access log of the gateway has a line with 401 instead.
    onStranger: () => log({ event: 'token_refused' }),
  });
}

/** A route without an authorizer: whoever comes passes, and nothing is known of them. */
function withoutToken({ clock }: Room, invoke: Parameters<typeof gateway>[0]['invoke']) {
  return gateway({ verify: async () => ({}), invoke, timeEpoch: clock.now });
}

function issued({ issuer }: Room) {
  return async (call: Call): Promise<Answer> => {
    const route = (await issuer()).routes.find(({ path }) => path === call.path);
    return route !== undefined && 'answer' in route ? route.answer(call) : constantAnswers.notFound;
  };
}

function clockAnswer({ clock }: Room): Answer {
  return jsonAnswer(200, { now: new Date(clock.now()).toISOString() });
}

function moveClock(room: Room, call: Call): Promise<Answer> {
  return room.time.alone(async (goTo) => {
    // The clock is read when it is our turn: it may have been moved or reset since.
    const target = clockTarget(parsed(call.body), room.clock.now());
    if (typeof target !== 'number') return jsonAnswer(400, target);
    await goTo(target);
    return clockAnswer(room);
  });
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}

async function startAnew(room: Room): Promise<Answer> {
  await room.reset();
  return clockAnswer(room);
}

const toExplorer: Answer = { status: 302, headers: { location: '/explorer' }, body: '' };
const files = explorerRoutes(starterQuery);

function explorer({ path }: Call): Answer {
  const file = files(path);
  if (file === undefined) return constantAnswers.notFound;
  return { status: 200, headers: { 'content-type': file.type, ...file.headers }, body: file.body };
}
