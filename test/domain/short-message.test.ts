import { expect, it } from 'vitest';
import { type NoticeKind, noticeKinds } from '#domain/notice.ts';
import { procedures } from '#domain/procedures/registry.ts';
import { type Briefly, longestInGsm, longestInUcs2, shortMessage } from '#domain/short-message.ts';
import { vn } from '../support/builders.ts';

const rules = [...new Set(procedures.flatMap(({ limits }) => limits.map(({ id }) => id)))];
// The longest code there can be: as many cases as the counter takes.
const caseCode = 'LC-999999999-9';

const brief = (kind: NoticeKind, rule?: (typeof rules)[number]): Briefly => ({
  caseCode,
  kind,
  emergency: true,
  duty:
    rule === undefined
      ? null
      : {
          deadline: `${rule}.R.1.-.3.0`,
          rule,
          procedure: 'ND56/2017',
          dueAt: vn('2026-01-05 20:00'),
        },
});
const all = noticeKinds.flatMap((kind) => [brief(kind), ...rules.map((rule) => brief(kind, rule))]);

// The letters of GSM 03.38 that cost one septet each.
const gsm = /^[A-Za-z0-9 @£$¥\n\r_!"#%&'()*+,\-./:;<=>?]*$/;

it('fits into one segment for every kind of notice and every rule, in both languages', () => {
  expect(rules.length).toBeGreaterThan(15);
  for (const each of all) {
    const { vi, en } = shortMessage([each]);
    expect(vi.length, vi).toBeLessThanOrEqual(longestInUcs2);
    expect(vi).toBe(vi.normalize('NFC'));
    expect(en, en).toMatch(gsm);
    expect(en.length).toBeLessThanOrEqual(longestInGsm);
  }
});

it('says the code, the duty and the rung, and where to read on', () => {
  expect(shortMessage([brief('BREACH', 'D05')])).toEqual({
    vi: `KHẨN ${caseCode} D05: đã quá hạn. Mở Lá Chắn`,
    en: `URGENT ${caseCode} D05: overdue. Open La Chan`,
  });
});

it('says of many how many more there are, and still fits', () => {
  const many = Array.from({ length: 49 }, () => brief('BREACH', 'D05'));
  const { vi, en } = shortMessage([brief('REMINDER', 'D04'), ...many]);
  expect(vi).toBe(`KHẨN ${caseCode} và 49 thông báo khác. Mở Lá Chắn`);
  expect(vi.length).toBeLessThanOrEqual(longestInUcs2);
  expect(en).toMatch(gsm);
});
