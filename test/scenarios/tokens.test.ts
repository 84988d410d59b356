import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomUUID,
} from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { calculateJwkThumbprint, decodeJwt, exportJWK, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openStage } from '#runtime/world.ts';
import { get, putIf } from '#store/database.ts';
import { keys } from '#store/table.ts';
import type { Sandbox } from '../../infra/local/sandbox.ts';
import { openTokens } from '../../infra/local/tokens.ts';
import { type Officer, officer, post, report, startSandbox } from '../support/http.ts';
import { hearEverything } from '../support/sinks.ts';

const doors = ['/graphql', '/administration/graphql', '/statistics/graphql'];
const nobody = '{"message":"Unauthorized"}';
const now = Math.floor(Date.now() / 1000);

let home: string;
let sandbox: Sandbox;
let worker: Officer;
let claims: Readonly<Record<string, unknown>>;
let key: KeyObject;
let kid: string;
let heard: ReturnType<typeof hearEverything>;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'la-chan-tokens-'));
  sandbox = await startSandbox({ dir: home });
  worker = await officer(sandbox.origin, 'COMMUNE_WORKER', '99001');
  claims = decodeJwt(worker.token);
  key = createPrivateKey(await readFile(join(home, 'issuer-key.json'), 'utf8'));
  kid = await calculateJwkThumbprint(await exportJWK(createPublicKey(key)));
  heard = hearEverything();
});
beforeEach(() => void heard.lines.splice(0));
afterAll(async () => {
  heard.stop();
  await sandbox.close();
  await rm(home, { recursive: true });
});

type Claims = Readonly<Record<string, unknown>>;

/** A token of the true key, with other claims and another head. */
function signed(more: Claims = {}, head: object = {}, by: KeyObject = key): Promise<string> {
  const payload = Object.fromEntries(
    Object.entries({ ...claims, ...more }).filter(([, claim]) => claim !== undefined),
  );
  return new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid, ...head }).sign(by);
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const unsigned = (alg: string, end: string) => `${part({ alg, kid })}.${part(claims)}${end}`;
const other = generateKeyPairSync('rsa', { modulusLength: 2048 });

function byPublicKey(): string {
  const pem = createPublicKey(key).export({ type: 'spki', format: 'pem' });
  const text = `${part({ alg: 'HS256', kid })}.${part(claims)}`;
  return `${text}.${createHmac('sha256', pem).update(text).digest('base64url')}`;
}

async function changed(change: (parts: string[]) => string[]): Promise<string> {
  return change((await signed()).split('.')).join('.');
}

const bearer = async (token: string | Promise<string>) => [`Bearer ${await token}`];

