import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, createServer as createRawServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OutsideRoom, outside } from '#channels/webhook.ts';
import { answers, openReceiver, type Receiver } from '../support/receiver.ts';

let receiver: Receiver;
const servers: Server[] = [];

beforeEach(async () => {
  receiver = await openReceiver();
});
afterEach(async () => {
  await receiver.close();
  for (const server of servers.splice(0)) server.close();
});

const body = '{"type":"webhook.ping"}';
const headers = { 'content-type': 'application/json', 'webhook-id': 'msg_1' };
const room = (more: Partial<OutsideRoom> = {}): OutsideRoom => ({
  rules: { ports: [443], loopback: true },
  resolve: async () => [],
  patience: () => AbortSignal.timeout(400),
  ...more,
});
const posted = (url: string, more: Partial<OutsideRoom> = {}) =>
  outside(room(more)).post({ url, headers, body });

async function listening(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready);
  });
  return (server.address() as AddressInfo).port;
}

/** A server that says these bytes to whoever sends it something, and then waits or hangs up. */
const says = (text: string, hangsUp: boolean) =>
  listening(
    createRawServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.once('data', () => (hangsUp ? socket.end(text) : socket.write(text)));
    }),
  );

describe('a server of a partner', () => {
  it('gets body and headers as they were signed', async () => {
    expect(await posted(receiver.url)).toEqual({ code: 'ANSWERED', status: 204, retryAfter: null });
    expect(receiver.received).toMatchObject([{ body, headers }]);
  });

  it.each([
    [200, 'ANSWERED'],
    [202, 'ANSWERED'],
    [299, 'ANSWERED'],
    [300, 'REDIRECTED'],
    [304, 'REDIRECTED'],
    [400, 'REJECTED'],
    [401, 'REJECTED'],
    [404, 'REJECTED'],
    [410, 'GONE'],
    [429, 'BUSY'],
    [500, 'FAULT'],
    [502, 'FAULT'],
    [503, 'BUSY'],
  ])('that answers %i has %s', async (status, code) => {
    receiver.behaves(answers(status));
    expect(await posted(receiver.url)).toMatchObject({ code, status });
  });

  it.each([
    ['120', 120],
    ['0', 0],
    ['-1', null],
    ['1e9', null],
    ['99999999', null],
    ['Fri, 31 Dec 2027 23:59:59 GMT', null],
  ])('that asks for %s is understood as %s', async (asked, retryAfter) => {
    receiver.behaves(answers(503, { 'retry-after': asked }));
    expect(await posted(receiver.url)).toMatchObject({ code: 'BUSY', retryAfter });
  });

  it('sends nobody elsewhere', async () => {
    const other = await openReceiver();
    for (const location of ['http://169.254.169.254/latest/meta-data/', other.url]) {
      receiver.behaves(answers(307, { location }));
      expect(await posted(receiver.url)).toMatchObject({ code: 'REDIRECTED', status: 307 });
    }
    expect(other.received).toEqual([]);
    await other.close();
  });

  it('that never answers has had its time', async () => {
    receiver.behaves(() => undefined);
    expect(await posted(receiver.url)).toMatchObject({ code: 'TIMED_OUT', status: null });
  });

  it('that answers too late has not answered', async () => {
    const late = new AbortController();
    receiver.behaves((response) => {
      late.abort();
      setImmediate(() => answers(200)(response, response.req));
    });
    expect(await posted(receiver.url, { patience: () => late.signal })).toMatchObject({
      code: 'TIMED_OUT',
    });
  });

  it('that drips its headers has had its time', async () => {
    const port = await says('HTTP/1.1 200 OK\r\nx-slow: ', false);
    expect(await posted(`http://127.0.0.1:${port}/`)).toMatchObject({ code: 'TIMED_OUT' });
  });

  it('that has answered may drip its body: the status is known', async () => {
    const port = await says('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\nx', false);
    expect(await posted(`http://127.0.0.1:${port}/`)).toMatchObject({ code: 'ANSWERED' });
  });

  it.each([
    ['closes early', ''],
    ['closes in the middle of a line', 'HTTP/1.1 20'],
    ['speaks something else', '220 mail.test.invalid ESMTP\r\n'],
    ['has headers without end', `HTTP/1.1 200 OK\r\nx-long: ${'x'.repeat(20_000)}\r\n\r\n`],
  ])('that %s has not answered', async (_, text) => {
    const port = await says(text, true);
    expect(await posted(`http://127.0.0.1:${port}/`)).toMatchObject({
      code: 'UNREACHABLE',
      status: null,
    });
  });

  it('that answers with very much is cut off after some of it', async () => {
    let written = 0;
    const stopped = new Promise<void>((stop) => {
      receiver.behaves((response) => {
        response.writeHead(200);
        response.on('error', () => undefined);
        response.on('close', stop);
        const more = () => {
          written += 65_536;
          if (!response.destroyed && written < 1_073_741_824)
            response.write(Buffer.alloc(65_536), more);
        };
        more();
      });
    });
    expect(
      await posted(receiver.url, { patience: () => AbortSignal.timeout(60_000) }),
    ).toMatchObject({ code: 'ANSWERED' });
    await stopped;
    expect(written).toBeLessThan(64 * 1_048_576);
  });

  it('that is not there is not reached', async () => {
    const { url } = receiver;
    await receiver.close();
    expect(await posted(url)).toMatchObject({ code: 'UNREACHABLE', status: null });
    receiver = await openReceiver();
  });

  it('is asked over a connection of its own each time', async () => {
    await posted(receiver.url);
    await posted(receiver.url);
    expect(receiver.connections()).toBe(2);
  });
});

