import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { available } from '#domain/case/availability.ts';
import type { Fact } from '#domain/case/event.ts';
import { deadlineId } from '#domain/case/terms.ts';
import type { Procedure, RuleId } from '#domain/procedure.ts';
import { decree56 } from '#domain/procedures/decree-56-2017.ts';
import { overlays } from '#domain/procedures/overlays.ts';
import type { StatisticalRecord } from '#domain/statistics.ts';
import { recordAfter } from '#domain/statistics-projection.ts';
import { plainDate } from '#domain/time.ts';
import { act, anyAct, far, home, neighbour, vn } from '../../support/builders.ts';
import {
  afterCommands,
  due,
  endings,
  factsOf,
  further,
  given,
  later,
  only,
  type Setting,
  type Story,
  swept,
} from '../../support/given.ts';
import { anyMove, anyStart, type Move, storyOf } from '../../support/random-story.ts';

/** A local procedure of a real place as a made-up commune has it, now and for good. */
function local(id: string, ...territory: readonly string[]): Procedure {
  const found = overlays.find((each) => each.id === id);
  if (found === undefined) throw new Error(`No local procedure ${id}`);
  const { validUntil: _, ...rest } = found;
  return { ...rest, territory };
}

const under = (...locals: readonly Procedure[]): Setting => ({ procedures: [decree56, ...locals] });
const eightHours = under(local('QUANG-TRUNG/QT45', home));

const breaches = (facts: readonly Fact[]) =>
  only(facts, 'BreachRecorded').map(({ deadline, basis, about }) => [
    deadlineId(deadline),
    basis,
    about,
  ]);
const locals = ({ state }: Story, rule: RuleId) =>
  state.deadlines.filter((each) => each.rule === rule && each.local);
const statutory = ({ state }: Story, rule: RuleId) =>
  state.deadlines.filter((each) => each.rule === rule && !each.local);

const harm = act('assessInitially', { seriousHarm: true });

describe('a case under a local procedure', () => {
  const reported = given('2026-03-02 08:00', {}, eightHours);

  it('pins it beside the statute, on both legs until another commune accepts', () => {
    expect(reported.state.incidentLeg).toMatchObject({
      procedure: 'ND56/2017',
      overlay: 'QUANG-TRUNG/QT45',
    });
    expect(reported.state.residenceLeg.overlay).toBe('QUANG-TRUNG/QT45');
    expect(given().state.incidentLeg.overlay).toBeNull();
  });

  it('owes the duty twice, each with an id of its own', () => {
    const ids = reported.state.deadlines.map(deadlineId);
    expect(ids).toEqual(['D04.I.1.-.1.0', 'D05.I.1.-.1.0', 'D05.I.1.-.1.0.L']);
    expect(locals(reported, 'D05')[0]).toMatchObject({
      procedure: 'QUANG-TRUNG/QT45',
      status: 'CONDITIONAL',
      dueAt: vn('2026-03-02 16:00'),
    });
    expect(statutory(reported, 'D05')[0]).toMatchObject({
      procedure: 'ND56/2017',
      dueAt: vn('2026-03-02 20:00'),
    });
  });

  const found = further(reported, [['2026-03-02 09:00', harm]]);

  it('breaches the local eight hours first, and the twelve of the law after them', () => {
    expect(breaches(due(found, '2026-03-02 20:00'))).toEqual([
      ['D05.I.1.-.1.0.L', 'LOCAL', vn('2026-03-02 16:00')],
      ['D05.I.1.-.1.0', 'LAW', vn('2026-03-02 20:00')],
    ]);
  });

  it('meets both by one act, each judged by its own end', () => {
    const late = further(found, [['2026-03-02 17:00', act('applyEmergencyMeasure')]]);
    const ends = only(factsOf(late), 'DeadlineClosed').map(({ deadline, how }) => [
      deadlineId(deadline),
      how,
    ]);
    expect(ends.filter(([id]) => id?.startsWith('D05'))).toEqual([
      ['D05.I.1.-.1.0', 'MET'],
      ['D05.I.1.-.1.0.L', 'MET_LATE'],
    ]);
    expect(breaches(factsOf(late))).toEqual([['D05.I.1.-.1.0.L', 'LOCAL', vn('2026-03-02 16:00')]]);
  });

  it('voids both where Form 02 finds no harm', () => {
    const fine = further(reported, [['2026-03-02 09:00', act('assessInitially')]]);
    expect(endings(factsOf(fine), 'D05')).toEqual(['VOID', 'VOID']);
  });

  it('acknowledges and climbs each ladder by itself', () => {
    const breached = swept(found, '2026-03-02 16:00');
    const [open] = locals(breached, 'D05');
    expect(open?.breachedAt).toBe(vn('2026-03-02 16:00'));
    const deadline = 'D05.I.1.-.1.0.L';
    const seen = further(breached, [['2026-03-02 16:10', act('acknowledge', { deadline })]]);
    expect(locals(seen, 'D05')[0]?.acknowledgedAt).toBe(vn('2026-03-02 16:10'));
    expect(statutory(seen, 'D05')[0]?.acknowledgedAt).toBeNull();
  });

  it('does not win time for the law by an emergency lowered and raised again', () => {
    const raised = further(reported, [
      ['2026-03-02 09:00', act('raiseEmergency')],
      ['2026-03-02 10:00', harm],
      ['2026-03-02 11:00', act('lowerEmergency')],
      ['2026-03-02 12:00', act('raiseEmergency')],
    ]);
    expect(statutory(raised, 'D05')[0]?.dueAt).toBe(vn('2026-03-02 20:00'));
    expect(locals(raised, 'D05')[0]?.dueAt).toBe(vn('2026-03-02 16:00'));
  });

  it('takes no more time for a local duty', () => {
    const deadline = 'D05.I.1.-.1.0.L';
    const asked = act('extendDeadline', { deadline });
    expect(() => further(reported, [['2026-03-02 09:00', asked]])).toThrow('NOT_EXTENDABLE');
  });
});

