import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Audit } from '#app/ports/directory.ts';
import type { Case } from '#domain/case/case.ts';
import { createApi } from '#graphql/api.ts';
import { excess } from '#graphql/cost.ts';
import { administrationNouns, caseNouns } from '#schema/sdl.ts';
import { eventOf, openTestApi, type TestApi, tokenOf } from '../support/api.ts';
import { tried } from '../support/breadth.ts';
import { canariesIn, live, reportCanaries, staffOf } from '../support/lived.ts';
import { provable } from '../support/proof.ts';
import { type Question, questionsOf } from '../support/questions.ts';

const roles = {
  worker: tokenOf('officer-COMMUNE_WORKER-91001'),
  chair: tokenOf('officer-COMMUNE_CHAIR-91001'),
  police: tokenOf('officer-COMMUNE_POLICE-91001'),
  supervisor: tokenOf('officer-PROVINCE_SUPERVISOR-91'),
  neighbour: tokenOf('officer-COMMUNE_WORKER-91002'),
  administrator: tokenOf('officer-ADMINISTRATOR-VN'),
} as const;

type Asked = Question & { readonly role: keyof typeof roles };
type Answered = { readonly text: string; readonly requestId: string };

let api: TestApi;
let state: Case;
let questions: readonly Question[];

/** What each root field is asked for, so that it has something to answer. */
const given = (id: string, post: string): Readonly<Record<string, string>> => ({
  case: `id: "${id}"`,
  node: `id: "${id}"`,
  caseAsOf: `id: "${id}", at: "2026-12-31T00:00:00+07:00"`,
  cases: 'unit: "91001"',
  unit: 'code: "91001"',
  inbox: `post: "${post}"`,
  calendar: 'year: 2026',
  deadlineCalculation: 'rule: D05, from: "2026-01-05T08:00:00+07:00"',
  forecast: 'unit: "91001"',
  simulatePolicy: 'unit: "91", draft: { limits: [] }',
  previewCalendarRevision: 'unit: "91", input: { csv: "x" }',
  previewProcedureMigration: 'unit: "91", from: "ND56-2017", to: "ND56-2017"',
  verifyCase: `caseId: "${id}"`,
  accessLog: `caseId: "${id}"`,
});

beforeAll(async () => {
  api = await openTestApi();
  const staff = await staffOf(api, '91001');
  await api.appoint('COMMUNE_WORKER', '91002');
  state = await live(api, staff, await reportCanaries(api, staff.worker));
  await provable(api).night();
  const all = questionsOf(caseNouns, given(state.id, 'COMMUNE_WORKER@91001'));
  // A list within a list within a list is refused before anything is read.
  questions = all.filter(({ query }) => excess(parse(query)) === undefined);
  expect(questions.length).toBeGreaterThan(0.9 * all.length);
});
afterAll(() => api.close());

let requests = 0;

/** Sends a question under a request id of its own. */
async function answered(
  { query, role }: Pick<Asked, 'query' | 'role'>,
  serve = api.serve,
): Promise<Answered> {
  requests += 1;
  const requestId = `request-${requests}`;
  const event = eventOf(roles[role], { body: JSON.stringify({ query }) });
  const { requestContext } = event;
  const named = { ...event, requestContext: { ...requestContext, requestId } };
  const { body = '' } = await serve(named);
  return { text: body, requestId };
}

const auditedOf = (requestId: string) =>
  api.reads.filter((entry) => entry.requestId === requestId).flatMap(({ classes }) => classes);

/** Every question by two of the roles on every push, and by each of them in the long run. */
const everybody = () =>
  (Object.keys(roles) as (keyof typeof roles)[]).flatMap((role, turn) =>
    questions
      .filter((_, at) => (at + turn) % 3 < tried(3))
      .map((question) => ({ ...question, role })),
  );

describe('the register of reads', () => {
  it('has an entry of each class that stands in an answer, and no other, whatever is asked by whom', async () => {
    const seen = new Set<string>();
    const gaps: string[] = [];
    const refused = new Set<string>();
    for (const asked of everybody()) {
      const { text, requestId } = await answered(asked);
      if (text.includes('"BAD_REQUEST"') || text.includes('"LIMIT_EXCEEDED"'))
        refused.add(asked.path);
      const shown = canariesIn(text);
      for (const part of shown) seen.add(part);
      const audited = [...new Set(auditedOf(requestId))].toSorted();
      if (audited.join() !== shown.join())
        gaps.push(`${asked.role} ${asked.path}: ${shown} shown, ${audited} audited`);
    }
    expect(gaps).toEqual([]);
    expect([...refused]).toEqual([]);
    // Every class with papers was in some answer, so that each could have been missed.
    expect([...seen].toSorted()).toEqual([
      'ASSESSMENT',
      'CARE',
      'IDENTITY',
      'INFORMANT',
      'NARRATIVE',
      'PERPETRATOR',
      'PLAN',
      'PROTECTION',
    ]);
  });

  it('lets nothing out that it could not take down', async () => {
    api.broken.register = true;
    const leaks: string[] = [];
    for (const asked of questions.filter((_, at) => at % 3 < tried(3))) {
      const { text } = await answered({ ...asked, role: 'worker' });
      if (canariesIn(text).length > 0) leaks.push(asked.path);
    }
    api.broken.register = false;
    expect(leaks).toEqual([]);
  });

  it('has its entry before the answer leaves', async () => {
    const entries: (() => void)[] = [];
    const audit: Audit = { opened: () => new Promise((done) => entries.push(done)) };
    const serve = createApi({ ...api, audit, sandbox: false });
    const query = `{ case(id: "${state.id}") { identity { fullName } } }`;
    let text: string | undefined;
    const answer = answered({ query, role: 'worker' }, serve).then((each) => {
      text = each.text;
    });
    while (entries.length === 0) await new Promise(setImmediate);
    for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
    expect(text).toBeUndefined();
    for (const done of entries) done();
    await answer;
    expect(canariesIn(text ?? '')).toEqual(['IDENTITY']);
  });

  it('has an entry for what a mutation shows of the case it changed', async () => {
    const query = `mutation { addNote(input: { caseId: "${state.id}", idempotencyKey: "key-of-a-note-0001",
      text: "giả định" }) { case { identity { fullName } minutes { text } } userErrors { code } } }`;
    const { text, requestId } = await answered({ query, role: 'worker' });
    expect(canariesIn(text)).toEqual(['ASSESSMENT', 'IDENTITY']);
    expect(auditedOf(requestId).toSorted()).toEqual(['ASSESSMENT', 'IDENTITY']);
  });
});

describe('the door of administrators', () => {
  it('shows no canary, whatever is asked by whom', async () => {
    const asked = questionsOf(administrationNouns, given(state.id, ''));
    expect(asked.length).toBeGreaterThan(20);
    const leaks: string[] = [];
    for (const { path, query } of asked)
      for (const role of ['administrator', 'supervisor', 'chair'] as const) {
        const { text } = await answered({ query, role }, api.administer);
        if (canariesIn(text).length > 0) leaks.push(path);
      }
    expect(leaks).toEqual([]);
  });
});
