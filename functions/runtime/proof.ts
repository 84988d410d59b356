import { KMSClient } from '@aws-sdk/client-kms';
import type { Check, Notary, Sign } from '#app/ports/proof.ts';
import type { Json } from '#domain/canonical.ts';
import { chainStart, type Linked, linkedText, verifyChain } from '#sealing/chain.ts';
import { sealedDigest } from '#sealing/seal.ts';
import {
  checker,
  digestOf,
  kmsPublicKey,
  kmsSigner,
  localPublicKey,
  localSigner,
} from '#sealing/signing.ts';
import { type Environment, needed } from './environment.ts';

/** Hashes of this system. */
export const notary: Notary = {
  walk: (caseId, events, { start = chainStart(caseId), head }) =>
    // An event is plain JSON by its type; only the index signature is missing from it.
    verifyChain(events as unknown as readonly Linked[], { start, ...(head && { head }) }),
  digestOfPaper: sealedDigest,
  bookStart: chainStart('digests').hash,
  textOf: (previous, body) => linkedText(previous, body as unknown as Json),
  hashOf: digestOf,
};

/** The key releases and digests are signed with: in KMS, or in a file where the settings name one. */
export function openSigner(settings: Environment): Sign {
  const file = settings.RELEASE_SIGNING_KEY_FILE;
  return file === undefined
    ? kmsSigner(new KMSClient(), needed(settings, 'RELEASE_SIGNING_KEY_ID'))
    : localSigner(file);
}

/** The public half of that key, as PEM; read once. */
export function publicKeyOf(settings: Environment): () => Promise<string> {
  const file = settings.RELEASE_SIGNING_KEY_FILE;
  let known: Promise<string> | undefined;
  return () => {
    known ??=
      file === undefined
        ? kmsPublicKey(new KMSClient(), needed(settings, 'RELEASE_SIGNING_KEY_ID'))
        : Promise.resolve(localPublicKey(file));
    return known;
  };
}

/** Checks signatures under that key. */
export function openCheck(publicKey: () => Promise<string>): Check {
  return async (signed) => checker(await publicKey())(signed);
}
