import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Sandbox } from '../../infra/local/sandbox.ts';
import { moveClock, officer, startSandbox } from '../support/http.ts';

let sandbox: Sandbox;
const lines: string[] = [];

beforeAll(async () => {
  sandbox = await startSandbox({ clock: Date.parse('2027-11-28T12:00:00+07:00') });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    lines.push(String(text));
    return true;
  });
});
afterAll(async () => {
  vi.restoreAllMocks();
  await sandbox.close();
});
beforeEach(() => {
  lines.length = 0;
});

const to = (day: string) => moveClock(sandbox.origin, `${day}T12:00:00+07:00`);
const alarms = () =>
  lines
    .map((line) => JSON.parse(line) as { event: string; alarm?: boolean; code?: string })
    .filter(({ event }) => event === 'calendar_year_missing')
    .map(({ alarm, code }) => [alarm, code]);

it('is told of by nobody in November', async () => {
  await to('2027-11-30');
  expect(alarms()).toEqual([]);
});

it('alarms every night from 1 December on', async () => {
  await to('2027-12-03');
  expect(alarms()).toEqual(Array.from({ length: 3 }, () => [true, '2028']));
});

it('alarms no more once the year has been imported', async () => {
  const administrator = await officer(sandbox.origin, 'ADMINISTRATOR');
  const days = ['01-01', '01-24', '01-25', '01-26', '01-27', '01-28', '04-30', '05-01', '09-02'];
  const rows = days.map((day) => `2028-${day},HOLIDAY,Ngày lễ,Holiday,QĐ 9,CONFIRMED,`);
  const csv = ['date,kind,name_vi,name_en,source,status,unit', ...rows].join('\n');
  const document = `mutation ($input: ImportCalendarInput!) { importCalendar(input: $input) {
    revision userErrors { code } } }`;
  const input = { csv, years: [2028], document: 'QĐ 9/QĐ-TTg', expectedRevision: 1 };
  expect(await administrator.administer(document, { input })).toEqual({
    importCalendar: { revision: 2, userErrors: [] },
  });
  await to('2027-12-06');
  expect(alarms()).toEqual([]);
});