describe('a local procedure that is looser than the law', () => {
  const story = given('2026-03-02 08:00', {}, under(local('BINH-PHUOC/1.004946', home)));
  const found = further(story, [['2026-03-02 09:00', harm]]);

  it('hides no breach of the law: that is recorded at its own instant', () => {
    expect(breaches(due(found, '2026-03-02 20:00'))).toEqual([
      ['D05.I.1.-.1.0', 'LAW', vn('2026-03-02 20:00')],
    ]);
    expect(locals(found, 'D05')[0]?.dueAt).toBe(vn('2026-03-04 00:00'));
  });

  it('is breached itself when its own day is over', () => {
    expect(breaches(due(found, '2026-03-04 00:00'))).toContainEqual([
      ...['D05.I.1.-.1.0.L', 'LOCAL'],
      vn('2026-03-04 00:00'),
    ]);
  });
});

describe('a local procedure in working hours', () => {
  const setting = under(local('BIEN-GIANG/PBG-QT70', home));
  const report = act('receiveReport', { receivedAt: vn('2026-03-06 16:00') });
  const story = afterCommands([['2026-03-06 16:30', report]], setting);

  it('begins its second step with Form 01 and jumps over the weekend', () => {
    expect(endings(factsOf(story), 'D02')).toEqual(['MET', 'MET']);
    const [verify] = locals(story, 'D04');
    expect(verify).toMatchObject({ trigger: 'ReportRecorded', from: vn('2026-03-06 16:30') });
    expect(verify?.dueAt).toBe(vn('2026-03-09 11:00'));
  });

  it('asks for the signature two working hours after harm was found, and only then', () => {
    const found = further(story, [['2026-03-09 10:30', harm]]);
    expect(locals(found, 'D05')[0]).toMatchObject({
      status: 'PLANNED',
      leg: 'INCIDENT',
      dueAt: vn('2026-03-09 14:30'),
    });
    const fine = further(story, [['2026-03-09 10:30', act('assessInitially')]]);
    expect(locals(fine, 'D05')).toEqual([]);
    const done = further(story, [
      ['2026-03-06 18:00', act('applyEmergencyMeasure')],
      ['2026-03-09 10:30', harm],
    ]);
    expect(locals(done, 'D05')).toEqual([]);
  });

  it('keeps no case open that the law lets close', () => {
    let closing = further(story, [
      ['2026-03-09 10:30', harm],
      ['2026-03-09 10:40', act('assessNeeds', { planNeeded: false })],
    ]);
    const lawMet = closing.state.deadlines.filter(({ rule, local }) => rule !== 'D05' || local);
    closing = { ...closing, state: { ...closing.state, deadlines: lawMet } };
    expect(locals(closing, 'D05')).toHaveLength(1);
    const closed = further(closing, [['2026-03-09 10:50', act('closeCase')]]);
    expect(closed.state.step).toBe('CLOSED');
    expect(locals(closed, 'D05')).toEqual([]);
  });
});

