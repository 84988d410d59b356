import {
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
} from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRemoteJWKSet, decodeJwt, jwtVerify, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roles } from '#domain/directory.ts';
import { gateway } from '../../infra/local/gateway.ts';
import { type Issuer, openIssuer } from '../../infra/local/issuer.ts';
import { type OpenServer, openServer, router } from '../../infra/local/router.ts';

const issuer = 'http://issuer.test';
const audience = 'la-chan';
const hash = (secret: string) => createHash('sha256').update(secret).digest('hex');
const clients = new Map([
  [
    'hotline intake',
    {
      clientId: 'hotline intake',
      secrets: [
        { id: 'old', sha256: hash('b&mật:%') },
        { id: 'new', sha256: hash('secret to come') },
      ],
      scope: 'reports:write feed:read',
    },
  ],
  ['halfway', { clientId: 'halfway', secrets: [{ id: 'empty', sha256: '' }], scope: 'feed:read' }],
]);

let directory: string;
let keyFile: string;
let door: Issuer;
let server: OpenServer;
const appointments: unknown[] = [];
const used: string[] = [];

const settings = {
  issuer,
  audience,
  findClient: async (id: string) => clients.get(id),
  noteSecret: async (client: string, secret: string) => void used.push(`${client} ${secret}`),
  findOfficer: async ({ officer, app }: { officer: string; app: string | undefined }) =>
    officer === 'nobody'
      ? { code: 'OFFICER_UNKNOWN', message: 'No such officer.' }
      : { officerId: `${officer}-subject`, appId: app ?? 'demo-app', scope: 'cases:read' },
  appointDemoOfficer: async (wanted: { role: string; unitCode?: string }) => {
    appointments.push(wanted);
    if (wanted.unitCode === '99999') return { code: 'NO_SUCH_UNIT', message: 'No such unit.' };
    return { officerId: `officer-${wanted.role}`, appId: 'demo-app', scope: 'cases:read' };
  },
};

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'issuer-'));
  keyFile = join(directory, 'keys', 'issuer.pem');
  door = await openIssuer({ ...settings, keyFile });
  server = await openServer(router(door.routes));
});

afterAll(async () => {
  await server.close();
  await rm(directory, { recursive: true });
});

