import {
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  type KeyObject,
  sign,
} from 'node:crypto';
import type { Message, WebhookKeys, WebhookSigner } from '#app/ports/webhooks.ts';
import { toEpoch } from '#domain/time.ts';

const secretBytes = 32;
/** What stands before the 32 bytes of an Ed25519 key where a key is read (RFC 8410). */
const ed25519Header = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * The secrets of webhooks, after Standard Webhooks 1.0: each follows from the master secret, the webhook and the
 * version, so that none is kept anywhere.
 */
export function webhookKeys(master: string): WebhookKeys & WebhookSigner {
  const derived = (scheme: string, webhook: string, version: number): Buffer => {
    const info = JSON.stringify([scheme, webhook, version]);
    return Buffer.from(hkdfSync('sha256', master, 'la-chan webhook', info, secretBytes));
  };
  const shared = (webhook: string, version: number) => derived('v1', webhook, version);
  const own = (webhook: string, version: number) => ed25519(derived('v1a', webhook, version));
  return {
    secret: (webhook, version) => `whsec_${shared(webhook, version).toString('base64')}`,
    publicKey: (webhook, version) => `whpk_${publicBytes(own(webhook, version))}`,
    idOf: (webhook, notice) => `msg_${digest(JSON.stringify([webhook, notice]))}`,
    referenceOf: digest,
    timestampOf: secondOf,
    signatures: (webhook, versions, message) => {
      const content = signedContent(message);
      const asymmetric = versions.map((each) => v1a(content, own(webhook, each)));
      const symmetric = versions.map((each) => v1(content, shared(webhook, each)));
      return [...asymmetric, ...symmetric].join(' ');
    },
  };
}

/** What is signed: id, second and body with dots between, of which the first two have none inside. */
export function signedContent({ id, at, body }: Message): string {
  return `${id}.${secondOf({ at })}.${body}`;
}

function secondOf({ at }: Pick<Message, 'at'>): string {
  return String(Math.floor(toEpoch(at) / 1000));
}

/** The signature for whoever knows the secret. */
export function v1(content: string, secret: Uint8Array): string {
  return `v1,${createHmac('sha256', secret).update(content).digest('base64')}`;
}

/** The signature for whoever knows the public key, and could forge none with it. */
export function v1a(content: string, key: KeyObject): string {
  return `v1a,${sign(null, Buffer.from(content), key).toString('base64')}`;
}

/** The Ed25519 key of 32 bytes. */
export function ed25519(bytes: Uint8Array): KeyObject {
  const key = Buffer.concat([ed25519Header, bytes]);
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
}

function publicBytes(key: KeyObject): string {
  const der = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return der.subarray(-secretBytes).toString('base64');
}

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');
