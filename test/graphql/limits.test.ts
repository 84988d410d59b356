import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App, Officer } from '#domain/directory.ts';
import { instant } from '#domain/time.ts';
import { actorOf } from '#graphql/caller.ts';
import { excess } from '#graphql/cost.ts';
import { eventOf, inForce, openTestApi, type TestApi, tokenOf } from '../support/api.ts';

const nested = (depth: number) => `${'{ a '.repeat(depth)}${'}'.repeat(depth)}`;
const spread = (times: number) =>
  `{ ${'...F '.repeat(times)} } fragment F on Query { ${'a '.repeat(50)} }`;

const doubled = (times: number) =>
  Array.from(
    { length: times },
    (_, at) => `fragment F${at} on Query { ...F${at + 1} ...F${at + 1} }`,
  );

describe('a document', () => {
  it.each([
    ['ten levels deep', nested(10)],
    ['with 15 aliases', `{ ${Array.from({ length: 15 }, (_, at) => `a${at}: a`).join(' ')} }`],
    ['with one mutation', 'mutation { a }'],
    [
      'with a page of a page',
      '{ cases(first: 50) { nodes { case { history(first: 100) { a } } } } }',
    ],
    ['that asks for the schema', `{ __schema ${nested(14)} }`],
    ['with a fragment in a circle', '{ ...F } fragment F on Query { ...F }'],
  ])('may be one %s', (_, document) => {
    expect(excess(parse(document))).toBeUndefined();
  });

  it.each([
    ['depth', 'eleven levels', nested(11)],
    [
      'aliases',
      '16 aliases',
      `{ ${Array.from({ length: 16 }, (_, at) => `a${at}: __typename`).join(' ')} }`,
    ],
    ['mutations', 'two acts', 'mutation { a b: a }'],
    ['directives', 'six directives', `{ a ${'@skip(if: false) '.repeat(6)} }`],
    ['fields', '550 fields by fragments', spread(11)],
    ['fields', 'fragments that double and double', `{ ...F0 } ${doubled(60).join(' ')}`],
    [
      'rows',
      'pages of pages of unknown length',
      'query ($n: Int!) { cases(first: $n) { nodes { case { history(first: $n) { a } } } } }',
    ],
  ])('goes beyond the limit on %s with %s', (limit, _, document) => {
    expect(excess(parse(document))).toBe(limit);
  });
});

