import type { Bilingual } from './bilingual.ts';

/** The acts our sources are written with, as an official cites them. */
const acts: Readonly<Record<string, string>> = {
  'ND56/2017': 'Nghị định 56/2017/NĐ-CP',
  'TT14/2020': 'Thông tư 14/2020/TT-BLĐTBXH',
  'L102/2016': 'Luật Trẻ em 102/2016/QH13',
  'Labour Code 2019': 'Bộ luật Lao động 2019',
};

/** The documents and reasons of the calendar that comes with the code. */
const documents: Readonly<Record<string, string>> = {
  'Government Office letter 8726/VPCP-KGVX of 2024-11-26':
    'Công văn 8726/VPCP-KGVX ngày 26/11/2024 của Văn phòng Chính phủ',
  "Prime Minister's decision on 30 April and 1 May 2025":
    'quyết định của Thủ tướng Chính phủ về nghỉ lễ 30/4 và 01/5/2025',
  'Government Office letter of October 2025 on Tết and 2 September':
    'công văn tháng 10/2025 của Văn phòng Chính phủ về nghỉ Tết và Quốc khánh',
  'Government Office letter 12729/VPCP-KGVX of 2025-12-25':
    'Công văn 12729/VPCP-KGVX ngày 25/12/2025 của Văn phòng Chính phủ',
  'Resolution 28/2026/QH16': 'Nghị quyết 28/2026/QH16',
  'no decision found; two days before and three after, as in 2024':
    'chưa có quyết định; nghỉ hai ngày trước và ba ngày sau như năm 2024',
  'no decision found; the Friday after, as in 2021':
    'chưa có quyết định; nghỉ thêm thứ Sáu liền sau như năm 2021',
  'Labour Code 2019 Art. 111.3, on the block expected as in 2024':
    'khoản 3 Điều 111 Bộ luật Lao động 2019, với đợt nghỉ dự kiến như năm 2024',
  'Labour Code 2019 Art. 111.3; no announcement found':
    'khoản 3 Điều 111 Bộ luật Lao động 2019; chưa có thông báo',
};

const articles = /^(.+) Art\. (.+)$/;
// Article, clause and point, the point with or without brackets: 32, 28.1, 28.3a, 112.1(đ).
const article = /^(\d+)(?:\.(\d+)(?:\(?(\p{Ll})\)?)?)?$/u;

/**
 * A source in words: in Vietnamese from the point up to the act, in English as it is written down.
 *
 * A document of another form, such as an imported one, is cited as it is.
 */
export function citation(source: string): Bilingual {
  const [, name = '', list = ''] = articles.exec(source) ?? [];
  const act = acts[name];
  const parts = list.split(', ').map(inVietnamese);
  const isKnown = act !== undefined && parts.every((part) => part !== undefined);
  const vi = isKnown ? `${parts.join(', ')} ${act}` : documents[source];
  return { vi: vi ?? source, en: source };
}

function inVietnamese(text: string): string | undefined {
  const [, number, clause, point] = article.exec(text) ?? [];
  if (number === undefined) return undefined;
  const within = [point && `điểm ${point}`, clause && `khoản ${clause}`, `Điều ${number}`];
  return within.filter((part) => part !== undefined).join(' ');
}
