import type { UnitCode } from '../directory.ts';
import type { Pinned } from '../ladders/registry.ts';
import type { LegName, Step, Trigger } from '../procedure.ts';
import type { Instant, PlainDate } from '../time.ts';
import type { Disclosure } from './disclosure-terms.ts';
import type { Overseen } from './oversight.ts';
import type { SubjectRequest } from './subject-terms.ts';
import {
  type CareForm,
  type DeadlineKey,
  type DeadlineStatus,
  deadlineId,
  type Opener,
  type PaperKind,
  type PlanItem,
  type Profile,
  type ReliefGround,
  type ReviewOutcome,
} from './terms.ts';

/** A commune and the province that answers above it. */
export type Place = { readonly unit: UnitCode; readonly province: UnitCode };

/** One of the two legs: who answers for it, under which version of the statute and which local procedure. */
export type Leg = Place & { readonly procedure: string; readonly overlay: string | null };

/** An open duty under a time limit, with its place on the ladder. */
export type Deadline = DeadlineKey &
  Pinned & {
    /** Id of the procedure version the duty was set under. */
    readonly procedure: string;
    /** The fact that started it. */
    readonly trigger: Trigger;
    readonly from: Instant;
    readonly dueAt: Instant | null;
    readonly status: DeadlineStatus;
    /** How often `dueAt` has moved. */
    readonly planning: number;
    /** Revision of the calendar it was counted with. */
    readonly calendar: number;
    /** When it could first be known here that it binds. */
    readonly since: Instant;
    /** The next rung to be told, counted from 0. */
    readonly rung: number;
    /** When somebody must next be told; nothing when the ladder is climbed or the duty does not bind yet. */
    readonly nextAt: Instant | null;
    readonly breachedAt: Instant | null;
    readonly acknowledgedAt: Instant | null;
    /** Units of the limit, where the record and not the limit says how many. */
    readonly count: number | null;
    readonly named: PlainDate | null;
    readonly pauses: readonly Standstill[];
    readonly extensions: readonly Extension[];
  };

/** A time in which the clock of a duty stands still: until it is resumed, and no longer than granted. */
export type Standstill = {
  readonly from: Instant;
  readonly until: Instant;
  readonly ground: ReliefGround;
  readonly document: string;
  readonly resumed: boolean;
};

/** Units granted beyond a limit. */
export type Extension = {
  readonly extra: number;
  readonly ground: ReliefGround;
  readonly document: string;
};

/** A duty of the receipt and when it was done: kept, as a corrected receipt or Form 02 judges it again. */
export type Ended = DeadlineKey &
  Pick<Deadline, 'procedure' | 'planning' | 'ladder'> & {
    readonly dueAt: Instant;
    readonly at: Instant;
    readonly how: 'MET' | 'MET_LATE';
    /** Done before anybody had found that it binds. */
    readonly conditional?: true;
  };

/** A child placed in alternative care, and the commune that follows it up. */
export type Care = Place & {
  readonly id: string;
  readonly form: CareForm;
  readonly from: Instant;
  readonly endedAt: Instant | null;
};

/** An isolation order and how much of the 15 days it takes. */
export type Isolation = {
  readonly order: string;
  readonly from: Instant;
  readonly days: number;
  readonly endedAt: Instant | null;
  /** Whether a court was asked to let it go on: then the cap is no longer the commune's to keep. */
  readonly inCourt: boolean;
};

/** The plan of the present cycle. */
export type Plan = {
  readonly cycle: number;
  readonly revision: number;
  readonly items: readonly PlanItem[];
  readonly started: readonly string[];
  readonly completed: readonly string[];
};

/** An offer to hand the residence leg over, until it is answered. */
export type Offer = {
  readonly to: UnitCode;
  readonly province: UnitCode;
  readonly at: Instant;
};