describe('a request', () => {
  let api: TestApi;
  let token: object;
  const good = JSON.stringify({ query: '{ serverTime }' });

  beforeAll(async () => {
    api = await openTestApi();
    token = tokenOf((await api.appoint('COMMUNE_WORKER', '91001')).id);
  });
  afterAll(() => api.close());

  const answer = (more: Parameters<typeof eventOf>[1], by = token) => api.serve(eventOf(by, more));

  it('is answered with its id, and kept nowhere on the way', async () => {
    const { statusCode, headers } = await answer({ body: good });
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({ 'x-request-id': 'request-1', 'cache-control': 'no-store' });
  });

  it.each([
    ['GET', 405, { method: 'GET' }],
    [
      'a form',
      415,
      { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'query=x' },
    ],
    ['text', 415, { headers: { 'content-type': 'text/plain' }, body: good }],
    ['no type', 415, { headers: {}, body: good }],
    [
      'packed JSON',
      415,
      { headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' }, body: good },
    ],
    ['more than 256 KB', 413, { body: JSON.stringify({ query: ','.repeat(262_144) }) }],
    ['half of JSON', 400, { body: '{"query":' }],
    ['a list of requests', 400, { body: `[${good}]` }],
    ['no document', 400, { body: '{"variables":{}}' }],
    ['a name that is no text', 400, { body: '{"query":"{ serverTime }","operationName":{}}' }],
    ['a byte order mark', 400, { body: `\ufeff${good}` }],
    [
      'broken UTF-8',
      400,
      { body: Buffer.from([0x22, 0xff, 0x22]).toString('base64'), isBase64Encoded: true },
    ],
    ['nothing', 400, {}],
  ])('that is %s is answered %i before anything is parsed', async (_, status, more) => {
    const { statusCode, body, headers } = await answer(more);
    expect(statusCode).toBe(status);
    expect(JSON.parse(body ?? '').errors[0].extensions).toEqual({
      code: 'BAD_REQUEST',
      requestId: 'request-1',
    });
    expect(headers).toMatchObject({ 'cache-control': 'no-store' });
  });

  it('of nobody known learns nothing of its own form', async () => {
    const stranger = tokenOf('nobody');
    const bodies = await Promise.all(
      [{ body: good }, { body: '{' }, { method: 'GET' }].map((more) => answer(more, stranger)),
    );
    expect(new Set(bodies.map(({ body }) => body)).size).toBe(1);
    expect(bodies.map(({ statusCode }) => statusCode)).toEqual([401, 401, 401]);
  });
});

describe('a caller', () => {
  const posts = [{ id: 'p', role: 'COMMUNE_WORKER', unit: '91001', agency: 'UBND-91001' }] as const;
  const officer: Officer = { id: 'officer', posts, disabled: false };
  const app: App = {
    id: 'app',
    scopes: ['cases:read', 'notices'],
    disabled: false,
  };
  const machine = { role: 'HOTLINE_111', unit: 'VN', agency: '111' } as const;
  const token = { ...inForce, sub: 'officer', azp: 'app', scope: 'cases:read cases:write' };
  const known = (by: object, apps: readonly App[], officers: readonly Officer[] = [officer]) =>
    actorOf(
      by as Record<string, unknown>,
      {
        app: async (id) => apps.find((each) => each.id === id),
        officerOf: async (id) => officers.find((each) => each.id === id),
      },
      instant('2026-01-05T07:30:00+07:00'),
    );

  it('acts by the posts held now, within what the app and the token both allow', async () => {
    expect(await known(token, [app])).toEqual({
      kind: 'OFFICER',
      id: 'officer',
      app: 'app',
      scopes: ['cases:read'],
      posts,
    });
  });

  it('is a machine in the place its app stands in, with one post', async () => {
    const actor = await known({ ...token, sub: 'app' }, [{ ...app, machine }]);
    expect(actor).toMatchObject({ kind: 'MACHINE', id: 'app', posts: [{ id: 'app', ...machine }] });
  });

  it.each<[string, string, ...Parameters<typeof known>]>([
    ['an unknown app', 'APP_UNKNOWN', token, [], [officer]],
    ['a disabled app', 'APP_DISABLED', token, [{ ...app, disabled: true }], [officer]],
    ['an unknown officer', 'OFFICER_UNKNOWN', token, [app], []],
    ['a disabled officer', 'OFFICER_DISABLED', token, [app], [{ ...officer, disabled: true }]],
    ['an officer of a machine client', 'KIND_MISMATCH', token, [{ ...app, machine }], [officer]],
    ['a machine of an app of none', 'KIND_MISMATCH', { ...token, sub: 'app' }, [app], [officer]],
    ['a token without an app', 'TOKEN_UNFIT', { ...token, azp: undefined }, [app], [officer]],
    ['a token with a list for a name', 'TOKEN_UNFIT', { ...token, sub: ['x'] }, [app], [officer]],
  ])('is nobody as %s: %s', async (_, why, ...asked) => {
    expect(await known(...asked)).toBe(why);
  });

  const day = 24 * 60 * 60;
  const from = Number(inForce.iat);
  it.each<[string, object, boolean]>([
    ['ends an hour after it began', {}, true],
    ['ends a day after it began', { exp: String(from + day) }, true],
    ['is written as a number of another form', { exp: '1.7675766e+09' }, true],
    ['ends a second after that day', { exp: String(from + day + 1) }, false],
    ['ends in ten years', { exp: String(from + 3_652 * day) }, false],
    ['never ends', { exp: undefined }, false],
    ['ends at no time', { exp: '' }, false],
    ['ends in words', { exp: 'Infinity' }, false],
    ['never began', { iat: undefined }, false],
    ['ends before it began', { exp: String(from - 1) }, false],
    ['is one for signing in', { token_use: 'id' }, false],
    ['is for nothing that it says', { token_use: undefined }, false],
    ['is for no audience', { aud: undefined, client_id: 'la-chan' }, false],
  ])('with a token that %s: %j is known: %s', async (_, more, isKnown) => {
    const actor = await known({ ...token, ...more }, [app]);
    expect(actor === 'TOKEN_UNFIT').toBe(!isKnown);
  });
});
