import fc from 'fast-check';
import { available } from '#domain/case/availability.ts';
import type { Case } from '#domain/case/case.ts';
import type { Command, CommandOf, CommandType } from '#domain/case/command.ts';

import { deadlineId, followUps } from '#domain/case/terms.ts';
import { nation } from '#domain/directory.ts';
import type { Step } from '#domain/procedure.ts';
import { isRefusal } from '#domain/refusal.ts';
import { fromEpoch, type Instant, localDate, plusDays, plusHours, toEpoch } from '#domain/time.ts';
import { act, anyAct, communes, item, postId, vn } from './builders.ts';
import { answer, given, type Setting, type Story, sweptAt, tell } from './given.ts';

/** One thing that happens next in a made-up story, drawn without knowing the case. */
export type Move = {
  readonly kind: 'FORWARD' | 'AVAILABLE' | 'ANY' | 'SWEEP';
  readonly pick: number;
  readonly waitHours: number;
  /** Where the act lies between receipt and now, or nothing when it is written down at once. */
  readonly happened: number | null;
  readonly yes: boolean;
  readonly count: number;
};

/** Moves of every kind, more often forward than not, minutes or days apart. */
export const anyMove: fc.Arbitrary<Move> = fc.record({
  kind: fc.constantFrom('FORWARD', 'FORWARD', 'AVAILABLE', 'AVAILABLE', 'ANY', 'SWEEP'),
  pick: fc.nat(99),
  waitHours: fc.oneof(fc.constantFrom(0, 0.25, 1, 3), fc.integer({ min: 0, max: 240 })),
  happened: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 2 }),
  yes: fc.boolean(),
  count: fc.integer({ min: 0, max: 15 }),
});

/** Starts on any day of two years, the last of them before a year nobody has reviewed. */
export const anyStart = fc
  .integer({ min: 0, max: 2 * 365 * 24 })
  .map((hours) => plusHours(vn('2026-01-01 00:00'), hours));

const forward: Record<Step, readonly CommandType[]> = {
  INITIAL_ASSESSMENT: ['assessInitially'],
  NEEDS_ASSESSMENT: ['assessNeeds', 'acceptHandover'],
  PLAN_DRAFTING: ['recordMeeting', 'submitPlan', 'acceptHandover'],
  PLAN_APPROVAL: ['approvePlan', 'acceptHandover'],
  EXECUTION: ['reviewPlan', 'completePlanItem', 'acceptHandover'],
  CLOSING: ['closeCase', 'endIsolation', 'acceptHandover', 'declineHandover'],
  CLOSED: ['archiveCase', 'reopenCase'],
  ARCHIVED: ['reopenCase', 'recordFollowUp'],
};

/** The story that some moves make of a report; refused acts leave no trace. */
export function storyOf(start: Instant, moves: readonly Move[], setting: Setting = {}): Story {
  const wall = fromEpoch(toEpoch(start) + 7 * 3_600_000)
    .slice(0, 16)
    .replace('T', ' ');
  let story = given(wall, {}, setting);
  let now = start;
  for (const move of moves) {
    now = plusHours(now, move.waitHours);
    story = move.kind === 'SWEEP' ? ticked(story, now) : attempt(story, move, now);
  }
  return story;
}

/** A tick sweeps until nothing is due: what one sweep leaves over would hang on how much else was due. */
function ticked(story: Story, now: Instant): Story {
  const next = sweptAt(story, now);
  return next === story ? story : ticked(next, now);
}

function attempt(story: Story, move: Move, now: Instant): Story {
  const command = { ...commandOf(story.state, move, now), happenedAt: pastOf(story, move, now) };
  if (isRefusal(answer(story, command, { now }))) return story;
  return tell(story, command, { now });
}

function pastOf({ state }: Story, { happened }: Move, now: Instant): Instant | null {
  if (happened === null) return null;
  const from = toEpoch(state.receivedAt);
  return fromEpoch(from + Math.floor((toEpoch(now) - from) * happened));
}

const every = Object.values(available).flat();

function commandOf(state: Case, move: Move, now: Instant): Command {
  const pools = { FORWARD: forward[state.step], AVAILABLE: available[state.step], ANY: every };
  const pool: readonly CommandType[] = move.kind === 'SWEEP' ? [] : pools[move.kind];
  const type = pool[move.pick % pool.length] ?? 'addNote';
  const usual = anyAct(type);
  const special = contents[type]?.(state, move, now);
  return special === undefined ? usual : ({ ...usual, ...special } as Command);
}

