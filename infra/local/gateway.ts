import { randomBytes } from 'node:crypto';
import type { IncomingMessage, RequestListener } from 'node:http';
import type {
  APIGatewayProxyEventV2WithJWTAuthorizer,
  APIGatewayProxyResultV2,
  APIGatewayProxyStructuredResultV2,
} from 'aws-lambda';
import {
  type Answer,
  bodyCapBytes,
  constantAnswers,
  jsonAnswer,
  type OnFault,
  readBody,
  sendMade,
  targetOf,
} from './router.ts';

type Event = APIGatewayProxyEventV2WithJWTAuthorizer;
type Claims = Readonly<Record<string, unknown>>;

/** What stands behind the gateway: who may pass, who answers, and what time it is. */
export type GatewayPorts = {
  /** The claims of a token that may pass; repeated headers arrive joined by a comma. */
  readonly verify: (authorization: string | undefined) => Promise<Claims | undefined>;
  readonly invoke: (event: Event) => Promise<APIGatewayProxyResultV2>;
  readonly timeEpoch: () => number;
  readonly onFault?: OnFault;
  /** Told of each request that is turned away, and nothing of what it brought. */
  readonly onStranger?: () => void;
};

const unauthorized = jsonAnswer(401, { message: 'Unauthorized' }, { 'www-authenticate': 'Bearer' });

const textTypes = /^(text\/.+|application\/(json|xml|javascript))$/;

const isBinary = (headers: Record<string, string>): boolean => {
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
  return headers['content-encoding'] !== undefined || !textTypes.test(type);
};

/** A claim as the JWT authorizer hands it on: always a string, a list as `[a b]`. */
export const claimText = (claim: unknown): string => {
  if (Array.isArray(claim)) return `[${claim.map(claimText).join(' ')}]`;
  if (typeof claim !== 'object' || claim === null) return String(claim);
  const fields = Object.entries(claim).sort(([a], [b]) => (a < b ? -1 : 1));
  return `map[${fields.map(([name, value]) => `${name}:${claimText(value)}`).join(' ')}]`;
};

const textClaims = (claims: Claims): Record<string, string> =>
  Object.fromEntries(Object.entries(claims).map(([name, claim]) => [name, claimText(claim)]));

const joinedHeaders = (request: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(request.headersDistinct).map(([name, values]) => [
      name,
      values?.join(',') ?? '',
    ]),
  );

const joinedQuery = (query: string): Record<string, string> => {
  const parameters = new URLSearchParams(query);
  return Object.fromEntries(
    [...new Set(parameters.keys())].map((name) => [name, parameters.getAll(name).join(',')]),
  );
};

const cookiesOf = (header: string): string[] =>
  header
    .split(/[;,]/)
    .map((cookie) => cookie.trim())
    .filter((cookie) => cookie !== '');

const accessLogTime = (epochMs: number): string => {
  const [, day, month, year, clock] = new Date(epochMs).toUTCString().split(' ');
  return `${day}/${month}/${year}:${clock} +0000`;
};

type Arrival = { request: IncomingMessage; headers: Record<string, string>; timeEpoch: number };

const httpOf = ({ request, headers }: Arrival): Event['requestContext']['http'] => ({
  method: request.method ?? 'GET',
  path: targetOf(request).path,
  protocol: `HTTP/${request.httpVersion}`,
  sourceIp: (request.socket.remoteAddress ?? '').replace(/^::ffff:/, ''),
  userAgent: headers['user-agent'] ?? '',
});

const contextOf = (arrival: Arrival, claims: Claims): Event['requestContext'] => {
  const domainName = arrival.headers['host']?.split(':')[0] ?? 'localhost';
  return {
    accountId: '000000000000',
    apiId: 'local',
    // The route asks for no scope, so the authorizer lists none; the claim still carries them.
    authorizer: { jwt: { claims: textClaims(claims), scopes: null } },
    domainName,
    domainPrefix: domainName.split('.')[0] ?? domainName,
    http: httpOf(arrival),
    requestId: randomBytes(11).toString('base64'),
    routeKey: '$default',
    stage: '$default',
    time: accessLogTime(arrival.timeEpoch),
    timeEpoch: arrival.timeEpoch,
  };
};

const bodyOf = (
  body: Buffer,
  headers: Record<string, string>,
): Pick<Event, 'body' | 'isBase64Encoded'> => {
  const isBase64Encoded = body.length > 0 && isBinary(headers);
  if (body.length === 0) return { isBase64Encoded };
  return { body: body.toString(isBase64Encoded ? 'base64' : 'utf8'), isBase64Encoded };
};

const eventOf = (arrival: Arrival, claims: Claims, body: Buffer): Event => {
  const { path, query } = targetOf(arrival.request);
  const { cookie, ...headers } = arrival.headers;
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: query,
    ...(cookie === undefined ? {} : { cookies: cookiesOf(cookie) }),
    headers,
    ...(query === '' ? {} : { queryStringParameters: joinedQuery(query) }),
    requestContext: contextOf(arrival, claims),
    ...bodyOf(body, headers),
  };
};

// The connection belongs to the gateway, never to the function behind it.
const notForwarded = new Set(['transfer-encoding', 'connection', 'keep-alive']);

const headersOf = ({ headers = {}, cookies }: APIGatewayProxyStructuredResultV2) => ({
  'content-type': 'text/plain;charset=UTF-8',
  ...Object.fromEntries(
    Object.entries(headers)
      .map(([name, value]) => [name.toLowerCase(), String(value)] as const)
      .filter(([name]) => !notForwarded.has(name)),
  ),
  ...(cookies ? { 'set-cookie': cookies } : {}),
});

const isStructured = (
  result: APIGatewayProxyResultV2,
): result is APIGatewayProxyStructuredResultV2 =>
  typeof result === 'object' && result !== null && 'statusCode' in result;

const answerOf = (result: APIGatewayProxyResultV2): Answer => {
  if (result === undefined || result === null) return constantAnswers.failed;
  const headers = { 'content-type': 'application/json' };
  if (typeof result === 'string') return { status: 200, headers, body: result };
  if (!isStructured(result)) return { status: 200, headers, body: JSON.stringify(result) };
  return {
    status: Number(result.statusCode),
    headers: headersOf(result),
    body: Buffer.from(result.body ?? '', result.isBase64Encoded ? 'base64' : 'utf8'),
  };
};

const withRequestId = (answer: Answer, requestId: string): Answer => ({
  ...answer,
  headers: { ...answer.headers, 'apigw-requestid': requestId },
});

const pass = async (request: IncomingMessage, ports: GatewayPorts): Promise<Answer> => {
  const headers = joinedHeaders(request);
  const claims = await ports.verify(headers['authorization']);
  if (!claims) {
    ports.onStranger?.();
    return unauthorized;
  }
  const body = await readBody(request, bodyCapBytes);
  if (!body) return constantAnswers.tooLarge;
  const event = eventOf({ request, headers, timeEpoch: ports.timeEpoch() }, claims, body);
  return withRequestId(answerOf(await ports.invoke(event)), event.requestContext.requestId);
};

/**
 * An HTTP API of API Gateway in front of one handler, payload format 2.0.
 *
 * Without a good token the handler is never reached, and every cause gets the same bytes.
 */
export const gateway =
  (ports: GatewayPorts): RequestListener =>
  (request, response) =>
    sendMade(response, () => pass(request, ports), ports.onFault);
