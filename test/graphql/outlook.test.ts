import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wholeCaseload } from '#app/caseload.ts';
import { replanAll } from '#app/replan.ts';
import { vietnam } from '#domain/calendars/vietnam.ts';
import type { Role } from '#domain/directory.ts';
import { drafted } from '#domain/policy-draft.ts';
import { decree56 } from '#domain/procedures/decree-56-2017.ts';
import { openTestApi, send, type TestApi, tokenOf } from '../support/api.ts';
import { openCases, sweepOnce } from '../support/load.ts';

let api: TestApi;
let ministry: object;
let administrator: object;
const here = 240;
const there = 60;

const tokenFor = async (role: Role, unit: string) => tokenOf((await api.appoint(role, unit)).id);

// A province with 300 cases in two communes, a third of them a step further, and some in another province.
beforeAll(async () => {
  api = await openTestApi();
  ministry = await tokenFor('MINISTRY_SUPERVISOR', 'VN');
  administrator = await tokenFor('ADMINISTRATOR', 'VN');
  for (const [unit, count] of [
    ['91001', here],
    ['91002', there],
    ['92001', 3],
  ] as const) {
    const worker = await api.appoint('COMMUNE_WORKER', unit);
    await api.appoint('COMMUNE_CHAIR', unit);
    const ids = await openCases(api, worker, { count, receivedAt: api.now() });
    for (const id of ids.filter((_, at) => at % 3 === 0)) await api.assess(worker, id);
  }
  api.setClock('2026-01-05T19:29:00+07:00');
}, 120_000);
afterAll(() => api.close());

const forecastFields = `cases complete agencies { unitCode role breached atRisk due { on duties law } later
  unplanned conditional nextDueAt rules } pageInfo { hasNextPage endCursor }`;

async function forecasts(by: object, variables: object, selection = forecastFields) {
  const query = `query ($unit: UnitCode!, $days: Int! = 7, $first: Int! = 100, $after: String) {
    forecast(unit: $unit, days: $days, first: $first, after: $after) { ${selection} } }`;
  const { data, errors, text } = await send(api.serve, by, query, variables);
  return { answer: data?.forecast, errors, text };
}

const d08 = { rule: 'D08', unit: 'HOURS', count: 24 };
const d06 = { rule: 'D06', unit: 'HOURS', count: 6 };
const simulationFields = `procedure standings { rule standing source } cases complete
  nodes { caseCode unitCode rule breached late before { dueAt status } after { dueAt status } }
  agencies { unitCode role overdue relieved before { reminders breaches escalations }
    after { reminders breaches escalations } }
  pageInfo { hasNextPage endCursor } problems { code field message } userErrors { code field message }`;

async function simulates(by: object, variables: object, selection = simulationFields) {
  const query = `query ($draft: PolicyDraftInput!, $unit: UnitCode!, $first: Int! = 100, $after: String) {
    simulatePolicy(draft: $draft, unit: $unit, first: $first, after: $after) { ${selection} } }`;
  const wish = { draft: { limits: [d06] }, ...variables };
  const { data, errors, text } = await send(api.serve, by, query, wish);
  return { answer: data?.simulatePolicy, errors, text };
}

type Page = { readonly pageInfo: { readonly endCursor: string | null } };

async function everyPage<Answer extends Page>(
  ask: (after: string | null) => Promise<{ readonly answer: Answer }>,
): Promise<readonly Answer[]> {
  const pages: Answer[] = [];
  let after: string | null = null;
  do {
    const { answer }: { answer: Answer } = await ask(after);
    pages.push(answer);
    after = answer.pageInfo.endCursor;
  } while (after !== null);
  return pages;
}

const codes = ({
  errors,
}: {
  errors: readonly { extensions: Readonly<Record<string, unknown>> }[];
}) => errors.map(({ extensions }) => extensions['code']);

async function statesIn(units: readonly string[]) {
  const states = [];
  const room = { ledger: api.around.ledger, worklists: api.worklists };
  for await (const heads of wholeCaseload(room, units))
    states.push(...heads.map((head) => head.state));
  return states;
}

type Row = {
  readonly unitCode: string;
  readonly role: string;
  readonly breached: number;
  readonly later: number;
  readonly conditional: number;
  readonly unplanned: number;
  readonly atRisk: number;
  readonly due: readonly { readonly on: string; readonly duties: number }[];
};
type ForecastPage = Page & {
  readonly cases: number;
  readonly complete: boolean;
  readonly agencies: Row[];
};

