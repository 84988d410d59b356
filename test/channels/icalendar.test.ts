import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { etagOf, icalendar } from '#channels/icalendar.ts';
import type { AgendaEntry } from '#domain/agenda.ts';
import { vn } from '../support/builders.ts';
import { eventsIn, unfolded } from '../support/icalendar.ts';

const entry = (more: Partial<AgendaEntry> = {}): AgendaEntry => ({
  caseId: '0c2d4b6f8g0h2j4k6m8n0p2q4r',
  caseCode: 'LC-0000123-4',
  duty: {
    deadline: 'D10.R.1.nguyen-van-an.3.0',
    rule: 'D10',
    procedure: 'ND56/2017',
    dueAt: vn('2026-02-27 00:00'),
  },
  planning: 2,
  since: vn('2026-02-12 09:00'),
  isProvisional: false,
  isOverdue: false,
  ...more,
});
const written = (more: Partial<AgendaEntry> = {}, office = 'Xã Thử') =>
  icalendar(office, [entry(more)], 'https://console.test.invalid');

describe('a calendar as text', () => {
  it('has a deadline as an event at its due instant', () => {
    const [event] = eventsIn(written());
    expect(event).toMatchObject({
      DTSTART: '20260226T170000Z',
      DTSTAMP: '20260212T020000Z',
      SEQUENCE: '2',
      STATUS: 'CONFIRMED',
      CLASS: 'PRIVATE',
      TRANSP: 'TRANSPARENT',
      SUMMARY: 'LC-0000123-4 · D10 Hoàn thành dịch vụ trong kế hoạch (hết ngày 26/02/2026)',
      URL: 'https://console.test.invalid/cases/0c2d4b6f8g0h2j4k6m8n0p2q4r',
    });
    expect(event).not.toHaveProperty('CATEGORIES');
  });

  it('says of what is overdue and of what may move that it is so', () => {
    const [event] = eventsIn(written({ isOverdue: true, isProvisional: true }));
    expect(event).toMatchObject({ CATEGORIES: 'QUÁ HẠN', STATUS: 'TENTATIVE' });
    expect(event?.['SUMMARY']).toMatch(/^QUÁ HẠN · LC-/);
  });

  it('asks to be fetched again every quarter of an hour, and wakes nobody', () => {
    const lines = unfolded(written());
    expect(lines).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT15M');
    expect(lines).toContain('X-PUBLISHED-TTL:PT15M');
    expect(lines.join()).not.toContain('VALARM');
  });

  it('keeps the name of an event through its re-plannings, and tells nothing by it', () => {
    const uid = (more: Partial<AgendaEntry>) => eventsIn(written(more))[0]?.['UID'];
    const { duty } = entry();
    expect(uid({ planning: 3, duty: { ...duty, dueAt: vn('2026-03-05 00:00') } })).toBe(uid({}));
    expect(uid({ caseId: 'another' })).not.toBe(uid({}));
    expect(uid({ duty: { ...duty, deadline: 'D10.R.2.nguyen-van-an.3.0' } })).not.toBe(uid({}));
    expect(written()).not.toContain('nguyen-van-an');
    expect(uid({})).toMatch(/^[0-9a-f]{32}@la-chan$/);
  });

  it('has lines of at most 75 bytes that unfold to what was written, whatever the office is called', () => {
    const named = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(fc.oneof(named, fc.constant('Đặng Thị Huyền – Ễ Ỷ Ữ Ằ Ộ, Tổ 1; \\ x')), (raw) => {
        const office = raw.replaceAll(/[\p{Cc}\u2028\u2029]/gu, '').trim() || 'x';
        const text = written({}, office);
        const bytes = Buffer.from(text);
        expect(bytes.toString()).toBe(text);
        expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
        for (const line of text.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n]/);
        }
        const name = `X-WR-CALNAME:Lá Chắn – ${office.replaceAll(/[\\;,]/g, '\\$&')}`;
        expect(unfolded(text)).toContain(name);
      }),
    );
  });
});

describe('the same entries', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  it.each(['UTC', 'Asia/Ho_Chi_Minh', 'America/New_York', 'Pacific/Apia'])(
    'make the same text and tag on a machine in %s',
    (there) => {
      const here = written();
      process.env['TZ'] = there;
      expect(written()).toBe(here);
      expect(etagOf(written())).toBe(etagOf(here));
      expect(written({ isOverdue: true })).not.toBe(here);
    },
  );
});
