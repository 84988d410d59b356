import {
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  type KeyObject,
  randomUUID,
} from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import {
  calculateJwkThumbprint,
  exportJWK,
  type JWK,
  type JWTPayload,
  type JWTVerifyOptions,
  jwtVerify,
  SignJWT,
} from 'jose';

/** How long an access token lives. */
export const tokenSeconds = 3600;

const longestLifeSeconds = 24 * 60 * 60;

/** Who a token speaks of: `sub` acts, through the app `azp`. */
export type Bearer = { readonly sub: string; readonly azp: string; readonly scope: string };

/** Signs and verifies access tokens under one key; tokens always use the real clock. */
export type Tokens = {
  readonly sign: (bearer: Bearer) => Promise<string>;
  /** The claims of a token that is ours and in force, from the `Authorization` header. */
  readonly verify: (authorization: string | undefined) => Promise<JWTPayload | undefined>;
  readonly publicKeys: { readonly keys: readonly JWK[] };
};

type TokenSettings = {
  readonly issuer: string;
  readonly audience: string;
  /** Where the private key is kept between starts; without it every start has a new key. */
  readonly keyFile?: string | undefined;
};

const newKey = async (): Promise<KeyObject> =>
  (await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })).privateKey;

const keptKey = async (file: string): Promise<KeyObject> => {
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  if (kept !== undefined) return createPrivateKey(kept);
  const key = await newKey();
  await mkdir(dirname(file), { recursive: true });
  const pem = key.export({ type: 'pkcs8', format: 'pem' });
  await writeFile(file, pem, { mode: 0o600, flag: 'wx' });
  return key;
};

const bearerToken = (authorization: string | undefined): string | undefined =>
  /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];

const isAccess = ({ token_use, iat = 0, exp = Infinity }: JWTPayload): boolean =>
  token_use === 'access' && exp > iat && exp - iat <= longestLifeSeconds;

/** Opens the key, making one at the first start, and ties it to one issuer and one audience. */
export const openTokens = async ({ issuer, audience, keyFile }: TokenSettings): Promise<Tokens> => {
  const privateKey = keyFile === undefined ? await newKey() : await keptKey(keyFile);
  const publicKey = createPublicKey(privateKey);
  const jwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(jwk);
  const strict: JWTVerifyOptions = {
    algorithms: ['RS256'],
    issuer,
    audience,
    requiredClaims: ['sub', 'azp', 'iat', 'exp', 'token_use'],
    maxTokenAge: longestLifeSeconds,
  };
  const sign = ({ sub, azp, scope }: Bearer): Promise<string> => {
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT({ azp, scope, token_use: 'access' })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject(sub)
      .setIssuedAt(now)
      .setExpirationTime(now + tokenSeconds)
      .setJti(randomUUID())
      .sign(privateKey);
  };
  const verify = async (authorization: string | undefined): Promise<JWTPayload | undefined> => {
    const token = bearerToken(authorization);
    if (token === undefined) return undefined;
    // Every cause of failure looks the same from outside, so none is told apart here.
    const verified = await jwtVerify(token, publicKey, strict).catch(() => undefined);
    if (verified?.protectedHeader.kid !== kid || !isAccess(verified.payload)) return undefined;
    return verified.payload;
  };
  return { sign, verify, publicKeys: { keys: [{ ...jwk, kid, alg: 'RS256', use: 'sig' }] } };
};
