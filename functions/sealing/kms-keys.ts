import {
  DecryptCommand,
  GenerateDataKeyCommand,
  type KMSClient,
  ReEncryptCommand,
} from '@aws-sdk/client-kms';
import { type KeyContext, type KeyWrapper, type Rewrapper, sealBroken } from './keys.ts';

/** The master that wraps, and those before it under which keys may still lie. */
export type KmsMasters = { readonly newest: string; readonly former: readonly string[] };

/** Keys held by AWS KMS, which binds each to its encryption context and never shows the master. */
export function kmsKeys(client: KMSClient, { newest, former }: KmsMasters): KeyWrapper {
  return {
    unwrap: async (wrapped, context) => {
      // Naming the key refuses a blob that somebody wrapped under a key of their own.
      for (const keyId of [newest, ...former]) {
        const plain = await decrypted(client, keyId, { wrapped, context });
        if (plain !== undefined) return plain;
      }
      throw sealBroken();
    },
    generate: async (context) => {
      const input = { KeyId: newest, KeySpec: 'AES_256', EncryptionContext: context } as const;
      const answer = await client.send(new GenerateDataKeyCommand(input));
      return { plain: present(answer.Plaintext), wrapped: present(answer.CiphertextBlob) };
    },
  };
}

/**
 * Wraps keys anew inside KMS: no plain key leaves it, and whoever may do this may open nothing.
 *
 * A key under the newest master already comes under its newest material.
 */
export function kmsRewrapper(client: KMSClient, { newest, former }: KmsMasters): Rewrapper {
  return {
    newest,
    hasFormer: former.length > 0,
    rewrap: async (wrapped, context) => {
      for (const keyId of [...former, newest]) {
        const input = {
          CiphertextBlob: wrapped,
          SourceKeyId: keyId,
          SourceEncryptionContext: context,
          DestinationKeyId: newest,
          DestinationEncryptionContext: context,
        };
        const answer = await client.send(new ReEncryptCommand(input)).catch(unlessOther);
        if (answer !== undefined) return present(answer.CiphertextBlob);
      }
      throw sealBroken();
    },
  };
}

type Blob = { readonly wrapped: Uint8Array; readonly context: KeyContext };

/** The plain key, or nothing where it lies under another master than this. */
async function decrypted(client: KMSClient, keyId: string, { wrapped, context }: Blob) {
  const input = { KeyId: keyId, CiphertextBlob: wrapped, EncryptionContext: context };
  const answer = await client.send(new DecryptCommand(input)).catch(unlessOther);
  return answer && present(answer.Plaintext);
}

/** A refused blob is a broken seal; throttling, a disabled key or no network stay outages. */
function unlessOther(error: unknown): undefined {
  const name = error instanceof Error ? error.name : '';
  if (name === 'IncorrectKeyException') return undefined;
  throw name === 'InvalidCiphertextException' ? sealBroken() : error;
}

function present(blob: Uint8Array | undefined): Uint8Array {
  if (blob === undefined) throw new Error('KMS answered without key material');
  return blob;
}
