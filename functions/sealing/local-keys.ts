import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { canonical } from '#domain/canonical.ts';
import { decrypt, encrypt, keyBytes, nonceBytes, tagBytes } from './gcm.ts';
import {
  type KeyContext,
  type KeyWrapper,
  type Random,
  type Rewrapper,
  sealBroken,
} from './keys.ts';

type KeyFile = { readonly file: string; readonly random: Random };
type Master = { readonly id: Buffer; readonly key: Uint8Array };

const idBytes = 4;
/** A key wrapped while a file held one master only: it names none. */
const namelessBytes = nonceBytes + keyBytes + tagBytes;

/**
 * Keys held by a file readable by its owner only: 32 bytes for each master, oldest first. The newest wraps.
 *
 * The file is read each time, so that a master added by another process counts at once.
 */
export function localKeys({ file, random }: KeyFile): KeyWrapper {
  found(file, random);
  return {
    unwrap: async (wrapped, context) => unwrapUnder(masterOf(wrapped, file), wrapped, context),
    generate: async (context) => {
      const plain = random(keyBytes);
      return { plain, wrapped: wrapUnder(newestIn(file), plain, { context, random }) };
    },
  };
}

/** Wraps what lies under an older master of a file anew under its newest. */
export function localRewrapper({ file, random }: KeyFile): Rewrapper {
  const newest = newestIn(file);
  return {
    newest: newest.id.toString('hex'),
    hasFormer: mastersHeld(file) > 1,
    rewrap: async (wrapped, context) => {
      const master = masterOf(wrapped, file);
      const plain = unwrapUnder(master, wrapped, context);
      if (wrapped.length > namelessBytes && master.id.equals(newest.id)) return undefined;
      return wrapUnder(newest, plain, { context, random });
    },
  };
}

/** Adds a master behind those of a file: it seals from now on. */
export function addMaster({ file, random }: KeyFile): void {
  replace(file, Buffer.concat([...mastersIn(file).map(({ key }) => key), random(keyBytes)]));
}

/** Leaves only the newest master in a file; what is under another opens no more. */
export function dropFormerMasters(file: string): void {
  replace(file, newestIn(file).key);
}

/** How many masters a file holds. */
export function mastersHeld(file: string): number {
  return mastersIn(file).length;
}

function found(file: string, random: Random): void {
  // Flushed before anything is sealed under it; never written over a key that is there.
  const making = { mode: 0o600, flag: 'wx', flush: true } as const;
  if (!existsSync(file)) writeFileSync(file, random(keyBytes), making);
  mastersIn(file);
}

/** Whoever reads meanwhile finds the file as it was or as it is, and never half of it. */
function replace(file: string, bytes: Uint8Array): void {
  const next = `${file}.next`;
  writeFileSync(next, bytes, { mode: 0o600, flush: true });
  renameSync(next, file);
}

function mastersIn(file: string): readonly Master[] {
  const bytes = readFileSync(file);
  if (bytes.length === 0 || bytes.length % keyBytes !== 0)
    throw new Error(`a key file holds ${keyBytes} bytes for each key: ${file}`);
  return Array.from({ length: bytes.length / keyBytes }, (_, at) => {
    const key = bytes.subarray(at * keyBytes, (at + 1) * keyBytes);
    return { id: createHash('sha256').update(key).digest().subarray(0, idBytes), key };
  });
}

function newestIn(file: string): Master {
  return known(mastersIn(file).at(-1));
}

function masterOf(wrapped: Uint8Array, file: string): Master {
  const masters = mastersIn(file);
  if (wrapped.length <= namelessBytes) return known(masters[0]);
  return known(masters.find(({ id }) => id.equals(wrapped.subarray(0, idBytes))));
}

function known(master: Master | undefined): Master {
  if (master === undefined) throw sealBroken();
  return master;
}

type How = { readonly context: KeyContext; readonly random: Random };

function wrapUnder({ id, key }: Master, plain: Uint8Array, { context, random }: How): Uint8Array {
  const nonce = random(nonceBytes);
  return Buffer.concat([id, nonce, encrypt(plain, { key, nonce, bound: canonical(context) })]);
}

function unwrapUnder({ key }: Master, wrapped: Uint8Array, context: KeyContext): Uint8Array {
  const named = wrapped.length > namelessBytes ? wrapped.subarray(idBytes) : wrapped;
  const nonce = named.subarray(0, nonceBytes);
  return decrypt(named.subarray(nonceBytes), { key, nonce, bound: canonical(context) });
}