describe('a forecast', () => {
  it('of a commune is whole in one answer and equals a recount of its deadlines', async () => {
    const { answer, errors } = await forecasts(ministry, { unit: '91002' });
    expect(errors).toEqual([]);
    expect(answer).toMatchObject({ cases: there, complete: true });
    const open = (await statesIn(['91002'])).flatMap(({ deadlines }) => deadlines);
    const of = (rule: string) => open.filter((each) => each.rule === rule);
    expect(of('D06')).toHaveLength(there / 3);
    expect(answer.agencies).toEqual([
      {
        ...{ unitCode: '91002', role: 'COMMUNE_CHAIR', breached: 0, atRisk: 0, due: [] },
        ...{
          later: 0,
          unplanned: 0,
          conditional: of('D05').length,
          nextDueAt: null,
          rules: ['D05'],
        },
      },
      {
        ...{ unitCode: '91002', role: 'COMMUNE_WORKER', breached: 0, atRisk: of('D04').length },
        due: [
          { on: '2026-01-05', duties: of('D04').length, law: 0 },
          // The fifth working day is a Saturday worked for another day.
          { on: '2026-01-10', duties: of('D06').length, law: 0 },
        ],
        ...{ later: 0, unplanned: 0, conditional: 0 },
        nextDueAt: '2026-01-05T12:30:00.000Z',
        rules: ['D04', 'D06'],
      },
    ]);
  });

  it('of a province with 300 cases comes in pages that add up to the recount', async () => {
    const pages = await everyPage<ForecastPage>((after) =>
      forecasts(ministry, { unit: '91', days: 14, first: 70, after }),
    );
    expect(pages.length).toBeGreaterThanOrEqual(5);
    expect(pages.some(({ complete }) => complete)).toBe(false);
    expect(pages.reduce((sum, { cases }) => sum + cases, 0)).toBe(here + there);
    const rows = pages.flatMap(({ agencies }) => agencies);
    const total = (of: (row: Row) => number) => rows.reduce((sum, row) => sum + of(row), 0);
    const open = (await statesIn(['91'])).flatMap(({ deadlines }) => deadlines);
    const binding = open.filter(({ status }) => status !== 'CONDITIONAL');
    expect(total(({ conditional }) => conditional)).toBe(open.length - binding.length);
    expect(total(({ due }) => due.reduce((sum, { duties }) => sum + duties, 0))).toBe(
      binding.length,
    );
    expect(total(({ breached, later, unplanned }) => breached + later + unplanned)).toBe(0);
    const days = new Set(rows.flatMap(({ due }) => due.map(({ on }) => on)));
    expect([...days].toSorted()).toEqual(['2026-01-05', '2026-01-10']);
  });

  it('of the country is for the ministry, and has every province in it', async () => {
    const pages = await everyPage<ForecastPage>((after) =>
      forecasts(ministry, { unit: 'VN', after }),
    );
    expect(pages.reduce((sum, { cases }) => sum + cases, 0)).toBe(here + there + 3);
    const units = new Set(
      pages.flatMap(({ agencies }) => agencies.map(({ unitCode }) => unitCode)),
    );
    expect(units).toEqual(new Set(['91001', '91002', '92001']));
  });

  it('has nothing of a case in it: no code, no name, no id', async () => {
    const { text } = await forecasts(ministry, { unit: '91' });
    expect(text).not.toMatch(/LC-|Trẻ|giả định/);
    const ids = (await statesIn(['91'])).map(({ id }) => id);
    expect(ids.some((id) => text.includes(id))).toBe(false);
  });

  it.each<[Role, string, string, boolean]>([
    ['MINISTRY_SUPERVISOR', 'VN', 'VN', true],
    ['PROVINCE_SUPERVISOR', '91', '91', true],
    ['PROVINCE_CHAIR', '91', '91002', true],
    ['PROVINCE_SUPERVISOR', '91', '92', false],
    ['PROVINCE_SUPERVISOR', '91', '92001', false],
    ['PROVINCE_SUPERVISOR', '91', 'VN', false],
    ['COMMUNE_WORKER', '91001', '91001', true],
    ['COMMUNE_CHAIR', '91001', '91001', true],
    ['COMMUNE_POLICE', '91001', '91001', true],
    ['COMMUNE_WORKER', '91001', '91002', false],
    ['COMMUNE_CHAIR', '91001', '91', false],
    ['HOTLINE_111', 'VN', 'VN', false],
    ['HOTLINE_111', 'VN', '91', false],
    ['ANALYST', 'VN', 'VN', false],
    ['ANALYST', 'VN', '91001', false],
    ['ADMINISTRATOR', 'VN', '91', false],
    ['MINISTRY_SUPERVISOR', 'VN', '77', false],
  ])('for a %s of %s about %s is permitted: %s', async (role, at, unit, isPermitted) => {
    const found = await forecasts(await tokenFor(role, at), { unit, first: 1 }, 'cases');
    expect(codes(found)).toEqual(isPermitted ? [] : ['NOT_ALLOWED']);
  });

  it('is for nobody whose app or token may not read cases', async () => {
    const { sub } = ministry as { sub: string };
    const scopes = tokenOf(sub, 'cases:write', 'notices', 'statistics:read', 'directory:admin');
    expect(codes(await forecasts(scopes, { unit: '91' }))).toEqual(['NOT_ALLOWED']);
    const unknown = { ...(ministry as object), azp: 'no-such-app' };
    expect((await forecasts(unknown, { unit: '91' })).text).toBe('{"message":"Unauthorized"}');
  });

  it.each<[string, object, string, object]>([
    ['no day', { days: 0 }, 'LIMIT_EXCEEDED', { limit: 'days', most: 31 }],
    ['32 days', { days: 32 }, 'LIMIT_EXCEEDED', { limit: 'days', most: 31 }],
    ['no case', { first: 0 }, 'LIMIT_EXCEEDED', { limit: 'first', most: 100 }],
    ['101 cases', { first: 101 }, 'LIMIT_EXCEEDED', { limit: 'first', most: 100 }],
    ['a unit longer than any key', { unit: '9'.repeat(5_000) }, 'NOT_ALLOWED', {}],
    ['a unit that is no code', { unit: '91/OPEN/' }, 'NOT_ALLOWED', {}],
    ['a cursor made up', { after: 'OTEvT1BFTi8.x' }, 'BAD_REQUEST', {}],
    ['a huge cursor', { after: 'x'.repeat(10_000) }, 'BAD_REQUEST', {}],
  ])('of %s is refused', async (_, more, code, told) => {
    const { errors, text } = await forecasts(ministry, { unit: '91', ...more });
    expect(errors[0]?.extensions).toMatchObject({ code, ...told });
    expect(text).not.toContain('99999');
  });

  it('takes its cursor for the same unit, days and caller only, and not a letter changed', async () => {
    const { answer } = await forecasts(ministry, { unit: '91', first: 1 });
    const after: string = answer.pageInfo.endCursor;
    const supervisor = await tokenFor('PROVINCE_SUPERVISOR', '91');
    const swapped = (at: number) =>
      after.slice(0, at) + (after[at] === 'A' ? 'B' : 'A') + after.slice(at + 1);
    const asked: readonly (readonly [object, object])[] = [
      [ministry, { unit: '92', after }],
      [ministry, { unit: '91', after, days: 8 }],
      [supervisor, { unit: '91', after }],
      [ministry, { unit: '91', after: swapped(3) }],
      [ministry, { unit: '91', after: swapped(after.length - 2) }],
    ];
    for (const [by, variables] of asked)
      expect(codes(await forecasts(by, variables))).toEqual(['BAD_REQUEST']);
    expect(codes(await forecasts(ministry, { unit: '91', after }))).toEqual([]);
    const { errors } = await simulates(ministry, { unit: '91', after });
    expect(errors.map(({ extensions }) => extensions['code'])).toEqual(['BAD_REQUEST']);
  });
});

