import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import type { Audit } from '#app/ports/directory.ts';
import { type Scope, scopes } from '#domain/directory.ts';
import { createAdministration } from '#graphql/administration.ts';
import { createApi } from '#graphql/api.ts';
import type { Serve } from '#graphql/server.ts';
import { feedSecrets, newId } from '#runtime/world.ts';
import { openAudit } from '#store/audit.ts';
import { openDeliveryDesk } from '#store/delivery-desk.ts';
import { openErasures } from '#store/erasures.ts';
import { openFeedRegister } from '#store/feeds.ts';
import { openNoticeBook } from '#store/notice-book.ts';
import { openAnomalies, openWatches } from '#store/watches.ts';
import { webhooksOf } from './outside.ts';
import { proofOf } from './proof.ts';
import { openTestStage } from './stage.ts';

type Event = APIGatewayProxyEventV2WithJWTAuthorizer;

/** Who a token names. */
export type Token = { readonly sub: string; readonly azp: string; readonly scope: string };

/** A token of an officer of the test stage. */
export function tokenOf(sub: string, ...granted: readonly Scope[]): Token {
  const scope = (granted.length === 0 ? scopes : granted).join(' ');
  return { sub, azp: 'test-app', scope };
}

/** What every token of an hour says of itself, in texts as the gateway hands them on. */
export const inForce = {
  aud: 'la-chan',
  token_use: 'access',
  iat: '1767573000',
  exp: '1767576600',
} as const;

/** A request as the gateway hands it on. */
export function eventOf(token: object, more: Partial<Event> & { method?: string } = {}): Event {
  const { method = 'POST', ...rest } = more;
  const http = { method, path: '/graphql', protocol: 'HTTP/1.1', sourceIp: '', userAgent: '' };
  const requestContext = {
    authorizer: { jwt: { claims: { ...inForce, ...token }, scopes: null } },
    http,
    requestId: 'request-1',
  };
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: '/graphql',
    rawQueryString: '',
    headers: { 'content-type': 'application/json' },
    isBase64Encoded: false,
    requestContext,
    ...rest,
  } as unknown as Event;
}

/** An answer as a partner reads it. */
export type Answer = {
  readonly status: number;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of any query
  readonly data: any;
  readonly errors: readonly {
    readonly message: string;
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
};

/** Sends a document through the handler, as the gateway would. */
export async function send(
  serve: Serve,
  token: object,
  query: string,
  variables: object = {},
): Promise<Answer> {
  const result = await serve(eventOf(token, { body: JSON.stringify({ query, variables }) }));
  const text = result.body ?? '';
  const { data, errors } = JSON.parse(text);
  return { status: result.statusCode ?? 0, text, data, errors: errors ?? [] };
}

/** One entry of the register of reads. */
export type Entry = Parameters<Audit['opened']>[0];

/** The API over a real store, with what it wrote into the register of reads. */
export async function openTestApi(sandbox = false) {
  const stage = await openTestStage();
  const { administration, around, calendars, ladderBook, migrations, notices, worklists } = stage;
  const founder = await stage.appoint('ADMINISTRATOR', 'VN');
  const purpose = 'Chạy thử trên máy';
  const app = { id: 'test-app', scopes: [...scopes], disabled: false, purpose, secretSha256: null };
  await administration.registerApp(app, founder, stage.now());
  const register = openAudit(stage.database, newId);
  const reads: Entry[] = [];
  const refusals: Parameters<Audit['refused']>[0][] = [];
  const broken = { register: false };
  const audit: Audit = {
    opened: async (entry) => {
      if (broken.register) throw new Error('the register cannot be reached');
      await register.opened(entry);
      reads.push(entry);
    },
    refused: async (entry) => {
      if (broken.register) throw new Error('the register cannot be reached');
      await register.refused(entry);
      refusals.push(entry);
    },
  };
  const feeds = openFeedRegister({
    database: stage.database,
    newId,
    ...feedSecrets(around.world),
  });
  const publicUrl = 'https://api.test.invalid';
  const anomalies = openAnomalies(stage.database);
  const watches = openWatches(stage.database);
  const written = { around, worklists, audit, watches };
  const serve = createApi({ ...written, notices, feeds, publicUrl, sandbox });
  const proof = proofOf(stage);
  const erasures = openErasures({ database: stage.database, newId });
  const webhooks = webhooksOf(stage);
  const deliveries = openDeliveryDesk(stage.database);
  const told = { projections: stage.projections, noticeBook: openNoticeBook(stage.database) };
  const notified = { deliveries, told, webhooks };
  const books = { calendars, ladderBook, migrations };
  const kept = { administration, anomalies, ...books, proof, erasures, ...notified };
  const administer = createAdministration({ ...written, ...kept, sandbox });
  const seen = { reads, refusals, watches, anomalies, ...notified };
  return { ...stage, ...seen, erasures, feeds, proof, publicUrl, serve, administer, broken };
}

/** The API of a test. */
export type TestApi = Awaited<ReturnType<typeof openTestApi>>;
