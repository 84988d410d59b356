import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { available } from '#domain/case/availability.ts';
import { isHandedOver, isInWork, nextTelling } from '#domain/case/case.ts';
import type { CommandType } from '#domain/case/command.ts';
import { raisesRevision } from '#domain/case/decide.ts';
import type { Fact } from '#domain/case/event.ts';
import { fold } from '#domain/case/evolve.ts';
import { receiptOf } from '#domain/case/incident.ts';
import { limitBehind } from '#domain/case/planning.ts';
import { isolationCapDays } from '#domain/case/protection.ts';
import { factsPerSweep } from '#domain/case/sweep.ts';
import { deadlineId } from '#domain/case/terms.ts';
import type { LegName, Step, Trigger } from '#domain/procedure.ts';
import { procedures } from '#domain/procedures/registry.ts';
import { daysBetween, hoursBetween, localDate } from '#domain/time.ts';
import { tried } from '../../support/breadth.ts';
import { factsOf, incidentOf, only, type Story, sweptAt } from '../../support/given.ts';
import { anyMove, anyStart, storyOf } from '../../support/random-story.ts';

const anyStory = fc
  .tuple(anyStart, fc.array(anyMove, { minLength: 1, maxLength: 45, size: 'max' }))
  .map(([start, moves]) => storyOf(start, moves));

const holds = (law: (story: Story) => void) =>
  fc.assert(fc.property(anyStory, law), { numRuns: tried(250) });

/** The stories of a law at each of their commits. */
function* moments({ commits }: Story) {
  for (let count = 1; count <= commits.length; count += 1) {
    const past = commits.slice(0, count);
    const last = past.at(-1);
    if (last === undefined) return;
    const facts = past.flatMap((commit) => commit.facts);
    yield { state: fold(undefined, facts, 'case-1'), ...last };
  }
}

/** Every duty that ended, with the end it had then. */
function closings(story: Story) {
  const ends = new Map<string, string | null>();
  return factsOf(story).flatMap((fact) => {
    if (fact.type === 'DeadlineSet' || fact.type === 'DeadlineMoved')
      ends.set(deadlineId(fact.deadline), fact.dueAt);
    if (fact.type !== 'DeadlineClosed') return [];
    return [[fact, ends.get(deadlineId(fact.deadline)) ?? null] as const];
  });
}

function isPlaced(fact: Fact, leg: LegName): boolean {
  if (fact.type === 'CommuneAssigned') return fact.leg === leg;
  const others: readonly Fact['type'][] =
    leg === 'INCIDENT' ? ['ReportReceived', 'ReportForwarded'] : ['HandoverAccepted'];
  return others.includes(fact.type);
}

const ways: Record<Step, readonly Step[]> = {
  INITIAL_ASSESSMENT: ['NEEDS_ASSESSMENT', 'CLOSED'],
  NEEDS_ASSESSMENT: ['PLAN_DRAFTING', 'CLOSING', 'CLOSED'],
  PLAN_DRAFTING: ['PLAN_APPROVAL'],
  PLAN_APPROVAL: ['PLAN_DRAFTING', 'EXECUTION'],
  EXECUTION: ['PLAN_DRAFTING', 'CLOSING'],
  CLOSING: ['CLOSED', 'PLAN_DRAFTING'],
  CLOSED: ['ARCHIVED', 'INITIAL_ASSESSMENT', 'NEEDS_ASSESSMENT'],
  ARCHIVED: ['INITIAL_ASSESSMENT', 'NEEDS_ASSESSMENT'],
};

const meeting: Partial<Record<Trigger, CommandType>> = {
  InitialAssessed: 'assessInitially',
  EmergencyMeasureApplied: 'applyEmergencyMeasure',
  NeedsAssessed: 'assessNeeds',
  PlanSubmitted: 'submitPlan',
  PlanApproved: 'approvePlan',
  DecisionSent: 'sendDecision',
  PlanItemCompleted: 'completePlanItem',
  PlanReviewed: 'reviewPlan',
  CaseClosed: 'closeCase',
  CaseArchived: 'archiveCase',
  IsolationEnded: 'endIsolation',
  HandoverAccepted: 'acceptHandover',
  CommuneAssigned: 'assignCommune',
  FollowUpRecorded: 'recordFollowUp',
  IsolationOrdered: 'orderIsolation',
  GlassReviewed: 'reviewBreakGlass',
  SubjectRequestAnswered: 'answerSubjectRequest',
};

