import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant } from '#domain/time.ts';
import { ed25519, signedContent, v1, v1a, webhookKeys } from '#sealing/webhook-keys.ts';
import { type Keys, type Memory, type Request, received } from '../../docs/webhook-receiver.ts';
import { testMaster } from '../support/outside.ts';

const keys = webhookKeys(testMaster);
const webhook = 'partner@91001';
const at = instant('2026-01-05T08:00:00+07:00');
const now = Date.parse(at) / 1000;
const nothing: Memory = { has: () => false };
const known = (version: number): Keys => ({
  secrets: [keys.secret(webhook, version)],
  publicKeys: [keys.publicKey(webhook, version)],
});
const onlySecret = (version: number): Keys => ({ ...known(version), publicKeys: [] });
const onlyPublic = (version: number): Keys => ({ ...known(version), secrets: [] });

/** A message as it arrives, signed under some versions. */
function sent(
  versions: readonly number[],
  body = '{"type":"notice.breach"}',
  id = 'msg_1',
): Request {
  const message = { id, at, body };
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': keys.timestampOf(message),
    'webhook-signature': keys.signatures(webhook, versions, message),
  };
  return { headers, body: Buffer.from(body) };
}
const changed = (request: Request, headers: object): Request => ({
  ...request,
  headers: { ...request.headers, ...headers },
});
const verdict = (request: Request, by: Keys, when = now, memory = nothing) =>
  received(request, by, memory, when).verdict;

describe('the signatures', () => {
  it('are those of the example of the specification', () => {
    const secret = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');
    const message = {
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      at: instant('2021-02-25T15:02:10Z'),
      body: '{"test": 2432232314}',
    };
    expect(signedContent(message)).toBe(`${message.id}.1614265330.${message.body}`);
    expect(v1(signedContent(message), secret)).toBe(
      'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    );
  });

  it('are those of RFC 8032 for a key of 32 bytes', () => {
    const seed = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60';
    const signature =
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b';
    const made = v1a('', ed25519(Buffer.from(seed, 'hex')));
    expect(made).toBe(`v1a,${Buffer.from(signature, 'hex').toString('base64')}`);
  });

  it('come in both kinds, that for whoever knows no secret first', () => {
    const kinds = String(sent([1]).headers['webhook-signature']).split(' ');
    expect(kinds.map((each) => each.split(',')[0])).toEqual(['v1a', 'v1']);
  });

  it('come under both versions while one is being changed for the next', () => {
    const overlap = sent([2, 1]);
    for (const by of [onlySecret(1), onlySecret(2), onlyPublic(1), onlyPublic(2)])
      expect(verdict(overlap, by)).toBe('NEW');
    for (const by of [onlySecret(1), onlyPublic(1)]) expect(verdict(sent([2]), by)).toBe('REFUSED');
  });

  it('have a secret of their own for each master, webhook and version', () => {
    const other = webhookKeys('another secret from which all others follow');
    const secrets = [
      keys.secret(webhook, 1),
      keys.secret(webhook, 2),
      keys.secret('partner@91002', 1),
      other.secret(webhook, 1),
    ];
    expect(new Set(secrets).size).toBe(4);
    expect(secrets[0]).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(keys.publicKey(webhook, 1)).toMatch(/^whpk_[A-Za-z0-9+/]{43}=$/);
  });
});

describe('the receiver of the papers', () => {
  it('takes what is signed, by either kind', () => {
    for (const by of [onlySecret(1), onlyPublic(1)]) expect(verdict(sent([1]), by)).toBe('NEW');
  });

  it('acts once on a message, however often it comes', () => {
    const memory: Memory = { has: (id) => id === 'msg_1' };
    expect(verdict(sent([1]), known(1), now, memory)).toBe('REPEATED');
    expect(verdict(sent([1], '{}', 'msg_2'), known(1), now, memory)).toBe('NEW');
  });

  it.each([
    ['older than five minutes', now + 301, 'REFUSED'],
    ['five minutes old', now + 300, 'NEW'],
    ['five minutes early', now - 300, 'NEW'],
    ['earlier than that', now - 301, 'REFUSED'],
  ])('judges a message that is %s', (_, when, expected) => {
    expect(verdict(sent([1]), known(1), when)).toBe(expected);
  });

  const tampered: readonly (readonly [string, (request: Request) => Request])[] = [
    ['another body', (request) => ({ ...request, body: Buffer.from('{"type":"notice.none"}') })],
    ['another id', (request) => changed(request, { 'webhook-id': 'msg_2' })],
    ['another second', (request) => changed(request, { 'webhook-timestamp': String(now + 1) })],
    ['no number for a second', (request) => changed(request, { 'webhook-timestamp': '1e9' })],
    ['no signature', (request) => changed(request, { 'webhook-signature': undefined })],
    ['an empty signature', (request) => changed(request, { 'webhook-signature': 'v1,' })],
    ['two headers of a name', (request) => changed(request, { 'webhook-id': ['msg_1', 'x'] })],
    [
      'one kind sold for the other',
      (request) =>
        changed(request, {
          'webhook-signature': String(request.headers['webhook-signature'])
            .replace('v1a,', 'v?,')
            .replace('v1,', 'v1a,')
            .replace('v?,', 'v1,'),
        }),
    ],
    [
      'a dot moved from the body into the id',
      (request) =>
        changed(
          { ...request, body: Buffer.from('c') },
          { 'webhook-id': 'a.b', 'webhook-signature': signedDotted },
        ),
    ],
  ];
  const signedDotted = keys.signatures(webhook, [1], { id: 'a.b', at, body: 'c' });

  it.each(tampered)('refuses %s', (_, tamper) => {
    expect(verdict(tamper(sent([1])), known(1))).toBe('REFUSED');
  });

  it('refuses whatever is signed by another key, and an HMAC made with the public one', () => {
    expect(verdict(sent([1]), known(2))).toBe('REFUSED');
    const forged = Buffer.from(keys.publicKey(webhook, 1).slice('whpk_'.length), 'base64');
    const content = signedContent({ id: 'msg_1', at, body: '{}' });
    const request = changed(sent([1], '{}'), { 'webhook-signature': v1(content, forged) });
    expect(verdict(request, onlyPublic(1))).toBe('REFUSED');
  });

  it('refuses every changed byte of a body', () => {
    const body = '{"type":"notice.breach","data":{}}';
    const request = sent([1], body);
    fc.assert(
      fc.property(fc.nat(body.length - 1), fc.integer({ min: 1, max: 255 }), (place, by) => {
        const bytes = Buffer.from(body);
        bytes[place] = (bytes[place] ?? 0) ^ by;
        expect(verdict({ ...request, body: bytes }, known(1))).toBe('REFUSED');
      }),
    );
  });
});

describe('the id of a message', () => {
  it('is the same at every attempt, has no dot, and tells nothing of notice or webhook', () => {
    const id = keys.idOf(webhook, 'case#D04.I.1.-.1.0#0#1#COMMUNE_WORKER@91001');
    expect(id).toBe(keys.idOf(webhook, 'case#D04.I.1.-.1.0#0#1#COMMUNE_WORKER@91001'));
    expect(id).toMatch(/^msg_[\w-]{43}$/);
    expect(keys.idOf('other@91001', 'case#D04.I.1.-.1.0#0#1#COMMUNE_WORKER@91001')).not.toBe(id);
  });
});
