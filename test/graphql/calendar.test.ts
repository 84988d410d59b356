import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { followCalendar } from '#app/replan.ts';
import { vietnam } from '#domain/calendars/vietnam.ts';
import { noSealing } from '#runtime/no-sealing.ts';
import { openCalendarProgress } from '#store/calendars.ts';
import { remembering } from '#store/directory.ts';
import { openTestApi, send, type TestApi, tokenOf } from '../support/api.ts';
import { openCases } from '../support/load.ts';

let api: TestApi;
let administrator: object;

beforeEach(async () => {
  api = await openTestApi();
  administrator = tokenOf((await api.appoint('ADMINISTRATOR', 'VN')).id);
});
afterEach(() => api.close());

const first = vietnam.revision;
const header = 'date,kind,name_vi,name_en,source,status,unit';
const csv = (...rows: readonly string[]) => [header, ...rows].join('\n');
const day = (on: string, kind = 'HOLIDAY', unit = '') =>
  `${on},${kind},Nghỉ bão,Storm,QĐ 9/QĐ-TTg,CONFIRMED,${unit}`;

async function imports(input: object, by = administrator) {
  const document = `mutation ($input: ImportCalendarInput!) { importCalendar(input: $input) {
    revision added changed unchanged replayed problems { code row field message }
    userErrors { code field message currentVersion } } }`;
  const { data, errors, text } = await send(api.administer, by, document, {
    input: { document: 'QĐ 9/QĐ-TTg', expectedRevision: first, ...input },
  });
  return { answer: data?.importCalendar, errors, text };
}

async function calendarOf(year: number, unit?: string) {
  const document = `query ($year: Int!, $unit: UnitCode) { calendar(year: $year, unit: $unit) {
    reviewed revision rows { on kind source unitCode } officeHours { monday saturday } } }`;
  const { data } = await send(api.administer, administrator, document, { year, unit });
  return data.calendar;
}

