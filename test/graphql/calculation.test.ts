import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApi, send, type TestApi, tokenOf } from '../support/api.ts';

const from = '2026-02-12T09:00:00+07:00';
const canary = 'CANARY4471';
let api: TestApi;
let nobody: object;

beforeAll(async () => {
  api = await openTestApi();
  await api.appoint('COMMUNE_WORKER', '91001');
  await api.vacate('COMMUNE_WORKER', '91001');
  const { administration, now } = api;
  const by = { kind: 'SYSTEM', id: 'test', app: 'test', scopes: [], posts: [] } as const;
  // An officer without a post and an app without a scope may still ask what the law says.
  const app = { id: 'bare', scopes: [], disabled: false, secretSha256: null };
  await administration.registerApp(app, by, now());
  nobody = { ...tokenOf('officer-COMMUNE_WORKER-91001'), azp: 'bare' };
});
afterAll(() => api.close());

const fields = `calculation {
  limit { id title { vi } basis source by startChosenBy } procedure { id } span { unit count }
  startedAt dueAt status missingYear calendarRevision account { vi }
  explanation { from to counts reason source } rungs { id kind at roles }
} userErrors { code field message }`;

async function ask(variables: object) {
  const query = `query ($rule: RuleId, $span: SpanInput, $from: DateTime!, $unit: UnitCode,
    $procedure: ID, $count: Int, $namedDay: LocalDate, $pauses: [PauseInput!]! = [], $extra: Int) {
    deadlineCalculation(rule: $rule, span: $span, from: $from, unit: $unit, procedure: $procedure,
      count: $count, namedDay: $namedDay, pauses: $pauses, extra: $extra) { ${fields} } }`;
  const { data, errors, text } = await send(api.serve, nobody, query, { from, ...variables });
  return { ...data?.deadlineCalculation, errors, text };
}

describe('whoever is admitted', () => {
  it('learns of a limit without a case: its basis, end, days and ladder', async () => {
    const { calculation, userErrors } = await ask({ rule: 'D07', unit: '91001' });
    expect(userErrors).toEqual([]);
    expect(calculation).toMatchObject({
      limit: {
        id: 'D07',
        title: { vi: 'Trình kế hoạch theo Mẫu 04' },
        basis: 'LAW',
        source: 'ND56/2017 Art. 28.1',
        by: 'COMMUNE_WORKER',
        startChosenBy: '0007',
      },
      procedure: { id: 'ND56/2017' },
      span: { unit: 'WORKING_DAYS', count: 5 },
      startedAt: '2026-02-12T02:00:00.000Z',
      dueAt: '2026-02-26T17:00:00.000Z',
      status: 'PLANNED',
      missingYear: null,
      calendarRevision: 1,
    });
    const { account, explanation, rungs } = calculation;
    expect(account.vi).toMatch(
      /^Trình kế hoạch theo Mẫu 04\. Căn cứ: khoản 1 Điều 28 Nghị định 56\/2017\/NĐ-CP\./,
    );
    expect(explanation.filter(({ counts }: { counts: boolean }) => counts)).toHaveLength(5);
    expect(explanation.at(-1).to).toBe(calculation.dueAt);
    expect(rungs.map(({ id }: { id: string }) => id)).toEqual(['3/4', 'due', '+1d', '+3d']);
    expect(rungs[1]).toEqual({
      id: 'due',
      kind: 'BREACH',
      at: calculation.dueAt,
      roles: ['COMMUNE_WORKER', 'COMMUNE_CHAIR'],
    });
  });

  it('has a span counted that is in no procedure', async () => {
    const span = { unit: 'CALENDAR_DAYS', count: 2 };
    const rolled = await ask({ span });
    const strict = await ask({ span: { ...span, rolls: false } });
    expect(rolled.calculation).toMatchObject({ limit: null, procedure: null, span, rungs: [] });
    expect(rolled.calculation.account).toBeNull();
    // The second day is a Saturday, and Tết follows.
    expect(strict.calculation.dueAt).toBe('2026-02-14T17:00:00.000Z');
    expect(rolled.calculation.dueAt).toBe('2026-02-23T17:00:00.000Z');
  });

  it('is told which year nobody has reviewed', async () => {
    const { calculation } = await ask({ rule: 'D07', from: '2035-01-02T09:00:00+07:00' });
    expect(calculation).toMatchObject({ dueAt: null, status: 'UNPLANNED', missingYear: 2035 });
    expect(calculation).toMatchObject({ explanation: null, rungs: [] });
  });
});

