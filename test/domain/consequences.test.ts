import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vietnam } from '#domain/calendars/vietnam.ts';
import type { Case } from '#domain/case/case.ts';
import { fold } from '#domain/case/evolve.ts';
import { replan } from '#domain/case/replan.ts';
import { sweep } from '#domain/case/sweep.ts';
import { deadlineId } from '#domain/case/terms.ts';
import { type Consequences, consequences, type LadderLoad } from '#domain/consequences.ts';
import { nation } from '#domain/directory.ts';
import type { RungKind } from '#domain/ladder.ts';
import { drafted, type LimitDraft } from '#domain/policy-draft.ts';
import { ladderNames, limitOf, type Procedure, rules } from '#domain/procedure.ts';
import { decree56 } from '#domain/procedures/decree-56-2017.ts';
import { procedures } from '#domain/procedures/registry.ts';
import { type Instant, plusHours } from '#domain/time.ts';
import { far, home, moment, neighbour, officer, province, vn } from '../support/builders.ts';
import { caseAt, given, open, swept } from '../support/given.ts';
import { anyMove, anyStart, storyOf } from '../support/random-story.ts';

const draft = (
  rule: LimitDraft['rule'],
  unit: LimitDraft['unit'],
  count: number | null,
  ladder: LimitDraft['ladder'] = null,
): LimitDraft => ({ rule, unit, count, ladder });

function draftOf(limits: readonly LimitDraft[]): Procedure {
  const read = drafted(decree56, limits);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.procedure;
}

function simulated(
  states: readonly Case[],
  limits: readonly LimitDraft[],
  now: Instant,
  unit = nation,
): Consequences {
  const law = { calendar: vietnam, procedures, ladders: [] };
  return consequences(states, { unit, draft: draftOf(limits), now, ...law });
}

const quiet: LadderLoad = { REMINDER: 0, BREACH: 0, ESCALATION: 0 };

