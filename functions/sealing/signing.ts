import { createHash, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type KMSClient, SignCommand } from '@aws-sdk/client-kms';

/** Signs a hex SHA-256 digest; `keyId` says under which key it can be checked. */
export type Signer = (
  digest: string,
) => Promise<{ readonly signature: string; readonly keyId: string }>;

/** Hex SHA-256 of a text. */
export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Signs with an ECDSA P-256 key that never leaves KMS. */
export function kmsSigner(client: KMSClient, keyId: string): Signer {
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
export function localSigner(file: string): Signer {
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync('ed25519');
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
    writeFileSync(file, pem, { mode: 0o600, flag: 'wx' });
  }
  const key = createPrivateKey(readFileSync(file));
  return async (digest) => ({
    signature: sign(null, Buffer.from(digest, 'hex'), key).toString('base64'),
    keyId: 'sandbox',
  });
}