/** What the facts of one child's case add up to. */
export type Case = Overseen & {
  readonly id: string;
  readonly incident: string;
  readonly code: string;
  readonly synthetic: boolean;
  /** No child's case: it only tries the way of an alarm, and is in no list, count or answer. */
  readonly canary?: true;
  /** Commits so far. */
  readonly seq: number;
  /** Human changes to what decisions depend on; partners send it as `expectedVersion`. */
  readonly revision: number;
  readonly step: Step;
  /** When the present step began in the world. */
  readonly stepSince: Instant;
  readonly openedBy: Opener;
  /** The earliest receipt of any report of the incident. */
  readonly receivedAt: Instant;
  /** When the information came in that the present course answers: the receipt, or a reopening. */
  readonly informedAt: Instant;
  readonly residenceUnit: UnitCode | null;
  /** Somebody looked, and nobody knows where the child lives. */
  readonly residenceUnknown: boolean;
  readonly profile: Profile;
  /** First day of the month in which the child turns 16; the day itself stays sealed. */
  readonly sixteenFrom: PlainDate | null;
  readonly emergencySince: Instant | null;
  /** Where the clock of the twelve hours began that the last lowered emergency left unmet. */
  readonly loweredFrom: Instant | null;
  readonly seriousHarm: boolean | null;
  readonly incidentLeg: Leg;
  /** The commune that answers for steps 3–6: of the incident until another accepts. */
  readonly residenceLeg: Leg;
  readonly offer: Offer | null;
  readonly declinedBy: readonly UnitCode[];
  readonly workers: Readonly<Partial<Record<LegName, string>>>;
  readonly cycle: number;
  readonly meetingAt: Instant | null;
  readonly plan: Plan | null;
  readonly isolations: readonly Isolation[];
  readonly review: ReviewOutcome | null;
  /** The parents or carers refuse the plan of the present course. */
  readonly planRefusedAt: Instant | null;
  readonly investigatedSince: Instant | null;
  readonly closedAt: Instant | null;
  /** Closed because nothing was found behind the report. */
  readonly unfounded: boolean;
  readonly archivedAt: Instant | null;
  /** The last of what was told outside this system, oldest first; the last of them goes with the newest paper. */
  readonly disclosures?: readonly Disclosure[];
  /** Who asked to see what is kept about the child, oldest first. */
  readonly subjectRequests?: readonly SubjectRequest[];
  /** When consent to disclosures was last taken back. */
  readonly consentWithdrawnAt?: Instant;
  /** When the keys of its papers were destroyed: nothing more is written on it, and it names no paper. */
  readonly erasedAt?: Instant;
  readonly papers: Readonly<Partial<Record<PaperKind, number>>>;
  readonly deadlines: readonly Deadline[];
  /** The duties of the receipt that are done. */
  readonly ended: readonly Ended[];
  readonly care: readonly Care[];
};

/** Revision of the plan of the present cycle; 0 before there is one. */
export function planRevision(state: Case): number {
  return state.plan?.cycle === state.cycle ? state.plan.revision : 0;
}

/** The leg of a name. */
export function legOf(state: Case, leg: LegName): Leg {
  return leg === 'INCIDENT' ? state.incidentLeg : state.residenceLeg;
}

/** Where the residence leg is offered to, while an offer is open. */
export function offeredPlace({ offer }: Pick<Case, 'offer'>): Place | undefined {
  return offer === null ? undefined : { unit: offer.to, province: offer.province };
}

/** The places a case is with: of the incident, of residence, the one asked to take over, and of care. */
export function placesOf(state: Case): readonly Place[] {
  const offered = offeredPlace(state);
  const caring = state.care.filter(({ endedAt }) => endedAt === null);
  return [state.incidentLeg, state.residenceLeg, ...(offered ? [offered] : []), ...caring];
}

/** The placement of a name, ended or not. */
export function findCare(state: Case, id: string): Care | undefined {
  return state.care.find((each) => each.id === id);
}

/** Whether a case is neither closed nor archived. */
export function isInWork({ step }: Pick<Case, 'step'>): boolean {
  return step !== 'CLOSED' && step !== 'ARCHIVED';
}

/** Whether another commune than that of the incident has accepted the residence leg. */
export function isHandedOver(state: Case): boolean {
  return state.residenceLeg.unit !== state.incidentLeg.unit;
}

/** The isolation order in force. */
export function openIsolation(state: Case): Isolation | undefined {
  return state.isolations.find((each) => each.endedAt === null);
}

/** The leg whose commune answers for the case now. */
export function accountableLeg(state: Case): Leg {
  return legOf(state, accountableLegName(state));
}

/** When somebody must next be told about the case: one timer for all its deadlines. */
export function nextTelling(state: Case): Instant | null {
  let next: Instant | null = null;
  for (const { nextAt } of state.deadlines)
    if (nextAt !== null && (next === null || nextAt < next)) next = nextAt;
  return next;
}

/** The open deadline of this identity. */
export function findDeadline(state: Case, id: string): Deadline | undefined {
  return state.deadlines.find((each) => deadlineId(each) === id);
}

/** Which of the two legs answers for the case now. */
export function accountableLegName(state: Case): LegName {
  return state.step === 'INITIAL_ASSESSMENT' || !isHandedOver(state) ? 'INCIDENT' : 'RESIDENCE';
}

/** Where the clock of the twelve hours began, while they bind or may come to bind. */
export function emergencyClock({ deadlines }: Case): Instant | null {
  return deadlines.find(({ rule, local }) => rule === 'D05' && !local)?.from ?? null;
}