describe('an import', () => {
  it('adds what is new and tells the next revision; the whole country then sees it', async () => {
    const { answer } = await imports({ csv: csv(day('2026-03-06'), day('2026-11-24', 'REVOKED')) });
    expect(answer).toEqual({
      revision: first + 1,
      added: 1,
      changed: 1,
      unchanged: 0,
      replayed: false,
      problems: [],
      userErrors: [],
    });
    const { revision, rows } = await calendarOf(2026);
    expect(revision).toBe(first + 1);
    const source = 'QĐ 9/QĐ-TTg';
    expect(rows).toContainEqual({ on: '2026-03-06', kind: 'HOLIDAY', source, unitCode: null });
    expect(rows).toContainEqual({ on: '2026-11-24', kind: 'REVOKED', source, unitCode: null });
  });

  it('of a unit is seen where the unit is named, with the hours of its offices', async () => {
    const officeHours = [{ unit: '91', monday: '08:00-12:00', saturday: '08:00-11:00' }];
    const rows = csv(day('2026-03-06', 'HOLIDAY', '91'), day('2026-03-09', 'HOLIDAY', '91001'));
    expect((await imports({ csv: rows, officeHours })).answer.userErrors).toEqual([]);
    const local = async (unit?: string) => {
      const { rows: all, officeHours: hours } = await calendarOf(2026, unit);
      const found = all.filter(({ on }: { on: string }) => on.startsWith('2026-03'));
      return [found.map((row: { unitCode: string }) => row.unitCode), hours];
    };
    const theirs = { monday: '08:00-12:00', saturday: '08:00-11:00' };
    const common = { monday: '07:30-11:30 13:30-17:00', saturday: '' };
    expect(await local('91001')).toEqual([['91', '91001'], theirs]);
    expect(await local('91')).toEqual([['91'], theirs]);
    expect(await local('92001')).toEqual([[], common]);
    expect(await local()).toEqual([[], common]);
  });

  it('tells every problem by its row, how to mend it, and never the value', async () => {
    const { answer, text } = await imports({
      csv: csv(day('2026-03-06'), day('2026-02-30'), '2026-03-09,FERIE,,Storm,,CONFIRMED,77777'),
      officeHours: [{ unit: '91', monday: 'all day' }],
    });
    expect(answer.problems.map((each: object) => Object.values(each).slice(0, 3))).toEqual([
      ['DAY_UNKNOWN', 2, ['csv', '1', 'date']],
      ['KIND_UNKNOWN', 3, ['csv', '2', 'kind']],
      ['NAME_MISSING', 3, ['csv', '2', 'name_vi']],
      ['SOURCE_MISSING', 3, ['csv', '2', 'source']],
      ['UNIT_UNKNOWN', 3, ['csv', '2', 'unit']],
      ['SESSION_UNREADABLE', null, ['officeHours', '0', 'monday']],
    ]);
    expect(answer.userErrors).toMatchObject([{ code: 'INVALID_INPUT' }]);
    expect(answer.revision).toBeNull();
    for (const sent of ['02-30', 'FERIE', '77777', 'all day']) expect(text).not.toContain(sent);
    expect((await api.calendars.book()).imports).toEqual([]);
  });

  it.each<[string, object, readonly string[]]>([
    ['no CSV', { csv: 'x' }, ['csv']],
    ['another header', { csv: 'date,kind\n2026-03-06,HOLIDAY' }, ['csv']],
    [
      'a cell of two lines',
      { csv: csv('2026-03-06,HOLIDAY,"a\nb",c,d,CONFIRMED,') },
      ['csv', '0', 'name_vi'],
    ],
    ['an empty document', { csv: csv(day('2026-03-06')), document: '' }, ['document']],
    ['a year of long ago', { years: [1789] }, ['years', '0']],
    [
      'more rows than are taken',
      { csv: csv(...Array.from({ length: 1001 }, () => day('2026-03-06'))) },
      ['csv'],
    ],
  ])('is refused with %s', async (_, input, field) => {
    const { answer } = await imports(input);
    expect(answer.userErrors).toMatchObject([{ code: 'INVALID_INPUT', field }]);
  });

  it('writes nothing when it is only to check, nor when it changes nothing', async () => {
    const input = { csv: csv(day('2026-03-06')) };
    expect((await imports({ ...input, dryRun: true })).answer).toMatchObject({
      revision: first + 1,
      added: 1,
    });
    expect((await calendarOf(2026)).revision).toBe(first);
    await imports(input);
    const again = await imports({ ...input, expectedRevision: first + 1 });
    expect(again.answer).toMatchObject({ revision: first + 1, added: 0, unchanged: 1 });
    expect((await api.calendars.book()).imports).toHaveLength(1);
  });

  it('is refused on another revision than the present one, which it tells', async () => {
    await imports({ csv: csv(day('2026-03-06')) });
    const { answer } = await imports({ csv: csv(day('2026-03-09')) });
    expect(answer.userErrors).toMatchObject([
      { code: 'CONFLICT', field: ['expectedRevision'], currentVersion: first + 1 },
    ]);
  });

  it('is done once under one key, and the key is good for nothing else', async () => {
    const input = { csv: csv(day('2026-03-06')), idempotencyKey: 'one-key-for-one-import' };
    const done = await imports(input);
    const again = await imports(input);
    expect(again.answer).toEqual({ ...done.answer, replayed: true });
    const other = await imports({ ...input, csv: csv(day('2026-03-09')) });
    expect(other.answer.userErrors).toMatchObject([{ code: 'IDEMPOTENCY_KEY_REUSED' }]);
    expect((await api.calendars.book()).imports).toHaveLength(1);
  });

  it('is for administrators alone', async () => {
    const others = [
      await api.appoint('MINISTRY_SUPERVISOR', 'VN'),
      await api.appoint('PROVINCE_SUPERVISOR', '91'),
    ];
    for (const { id } of others) {
      const { errors } = await imports({ csv: csv(day('2026-03-06')) }, tokenOf(id));
      expect(errors.map(({ extensions }) => extensions['code'])).toEqual(['NOT_ALLOWED']);
    }
    const { sub } = administrator as { sub: string };
    const { errors } = await imports({ csv: csv(day('2026-03-06')) }, tokenOf(sub, 'cases:read'));
    expect(errors.map(({ extensions }) => extensions['code'])).toEqual(['NOT_ALLOWED']);
  });
});