describe('what does not fit', () => {
  const pause = (start: string, until: string) => ({ pauses: [{ from: start, until }] });
  const hours = (count: number, unit = 'HOURS') => ({ span: { unit, count } });

  it.each<[string, object, string, readonly string[]]>([
    ['neither limit nor span', {}, 'INVALID_INPUT', ['rule']],
    ['both limit and span', { rule: 'D07', ...hours(1) }, 'INVALID_INPUT', ['rule']],
    ['no instant', { rule: 'D07', from: canary }, 'INVALID_INPUT', ['from']],
    [
      'an instant of another age',
      { rule: 'D07', from: '1066-10-14T09:00Z' },
      'INVALID_INPUT',
      ['from'],
    ],
    [
      'an instant too far off',
      { rule: 'D07', from: '9999-12-31T09:00Z' },
      'INVALID_INPUT',
      ['from'],
    ],
    ['no code of a unit', { rule: 'D07', unit: canary }, 'INVALID_INPUT', ['unit']],
    ['a unit nobody knows', { rule: 'D07', unit: '91999' }, 'UNIT_UNKNOWN', ['unit']],
    [
      'a unit before its time',
      { rule: 'D07', unit: '91001', from: '2016-01-04T09:00+07:00' },
      'UNIT_UNKNOWN',
      ['unit'],
    ],
    ['a version nobody knows', { rule: 'D07', procedure: canary }, 'LIMIT_UNKNOWN', ['procedure']],
    ['a day that is missing', { rule: 'D10' }, 'NAMED_DAY_MISSING', ['namedDay']],
    ['a term the limit does not take', { rule: 'D07', count: 3 }, 'TERM_UNFIT', ['count']],
    ['an extension of a limit of the law', { rule: 'D07', extra: 1 }, 'NOT_EXTENDABLE', ['extra']],
    ['a term of a limit for a span', { ...hours(1), count: 3 }, 'INVALID_INPUT', ['count']],
    ['a span of nothing', hours(0), 'INVALID_INPUT', ['span', 'count']],
    [
      'a span of centuries',
      hours(2_147_483_647, 'CALENDAR_DAYS'),
      'INVALID_INPUT',
      ['span', 'count'],
    ],
    ['a span to a day', hours(1, 'UNTIL_DAY'), 'INVALID_INPUT', ['span', 'unit']],
    [
      'a pause that ends before it begins',
      { rule: 'D07', ...pause(from, from) },
      'INVALID_INPUT',
      ['pauses', '0', 'until'],
    ],
    ['an extension of nothing', { rule: 'D07', extra: 0 }, 'INVALID_INPUT', ['extra']],
  ])('is told by its place and never repeated: %s', async (_, wrong, code, field) => {
    const { calculation, userErrors, errors, text } = await ask(wrong);
    expect(errors).toEqual([]);
    expect(calculation).toBeNull();
    expect(userErrors).toMatchObject([{ code, field }]);
    expect(text).not.toContain(canary);
  });

  it('is told all at once', async () => {
    const { userErrors } = await ask({ ...hours(1), procedure: 'ND56/2017', count: 3 });
    expect(userErrors.map(({ field }: { field: string[] }) => field)).toEqual([
      ['procedure'],
      ['count'],
    ]);
  });
});
