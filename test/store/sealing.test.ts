import { createHash, randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KMSClient } from '@aws-sdk/client-kms';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json } from '#domain/canonical.ts';
import { isSealBroken, type KeyWrapper } from '#sealing/keys.ts';
import { kmsKeys, kmsRewrapper } from '#sealing/kms-keys.ts';
import {
  addMaster,
  dropFormerMasters,
  localKeys,
  localRewrapper,
  mastersHeld,
} from '#sealing/local-keys.ts';
import { type Sealed, sealedDigest, sealedItemLimit, sealedSize, sealer } from '#sealing/seal.ts';

const random = (bytes: number): Uint8Array => randomBytes(bytes);
const keyFile = (): string => join(mkdtempSync(join(tmpdir(), 'sealing-')), 'master.key');
const fiveMinutes = 300_000;

/** A sealer over a key file, with a clock set by hand and a count of the keys unwrapped. */
function bench() {
  const held = localKeys({ file: keyFile(), random });
  const seen = { unwrapped: 0, now: 1_000_000 };
  const keys: KeyWrapper = {
    ...held,
    unwrap: (wrapped, context) => {
      seen.unwrapped += 1;
      return held.unwrap(wrapped, context);
    },
  };
  const fresh = () => sealer({ keys, random, now: () => seen.now });
  return { ...fresh(), fresh, seen };
}

async function sealedOne(plain: Json = { name: 'Lê Thị Mẫu' }) {
  const desk = bench();
  const subject = 'c-1f0a';
  const { wrapped } = await desk.newKey(subject);
  const place = { subject, wrapped, item: 'CHILD', version: 1 };
  return { desk, place, sealed: await desk.seal({ ...place, plain }) };
}

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const at = Math.floor(bit / 8);
  copy[at] = (copy[at] ?? 0) ^ (1 << (bit % 8));
  return copy;
}

const withDigest = (nonce: Uint8Array, body: Uint8Array): Sealed => ({
  nonce,
  body,
  digest: sealedDigest({ nonce, body }),
});

const broken = (opening: Promise<unknown>) =>
  expect(opening).rejects.toSatisfy((error) => isSealBroken(error));

describe('a sealed value', () => {
  it('opens to exactly what was typed, in whatever Unicode form', async () => {
    const { desk, place } = await sealedOne();
    const vietnamese = fc
      .array(fc.constantFrom('Nguyễn', 'Ánh', 'Đặng', 'thôn Hữu Lễ', 'ỷ', '\ufeff', '👧🏽'))
      .map((words) => words.join(' '));
    const form = fc.constantFrom('NFC', 'NFD', 'NFKC', 'NFKD');
    const typed = fc.oneof(
      fc.tuple(vietnamese, form).map(([text, as]) => text.normalize(as)),
      fc.string({ unit: 'binary' }),
    );
    await fc.assert(
      fc.asyncProperty(typed, typed, async (name, note) => {
        const sealed = await desk.seal({ ...place, plain: { name, notes: [note] } });
        expect(await desk.open({ ...place, sealed })).toEqual({ name, notes: [note] });
      }),
    );
  });

  it('shows nothing of itself and never looks the same twice', async () => {
    const { desk, place, sealed } = await sealedOne({ name: 'Lê Thị Mẫu' });
    const again = await desk.seal({ ...place, plain: { name: 'Lê Thị Mẫu' } });
    expect(Buffer.from(sealed.body).includes('Mẫu')).toBe(false);
    expect(again.nonce).not.toEqual(sealed.nonce);
    expect(again.digest).not.toBe(sealed.digest);
  });

  it('has the digest of nonce and body, which needs no key', async () => {
    const { sealed } = await sealedOne();
    const bytes = Buffer.concat([sealed.nonce, sealed.body]);
    expect(sealed.digest).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(sealedDigest(sealed)).toBe(sealed.digest);
  });

  it('does not open with any single bit flipped, even under a digest made to fit', async () => {
    const { desk, place, sealed } = await sealedOne();
    for (let bit = 0; bit < sealed.body.length * 8; bit += 1) {
      const body = flipped(sealed.body, bit);
      await broken(desk.open({ ...place, sealed: withDigest(sealed.nonce, body) }));
    }
    for (let bit = 0; bit < sealed.nonce.length * 8; bit += 1) {
      const nonce = flipped(sealed.nonce, bit);
      await broken(desk.open({ ...place, sealed: withDigest(nonce, sealed.body) }));
    }
  });

  it('does not open when cut short, emptied, or under another digest', async () => {
    const { desk, place, sealed } = await sealedOne();
    const none = new Uint8Array();
    const { nonce, body } = sealed;
    await broken(desk.open({ ...place, sealed: withDigest(nonce, body.subarray(0, -1)) }));
    await broken(desk.open({ ...place, sealed: withDigest(nonce, body.subarray(0, 15)) }));
    await broken(desk.open({ ...place, sealed: withDigest(nonce, none) }));
    await broken(desk.open({ ...place, sealed: withDigest(none, body) }));
    await broken(desk.open({ ...place, sealed: { ...sealed, digest: '00' } }));
  });

  it('does not open as another item, another version or another case', async () => {
    const { desk, place, sealed } = await sealedOne();
    const { wrapped: foreign } = await desk.newKey('c-2b1c');
    await broken(desk.open({ ...place, item: 'NARRATIVE', sealed }));
    await broken(desk.open({ ...place, version: 2, sealed }));
    await broken(desk.open({ ...place, wrapped: foreign, subject: 'c-2b1c', sealed }));
    await broken(desk.open({ ...place, wrapped: foreign, sealed }));
    expect(await desk.open({ ...place, sealed })).toEqual({ name: 'Lê Thị Mẫu' });
  });

  it('neither opens nor is made under the key of another case that is in memory', async () => {
    const { desk, place, sealed } = await sealedOne();
    await broken(desk.open({ ...place, subject: 'c-2b1c', sealed }));
    await broken(desk.seal({ ...place, subject: 'c-2b1c', plain: 'x' }));
  });

  it('breaks without saying anything of its content', async () => {
    const { desk, place, sealed } = await sealedOne();
    const failing = desk.open({ ...place, version: 9, sealed });
    const error = await failing.catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'SealBroken', message: 'the seal does not open' });
    expect(Object.keys(Object(error))).toEqual(['name']);
  });
});

