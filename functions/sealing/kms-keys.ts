import { DecryptCommand, GenerateDataKeyCommand, type KMSClient } from '@aws-sdk/client-kms';
import { type KeyWrapper, sealBroken } from './keys.ts';

/** Keys held by AWS KMS, which binds each to its encryption context and never shows the master. */
export function kmsKeys(client: KMSClient, keyId: string): KeyWrapper {
  return {
    unwrap: async (wrapped, context) => {
      // Naming the key refuses a blob that somebody wrapped under a key of their own.
      const input = { KeyId: keyId, CiphertextBlob: wrapped, EncryptionContext: context };
      const answer = await client.send(new DecryptCommand(input)).catch(rejected);
      return present(answer.Plaintext);
    },
    generate: async (context) => {
      const input = { KeyId: keyId, KeySpec: 'AES_256', EncryptionContext: context } as const;
      const answer = await client.send(new GenerateDataKeyCommand(input));
      return { plain: present(answer.Plaintext), wrapped: present(answer.CiphertextBlob) };
    },
  };
}

const brokenNames = ['InvalidCiphertextException', 'IncorrectKeyException'];

/** A refused blob is a broken seal; throttling, a disabled key or no network stay outages. */
function rejected(error: unknown): never {
  if (error instanceof Error && brokenNames.includes(error.name)) throw sealBroken();
  throw error;
}

function present(blob: Uint8Array | undefined): Uint8Array {
  if (blob === undefined) throw new Error('KMS answered without key material');
  return blob;
}
