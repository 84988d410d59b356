/** Stands in the place of what was struck out. */
export const struck = '▇▇▇';

/** Members that hold codes and days and no words, so that nothing in them is anybody's. */
const coded: readonly string[] = ['id', 'level', 'bornOn'];

/** Takes a value apart and strikes out whatever of it names somebody. */
export type Redaction = <Value>(value: Value) => Value;

/**
 * Strikes out some texts wherever they stand in words, in whatever case and however they are spaced.
 *
 * A text of one word is struck only as it is written, since a name such as An is a syllable of many words.
 */
export function redaction(texts: readonly string[]): Redaction {
  const whole = texts.map((text) => composed(text).trim()).filter((text) => text.length > 1);
  const isPhrase = (text: string) => /\s/.test(text) || isNumber(text);
  const patterns = [
    patternOf(whole.filter(isPhrase), 'giu'),
    patternOf(
      whole.filter((text) => !isPhrase(text)),
      'gu',
    ),
  ];
  const inText = (text: string) =>
    patterns.reduce(
      (left, pattern) => (pattern ? left.replace(pattern, struck) : left),
      composed(text),
    );
  return (value) => within(value, inText) as typeof value;
}

function within(value: unknown, inText: (text: string) => string): unknown {
  if (typeof value === 'string') return inText(value);
  if (Array.isArray(value)) return value.map((each) => within(each, inText));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([name, each]) => [
    name,
    coded.includes(name) ? each : within(each, inText),
  ]);
  return Object.fromEntries(members);
}

const composed = (text: string): string => text.normalize('NFC');

const isNumber = (text: string): boolean => /^\+?[\d\s.()-]{6,}$/.test(text);

function patternOf(texts: readonly string[], flags: string): RegExp | undefined {
  if (texts.length === 0) return undefined;
  // The longest first, or of a name that begins with another one its rest would be left.
  const ordered = texts.toSorted((a, b) => b.length - a.length).map(spacedOut);
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${ordered.join('|')})(?![\\p{L}\\p{N}])`, flags);
}

/** A pattern for a text: figures of a telephone with anything between them, words with any blanks. */
function spacedOut(text: string): string {
  if (isNumber(text)) return [...text.replace(/\D/g, '')].join('[\\s.()-]*');
  return text
    .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    .split(/\s+/)
    .join('\\s+');
}
