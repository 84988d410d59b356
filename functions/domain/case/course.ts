import type { LegName } from '../procedure.ts';
import type { Instant } from '../time.ts';
import { type Case, isHandedOver, type Leg, legOf } from './case.ts';
import type { FactOf } from './event.ts';

/** The case a first report makes. */
export function received(fact: FactOf<'ReportReceived'>, id: string): Case {
  const { unit, province, procedure, overlay } = fact;
  const leg: Leg = { unit, province, procedure, overlay };
  return {
    id,
    incident: fact.incident,
    code: fact.code,
    synthetic: fact.synthetic,
    seq: 0,
    revision: 0,
    step: 'INITIAL_ASSESSMENT',
    stepSince: fact.about,
    openedBy: fact.openedBy,
    receivedAt: fact.about,
    informedAt: fact.about,
    residenceUnit: fact.residenceUnit,
    residenceUnknown: false,
    profile: fact.profile,
    sixteenFrom: fact.sixteenFrom,
    emergencySince: null,
    loweredFrom: null,
    seriousHarm: null,
    incidentLeg: leg,
    residenceLeg: leg,
    offer: null,
    declinedBy: [],
    workers: {},
    cycle: 1,
    meetingAt: null,
    plan: null,
    isolations: [],
    review: null,
    planRefusedAt: null,
    investigatedSince: null,
    closedAt: null,
    unfounded: false,
    archivedAt: null,
    papers: {},
    deadlines: [],
    ended: [],
    care: [],
  };
}

/** A leg with another commune; its worker stays behind, for the chair there names another. */
export function placed(
  state: Case,
  leg: LegName,
  { unit, province, procedure, overlay }: Leg,
): Case {
  const there = { unit, province, procedure, overlay };
  const isElsewhere = legOf(state, leg).unit !== unit;
  const workers = isElsewhere ? withoutWorker(state, leg) : state.workers;
  if (leg === 'RESIDENCE') return { ...state, residenceLeg: there, workers };
  // Until another commune has accepted, that of the incident answers for both legs.
  const residenceLeg = isHandedOver(state) ? state.residenceLeg : there;
  return { ...state, incidentLeg: there, residenceLeg, workers };
}

/** A leg under another version; what it already owes follows by facts of its own. */
export function repinned(state: Case, { leg, to, local }: FactOf<'ProcedureMigrated'>): Case {
  const pin = local ? { overlay: to } : { procedure: to };
  return leg === 'INCIDENT'
    ? { ...state, incidentLeg: { ...state.incidentLeg, ...pin } }
    : { ...state, residenceLeg: { ...state.residenceLeg, ...pin } };
}

/** The case at its end; an offer nobody has answered ends with it. */
export function closed(state: Case, closedAt: Instant): Case {
  return { ...state, step: 'CLOSED', closedAt, offer: null, emergencySince: null };
}

/** The case in another course: its history stays, and what the new course has to do begins anew. */
export function reopened(state: Case, fact: FactOf<'CaseReopened'>): Case {
  const anew = fact.to === 'INITIAL_ASSESSMENT';
  return {
    ...state,
    step: fact.to,
    cycle: state.cycle + 1,
    informedAt: anew ? fact.about : state.informedAt,
    seriousHarm: anew ? null : state.seriousHarm,
    loweredFrom: null,
    meetingAt: null,
    plan: null,
    review: null,
    planRefusedAt: null,
    closedAt: null,
    unfounded: false,
    archivedAt: null,
  };
}

/** The workers named, without that of a leg which moves on: the chair of its new commune names another. */
function withoutWorker({ workers }: Case, moved: LegName): Case['workers'] {
  return Object.fromEntries(Object.entries(workers).filter(([leg]) => leg !== moved));
}