describe('whatever happens to a case', () => {
  it('the state kept is what all its facts add up to', () =>
    holds((story) => {
      const { seq, revision, ...kept } = story.state;
      const { seq: _, revision: __, ...folded } = fold(undefined, factsOf(story), 'case-1');
      expect(folded).toEqual(kept);
      expect(seq).toBe(story.commits.length);
      const human = story.commits.filter(({ act }) => act !== 'sweep' && raisesRevision(act));
      expect(revision).toBe(human.length);
    }));

  it('no step is skipped', () =>
    holds((story) => {
      let before: Step = 'INITIAL_ASSESSMENT';
      for (const { state } of moments(story)) {
        if (state.step !== before) expect(ways[before]).toContain(state.step);
        before = state.step;
      }
    }));

  it('no two deadlines were ever the same one', () =>
    holds((story) => {
      const ids = only(factsOf(story), 'DeadlineSet').map(({ deadline }) => deadlineId(deadline));
      expect(new Set(ids).size).toBe(ids.length);
    }));

  it('a closed case has only its archiving open, follow-ups of a child in care, and what is to be judged or answered', () =>
    holds(({ state }) => {
      if (isInWork(state)) return;
      const caring = state.care.some(({ endedAt }) => endedAt === null);
      const rules = state.deadlines.map(({ rule }) => rule);
      const beside = [...(caring ? ['D15', 'D16', 'D17'] : []), 'D26', 'P07', 'P08'];
      const others = rules.filter((rule) => !beside.includes(rule));
      const owes = state.step === 'CLOSED' && !state.unfounded;
      expect(others).toEqual(owes ? ['D12'] : []);
    }));

  it('a case on its way always has a clock running', () =>
    holds(({ state }) => {
      if (isInWork(state)) expect(state.deadlines).not.toEqual([]);
    }));

  it('every duty that binds can still be met by an act of the step', () =>
    holds(({ state }) => {
      const acts: readonly CommandType[] = available[state.step];
      for (const open of state.deadlines.filter(({ status }) => status !== 'CONDITIONAL')) {
        const limit = limitBehind(open, procedures);
        const ways = limit?.until.flatMap((fact) => meeting[fact] ?? []) ?? [];
        expect([open.rule, ways.some((way) => acts.includes(way))]).toEqual([open.rule, true]);
      }
    }));

  it('no rung of a planning is told twice', () =>
    holds((story) => {
      const rungs = factsOf(story).flatMap((fact) =>
        'rung' in fact && 'told' in fact
          ? [[deadlineId(fact.deadline), fact.planning, fact.rung].join()]
          : [],
      );
      expect(new Set(rungs).size).toBe(rungs.length);
    }));

  it('the rungs of a deadline are told from the lowest up', () =>
    holds((story) => {
      const next = new Map<string, number>();
      for (const fact of factsOf(story)) {
        if (fact.type === 'DeadlineSet' || fact.type === 'DeadlineMoved')
          next.set(deadlineId(fact.deadline), fact.rung);
        // A breach written down with the act that ends it climbs no ladder and tells nobody.
        if (!('rung' in fact && 'told' in fact) || fact.told.length === 0) continue;
        const id = deadlineId(fact.deadline);
        expect(fact.rung).toBe(next.get(id));
        next.set(id, fact.rung + 1);
      }
    }));

  it('a duty met late has its breach on record, once', () =>
    holds((story) => {
      const facts = factsOf(story);
      const breached = only(facts, 'BreachRecorded').map(({ deadline }) => deadlineId(deadline));
      expect(new Set(breached).size).toBe(breached.length);
      const statuses = new Map(
        [...moments(story)].flatMap(({ state }) =>
          state.deadlines.map((open) => [deadlineId(open), open.status] as const),
        ),
      );
      for (const { deadline, how } of only(facts, 'DeadlineClosed')) {
        const id = deadlineId(deadline);
        const didBind = statuses.has(id) && statuses.get(id) !== 'CONDITIONAL';
        if (how === 'MET_LATE' && didBind) expect(breached).toContain(id);
      }
    }));

  it('a duty is met before its due instant and met late from it on', () =>
    holds((story) => {
      for (const [{ about, how }, end] of closings(story)) {
        if (how === 'VOID') continue;
        const isLate = end !== null && about >= end;
        expect(how).toBe(isLate ? 'MET_LATE' : 'MET');
      }
    }));

  it('nothing is about the future, or known before it happened or after it was written', () =>
    holds(({ commits }) => {
      for (const { now, facts } of commits)
        for (const { about, known } of facts) {
          expect(about <= known).toBe(true);
          expect(known <= now).toBe(true);
        }
    }));

  it('a sweep takes everything due or as much as it may, and a second finds nothing more', () =>
    holds((story) => {
      const now = story.commits.at(-1)?.now ?? story.state.receivedAt;
      const once = sweptAt(story, now);
      if (once === story) return;
      const isFull = once.commits.at(-1)?.facts.length === factsPerSweep;
      if (!isFull) expect(sweptAt(once, now)).toBe(once);
      const next = nextTelling(once.state);
      expect(next === null || next > now || isFull).toBe(true);
    }));

  it('a breach waits for nobody: its rung is reached when the duty is due, or begins if later', () =>
    holds(({ state }) => {
      for (const { rung, nextAt, from, dueAt, status } of state.deadlines) {
        if (rung !== 1 || status === 'CONDITIONAL') continue;
        expect(nextAt).toBe(dueAt !== null && dueAt < from ? from : dueAt);
      }
    }));

  it('a child is never kept apart for more than fifteen days on paper, unless a court was asked', () =>
    holds((story) => {
      for (const { state } of moments(story)) {
        const open = state.isolations.find(({ endedAt }) => endedAt === null);
        if (open === undefined || open.inCourt) continue;
        const used = state.isolations.map(({ from, endedAt }) =>
          endedAt === null ? 0 : Math.max(0, daysBetween(localDate(from), localDate(endedAt))),
        );
        const total = used.reduce((sum, days) => sum + days, open.days);
        expect(total).toBeLessThanOrEqual(isolationCapDays);
      }
    }));

  it('the earliest receipt counts, whichever report brought it and however it was corrected', () =>
    holds((story) => {
      const incident = incidentOf(story.commits);
      if (incident === undefined) throw new Error('A story begins with a report');
      expect(story.state.receivedAt).toBe(receiptOf(incident, 'case-1'));
    }));

  it('a leg is with the commune the last fact about it put it with', () =>
    holds((story) => {
      const facts = factsOf(story);
      const placed = facts.filter((fact) => isPlaced(fact, 'INCIDENT')).at(-1);
      const moved = facts.filter((fact) => isPlaced(fact, 'RESIDENCE')).at(-1);
      const { incidentLeg, residenceLeg } = story.state;
      expect(placed).toMatchObject({ unit: incidentLeg.unit });
      expect(moved ?? placed).toMatchObject({ unit: residenceLeg.unit });
    }));

  it('no limit of law is ever stopped or extended, and none beyond its cap', () =>
    holds(({ state }) => {
      for (const open of state.deadlines) {
        const limit = limitBehind(open, procedures);
        const stood = open.pauses.reduce(
          (sum, { from, until }) => sum + hoursBetween(from, until),
          0,
        );
        const extra = open.extensions.reduce((sum, each) => sum + each.extra, 0);
        expect(stood).toBeLessThanOrEqual((limit?.pausable?.atMost ?? 0) * 24);
        expect(extra).toBeLessThanOrEqual(limit?.extendable?.atMost ?? 0);
        if (limit?.law !== undefined) expect([stood, extra]).toEqual([0, 0]);
      }
    }));
});

