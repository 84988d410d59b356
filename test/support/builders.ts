import { vietnam } from '#domain/calendars/vietnam.ts';
import type { Command, CommandOf, CommandType } from '#domain/case/command.ts';
import type { CaseMoment } from '#domain/case/decide.ts';
import type { PlanItem } from '#domain/case/terms.ts';
import {
  type Directory,
  nation,
  type Post,
  type Role,
  roles,
  seatOf,
  type Unit,
  type UnitCode,
  type UnitLevel,
} from '#domain/directory.ts';
import type { Actor } from '#domain/permission.ts';
import { procedures } from '#domain/procedures/registry.ts';
import { type Instant, instant, type PlainDate, plainDate } from '#domain/time.ts';

/** An instant of the clock on a Vietnamese wall: `vn('2026-02-16 22:10')`. */
export function vn(wall: string): Instant {
  return instant(`${wall.replace(' ', 'T')}:00+07:00`);
}

/** Made-up units: two communes of one province, and one of another. */
export const province = '98';
export const otherProvince = '99';
export const home = '98001';
export const neighbour = '98002';
export const far = '99001';
export const communes = [home, neighbour, far] as const;

function unit(code: UnitCode, level: UnitLevel, parent: UnitCode): Unit {
  const name = `Đơn vị ${code}`;
  return {
    code,
    level,
    parent,
    name,
    fullName: name,
    from: plainDate('2015-01-01'),
    fictional: true,
  };
}

const units = new Map(
  [
    unit(nation, 'NATION', nation),
    unit(province, 'PROVINCE', nation),
    unit(otherProvince, 'PROVINCE', nation),
    unit(home, 'COMMUNE', province),
    unit(neighbour, 'COMMUNE', province),
    unit(far, 'COMMUNE', otherProvince),
  ].map((each) => [each.code, each]),
);

/** The id of the first post of a role in a unit. */
export function postId(role: Role, where: UnitCode): string {
  return `${role.toLowerCase()}@${where}`;
}

/** A post with somebody in it. */
export function post(role: Role, where: UnitCode, id = postId(role, where)): Post {
  const agency = `${role === 'COMMUNE_POLICE' ? 'police' : 'people'}@${where}`;
  return { id, role, unit: where, agency, holder: `officer of ${id}`, disabled: false };
}

/** The unit in which a role of a commune, its province or the nation has its post. */
export function seat(role: Role, commune: UnitCode): UnitCode {
  return seatOf(role, { commune, province: units.get(commune)?.parent ?? commune });
}

const everyPost: readonly Post[] = roles.flatMap((role) => {
  const where = new Set(communes.map((commune) => seat(role, commune)));
  return [...where].map((each) => post(role, each));
});

type Staffing = {
  readonly vacant?: readonly string[];
  readonly disabled?: readonly string[];
  readonly more?: readonly Post[];
  readonly units?: readonly Unit[];
};

/** Every role manned once in each of the units, but for what is said otherwise. */
export function directory({ vacant, disabled, more, units: other }: Staffing = {}): Directory {
  const posts = [...everyPost, ...(more ?? [])].map(({ holder, ...each }): Post => {
    const isHeld = holder !== undefined && vacant?.includes(each.id) !== true;
    const isDisabled = disabled?.includes(each.id) === true;
    return { ...each, disabled: isDisabled, ...(isHeld && { holder }) };
  });
  const added = (other ?? []).map((each) => [each.code, each] as const);
  return { revision: 1, units: new Map([...units, ...added]), posts };
}

/** A unit like those of the demo directory, for a test to add. */
export function unitOf(code: UnitCode, more: Partial<Unit>): Unit {
  return { ...unit(code, 'COMMUNE', province), ...more };
}

/** An officer in one post, acting through an app with all scopes. */
export function officer(role: Role, where: UnitCode, more: Partial<Actor> = {}): Actor {
  const { id, agency, unit: at } = post(role, where);
  return {
    kind: 'OFFICER',
    id: `officer of ${id}`,
    app: 'demo-app',
    scopes: ['cases:read', 'cases:write', 'notices'],
    posts: [{ id, role, unit: at, agency }],
    ...more,
  };
}

/** The world at an instant, on the Vietnamese calendar and the procedures in force. */
export function moment(
  now: Instant,
  actor: Actor,
  more: Partial<Omit<CaseMoment, 'now' | 'actor'>> = {},
): CaseMoment {
  return {
    now,
    actor,
    calendar: vietnam,
    procedures,
    ladders: [],
    directory: directory(),
    counters: { cases: 0, agency: 'people@98001', year: 2026, forms: {} },
    incidentId: 'incident-1',
    caseId: 'case-1',
    ...more,
  };
}

/** A plan item of a made-up service. */
export function item(id: string, endOn: string, startOn = '2026-01-05'): PlanItem {
  const on = (day: string): PlainDate => plainDate(day);
  return { id, measure: 'COUNSELLING', startOn: on(startOn), endOn: on(endOn), costVnd: 500_000 };
}

type Contents = {
  readonly [Type in CommandType]: Omit<CommandOf<Type>, 'type' | 'caseId' | 'happenedAt'>;
};

const noPapers = { papers: {} };

