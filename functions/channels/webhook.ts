import { type IncomingMessage, Agent as PlainAgent, request as plainRequest } from 'node:http';
import { Agent, type RequestOptions, request } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Answer, AnswerCode, Outgoing, Outside } from '#app/ports/webhooks.ts';
import { type AddressRules, isLoopbackName, webhookAddress } from '#domain/webhook-address.ts';
import { isPublicAddress } from './public-address.ts';

/** What posting needs of the world. */
export type OutsideRoom = {
  readonly rules: AddressRules;
  /** All addresses a name has now; none where there is no such name. */
  readonly resolve: (name: string) => Promise<readonly string[]>;
  /** Goes off when a server has had its time. */
  readonly patience: () => AbortSignal;
  /** Whether an address is one of the internet, where somebody knows better than the registries. */
  readonly isPublic?: (address: string) => boolean;
  /** Who is trusted to vouch for a server, in the place of those everybody trusts. */
  readonly ca?: string;
};

/** Posts over a connection of its own to an address that was looked at, whatever the name says a moment later. */
export function outside(room: OutsideRoom): Outside {
  return {
    post: async ({ url: text, ...outgoing }) => {
      const url = webhookAddress(text, room.rules);
      const addresses = url && (await addressesOf(url, room));
      if (url === undefined || addresses === undefined) return withoutStatus('NOT_PUBLIC');
      if (addresses.length === 0) return withoutStatus('UNREACHABLE');
      return sent(url, outgoing, { ...room, addresses });
    },
    isOutside: async (text) => {
      const url = webhookAddress(text, room.rules);
      const addresses = url && (await addressesOf(url, room));
      return addresses !== undefined && addresses.length > 0;
    },
  };
}

/** Where the name leads now, if nowhere else than outside; one address within is as bad as all. */
async function addressesOf(
  { protocol, hostname }: URL,
  { rules, resolve, isPublic = isPublicAddress }: OutsideRoom,
) {
  const name = hostname.replace(/^\[|\]$/g, '');
  if (rules.loopback && protocol === 'http:' && isLoopbackName(hostname)) return [name];
  const addresses = isIP(name) > 0 ? [name] : await resolve(name);
  return addresses.every((address) => isPublic(address)) ? addresses : undefined;
}

type Sending = OutsideRoom & { readonly addresses: readonly string[] };

function sent(url: URL, { headers, body }: Omit<Outgoing, 'url'>, room: Sending): Promise<Answer> {
  const isPlain = url.protocol === 'http:';
  const options: RequestOptions = {
    method: 'POST',
    headers: { ...headers, 'content-length': Buffer.byteLength(body) },
    // A connection that is kept would not be looked at again, and one by a proxy not at all.
    agent: isPlain ? new PlainAgent() : new Agent({ maxCachedSessions: 0 }),
    lookup: pinned(room.addresses),
    maxHeaderSize: mostHeaderBytes,
    rejectUnauthorized: true,
    signal: room.patience(),
    ...(room.ca !== undefined && { ca: room.ca }),
  };
  return new Promise((settle) => {
    const call = (isPlain ? plainRequest : request)(url, options);
    call.on('response', (response) => {
      // The status decides; what comes after it is let in as far as manners ask and read by nobody.
      settle(answerOf(response));
      drain(response);
    });
    call.on('error', (failure) => settle(withoutStatus(codeOf(failure))));
    call.end(body);
  });
}

/** Answers the addresses that were looked at, and asks nobody again. */
function pinned(addresses: readonly string[]): LookupFunction {
  const found = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_name, { all }, callback) => {
    const [first] = found;
    if (all === true || first === undefined) callback(null, found);
    else callback(null, first.address, first.family);
  };
}

const mostHeaderBytes = 8 * 1024;
const mostBodyBytes = 4 * 1024;

function drain(response: IncomingMessage): void {
  let bytes = 0;
  response.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > mostBodyBytes) response.destroy();
  });
  // The status is known; that the rest breaks off, or takes too long, changes nothing.
  response.on('error', () => response.destroy());
}

const withoutStatus = (code: AnswerCode): Answer => ({ code, status: null, retryAfter: null });

/** Another place is never gone to: it was looked at by nobody. */
function answerOf({ statusCode: status = 0, headers }: IncomingMessage): Answer {
  return { code: codeOfStatus(status), status, retryAfter: secondsOf(headers['retry-after']) };
}

function codeOfStatus(status: number): AnswerCode {
  if (status === 410) return 'GONE';
  if (status === 429 || status === 503) return 'BUSY';
  if (status >= 500) return 'FAULT';
  if (status >= 400) return 'REJECTED';
  return status >= 300 || status < 200 ? 'REDIRECTED' : 'ANSWERED';
}

/** Seconds; a date would need a clock that both sides trust. */
function secondsOf(retryAfter: string | undefined): number | null {
  return retryAfter !== undefined && /^\d{1,6}$/.test(retryAfter) ? Number(retryAfter) : null;
}

function codeOf(failure: Error): AnswerCode {
  const code = 'code' in failure ? String(failure.code) : '';
  if (failure.name === 'AbortError' || failure.name === 'TimeoutError' || code === 'ETIMEDOUT')
    return 'TIMED_OUT';
  return /CERT|TLS|SSL|EPROTO|SELF_SIGNED|UNABLE_TO|ALTNAME/.test(code)
    ? 'UNTRUSTED'
    : 'UNREACHABLE';
}
