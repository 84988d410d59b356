import type { Fact } from './case/event.ts';
import { deadlineId, type ToldPost } from './case/terms.ts';
import type { RuleId } from './procedure.ts';
import type { Instant } from './time.ts';

// Their ladder is climbed in hours, so telling them cannot wait for the morning or a digest.
const urgentRules: readonly RuleId[] = ['D04', 'D05'];

/** What a notice is about. */
export const noticeKinds = [
  'FORWARDED',
  'REPORT_ADDED',
  'HANDOVER_OFFERED',
  'HANDOVER_ACCEPTED',
  'HANDOVER_DECLINED',
  'COMMUNE_ASSIGNED',
  'CARE_PLACED',
  'CONFLICT_DECLARED',
  'GLASS_BROKEN',
  'REMINDER',
  'BREACH',
  'ESCALATION',
] as const;
/** One of {@link noticeKinds}. */
export type NoticeKind = (typeof noticeKinds)[number];

/**
 * Something one post is to be told.
 *
 * It has the case code and the duty, and no member in which a name, a place or a text about a child would fit.
 */
export type Notice = {
  /** The same for every attempt to write it: case, deadline, planning, rung or act, post. */
  readonly id: string;
  readonly caseId: string;
  readonly caseCode: string;
  readonly kind: NoticeKind;
  readonly post: Pick<ToldPost, 'id' | 'role' | 'unit'>;
  /** Told at once: the case is an emergency, or the duty climbs the emergency ladder. */
  readonly emergency: boolean;
  /** When it became due to be told. */
  readonly about: Instant;
  readonly duty: NoticeDuty | null;
};

/** The duty a notice speaks of. */
export type NoticeDuty = {
  readonly deadline: string;
  readonly rule: RuleId;
  /** The procedure version it was set under: what the letter cites. */
  readonly procedure: string;
  readonly dueAt: Instant;
};

/** The event a notice comes from, as far as notices need it. */
export type Told = {
  readonly caseId: string;
  readonly caseCode: string;
  readonly seq: number;
  readonly emergency: boolean;
  readonly facts: readonly Fact[];
};

const actKinds = {
  ReportForwarded: 'FORWARDED',
  ReportAdded: 'REPORT_ADDED',
  HandoverOffered: 'HANDOVER_OFFERED',
  HandoverAccepted: 'HANDOVER_ACCEPTED',
  HandoverDeclined: 'HANDOVER_DECLINED',
  CommuneAssigned: 'COMMUNE_ASSIGNED',
  CarePlaced: 'CARE_PLACED',
  ConflictDeclared: 'CONFLICT_DECLARED',
  GlassBroken: 'GLASS_BROKEN',
} as const satisfies Partial<Record<Fact['type'], NoticeKind>>;

const rungKinds = {
  ReminderRecorded: 'REMINDER',
  BreachRecorded: 'BREACH',
  Escalated: 'ESCALATION',
} as const satisfies Partial<Record<Fact['type'], NoticeKind>>;

// The twelve hours run from the receipt, so a new case cannot wait for the morning; nor can an access that is
// over in three.
const atOnce: readonly NoticeKind[] = ['FORWARDED', 'GLASS_BROKEN'];

type ActFact = Extract<Fact, { type: keyof typeof actKinds }>;
/** A fact by which a rung of a ladder is told. */
export type RungFact = Extract<Fact, { type: keyof typeof rungKinds }>;

/** The notices an event calls for: one for each post it names, each with an id of its own. */
export function noticesOf(event: Told): readonly Notice[] {
  return event.facts.flatMap((fact) => {
    if (isActFact(fact)) return fact.told.map((post) => actNotice(event, fact, post));
    if (isRungFact(fact)) return fact.told.map((post) => rungNotice(event, fact, post));
    return [];
  });
}

function isActFact(fact: Fact): fact is ActFact {
  return fact.type in actKinds;
}

/** Whether a fact tells a rung of a ladder. */
export function isRungFact(fact: Fact): fact is RungFact {
  return fact.type in rungKinds;
}

/** The post alone: for whom else it is told, and why they cannot be, is on record and not in the notice. */
function seatOf({ id, role, unit }: ToldPost): Notice['post'] {
  return { id, role, unit };
}

function actNotice(event: Told, fact: ActFact, told: ToldPost): Notice {
  const post = seatOf(told);
  const { caseId, caseCode, seq } = event;
  const kind = actKinds[fact.type];
  const emergency = event.emergency || atOnce.includes(kind);
  const id = [caseId, '-', seq, kind, post.id].join('#');
  return { id, caseId, caseCode, kind, post, emergency, about: fact.about, duty: null };
}

function rungNotice(event: Told, fact: RungFact, told: ToldPost): Notice {
  const post = seatOf(told);
  const { caseId, caseCode } = event;
  const emergency = event.emergency || urgentRules.includes(fact.deadline.rule);
  const deadline = deadlineId(fact.deadline);
  const id = [caseId, deadline, fact.planning, fact.rung, post.id].join('#');
  const kind = rungKinds[fact.type];
  const { procedure, dueAt } = fact;
  const duty = { deadline, rule: fact.deadline.rule, procedure, dueAt };
  return { id, caseId, caseCode, kind, post, emergency, about: fact.about, duty };
}
