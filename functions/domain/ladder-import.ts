import { type Role, roles, type UnitCode } from './directory.ts';
import type { Hold, Ladder, LadderPolicy, LadderSpan, Rung, RungKind } from './ladder.ts';
import { holdsNoLonger, isNoLater, isNoLonger, laxities, slowerFor } from './ladder-strictness.ts';
import type { PlainDate } from './time.ts';

/** The ladders a province may have of its own: what it and its communes owe. */
export const provincialLadders = ['EMERGENCY', 'ROUTINE', 'PROVINCE'] as const;
/** One of {@link provincialLadders}. */
export type ProvincialLadder = (typeof provincialLadders)[number];

/** A rung as it was written: one of `share`, `before` and `after`. */
export type RungDraft = {
  readonly id: string;
  readonly kind: RungKind;
  readonly share: number | null;
  readonly before: LadderSpan | null;
  readonly after: LadderSpan | null;
  readonly tell: readonly Role[];
};

/** What an acknowledgement is to do, as it was written; a span where it slows. */
export type HoldDraft = { readonly effect: Hold['effect']; readonly by: LadderSpan | null };

/** A ladder as it was written. */
export type LadderDraft = {
  readonly name: ProvincialLadder;
  readonly rungs: readonly RungDraft[];
  readonly named: HoldDraft;
  readonly anonymous: HoldDraft;
};

/** Ladders of a province as they were written; those it does not name are as by default. */
export type LaddersDraft = {
  readonly province: UnitCode;
  readonly revision: number;
  readonly validFrom: PlainDate;
  readonly document: string;
  readonly ladders: readonly LadderDraft[];
};

/** Everything that can be wrong with ladders, with how it is mended. */
export const ladderProblems = {
  LADDER_REPEATED: 'Keep one ladder of this name.',
  PAST_DAY: 'Ladders are in force from today or a later day. Correct the day.',
  PLACE_UNCLEAR: 'Give exactly one of `share`, `before` and `after`.',
  SHARE_OUT_OF_RANGE: 'A reminder stands above 0 and below 1, and the breach at 1.',
  SPAN_OUT_OF_RANGE: 'Give a whole number from 1 to 10,000.',
  PLACE_UNFIT:
    'A reminder has `share` or `before`, the breach has `share` 1, an escalation has `after`.',
  BREACH_UNIQUE: 'A ladder has exactly one rung of kind BREACH. Add it or take one out.',
  OUT_OF_ORDER:
    'Reminders come first, by share and then by span, then the breach, then escalations, each surely later than the one before.',
  RUNG_REPEATED: 'Each rung of a ladder has an id of its own.',
  NOBODY_TOLD: 'Name at least one role.',
  ROLE_UNFIT: 'This role follows no duty. Take it out.',
  TOLD_LATER:
    'The default tells this role earlier. Move the rung down, or use its unit or clock time.',
  TOLD_LESS: 'The default tells a role here that your ladder leaves out. Add it.',
  HOLD_UNCLEAR: 'Give `by` where it slows, and leave it out where it stops.',
  HOLD_LONGER: 'The default holds a shorter time. Shorten it, or use its unit or clock time.',
  ANONYMOUS_STOPS: 'An acknowledgement by a link can only slow. Give a span.',
  ANONYMOUS_LONGER: 'An acknowledgement by a link holds no longer than one by name. Shorten it.',
  EMERGENCY_SLOWER: 'An emergency would tell a role later than a routine duty. Move its rung down.',
} as const;
/** A stable code of {@link ladderProblems}. */
export type LadderProblemCode = keyof typeof ladderProblems;

/** What is wrong and where, from the input on, lists counted from 0; never the value. */
export type LadderProblem = {
  readonly code: LadderProblemCode;
  readonly field: readonly string[];
};

/** Ladders that hold, or everything that is wrong with the draft. */
export type ReadLadders =
  | { readonly policy: LadderPolicy }
  | { readonly problems: readonly LadderProblem[] };