describe('a draft', () => {
  const approving = caseAt('PLAN_APPROVAL');
  const now = vn('2026-03-04 08:00');

  it('that is stricter makes overdue at once what is open for longer than it allows', () => {
    const { movements, agencies } = simulated([approving.state], [draft('D08', 'HOURS', 24)], now);
    expect(movements).toEqual([
      {
        caseCode: approving.state.code,
        unit: home,
        rule: 'D08',
        before: { dueAt: vn('2026-03-05 00:00'), status: 'PLANNED' },
        after: { dueAt: open(approving, 'D08')?.from.replace('-02T', '-03T'), status: 'PLANNED' },
        breached: false,
        late: true,
      },
    ]);
    expect(agencies.find(({ role }) => role === 'COMMUNE_CHAIR')).toMatchObject({
      unit: home,
      overdue: 1,
      relieved: 0,
      before: { ...quiet, BREACH: 1 },
      after: { ...quiet, BREACH: 1 },
    });
    // Nobody is reminded of an end that is past already.
    expect(agencies.find(({ role }) => role === 'COMMUNE_WORKER')).toMatchObject({
      overdue: 0,
      before: { ...quiet, REMINDER: 1, BREACH: 1 },
      after: { ...quiet, BREACH: 1 },
    });
  });

  it('that is looser relieves what is overdue, and leaves the breach on record', () => {
    const late = swept(approving, '2026-03-05 00:00');
    const wish = [draft('D08', 'WORKING_DAYS', 5)];
    const { movements, agencies } = simulated([late.state], wish, vn('2026-03-05 08:00'));
    expect(movements).toMatchObject([{ breached: true, late: false }]);
    const chair = agencies.find(({ role }) => role === 'COMMUNE_CHAIR');
    expect(chair).toMatchObject({ overdue: 0, relieved: 1 });
  });

  it('that says what the law says changes nothing', () => {
    const { movements, agencies } = simulated(
      [approving.state],
      [draft('D08', 'WORKING_DAYS', 2)],
      now,
    );
    expect(movements).toEqual([]);
    for (const { overdue, relieved, before, after } of agencies) {
      expect([overdue, relieved]).toEqual([0, 0]);
      expect(after).toEqual(before);
    }
  });

  it('of another ladder alone moves no end, and tells others at other times', () => {
    const wish = [draft('D08', 'WORKING_DAYS', 2, 'EMERGENCY')];
    const { movements, agencies } = simulated([approving.state], wish, now);
    expect(movements).toEqual([]);
    const police = agencies.find(({ role }) => role === 'COMMUNE_POLICE');
    expect(police).toMatchObject({ before: quiet, after: { ...quiet, BREACH: 1 } });
  });

  it('never makes overdue what does not bind', () => {
    const { state } = given('2026-03-02 08:00');
    const found = simulated([state], [draft('D05', 'HOURS', 1)], vn('2026-03-02 12:00'));
    expect(found.movements).toMatchObject([
      { rule: 'D05', after: { status: 'CONDITIONAL' }, late: false },
    ]);
    expect(found.agencies.every(({ overdue }) => overdue === 0)).toBe(true);
  });

  it('never makes overdue again what is on record as breached', () => {
    const late = swept(approving, '2026-03-05 00:00').state;
    const moved = late.deadlines.map((each) => ({ ...each, dueAt: vn('2026-03-11 00:00') }));
    const state = { ...late, deadlines: moved };
    const wish = [draft('D08', 'HOURS', 24)];
    const { movements, agencies } = simulated([state], wish, vn('2026-03-06 08:00'));
    expect(movements).toMatchObject([{ breached: true, late: true }]);
    expect(agencies.map(({ overdue, relieved }) => overdue + relieved)).not.toContain(1);
  });

  it('does not tell as its doing what a newer calendar moves', () => {
    const calendar = { ...vietnam, revision: vietnam.revision + 1, years: [2025] };
    const trial = {
      unit: nation,
      draft: draftOf([draft('D04', 'HOURS', 1)]),
      now,
      procedures,
      ladders: [],
    };
    expect(consequences([approving.state], { ...trial, calendar }).movements).toEqual([]);
  });

  it.each<[string, number]>([
    ['2026-02-26 00:00', 1],
    ['2026-02-25 23:59', 0],
  ])('counts what is told in seven days, the end of them included: at %s', (at, breaches) => {
    const { agencies } = simulated([approving.state], [draft('D08', 'WORKING_DAYS', 2)], vn(at));
    const chair = agencies.find(({ role }) => role === 'COMMUNE_CHAIR');
    expect(chair?.before.BREACH ?? 0).toBe(breaches);
  });

  it('touches nothing that is owed elsewhere, or set under another version', () => {
    const wish = [draft('D08', 'HOURS', 24)];
    for (const unit of [neighbour, far])
      expect(simulated([approving.state], wish, now, unit)).toEqual({
        movements: [],
        agencies: [],
      });
    expect(simulated([approving.state], wish, now, province).movements).toHaveLength(1);
    const other = { ...decree56, id: 'OTHER' };
    const elsewhere = {
      ...approving.state,
      deadlines: approving.state.deadlines.map((each) => ({ ...each, procedure: other.id })),
    };
    const known = { calendar: vietnam, procedures: [...procedures, other], ladders: [] };
    const trial = { unit: nation, draft: draftOf(wish), now, ...known };
    expect(consequences([elsewhere], trial).movements).toEqual([]);
  });

  it('has nothing to say of a canary', () => {
    const canary: Case = { ...approving.state, canary: true };
    const found = simulated([canary], [draft('D08', 'HOURS', 24)], now);
    expect(found).toEqual({ movements: [], agencies: [] });
  });
});

const counted = ['HOURS', 'WORKING_HOURS', 'WORKING_DAYS', 'CALENDAR_DAYS', 'MONTHS'] as const;

/** Drafts of any limits; where the record gives the time, of the ladder alone. */
const anyDraft: fc.Arbitrary<readonly LimitDraft[]> = fc
  .uniqueArray(
    fc.record({
      rule: fc.constantFrom(...rules),
      unit: fc.constantFrom(...counted),
      count: fc.integer({ min: 1, max: 40 }),
      ladder: fc.option(fc.constantFrom(...ladderNames)),
    }),
    { minLength: 8, maxLength: 14, size: 'max', selector: ({ rule }) => rule },
  )
  .map((limits) =>
    limits.map((limit) => {
      if ('procedure' in drafted(decree56, [limit])) return limit;
      const within = limitOf(decree56, limit.rule)?.within;
      const count = within !== undefined && 'count' in within ? within.count : null;
      return { ...limit, unit: within?.unit ?? limit.unit, count };
    }),
  );

const anyStory = fc
  .tuple(anyStart, fc.array(anyMove, { minLength: 1, maxLength: 25, size: 'max' }))
  .map(([start, moves]) => storyOf(start, moves));

type Told = Readonly<Record<string, number>>;

/** How often each agency is told what, by the facts of a sweeper that runs until an instant. */
function toldBySweeps(before: Case, law: readonly Procedure[], until: Instant): Told {
  const kinds = { ReminderRecorded: 'REMINDER', BreachRecorded: 'BREACH', Escalated: 'ESCALATION' };
  const tick = { ...moment(until, officer('COMMUNE_WORKER', home)), procedures: law };
  const told: Record<string, number> = {};
  let state = before;
  for (let facts = sweep(state, tick); facts.length > 0; facts = sweep(state, tick)) {
    for (const fact of facts)
      for (const { role, unit } of 'told' in fact ? fact.told : []) {
        const key = `${unit}/${role}/${kinds[fact.type as keyof typeof kinds]}`;
        told[key] = (told[key] ?? 0) + 1;
      }
    state = fold(state, facts, 'case-1');
  }
  return told;
}

