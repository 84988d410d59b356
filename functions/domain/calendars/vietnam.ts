import { type Calendar, type CalendarRow, calendar, type RowStatus } from '../calendar.ts';
import { plainDate } from '../time.ts';

/** Why a row is believed: the document, and how far it settles the day. */
type Ground = { readonly source: string; readonly status: RowStatus };
/** A holiday as the law knows it; `ground` settles a day unless a decision of the year does. */
type Occasion = { readonly name: CalendarRow['name']; readonly ground: Ground };

const labourCode = (point: string): Ground => ({
  source: `Labour Code 2019 Art. 112.1(${point})`,
  status: 'CONFIRMED',
});
const newYear: Occasion = {
  name: { vi: 'Tết Dương lịch', en: "New Year's Day" },
  ground: labourCode('a'),
};
const tet: Occasion = {
  name: { vi: 'Tết Âm lịch', en: 'Lunar New Year' },
  ground: labourCode('b'),
};
const victory: Occasion = {
  name: { vi: 'Ngày Chiến thắng', en: 'Victory Day' },
  ground: labourCode('c'),
};
const labour: Occasion = {
  name: { vi: 'Ngày Quốc tế Lao động', en: 'International Labour Day' },
  ground: labourCode('d'),
};
const national: Occasion = {
  name: { vi: 'Quốc khánh', en: 'National Day' },
  ground: labourCode('đ'),
};
const kings: Occasion = {
  name: { vi: 'Giỗ Tổ Hùng Vương', en: 'Hùng Kings Commemoration Day' },
  ground: labourCode('e'),
};
// In force from 2026-07-01; no guidance to state offices on the day off itself was found yet.
const culture: Occasion = {
  name: { vi: 'Ngày Văn hóa Việt Nam', en: 'Vietnam Culture Day' },
  ground: { source: 'Resolution 28/2026/QH16', status: 'ANNOUNCED' },
};

const confirmed = (source: string): Ground => ({ source, status: 'CONFIRMED' });
const expected = (source: string): Ground => ({ source, status: 'UNCONFIRMED' });

// The Prime Minister fixes Tết, the day beside 2 September and the swaps of state offices each
// year (Art. 112.3). The letters themselves were not read: for each, two public accounts agree.
const decided2025 = confirmed('Government Office letter 8726/VPCP-KGVX of 2024-11-26');
const swapOfMay2025 = confirmed("Prime Minister's decision on 30 April and 1 May 2025");
const decided2026 = confirmed('Government Office letter of October 2025 on Tết and 2 September');
const swapOfJanuary2026 = confirmed('Government Office letter 12729/VPCP-KGVX of 2025-12-25');
const inLieu = confirmed('Labour Code 2019 Art. 111.3');

function holidays(occasion: Occasion, days: readonly string[], ground = occasion.ground) {
  return days.map(rowOf('HOLIDAY', occasion, ground));
}

/** The days off in place of holidays that fell on the weekly rest days. */
function compensation(occasion: Occasion, days: readonly string[], ground: Ground) {
  return days.map(rowOf('COMPENSATORY', occasion, ground));
}

/** A weekday off beside a holiday, and the Saturday worked for it. */
function swap(occasion: Occasion, days: { off: string; worked: string }, ground: Ground) {
  const off = rowOf('SWAPPED_OFF', occasion, ground);
  const worked = rowOf('SWAPPED_WORK', occasion, ground);
  return [off(days.off), worked(days.worked)];
}

function rowOf(kind: CalendarRow['kind'], { name }: Occasion, ground: Ground) {
  return (day: string): CalendarRow => ({ on: plainDate(day), kind, name, ...ground });
}

const rows2025 = [
  holidays(newYear, ['2025-01-01']),
  // With the weekends about them: Saturday 25 January to Sunday 2 February.
  holidays(
    tet,
    ['2025-01-27', '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31'],
    decided2025,
  ),
  holidays(kings, ['2025-04-07']),
  holidays(victory, ['2025-04-30']),
  holidays(labour, ['2025-05-01']),
  swap(labour, { off: '2025-05-02', worked: '2025-04-26' }, swapOfMay2025),
  holidays(national, ['2025-09-01'], decided2025),
  holidays(national, ['2025-09-02']),
];

const rows2026 = [
  holidays(newYear, ['2026-01-01']),
  swap(newYear, { off: '2026-01-02', worked: '2026-01-10' }, swapOfJanuary2026),
  // With the weekends about them: Saturday 14 to Sunday 22 February.
  holidays(
    tet,
    ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'],
    decided2026,
  ),
  holidays(kings, ['2026-04-26']),
  compensation(kings, ['2026-04-27'], inLieu),
  holidays(victory, ['2026-04-30']),
  holidays(labour, ['2026-05-01']),
  swap(national, { off: '2026-08-31', worked: '2026-08-22' }, decided2026),
  holidays(national, ['2026-09-01'], decided2026),
  holidays(national, ['2026-09-02']),
  holidays(culture, ['2026-11-24']),
];

// No decision for 2027 was found. The expected days follow the last years of the same weekdays:
// 2024, when the first of Tết was a Saturday too, and 2021, when 2 September was a Thursday too.
const tetAs2024 = expected('no decision found; two days before and three after, as in 2024');
const nationalAs2021 = expected('no decision found; the Friday after, as in 2021');
const inLieuAs2024 = expected('Labour Code 2019 Art. 111.3, on the block expected as in 2024');
const inLieuExpected = expected('Labour Code 2019 Art. 111.3; no announcement found');

const rows2027 = [
  holidays(newYear, ['2027-01-01']),
  holidays(tet, ['2027-02-04', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08'], tetAs2024),
  compensation(tet, ['2027-02-09', '2027-02-10'], inLieuAs2024),
  holidays(kings, ['2027-04-16']),
  holidays(victory, ['2027-04-30']),
  holidays(labour, ['2027-05-01']),
  compensation(labour, ['2027-05-03'], inLieuExpected),
  holidays(national, ['2027-09-02']),
  holidays(national, ['2027-09-03'], nationalAs2021),
  holidays(culture, ['2027-11-24']),
];

/**
 * The days on which state offices of Vietnam work or rest otherwise than in a plain week.
 *
 * A day fixed by the law alone, and a past day whose public reports agree, is confirmed; Vietnam
 * Culture Day is announced; what waits for a decision of the Prime Minister is unconfirmed, and
 * applies until that decision comes.
 *
 * @law Labour Code 2019 Art. 111.3, 112
 */
export const vietnam: Calendar = calendar(
  1,
  [2025, 2026, 2027],
  [...rows2025, ...rows2026, ...rows2027].flat(),
);
