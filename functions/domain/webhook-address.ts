/** Where webhooks may go beside servers on the internet. */
export type AddressRules = {
  /** Ports they may name; none named means 443. */
  readonly ports: readonly number[];
  /** Whether this very machine will do, without encryption: for a sandbox, and never for anything else. */
  readonly loopback: boolean;
};

const longest = 500;
/** Names that are resolved by a machine or its network, and not by the internet. */
const localNames = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|private|arpa)$/;

/**
 * The address of a webhook if its text will do; whether the machine behind it may be called is another question,
 * asked when it is registered and each time it is called.
 *
 * It is written in ASCII, so that what stands there is what is called: letters of other alphabets look alike, and
 * some are turned into digits and dots.
 */
export function webhookAddress(text: string, rules: AddressRules): URL | undefined {
  const url = isWritten(text) && URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || hasMore(url)) return undefined;
  return isOpen(url, rules) || isSafe(url, rules) ? url : undefined;
}

const isWritten = (text: string): boolean =>
  text.length <= longest && /^[\x21-\x7e]+$/.test(text) && !text.includes('\\');

const isOpen = ({ protocol, hostname }: URL, { loopback }: AddressRules): boolean =>
  loopback && protocol === 'http:' && isLoopbackName(hostname);

const isSafe = (url: URL, rules: AddressRules): boolean =>
  url.protocol === 'https:' && isPort(url, rules) && isPublicName(url.hostname);

/** A name and a secret would be logged on the way, and a fragment is never sent. */
const hasMore = ({ username, password, hash }: URL): boolean => username + password + hash !== '';

const isPort = ({ port }: URL, { ports }: AddressRules): boolean =>
  ports.includes(port === '' ? 443 : Number(port));

/** The two spellings of this very machine that a sandbox takes. */
export const isLoopbackName = (hostname: string): boolean =>
  hostname === '127.0.0.1' || hostname === '[::1]';

function isPublicName(hostname: string): boolean {
  const name = hostname.toLowerCase();
  if (name.startsWith('[')) return true;
  return name.includes('.') && !name.endsWith('.') && !localNames.test(name);
}
