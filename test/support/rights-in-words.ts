import type { LaterCommandType } from '#domain/case/command.ts';
import type { Role } from '#domain/directory.ts';
import type { FieldClass } from '#domain/permission.ts';

/**
 * Who may do and see what, written down by hand and by nobody's code: from Decree 56/2017 and the decisions.
 *
 * The tables of the code are held against these through the wire, so whoever changes a right says so twice.
 */
export const letters: Readonly<Record<Role, string>> = {
  COMMUNE_WORKER: 'W',
  COMMUNE_CHAIR: 'C',
  COMMUNE_POLICE: 'P',
  PROVINCE_SUPERVISOR: 'S',
  PROVINCE_CHAIR: 'H',
  MINISTRY_SUPERVISOR: 'M',
  HOTLINE_111: '1',
  // These stand in no column.
  COMMUNE_MASS_ORGANISATION: 'O',
  ANALYST: 'A',
  ADMINISTRATOR: 'D',
};

/** How a unit may stand to a case; the columns of the tables below. */
export const columns = [
  'incident',
  'residence',
  'offered',
  'care',
  'opener',
  'province',
  'overdue',
  'careProvince',
  'nation',
] as const;
/** One of {@link columns}. */
export type Column = (typeof columns)[number];

// incident residence offered care opener province overdue careProvince nation
const acts: Readonly<Record<LaterCommandType, string>> = {
  assessInitially: ' WC   -    -   -   -      -   -  -   - ',
  raiseEmergency: '  WCP  WCP  -   -   -      -   -  -   - ',
  lowerEmergency: '  C    C    -   -   -      -   -  -   - ',
  applyEmergencyMeasure: 'WCP WCP - - -       -   -  -   - ',
  orderIsolation: '  C    C    -   -   -      -   -  -   - ',
  extendIsolation: ' C    C    -   -   -      -   -  -   - ',
  endIsolation: '    C    C    -   -   -      -   -  -   - ',
  offerHandover: '   -    WC   -   -   -      -   -  -   - ',
  acceptHandover: '  -    -    C   -   -      -   -  -   - ',
  declineHandover: ' -    -    C   -   -      -   -  -   - ',
  assessNeeds: '     -    WC   -   -   -      -   -  -   - ',
  recordMeeting: '   -    WC   -   -   -      -   -  -   - ',
  submitPlan: '      -    WC   -   -   -      -   -  -   - ',
  returnPlan: '      -    C    -   -   -      -   -  -   - ',
  approvePlan: '     -    C    -   -   -      -   -  -   - ',
  sendDecision: '    -    WC   -   -   -      -   -  -   - ',
  adjustPlan: '      -    C    -   -   -      -   -  -   - ',
  startPlanItem: '   -    WC   -   -   -      -   -  -   - ',
  completePlanItem: '-    WC   -   -   -      -   -  -   - ',
  reviewPlan: '      -    WC   -   -   -      -   -  -   - ',
  closeCase: '       -    C    -   -   -      -   -  -   - ',
  archiveCase: '     -    WC   -   -   -      -   -  -   - ',
  assignWorker: '    C    C    -   -   -      -   -  -   - ',
  acknowledge: '     WCP  WCP  WCP WCP 1      SH  -  SH  M ',
  addNote: '         WCP  WCP  -   -   -      -   -  -   - ',
  addReport: '       WCP  -    -   -   WCPS1  S   -  -   - ',
  correctReceipt: '  WCP  -    -   -   WCPS1  S   -  -   - ',
  forwardReport: '   WC   -    -   -   -      -   -  -   - ',
  markUnfounded: '   C    -    -   -   -      -   -  -   - ',
  referToInvestigation: 'WCP WCP - - -        -   -  -   - ',
  requestCourt: '    C    C    -   -   -      -   -  -   - ',
  recordPlanRefusal: '-   WC   -   -   -      -   -  -   - ',
  reopenCase: '      C    C    -   -   -      -   -  -   - ',
  assignCommune: '   -    -    -   -   -      SH  -  -   M ',
  placeInCare: '     C    C    -   -   -      -   -  -   - ',
  recordFollowUp: '  WC   WC   -   WC  -      -   -  -   - ',
  endCare: '         C    C    -   C   -      -   -  -   - ',
  correctResidence: 'WC   WC   -   -   -      -   -  -   - ',
  correctChild: '    WC   WC   -   -   -      -   -  -   - ',
  extendDeadline: '  C    C    -   C   -      S   -  S   - ',
  pauseDeadline: '   C    C    -   C   -      S   -  S   - ',
  resumeDeadline: '  C    C    -   C   -      S   -  S   - ',
  recordDisclosure: 'WC   WC   -   -   -      -   -  -   - ',
  withdrawConsent: ' WC   WC   -   -   -      -   -  -   - ',
  // The family may come to either office; the one that has the case answers.
  recordSubjectRequest: 'WC  WC  - - -        -   -  -   - ',
  answerSubjectRequest: '-   WC  - - -        -   -  -   - ',
  // Whoever only sees the case in some other way may say so of themselves.
  declareConflict: ' WCP  WCP  WCP WC  WCPS1  SH  -  SH  M ',
  liftConflict: '    -    -    -   -   -      S   -  -   M ',
  // Needs no standing to the case, and is denied to nobody for lack of one: it has a story of its own.
  breakGlass: '      -    -    -   -   -      -   -  -   - ',
  reviewBreakGlass: '-    -    -   -   -      S   -  -   M ',
};

