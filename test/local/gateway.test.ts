import { request } from 'node:http';
import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyResultV2 } from 'aws-lambda';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { claimText, gateway } from '../../infra/local/gateway.ts';
import { type OpenServer, openServer } from '../../infra/local/router.ts';

type Event = APIGatewayProxyEventV2WithJWTAuthorizer;

const timeEpoch = Date.parse('2026-02-17T03:10:05Z');
const claims = { sub: 'officer-1', exp: 1_771_300_000, aud: ['a', 'b'], scope: 'cases:read' };

let server: OpenServer;
let events: Event[] = [];
let faults: unknown[] = [];
let result: APIGatewayProxyResultV2;

beforeAll(async () => {
  const listener = gateway({
    verify: async (authorization) => {
      if (authorization === 'Bearer broken') throw new Error('key store is away');
      return authorization === 'Bearer good' ? claims : undefined;
    },
    invoke: async (event) => {
      events.push(event);
      if (result === 'throw') throw new Error('handler');
      return result;
    },
    timeEpoch: () => timeEpoch,
    onFault: (fault) => faults.push(fault),
  });
  server = await openServer(listener);
});

beforeEach(() => {
  events = [];
  faults = [];
  result = { statusCode: 200, body: 'ok' };
});

afterAll(() => server.close());

const call = (path: string, init: RequestInit = {}) =>
  fetch(`${server.origin}${path}`, {
    ...init,
    headers: { authorization: 'Bearer good', ...init.headers },
  });

const post = async (type: string, body: NonNullable<RequestInit['body']>): Promise<Event> => {
  await call('/graphql', { method: 'POST', headers: { 'content-type': type }, body });
  return events[0] as Event;
};

const bareCall = (headers: Record<string, string | string[]>) =>
  new Promise<{ status?: number | undefined; bytes: string }>((resolve, reject) => {
    const sent = request(`${server.origin}/graphql`, { headers }, async (response) => {
      const body = (await response.toArray()).join('');
      const { date: _, ...rest } = response.headers;
      resolve({ status: response.statusCode, bytes: JSON.stringify(rest) + body });
    });
    sent.on('error', reject).end();
  });

describe('the event behind the gateway', () => {
  it('carries the request as payload format 2.0', async () => {
    const body = '{"query":"{ viewer { id } }"}';
    await call('/graphql?a=1&b=x%20y&a=2', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'User-Agent': 'partner/1', 'X-Id': 'Q1' },
      body,
    });
    expect(events[0]).toMatchObject({
      version: '2.0',
      routeKey: '$default',
      rawPath: '/graphql',
      rawQueryString: 'a=1&b=x%20y&a=2',
      queryStringParameters: { a: '1,2', b: 'x y' },
      headers: { 'content-type': 'application/json', 'user-agent': 'partner/1', 'x-id': 'Q1' },
      body,
      isBase64Encoded: false,
      requestContext: {
        domainName: '127.0.0.1',
        stage: '$default',
        time: '17/Feb/2026:03:10:05 +0000',
        timeEpoch,
        http: {
          method: 'POST',
          path: '/graphql',
          protocol: 'HTTP/1.1',
          sourceIp: '127.0.0.1',
          userAgent: 'partner/1',
        },
      },
    });
  });

  it('hands claims on as strings and lists no scope', async () => {
    await call('/graphql');
    expect(events[0]?.requestContext.authorizer.jwt).toEqual({
      claims: { sub: 'officer-1', exp: '1771300000', aud: '[a b]', scope: 'cases:read' },
      scopes: null,
    });
  });

  it('joins repeated headers by a comma and lists cookies apart', async () => {
    await bareCall({
      authorization: 'Bearer good',
      'x-many': ['1', '2'],
      cookie: ['a=1; b=2', 'c=3'],
    });
    expect(events[0]?.headers['x-many']).toBe('1,2');
    expect(events[0]?.headers).not.toHaveProperty('cookie');
    expect(events[0]?.cookies).toEqual(['a=1', 'b=2', 'c=3']);
  });

  it('leaves out what the request does not have', async () => {
    await call('/graphql');
    for (const absent of ['body', 'cookies', 'queryStringParameters']) {
      expect(events[0]).not.toHaveProperty(absent);
    }
    expect(events[0]).toMatchObject({ rawQueryString: '', isBase64Encoded: false });
  });

  it('keeps an odd target as it came', async () => {
    await call('//elsewhere/graphql');
    expect(events[0]?.rawPath).toBe('//elsewhere/graphql');
  });

  it.each(['application/json; charset=utf-8', 'text/csv', 'application/xml'])(
    'leaves %s as text',
    async (type) => {
      expect(await post(type, 'Lá Chắn')).toMatchObject({
        body: 'Lá Chắn',
        isBase64Encoded: false,
      });
    },
  );

  it.each(['application/octet-stream', 'application/x-www-form-urlencoded', 'image/png'])(
    'encodes %s',
    async (type) => {
      const bytes = new Uint8Array([0, 255, 128, 10]);
      const body = Buffer.from(bytes).toString('base64');
      expect(await post(type, bytes)).toMatchObject({ body, isBase64Encoded: true });
    },
  );

  it('writes a list within a list and an object as the authorizer does', () => {
    expect(claimText([1, ['a', true]])).toBe('[1 [a true]]');
    expect(claimText({ b: 2, a: ['x'] })).toBe('map[a:[x] b:2]');
  });

  it('gives each request an id of its own, also to the caller', async () => {
    const first = await call('/graphql');
    await call('/graphql');
    const ids = events.map((event) => event.requestContext.requestId);
    expect(new Set(ids).size).toBe(2);
    expect(first.headers.get('apigw-requestid')).toBe(ids[0]);
  });
});

