import { describe, expect, it } from 'vitest';
import { vietnam } from '#domain/calendars/vietnam.ts';
import { citation } from '#domain/citation.ts';
import { decree56 } from '#domain/procedures/decree-56-2017.ts';

describe('a source in Vietnamese', () => {
  it.each([
    ['ND56/2017 Art. 28.1', 'khoản 1 Điều 28 Nghị định 56/2017/NĐ-CP'],
    ['ND56/2017 Art. 28.3a', 'điểm a khoản 3 Điều 28 Nghị định 56/2017/NĐ-CP'],
    [
      'ND56/2017 Art. 26.3, 31.2, 32.2',
      'khoản 3 Điều 26, khoản 2 Điều 31, khoản 2 Điều 32 Nghị định 56/2017/NĐ-CP',
    ],
    ['Labour Code 2019 Art. 112.1(đ)', 'điểm đ khoản 1 Điều 112 Bộ luật Lao động 2019'],
    ['TT14/2020 Art. 14', 'Điều 14 Thông tư 14/2020/TT-BLĐTBXH'],
  ])('cites %s from the point up to the act', (source, vi) => {
    expect(citation(source)).toEqual({ vi, en: source });
  });

  it('is there for every limit of law and every day of the calendar that comes with the code', () => {
    const laws = decree56.limits.flatMap(({ law }) => law ?? []);
    const days = [...vietnam.rows.values()].map(({ source }) => source);
    expect(laws.length * days.length).toBeGreaterThan(0);
    expect([...laws, ...days].filter((source) => citation(source).vi === source)).toEqual([]);
  });

  it.each([
    'PBG-QT 70, B1, B2',
    'Công văn 12/UBND',
    'X99 Art. 1',
    'ND56/2017 Art. 1 and others',
    '',
  ])('leaves %s as it was written', (source) =>
    expect(citation(source)).toEqual({ vi: source, en: source }),
  );
});