/**
 * Reads ladders of a province over the default ones: they may tell earlier and more, and never later or fewer.
 *
 * What the ladders say together is judged only once each of them can be read.
 *
 * @policy 0045
 */
export function readLadders(
  draft: LaddersDraft,
  { over, today }: { readonly over: LadderPolicy; readonly today: PlainDate },
): ReadLadders {
  const unreadable = [
    ...(draft.validFrom < today ? [{ code: 'PAST_DAY', field: ['validFrom'] } as const] : []),
    ...draft.ladders.flatMap((ladder, at) => within(at, faultsOf(ladder, at, draft))),
  ];
  if (unreadable.length > 0) return { problems: unreadable };
  const read = draft.ladders.map((ladder) => [ladder.name, ladderOf(ladder)] as const);
  const ladders = { ...over.ladders, ...Object.fromEntries(read) };
  const lax = read.flatMap(([name, ladder], at) =>
    within(at, faultsOver(ladder, over.ladders[name])),
  );
  const slower = slowerFor(ladders.EMERGENCY, ladders.ROUTINE).map(
    () => ({ code: 'EMERGENCY_SLOWER', field: ['ladders'] }) as const,
  );
  const problems = [...lax, ...slower.slice(0, 1)];
  if (problems.length > 0) return { problems };
  const { province, revision, validFrom, document } = draft;
  const id = `${province}/${revision}`;
  return { policy: { id, province, revision, validFrom, document, ladders } };
}

type Fault = readonly [code: LadderProblemCode, ...field: readonly string[]];

function within(at: number, faults: readonly Fault[]): readonly LadderProblem[] {
  return faults.map(([code, ...field]) => ({ code, field: ['ladders', String(at), ...field] }));
}

function faultsOf(ladder: LadderDraft, at: number, { ladders }: LaddersDraft): readonly Fault[] {
  const { name, rungs, named, anonymous } = ladder;
  const isRepeated = ladders.findIndex((each) => each.name === name) < at;
  const ofRungs = rungs.flatMap((rung, index) =>
    faultsOfRung(rung, index, rungs).map(
      ([code, ...field]): Fault => [code, 'rungs', String(index), ...field],
    ),
  );
  const together = ofRungs.length > 0 ? [] : faultsOfOrder(rungs);
  return [
    ...(isRepeated ? [['LADDER_REPEATED', 'name'] as const] : []),
    ...ofRungs,
    ...together,
    ...faultsOfHold(named, 'named'),
    ...faultsOfHold(anonymous, 'anonymous'),
    ...(anonymous.effect === 'STOPS' ? [['ANONYMOUS_STOPS', 'anonymous'] as const] : []),
  ];
}

// They see no case of a child, and follow no duty.
const unfit: readonly Role[] = ['ANALYST', 'ADMINISTRATOR'];
const told: readonly Role[] = roles.filter((role) => !unfit.includes(role));

function faultsOfRung(rung: RungDraft, at: number, rungs: readonly RungDraft[]): readonly Fault[] {
  const isRepeated = rungs.findIndex(({ id }) => id === rung.id) < at;
  const strangers = rung.tell.flatMap((role, index): readonly Fault[] =>
    told.includes(role) ? [] : [['ROLE_UNFIT', 'tell', String(index)]],
  );
  return [
    ...faultsOfPlace(rung),
    ...(isRepeated ? [['RUNG_REPEATED', 'id'] as const] : []),
    ...(rung.tell.length === 0 ? [['NOBODY_TOLD', 'tell'] as const] : []),
    ...strangers,
  ];
}

const places: Readonly<Record<RungKind, readonly (keyof RungDraft)[]>> = {
  REMINDER: ['share', 'before'],
  BREACH: ['share'],
  ESCALATION: ['after'],
};

function faultsOfPlace(rung: RungDraft): readonly Fault[] {
  const given = (['share', 'before', 'after'] as const).filter((name) => rung[name] !== null);
  const [place] = given;
  if (place === undefined || given.length > 1) return [['PLACE_UNCLEAR']];
  if (!places[rung.kind].includes(place)) return [['PLACE_UNFIT', place]];
  return rung.share === null ? faultsOfSpan(rung, place) : faultsOfShare(rung.kind, rung.share);
}

