import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Followed, local, receive, utc } from '../support/followed.ts';
import { history, type Officer, seen } from '../support/http.ts';
import { explained, type Office, openOffice } from '../support/office.ts';

const here = '99001';
const there = '99002';
const beyond = '98001';
const header = 'date,kind,name_vi,name_en,source,status,unit';
const localDay = (on: string, unit: string) =>
  `${on},HOLIDAY,Ngày hội xã,Day of the commune,QĐ 7/QĐ-UBND,CONFIRMED,${unit}`;
const inHere = [header, localDay('2026-03-12', here)].join('\n');
let office: Office;
let administrator: Officer;
let worker: Officer;
let mine: Followed;
let other: Followed;

/** A case that waits for Form 03: from Monday 9 March, five working days, to the end of the 16th. */
async function waiting(unit: string): Promise<Followed> {
  const by = await office.by('COMMUNE_WORKER', unit);
  const followed = await receive(by, unit, '2026-03-09 08:00');
  await followed.does(by, 'assessInitially', {
    seriousHarm: false,
    happenedAt: local('2026-03-09 09:00'),
  });
  return followed;
}

const d06 = (followed: Followed, by = worker) => explained(by, followed.id, 'D06');

async function imports(csv: string | null, more: object = {}): Promise<void> {
  const { calendar } = await administrator.administer<{ calendar: { revision: number } }>(
    '{ calendar(year: 2026) { revision } }',
  );
  const document = `mutation ($input: ImportCalendarInput!) { importCalendar(input: $input) {
    revision problems { code } userErrors { code } } }`;
  const head = { document: 'QĐ 7/QĐ-UBND', expectedRevision: calendar.revision };
  const answer = await administrator.administer(document, { input: { ...head, csv, ...more } });
  expect(answer).toEqual({
    importCalendar: { revision: calendar.revision + 1, problems: [], userErrors: [] },
  });
}

beforeAll(async () => {
  office = await openOffice('2026-03-09 10:00');
  administrator = await office.by('ADMINISTRATOR');
  worker = await office.by('COMMUNE_WORKER', here);
  mine = await waiting(here);
  other = await waiting(there);
});
afterAll(() => office.sandbox.close());

it('is previewed with the deadlines of that commune, and of no other', async () => {
  const query = `query ($input: PreviewCalendarRevisionInput!) { previewCalendarRevision(input: $input) {
    nodes { caseCode unitCode rule before { dueAt } after { dueAt } breached } problems { code } } }`;
  const { code } = await seen(worker, mine.id);
  expect(await administrator.administer(query, { input: { csv: inHere } })).toEqual({
    previewCalendarRevision: {
      problems: [],
      nodes: [
        {
          caseCode: code,
          unitCode: here,
          rule: 'D06',
          before: { dueAt: utc('2026-03-17 00:00') },
          after: { dueAt: utc('2026-03-18 00:00') },
          breached: false,
        },
      ],
    },
  });
  expect((await d06(mine)).dueAt).toBe(utc('2026-03-17 00:00'));
});

it('moves the deadlines that commune owes, and names its document', async () => {
  await imports(inHere);
  await office.to('2026-03-09 10:01');
  const found = await d06(mine);
  expect(found.dueAt).toBe(utc('2026-03-18 00:00'));
  expect(found.explanation.filter(({ reason }) => reason === 'HOLIDAY')).toMatchObject([
    { counts: false, source: 'QĐ 7/QĐ-UBND' },
  ]);
  expect(found.account.vi).toContain('(Ngày hội xã) 12/03/2026, theo QĐ 7/QĐ-UBND');
  expect(found.account.en).toContain('(Day of the commune) 12/03/2026, by QĐ 7/QĐ-UBND');
  const untouched = await d06(other, await office.by('COMMUNE_WORKER', there));
  expect(untouched.dueAt).toBe(utc('2026-03-17 00:00'));
});

