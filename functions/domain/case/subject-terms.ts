import type { FieldClass } from '../permission.ts';
import type { Instant } from '../time.ts';
import type { ConflictGround } from './oversight.ts';

/** Who asks to see what is kept about a child: the child, or whoever speaks for it (Law 91/2025 Art. 24). */
export const askers = ['CHILD', 'PARENT', 'GUARDIAN', 'OTHER_REPRESENTATIVE'] as const;
/** One of {@link askers}. */
export type Asker = (typeof askers)[number];

/** By what the office knows who asks, and that this person may speak for the child. */
export const verifications = [
  'IDENTITY_PAPERS',
  'BIRTH_CERTIFICATE',
  'COURT_DECISION',
  'KNOWN_IN_PERSON',
  'NOT_VERIFIED',
] as const;
/** One of {@link verifications}. */
export type Verification = (typeof verifications)[number];

/** Whether the record was given. */
export const subjectAnswers = ['GIVEN', 'REFUSED'] as const;

/**
 * Why the record is not given to whoever asked.
 *
 * @policy 0044
 */
export const withholdingGrounds = [
  'ENDANGERS_CHILD',
  'ASKER_IN_CONFLICT',
  'ASKER_NOT_VERIFIED',
  'NOT_REPRESENTATIVE',
  'HINDERS_PROCEEDINGS',
] as const;
/** One of {@link withholdingGrounds}. */
export type WithholdingGround = (typeof withholdingGrounds)[number];

/** A request to see what is kept about the child; who exactly asked is sealed. */
export type SubjectRequest = {
  readonly id: string;
  /** When it was received. */
  readonly at: Instant;
  readonly asker: Asker;
  readonly verifiedBy: Verification;
  /** What links the asker to who is alleged, as far as the office or the wall knows. */
  readonly conflict: ConflictGround | null;
  /** Version of the sealed note, where there is one. */
  readonly note: number | null;
  readonly answeredAt: Instant | null;
  /** Why it was refused; nothing where the record was given, or nobody has answered yet. */
  readonly refusedOn: WithholdingGround | null;
};

/** Parts of a case that are the child's own: not who reported it, who is alleged, or who looked into it. */
export const partsOfChild: readonly FieldClass[] = [
  'STATUS',
  'IDENTITY',
  'NARRATIVE',
  'ASSESSMENT',
  'PROTECTION',
  'CARE',
  'PLAN',
];
