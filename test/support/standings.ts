import type { LaterCommandType } from '#domain/case/command.ts';
import { nation, type Role, roles, type Unit, type UnitCode } from '#domain/directory.ts';
import { plainDate } from '#domain/time.ts';
import { contentsOf, headOf, mutationOf } from './acts.ts';
import { type Answer, openTestApi, send, type TestApi, tokenOf } from './api.ts';
import { freshKey } from './http.ts';
import { sweepOnce } from './load.ts';
import type { Column } from './rights-in-words.ts';

/** A place from which somebody looks at a case. */
export type Standing = {
  readonly name: string;
  readonly unit: UnitCode;
  readonly of: 'apart' | 'overdue' | 'hotline';
  readonly as: readonly Column[];
  readonly agency?: string;
};

/** Every way of standing to a case that has come to pass, in a unit of its own, and ways of not standing to it. */
export const standings: readonly Standing[] = [
  { name: 'the commune of the incident', unit: '81001', of: 'apart', as: ['incident'] },
  { name: 'the commune of residence', unit: '82001', of: 'apart', as: ['residence'] },
  { name: 'the commune asked', unit: '83001', of: 'apart', as: ['offered'] },
  { name: 'where the report was taken down', unit: '84001', of: 'apart', as: ['opener'] },
  {
    name: 'another agency where the report was taken down',
    unit: '84001',
    agency: 'other-84001',
    of: 'apart',
    as: [],
  },
  { name: 'the commune of the carer', unit: '85001', of: 'apart', as: ['care'] },
  { name: 'the province of the incident', unit: '81', of: 'apart', as: ['province'] },
  { name: 'the province of residence', unit: '82', of: 'apart', as: ['province'] },
  { name: 'the province of the commune asked', unit: '83', of: 'apart', as: ['province'] },
  { name: 'the province of the carer', unit: '85', of: 'apart', as: ['careProvince'] },
  { name: 'the province of the opener', unit: '84', of: 'apart', as: [] },
  { name: 'the commune that handed over', unit: '86001', of: 'apart', as: [] },
  { name: 'the province of that commune', unit: '86', of: 'apart', as: [] },
  { name: 'the commune that declined', unit: '87001', of: 'apart', as: [] },
  { name: 'the commune of a former carer', unit: '88001', of: 'apart', as: [] },
  { name: 'the province of a former carer', unit: '88', of: 'apart', as: [] },
  { name: 'a commune elsewhere', unit: '89001', of: 'apart', as: [] },
  { name: 'a province elsewhere', unit: '89', of: 'apart', as: [] },
  { name: 'the nation', unit: nation, of: 'apart', as: [] },
  {
    name: 'the commune of incident and residence',
    unit: '81001',
    of: 'overdue',
    as: ['incident', 'residence'],
  },
  {
    name: 'the province, a breach open',
    unit: '81',
    of: 'overdue',
    as: ['province', 'overdue'],
  },
  {
    name: 'the province of the carer, a breach open',
    unit: '85',
    of: 'overdue',
    as: ['careProvince'],
  },
  { name: 'the nation, which took the report down', unit: nation, of: 'hotline', as: [] },
];

/** Somebody in a post, and how that post stands to the case. */
export type Seated = Standing & {
  readonly role: Role;
  readonly officer: string;
  readonly stands: readonly Column[];
};

// Hotline 111 is one for the nation, and only its own role there is the opener; the ministry is above all.
function columnsOf(role: Role, { of, as }: Standing): readonly Column[] {
  if (role === 'MINISTRY_SUPERVISOR') return [...as, 'nation'];
  return role === 'HOTLINE_111' && of === 'hotline' ? [...as, 'opener'] : as;
}

const officerOf = (role: Role, unit: UnitCode, agency = `agency-${unit}`) =>
  `${role}@${unit}@${agency}`;

/** Every role in every standing, those a role never has in life too. */
export const seated: readonly Seated[] = standings.flatMap((standing) =>
  roles.map((role) => ({
    ...standing,
    role,
    officer: officerOf(role, standing.unit, standing.agency),
    stands: columnsOf(role, standing),
  })),
);