describe('one limit over several steps', () => {
  it('of the decision runs from Form 03 to the approval, through a plan sent back', () => {
    let story = given('2026-03-02 08:00', {}, under(local('THAI-NGUYEN/2349', home)));
    for (const type of ['assessInitially', 'assessNeeds', 'recordMeeting', 'submitPlan'] as const)
      story = later(story, anyAct(type));
    const [open] = locals(story, 'D08');
    expect(open).toMatchObject({ trigger: 'NeedsAssessed', dueAt: vn('2026-03-12 00:00') });
    story = later(later(story, act('returnPlan')), act('submitPlan'));
    expect(locals(story, 'D08')).toEqual([open]);
    story = later(story, act('approvePlan'));
    expect(locals(story, 'D08')).toEqual([]);
    expect(endings(factsOf(story), 'D08')).toEqual(['MET', 'MET', 'MET']);
  });

  it('of the plan is no longer owed when no plan is needed', () => {
    const story = given('2026-03-02 08:00', {}, under(local('LAI-CHAU/25516', home)));
    expect(locals(story, 'D07')[0]).toMatchObject({
      leg: 'RESIDENCE',
      dueAt: vn('2026-03-10 00:00'),
    });
    const assessed = later(
      later(story, act('assessInitially')),
      act('assessNeeds', { planNeeded: false }),
    );
    expect(endings(factsOf(assessed), 'D07')).toEqual(['VOID']);
  });
});

describe('a leg that moves', () => {
  it('leaves the local duties behind that do not hold where it goes, and none of the law', () => {
    const story = later(
      given('2026-03-02 08:00', {}, eightHours),
      act('forwardReport', { to: neighbour }),
    );
    expect(story.state.incidentLeg).toMatchObject({ unit: neighbour, overlay: null });
    expect(locals(story, 'D05')).toEqual([]);
    expect(statutory(story, 'D05')).toHaveLength(1);
    expect(endings(factsOf(story), 'D05')).toEqual(['VOID']);
  });

  it('keeps them where they hold there too, and starts nothing for what has happened', () => {
    const both = under(local('QUANG-TRUNG/QT45', home, neighbour), local('LAI-CHAU/25516', far));
    const story = given('2026-03-02 08:00', {}, both);
    const near = later(story, act('forwardReport', { to: neighbour }));
    expect(locals(near, 'D05')).toEqual(locals(story, 'D05'));
    const away = later(story, act('forwardReport', { to: far }));
    expect(away.state.incidentLeg.overlay).toBe('LAI-CHAU/25516');
    expect(away.state.deadlines.filter((open) => open.local)).toEqual([]);
  });

  it('pins that of the commune which accepts the residence leg', () => {
    const setting = under(local('THAI-NGUYEN/2349', neighbour));
    let story = later(given('2026-03-02 08:00', {}, setting), act('assessInitially'));
    story = later(later(story, act('offerHandover', { to: neighbour })), act('acceptHandover'));
    expect(story.state.residenceLeg.overlay).toBe('THAI-NGUYEN/2349');
    expect(story.state.incidentLeg.overlay).toBeNull();
    story = later(story, act('assessNeeds'));
    expect(locals(story, 'D08')).toHaveLength(1);
  });
});

