import { createHash } from 'node:crypto';
import type { Bilingual } from '#domain/bilingual.ts';
import { dutyLines } from '#domain/letter.ts';
import type { Notice } from '#domain/notice.ts';
import { type Instant, localDate, spokenDay, spokenTime } from '#domain/time.ts';

/** What a page says of a duty: its members come from a notice, which holds nothing about a child. */
export type LinkShown = {
  readonly state: 'OPEN' | 'USED' | 'DONE' | 'OVER';
  readonly caseCode: string;
  readonly duty: NonNullable<Notice['duty']>;
  readonly acknowledgedAt: Instant | null;
};

const states: Readonly<Record<LinkShown['state'], Bilingual>> = {
  OPEN: {
    vi: 'Bấm nút để ghi nhận rằng vị trí nhận thư đã biết việc này. Cấp trên sẽ được báo muộn hơn một chút, chứ không phải là không được báo.',
    en: 'Press the button to put on record that the post which got the letter has seen this. Those above are told a little later, not never.',
  },
  USED: {
    vi: 'Liên kết này đã được dùng: việc xác nhận đã có trong hồ sơ.',
    en: 'This link has been used: the acknowledgement is on record.',
  },
  DONE: {
    vi: 'Đã ghi nhận. Việc vẫn phải làm đúng thời hạn.',
    en: 'It is on record. The duty is still to be done in time.',
  },
  OVER: {
    vi: 'Việc này đã kết thúc: không còn gì để xác nhận.',
    en: 'This duty is over: there is nothing left to acknowledge.',
  },
};

const title: Bilingual = { vi: 'Xác nhận đã biết việc', en: 'Acknowledge a duty' };
const code: Bilingual = { vi: 'Mã vụ việc', en: 'Case code' };
const before: Bilingual = { vi: 'Lần xác nhận gần nhất', en: 'Last acknowledged' };
const button: Bilingual = { vi: 'Tôi đã biết việc này', en: 'I have seen this' };

const unknown: Bilingual = {
  vi: 'Liên kết này không dùng được. Xin đăng nhập để xem vụ việc.',
  en: 'This link does not work. Please log in to see the case.',
};
const busy: Bilingual = {
  vi: 'Chưa ghi nhận được vì hệ thống đang bận. Xin thử lại sau ít phút.',
  en: 'Not on record yet, because the system is busy. Please try again in a few minutes.',
};

const style =
  'body{font:1.125rem/1.6 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem;' +
  'color:#1b1b1b;background:#fff}button{font:inherit;font-weight:600;min-height:3rem;padding:.5rem 1.5rem;' +
  'color:#fff;background:#0b4f8a;border:2px solid #0b4f8a;border-radius:.25rem}' +
  'button:focus-visible{outline:3px solid #1b1b1b;outline-offset:3px}';

const styleHash = createHash('sha256').update(style).digest('base64');

/** Nothing runs on the page, nothing is fetched for it, and nobody frames it; its form goes to where it came from. */
export const pagePolicy =
  `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self'; base-uri 'none'; ` +
  "frame-ancestors 'none'";

/** The page of a link, in Vietnamese and then in English; it asks nothing but for one button. */
export function linkPage(shown: LinkShown): string {
  const form =
    shown.state === 'OPEN'
      ? `<form method="post"><button type="submit">${button.vi} · <span lang="en">${button.en}</span></button></form>`
      : '';
  return page(shown.caseCode, `${half(shown, 'vi')}${form}${half(shown, 'en')}`);
}

/** What every link is answered that does not act, whatever the reason. */
export const unknownPage = page('', `${said(unknown, 'vi')}${said(unknown, 'en')}`);

/** The answer while others were first again and again. */
export const busyPage = page('', `${said(busy, 'vi')}${said(busy, 'en')}`);

function half(
  { state, caseCode, duty, acknowledgedAt }: LinkShown,
  language: keyof Bilingual,
): string {
  const lines = [
    `${code[language]}: ${caseCode}`,
    ...dutyLines({ duty }, language),
    ...(acknowledgedAt === null ? [] : [`${before[language]}: ${spoken(acknowledgedAt)}`]),
  ];
  const items = lines.map((line) => `<li>${escaped(line)}</li>`).join('');
  return section(language, `<ul>${items}</ul><p role="status">${states[state][language]}</p>`);
}

function said(words: Bilingual, language: keyof Bilingual): string {
  return section(language, `<p>${words[language]}</p>`);
}

function section(language: keyof Bilingual, inside: string): string {
  const heading = language === 'vi' ? 'h1' : 'h2';
  return `<section lang="${language}"><${heading}>${title[language]}</${heading}>${inside}</section>`;
}

function page(caseCode: string, inside: string): string {
  const name = [title.vi, caseCode].filter((part) => part !== '').join(' – ');
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${escaped(name)}</title><style>${style}</style></head>
<body><main>${inside}</main></body></html>
`;
}

const entities: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' },
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

function spoken(at: Instant): string {
  return `${spokenTime(at)} ${spokenDay(localDate(at))} (+07:00)`;
}
