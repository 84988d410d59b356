import { isHandedOver } from '#domain/case/case.ts';
import { availableActions } from '#domain/case/decide.ts';
import type { PaperKind } from '#domain/case/terms.ts';
import type { AgeGroup as DomainAgeGroup } from '#domain/classification.ts';
import { isOverdue } from '#domain/relation.ts';
import type { CaseView } from '#domain/view.ts';
import type { AgeGroup, CaseResolvers, Resolvers } from '#schema/generated.ts';
import { countOf, listOf } from '../case-list.ts';
import { type Context, sought } from '../context.ts';
import { deadlinesOf } from './deadline.ts';
import { unitId } from './directory.ts';

/** GraphQL names cannot begin with a digit. */
export const ageGroupNames = {
  '0-5': 'AGE_0_5',
  '6-9': 'AGE_6_9',
  '10-13': 'AGE_10_13',
  '14-15': 'AGE_14_15',
  OVER_15: 'OVER_15',
  UNKNOWN: 'UNKNOWN',
} as const satisfies Record<DomainAgeGroup, AgeGroup>;

/** The newest paper of a kind, opened for this request and written into the register of reads. */
function opened<Kind extends PaperKind>(kind: Kind) {
  return (view: CaseView, _arguments: unknown, { opener }: Context) => opener.open(view, kind);
}

/** The text of a paper that holds nothing else. */
function openedText(kind: 'MEASURE' | 'FOLLOW_UP' | 'NOTE') {
  return async (view: CaseView, _arguments: unknown, { opener }: Context) =>
    (await opener.open(view, kind))?.text ?? null;
}

function handoverOf({ state }: CaseView) {
  if (state.offer !== null) return 'OFFERED';
  return isHandedOver(state) ? 'ACCEPTED' : 'NONE';
}

/** What a case tells of itself, as it stands or as it once was; each field guarded by its class. */
export const told = {
  code: ({ state }) => state.code,
  version: ({ state }) => state.revision,
  step: ({ state }) => state.step,
  visibleParts: ({ sees }) => [...sees],
  emergency: ({ state }) => state.emergencySince !== null,
  emergencySince: ({ state }) => state.emergencySince,
  overdue: ({ state }) => isOverdue(state),
  receivedAt: ({ state }) => state.receivedAt,
  profile: ({ state: { profile } }) => ({
    ...profile,
    ageGroup: ageGroupNames[profile.ageGroup],
  }),
  incidentLeg: ({ state }) => ({ ...state.incidentLeg, worker: state.workers.INCIDENT }),
  residenceLeg: ({ state }) => ({ ...state.residenceLeg, worker: state.workers.RESIDENCE }),
  residenceUnit: ({ state }) => state.residenceUnit,
  residenceUnknown: ({ state }) => state.residenceUnknown,
  handover: handoverOf,
  offer: ({ state }) => state.offer,
  declinedBy: ({ state }) => [...state.declinedBy],
  cycle: ({ state }) => state.cycle,
  meetingAt: ({ state }) => state.meetingAt,
  reviewOutcome: ({ state }) => state.review,
  planRefusedAt: ({ state }) => state.planRefusedAt,
  investigatedSince: ({ state }) => state.investigatedSince,
  closedAt: ({ state }) => state.closedAt,
  unfounded: ({ state }) => state.unfounded,
  archivedAt: ({ state }) => state.archivedAt,
  synthetic: ({ state }) => state.synthetic,
  seriousHarm: ({ state }) => state.seriousHarm,
  plan: ({ state }) => state.plan,
  isolations: ({ state }) => state.isolations,
  care: ({ state }) => state.care,
  sixteenFrom: ({ state }) => state.sixteenFrom,
  identity: opened('IDENTITY'),
  narrative: opened('NARRATIVE'),
  informant: opened('INFORMANT'),
  perpetrators: opened('PERPETRATOR'),
  initialAssessment: opened('FORM02'),
  needsAssessment: opened('FORM03'),
  minutes: opened('MINUTES'),
  planForm: opened('FORM04'),
  decision: opened('FORM05'),
  reviewForm: opened('FORM06'),
  isolationOrder: opened('FORM07'),
  emergencyMeasure: openedText('MEASURE'),
  placement: opened('CARE'),
  followUpFindings: openedText('FOLLOW_UP'),
  lastNote: openedText('NOTE'),
} satisfies CaseResolvers;

/** A case, each of whose fields is guarded by its class, and the lists of units. */
export const caseResolvers = {
  Query: {
    case: (_parent, { id }, context) => sought(id, 'case', context),
    node: (_parent, { id }, context) =>
      id.startsWith(unitId)
        ? context.units.load(id.slice(unitId.length))
        : sought(id, 'node', context),
    cases: listOf,
  },
  Node: { __resolveType: (node) => ('sees' in node ? 'Case' : 'Unit') },
  CaseConnection: {
    totalCount: countOf,
  },
  ListedCase: {
    case: ({ id }, _arguments, { cases }) => cases.load(id),
  },
  Case: {
    ...told,
    id: ({ state }) => state.id,
    erasedAt: ({ state }) => state.erasedAt ?? null,
    availableActions: ({ state }, _arguments, { actor }) => [...availableActions(state, actor)],
    deadlines: async ({ state }, _arguments, { law }) => deadlinesOf(state, await law()),
  },
} satisfies Resolvers;
