import { createHash } from 'node:crypto';
import { canonical, type Json } from '#domain/canonical.ts';
import { decrypt, encrypt, nonceBytes, tagBytes } from './gcm.ts';
import { keyCache } from './key-cache.ts';
import { type KeyWrapper, type Random, sealBroken } from './keys.ts';

/** Where a sealed value belongs; it opens nowhere else. */
export type Place = {
  /** The opaque id of the case, or of the incident for what is sealed under the incident's key. */
  readonly subject: string;
  /** The wrapped data key of the subject. */
  readonly wrapped: Uint8Array;
  readonly item: string;
  readonly version: number;
};

/** A sealed value as stored: ciphertext with tag, and the hex SHA-256 that events carry. */
export type Sealed = {
  readonly nonce: Uint8Array;
  readonly body: Uint8Array;
  readonly digest: string;
};

/** What makes keys for subjects, and seals and opens their values. */
export type Sealer = {
  readonly newKey: (subject: string) => Promise<{ readonly wrapped: Uint8Array }>;
  /** Throws a RangeError when `sealedSize` exceeds `sealedItemLimit`. */
  readonly seal: (order: Place & { readonly plain: Json }) => Promise<Sealed>;
  /** Throws `SealBroken` for whatever was changed or moved. */
  readonly open: (order: Place & { readonly sealed: Sealed }) => Promise<unknown>;
};

/** The bytes one sealed item may take. */
export const sealedItemLimit = 65_536;

/** The bytes a value takes once sealed: nonce, ciphertext and tag. */
export const sealedSize = (plain: Json): number =>
  nonceBytes + Buffer.byteLength(canonical(plain)) + tagBytes;

/** The digest of what is stored; needs no key, so it can be checked after the key is destroyed. */
export const sealedDigest = ({ nonce, body }: Pick<Sealed, 'nonce' | 'body'>): string =>
  createHash('sha256').update(nonce).update(body).digest('hex');

type Ports = {
  readonly keys: KeyWrapper;
  readonly random: Random;
  /** Milliseconds; serves only the age of keys in memory. */
  readonly now: () => number;
};

/** Envelope encryption: every subject has its own data key, wrapped for that subject alone. */
export function sealer({ keys, random, now }: Ports): Sealer {
  const cache = keyCache(now);
  const keyOf = ({ subject, wrapped }: Place): Promise<Uint8Array> =>
    cache.get(nameOf(subject, wrapped), () => keys.unwrap(wrapped, contextOf(subject)));
  return {
    newKey: async (subject) => {
      const { plain, wrapped } = await keys.generate(contextOf(subject));
      await cache.get(nameOf(subject, wrapped), async () => plain);
      return { wrapped };
    },
    seal: async (order) => {
      const plain = bytesOf(order.plain);
      return sealWith(await keyOf(order), random(nonceBytes), { ...order, plain });
    },
    open: async (order) => {
      if (sealedDigest(order.sealed) !== order.sealed.digest) throw sealBroken();
      return openWith(await keyOf(order), order);
    },
  };
}

/** What the key of a subject is bound to, under whatever master it lies. */
export const contextOf = (subject: string) => ({ case: subject });

/** Names the pair, so a key wrapped for one subject is never served from memory to another. */
const nameOf = (subject: string, wrapped: Uint8Array): string =>
  `${Buffer.from(wrapped).toString('base64')} ${subject}`;

const boundTo = ({ subject, item, version }: Place): string => canonical([subject, item, version]);

function bytesOf(plain: Json): Uint8Array {
  const bytes = Buffer.from(canonical(plain));
  const size = nonceBytes + bytes.length + tagBytes;
  if (size > sealedItemLimit) throw new RangeError(`${size} bytes exceed a sealed item`);
  return bytes;
}

type PlacedBytes = Place & { readonly plain: Uint8Array };

function sealWith(key: Uint8Array, nonce: Uint8Array, order: PlacedBytes): Sealed {
  const body = encrypt(order.plain, { key, nonce, bound: boundTo(order) });
  return { nonce, body, digest: sealedDigest({ nonce, body }) };
}

function openWith(key: Uint8Array, order: Place & { readonly sealed: Sealed }): unknown {
  const { nonce, body } = order.sealed;
  const plain = decrypt(body, { key, nonce, bound: boundTo(order) });
  return JSON.parse(Buffer.from(plain).toString('utf8'));
}