describe('the way back', () => {
  it('carries status, headers and cookies', async () => {
    result = {
      statusCode: 202,
      headers: { 'X-Cost': 12, 'Content-Type': 'application/json' },
      cookies: ['a=1; HttpOnly', 'b=2'],
      body: '{"chào":1}',
    };
    const answer = await call('/graphql');
    expect(answer.status).toBe(202);
    expect(answer.headers.get('x-cost')).toBe('12');
    expect(answer.headers.getSetCookie()).toEqual(['a=1; HttpOnly', 'b=2']);
    expect(await answer.json()).toEqual({ chào: 1 });
  });

  it('keeps length and connection for itself', async () => {
    const headers = { 'Content-Length': '1', Connection: 'close', 'Transfer-Encoding': 'chunked' };
    result = { statusCode: 200, headers, body: 'whole' };
    const answer = await call('/graphql');
    expect(await answer.text()).toBe('whole');
    expect(answer.headers.get('connection')).toBe('keep-alive');
    expect(answer.headers.get('content-length')).toBe('5');
  });

  it('decodes a binary body', async () => {
    const body = Buffer.from([0, 255]).toString('base64');
    result = { statusCode: 200, body, isBase64Encoded: true };
    const answer = await call('/graphql');
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(Buffer.from([0, 255]));
  });

  it('takes a bare result as the body of a 200 in JSON', async () => {
    result = '{"bare":true}';
    const answer = await call('/graphql');
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(await answer.json()).toEqual({ bare: true });
  });

  it('hides what the handler threw', async () => {
    result = 'throw';
    const answer = await call('/graphql');
    expect(answer.status).toBe(500);
    expect(await answer.text()).toBe('{"message":"Internal Server Error"}');
    expect(faults).toEqual([new Error('handler')]);
  });

  it('survives a header that cannot be written', async () => {
    result = { statusCode: 200, headers: { 'x-bad': 'a\r\nb: c' }, body: '' };
    expect((await call('/graphql')).status).toBe(500);
  });
});

describe('what the gateway keeps out', () => {
  it('gives the same bytes for every cause and never calls the handler', async () => {
    const causes = [{}, { authorization: 'Basic eDp5' }, { authorization: 'Bearer bad' }];
    const twice = { authorization: ['Bearer good', 'Bearer good'] };
    const answers = await Promise.all([...causes, twice].map(bareCall));
    expect(new Set(answers.map(({ bytes }) => bytes)).size).toBe(1);
    expect(answers[0]?.status).toBe(401);
    expect(answers[0]?.bytes).toMatch(/\{"message":"Unauthorized"\}$/);
    expect(events).toEqual([]);
  });

  it('lets nobody in while tokens cannot be checked', async () => {
    const answer = await call('/graphql', { headers: { authorization: 'Bearer broken' } });
    expect(answer.status).toBe(500);
    expect(events).toEqual([]);
  });

  it('takes a body of 1 MiB and refuses one byte more', async () => {
    const send = (size: number) =>
      call('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'text/plain' },
        body: 'x'.repeat(size),
      });
    expect((await send(1024 * 1024)).status).toBe(200);
    const refused = await send(1024 * 1024 + 1);
    expect(refused.status).toBe(413);
    expect(await refused.text()).toBe('{"message":"Request Entity Too Large"}');
    expect(events).toHaveLength(1);
  });
});