type Simulation = Page & {
  readonly cases: number;
  readonly nodes: readonly { caseCode: string; unitCode: string; late: boolean; after: object }[];
  readonly agencies: readonly { unitCode: string; role: string; overdue: number }[];
};

describe('a simulation', () => {
  it('tells how a draft stands to the law, and never takes a looser one silently', async () => {
    const limits = [
      { rule: 'D05', unit: 'WORKING_DAYS', count: 1 },
      { rule: 'D07', unit: 'WORKING_DAYS', count: 5 },
      d08,
      d06,
    ];
    const { answer } = await simulates(administrator, { draft: { limits }, unit: '92001' });
    expect(answer.procedure).toBe('ND56/2017');
    expect(answer.standings).toEqual([
      { rule: 'D05', standing: 'LOOSER_THAN_LAW', source: 'ND56/2017 Art. 26.3, 31.2, 32.2' },
      { rule: 'D07', standing: 'SAME_AS_LAW', source: 'ND56/2017 Art. 28.1' },
      { rule: 'D08', standing: 'STRICTER_THAN_LAW', source: 'ND56/2017 Art. 28.4' },
      { rule: 'D06', standing: 'NO_LAW', source: null },
    ]);
  });

  it('of a province tells every deadline that would move once, page by page', async () => {
    const pages = await everyPage<Simulation>((after) =>
      simulates(ministry, { unit: '91', first: 70, after }),
    );
    expect(pages.reduce((sum, { cases }) => sum + cases, 0)).toBe(here + there);
    const moving = (here + there) / 3;
    const nodes = pages.flatMap((page) => page.nodes);
    expect(nodes).toHaveLength(moving);
    expect(new Set(nodes.map(({ caseCode }) => caseCode)).size).toBe(moving);
    expect(nodes.every(({ late }) => late)).toBe(true);
    const overdue = pages.flatMap(({ agencies }) => agencies).map((agency) => agency.overdue);
    expect(overdue.reduce((sum, count) => sum + count, 0)).toBe(moving);
  });

  it.each<[string, object, string, readonly string[]]>([
    ['an unknown version', { procedure: 'CANARY7291' }, 'PROCEDURE_UNKNOWN', ['procedure']],
    ['a rule twice', { limits: [d06, d06] }, 'RULE_REPEATED', ['limits', '1', 'rule']],
    [
      'too many units',
      { limits: [{ ...d06, count: 7291 }] },
      'COUNT_OUT_OF_RANGE',
      ['limits', '0', 'count'],
    ],
    [
      'another span for a named day',
      { limits: [{ ...d06, rule: 'D10' }] },
      'SPAN_FROM_RECORD',
      ['limits', '0', 'unit'],
    ],
    [
      'a day nobody names',
      { limits: [{ ...d06, unit: 'UNTIL_DAY' }] },
      'UNIT_UNFIT',
      ['limits', '0', 'unit'],
    ],
  ])('with %s is refused with a code and a path, and no echo', async (_, more, code, field) => {
    const draft = { limits: [d06], ...more };
    const { answer, text } = await simulates(ministry, { draft, unit: '91' });
    expect(answer).toMatchObject({
      ...{ procedure: null, standings: [], cases: 0, complete: false, nodes: [], agencies: [] },
      problems: [{ code, field }],
      userErrors: [{ code: 'INVALID_INPUT', field: [] }],
    });
    expect(text).not.toContain('7291');
  });

  it.each<[string, object, readonly string[]]>([
    ['no limit', { limits: [] }, ['limits']],
    [
      'more limits than there are rules',
      { limits: Array.from({ length: 26 }, () => d06) },
      ['limits'],
    ],
    ['a version with a space in it', { procedure: 'a b', limits: [d06] }, ['procedure']],
  ])('of %s is no draft', async (_, draft, field) => {
    const { answer } = await simulates(ministry, { draft, unit: '91' });
    expect(answer.userErrors).toMatchObject([{ code: 'INVALID_INPUT', field }]);
    expect(answer.problems).toEqual([]);
  });

  it.each<[Role, string, string, boolean]>([
    ['MINISTRY_SUPERVISOR', 'VN', 'VN', true],
    ['PROVINCE_SUPERVISOR', '91', '91', true],
    ['PROVINCE_CHAIR', '91', '91001', true],
    ['PROVINCE_SUPERVISOR', '91', 'VN', false],
    ['PROVINCE_SUPERVISOR', '91', '92001', false],
    ['COMMUNE_WORKER', '91001', '91001', false],
    ['COMMUNE_CHAIR', '91001', '91001', false],
    ['COMMUNE_CHAIR', '91001', '91002', false],
    ['HOTLINE_111', 'VN', 'VN', false],
    ['ANALYST', 'VN', 'VN', false],
    ['ADMINISTRATOR', 'VN', 'VN', true],
    ['ADMINISTRATOR', 'VN', '77', false],
  ])('for a %s of %s about %s is permitted: %s', async (role, at, unit, isPermitted) => {
    const found = await simulates(await tokenFor(role, at), { unit, first: 1 }, 'cases');
    expect(codes(found)).toEqual(isPermitted ? [] : ['NOT_ALLOWED']);
  });

  it('is for no administrator whose token may not administer', async () => {
    const { sub } = administrator as { sub: string };
    const found = await simulates(tokenOf(sub, 'cases:read', 'cases:write'), { unit: '91' });
    expect(codes(found)).toEqual(['NOT_ALLOWED']);
  });

  it('is not got by joining the list of one post to the role of another', async () => {
    const both = { agency: 'none', officer: 'both-posts', email: null, seat: 7 };
    const founder = await api.appoint('ADMINISTRATOR', 'VN');
    for (const [role, unit] of [
      ['HOTLINE_111', 'VN'],
      ['PROVINCE_SUPERVISOR', '92'],
    ] as const)
      await api.administration.appoint({ ...both, role, unit }, founder, api.now());
    const by = tokenOf('both-posts');
    expect(codes(await simulates(by, { unit: 'VN' }, 'cases'))).toEqual(['NOT_ALLOWED']);
    expect(codes(await forecasts(by, { unit: 'VN' }, 'cases'))).toEqual(['NOT_ALLOWED']);
    expect(codes(await simulates(by, { unit: '92' }, 'cases'))).toEqual([]);
    const query = `query ($input: PreviewCalendarRevisionInput!) {
      previewCalendarRevision(input: $input, unit: "VN") { revision } }`;
    expect(codes(await send(api.administer, by, query, { input: {} }))).toEqual(['NOT_ALLOWED']);
  });

  it('takes a cursor of the same draft only', async () => {
    const { answer } = await simulates(ministry, { unit: '91', first: 1 });
    const after = answer.pageInfo.endCursor;
    const other = { limits: [{ ...d06, count: 7 }] };
    expect(codes(await simulates(ministry, { unit: '91', after, draft: other }))).toEqual([
      'BAD_REQUEST',
    ]);
    expect(codes(await simulates(ministry, { unit: '91', after }))).toEqual([]);
    expect(codes(await simulates(administrator, { unit: '91', after }))).toEqual(['BAD_REQUEST']);
  });

  it('tells administrators codes, units, rules and instants, and writes nothing', async () => {
    const before = await statesIn(['91', '92']);
    api.engine.capacity.reset();
    const { answer, text } = await simulates(administrator, { unit: '92' });
    expect(answer.nodes).toHaveLength(1);
    expect(text).not.toMatch(/Trẻ|giả định/);
    const ids = before.map(({ id }) => id);
    expect(ids.some((id) => text.includes(id))).toBe(false);
    const totals = Object.values(api.engine.capacity.totals()).flatMap((tables) =>
      Object.values(tables),
    );
    expect(totals.reduce((sum, { writeUnits }) => sum + writeUnits, 0)).toBe(0);
    expect(await statesIn(['91', '92'])).toEqual(before);
  });

  // Last, because it changes the cases.
  it('is what re-planning by the drafted procedure, and the sweeper after it, then do', async () => {
    const pages = await everyPage<Simulation>((after) =>
      simulates(ministry, { unit: 'VN', after }),
    );
    const told = pages
      .flatMap(({ nodes }) => nodes)
      .map(({ caseCode, after }) => ({ caseCode, ...after }))
      .toSorted((a, b) => (a.caseCode < b.caseCode ? -1 : 1));
    const read = drafted(decree56, [{ rule: 'D06', unit: 'HOURS', count: 6, ladder: null }]);
    if ('problems' in read) throw new Error('refused');
    const { around, worklists } = api;
    const directories = {
      ...around.directories,
      calendar: async () => ({ ...vietnam, revision: vietnam.revision + 1 }),
      procedures: async () => [read.procedure],
    };
    const room = { ...around, directories, worklists, provinces: async () => ['91', '92'] };
    const { moved, failed } = await replanAll(room);
    expect([moved, failed]).toEqual([told.length, 0]);
    const replanned = await statesIn(['91', '92']);
    const d06s = replanned.flatMap(({ code, deadlines }) =>
      deadlines
        .filter(({ rule }) => rule === 'D06')
        .map(({ dueAt, status }) => ({ caseCode: code, dueAt, status })),
    );
    expect(d06s.toSorted((a, b) => (a.caseCode < b.caseCode ? -1 : 1))).toEqual(told);
    const overdue = pages.flatMap(({ agencies }) => agencies).map((agency) => agency.overdue);
    await sweepOnce({ ...api, around: { ...around, directories } });
    const breached = (await statesIn(['91', '92'])).flatMap(({ deadlines }) =>
      deadlines.filter(({ breachedAt }) => breachedAt !== null),
    );
    expect(breached).toHaveLength(overdue.reduce((sum, count) => sum + count, 0));
  });
});