const ask = (body: string, headers: Record<string, string> = {}) =>
  fetch(`${server.origin}/oauth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body,
  });

const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();

const machine = {
  grant_type: 'client_credentials',
  client_id: 'hotline intake',
  client_secret: 'b&mật:%',
};

const tokenFrom = async (answer: Response): Promise<string> =>
  ((await answer.json()) as { access_token: string }).access_token;

const basic = (id: string, secret: string) => {
  const pair = `${encodeURIComponent(id)}:${encodeURIComponent(secret)}`;
  return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
};

describe('a machine client', () => {
  it('gets a token that says who it is and for how long', async () => {
    const answer = await ask(form(machine));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const body = (await answer.json()) as { access_token: string };
    expect(body).toMatchObject({
      token_type: 'Bearer',
      expires_in: 3600,
      scope: 'reports:write feed:read',
    });
    const claims = decodeJwt(body.access_token);
    expect(claims).toMatchObject({
      iss: issuer,
      aud: audience,
      sub: 'hotline intake',
      azp: 'hotline intake',
      token_use: 'access',
      scope: 'reports:write feed:read',
    });
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(3600);
    expect(claims.jti).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('may send its credentials as JSON or in the header', async () => {
    const json = { 'content-type': 'application/json' };
    expect((await ask(JSON.stringify(machine), json)).status).toBe(200);
    const header = basic(machine.client_id, machine.client_secret);
    expect((await ask('grant_type=client_credentials', header)).status).toBe(200);
  });

  it('may ask for less than its scope and not for more', async () => {
    const narrow = await ask(form({ ...machine, scope: 'feed:read' }));
    expect(decodeJwt(await tokenFrom(narrow))).toMatchObject({ scope: 'feed:read' });
    const wide = await ask(form({ ...machine, scope: 'feed:read cases:write' }));
    expect(wide.status).toBe(400);
    expect(await wide.json()).toMatchObject({ error: 'invalid_scope' });
  });

  it('cannot tell an unknown client from a wrong secret', async () => {
    const wrong = [
      { ...machine, client_secret: 'wrong' },
      { ...machine, client_id: 'nobody' },
      { ...machine, client_id: 'halfway', client_secret: 'x' },
      { grant_type: 'client_credentials' },
    ];
    const answers = await Promise.all(wrong.map((fields) => ask(form(fields))));
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).toContain('"error":"invalid_client"');
  });

  it.each(['Basic %%%', 'Basic', 'Bearer abc', 'Basic OnNlY3JldA=='])(
    'is not known by the header %s',
    async (authorization) => {
      const answer = await ask('grant_type=client_credentials', { authorization });
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toMatch(/^Basic/);
    },
  );

  it('may not send its credentials twice', async () => {
    const answer = await ask(form(machine), basic('hotline intake', 'b&mật:%'));
    expect(answer.status).toBe(400);
  });
});

describe('the demo grant', () => {
  it('needs no more than a role and a unit, whatever the content is labelled', async () => {
    const answer = await ask('{"role":"COMMUNE_WORKER","unitCode":"00004"}');
    expect(answer.status).toBe(200);
    expect(decodeJwt(await tokenFrom(answer))).toMatchObject({
      sub: 'officer-COMMUNE_WORKER',
      azp: 'demo-app',
      scope: 'cases:read',
    });
    expect(appointments.at(-1)).toEqual({ role: 'COMMUNE_WORKER', unitCode: '00004' });
  });

  it.each(roles)('knows the role %s, however it is written', async (role) => {
    const spelled = role.toLowerCase().replaceAll('_', '-');
    for (const each of [role, spelled, ` ${spelled.replaceAll('-', ' ')} `]) {
      await ask(form({ grant_type: 'demo', role: each }));
      expect(appointments.at(-1)).toEqual({ role });
    }
  });

  it('passes the refusal of the directory on', async () => {
    const answer = await ask('{"role":"ANALYST","unitCode":"99999"}');
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({
      error: 'invalid_grant',
      error_description: 'No such unit.',
      code: 'NO_SUCH_UNIT',
    });
  });

  it.each([
    ['{"role":"Nguyễn"}', 'invalid_request'],
    ['{"role":"ANALYST","unitCode":"Nguyễn"}', 'invalid_request'],
    ['{"role":{"Nguyễn":1}}', 'invalid_request'],
    ['{"role":"Nguyễn"', 'invalid_request'],
    ['role=ANALYST&role=Nguyễn', 'invalid_request'],
    ['grant_type=Nguyễn', 'unsupported_grant_type'],
    ['grant_type=constructor', 'unsupported_grant_type'],
    ['{"__proto__":"Nguyễn"}', 'unsupported_grant_type'],
    ['', 'unsupported_grant_type'],
  ])('answers %s with %s and never gives it back', async (body, error) => {
    const answer = await ask(body);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const text = await answer.text();
    expect(JSON.parse(text)).toMatchObject({ error, error_description: expect.any(String) });
    expect(text).not.toContain('Nguyễn');
  });

  it('refuses a body that is larger than any token request', async () => {
    expect((await ask('x'.repeat(9000))).status).toBe(413);
  });
});

describe('a token', () => {
  const now = Math.floor(Date.now() / 1000);
  const good = {
    iss: issuer,
    aud: audience,
    sub: 'officer-1',
    azp: 'demo-app',
    token_use: 'access',
    iat: now - 10,
    exp: now + 600,
  };
  const key = async () => createPrivateKey(await readFile(keyFile, 'utf8'));
  const kid = async () => {
    const keys = await (await fetch(`${server.origin}/.well-known/jwks.json`)).json();
    return (keys as { keys: [{ kid: string }] }).keys[0].kid;
  };
  const signed = async (claims: object, header: object = {}) =>
    new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: await kid(), ...header })
      .sign(await key());
  const verified = (token: string) => door.verify(`Bearer ${token}`);
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

  it('of ours passes', async () => {
    expect(await verified(await signed(good))).toEqual(good);
    expect(await door.verify(`bearer ${await signed(good)}`)).toEqual(good);
  });

  it.each([
    ['expired', { ...good, exp: now - 1 }],
    ['without exp', { ...good, exp: undefined }],
    ['without iat', { ...good, iat: undefined }],
    ['without sub', { ...good, sub: undefined }],
    ['without azp', { ...good, azp: undefined }],
    ['not yet in force', { ...good, nbf: now + 300 }],
    ['issued in the future', { ...good, iat: now + 300 }],
    ['living longer than a day', { ...good, exp: now - 10 + 86_401 }],
    ['older than a day', { ...good, iat: now - 86_500 }],
    ['for another audience', { ...good, aud: 'other' }],
    ['without an audience', { ...good, aud: undefined }],
    ['of another issuer', { ...good, iss: 'http://other.test' }],
    ['for identity, not access', { ...good, token_use: 'id' }],
    ['of no stated use', { ...good, token_use: undefined }],
    ['with a time in words', { ...good, exp: 'never' }],
  ])('%s does not pass', async (_, claims) => {
    expect(await verified(await signed(claims))).toBeUndefined();
  });

  it('with algorithm none does not pass', async () => {
    for (const alg of ['none', 'None', 'NONE']) {
      const head = part({ alg, kid: await kid() });
      expect(await verified(`${head}.${part(good)}.`)).toBeUndefined();
      expect(await verified(`${head}.${part(good)}.AA`)).toBeUndefined();
    }
  });

  it('signed by HS256 with the public key as its secret does not pass', async () => {
    const publicKey = createPublicKey(await key()).export({ type: 'spki', format: 'pem' });
    const head = `${part({ alg: 'HS256', kid: await kid() })}.${part(good)}`;
    const signature = createHmac('sha256', publicKey).update(head).digest('base64url');
    expect(await verified(`${head}.${signature}`)).toBeUndefined();
  });

  it('signed by another key does not pass, even when it brings that key along', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const jwk = publicKey.export({ format: 'jwk' });
    for (const extra of [{}, { jwk }, { jku: 'http://evil.test/jwks.json' }]) {
      const header = { alg: 'RS256', kid: await kid(), ...extra };
      const token = await new SignJWT(good).setProtectedHeader(header).sign(privateKey);
      expect(await verified(token)).toBeUndefined();
    }
  });

  it('under another algorithm, key name or unknown critical header does not pass', async () => {
    expect(await verified(await signed(good, { alg: 'RS512' }))).toBeUndefined();
    expect(await verified(await signed(good, { alg: 'PS256' }))).toBeUndefined();
    expect(await verified(await signed(good, { kid: 'other' }))).toBeUndefined();
    expect(await verified(await signed(good, { kid: undefined }))).toBeUndefined();
  });

  it('tampered with does not pass', async () => {
    const [head, , signature] = (await signed(good)).split('.');
    const forged = part({ ...good, sub: 'officer-2' });
    expect(await verified(`${head}.${forged}.${signature}`)).toBeUndefined();
    expect(await verified(`${head}.${part(good)}.${signature?.slice(0, -8)}`)).toBeUndefined();
  });

  it('in two headers, or under an odd scheme, does not pass', async () => {
    const token = await signed(good);
    const odd = [
      undefined,
      '',
      'Bearer',
      token,
      `Token ${token}`,
      `Bearer  ${token}`,
      `Bearer ${token} `,
      `Bearer ${token}\n`,
      ` Bearer ${token}`,
      `Bearer ${token},Bearer ${token}`,
      `Bearer ${token},`,
      `Basic ${token}`,
    ];
    for (const header of odd) expect(await door.verify(header)).toBeUndefined();
  });
});

describe('the gateway with this issuer', () => {
  it('hands the bearer on and keeps a doubled header out', async () => {
    const guarded = await openServer(
      gateway({
        verify: door.verify,
        timeEpoch: Date.now,
        invoke: async ({ requestContext }) => JSON.stringify(requestContext.authorizer.jwt.claims),
      }),
    );
    const authorization = `Bearer ${await tokenFrom(await ask(form(machine)))}`;
    const passed = await fetch(guarded.origin, { headers: { authorization } });
    expect(await passed.json()).toMatchObject({ sub: 'hotline intake', aud: audience });
    const doubled: [string, string][] = [
      ['authorization', authorization],
      ['authorization', authorization],
    ];
    expect((await fetch(guarded.origin, { headers: doubled })).status).toBe(401);
    await guarded.close();
  });
});

describe('the key of the issuer', () => {
  it('is published so that anyone can verify', async () => {
    const configuration = await fetch(`${server.origin}/.well-known/openid-configuration`);
    expect(await configuration.json()).toMatchObject({
      issuer,
      token_endpoint: `${issuer}/oauth/token`,
      jwks_uri: `${issuer}/.well-known/jwks.json`,
    });
    const keys = createRemoteJWKSet(new URL(`${server.origin}/.well-known/jwks.json`));
    const token = await tokenFrom(await ask(form(machine)));
    const { payload } = await jwtVerify(token, keys, { issuer, audience });
    expect(payload.sub).toBe('hotline intake');
  });

  it('never publishes its private part', async () => {
    const text = await (await fetch(`${server.origin}/.well-known/jwks.json`)).text();
    const [key] = (JSON.parse(text) as { keys: object[] }).keys;
    expect(Object.keys(key ?? {}).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
  });

  it('is kept for its owner alone, so tokens outlive a restart', async () => {
    const token = await tokenFrom(await ask(form(machine)));
    const reopened = await openIssuer({ ...settings, keyFile });
    expect(await reopened.verify(`Bearer ${token}`)).toMatchObject({ sub: 'hotline intake' });
    expect((await stat(keyFile)).mode & 0o777).toBe(0o600);
  });

  it('is new at every start when there is no file', async () => {
    const token = await tokenFrom(await ask(form(machine)));
    const other = await openIssuer(settings);
    expect(await other.verify(`Bearer ${token}`)).toBeUndefined();
  });
});
