import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { canonical } from '#domain/canonical.ts';
import { decrypt, encrypt, keyBytes, nonceBytes } from './gcm.ts';
import type { KeyContext, KeyWrapper, Random } from './keys.ts';

/** Keys held by a file of 32 bytes, made on first use and readable by its owner only. */
export function localKeys({ file, random }: { file: string; random: Random }): KeyWrapper {
  const key = masterKey(file, random);
  const wrap = (plain: Uint8Array, context: KeyContext): Uint8Array => {
    const nonce = random(nonceBytes);
    return Buffer.concat([nonce, encrypt(plain, { key, nonce, bound: canonical(context) })]);
  };
  return {
    wrap: async (plain, context) => wrap(plain, context),
    unwrap: async (wrapped, context) => {
      const nonce = wrapped.subarray(0, nonceBytes);
      return decrypt(wrapped.subarray(nonceBytes), { key, nonce, bound: canonical(context) });
    },
    generate: async (context) => {
      const plain = random(keyBytes);
      return { plain, wrapped: wrap(plain, context) };
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
