import { createHmac, createPublicKey, timingSafeEqual, verify } from 'node:crypto';

/** What a partner checks messages with: one of the two kinds is enough. */
export type Keys = {
  /** `whsec_…`, as shown once when the webhook was registered or its secrets were changed. */
  readonly secrets: readonly string[];
  /** `whpk_…`, as in `Webhook.keys`. */
  readonly publicKeys: readonly string[];
};

/** A request as it came in; the body as its very bytes, because any other spelling has another signature. */
export type Request = {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Uint8Array;
};

/** The ids of messages that were acted on, kept for at least as long as messages may be repeated: four days. */
export type Memory = { readonly has: (id: string) => boolean };

/**
 * What to do with a request: act on it, remember its id and answer 204; answer 204 and do nothing, because it was
 * acted on before; or answer 400.
 */
export type Verdict =
  | { readonly verdict: 'NEW'; readonly id: string; readonly message: unknown }
  | { readonly verdict: 'REPEATED' }
  | { readonly verdict: 'REFUSED' };

const toleranceSeconds = 5 * 60;
const refused = { verdict: 'REFUSED' } as const;

/** A receiver of Standard Webhooks 1.0: keys, memory and the seconds since 1970 are yours. */
export function received(request: Request, keys: Keys, memory: Memory, now: number): Verdict {
  const [id, timestamp, signatures] = ['id', 'timestamp', 'signature'].map(
    (name) => request.headers[`webhook-${name}`],
  );
  if (typeof id !== 'string' || typeof timestamp !== 'string' || typeof signatures !== 'string')
    return refused;
  const isTimely = Math.abs(now - Number(timestamp)) <= toleranceSeconds;
  if (!/^\d+$/.test(timestamp) || !isTimely || id.includes('.')) return refused;
  const content = Buffer.concat([Buffer.from(`${id}.${timestamp}.`), request.body]);
  const isSigned = signatures.split(' ').some((signature) => isGood(signature, content, keys));
  if (!isSigned) return refused;
  if (memory.has(id)) return { verdict: 'REPEATED' };
  return { verdict: 'NEW', id, message: JSON.parse(Buffer.from(request.body).toString()) };
}

/** The kind of a signature says which keys it is held against: a public key is never taken for a secret. */
function isGood(signature: string, content: Uint8Array, { secrets, publicKeys }: Keys): boolean {
  const [kind, text = ''] = signature.split(',');
  const made = Buffer.from(text, 'base64');
  if (kind === 'v1') return secrets.some((secret) => isEqual(made, hmac(content, secret)));
  if (kind === 'v1a') return publicKeys.some((key) => verify(null, content, publicKey(key), made));
  return false;
}

const hmac = (content: Uint8Array, secret: string): Buffer =>
  createHmac('sha256', bytesOf(secret)).update(content).digest();

const bytesOf = (key: string): Buffer => Buffer.from(key.replace(/^whsec_|^whpk_/, ''), 'base64');

const isEqual = (made: Buffer, right: Buffer): boolean =>
  made.length === right.length && timingSafeEqual(made, right);

/** What stands before the 32 bytes of an Ed25519 key where a public key is read (RFC 8410). */
const header = Buffer.from('302a300506032b6570032100', 'hex');

const publicKey = (key: string) =>
  createPublicKey({ key: Buffer.concat([header, bytesOf(key)]), format: 'der', type: 'spki' });