it('goes with the case: whoever takes it over has the days of the own office', async () => {
  const chair = await office.by('COMMUNE_CHAIR', there);
  await mine.does(worker, 'offerHandover', { to: there });
  // Until it is answered the commune that offers it still owes it.
  expect((await d06(mine)).dueAt).toBe(utc('2026-03-18 00:00'));
  await mine.does(chair, 'acceptHandover');
  const found = await d06(mine, chair);
  expect([found.unitCode, found.dueAt]).toEqual([there, utc('2026-03-17 00:00')]);
  const moves = (await history(chair, mine.id)).filter(({ type }) => type === 'DeadlineMoved');
  expect(moves.map(({ act }) => act)).toEqual(['replan', 'acceptHandover']);
  const query = `query ($id: ID!) { case(id: $id) { history(first: 100) { nodes {
    facts { type why dueAt } } } } }`;
  type Told = { case: { history: { nodes: { facts: { type: string; why: string }[] }[] } } };
  const { case: whole } = await chair.ask<Told>(query, { id: mine.id });
  const facts = whole.history.nodes.flatMap((node) => node.facts);
  expect(facts.filter(({ type }) => type === 'DeadlineMoved').map(({ why }) => why)).toEqual([
    'CALENDAR',
    'HANDED_OVER',
  ]);
});

it('goes the other way as well, by the word of the province', async () => {
  const province = await office.by('PROVINCE_SUPERVISOR', '99');
  const assigned = { to: here, leg: 'RESIDENCE' };
  await other.does(province, 'assignCommune', assigned);
  expect((await d06(other)).dueAt).toBe(utc('2026-03-18 00:00'));
});

it('leaves a breach on record that the commune before it left behind', async () => {
  await office.to('2026-03-17 08:00');
  const late = await d06(mine, await office.by('COMMUNE_WORKER', there));
  expect(late.breachedAt).toBe(utc('2026-03-17 00:00'));
  const province = await office.by('PROVINCE_SUPERVISOR', '99');
  await mine.does(province, 'assignCommune', { to: here, leg: 'RESIDENCE' });
  const found = await d06(mine);
  expect(found).toMatchObject({
    dueAt: utc('2026-03-18 00:00'),
    breachedAt: utc('2026-03-17 00:00'),
  });
});

it('counts for the commune of a carer what it owes, and for nobody else', async () => {
  await imports([header, localDay('2026-04-20', beyond)].join('\n'));
  await office.to('2026-03-20 08:00');
  const opened = await receive(worker, here, '2026-03-20 08:00');
  const chair = await office.by('COMMUNE_CHAIR', here);
  await opened.does(worker, 'assessInitially', { seriousHarm: false });
  await opened.does(chair, 'placeInCare', { form: 'RELATIVE', unit: beyond });
  // A month later is Monday 20 April: a holiday there, so it rolls to the day after.
  const visit = await explained(worker, opened.id, 'D15');
  expect([visit.unitCode, visit.dueAt]).toEqual([beyond, utc('2026-04-22 00:00')]);
});

it('office hours of one commune are its own, and no working day moves by them', async () => {
  const week = { monday: '07:00-11:00 13:00-17:00', saturday: '07:00-11:00' };
  const before = (await d06(other)).dueAt;
  await imports(null, { officeHours: [{ unit: here, ...week }] });
  await office.to('2026-03-20 08:01');
  expect((await d06(other)).dueAt).toBe(before);
  const query = `query ($unit: UnitCode) { calendar(year: 2026, unit: $unit) {
    officeHours { monday saturday } } }`;
  const hours = async (unit: string) =>
    (await worker.ask<{ calendar: { officeHours: object } }>(query, { unit })).calendar.officeHours;
  expect(await hours(here)).toEqual(week);
  expect(await hours(there)).toEqual({ monday: '07:30-11:30 13:30-17:00', saturday: '' });
});

it('is imported by administrators only', async () => {
  const document = `mutation ($input: ImportCalendarInput!) { importCalendar(input: $input) {
    revision userErrors { code } } }`;
  const input = { document: 'QĐ 8', expectedRevision: 4, csv: inHere };
  for (const by of [worker, await office.by('PROVINCE_SUPERVISOR', '99')])
    await expect(by.administer(document, { input })).rejects.toThrow('NOT_ALLOWED');
});
