import { IntlMessageFormat } from 'intl-messageformat';
import type { Letter } from '#app/ports/notices.ts';
import { caseLink, dutyLines } from '#domain/letter.ts';
import type { Notice } from '#domain/notice.ts';
import { en } from './en.ts';
import type { Arguments, MessageName, Messages, Takes } from './messages.ts';
import { vi } from './vi.ts';

/** Which words letters are written in; it goes up with every change of them, and each try of a delivery names it. */
export const wordsVersion = 'letters-3';

type Language = 'vi' | 'en';

const catalogues: Readonly<Record<Language, Messages>> = { vi, en };
const parsed = new Map<string, IntlMessageFormat>();

/** A message in a language; it can be given no more than it takes. */
export function say<Name extends keyof Takes>(
  name: Name,
  language: Language,
  words: Pick<Arguments, Takes[Name]>,
): string {
  return String(patternOf(name, language).format(words));
}

function heading({ kind }: Notice, language: Language): string {
  return String(patternOf(`heading${kind}`, language).format());
}

// A pattern is parsed once and used for every letter after it.
function patternOf(name: MessageName, language: Language): IntlMessageFormat {
  const key = `${language} ${name}`;
  const known = parsed.get(key);
  const pattern = known ?? new IntlMessageFormat(catalogues[language][name], language);
  parsed.set(key, pattern);
  return pattern;
}

/** Where a notice is acknowledged without a login; nothing for one that is not. */
export type LinkOf = (notice: Notice) => string | undefined;

/** A link names when it left, so it is made once and stands in both languages. */
type Links = {
  readonly consoleUrl: string;
  readonly made: ReadonlyMap<string, string | undefined>;
};

/**
 * One letter for all notices that leave for a post at one moment, the oldest first: Vietnamese, then English.
 *
 * Throws when there is none.
 */
export function letterOf(
  notices: readonly Notice[],
  consoleUrl: string,
  linkOf: LinkOf = () => undefined,
): Letter {
  const inOrder = notices.toSorted((a, b) => (a.about < b.about ? -1 : 1));
  const [only] = inOrder;
  if (only === undefined) throw new Error('A letter has at least one notice');
  const urgent = inOrder.some(({ emergency }) => emergency) ? 'yes' : 'no';
  const subject =
    inOrder.length === 1
      ? say('subjectOfOne', 'vi', { urgent, code: only.caseCode, heading: heading(only, 'vi') })
      : say('subjectOfMany', 'vi', { urgent, ...sums(inOrder) });
  const made = new Map(inOrder.map((notice) => [notice.id, linkOf(notice)]));
  const links = { consoleUrl, made };
  const text = `${body(inOrder, 'vi', links)}\n\n---\n\n${body(inOrder, 'en', links)}\n`;
  return { subject, text, words: wordsVersion };
}

function sums(notices: readonly Notice[]): Pick<Arguments, 'count' | 'overdue'> {
  const late = notices.filter(({ kind }) => kind === 'BREACH' || kind === 'ESCALATION');
  const duties = new Set(late.map(({ caseId, duty }) => `${caseId}#${duty?.deadline}`));
  return { count: notices.length, overdue: duties.size };
}

function body(notices: readonly Notice[], language: Language, links: Links): string {
  const entries = notices.map((notice) => entry(notice, language, links));
  const intro = notices.length === 1 ? [] : [say('intro', language, { count: notices.length })];
  return [...intro, ...entries, say('closing', language, {})].join('\n\n');
}

function entry(notice: Notice, language: Language, { consoleUrl, made }: Links): string {
  const words = {
    urgent: notice.emergency ? ('yes' as const) : ('no' as const),
    heading: heading(notice, language),
    code: notice.caseCode,
    link: caseLink(consoleUrl, notice.caseId),
  };
  const duty = dutyLines(notice, language).join('\n');
  if (notice.duty === null) return say('actNotice', language, words);
  const told = say('dutyNotice', language, { ...words, duty });
  const acknowledgement = made.get(notice.id);
  if (acknowledgement === undefined) return told;
  return `${told}\n${say('acknowledge', language, { acknowledgement })}`;
}
