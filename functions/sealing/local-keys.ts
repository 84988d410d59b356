import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { canonical } from '#domain/canonical.ts';
import { decrypt, encrypt, keyBytes, nonceBytes } from './gcm.ts';
import type { KeyWrapper, Random } from './keys.ts';

/** Keys held by a file of 32 bytes, made on first use and readable by its owner only. */
export function localKeys({ file, random }: { file: string; random: Random }): KeyWrapper {
  const key = masterKey(file, random);
  return {
    unwrap: async (wrapped, context) => {
      const nonce = wrapped.subarray(0, nonceBytes);
      return decrypt(wrapped.subarray(nonceBytes), { key, nonce, bound: canonical(context) });
    },
    generate: async (context) => {
      const plain = random(keyBytes);
      const nonce = random(nonceBytes);
      const body = encrypt(plain, { key, nonce, bound: canonical(context) });
      return { plain, wrapped: Buffer.concat([nonce, body]) };
    },
  };
}

function masterKey(file: string, random: Random): Uint8Array {
  // Flushed before anything is sealed under it; never written over a key that is there.
  const making = { mode: 0o600, flag: 'wx', flush: true } as const;
  if (!existsSync(file)) writeFileSync(file, random(keyBytes), making);
  const key = readFileSync(file);
  if (key.length !== keyBytes) throw new Error(`a key file holds ${keyBytes} bytes: ${file}`);
  return key;
}
