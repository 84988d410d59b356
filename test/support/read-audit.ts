import { parse } from 'graphql';
import { execute } from '#app/execute.ts';
import type { Case } from '#domain/case/case.ts';
import type { Actor } from '#domain/permission.ts';
import { excess } from '#graphql/cost.ts';
import type { Serve } from '#graphql/server.ts';
import { newId } from '#runtime/world.ts';
import { caseNouns } from '#schema/sdl.ts';
import { eventOf, openTestApi, type TestApi, tokenOf } from './api.ts';
import { act } from './builders.ts';
import { canariesIn, canaryPapers, live, reportCanaries, staffOf } from './lived.ts';
import { provable } from './proof.ts';
import { type Question, questionsOf } from './questions.ts';

/** Who asks: those of the commune, of its province, of another commune, and administrators. */
export const roles = {
  worker: tokenOf('officer-COMMUNE_WORKER-91001'),
  chair: tokenOf('officer-COMMUNE_CHAIR-91001'),
  police: tokenOf('officer-COMMUNE_POLICE-91001'),
  supervisor: tokenOf('officer-PROVINCE_SUPERVISOR-91'),
  neighbour: tokenOf('officer-COMMUNE_WORKER-91002'),
  administrator: tokenOf('officer-ADMINISTRATOR-VN'),
} as const;

/** One of {@link roles}. */
export type Asker = keyof typeof roles;
/** Somebody's question. */
export type Asked = Question & { readonly role: Asker };

/** What each root field is asked for, so that it has something to answer. */
export const given = (
  id: string,
  post: string,
  request = 'none',
): Readonly<Record<string, string>> => ({
  subjectExport: `caseId: "${id}", request: "${request}"`,
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
  unitPosts: 'unit: "91001"',
  officer: 'id: "officer-COMMUNE_WORKER-91001"',
  tenures: `post: "${post}"`,
  administrationLog: 'from: "2026-01-05"',
  deliveries: `unit: "91001", post: "${post}"`,
  noticeDeliveries: `unit: "91001", post: "${post}", notice: "none"`,
  anomalies: 'month: "2026-01"',
  webhooks: 'app: "test-app"',
  webhook: 'id: "partner@91001"',
  webhookDeliveries: 'webhook: "partner@91001"',
  verifyCase: `caseId: "${id}"`,
  noticeProof: `caseId: "${id}"`,
  erasureCandidates: 'unit: "91"',
  accessLog: `caseId: "${id}"`,
  ladders: 'province: "91"',
  explainNotice: `id: "${id}"`,
  explainAccess: `officer: "officer-COMMUNE_WORKER-91001", caseId: "${id}"`,
});

/** An API with one case that has a paper of every kind, a canary in each of its texts. */
export async function openCanaryApi(): Promise<TestApi & { readonly state: Case }> {
  const api = await openTestApi();
  const staff = await staffOf(api, '91001');
  await api.appoint('COMMUNE_WORKER', '91002');
  const lived = await live(api, staff, await reportCanaries(api, staff.worker));
  const state = await asked(api, staff.worker, lived);
  await provable(api).night();
  return { ...api, state };
}

/** The case once its child has asked for what is kept. */
async function asked({ around }: TestApi, actor: Actor, { id: caseId }: Case): Promise<Case> {
  const command = { ...act('recordSubjectRequest'), caseId, papers: { NOTE: canaryPapers.NOTE } };
  const done = await execute(
    { actor, command, idempotencyKey: newId(), expectedVersion: null },
    around,
  );
  if ('refused' in done) throw new Error(done.refused);
  return done.state;
}

/** Every question there is to ask about a case that is not refused before anything is read. */
export function questionsAbout({ id, subjectRequests }: Case): readonly Question[] {
  const request = subjectRequests?.[0]?.id;
  const all = questionsOf(caseNouns, given(id, 'COMMUNE_WORKER@91001', request));
  const kept = all.filter(({ query }) => excess(parse(query)) === undefined);
  // Only a list within a list within a list is.
  if (kept.length < 0.9 * all.length) throw new Error('Too many questions are refused');
  return kept;
}

let requests = 0;

/** Sends a question under a request id of its own. */
export async function answered(
  { query, role }: Pick<Asked, 'query' | 'role'>,
  serve: Serve,
): Promise<{ readonly text: string; readonly requestId: string }> {
  requests += 1;
  const requestId = `request-${requests}`;
  const event = eventOf(roles[role], { body: JSON.stringify({ query }) });
  const { requestContext } = event;
  const named = { ...event, requestContext: { ...requestContext, requestId } };
  const { body = '' } = await serve(named);
  return { text: body, requestId };
}

/** The classes in the register under a request. */
export function auditedOf({ reads }: Pick<TestApi, 'reads'>, requestId: string) {
  const entries = reads.filter((entry) => entry.requestId === requestId);
  const parts = new Set(entries.flatMap(({ classes }) => classes));
  // How a case stands is personal to nobody; what is given to its child has an entry even for that.
  parts.delete('STATUS');
  return [...parts].toSorted();
}

/** What became of some questions, compared with the register of reads. */
export async function auditOf(api: TestApi, questions: readonly Asked[]) {
  const found = {
    seen: new Set<string>(),
    opening: 0,
    gaps: [] as string[],
    refused: [] as string[],
  };
  for (const asked of questions) {
    const { text, requestId } = await answered(asked, api.serve);
    const isRefused = text.includes('"BAD_REQUEST"') || text.includes('"LIMIT_EXCEEDED"');
    if (isRefused) found.refused.push(asked.path);
    const shown = canariesIn(text);
    for (const part of shown) found.seen.add(part);
    found.opening += Number(shown.length > 0);
    const audited = auditedOf(api, requestId);
    if (audited.join() !== shown.join())
      found.gaps.push(`${asked.role} ${asked.path}: ${shown} shown, ${audited} audited`);
  }
  return found;
}

/** Every question by every role, or of each only every third, so that each question has two askers. */
export function askedByAll(questions: readonly Question[], ofThree: number): readonly Asked[] {
  return (Object.keys(roles) as Asker[]).flatMap((role, turn) =>
    questions.filter((_, at) => (at + turn) % 3 < ofThree).map((each) => ({ ...each, role })),
  );
}
