import { createCipheriv, createDecipheriv, createHmac, timingSafeEqual } from 'node:crypto';
import type { LinkTokens } from '#app/ports/links.ts';
import type { NoticeLink } from '#domain/link.ts';
import type { Instant } from '#domain/time.ts';

/** A secret for links and its number, which goes up when it is changed. */
export type LinkSecret = { readonly version: number; readonly secret: string };

type Keys = { readonly sign: Buffer; readonly hide: Buffer };

const signatureBytes = 32;
const ivBytes = 16;

/**
 * Links signed with HMAC-SHA256 and hidden by AES-256-CTR, the signature being the nonce: nothing of a link can be
 * read or changed, and the same link is always the same word.
 *
 * The first secret signs; those after it are only read by. A signature has 256 bits, so it need not be
 * protected from guessing. Throws without a secret.
 */
export function linkTokens(secrets: readonly LinkSecret[]): LinkTokens {
  const [newest] = secrets;
  if (newest === undefined) throw new Error('Links need a secret');
  const rings = new Map(secrets.map(({ version, secret }) => [String(version), keysOf(secret)]));
  return {
    sign: (link) => `${newest.version}.${signed(link, keysOf(newest.secret))}`,
    read: (token) => {
      const [, version = '', word = ''] = shape.exec(token) ?? [];
      const ring = rings.get(version);
      return ring && opened(word, ring);
    },
  };
}

// Longer than the id of any notice, so that nobody makes us hash a novel.
const shape = /^(\d{1,4})\.([\w-]{43,1000})$/;

/** One key for each purpose, so that what is signed never meets what hides it. */
function keysOf(secret: string): Keys {
  const derived = (purpose: string) => createHmac('sha256', secret).update(purpose).digest();
  return { sign: derived('la-chan link: sign'), hide: derived('la-chan link: hide') };
}

function signed({ to, id, left }: NoticeLink, { sign, hide }: Keys): string {
  const plain = Buffer.from(JSON.stringify([to, id, left]));
  const signature = signatureOf(plain, sign);
  const cipher = createCipheriv('aes-256-ctr', hide, signature.subarray(0, ivBytes));
  return Buffer.concat([signature, cipher.update(plain), cipher.final()]).toString('base64url');
}

function opened(word: string, { sign, hide }: Keys): NoticeLink | undefined {
  const bytes = Buffer.from(word, 'base64url');
  // The last letter of a word may have bits that say nothing: two words are never one link.
  if (bytes.toString('base64url') !== word) return undefined;
  const signature = bytes.subarray(0, signatureBytes);
  const decipher = createDecipheriv('aes-256-ctr', hide, signature.subarray(0, ivBytes));
  const plain = Buffer.concat([decipher.update(bytes.subarray(signatureBytes)), decipher.final()]);
  if (!timingSafeEqual(signature, signatureOf(plain, sign))) return undefined;
  const [to, id, left] = JSON.parse(plain.toString()) as [string, string, Instant];
  return { to, id, left };
}

function signatureOf(plain: Buffer, key: Buffer): Buffer {
  return createHmac('sha256', key).update(plain).digest();
}
