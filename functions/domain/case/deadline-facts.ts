import type { RungKind } from '../ladder.ts';
import type { Pinned } from '../ladders/registry.ts';
import type { BasisKind, Trigger } from '../procedure.ts';
import type { Instant, PlainDate } from '../time.ts';
import type {
  Closing,
  DeadlineKey,
  DeadlineStatus,
  MoveReason,
  ReliefGround,
  ToldPost,
} from './terms.ts';

/** A fact of one type with its instants. */
export type Dated<Type extends string, More = unknown> = {
  readonly type: Type;
  /** When it happened in the world. */
  readonly about: Instant;
  /** When it could first be known here. */
  readonly known: Instant;
} & More;

type OfDeadline = { readonly deadline: DeadlineKey; readonly planning: number };
type OnLadder = OfDeadline &
  Pinned & {
    readonly procedure: string;
    readonly dueAt: Instant;
    readonly rung: number;
    readonly told: readonly ToldPost[];
    readonly nextAt: Instant | null;
  };

/** Why more time was granted, by which document and which post. */
type Granted = {
  readonly ground: ReliefGround;
  readonly document: string;
  readonly post: string;
};

/** What can have happened to a duty of a case. */
export type DeadlineFact =
  | Dated<
      'DeadlineSet',
      OfDeadline &
        Pinned & {
          readonly procedure: string;
          /** The fact that started it. */
          readonly trigger: Trigger;
          readonly from: Instant;
          readonly dueAt: Instant | null;
          readonly status: DeadlineStatus;
          readonly calendar: number;
          readonly rung: number;
          readonly nextAt: Instant | null;
          /** Units of the limit, where the record and not the limit says how many. */
          readonly count?: number;
          /** The day named in the record, for a limit that ends with it. */
          readonly named?: PlainDate;
        }
    >
  | Dated<
      'DeadlineMoved',
      OfDeadline & {
        readonly why: MoveReason;
        /** Where its clock starts, when that is what moved. */
        readonly from?: Instant;
        /** The version it is owed under from now on, when that is what changed. */
        readonly procedure?: string;
        readonly dueAt: Instant | null;
        readonly status: DeadlineStatus;
        readonly calendar: number;
        readonly nextAt: Instant | null;
        readonly rung: number;
      }
    >
  | Dated<'DeadlineConfirmed', OfDeadline & { readonly nextAt: Instant | null }>
  | Dated<'DeadlinePaused', OfDeadline & Granted & { readonly until: Instant }>
  | Dated<'DeadlineResumed', OfDeadline>
  | Dated<'DeadlineExtended', OfDeadline & Granted & { readonly extra: number }>
  /** A corrected receipt changed whether a duty already done was done in time, or Form 02 that it was owed. */
  | Dated<
      'DeadlineRejudged',
      OfDeadline & {
        readonly from: Instant;
        readonly dueAt: Instant;
        readonly how: 'MET' | 'MET_LATE';
        /** As with `DeadlineClosed`. */
        readonly unbound?: true;
      }
    >
  | Dated<
      'DeadlineClosed',
      OfDeadline & {
        readonly how: Closing;
        /** Late by a clock that did not bind: no breach unless it turns out that it did. */
        readonly unbound?: true;
      }
    >
  | Dated<
      'Acknowledged',
      OfDeadline & {
        readonly post: string;
        readonly nextAt: Instant | null;
        /** By a link, which says nothing of who opened it. */
        readonly anonymous?: true;
      }
    >
  | Dated<'ReminderRecorded', OnLadder>
  | Dated<'BreachRecorded', OnLadder & { readonly basis: BasisKind }>
  | Dated<'Escalated', OnLadder>;

/** The fact type a rung of each kind leaves. */
export const rungFacts = {
  REMINDER: 'ReminderRecorded',
  BREACH: 'BreachRecorded',
  ESCALATION: 'Escalated',
} as const satisfies Record<RungKind, DeadlineFact['type']>;