describe('the size of a sealed value', () => {
  const textOf = (bytes: number) => 'x'.repeat(bytes - sealedSize(''));

  it('is what is stored, counted in bytes and not in letters', async () => {
    const plain = { name: 'Đặng Thị Mẫu'.normalize('NFD') };
    const { sealed } = await sealedOne(plain);
    expect(sealedSize(plain)).toBe(sealed.nonce.length + sealed.body.length);
  });

  it('may reach the limit', async () => {
    const { sealed } = await sealedOne(textOf(sealedItemLimit));
    expect(sealed.nonce.length + sealed.body.length).toBe(65_536);
  });

  it('may not pass it by a byte', async () => {
    await expect(sealedOne(textOf(sealedItemLimit + 1))).rejects.toBeInstanceOf(RangeError);
  });
});

describe('a data key in memory', () => {
  it('is not asked for again within five minutes, and is afterwards', async () => {
    const { desk, place, sealed } = await sealedOne();
    desk.seen.now += fiveMinutes - 1;
    await desk.open({ ...place, sealed });
    expect(desk.seen.unwrapped).toBe(0);
    desk.seen.now += 1;
    await desk.open({ ...place, sealed });
    expect(desk.seen.unwrapped).toBe(1);
  });

  it('does not live longer for being used', async () => {
    const { desk, place, sealed } = await sealedOne();
    for (let minute = 0; minute < 12; minute += 1) {
      await desk.open({ ...place, sealed });
      desk.seen.now += 60_000;
    }
    expect(desk.seen.unwrapped).toBe(2);
  });

  it('does not outlive a clock that was set back', async () => {
    const { desk, place, sealed } = await sealedOne();
    desk.seen.now -= 1;
    await desk.open({ ...place, sealed });
    expect(desk.seen.unwrapped).toBe(1);
  });

  it('is fetched once for many that ask at the same time', async () => {
    const { desk, place, sealed } = await sealedOne();
    const other = desk.fresh();
    await Promise.all(Array.from({ length: 20 }, () => other.open({ ...place, sealed })));
    expect(desk.seen.unwrapped).toBe(1);
  });

  it('makes room for the thousand used last', async () => {
    const { desk, place, sealed } = await sealedOne();
    const others = Array.from({ length: 999 }, (_, n) => `c-${n}`);
    for (const subject of others) await desk.newKey(subject);
    await desk.open({ ...place, sealed });
    expect(desk.seen.unwrapped).toBe(0);
    for (const subject of others) await desk.newKey(subject);
    await desk.open({ ...place, sealed });
    expect(desk.seen.unwrapped).toBe(0);
    for (const subject of [...others, 'c-last']) await desk.newKey(subject);
    await desk.open({ ...place, sealed });
    expect(desk.seen.unwrapped).toBe(1);
  });

  it('is not remembered as failed when fetching it failed', async () => {
    const held = localKeys({ file: keyFile(), random });
    const fate = { down: true };
    const unwrap: KeyWrapper['unwrap'] = async (wrapped, context) => {
      if (fate.down) throw new Error('no route');
      return held.unwrap(wrapped, context);
    };
    const { wrapped } = await held.generate({ case: 'c-1' });
    const desk = sealer({ keys: { ...held, unwrap }, random, now: () => 0 });
    const order = { subject: 'c-1', wrapped, item: 'CHILD', version: 1, plain: 'x' };
    await expect(desk.seal(order)).rejects.toThrow('no route');
    fate.down = false;
    expect((await desk.seal(order)).nonce).toHaveLength(12);
  });
});