const provinces = ['81', '82', '83', '84', '85', '86', '87', '88', '89'];

function unitOf(code: UnitCode, parent: UnitCode): Unit {
  const level = code.length === 2 ? 'PROVINCE' : 'COMMUNE';
  const name = `Đơn vị ${code}`;
  const from = plainDate('2017-07-01');
  return { code, level, name, fullName: name, parent, from, fictional: true };
}

/** A case of the stage as a test names it. */
export type Told = { readonly id: string; readonly code: string; version: number };

/** The stage with all seats taken and one case for each kind of standing. */
export async function openStandings() {
  const api = await openTestApi();
  const found = provinces.flatMap((code) => [unitOf(code, nation), unitOf(`${code}001`, code)]);
  const founder = { kind: 'SYSTEM', id: 'test', app: 'test', scopes: [], posts: [] } as const;
  await api.administration.importUnits(found, founder, api.now());
  await seatAll(api);
  const overdue = await opened(api, 'COMMUNE_WORKER', '84001');
  const placed = { form: 'RELATIVE', unit: '85001', placement: { carer: 'Người Chăm Thử' } };
  await does(api, overdue, ['COMMUNE_CHAIR@81001', 'placeInCare', placed]);
  api.setClock('2026-01-05T20:30:00+07:00');
  await sweepOnce(api);
  const hotline = await opened(api, 'HOTLINE_111', nation);
  const apart = await opened(api, 'COMMUNE_WORKER', '84001');
  for (const entry of course) await does(api, apart, entry);
  return { api, cases: { apart, overdue, hotline } };
}

/** The stage of the standings. */
export type Standings = Awaited<ReturnType<typeof openStandings>>;

async function seatAll({ administration, now }: TestApi): Promise<void> {
  const by = { kind: 'SYSTEM', id: 'test', app: 'test', scopes: [], posts: [] } as const;
  const seats = new Map<string, { role: Role; unit: UnitCode; agency: string; seat: number }>();
  for (const { role, unit, agency, officer } of seated)
    seats.set(officer, { role, unit, agency: agency ?? `agency-${unit}`, seat: agency ? 2 : 1 });
  seats.set(officerOf('COMMUNE_CHAIR', '87001'), {
    role: 'COMMUNE_CHAIR',
    unit: '87001',
    agency: 'agency-87001',
    seat: 1,
  });
  for (const [officer, seat] of seats)
    await administration.appoint({ ...seat, officer, email: null }, by, now());
}

const form = { items: [{ item: '1', level: 'LOW' }] };
const item = { id: 'i1', measure: 'COUNSELLING', startOn: '2026-01-06', endOn: '2026-02-06' };

/** Whoever sits in a seat such as `COMMUNE_CHAIR@81001`, the act they do, and what it says. */
export type Entry = readonly [seat: string, act: string, more?: object];