/** What each act says unless the test says otherwise. */
const usual: Contents = {
  receiveReport: {
    papers: { IDENTITY: { name: 'Trẻ Thử Nghiệm' }, INFORMANT: { name: 'Người Báo Tin' } },
    receivedAt: vn('2026-03-02 08:00'),
    channel: 'PHONE',
    subjectGroup: 'ABUSED',
    categories: ['VIOLENCE'],
    incidentUnit: home,
    residenceUnit: null,
    child: { sex: 'FEMALE', bornOn: null, estimatedAge: 9 },
    otherChildren: [],
  },
  addReport: {
    papers: { NARRATIVE: {} },
    receivedAt: vn('2026-03-02 08:00'),
    channel: 'IN_PERSON',
    otherChildren: [],
  },
  assessInitially: { papers: { FORM02: {} }, seriousHarm: false },
  raiseEmergency: { ground: 'THREATENED_SERIOUS_HARM' },
  lowerEmergency: { raisedInError: false },
  applyEmergencyMeasure: { papers: { MEASURE: {} }, measures: ['FIRST_AID'] },
  orderIsolation: { papers: { FORM07: {} }, ground: 'ABUSED_BY_CARER', days: 5 },
  extendIsolation: { papers: { FORM07: {} }, days: 2 },
  endIsolation: { ...noPapers, outcome: 'RETURNED_HOME' },
  offerHandover: { to: neighbour },
  acceptHandover: {},
  declineHandover: {},
  assessNeeds: { papers: { FORM03: {} }, planNeeded: true },
  recordMeeting: { papers: { MINUTES: {} } },
  submitPlan: { papers: { FORM04: {} }, items: [item('i1', '2026-04-10')] },
  returnPlan: noPapers,
  approvePlan: { papers: { FORM05: {} } },
  sendDecision: { recipients: 3 },
  adjustPlan: { papers: { FORM05: {} }, items: [item('i1', '2026-04-17')] },
  startPlanItem: { item: 'i1' },
  completePlanItem: { item: 'i1' },
  reviewPlan: { papers: { FORM06: {} }, outcome: 'CLOSE', atRisk: false, stable: true },
  closeCase: {},
  archiveCase: { nationalRecord: 'CSDL-0001' },
  assignWorker: { post: postId('COMMUNE_WORKER', home), leg: 'INCIDENT' },
  acknowledge: { deadline: 'D04.I.1.-.1.0' },
  addNote: { papers: { NOTE: 'Ghi chú thử' } },
  correctReceipt: { report: 1, receivedAt: vn('2026-03-02 07:30'), reason: 'SLIP' },
  forwardReport: { to: neighbour },
  markUnfounded: { ...noPapers, ground: 'NOT_SUBSTANTIATED' },
  referToInvestigation: { document: '12/CV-UBND' },
  requestCourt: { document: '13/CV-UBND' },
  recordPlanRefusal: { ...noPapers, by: 'PARENTS' },
  reopenCase: { ...noPapers, ground: 'NEW_INFORMATION' },
  assignCommune: { to: neighbour, leg: 'RESIDENCE' },
  placeInCare: { papers: { CARE: {} }, form: 'RELATIVE', unit: neighbour },
  recordFollowUp: { papers: { FOLLOW_UP: {} }, care: 'care1', followUp: 'D15' },
  endCare: { care: 'care1', outcome: 'RETURNED_HOME' },
  correctResidence: { residenceUnit: neighbour },
  correctChild: {
    papers: { IDENTITY: { name: 'Trẻ Thử Nghiệm' } },
    child: { sex: 'MALE', bornOn: null, estimatedAge: 10 },
  },
  extendDeadline: {
    deadline: 'D06.R.1.-.2.0',
    extra: 2,
    ground: 'COMPLEX_CASE',
    document: '14/QĐ-UBND',
  },
  pauseDeadline: {
    deadline: 'D06.R.1.-.2.0',
    days: 10,
    ground: 'CHILD_IN_TREATMENT',
    document: '15/QĐ-UBND',
  },
  resumeDeadline: { deadline: 'D06.R.1.-.2.0' },
  recordDisclosure: {
    papers: { DISCLOSURE: { recipient: 'Nơi Nhận Thử' } },
    recipient: 'CLINIC',
    legalBasis: 'PROTECTION',
    secrecy: 'NAMED_PERSONS',
    purpose: 'TREATMENT',
    parts: ['IDENTITY'],
    consent: null,
  },
  withdrawConsent: { by: 'CHILD' },
  recordSubjectRequest: {
    ...noPapers,
    asker: 'PARENT',
    verifiedBy: 'BIRTH_CERTIFICATE',
    conflict: null,
    officer: null,
  },
  answerSubjectRequest: { ...noPapers, request: 'r2', refusedOn: null },
  declareConflict: {
    ...noPapers,
    officer: null,
    unit: neighbour,
    post: postId('COMMUNE_WORKER', neighbour),
    agency: null,
    ground: 'RELATED_TO_PERPETRATOR',
  },
  liftConflict: { papers: { OVERSIGHT: { text: 'thử' } }, exclusion: 'LC-0000001-3.2' },
  breakGlass: { papers: { OVERSIGHT: { text: 'thử' } } },
  reviewBreakGlass: { papers: { OVERSIGHT: { text: 'thử' } }, glass: 'g2', outcome: 'JUSTIFIED' },
};

/** An act with its usual contents, but for what is said otherwise. */
export function act<Type extends CommandType>(
  type: Type,
  more: Partial<CommandOf<Type>> = {},
): CommandOf<Type> {
  const common = { type, caseId: 'case-1', happenedAt: null };
  // TypeScript cannot see that the members of a mapped type stay together under a spread.
  return { ...common, ...usual[type], ...more } as unknown as CommandOf<Type>;
}

/** An act with its usual contents, whatever its type. */
export function anyAct(type: CommandType): Command {
  return act(type) as Command;
}