/** What is sent as `Authorization`; two of them are two headers. */
const attacks: Readonly<Record<string, () => Promise<readonly string[]>>> = {
  'no token': async () => [],
  'an empty header': async () => [''],
  'an empty token': () => bearer(''),
  Basic: async () => [`Basic ${Buffer.from('a:b').toString('base64')}`],
  'two headers': async () => [`Bearer ${worker.token}`, `Bearer ${worker.token}`],
  'two tokens in one header': async () => [`Bearer ${worker.token}, Bearer ${worker.token}`],
  'the token under no scheme': async () => [worker.token],
  'no algorithm, no third part': () => bearer(unsigned('none', '')),
  'no algorithm, an empty signature': () => bearer(unsigned('none', '.')),
  'no algorithm, some signature': () => bearer(unsigned('none', '.AA')),
  'the algorithm None': () => bearer(unsigned('None', '.')),
  'the algorithm nOnE': () => bearer(unsigned('nOnE', '.AA')),
  'HS256 with the public key': () => bearer(byPublicKey()),
  'an algorithm that is not ours': () => bearer(signed({}, { alg: 'RS512' })),
  'another name of the key': () => bearer(signed({}, { kid: randomUUID() })),
  'no name of the key': () => bearer(signed({}, { kid: undefined })),
  'a forgery under the same name': () => bearer(signed({}, {}, other.privateKey)),
  'a forgery that brings its key': async () =>
    bearer(signed({}, { jwk: await exportJWK(other.publicKey) }, other.privateKey)),
  'a forgery that says where its key is': () =>
    bearer(
      signed(
        {},
        { jku: 'http://127.0.0.1:9/jwks.json', x5u: 'http://127.0.0.1:9/' },
        other.privateKey,
      ),
    ),
  'a token that has ended': () => bearer(signed({ iat: now - 7200, exp: now - 3600 })),
  'a token that ended a second ago': () => bearer(signed({ iat: now - 60, exp: now - 1 })),
  'a token that begins in an hour': () => bearer(signed({ nbf: now + 3600 })),
  'a token of tomorrow': () => bearer(signed({ iat: now + 86_400, exp: now + 90_000 })),
  'a token that never ends': () => bearer(signed({ exp: undefined })),
  'a token of ten years': () => bearer(signed({ exp: now + 315_360_000 })),
  'a token that never began': () => bearer(signed({ iat: undefined })),
  'a token for another audience': () => bearer(signed({ aud: 'another' })),
  'a token for other audiences': () => bearer(signed({ aud: ['another', 'third'] })),
  'a token for no audience': () => bearer(signed({ aud: undefined, client_id: 'la-chan' })),
  'a token of another issuer': () => bearer(signed({ iss: 'http://another.test' })),
  'a token of the issuer with a slash': () => bearer(signed({ iss: `${String(claims['iss'])}/` })),
  'a token for signing in': () => bearer(signed({ token_use: 'id' })),
  'a token for nothing named': () => bearer(signed({ token_use: undefined })),
  'a changed payload': () =>
    bearer(changed(([head = '', , end = '']) => [head, part({ ...claims, sub: 'x' }), end])),
  'parts in another order': () =>
    bearer(changed(([head = '', body = '', end = '']) => [body, head, end])),
  'parts without the last': () => bearer(changed((parts) => parts.slice(0, 2))),
  'a part too many': () => bearer(changed((parts) => [...parts, 'AA'])),
  'white space inside': () => bearer(changed(([head = '', ...rest]) => [`${head} `, ...rest])),
  'padded base64': () => bearer(changed(([head = '', ...rest]) => [`${head}=`, ...rest])),
  'a signature of standard base64': () =>
    bearer(changed(([head = '', body = '', end = '']) => [head, body, `${end.slice(0, -2)}+/`])),
  'an app nobody knows': () => bearer(signed({ azp: 'no-such-app' })),
  'an officer nobody knows': () => bearer(signed({ sub: 'no-such-officer' })),
  'an officer of a machine client': () => bearer(signed({ azp: 'hotline-intake' })),
  'an app as its own officer': () => bearer(signed({ sub: claims['azp'] })),
  'lists for names': () => bearer(signed({ sub: [claims['sub']], azp: [claims['azp']] })),
  'nobody at all': () => bearer(signed({ sub: '', azp: '' })),
};

async function knock(
  door: string,
  authorization: readonly string[],
  body = '{"query":"{ serverTime }"}',
) {
  const headers: [string, string][] = [['content-type', 'application/json']];
  for (const each of authorization) headers.push(['authorization', each]);
  const response = await fetch(sandbox.origin + door, { method: 'POST', headers, body });
  return {
    status: response.status,
    text: await response.text(),
    type: response.headers.get('content-type'),
  };
}