function toldBy({ agencies }: Consequences, when: 'before' | 'after'): Told {
  const told = agencies.flatMap(({ unit, role, [when]: load }) =>
    (Object.keys(load) as RungKind[]).map(
      (kind) => [`${unit}/${role}/${kind}`, load[kind]] as const,
    ),
  );
  return Object.fromEntries(told.filter(([, count]) => count > 0));
}

describe('what a simulation tells of any case', () => {
  const lastCommit = (story: {
    readonly state: Case;
    readonly commits: readonly { now: Instant }[];
  }) => story.commits.at(-1)?.now ?? story.state.receivedAt;

  it('is what re-planning then does with the drafted procedure', () => {
    let moves = 0;
    fc.assert(
      fc.property(anyStory, anyDraft, fc.integer({ min: 0, max: 300 }), (story, limits, wait) => {
        const { state } = story;
        const now = plusHours(lastCommit(story), wait);
        const { movements } = simulated([state], limits, now);
        const tick = {
          ...moment(now, officer('COMMUNE_WORKER', home)),
          procedures: [draftOf(limits)],
          calendar: { ...vietnam, revision: vietnam.revision + 1 },
        };
        const facts = replan(state, tick);
        moves += facts.length;
        expect(
          movements.map(({ rule, after: { dueAt, status } }) => ({ rule, dueAt, status })),
        ).toEqual(facts.map(({ deadline: { rule }, dueAt, status }) => ({ rule, dueAt, status })));
        const replanned = fold(state, facts, 'case-1');
        const ends = new Map(replanned.deadlines.map((each) => [deadlineId(each), each]));
        for (const each of state.deadlines)
          expect(ends.get(deadlineId(each))?.breachedAt).toBe(each.breachedAt);
        const newlyLate = state.deadlines.filter((each) => {
          const then = ends.get(deadlineId(each));
          const isLate = (dueAt: Instant | null) => dueAt !== null && dueAt <= now;
          const binds = each.status !== 'CONDITIONAL' && each.breachedAt === null;
          return binds && !isLate(each.dueAt) && isLate(then?.dueAt ?? null);
        });
        const { agencies } = simulated([state], limits, now);
        expect(agencies.reduce((sum, { overdue }) => sum + overdue, 0)).toBe(newlyLate.length);
      }),
      { numRuns: 300 },
    );
    expect(moves).toBeGreaterThan(100);
  });

  it('is told by the sweeper in the seven days that follow, under the old limits and the new', () => {
    let tellings = 0;
    fc.assert(
      fc.property(anyStory, anyDraft, fc.integer({ min: 0, max: 100 }), (story, limits, wait) => {
        const { state } = story;
        const now = plusHours(lastCommit(story), wait);
        const until = plusHours(now, 7 * 24);
        const found = simulated([state], limits, now);
        const tick = {
          ...moment(now, officer('COMMUNE_WORKER', home)),
          procedures: [draftOf(limits)],
          calendar: { ...vietnam, revision: vietnam.revision + 1 },
        };
        const replanned = fold(state, replan(state, tick), 'case-1');
        expect(toldBy(found, 'before')).toEqual(toldBySweeps(state, procedures, until));
        expect(toldBy(found, 'after')).toEqual(toldBySweeps(replanned, [draftOf(limits)], until));
        tellings += Object.keys(toldBy(found, 'after')).length;
      }),
      { numRuns: 300 },
    );
    expect(tellings).toBeGreaterThan(100);
  });

  it('adds up over parts of the cases', () => {
    fc.assert(
      fc.property(
        fc.array(anyStory, { minLength: 2, maxLength: 3 }),
        anyDraft,
        (stories, limits) => {
          const states = stories.map(({ state }) => state);
          const now = vn('2026-06-01 08:00');
          const whole = simulated(states, limits, now);
          const parts = states.map((state) => simulated([state], limits, now));
          expect(parts.flatMap(({ movements }) => movements)).toEqual(whole.movements);
          const sum = (when: 'before' | 'after') => {
            const all: Record<string, number> = {};
            for (const part of parts)
              for (const [key, count] of Object.entries(toldBy(part, when)))
                all[key] = (all[key] ?? 0) + count;
            return all;
          };
          expect([sum('before'), sum('after')]).toEqual([
            toldBy(whole, 'before'),
            toldBy(whole, 'after'),
          ]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