function faultsOfShare(kind: RungKind, share: number): readonly Fault[] {
  const isBetween = kind === 'BREACH' ? share === 1 : share > 0 && share < 1;
  return isBetween ? [] : [['SHARE_OUT_OF_RANGE', 'share']];
}

function faultsOfSpan({ before, after }: RungDraft, place: string): readonly Fault[] {
  return isSpan(before ?? after) ? [] : [['SPAN_OUT_OF_RANGE', place]];
}

const mostUnits = 10_000;

function isSpan(span: LadderSpan | null): boolean {
  if (span === null) return false;
  return Number.isInteger(span.count) && span.count >= 1 && span.count <= mostUnits;
}

const order: readonly RungKind[] = ['REMINDER', 'BREACH', 'ESCALATION'];

function faultsOfOrder(drafts: readonly RungDraft[]): readonly Fault[] {
  if (drafts.filter(({ kind }) => kind === 'BREACH').length !== 1)
    return [['BREACH_UNIQUE', 'rungs']];
  const rungs = drafts.map(rungOf);
  return rungs.flatMap((rung, at): readonly Fault[] => {
    const before = rungs[at - 1];
    return before === undefined || follows(rung, before)
      ? []
      : [['OUT_OF_ORDER', 'rungs', String(at)]];
  });
}

function follows(rung: Rung, before: Rung): boolean {
  const [is, was] = [order.indexOf(rung.kind), order.indexOf(before.kind)];
  if (is !== was) return is > was;
  // A reminder by a span waits for those by a share before it: see `rungAt`.
  if ('share' in before.at && 'before' in rung.at) return true;
  return isNoLater(before, rung) && !isNoLater(rung, before);
}

function faultsOfHold({ effect, by }: HoldDraft, field: string): readonly Fault[] {
  if ((effect === 'STOPS') !== (by === null)) return [['HOLD_UNCLEAR', field]];
  return by === null || isSpan(by) ? [] : [['SPAN_OUT_OF_RANGE', field, 'by']];
}

function rungOf({ id, kind, share, before, after, tell }: RungDraft): Rung {
  const at = share === null ? placeOf(before, after) : { share };
  return { id, kind, at, tell: [...new Set(tell)] };
}

function placeOf(before: LadderSpan | null, after: LadderSpan | null): Rung['at'] {
  if (before !== null) return { before };
  if (after !== null) return { after };
  throw new Error('A rung without a place was taken');
}

function holdOf({ by }: HoldDraft): Hold {
  return by === null ? { effect: 'STOPS' } : { effect: 'SLOWS', by };
}

function ladderOf({ rungs, named, anonymous }: LadderDraft): Ladder {
  return { rungs: rungs.map(rungOf), hold: { NAMED: holdOf(named), ANONYMOUS: holdOf(anonymous) } };
}

function faultsOver(ladder: Ladder, than: Ladder): readonly Fault[] {
  const { NAMED, ANONYMOUS } = ladder.hold;
  const later = laxities(ladder, than).map(({ instead }): Fault => {
    if (instead === undefined) return ['TOLD_LESS', 'rungs'];
    return ['TOLD_LATER', 'rungs', String(ladder.rungs.indexOf(instead))];
  });
  const isLonger =
    ANONYMOUS.effect === 'SLOWS' && NAMED.effect === 'SLOWS' && !isNoLonger(ANONYMOUS.by, NAMED.by);
  return [
    ...new Map(later.map((fault) => [fault.join(' '), fault])).values(),
    ...(holdsNoLonger(NAMED, than.hold.NAMED) ? [] : [['HOLD_LONGER', 'named'] as const]),
    ...(holdsNoLonger(ANONYMOUS, than.hold.ANONYMOUS)
      ? []
      : [['HOLD_LONGER', 'anonymous'] as const]),
    ...(isLonger ? [['ANONYMOUS_LONGER', 'anonymous'] as const] : []),
  ];
}
