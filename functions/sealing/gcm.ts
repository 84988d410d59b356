import { createCipheriv, createDecipheriv } from 'node:crypto';
import { sealBroken } from './keys.ts';

const algorithm = 'aes-256-gcm';
export const keyBytes = 32;
export const nonceBytes = 12;
export const tagBytes = 16;

type Under = {
  readonly key: Uint8Array;
  readonly nonce: Uint8Array;
  /** Authenticated but not stored: both sides must know it. */
  readonly bound: string;
};

/** The ciphertext with its tag behind it. */
export function encrypt(plain: Uint8Array, { key, nonce, bound }: Under): Uint8Array {
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(bound));
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** The plain bytes, or `SealBroken` if key, nonce, bound text or a single bit differ. */
export function decrypt(body: Uint8Array, { key, nonce, bound }: Under): Uint8Array {
  // A nonce of another length would be accepted by the cipher and was never written here.
  if (nonce.length !== nonceBytes || body.length < tagBytes) throw sealBroken();
  const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(bound));
  decipher.setAuthTag(body.subarray(-tagBytes));
  const plain = decipher.update(body.subarray(0, -tagBytes));
  try {
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    throw sealBroken();
  }
}