type Saying<Type extends CommandType> = (
  state: Case,
  move: Move,
  now: Instant,
) => Partial<CommandOf<Type>>;

const contents: { readonly [Type in CommandType]?: Saying<Type> } = {
  addReport: (_, { count }, now) => ({ receivedAt: plusHours(now, -count) }),
  correctReceipt: (_, { count }, now) => ({
    report: 1 + (count % 2),
    receivedAt: plusHours(now, -count),
  }),
  assessInitially: (_, { yes }) => ({ seriousHarm: yes }),
  assessNeeds: (_, { count }) => ({ planNeeded: count > 2 }),
  orderIsolation: (_, { count }) => ({ days: count + 1 }),
  extendIsolation: (_, { count }) => ({ days: (count % 4) + 1 }),
  offerHandover: (_, { count }) => ({ to: communes[count % communes.length] ?? 'none' }),
  submitPlan: (_, { count }, now) => ({ items: itemsAfter(now, count) }),
  adjustPlan: (state, { count }, now) => ({
    items: [...(state.plan?.items.slice(0, 2) ?? []), ...itemsAfter(now, count).slice(2)],
  }),
  startPlanItem: (_, { count }) => ({ item: `i${count % 4}` }),
  completePlanItem: (_, { count }) => ({ item: `i${count % 4}` }),
  reviewPlan: (_, { yes }) =>
    act('reviewPlan', { outcome: yes ? 'CLOSE' : 'CONTINUE', atRisk: !yes, stable: yes }),
  assignWorker: (state, { yes }) => {
    const leg = yes ? ('INCIDENT' as const) : ('RESIDENCE' as const);
    const unit = yes ? state.incidentLeg.unit : state.residenceLeg.unit;
    return { leg, post: postId('COMMUNE_WORKER', unit) };
  },
  acknowledge: someDeadline,
  resumeDeadline: someDeadline,
  extendDeadline: (state, move) => ({ ...someDeadline(state, move), extra: (move.count % 5) + 1 }),
  pauseDeadline: (state, move) => ({ ...someDeadline(state, move), days: move.count + 1 }),
  reopenCase: (_, { yes }) => ({ ground: yes ? 'NEW_INFORMATION' : 'CLOSED_IN_ERROR' }),
  assignCommune: (state, { count }) => ({
    to: communes[count % communes.length] ?? 'none',
    leg: state.step === 'INITIAL_ASSESSMENT' ? 'INCIDENT' : 'RESIDENCE',
  }),
  forwardReport: (_, { count }) => ({ to: communes[count % communes.length] ?? 'none' }),
  placeInCare: (_, { count, yes }) => ({
    unit: communes[count % communes.length] ?? 'none',
    form: yes ? 'RELATIVE' : 'FACILITY',
  }),
  recordFollowUp: (state, { pick }) => ({
    care: state.care.at(-1)?.id ?? 'none',
    followUp: followUps[pick % followUps.length] ?? 'D15',
  }),
  endCare: (state) => ({ care: state.care.at(-1)?.id ?? 'none' }),
  // Of somebody who is never told anything, so that whom the others are told of stays plain.
  declareConflict: () => ({ unit: nation, post: postId('ADMINISTRATOR', nation) }),
  liftConflict: (state) => ({ exclusion: state.exclusions?.at(-1)?.id ?? 'none' }),
  reviewBreakGlass: (state) => ({ glass: state.glasses?.at(-1)?.id ?? 'none' }),
  recordSubjectRequest: (_, { yes }) => ({ verifiedBy: yes ? 'COURT_DECISION' : 'NOT_VERIFIED' }),
  answerSubjectRequest: (state, { pick, yes }) => ({
    request: state.subjectRequests?.at(-1 - (pick % 2))?.id ?? 'none',
    refusedOn: yes ? null : 'ENDANGERS_CHILD',
  }),
  correctResidence: (_, { yes, count }) => ({
    residenceUnit: yes ? null : (communes[count % communes.length] ?? null),
  }),
};

function someDeadline(state: Case, { pick }: Move): { readonly deadline: string } {
  // Those of a local procedure are left out, so that a story goes on alike with one and without.
  const known = state.deadlines.filter(({ local }) => !local);
  const found = known[pick % Math.max(1, known.length)];
  return { deadline: found === undefined ? 'none' : deadlineId(found) };
}

function itemsAfter(now: Instant, count: number) {
  const today = localDate(now);
  return Array.from({ length: count % 5 }, (_, at) =>
    item(`i${at}`, plusDays(today, count - 3 + at * 5), plusDays(today, -30)),
  );
}