describe('a name', () => {
  const url = 'https://partner.test.example/notices';
  const called = (addresses: readonly string[]) =>
    posted(url, { rules: { ports: [443], loopback: false }, resolve: async () => addresses });

  it.each([
    [['127.0.0.1']],
    [['10.0.0.1']],
    [['169.254.169.254']],
    [['::1']],
    [['::ffff:127.0.0.1']],
    [['fd00:ec2::254']],
    [['8.8.8.8', '127.0.0.1']],
    [['2606:4700:4700::1111', 'fe80::1']],
  ])('that leads to %s is not called', async (addresses) => {
    expect(await called(addresses)).toMatchObject({ code: 'NOT_PUBLIC', status: null });
  });

  it('that leads nowhere is not reached, and may be there at the next attempt', async () => {
    expect(await called([])).toMatchObject({ code: 'UNREACHABLE' });
  });

  it('is looked up anew for each attempt: what was outside and is within is not called', async () => {
    const turns = [['8.8.8.8'], ['127.0.0.1']];
    const rebinding = outside(
      room({ rules: { ports: [443], loopback: false }, resolve: async () => turns.shift() ?? [] }),
    );
    expect(await rebinding.isOutside(url)).toBe(true);
    expect(await rebinding.post({ url, headers, body })).toMatchObject({ code: 'NOT_PUBLIC' });
  });

  it('is asked once for each attempt, and the connection goes to what was answered', async () => {
    const port = await says('', true);
    let asked = 0;
    const resolve = async () => {
      asked += 1;
      return ['127.0.0.1'];
    };
    const rules = { ports: [port], loopback: false };
    const address = `https://partner.test.example:${port}/`;
    const found = await posted(address, { rules, resolve, isPublic: () => true });
    expect([asked, found.status]).toEqual([1, null]);
    expect(found.code).not.toBe('NOT_PUBLIC');
  });

  it('spelled as a number is held against the same list', async () => {
    for (const spelled of ['https://2130706433/', 'https://0x7f.1/', 'https://[::ffff:7f00:1]/'])
      expect(await posted(spelled)).toMatchObject({ code: 'NOT_PUBLIC' });
  });
});

describe('a certificate', () => {
  let home: string;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'la-chan-tls-'));
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  /** A server with a certificate it made for a name by itself. */
  async function selfSigned(name: string) {
    const [key, cert] = [join(home, 'key.pem'), join(home, 'cert.pem')];
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:P-256',
        '-nodes',
        '-days',
        '1',
      ]
        .concat(['-keyout', key, '-out', cert, '-subj', `/CN=${name}`])
        .concat(['-addext', `subjectAltName=DNS:${name}`]),
      { stdio: 'ignore' },
    );
    const ca = readFileSync(cert, 'utf8');
    const options = { key: readFileSync(key), cert: ca };
    const port = await listening(createTlsServer(options, (_, response) => response.end()));
    return { ca, port };
  }

  /** Calls by name, with this machine in the place of the internet. */
  const calledAt = (port: number, ca?: string) =>
    outside({
      rules: { ports: [port], loopback: false },
      resolve: async () => ['127.0.0.1'],
      patience: () => AbortSignal.timeout(5_000),
      isPublic: () => true,
      ...(ca !== undefined && { ca }),
    }).post({ url: `https://partner.test.example:${port}/`, headers, body });

  it('that nobody vouches for is not trusted', async () => {
    const { port } = await selfSigned('partner.test.example');
    expect(await calledAt(port)).toMatchObject({ code: 'UNTRUSTED', status: null });
  });

  it('of another name is not trusted, and of this name it is', async () => {
    const other = await selfSigned('other.test.example');
    expect(await calledAt(other.port, other.ca)).toMatchObject({ code: 'UNTRUSTED' });
    const { port, ca } = await selfSigned('partner.test.example');
    expect(await calledAt(port, ca)).toMatchObject({ code: 'ANSWERED', status: 200 });
  });

  it('is asked for where none is spoken', async () => {
    const port = await says('HTTP/1.1 200 OK\r\n\r\n', true);
    expect(await calledAt(port)).toMatchObject({ code: 'UNTRUSTED' });
  });
});