describe('a preview', () => {
  const selection = `revision nodes { caseCode unitCode rule breached before { dueAt status } after { dueAt status } }
    pageInfo { hasNextPage endCursor } problems { code row } userErrors { code }`;

  async function previews(more: object = {}, by = administrator, selected = selection) {
    const document = `query ($input: PreviewCalendarRevisionInput!, $unit: UnitCode!, $first: Int!, $after: String) {
      previewCalendarRevision(input: $input, unit: $unit, first: $first, after: $after) { ${selected} } }`;
    const input = { csv: csv(day('2026-01-06')) };
    const variables = { input, unit: 'VN', first: 100, ...more };
    const { data, errors } = await send(api.administer, by, document, variables);
    return { answer: data?.previewCalendarRevision, errors };
  }

  /** Cases with a plan to be drafted, two in one province and one in another. */
  async function openDrafting() {
    const here = await api.appoint('COMMUNE_WORKER', '91001');
    const there = await api.appoint('COMMUNE_WORKER', '92001');
    for (const [worker, count] of [
      [here, 2],
      [there, 1],
    ] as const)
      for (const id of await openCases(api, worker, { count, receivedAt: api.now() }))
        await api.assess(worker, id);
  }

  it('tells the deadlines that would move, and moves none', async () => {
    await openDrafting();
    const { answer } = await previews();
    const end = (on: string, status = 'PLANNED') => ({ dueAt: `${on}T17:00:00.000Z`, status });
    expect(answer.revision).toBe(first + 1);
    expect(answer.nodes.map((node: { unitCode: string }) => node.unitCode)).toEqual([
      '91001',
      '91001',
      '92001',
    ]);
    expect(answer.nodes[0]).toEqual({
      caseCode: expect.stringMatching(/^LC-/),
      unitCode: '91001',
      rule: 'D06',
      breached: false,
      before: end('2026-01-10'),
      after: end('2026-01-12'),
    });
    expect((await api.calendars.book()).imports).toEqual([]);
    const again = await previews();
    expect(again.answer.nodes).toEqual(answer.nodes);
  });

  it('tells what the import then does', async () => {
    await openDrafting();
    const { answer } = await previews();
    await imports({ csv: csv(day('2026-01-06')) });
    const provinces = async () => ['91', '92'];
    const { around, worklists, database } = api;
    const room = () => ({
      ...around,
      directories: remembering(around.directories),
      sealing: noSealing,
      worklists,
      provinces,
      progress: openCalendarProgress(database),
    });
    expect(await followCalendar(room())).toEqual({
      cases: 3,
      moved: answer.nodes.length,
      failed: 0,
    });
    expect(await followCalendar(room())).toEqual({ cases: 0, moved: 0, failed: 0 });
    expect((await previews()).answer.nodes).toEqual([]);
  });

  it('has pages, some of which may be empty, that together tell each deadline once', async () => {
    await openDrafting();
    const whole = (await previews()).answer.nodes;
    const found: unknown[] = [];
    let after: string | null = null;
    let pages = 0;
    do {
      const { answer } = await previews({ first: 1, after });
      found.push(...answer.nodes);
      after = answer.pageInfo.endCursor;
      pages += 1;
    } while (after !== null);
    expect(found).toEqual(whole);
    expect(pages).toBeGreaterThanOrEqual(3);
  });

  it('about a province looks at its cases alone', async () => {
    await openDrafting();
    const { answer } = await previews({ unit: '92' });
    expect(answer.nodes.map((node: { unitCode: string }) => node.unitCode)).toEqual(['92001']);
  });

  it('tells the same problems as the import', async () => {
    const { answer } = await previews({ input: { csv: csv(day('2026-01-06', 'X')) } });
    expect(answer).toMatchObject({
      revision: null,
      nodes: [],
      problems: [{ code: 'KIND_UNKNOWN', row: 1 }],
      userErrors: [{ code: 'INVALID_INPUT' }],
    });
  });

  it.each<[string, string, string, boolean]>([
    ['MINISTRY_SUPERVISOR', 'VN', 'VN', true],
    ['PROVINCE_SUPERVISOR', '91', '91', true],
    ['PROVINCE_CHAIR', '91', '91001', true],
    ['PROVINCE_SUPERVISOR', '91', 'VN', false],
    ['PROVINCE_SUPERVISOR', '91', '92001', false],
    ['COMMUNE_CHAIR', '91001', '91001', false],
    ['HOTLINE_111', 'VN', 'VN', false],
    ['ANALYST', 'VN', 'VN', false],
    ['ADMINISTRATOR', 'VN', '91', true],
    ['ADMINISTRATOR', 'VN', '77', false],
  ])('for a %s of %s about %s is permitted: %s', async (role, at, unit, isPermitted) => {
    const { id } = await api.appoint(role as 'ANALYST', at);
    const { errors } = await previews({ unit }, tokenOf(id), '__typename');
    const codes = errors.map(({ extensions }) => extensions['code']);
    expect(codes).toEqual(isPermitted ? [] : ['NOT_ALLOWED']);
  });

  it('takes no cursor of another unit', async () => {
    await openDrafting();
    const { answer } = await previews({ first: 1 });
    const after = answer.pageInfo.endCursor;
    const { errors } = await previews({ first: 1, after, unit: '91' });
    expect(errors.map(({ extensions }) => extensions['code'])).toEqual(['BAD_REQUEST']);
  });
});
