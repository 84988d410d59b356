import type { Span } from './deadline.ts';
import { nation } from './directory.ts';
import { inForce } from './in-force.ts';
import { type LadderName, type Limit, limitOf, type Procedure, type rules } from './procedure.ts';
import { isNeverLater } from './strictness.ts';
import type { PlainDate } from './time.ts';

/** A duty people owe: that of a canary is none. */
type Rule = (typeof rules)[number];

/** A limit as somebody would have it; the ladder stays what it is where none is named. */
export type LimitDraft = {
  readonly rule: Rule;
  readonly unit: Span['unit'];
  /** How many units; nothing for a limit that ends with a day named in the record. */
  readonly count: number | null;
  readonly ladder: LadderName | null;
};

/** Everything that can be wrong with a draft, with how it is mended. */
export const draftProblems = {
  PROCEDURE_UNKNOWN: 'Name one of `procedures`, or none for that in force in the unit.',
  RULE_UNKNOWN: 'The procedure has no such limit. Use a rule of its `limits`.',
  RULE_REPEATED: 'Keep one draft for this rule.',
  COUNT_OUT_OF_RANGE: 'From 1 to 365 units are taken.',
  UNIT_UNFIT: 'No record names a day for this rule. Use a unit that is counted.',
  SPAN_FROM_RECORD:
    'The record of each case says how long this takes. Repeat unit and count as they stand; only the ladder can be drafted.',
} as const;
/** A stable code of {@link draftProblems}. */
export type DraftProblemCode = keyof typeof draftProblems;

/** What is wrong and where, from the draft on; never the value. */
export type DraftProblem = {
  readonly code: DraftProblemCode;
  readonly field: readonly string[];
};

/** A drafted procedure, or everything that is wrong with the draft. */
export type Drafted =
  | { readonly procedure: Procedure }
  | { readonly problems: readonly DraftProblem[] };

const mostUnits = 365;

/**
 * The procedure with some limits drafted otherwise.
 *
 * It keeps its id, so that every duty set under it is one under the draft; a limit that is not drafted stays the
 * same object.
 */
export function drafted(procedure: Procedure, drafts: readonly LimitDraft[]): Drafted {
  const problems = drafts.flatMap((draft, at) =>
    problemsOf(draft, procedure, drafts.slice(0, at)).map(
      ([code, field]): DraftProblem => ({ code, field: ['limits', String(at), field] }),
    ),
  );
  if (problems.length > 0) return { problems };
  const limits = procedure.limits.map((limit) => {
    const draft = drafts.find(({ rule }) => rule === limit.id);
    return draft === undefined ? limit : redrafted(limit, draft);
  });
  return { procedure: { ...procedure, limits } };
}

type Found = readonly (readonly [DraftProblemCode, keyof LimitDraft])[];

function problemsOf(draft: LimitDraft, procedure: Procedure, before: readonly LimitDraft[]): Found {
  const limit = limitOf(procedure, draft.rule);
  if (limit === undefined) return [['RULE_UNKNOWN', 'rule']];
  if (before.some(({ rule }) => rule === draft.rule)) return [['RULE_REPEATED', 'rule']];
  if (isOfRecord(limit)) return recordProblems(draft, limit.within);
  if (draft.unit === 'UNTIL_DAY') return [['UNIT_UNFIT', 'unit']];
  const { count } = draft;
  const isCount = count !== null && Number.isInteger(count) && count >= 1 && count <= mostUnits;
  return isCount ? [] : [['COUNT_OUT_OF_RANGE', 'count']];
}

/** Whether each record says by a day, a date of care or days left how long the duty takes. */
function isOfRecord({ within, series, each }: Limit): boolean {
  if (within.unit === 'UNTIL_DAY' || series !== undefined) return true;
  return each === 'ISOLATION' && within.unit === 'CALENDAR_DAYS';
}

function recordProblems({ unit, count }: LimitDraft, within: Span): Found {
  if (unit !== within.unit) return [['SPAN_FROM_RECORD', 'unit']];
  return count === countOf(within) ? [] : [['SPAN_FROM_RECORD', 'count']];
}

function countOf(within: Span): number | null {
  return 'count' in within ? within.count : null;
}

function redrafted(limit: Limit, { unit, count, ladder }: LimitDraft): Limit {
  return { ...limit, within: spanOf(limit.within, unit, count), ladder: ladder ?? limit.ladder };
}

function spanOf(within: Span, unit: Span['unit'], count: number | null): Span {
  if (unit === 'UNTIL_DAY' || count === null) return within;
  if (unit !== 'CALENDAR_DAYS' && unit !== 'MONTHS') return { unit, count };
  // A time in days or months ends with a worked day where no law says otherwise (Civil Code 2015 Art. 148.5).
  return { unit, count, rolls: 'rolls' in within ? within.rolls : true };
}

/** How a drafted limit stands to the law: looser as soon as it may end later for any start. */
export const standings = ['LOOSER_THAN_LAW', 'SAME_AS_LAW', 'STRICTER_THAN_LAW', 'NO_LAW'] as const;
/** One of {@link standings}. */
export type Standing = (typeof standings)[number];

/** A drafted limit beside the limit of law for the same rule. */
export type LimitStanding = {
  readonly rule: Rule;
  readonly standing: Standing;
  /** The article; nothing where the law gives no number. */
  readonly source: string | null;
};

/** How each draft stands to the law of the country on a day. */
export function standingsOf(
  procedure: Procedure,
  drafts: readonly LimitDraft[],
  { procedures, today }: { readonly procedures: readonly Procedure[]; readonly today: PlainDate },
): readonly LimitStanding[] {
  const country = inForce(procedures, [nation], today);
  return drafts.map(({ rule }) => {
    const law = country && limitOf(country, rule);
    const within = limitOf(procedure, rule)?.within;
    if (law?.law === undefined || within === undefined)
      return { rule, standing: 'NO_LAW', source: null };
    return { rule, standing: standing(within, law.within), source: law.law };
  });
}

function standing(draft: Span, law: Span): Standing {
  if (!isNeverLater(draft, law)) return 'LOOSER_THAN_LAW';
  return isNeverLater(law, draft) ? 'SAME_AS_LAW' : 'STRICTER_THAN_LAW';
}
