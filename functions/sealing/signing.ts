import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { GetPublicKeyCommand, type KMSClient, SignCommand } from '@aws-sdk/client-kms';
import type { Check, Sign } from '#app/ports/proof.ts';

/** Hex SHA-256 of a text. */
export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Signs with an ECDSA P-256 key that never leaves KMS. */
export function kmsSigner(client: KMSClient, keyId: string): Sign {
  return async (digest) => {
    const command = new SignCommand({
      KeyId: keyId,
      Message: Buffer.from(digest, 'hex'),
      MessageType: 'DIGEST',
      SigningAlgorithm: 'ECDSA_SHA_256',
    });
    const { Signature } = await client.send(command);
    if (Signature === undefined) throw new Error('The key service returned no signature');
    return { signature: Buffer.from(Signature).toString('base64'), keyId };
  };
}

/** Signs with an Ed25519 key in a file, made on first use and readable by its owner only. */
export function localSigner(file: string): Sign {
  const key = localKey(file);
  return async (digest) => ({
    signature: sign(null, Buffer.from(digest, 'hex'), key).toString('base64'),
    keyId: 'sandbox',
  });
}

function localKey(file: string): KeyObject {
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync('ed25519');
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
    writeFileSync(file, pem, { mode: 0o600, flag: 'wx' });
  }
  return createPrivateKey(readFileSync(file));
}

/**
 * Checks signatures under a public key in PEM, without asking anybody.
 *
 * ECDSA hashes the text by itself; the Ed25519 key of a sandbox signs the bytes of its SHA-256.
 */
export function checker(pem: string): Check {
  return checkerOf(createPublicKey(pem));
}

function checkerOf(key: KeyObject): Check {
  return async ({ text, signature }) => {
    const made = Buffer.from(signature, 'base64');
    // Base64 leaves room for other texts of the same bytes; what was stored is the one text of them.
    if (made.toString('base64') !== signature) return false;
    return key.asymmetricKeyType === 'ed25519'
      ? verify(null, Buffer.from(digestOf(text), 'hex'), key, made)
      : verify('sha256', Buffer.from(text), key, made);
  };
}

/** The public half of a key in KMS, as PEM. */
export async function kmsPublicKey(client: KMSClient, keyId: string): Promise<string> {
  const { PublicKey } = await client.send(new GetPublicKeyCommand({ KeyId: keyId }));
  if (PublicKey === undefined) throw new Error('The key service returned no public key');
  const der = Buffer.from(PublicKey);
  return pemOf(createPublicKey({ key: der, format: 'der', type: 'spki' }));
}

/** The public half of the signing key in a file, as PEM. */
export function localPublicKey(file: string): string {
  return pemOf(createPublicKey(localKey(file)));
}

const pemOf = (key: KeyObject): string => String(key.export({ type: 'spki', format: 'pem' }));
