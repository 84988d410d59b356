import { isOpen } from './archive.ts';
import type { Case } from './case/case.ts';
import type { LaterCommandType } from './case/command.ts';
import type { PaperKind } from './case/terms.ts';
import type { Officer, Role, Scope, UnitCode } from './directory.ts';
import {
  byLink,
  chair,
  commune,
  covers,
  declaring,
  either,
  type Grant,
  incident,
  overseeing,
  police,
  relieving,
  residence,
} from './grants.ts';
import { isOpener } from './relation.ts';
import type { Instant } from './time.ts';
import { postsOn } from './wall.ts';

/** Who acts: an officer through an app, a machine client, the system's own clock, or whoever follows a link. */
export type Actor = {
  readonly kind: 'OFFICER' | 'MACHINE' | 'SYSTEM' | 'LINK';
  readonly id: string;
  readonly app: string;
  /** What the app is for, where that is on record. */
  readonly purpose?: string;
  readonly scopes: readonly Scope[];
  readonly posts: Officer['posts'];
  /** When the letter left whose link is followed. */
  readonly toldAt?: Instant;
};

/** Parts of a case that are shown or not as a whole (Decree 56/2017 Art. 33). */
export const fieldClasses = [
  'STATUS',
  'IDENTITY',
  'NARRATIVE',
  'INFORMANT',
  'PERPETRATOR',
  'ASSESSMENT',
  'PROTECTION',
  'CARE',
  'PLAN',
  'OVERSIGHT',
] as const;
/** One of {@link fieldClasses}. */
export type FieldClass = (typeof fieldClasses)[number];

/** The class a sealed paper belongs to. */
export const classOfPaper: Record<PaperKind, FieldClass> = {
  IDENTITY: 'IDENTITY',
  NARRATIVE: 'NARRATIVE',
  INFORMANT: 'INFORMANT',
  PERPETRATOR: 'PERPETRATOR',
  FORM02: 'ASSESSMENT',
  FORM03: 'ASSESSMENT',
  MINUTES: 'ASSESSMENT',
  FORM06: 'ASSESSMENT',
  FORM04: 'PLAN',
  FORM05: 'PLAN',
  FORM07: 'PROTECTION',
  MEASURE: 'PROTECTION',
  CARE: 'CARE',
  FOLLOW_UP: 'CARE',
  NOTE: 'NARRATIVE',
  DISCLOSURE: 'NARRATIVE',
  OVERSIGHT: 'OVERSIGHT',
};

/**
 * Who may take a report down, for any commune: there is no case yet to stand to.
 *
 * @law ND56/2017 Art. 25.1
 */
export const receivers: readonly Role[] = [
  ...commune,
  ...police,
  'PROVINCE_SUPERVISOR',
  'HOTLINE_111',
];

/** Who may speak of the reports of an incident: whoever may take one down and stands to the case. */
const reporting: readonly Grant[] = [
  { roles: [...commune, ...police], as: incident },
  { roles: ['PROVINCE_SUPERVISOR'], as: ['PROVINCE'] },
  { roles: receivers, as: ['OPENER'] },
];

/**
 * Who may do what, standing how to the case. What is not here is not permitted.
 *
 * @law ND56/2017 Art. 26–32; Law on Children 2016 Art. 52.2
 */
export const permitted: Record<LaterCommandType, readonly Grant[]> = {
  assessInitially: [{ roles: commune, as: incident }],
  raiseEmergency: [{ roles: [...commune, ...police], as: either }],
  lowerEmergency: [{ roles: chair, as: either }],
  applyEmergencyMeasure: [{ roles: [...commune, ...police], as: either }],
  orderIsolation: [{ roles: chair, as: either }],
  extendIsolation: [{ roles: chair, as: either }],
  endIsolation: [{ roles: chair, as: either }],
  offerHandover: [{ roles: commune, as: residence }],
  acceptHandover: [{ roles: chair, as: ['OFFERED'] }],
  declineHandover: [{ roles: chair, as: ['OFFERED'] }],
  assessNeeds: [{ roles: commune, as: residence }],
  recordMeeting: [{ roles: commune, as: residence }],
  submitPlan: [{ roles: commune, as: residence }],
  returnPlan: [{ roles: chair, as: residence }],
  approvePlan: [{ roles: chair, as: residence }],
  sendDecision: [{ roles: commune, as: residence }],
  adjustPlan: [{ roles: chair, as: residence }],
  startPlanItem: [{ roles: commune, as: residence }],
  completePlanItem: [{ roles: commune, as: residence }],
  reviewPlan: [{ roles: commune, as: residence }],
  closeCase: [{ roles: chair, as: residence }],
  archiveCase: [{ roles: commune, as: residence }],
  assignWorker: [{ roles: chair, as: either }],
  acknowledge: [
    { roles: [...commune, ...police], as: [...either, 'OFFERED', 'CARE'] },
    { roles: ['PROVINCE_SUPERVISOR', 'PROVINCE_CHAIR'], as: ['PROVINCE', 'CARE_PROVINCE'] },
    { roles: ['HOTLINE_111'], as: ['OPENER'] },
    { roles: ['MINISTRY_SUPERVISOR'], as: ['NATION'] },
  ],
  addNote: [{ roles: [...commune, ...police], as: either }],
  addReport: reporting,
  // Of these only the chair, and the agency that took the report down: see `mayCorrectReport`.
  correctReceipt: reporting,
  forwardReport: [{ roles: commune, as: incident }],
  markUnfounded: [{ roles: chair, as: incident }],
  referToInvestigation: [{ roles: [...commune, ...police], as: either }],
  requestCourt: [{ roles: chair, as: either }],
  recordPlanRefusal: [{ roles: commune, as: residence }],
  reopenCase: [{ roles: chair, as: either }],
  assignCommune: [
    { roles: ['PROVINCE_SUPERVISOR', 'PROVINCE_CHAIR'], as: ['PROVINCE'] },
    { roles: ['MINISTRY_SUPERVISOR'], as: ['NATION'] },
  ],
  placeInCare: [{ roles: chair, as: either }],
  recordFollowUp: [{ roles: commune, as: ['CARE', ...either] }],
  endCare: [{ roles: chair, as: ['CARE', ...either] }],
  correctResidence: [{ roles: commune, as: either }],
  correctChild: [{ roles: commune, as: either }],
  extendDeadline: relieving,
  pauseDeadline: relieving,
  resumeDeadline: relieving,
  recordDisclosure: [{ roles: commune, as: either }],
  withdrawConsent: [{ roles: commune, as: either }],
  // The family may come to either office; the one that has the case answers.
  recordSubjectRequest: [{ roles: commune, as: either }],
  answerSubjectRequest: [{ roles: commune, as: residence }],
  declareConflict: declaring,
  liftConflict: overseeing,
  // Whoever follows cases anywhere, and stands to this one in no way: see `mayBreakGlass`.
  breakGlass: [],
  reviewBreakGlass: overseeing,
};

