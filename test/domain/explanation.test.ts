import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vietnam } from '#domain/calendars/vietnam.ts';
import { citation } from '#domain/citation.ts';
import {
  type Counted,
  cappedDays,
  count,
  hours,
  months,
  type Span,
  untilDay,
  workingDays,
  workingHours,
} from '#domain/deadline.ts';
import { intervalLabels, triggerWords } from '#domain/deadline-words.ts';
import { type Account, account } from '#domain/explanation.ts';
import { plainDate, plusHours, spokenDay, spokenTime } from '#domain/time.ts';
import { vn } from '../support/builders.ts';

type Stop = readonly [from: string, until: string, ground: string];
type More = {
  readonly pauses?: readonly Stop[];
  readonly extensions?: Account['extensions'];
  readonly basis?: Account['basis'];
  readonly named?: string;
};

const decision = (number: string) => ({
  vi: `Quyết định ${number}`,
  en: `Decision ${number}`,
});

function told(span: Span, wall: string, more: More = {}) {
  const { basis = { law: 'ND56/2017 Art. 28.1' }, extensions = [], named } = more;
  const from = vn(wall);
  const pauses = (more.pauses ?? []).map(([start, until, ground]) => ({
    from: vn(start),
    until: vn(until),
    ground: decision(ground),
  }));
  const extra = extensions.reduce((sum, { units }) => sum + units, 0);
  const terms = { pauses, extra, named: named === undefined ? undefined : plainDate(named) };
  return account({
    title: { vi: 'Trình kế hoạch theo Mẫu 04', en: 'Submit the plan on Form 04' },
    basis,
    trigger: triggerWords.NeedsAssessed,
    from,
    span,
    counted: count(span, from, vietnam, terms),
    pauses,
    extensions,
    calendar: vietnam.revision,
  });
}

const revision = vietnam.revision;
const tet = 'Government Office letter of October 2025 on Tết and 2 September';