describe('keys of a local file', () => {
  const context = { case: 'c-1' };

  it('are wrapped under a file that is made once, for its owner alone', async () => {
    const file = keyFile();
    const { plain, wrapped } = await localKeys({ file, random }).generate(context);
    const again = localKeys({ file, random });
    expect(Buffer.from(await again.unwrap(wrapped, context))).toEqual(Buffer.from(plain));
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file)).toHaveLength(32);
    expect(readdirSync(join(file, '..'))).toEqual(['master.key']);
  });

  it('open neither under another context nor under another file', async () => {
    const keys = localKeys({ file: keyFile(), random });
    const { wrapped } = await keys.generate(context);
    await broken(keys.unwrap(wrapped, { case: 'c-2' }));
    await broken(keys.unwrap(wrapped, {}));
    await broken(keys.unwrap(wrapped.subarray(0, 8), context));
    await broken(localKeys({ file: keyFile(), random }).unwrap(wrapped, context));
  });

  it('are refused from a file of another length, which is left as it is', () => {
    const file = keyFile();
    writeFileSync(file, 'short');
    expect(() => localKeys({ file, random })).toThrow('32 bytes');
    expect(readFileSync(file, 'utf8')).toBe('short');
  });

  it('are wrapped under the newest master of a file, and open under each of them', async () => {
    const file = keyFile();
    const keys = localKeys({ file, random });
    const old = await keys.generate(context);
    addMaster({ file, random });
    const young = await keys.generate(context);
    for (const { plain, wrapped } of [old, young])
      expect(Buffer.from(await keys.unwrap(wrapped, context))).toEqual(Buffer.from(plain));
    const { rewrap } = localRewrapper({ file, random });
    expect(await rewrap(young.wrapped, context)).toBeUndefined();
    const anew = await rewrap(old.wrapped, context);
    dropFormerMasters(file);
    expect([mastersHeld(file), statSync(file).mode & 0o777]).toEqual([1, 0o600]);
    await broken(keys.unwrap(old.wrapped, context));
    expect(await keys.unwrap(anew ?? random(0), context)).toEqual(old.plain);
    expect(Buffer.from(await keys.unwrap(young.wrapped, context))).toEqual(
      Buffer.from(young.plain),
    );
  });

  it('that name no master are those of a file with one master, and get a name', async () => {
    const file = keyFile();
    const keys = localKeys({ file, random });
    const { plain, wrapped } = await keys.generate(context);
    const nameless = wrapped.subarray(4);
    expect(Buffer.from(await keys.unwrap(nameless, context))).toEqual(Buffer.from(plain));
    const named = await localRewrapper({ file, random }).rewrap(nameless, context);
    expect(named).toHaveLength(wrapped.length);
    expect(await keys.unwrap(named ?? random(0), context)).toEqual(plain);
  });

  it('are not wrapped anew for another context', async () => {
    const file = keyFile();
    const { wrapped } = await localKeys({ file, random }).generate(context);
    addMaster({ file, random });
    await broken(localRewrapper({ file, random }).rewrap(wrapped, { case: 'c-2' }));
  });

  it('cannot be had when the file cannot be made', () => {
    const file = join(keyFile(), 'nowhere', 'master.key');
    expect(() => localKeys({ file, random })).toThrow('ENOENT');
    expect(existsSync(file)).toBe(false);
  });
});

type Asked = { target: string; EncryptionContext?: Record<string, string>; KeyId?: string };