type Sight = Grant & { readonly see: readonly FieldClass[] };

/**
 * Who may see which part of a case, standing how to it. What is not here is not seen; of that little in the archive.
 *
 * @law ND56/2017 Art. 22.6, 24, 28.5, 33
 */
export const visible: readonly Sight[] = [
  { roles: commune, as: either, see: fieldClasses },
  { roles: commune, as: ['OFFERED'], see: ['STATUS', 'IDENTITY'] },
  { roles: police, as: ['OFFERED'], see: ['STATUS'] },
  { roles: commune, as: ['CARE'], see: ['STATUS', 'IDENTITY', 'CARE'] },
  {
    roles: police,
    as: either,
    see: ['STATUS', 'IDENTITY', 'NARRATIVE', 'PERPETRATOR', 'PROTECTION', 'CARE'],
  },
  { roles: ['PROVINCE_SUPERVISOR'], as: ['PROVINCE'], see: ['STATUS', 'PLAN', 'OVERSIGHT'] },
  { roles: ['PROVINCE_SUPERVISOR'], as: ['PROVINCE_OVERDUE'], see: ['IDENTITY', 'ASSESSMENT'] },
  { roles: ['PROVINCE_CHAIR'], as: ['PROVINCE', 'CARE_PROVINCE'], see: ['STATUS'] },
  { roles: ['PROVINCE_SUPERVISOR'], as: ['CARE_PROVINCE'], see: ['STATUS'] },
  { roles: ['MINISTRY_SUPERVISOR'], as: ['NATION'], see: ['STATUS', 'OVERSIGHT'] },
  {
    roles: ['HOTLINE_111', 'COMMUNE_POLICE', 'PROVINCE_SUPERVISOR', ...commune],
    as: ['OPENER'],
    see: ['STATUS', 'IDENTITY', 'NARRATIVE', 'INFORMANT'],
  },
];

type Held = Actor['posts'][number];

/** Whether one of the actor's posts permits an act on a case. */
export function may(actor: Actor, act: LaterCommandType, state: Case): boolean {
  return actingPost(actor, act, state) !== undefined;
}

/** The post by which an actor may do an act on a case, if any. */
export function actingPost(actor: Actor, act: LaterCommandType, state: Case): Held | undefined {
  if (!actor.scopes.includes('cases:write')) return undefined;
  if (actor.kind === 'LINK' && act !== byLink.act) return undefined;
  return postsOn(actor, state).find((post) => permits(post, act, state));
}

function permits(post: Held, act: LaterCommandType, state: Case): boolean {
  return permitted[act].some((grant) => covers(grant, post, state));
}

/** The post by which an actor may take a report down: one in the commune of the incident before any other. */
export function receivingPost(actor: Actor, incidentUnit: UnitCode): Held | undefined {
  if (!actor.scopes.includes('cases:write')) return undefined;
  if (actor.kind === 'LINK') return undefined;
  const allowed = actor.posts.filter((post) => receivers.includes(post.role));
  return allowed.find(({ unit }) => unit === incidentUnit) ?? allowed[0];
}

/** Whether one of the actor's posts may correct a report: the chair of its commune, or who took it down. */
export function mayCorrectReport(actor: Actor, state: Case, openedBy: Case['openedBy']): boolean {
  return actor.posts.some(
    (post) =>
      (post.role === 'COMMUNE_CHAIR' && post.unit === state.incidentLeg.unit) ||
      isOpener(post, openedBy),
  );
}

/** The parts an actor may see of one report of the incident: as if that report had opened the case. */
export function sightOfReport(
  actor: Actor,
  state: Case,
  openedBy: Case['openedBy'],
): ReadonlySet<FieldClass> {
  return sight(actor, { ...state, openedBy });
}

/** The parts of a case an actor may see; empty when the case does not exist for them. */
export function sight(actor: Actor, state: Case): ReadonlySet<FieldClass> {
  if (!actor.scopes.includes('cases:read')) return new Set();
  const posts = postsOn(actor, state);
  const rows = visible.filter((row) => posts.some((post) => covers(row, post, state)));
  const may = (act: LaterCommandType) => posts.some((post) => permits(post, act, state));
  const shown: readonly FieldClass[] = actor.kind === 'LINK' ? byLink.see : fieldClasses;
  const seen = rows.flatMap((row) => row.see).filter((part) => shown.includes(part));
  return new Set(seen.filter((part) => isOpen(part, state, may)));
}