describe('whoever comes with', () => {
  it.each(Object.entries(attacks))(
    '%s is nobody, by the same bytes at every door',
    async (_, attack) => {
      const authorization = await attack();
      for (const door of doors)
        for (const body of [
          '{"query":"{ serverTime }"}',
          '{"query":"{',
          '[]',
          '{"query":"{ nothing }"}',
        ]) {
          heard.lines.splice(0);
          const { status, text, type } = await knock(door, authorization, body);
          expect({ status, text, type }).toEqual({
            status: 401,
            text: nobody,
            type: 'application/json; charset=utf-8',
          });
          // Each attempt leaves one line, and nothing of the token is in it.
          const [line, ...more] = heard.lines.map((each) => JSON.parse(each) as Claims);
          expect(more).toEqual([]);
          expect(['token_refused', 'caller_refused']).toContain(line?.['event']);
          expect(
            Object.keys(line ?? {}).every((name) => ['event', 'code', 'requestId'].includes(name)),
          ).toBe(true);
          const secrets = authorization
            .flatMap((each) => each.split(/[ .,]/))
            .filter((each) => each.length > 15);
          for (const secret of secrets) expect(heard.lines.join()).not.toContain(secret);
        }
    },
  );

  it('a good token is let in, whatever the case of its scheme', async () => {
    for (const scheme of ['Bearer', 'bearer', 'BEARER'])
      expect((await knock('/graphql', [`${scheme} ${await signed()}`])).status).toBe(200);
    expect((await knock('/graphql', await bearer(signed({ aud: ['la-chan', 'b'] })))).status).toBe(
      200,
    );
    expect(
      (await knock('/graphql', await bearer(signed({ iat: now - 60, exp: now + 300 })))).status,
    ).toBe(200);
  });

  it('a thousand names of keys makes nobody ask for keys a thousand times', async () => {
    const tokens = await openTokens({ issuer: sandbox.origin, audience: 'la-chan' });
    const plain = globalThis.fetch;
    let asked = 0;
    globalThis.fetch = (...all) => {
      asked += 1;
      return plain(...all);
    };
    try {
      const [, body = '', end = ''] = (await signed()).split('.');
      for (let n = 0; n < 1_000; n += 1) {
        const token = `${part({ alg: 'RS256', kid: randomUUID() })}.${body}.${end}`;
        expect(await tokens.verify(`Bearer ${token}`)).toBeUndefined();
      }
    } finally {
      globalThis.fetch = plain;
    }
    expect(asked).toBeLessThanOrEqual(1);
  });
});

describe('whoever was let in', () => {
  const change = async (at: { pk: string; sk: string }, member: string, disabled: boolean) => {
    const { database } = openStage();
    const item = await get(database, 'directory', at);
    if (item === undefined) throw new Error('There is nobody to suspend');
    const next = { ...item, [member]: { ...(item[member] as object), disabled } };
    await putIf(database, 'directory', next, { when: 'attribute_exists(pk)' });
  };

  it.each([
    ['officer', () => keys.officer(String(claims['sub']))],
    ['app', () => keys.app(String(claims['azp']))],
  ] as const)('is nobody with the next request once the %s is suspended', async (member, at) => {
    const authorization = [`Bearer ${worker.token}`];
    expect((await knock('/graphql', authorization)).status).toBe(200);
    await change(at(), member, true);
    const { status, text } = await knock('/graphql', authorization);
    expect([status, text]).toEqual([401, nobody]);
    expect(heard.lines.at(-1)).toContain(`"${member.toUpperCase()}_DISABLED"`);
    await change(at(), member, false);
    expect((await knock('/graphql', authorization)).status).toBe(200);
  });

  it('as a machine acts for no officer', async () => {
    const asked = {
      grant_type: 'client_credentials',
      client_id: 'hotline-intake',
      client_secret: 'hotline-intake-secret',
    };
    const { json } = await post(`${sandbox.origin}/oauth/token`, asked);
    const headers = { authorization: `Bearer ${(json as { access_token: string }).access_token}` };
    const { id: caseId } = await worker.does(
      'receiveReport',
      report('99001', '2026-01-05T07:10:00+07:00'),
    );
    const query = `mutation ($input: AssessInitiallyInput!) { assessInitially(input: $input) { userErrors { code } } }`;
    const input = {
      caseId,
      idempotencyKey: `token-test-${randomUUID()}`,
      expectedVersion: 1,
      seriousHarm: true,
    };
    const { text } = await post(
      `${sandbox.origin}/graphql`,
      { query, variables: { input } },
      headers,
    );
    expect(text).toContain('"NOT_FOUND"');
    const feed =
      'mutation { createCalendarFeed(input: { post: "hotline-intake", idempotencyKey: "token-test-feed-01" }) { url } }';
    const { text: refused } = await post(`${sandbox.origin}/graphql`, { query: feed }, headers);
    expect(refused).toContain('"NOT_ALLOWED"');
  });
});