/** Answers the two KMS operations over HTTP and holds each blob to its encryption context. */
function kmsOnTheWire() {
  const blobs = new Map<string, { plain: string; bound: string; under: string }>();
  const asked: Asked[] = [];
  const outage: { type?: string } = {};
  const store = (plain: string, bound: string, under = '') => {
    const blob = randomBytes(48).toString('base64');
    blobs.set(blob, { plain, bound, under });
    return { CiphertextBlob: blob, KeyId: under };
  };
  const refused = { __type: 'InvalidCiphertextException', message: 'no' };
  const other = { __type: 'IncorrectKeyException', message: 'no' };
  const answers: Record<string, (input: Record<string, string>, bound: string) => object> = {
    'TrentService.GenerateDataKey': ({ KeySpec, KeyId }, bound) => {
      const plain = randomBytes(KeySpec === 'AES_256' ? 32 : 16).toString('base64');
      return { ...store(plain, bound, KeyId), Plaintext: plain };
    },
    'TrentService.Decrypt': ({ CiphertextBlob = '', KeyId }, bound) => {
      const held = blobs.get(CiphertextBlob);
      if (held !== undefined && held.under !== KeyId) return other;
      return held?.bound === bound ? { Plaintext: held.plain } : refused;
    },
    'TrentService.ReEncrypt': (input) => {
      const held = blobs.get(input['CiphertextBlob'] ?? '');
      if (held !== undefined && held.under !== input['SourceKeyId']) return other;
      const [from, to] = [input['SourceEncryptionContext'], input['DestinationEncryptionContext']];
      if (held?.bound !== JSON.stringify(from)) return refused;
      return store(held.plain, JSON.stringify(to), input['DestinationKeyId']);
    },
  };
  const reply = (request: IncomingMessage, text: string): object => {
    const input = JSON.parse(text);
    const target = String(request.headers['x-amz-target']);
    asked.push({ target, EncryptionContext: input.EncryptionContext, KeyId: input.KeyId });
    if (outage.type) return { __type: outage.type, message: 'no' };
    return answers[target]?.(input, JSON.stringify(input.EncryptionContext)) ?? refused;
  };
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const body = reply(request, Buffer.concat(parts).toString());
    response.statusCode = '__type' in body ? 400 : 200;
    response.setHeader('content-type', 'application/x-amz-json-1.1');
    response.end(JSON.stringify(body));
  });
  return { server, asked, outage };
}

const listening = (server: Server): Promise<string> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    });
  });

describe('keys of KMS, over the wire', () => {
  const kms = kmsOnTheWire();
  const wire: { client?: KMSClient } = {};
  const keys = (): KeyWrapper => {
    if (!wire.client) throw new Error('not listening yet');
    return kmsKeys(wire.client, { newest: 'alias/cases', former: [] });
  };

  beforeAll(async () => {
    wire.client = new KMSClient({
      endpoint: await listening(kms.server),
      region: 'ap-southeast-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      maxAttempts: 1,
    });
  });
  afterAll(() => {
    wire.client?.destroy();
    kms.server.close();
  });

  it('seal and open, and every call carries the opaque id and the key', async () => {
    const ports = { keys: keys(), random, now: () => 0 };
    const { wrapped } = await sealer(ports).newKey('c-1f0a');
    const place = { subject: 'c-1f0a', wrapped, item: 'CHILD', version: 1 };
    const sealed = await sealer(ports).seal({ ...place, plain: 'Phạm Văn Mẫu' });
    expect(await sealer(ports).open({ ...place, sealed })).toBe('Phạm Văn Mẫu');
    const call = { EncryptionContext: { case: 'c-1f0a' }, KeyId: 'alias/cases' };
    expect(kms.asked).toEqual([
      { target: 'TrentService.GenerateDataKey', ...call },
      { target: 'TrentService.Decrypt', ...call },
      { target: 'TrentService.Decrypt', ...call },
    ]);
  });

  it('do not unwrap for another case', async () => {
    const { wrapped } = await keys().generate({ case: 'c-1' });
    await broken(keys().unwrap(wrapped, { case: 'c-2' }));
  });

  it('are wrapped anew inside KMS, whose answers hold no plain key, and open after that', async () => {
    const client = wire.client ?? new KMSClient();
    const masters = { newest: 'alias/next', former: ['alias/cases'] };
    const { plain, wrapped } = await keys().generate({ case: 'c-1' });
    const next = kmsKeys(client, masters);
    expect(await next.unwrap(wrapped, { case: 'c-1' })).toEqual(plain);
    kms.asked.length = 0;
    const anew = await kmsRewrapper(client, masters).rewrap(wrapped, { case: 'c-1' });
    expect(kms.asked.map(({ target }) => target)).toEqual(['TrentService.ReEncrypt']);
    await broken(keys().unwrap(anew ?? random(0), { case: 'c-1' }));
    const alone = kmsKeys(client, { newest: 'alias/next', former: [] });
    expect(await alone.unwrap(anew ?? random(0), { case: 'c-1' })).toEqual(plain);
    await broken(kmsRewrapper(client, masters).rewrap(wrapped, { case: 'c-2' }));
    await broken(
      kmsRewrapper(client, { newest: 'alias/next', former: [] }).rewrap(wrapped, { case: 'c-1' }),
    );
  });

  it('report an outage as an outage and not as a broken seal', async () => {
    const { wrapped } = await keys().generate({ case: 'c-1' });
    kms.outage.type = 'KMSInvalidStateException';
    const error = await keys()
      .unwrap(wrapped, { case: 'c-1' })
      .catch((reason: unknown) => reason);
    expect(isSealBroken(error)).toBe(false);
    expect(error).toMatchObject({ name: 'KMSInvalidStateException' });
  });
});
