import { buildSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { laterCommandTypes } from '#domain/case/acts.ts';
import { type Role, roles } from '#domain/directory.ts';
import { apiDoor } from '#graphql/api.ts';
import type { ApiWorld } from '#graphql/context.ts';
import { guarded } from '#graphql/guard.ts';
import type { Serve } from '#graphql/server.ts';
import { createStatistics } from '#graphql/statistics.ts';
import { administrationNouns, caseNouns, type Nouns, sdl, statisticsNouns } from '#schema/sdl.ts';
import { openReleases } from '#store/stats.ts';
import { openTestApi, send, type TestApi, tokenOf } from '../support/api.ts';
import { freshKey } from '../support/http.ts';
import { fieldsOfCase } from '../support/matrix.ts';
import { letters } from '../support/rights-in-words.ts';

const everybody = 'WCPOSHM1AD';
type Row = {
  /** The letters of those who may ask, of their own place and of another. */
  readonly own: string;
  readonly other: string;
  readonly query: string;
  readonly input?: (seat: Seat) => object;
};
type Seat = { readonly role: Role; readonly post: string };

// What an administrator sends does not fit, so that nothing is changed by whoever may.
const misfit = () => ({});
const administers = (name: string, input: string): Row => ({
  own: 'D',
  other: 'D',
  query: `mutation ($input: ${input}!) { ${name}(input: $input) { userErrors { code } } }`,
  input: misfit,
});
const feedOf = (name: string, input: string): Row => ({
  own: 'WCPSH',
  other: '',
  query: `mutation ($input: ${input}!) { ${name}(input: $input) { userErrors { code } } }`,
  input: ({ post }) =>
    name === 'createCalendarFeed' ? { post, idempotencyKey: freshKey() } : { post },
});
/** The second signature is asked for by many and given under the orders of one's own province. */
const signs = (name: string): Row => ({
  own: 'HD',
  other: 'HD',
  query: `mutation { ${name}(input: { order: "none" }) { userErrors { code } } }`,
});
const open = (query: string): Row => ({ own: everybody, other: everybody, query });

/** Who may ask for each field of each door, by hand; what is about one case is tried elsewhere. */
const rows: Readonly<
  Record<'api' | 'administration' | 'statistics', Readonly<Record<string, Row>>>
> = {
  api: {
    serverTime: open('{ serverTime }'),
    viewer: open('{ viewer { id } }'),
    unit: open('{ unit(code: "91001") { code } }'),
    units: open('{ units { nodes { code } } }'),
    calendar: open('{ calendar(year: 2026) { revision } }'),
    procedures: open('{ procedures { id } }'),
    deadlineCalculation: open(
      '{ deadlineCalculation(rule: D04, from: "2026-01-05T07:00:00+07:00") { userErrors { code } } }',
    ),
    // Asked for the case that is not, by everybody alike.
    node: open('{ node(id: "none") { id } }'),
    case: open('{ case(id: "none") { id } }'),
    caseAsOf: open('{ caseAsOf(id: "none", at: "2026-01-05T07:00:00+07:00") { caseId } }'),
    subjectExport: open('{ subjectExport(caseId: "none", request: "r2") { caseCode } }'),
    cases: { own: 'WCPSHM', other: 'M', query: '{ cases(unit: "91001") { totalCount } }' },
    forecast: { own: 'WCPSHM', other: 'M', query: '{ forecast(unit: "91001") { cases } }' },
    simulatePolicy: {
      own: 'SHMD',
      other: 'MD',
      query: '{ simulatePolicy(unit: "91001", draft: { limits: [] }) { cases } }',
    },
    inbox: {
      own: everybody,
      other: '',
      query: 'query ($input: ID!) { inbox(post: $input) { nodes { id } } }',
    },
    createCalendarFeed: feedOf('createCalendarFeed', 'CreateCalendarFeedInput'),
    revokeCalendarFeed: feedOf('revokeCalendarFeed', 'RevokeCalendarFeedInput'),
    receiveReport: {
      own: 'WCPS1',
      other: 'WCPS1',
      query: `mutation ($input: ReceiveReportInput!) { receiveReport(input: $input) {
        userErrors { code } } }`,
      input: () => ({
        idempotencyKey: freshKey(),
        receivedAt: '2031-01-05T07:00:00+07:00',
        channel: 'PHONE',
        subjectGroup: 'ABUSED',
        categories: ['VIOLENCE'],
        incidentUnit: '91001',
        child: { sex: 'FEMALE' },
      }),
    },
  },
  administration: {
    serverTime: open('{ serverTime }'),
    viewer: open('{ viewer { id } }'),
    unit: open('{ unit(code: "91001") { code } }'),
    units: open('{ units { nodes { code } } }'),
    calendar: open('{ calendar(year: 2026) { revision } }'),
    explainAccess: {
      own: 'D',
      other: 'D',
      query: '{ explainAccess(officer: "nobody", caseId: "none") { caseCode } }',
    },
    // Asked for the case that is not, by everybody alike.
    verifyCase: open('{ verifyCase(caseId: "none") { ok } }'),
    noticeProof: open('{ noticeProof(caseId: "none") { ok } }'),
    accessLog: open('{ accessLog(caseId: "none") { nodes { at } } }'),
    headDigests: { own: 'D', other: 'D', query: '{ headDigests { nodes { number } } }' },
    signingKey: { own: 'D', other: 'D', query: '{ signingKey }' },
    deliveries: {
      own: 'CSHMD',
      other: 'MD',
      query: '{ deliveries(unit: "91001", post: "COMMUNE_WORKER@91001") { nodes { notice } } }',
    },
    noticeDeliveries: {
      own: 'CSHMD',
      other: 'MD',
      query:
        '{ noticeDeliveries(unit: "91001", post: "COMMUNE_WORKER@91001", notice: "none") { notice } }',
    },
    deadLetters: { own: 'D', other: 'D', query: '{ deadLetters { nodes { notice } } }' },
    redriveDelivery: administers('redriveDelivery', 'RedriveDeliveryInput'),
    redriveDeliveries: administers('redriveDeliveries', 'RedriveDeliveriesInput'),
    restoreAddress: administers('restoreAddress', 'OfficerInput'),
    anomalies: {
      own: 'D',
      other: 'D',
      query: '{ anomalies(month: "2026-01") { nodes { at } } }',
    },
    previewCalendarRevision: {
      own: 'SHMD',
      other: 'MD',
      query: '{ previewCalendarRevision(unit: "91001", input: {}) { userErrors { code } } }',
    },
    previewProcedureMigration: {
      own: 'SHMD',
      other: 'MD',
      query: `{ previewProcedureMigration(unit: "91001", from: "none", to: "none") {
        userErrors { code } } }`,
    },
    webhooks: { own: 'D', other: 'D', query: '{ webhooks(app: "none") { nodes { id } } }' },
    webhook: { own: 'D', other: 'D', query: '{ webhook(id: "none@91001") { id } }' },
    webhookDeliveries: {
      own: 'D',
      other: 'D',
      query: '{ webhookDeliveries(webhook: "none@91001") { nodes { id } } }',
    },
    registerWebhook: administers('registerWebhook', 'RegisterWebhookInput'),
    rotateWebhook: administers('rotateWebhook', 'RotateWebhookInput'),
    enableWebhook: administers('enableWebhook', 'WebhookInput'),
    disableWebhook: administers('disableWebhook', 'WebhookInput'),
    testWebhook: administers('testWebhook', 'WebhookInput'),
    replayWebhook: administers('replayWebhook', 'ReplayWebhookInput'),
    replayWebhooks: administers('replayWebhooks', 'ReplayWebhooksInput'),
    importUnits: administers('importUnits', 'ImportUnitsInput'),
    appointOfficer: administers('appointOfficer', 'AppointOfficerInput'),
    vacatePost: administers('vacatePost', 'VacatePostInput'),
    registerApp: administers('registerApp', 'RegisterAppInput'),
    importCalendar: administers('importCalendar', 'ImportCalendarInput'),
    importLadder: administers('importLadder', 'ImportLadderInput'),
    ladders: { own: 'SHMD', other: 'MD', query: '{ ladders(province: "91") { inForce } }' },
    // Asked for the notice that is not, by everybody alike.
    explainNotice: open('{ explainNotice(id: "none") { userErrors { code } } }'),
    migrateProcedure: administers('migrateProcedure', 'MigrateProcedureInput'),
    unitPosts: { own: 'D', other: 'D', query: '{ unitPosts(unit: "91001") { id } }' },
    officer: { own: 'D', other: 'D', query: '{ officer(id: "none") { id } }' },
    apps: { own: 'D', other: 'D', query: '{ apps { nodes { id } } }' },
    tenures: { own: 'D', other: 'D', query: '{ tenures(post: "none") { nodes { officer } } }' },
    administrationLog: {
      own: 'D',
      other: 'D',
      query: '{ administrationLog(from: "2026-01-05") { nodes { act } } }',
    },
    suspendOfficer: administers('suspendOfficer', 'OfficerInput'),
    restoreOfficer: administers('restoreOfficer', 'OfficerInput'),
    setContact: administers('setContact', 'SetContactInput'),
    linkSubject: administers('linkSubject', 'LinkSubjectInput'),
    recordLeave: administers('recordLeave', 'RecordLeaveInput'),
    cancelLeave: administers('cancelLeave', 'CancelLeaveInput'),
    disablePost: administers('disablePost', 'PostInput'),
    enablePost: administers('enablePost', 'PostInput'),
    delegatePost: administers('delegatePost', 'DelegatePostInput'),
    revokeDelegation: administers('revokeDelegation', 'RevokeDelegationInput'),
    disableApp: administers('disableApp', 'AppInput'),
    enableApp: administers('enableApp', 'AppInput'),
    addCredential: administers('addCredential', 'AddCredentialInput'),
    retireCredential: administers('retireCredential', 'RetireCredentialInput'),
    importOfficers: administers('importOfficers', 'ImportOfficersInput'),
    orderErasure: administers('orderErasure', 'OrderErasureInput'),
    approveErasure: signs('approveErasure'),
    withdrawErasure: signs('withdrawErasure'),
    erasureOrders: { own: 'HD', other: 'HD', query: '{ erasureOrders { nodes { id } } }' },
    erasureCandidates: {
      own: 'SHMD',
      other: 'MD',
      query: '{ erasureCandidates(unit: "91001") { nodes { caseId } } }',
    },
  },
  statistics: {
    serverTime: open('{ serverTime }'),
    releases: { own: 'A', other: 'A', query: '{ releases { nodes { id } } }' },
    release: { own: 'A', other: 'A', query: '{ release(id: "none") { id } }' },
  },
};

/** Inputs that fit the schema and that no unit, post or version answers to. */
const misfits: Readonly<Record<string, object>> = {
  registerWebhook: { name: '', app: '', unit: '91001', url: '' },
  rotateWebhook: { webhook: '', version: 0 },
  enableWebhook: { webhook: '' },
  disableWebhook: { webhook: '' },
  testWebhook: { webhook: '' },
  replayWebhook: { webhook: '', notice: '' },
  replayWebhooks: {
    webhook: '',
    from: '2026-01-05T00:00:00+07:00',
    to: '2026-01-05T00:00:00+07:00',
  },
  importUnits: { csv: '' },
  redriveDelivery: { channel: 'EMAIL', to: '', notice: '' },
  redriveDeliveries: { to: '' },
  restoreAddress: { officer: '' },
  suspendOfficer: { officer: '' },
  restoreOfficer: { officer: '' },
  setContact: { officer: '', email: '' },
  linkSubject: { officer: '', subject: '' },
  recordLeave: { officer: '', from: '', until: '' },
  cancelLeave: { officer: '', from: '' },
  disablePost: { unit: '0', post: 'none' },
  enablePost: { unit: '0', post: 'none' },
  delegatePost: { unit: '0', post: '', to: '', from: '', until: '', document: '' },
  revokeDelegation: { unit: '0', post: '', from: '' },
  disableApp: { app: '' },
  enableApp: { app: '' },
  addCredential: { app: '', credential: '', secretSha256: '' },
  retireCredential: { app: '', credential: '' },
  importOfficers: { csv: '' },
  appointOfficer: { unit: '0', role: 'COMMUNE_WORKER', agency: 'a', officer: 'o' },
  vacatePost: { unit: '0', post: 'none' },
  registerApp: { id: '', scopes: [] },
  importCalendar: { expectedRevision: -1, document: '' },
  importLadder: {
    expectedRevision: -1,
    province: '0',
    document: '',
    validFrom: '2026-01-01',
    ladders: [],
  },
  orderErasure: { idempotencyKey: 'short', cases: [], ground: 'COURT_ORDER', document: '' },
  migrateProcedure: {
    idempotencyKey: 'short',
    unit: '0',
    from: 'none',
    to: 'none',
    document: '',
  },
};

const nounsOf = {
  api: caseNouns,
  administration: administrationNouns,
  statistics: statisticsNouns,
};
const doors = ['api', 'administration', 'statistics'] as const;

let api: TestApi;
let serves: Readonly<Record<(typeof doors)[number], Serve>>;

const own: Readonly<Record<Role, string>> = {
  COMMUNE_WORKER: '91001',
  COMMUNE_CHAIR: '91001',
  COMMUNE_POLICE: '91001',
  COMMUNE_MASS_ORGANISATION: '91001',
  PROVINCE_SUPERVISOR: '91',
  PROVINCE_CHAIR: '91',
  MINISTRY_SUPERVISOR: 'VN',
  HOTLINE_111: 'VN',
  ANALYST: 'VN',
  ADMINISTRATOR: 'VN',
};
const otherOf = (unit: string) => unit.replace(/^91/, '92');

beforeAll(async () => {
  api = await openTestApi();
  for (const role of roles)
    for (const unit of new Set([own[role], otherOf(own[role])])) await api.appoint(role, unit);
  const { directories, world } = api.around;
  const releases = openReleases(api.database);
  const statistics = createStatistics({ directories, releases, world, sandbox: false });
  serves = { api: api.serve, administration: api.administer, statistics };
});
afterAll(() => api.close());

function rootFields(nouns: Nouns): readonly string[] {
  const schema = buildSchema(sdl(nouns));
  const roots = [schema.getQueryType(), schema.getMutationType()];
  return roots.flatMap((root) => Object.keys(root?.getFields() ?? {}));
}

const codesIn = (text: string) => [...text.matchAll(/"code":"(\w+)"/g)].map(([, code]) => code);

type Asking = { readonly door: (typeof doors)[number]; readonly field: string; readonly row: Row };

/** Whether somebody is refused for who they are, in one post and asking for one place. */
async function isRefused(
  { door, field, row }: Asking,
  token: object,
  seat: Seat,
): Promise<boolean> {
  const input = row.input === misfit ? misfits[field] : (row.input?.(seat) ?? seat.post);
  const { text } = await send(serves[door], token, row.query, { input });
  expect([field, codesIn(text)]).not.toEqual([field, ['BAD_REQUEST']]);
  return codesIn(text).includes('NOT_ALLOWED');
}

describe.each(doors)('the door %s', (door) => {
  const asked = Object.entries(rows[door]).map(([field, row]) => ({ door, field, row }));

  it('has no field of which nobody has said who may ask for it', () => {
    const acts: readonly string[] = door === 'api' ? laterCommandTypes : [];
    const known = [...Object.keys(rows[door]), ...acts];
    expect(rootFields(nounsOf[door]).toSorted()).toEqual(known.toSorted());
  });

  it.each(asked)('answers of $field whoever is said to, and nobody else', async (asking) => {
    for (const role of roles) {
      const unit = own[role];
      const seat = { role, post: `${role}@${unit}` };
      const here = tokenOf(`officer-${role}-${unit}`);
      const there = tokenOf(`officer-${role}-${otherOf(unit)}`);
      const may = {
        own: asking.row.own.includes(letters[role]),
        other: asking.row.other.includes(letters[role]),
      };
      expect([role, 'own', await isRefused(asking, here, seat)]).toEqual([role, 'own', !may.own]);
      // Those of the nation have no other place to be of.
      const isOther = otherOf(unit) !== unit;
      if (!isOther) continue;
      expect([role, 'other', await isRefused(asking, there, seat)]).toEqual([
        role,
        'other',
        !may.other,
      ]);
    }
  });

  it('answers nobody without a scope of more than what everybody may ask', async () => {
    const guardedRows = asked.filter(({ row }) => row.own !== everybody || row.other !== everybody);
    for (const asking of guardedRows)
      for (const role of roles) {
        const token = { ...tokenOf(`officer-${role}-${own[role]}`), scope: 'none' };
        const seat = { role, post: `${role}@${own[role]}` };
        expect([asking.field, role, await isRefused(asking, token, seat)]).toEqual([
          asking.field,
          role,
          true,
        ]);
      }
  });
});

describe('the fields of a case', () => {
  const world = { around: { directories: {}, world: {} } } as unknown as ApiWorld;
  const { resolvers } = apiDoor(world);

  it('are each resolved behind the guard: none is read off what lies behind the view', () => {
    const resolved = resolvers.flatMap((each) => Object.keys(each.Case ?? {}));
    expect(resolved.toSorted()).toEqual(fieldsOfCase.map(({ name }) => name).toSorted());
  });

  it('do not open the door with one that has no class', () => {
    const stray = { Case: { nickname: () => 'x' } } as unknown as (typeof resolvers)[number];
    expect(() => guarded([stray])).toThrow('A field of a case belongs to no class');
  });
});