describe('the stories of these laws', () => {
  it('reach every step, a second cycle, a hand-over, a breach and an unplanned deadline', () => {
    const reached = new Set<string>();
    for (const { state, commits } of fc.sample(anyStory, { numRuns: 500, seed: 56 })) {
      reached.add(state.step);
      if (state.cycle > 1) reached.add('CYCLE_2');
      if (isHandedOver(state)) reached.add('HANDED_OVER');
      for (const fact of commits.flatMap(({ facts }) => facts)) {
        reached.add(fact.type);
        if (fact.type === 'DeadlineSet') reached.add(fact.status);
      }
    }
    const wanted = [...Object.keys(ways), 'CYCLE_2', 'HANDED_OVER', 'UNPLANNED', 'PROVISIONAL'];
    const facts = [
      ...['BreachRecorded', 'Escalated', 'Acknowledged', 'DeadlineMoved', 'PlanAdjusted'],
      ...['CaseReopened', 'ReportUnfounded', 'CommuneAssigned', 'CarePlaced', 'FollowUpRecorded'],
      ...['DeadlinePaused', 'DeadlineExtended', 'CourtRequested', 'PlanRefused', 'ChildCorrected'],
      ...['ReportAdded', 'ReceiptCorrected', 'ReceiptMoved'],
    ];
    expect([...wanted, ...facts].filter((each) => !reached.has(each))).toEqual([]);
  });
});
