import type { FieldClass } from '#domain/permission.ts';
import type { CaseView } from '#domain/view.ts';
import type { CaseAsOfResolvers, CaseResolvers, Resolvers } from '#schema/generated.ts';
import type { Context } from './context.ts';

type CaseField = Exclude<keyof CaseResolvers, '__isTypeOf'>;

/** The class of every field of `Case`; one that the schema has and this table lacks does not compile. */
export const classOfField: Readonly<Record<CaseField, FieldClass>> = {
  id: 'STATUS',
  code: 'STATUS',
  version: 'STATUS',
  step: 'STATUS',
  availableActions: 'STATUS',
  viewerCan: 'STATUS',
  visibleParts: 'STATUS',
  emergency: 'STATUS',
  emergencySince: 'STATUS',
  overdue: 'STATUS',
  receivedAt: 'STATUS',
  profile: 'STATUS',
  incident: 'STATUS',
  incidentLeg: 'STATUS',
  residenceLeg: 'STATUS',
  residenceUnit: 'STATUS',
  residenceUnknown: 'STATUS',
  handover: 'STATUS',
  offer: 'STATUS',
  declinedBy: 'STATUS',
  cycle: 'STATUS',
  meetingAt: 'STATUS',
  reviewOutcome: 'STATUS',
  planRefusedAt: 'STATUS',
  investigatedSince: 'STATUS',
  closedAt: 'STATUS',
  unfounded: 'STATUS',
  archivedAt: 'STATUS',
  synthetic: 'STATUS',
  deadlines: 'STATUS',
  history: 'STATUS',
  erasedAt: 'STATUS',
  disclosures: 'STATUS',
  consentWithdrawnAt: 'STATUS',
  exclusions: 'OVERSIGHT',
  subjectRequests: 'OVERSIGHT',
  glasses: 'OVERSIGHT',
  identity: 'IDENTITY',
  sixteenFrom: 'IDENTITY',
  narrative: 'NARRATIVE',
  lastNote: 'NARRATIVE',
  informant: 'INFORMANT',
  perpetrators: 'PERPETRATOR',
  seriousHarm: 'ASSESSMENT',
  initialAssessment: 'ASSESSMENT',
  needsAssessment: 'ASSESSMENT',
  minutes: 'ASSESSMENT',
  reviewForm: 'ASSESSMENT',
  isolations: 'PROTECTION',
  isolationOrder: 'PROTECTION',
  emergencyMeasure: 'PROTECTION',
  care: 'CARE',
  placement: 'CARE',
  followUpFindings: 'CARE',
  plan: 'PLAN',
  planForm: 'PLAN',
  decision: 'PLAN',
};

type Guarded = CaseField | Exclude<keyof CaseAsOfResolvers, '__isTypeOf'>;

/** A case as it once was has the classes of the case as it is. */
const classes: Readonly<Record<Guarded, FieldClass>> = { ...classOfField, caseId: 'STATUS' };

type Answer = (view: CaseView, ...rest: readonly unknown[]) => unknown;

/**
 * Some resolvers, with those of `Case` and `CaseAsOf` answering null where the caller may not see the class of the field.
 *
 * Throws at start-up for a field that has no class: nothing is answered that nobody decided on.
 */
export function guarded(resolvers: readonly Resolvers<Context>[]): readonly Resolvers<Context>[] {
  return resolvers.map((each) => ({
    ...each,
    ...(each.Case && { Case: guardedFields(each.Case) }),
    ...(each.CaseAsOf && { CaseAsOf: guardedFields(each.CaseAsOf) }),
  }));
}

function guardedFields<Fields extends object>(fields: Fields): Fields {
  const entries = Object.entries(fields).map(([field, answer]) => {
    const part = new Map<string, FieldClass>(Object.entries(classes)).get(field);
    if (part === undefined) throw new Error('A field of a case belongs to no class');
    return [field, guardedBy(part, answer as Answer)];
  });
  return Object.fromEntries(entries) as Fields;
}

function guardedBy(part: FieldClass, answer: Answer): Answer {
  return (view, ...rest) => (view.sees.has(part) ? answer(view, ...rest) : null);
}
