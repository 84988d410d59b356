import { inflateRawSync } from 'node:zlib';
import { unpack } from '#store/body.ts';

const five = (n: number) => String(n).padStart(5, '0');
const name = (n: number) => `Nguyễn Thị Kanari ${five(n)}`;

/** What a position is baited with: each bait bears its number and could be a child's. */
export const forms = [
  (n: number) => name(n).normalize('NFC'),
  (n: number) => name(n).normalize('NFD'),
  (n: number) => `0791357${five(n)}`,
  (n: number) => `+8491357${five(n)}`,
  (n: number) => `Số ${five(n)} Ngõ Kanari, Phường Giả Định`,
] as const;

/** The bait as a word that fits where GraphQL wants a name. */
export const wordOf = (n: number): string => `kanari_${five(n)}`;

const clear = /kanari.{0,7}|(?:0791357|8491357|091357)\d{5}/i;

/** The word as base64 turns it at each of its three offsets, without the letters it shares with others. */
const based = new RegExp(
  ['Kanari', 'kanari']
    .flatMap((word) =>
      [0, 1, 2].map((before) => {
        const letters = Buffer.from('.'.repeat(before) + word).toString('base64');
        return letters.slice(Math.ceil((before * 8) / 6), Math.floor(((before + 6) * 8) / 6));
      }),
    )
    .join('|'),
);

/** The first bait in a text, if any, however it is written. */
export function baitIn(text: string): string | undefined {
  return (clear.exec(text) ?? clear.exec(unescaped(text)) ?? based.exec(text))?.[0];
}

function unescaped(text: string): string {
  return text
    .replaceAll(/\\u([0-9a-f]{4})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
    .replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
}

/** A stored item as everything somebody could read who has the table and no key. */
export function readable(item: object): string {
  return JSON.stringify(item, (_, value: unknown) => {
    if (value instanceof Uint8Array) return opened(value);
    return isBytes(value) ? opened(Uint8Array.from(value.data)) : value;
  });
}

// The JSON of a buffer comes before the buffer itself.
const isBytes = (value: unknown): value is { readonly data: readonly number[] } =>
  typeof value === 'object' &&
  value !== null &&
  'type' in value &&
  value.type === 'Buffer' &&
  'data' in value;

/** The bytes as they are, and unpacked by every way of packing that needs no key. */
function opened(bytes: Uint8Array): string {
  const ways = [() => JSON.stringify(unpack(bytes)), () => inflateRawSync(bytes).toString()];
  return [
    Buffer.from(bytes).toString('latin1'),
    Buffer.from(bytes).toString(),
    ...ways.map(orNothing),
  ].join(' ');
}

function orNothing(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}