// incident residence offered care opener province overdue careProvince nation
const parts: Readonly<Record<FieldClass, string>> = {
  STATUS: '      WCP  WCP  WCP WC  WCPS1  SH  -  SH  M ',
  IDENTITY: '    WCP  WCP  WC  WC  WCPS1  -   S  -   - ',
  NARRATIVE: '   WCP  WCP  -   -   WCPS1  -   -  -   - ',
  INFORMANT: '   WC   WC   -   -   WCPS1  -   -  -   - ',
  PERPETRATOR: ' WCP  WCP  -   -   -      -   -  -   - ',
  ASSESSMENT: '  WC   WC   -   -   -      -   S  -   - ',
  PROTECTION: '  WCP  WCP  -   -   -      -   -  -   - ',
  CARE: '        WCP  WCP  -   WC  -      -   -  -   - ',
  PLAN: '        WC   WC   -   -   -      S   -  -   - ',
  OVERSIGHT: '   WC   WC   -   -   -      S   -  -   M ',
};

// Of an archived case: how it stands and who looked into it; and of a child still followed up, who and where it is.
// incident residence offered care opener province overdue careProvince nation
const partsInArchive: Readonly<Partial<Record<FieldClass, string>>> = {
  STATUS: '      WCP  WCP  WCP WC  WCPS1  SH  -  SH  M ',
  OVERSIGHT: '   WC   WC   -   -   -      S   -  -   M ',
};
const partsWhileInCare: typeof partsInArchive = {
  ...partsInArchive,
  IDENTITY: '    WC   WC   -   WC  -      -   -  -   - ',
  CARE: '        WC   WC   -   WC  -      -   -  -   - ',
};

function isIn(row: string, role: Role, as: readonly Column[]): boolean {
  const cells = row.trim().split(/ +/);
  if (cells.length !== columns.length) throw new Error('A row has a cell for each column');
  return as.some((column) => cells[columns.indexOf(column)]?.includes(letters[role]));
}

/** The acts a role may do, standing so to a case. */
export function mayDo(role: Role, as: readonly Column[]): readonly LaterCommandType[] {
  const all = Object.entries(acts) as readonly [LaterCommandType, string][];
  return all.filter(([, row]) => isIn(row, role, as)).map(([act]) => act);
}

/** The parts of a case a role sees, standing so to it. */
export function seesOf(role: Role, as: readonly Column[]): readonly FieldClass[] {
  return partsOf(parts, role, as);
}

/** The parts of an archived case a role sees, standing so to it, while the child is followed up in care or not. */
export function seesInArchive(
  role: Role,
  as: readonly Column[],
  isInCare: boolean,
): readonly FieldClass[] {
  return partsOf(isInCare ? partsWhileInCare : partsInArchive, role, as);
}

function partsOf(table: typeof partsInArchive, role: Role, as: readonly Column[]) {
  const all = Object.entries(table) as readonly [FieldClass, string][];
  return all.filter(([, row]) => isIn(row, role, as)).map(([part]) => part);
}

/** The class of every field of `Case` that is no part of its state; the compiler cannot ask for this, a test does. */
export const classOfField: Readonly<Record<string, FieldClass>> = {
  seriousHarm: 'ASSESSMENT',
  plan: 'PLAN',
  isolations: 'PROTECTION',
  care: 'CARE',
  sixteenFrom: 'IDENTITY',
  identity: 'IDENTITY',
  narrative: 'NARRATIVE',
  informant: 'INFORMANT',
  perpetrators: 'PERPETRATOR',
  initialAssessment: 'ASSESSMENT',
  needsAssessment: 'ASSESSMENT',
  minutes: 'ASSESSMENT',
  planForm: 'PLAN',
  decision: 'PLAN',
  reviewForm: 'ASSESSMENT',
  isolationOrder: 'PROTECTION',
  emergencyMeasure: 'PROTECTION',
  placement: 'CARE',
  followUpFindings: 'CARE',
  lastNote: 'NARRATIVE',
  exclusions: 'OVERSIGHT',
  glasses: 'OVERSIGHT',
  subjectRequests: 'OVERSIGHT',
};

/** The fields of `Case` that whoever sees the case at all is shown. */
export const statusFields = [
  'erasedAt',
  'disclosures',
  'consentWithdrawnAt',
  'id',
  'code',
  'version',
  'step',
  'availableActions',
  'viewerCan',
  'visibleParts',
  'emergency',
  'emergencySince',
  'overdue',
  'receivedAt',
  'profile',
  'incidentLeg',
  'residenceLeg',
  'residenceUnit',
  'residenceUnknown',
  'handover',
  'offer',
  'declinedBy',
  'cycle',
  'meetingAt',
  'reviewOutcome',
  'planRefusedAt',
  'investigatedSince',
  'closedAt',
  'unfounded',
  'archivedAt',
  'synthetic',
  'deadlines',
  'history',
  'incident',
] as const;