describe('a version that changes while a case is open', () => {
  const old = { ...local('QUANG-TRUNG/QT47-02', home), validUntil: plainDate('2026-03-02') };
  const next: Procedure = {
    ...local('THAI-NGUYEN/2349', home),
    id: 'NEXT',
    validFrom: plainDate('2026-03-02'),
  };
  const story = given('2026-03-01 20:00', {}, under(old, next));

  it('leaves open deadlines under the old one, and a leg that starts later takes the new one', () => {
    const raised = further(story, [['2026-03-01 21:00', act('raiseEmergency')]]);
    const assessed = further(raised, [['2026-03-02 01:00', harm]]);
    expect(assessed.state.incidentLeg.overlay).toBe('QUANG-TRUNG/QT47-02');
    expect(assessed.state.residenceLeg.overlay).toBe('NEXT');
    expect(locals(assessed, 'D05')[0]).toMatchObject({
      procedure: 'QUANG-TRUNG/QT47-02',
      dueAt: vn('2026-03-02 04:00'),
    });
    const needs = further(assessed, [['2026-03-02 02:00', act('assessNeeds')]]);
    expect(locals(needs, 'D08')[0]?.procedure).toBe('NEXT');
  });
});

function recordOf(story: Story): StatisticalRecord | undefined {
  let record: StatisticalRecord | undefined;
  for (const { facts } of story.commits) {
    const event = { caseId: 'case-1', synthetic: false, emergency: false, facts };
    record = recordAfter(record, event);
  }
  return record;
}

const noLocal = (facts: readonly Fact[]) =>
  facts.filter((fact) => !('deadline' in fact && fact.deadline.local));

describe('a local procedure', () => {
  it('changes no figure of timeliness', () => {
    const entries = [
      ['2026-03-02 09:00', harm],
      ['2026-03-02 17:00', act('applyEmergencyMeasure')],
    ] as const;
    const plain = further(given(), entries);
    const beside = further(given('2026-03-02 08:00', {}, eightHours), entries);
    expect(recordOf(beside)).toEqual(recordOf(plain));
    expect(recordOf(beside)?.timeliness.D05).toBe('MET');
    const open = swept(
      further(given('2026-03-02 08:00', {}, eightHours), entries.slice(0, 1)),
      '2026-03-02 16:00',
    );
    expect(recordOf(open)?.openBreaches).toEqual([]);
  });

  // An access in an emergency is named after its commit, and a local reminder is a commit too.
  // What is named by the number of its event goes here by its order: a local reminder is an event too.
  const namedAnew = (facts: readonly Fact[]) => {
    const glasses = only(facts, 'GlassBroken').map(({ glass }) => glass.id);
    const requests = only(facts, 'SubjectRequestRecorded').map(({ request }) => request.id);
    return new Map([
      ...glasses.map((id, at) => [id, `access ${at}`] as const),
      ...requests.map((id, at) => [id, `request ${at}`] as const),
    ]);
  };

  it('changes nothing that the law says of a case, whatever happens', () => {
    const all = under(
      local('QUANG-TRUNG/QT45', home),
      local('BIEN-GIANG/PBG-QT70', neighbour),
      local('LAI-CHAU/25516', far),
    );
    const moves = fc.array(anyMove, { minLength: 5, maxLength: 25, size: 'max' });
    const told = (story: Story) => {
      const names = namedAnew(factsOf(story));
      return noLocal(factsOf(story)).flatMap((fact) => {
        if (!('deadline' in fact)) return [[fact.type, fact.about]];
        const { rule, leg, cycle, subject } = fact.deadline;
        const name = names.get(subject) ?? subject;
        const more = fact.type === 'DeadlineClosed' ? fact.how : 'dueAt' in fact ? fact.dueAt : '';
        return [[fact.type, fact.about, rule, leg, cycle, name, more]];
      });
    };
    const acts = Object.values(available).flat();
    const move = { pick: 0, waitHours: 0, happened: null, yes: true, count: 0 };
    const glassAfterLocalReminder: Move[] = [
      { ...move, kind: 'FORWARD', waitHours: 1 },
      { ...move, kind: 'SWEEP', waitHours: 5 },
      { ...move, kind: 'ANY', pick: acts.indexOf('breakGlass') },
    ];
    fc.assert(
      fc.property(anyStart, moves, (start, each) => {
        expect(told(storyOf(start, each, all))).toEqual(told(storyOf(start, each, under())));
      }),
      { numRuns: 80, examples: [[vn('2026-01-01 00:00'), glassAfterLocalReminder]] },
    );
  });
});
