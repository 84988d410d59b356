/** What a raw message says, as far as a mail catcher shows it. */
export type RawMail = {
  readonly headers: Readonly<Record<string, string>>;
  readonly subject: string;
  readonly text: string;
};

const fromQuotedPrintable = (text: string): Buffer =>
  Buffer.from(
    text
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  );

const decodedWord = (encoding: string, text: string): string =>
  encoding.toUpperCase() === 'B'
    ? Buffer.from(text, 'base64').toString('utf8')
    : fromQuotedPrintable(text.replaceAll('_', ' ')).toString('utf8');

const decodedHeader = (value: string): string =>
  value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, encoding: string, text: string) =>
      decodedWord(encoding, text),
    );

const headersOf = (head: string): Record<string, string> =>
  Object.fromEntries(
    head
      .replace(/\r?\n[ \t]+/g, ' ')
      .split(/\r?\n/)
      .map((line) => /^([^:]+):\s*(.*)$/.exec(line))
      .flatMap((found) => (found ? [[String(found[1]).toLowerCase(), found[2] ?? '']] : [])),
  );

const decodedBody = (body: string, encoding: string | undefined): string => {
  if (encoding?.toLowerCase() === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  const isQuoted = encoding?.toLowerCase() === 'quoted-printable';
  return (isQuoted ? fromQuotedPrintable(body) : Buffer.from(body, 'latin1')).toString('utf8');
};

/** Reads a message of RFC 5322; the parts of a multipart message are shown as they are. */
export const readRawMail = (raw: Buffer): RawMail => {
  const message = raw.toString('latin1');
  const gap = /\r?\n\r?\n/.exec(message);
  const head = gap ? message.slice(0, gap.index) : message;
  const body = gap ? message.slice(gap.index + gap[0].length) : '';
  const headers = headersOf(Buffer.from(head, 'latin1').toString('utf8'));
  return {
    headers,
    subject: decodedHeader(headers['subject'] ?? ''),
    text: decodedBody(body, headers['content-transfer-encoding']),
  };
};