describe('the account of a deadline', () => {
  it('says what started it, what counted, what did not and by which document, and when it ends', () => {
    expect(told(workingDays(5), '2026-02-12 12:00')).toEqual({
      vi: [
        'Trình kế hoạch theo Mẫu 04.',
        'Căn cứ: khoản 1 Điều 28 Nghị định 56/2017/NĐ-CP.',
        'Thời hạn tính từ khi hoàn thành đánh giá cụ thể theo Mẫu 03,',
        'lúc 12:00 ngày 12/02/2026 (giờ Việt Nam).',
        'Thời gian: 5 ngày làm việc.',
        'Đã tính: 5 ngày làm việc.',
        'Không tính: ngày bắt đầu 12/02/2026;',
        'ngày nghỉ hằng tuần 14/02/2026–15/02/2026, 21/02/2026–22/02/2026;',
        `ngày nghỉ lễ, tết (Tết Âm lịch) 16/02/2026–20/02/2026, theo ${citation(tet).vi}.`,
        `Theo lịch làm việc bản số ${revision}.`,
        'Phải hoàn thành trước 00:00 ngày 27/02/2026 (hết ngày 26/02/2026).',
      ].join(' '),
      en: [
        'Submit the plan on Form 04.',
        'Basis: ND56/2017 Art. 28.1.',
        'The clock started when the specific assessment on Form 03 was made,',
        'at 12:00 on 12/02/2026 (Vietnam time).',
        'Time allowed: 5 working days.',
        'Counted: 5 working days.',
        'Not counted: day of the start 12/02/2026;',
        'weekly rest day 14/02/2026–15/02/2026, 21/02/2026–22/02/2026;',
        `public holiday (Lunar New Year) 16/02/2026–20/02/2026, by ${tet}.`,
        `By calendar revision ${revision}.`,
        'It has to be done before 00:00 on 27/02/2026 (by the end of 26/02/2026).',
      ].join(' '),
    });
  });

  it('tells pauses and extensions with their grounds, and what they were worth', () => {
    const { vi, en } = told(workingDays(5), '2026-03-02 09:00', {
      pauses: [
        ['2026-03-03 10:00', '2026-03-05 10:00', '1'],
        ['2026-03-06 17:00', '2026-03-09 08:00', '2'],
      ],
      extensions: [
        { units: 2, ground: decision('3') },
        { units: 1, ground: decision('4') },
      ],
    });
    expect(vi).toContain(
      'Thời gian: 5 ngày làm việc, gia hạn thêm 2 ngày làm việc (Quyết định 3), ' +
        'gia hạn thêm 1 ngày làm việc (Quyết định 4). Đã tính: 8 ngày làm việc.',
    );
    expect(vi).toContain(
      'Tạm dừng từ 10:00 ngày 03/03/2026 đến 10:00 ngày 05/03/2026 (Quyết định 1). ' +
        'Tạm dừng từ 17:00 ngày 06/03/2026 đến 08:00 ngày 09/03/2026 (Quyết định 2). ' +
        'Thời gian không tính do tạm dừng: 1 ngày làm việc.',
    );
    expect(en).toContain('5 working days, extended by 2 working days (Decision 3), extended by 1');
    expect(en).toContain('Not counted because it was stopped: 1 working day.');
  });

  it('ends to the minute in hours, and says outside of which hours nothing was counted', () => {
    const { vi, en } = told(workingHours(10), '2026-01-09 11:00', {
      pauses: [['2026-01-09 16:30', '2026-01-10 08:20', '1']],
    });
    const swap = 'Government Office letter 12729/VPCP-KGVX of 2025-12-25';
    expect(vi).toContain(
      'Đã tính: 10 giờ làm việc, trong đó có ngày làm bù (Tết Dương lịch) ' +
        `10/01/2026, theo ${citation(swap).vi}. Không tính: ngoài giờ làm việc.`,
    );
    expect(vi).toContain('Thời gian không tính do tạm dừng: 1 giờ làm việc 20 phút.');
    expect(vi).toMatch(/Phải hoàn thành trước 16:50 ngày 10\/01\/2026\.$/);
    expect(en).toContain('10 working hours, among them make-up working day (New Year');
    expect(en).toContain('1 working hour 20 min.');
    expect(en).toMatch(/before 16:50 on 10\/01\/2026\.$/);
  });

  it('says which days are not certain, and that the end may move', () => {
    const { vi, en } = told(workingDays(5), '2026-11-20 09:00');
    expect(vi).toContain('24/11/2026, theo Nghị quyết 28/2026/QH16 – mới được thông báo.');
    expect(vi).toContain(`bản số ${revision}, tạm tính vì có ngày chưa được xác nhận.`);
    expect(en).toContain('24/11/2026, by Resolution 28/2026/QH16 – announced only.');
    expect(en).toContain(`revision ${revision}, provisional as not all of its days are confirmed.`);
    const expected = told(workingDays(5), '2027-02-03 09:00');
    expect(expected.vi).toContain(' – dự kiến, chưa được xác nhận (chưa có quyết định; nghỉ hai');
    expect(expected.en).toContain(' – expected, not confirmed (no decision found; two days');
  });

  it('keeps days apart that rest on different documents', () => {
    const { en } = told(workingDays(1), '2026-04-29 09:00');
    expect(en).toContain('(Victory Day) 30/04/2026, by Labour Code 2019 Art. 112.1(c);');
    expect(en).toContain(
      '(International Labour Day) 01/05/2026, by Labour Code 2019 Art. 112.1(d)',
    );
  });

  it('tells months in days, and days of a cap with the rest days', () => {
    const half = told(months(6), '2026-03-03 09:00');
    expect(half.vi).toContain('Thời gian: 6 tháng. Đã tính: 184 ngày.');
    expect(half.en).toContain('Time allowed: 6 months. Counted: 184 days.');
    const isolation = told(cappedDays(15), '2026-09-01 09:00');
    expect(isolation.vi).toContain('Thời gian: 15 ngày, kể cả ngày nghỉ. Đã tính: 15 ngày.');
    expect(isolation.en).toContain('15 days, rest days counted. Counted: 15 days.');
  });

  it('says of a limit of policy that no law gives it', () => {
    const { vi, en } = told(hours(1), '2026-03-03 09:00', { basis: { policy: '0008' } });
    expect(vi).toContain('Thời hạn theo quy định nội bộ 0008, không phải luật định.');
    expect(en).toContain('A limit of policy 0008, not of law.');
    expect(en).toContain('Time allowed: 1 hour. Counted: 1 hour.');
  });

  it('says of a named day no more than that it is named', () => {
    const { vi, en } = told(untilDay, '2026-03-03 09:00', { named: '2026-03-20' });
    expect(vi).toContain('Thời gian: đến hết ngày ghi trong hồ sơ. Theo lịch');
    expect(en).toContain('to the end of the day named in the record. By calendar');
    expect(en).toContain('before 00:00 on 21/03/2026 (by the end of 20/03/2026).');
  });

  it('says which year has to be reviewed before it can end', () => {
    const { vi, en } = told(workingDays(5), '2027-12-31 09:00', {
      pauses: [['2028-01-03 10:00', '2028-01-05 10:00', '1']],
    });
    expect(vi).toMatch(/Chưa định được hạn cuối vì lịch năm 2028 chưa được rà soát\.$/);
    expect(en).toMatch(/no end yet, as the calendar of 2028 has not been reviewed\.$/);
    expect(vi).not.toContain('tạm tính');
    expect(vi).not.toContain('không tính do tạm dừng');
  });

  it('names every document of its days and its end, and leaves no word out', () => {
    const anySpan = fc
      .tuple(fc.constantFrom(hours, workingHours, workingDays, cappedDays, months), fc.nat(20))
      .map(([make, units]) => make(units + 1));
    const start = vn('2025-06-01 00:00');
    fc.assert(
      fc.property(anySpan, fc.nat(400 * 24 * 60), (span, minutes) => {
        const from = plusHours(start, minutes / 60);
        const counted = count(span, from, vietnam);
        fc.pre(counted.status !== 'UNPLANNED');
        const { dueAt, explanation } = counted as Counted;
        const { vi, en } = told(span, plusHours(from, 7).slice(0, 16).replace('T', ' '));
        for (const [language, text] of Object.entries({ vi, en })) {
          expect(text).not.toMatch(/undefined|null|NaN|\[object| {2}|\.\./);
          for (const { source } of explanation)
            expect(text).toContain(citation(source ?? '')[language as 'vi' | 'en']);
          expect(text).toContain(spokenTime(dueAt));
          expect(text).toContain(spokenDay(plainDate(plusHours(dueAt, 7).slice(0, 10))));
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the words', () => {
  it('name every reason and every trigger in both languages, each by words of its own', () => {
    for (const words of [Object.values(intervalLabels), Object.values(triggerWords)]) {
      expect(words.every(({ vi, en }) => vi.trim() !== '' && en.trim() !== '')).toBe(true);
      expect(new Set(words.map(({ vi }) => vi)).size).toBe(words.length);
      expect(new Set(words.map(({ en }) => en)).size).toBe(words.length);
    }
  });
});