/** From the assessment to an offer while closing: a paper of every kind, and every way of standing. */
const course: readonly Entry[] = [
  ['COMMUNE_WORKER@81001', 'assessInitially', { seriousHarm: false, form }],
  ['COMMUNE_POLICE@81001', 'raiseEmergency', { ground: 'THREATENED_SERIOUS_HARM' }],
  [
    'COMMUNE_POLICE@81001',
    'applyEmergencyMeasure',
    { measures: ['FIRST_AID'], description: 'Biện pháp thử' },
  ],
  [
    'COMMUNE_CHAIR@81001',
    'orderIsolation',
    { ground: 'ABUSED_BY_CARER', days: 3, order: { isolatedFrom: ['Đối Tượng Giả Định'] } },
  ],
  ['COMMUNE_CHAIR@81001', 'endIsolation', { outcome: 'RETURNED_HOME', form }],
  ['COMMUNE_CHAIR@81001', 'lowerEmergency', { raisedInError: false }],
  ['COMMUNE_WORKER@81001', 'offerHandover', { to: '86001' }],
  ['COMMUNE_CHAIR@86001', 'acceptHandover', {}],
  ['COMMUNE_WORKER@86001', 'offerHandover', { to: '87001' }],
  ['COMMUNE_CHAIR@87001', 'declineHandover', {}],
  ['COMMUNE_WORKER@86001', 'offerHandover', { to: '82001' }],
  ['COMMUNE_CHAIR@82001', 'acceptHandover', {}],
  ['COMMUNE_CHAIR@82001', 'placeInCare', { form: 'RELATIVE', unit: '88001' }],
  ['COMMUNE_CHAIR@88001', 'endCare', { care: 'care1', outcome: 'OTHER_CARE' }],
  [
    'COMMUNE_CHAIR@82001',
    'placeInCare',
    { form: 'RELATIVE', unit: '85001', placement: { carer: 'Người Chăm Thử' } },
  ],
  [
    'COMMUNE_WORKER@85001',
    'recordFollowUp',
    { care: 'care2', followUp: 'D16', findings: 'Trẻ khỏe' },
  ],
  ['COMMUNE_WORKER@82001', 'assessNeeds', { planNeeded: true, form }],
  [
    'COMMUNE_WORKER@82001',
    'recordMeeting',
    { minutes: { participants: ['Người Thử'], text: 'Biên bản thử' } },
  ],
  ['COMMUNE_WORKER@82001', 'submitPlan', { items: [item], goals: 'Mục tiêu thử' }],
  ['COMMUNE_CHAIR@82001', 'approvePlan', { decision: { text: 'Quyết định thử' } }],
  ['COMMUNE_WORKER@82001', 'addNote', { text: 'Ghi chú thử' }],
  ['COMMUNE_WORKER@82001', 'reviewPlan', { outcome: 'CLOSE', atRisk: false, stable: true, form }],
  ['COMMUNE_WORKER@82001', 'offerHandover', { to: '83001' }],
];

async function opened(api: TestApi, role: Role, unit: UnitCode): Promise<Told> {
  const input = {
    idempotencyKey: freshKey(),
    receivedAt: api.now(),
    channel: 'PHONE',
    subjectGroup: 'ABUSED',
    categories: ['VIOLENCE'],
    incidentUnit: '81001',
    child: { sex: 'FEMALE', bornOn: '2016-02-03', fullName: 'Trẻ Thử Nghiệm' },
    narrative: { currentCondition: 'giả định' },
    informant: { name: 'Người Báo Tin' },
    perpetrators: [{ fullName: 'Đối Tượng Giả Định' }],
  };
  const query = mutationOf('receiveReport', 'case { id code version }');
  const { data } = await send(api.serve, tokenOf(officerOf(role, unit)), query, { input });
  return { ...data.receiveReport.case };
}

/** Does one act that must succeed. */
export async function does(api: TestApi, on: Told, [seat, act, more]: Entry): Promise<void> {
  const [role, unit = ''] = seat.split('@');
  const by = tokenOf(officerOf(role as Role, unit));
  const input = { idempotencyKey: freshKey(), ...headOf(act, on), ...more };
  const { data, text } = await send(api.serve, by, mutationOf(act), { input });
  if (data?.[act].userErrors.length !== 0) throw new Error(`${act} by ${seat}: ${text}`);
  const after = await api.around.ledger.head(on.id);
  on.version = after?.state.revision ?? on.version;
}

const contents = contentsOf('89001');
// Judged after permission and step and before anything else: the act is tried and nothing is done.
const inFuture = '2031-01-05T07:00:00+07:00';

/** An act somebody tries on a case. */
export type Attempt = {
  readonly token: object;
  readonly act: LaterCommandType;
  readonly on: { readonly id: string; readonly version: number };
};

/** Tries an act in a way that is refused at the latest for its instant, so that nothing is changed by it. */
export function tries({ serve }: TestApi, { token, act, on }: Attempt): Promise<Answer> {
  const instants = act === 'addReport' ? { receivedAt: inFuture } : { happenedAt: inFuture };
  const input = { idempotencyKey: freshKey(), ...headOf(act, on), ...contents[act], ...instants };
  return send(serve, token, mutationOf(act), { input });
}
