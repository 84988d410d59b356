import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import type { Command, CommandOf, IncidentCommand, OtherChild } from '#domain/case/command.ts';
import { type CaseFacts, decideIncident } from '#domain/case/decide-incident.ts';
import type { FactType } from '#domain/case/event.ts';
import { committed } from '#domain/case/evolve.ts';
import { type Incident, incidentAfter, mostChildren, receiptOf } from '#domain/case/incident.ts';
import { nation } from '#domain/directory.ts';
import { noticesOf } from '#domain/notice.ts';
import { type Actor, sightOfReport } from '#domain/permission.ts';
import { isRefusal } from '#domain/refusal.ts';
import { recordAfter } from '#domain/statistics-projection.ts';
import { type Instant, plusHours } from '#domain/time.ts';
import {
  act,
  far,
  home,
  moment,
  neighbour,
  officer,
  province,
  vn,
} from '../../support/builders.ts';
import {
  afterCommands,
  answer,
  caseAt,
  factsOf,
  further,
  given,
  lastFacts,
  later,
  only,
  outcome,
} from '../../support/given.ts';

const at = '2026-03-02 10:00';
const received = vn('2026-03-02 08:00');
const sibling: OtherChild = { sex: 'MALE', bornOn: null, estimatedAge: 4, papers: {} };
const worker = officer('COMMUNE_WORKER', home);
const chair = officer('COMMUNE_CHAIR', home);

/** An incident with all its cases, as the write path would have kept them. */
type Told = {
  readonly incident: Incident | undefined;
  readonly states: readonly Case[];
  readonly written: readonly CaseFacts[];
};

const nothing: Told = { incident: undefined, states: [], written: [] };
const ids = Array.from({ length: 40 }, (_, index) => `case-${index + 1}`);

/** The incident after one more act, or as it was when the act is refused. */
function told(before: Told, command: IncidentCommand, now: Instant, by: Actor): Told {
  const fresh = ids.filter((id) => before.states.every((state) => state.id !== id));
  const at = moment(now, by, { incident: before.incident });
  const written = decideIncident(command, { states: before.states, fresh }, at);
  if (isRefusal(written)) return before;
  const states = written.map(({ caseId: id, facts }) =>
    committed(
      before.states.find((state) => state.id === id),
      facts,
      { id, raisesRevision: true },
    ),
  );
  const incident = written.reduce<Incident | undefined>(
    (so, { caseId, facts }) => incidentAfter(so, caseId, facts),
    before.incident,
  );
  return { incident, states, written };
}

const reported = (children: number) =>
  told(
    nothing,
    act('receiveReport', { otherChildren: Array.from({ length: children - 1 }, () => sibling) }),
    received,
    worker,
  );

const added = (before: Told, more: Partial<CommandOf<'addReport'>>, now = vn(at)) =>
  told(before, act('addReport', more), now, worker);

describe('a report of several children', () => {
  it('opens a case for each, alike in all but the child', () => {
    const { states } = reported(3);
    expect(states.map(({ id, code }) => [id, code.slice(3, 10)])).toEqual([
      ['case-1', '0000001'],
      ['case-2', '0000002'],
      ['case-3', '0000003'],
    ]);
    expect(states.map(({ profile }) => [profile.sex, profile.ageGroup])).toEqual([
      ['FEMALE', '6-9'],
      ['MALE', '0-5'],
      ['MALE', '0-5'],
    ]);
    expect(new Set(states.map(({ incident }) => incident)).size).toBe(1);
  });

  it('is counted once in its incident', () => {
    const { incident } = reported(3);
    expect(incident?.reports).toHaveLength(1);
    expect(incident?.cases.map(({ report }) => report)).toEqual([1, 1, 1]);
  });

  it.each([
    [mostChildren, 'DONE'],
    [mostChildren + 1, 'TOO_MANY_CHILDREN'],
  ])('of %i is answered with %s', (children, answer) => {
    const otherChildren = Array.from({ length: children - 1 }, () => sibling);
    const command = act('receiveReport', { otherChildren });
    const none = { state: undefined, commits: [], setting: {} };
    expect(outcome(none, ['2026-03-02 08:00', command])).toBe(answer);
  });
});

describe('another report', () => {
  const handedOver = later(
    later(caseAt('NEEDS_ASSESSMENT'), act('offerHandover', { to: neighbour })),
    act('acceptHandover'),
  );

  it('has the next number of Form 01, and of the incident', () => {
    const setting = { counters: { cases: 9, agency: 'a', year: 2026, forms: { F01: 4 } } };
    const story = later({ ...given(), setting }, act('addReport'));
    const [fact] = only(lastFacts(story), 'ReportAdded');
    expect(fact).toMatchObject({ report: 2, number: { form: 'F01', number: 5 } });
    expect(fact?.papers).toEqual([{ kind: 'NARRATIVE', version: 2 }]);
  });

  it('tells the workers and chairs of both communes, without anything of the child', () => {
    const facts = lastFacts(later(handedOver, act('addReport')));
    const event = { caseId: 'case-1', caseCode: 'LC', seq: 9, emergency: false, facts };
    const notices = noticesOf(event);
    expect(notices.map(({ kind, post }) => [kind, post.role, post.unit])).toEqual([
      ['REPORT_ADDED', 'COMMUNE_WORKER', home],
      ['REPORT_ADDED', 'COMMUNE_CHAIR', home],
      ['REPORT_ADDED', 'COMMUNE_WORKER', neighbour],
      ['REPORT_ADDED', 'COMMUNE_CHAIR', neighbour],
    ]);
  });

  it.each(['CLOSED', 'ARCHIVED'] as const)('of a case %s is taken and reopens nothing', (step) => {
    const story = later(caseAt(step), act('addReport'));
    expect(story.state.step).toBe(step);
    expect(only(lastFacts(story), 'ReportAdded')).toHaveLength(1);
  });

  it('leaves the revision as it is', () => {
    const before = given();
    expect(later(before, act('addReport')).state.revision).toBe(before.state.revision);
  });

  it('received earlier moves the receipt and the first step with it, but no later step', () => {
    const early = act('addReport', { receivedAt: vn('2026-03-02 05:00') });
    const first = later(given(), early);
    expect(first.state).toMatchObject({
      receivedAt: vn('2026-03-02 05:00'),
      stepSince: vn('2026-03-02 05:00'),
    });
    const assessed = later(caseAt('NEEDS_ASSESSMENT'), early);
    expect(assessed.state).toMatchObject({
      receivedAt: vn('2026-03-02 05:00'),
      stepSince: vn('2026-03-02 09:00'),
    });
  });

  it('received later moves nothing', () => {
    const story = later(given(), act('addReport', { receivedAt: vn('2026-03-02 08:30') }));
    expect(lastFacts(story).map(({ type }) => type)).toEqual(['ReportAdded']);
  });

  it('may have been taken down on paper before the first report was received', () => {
    const times = { receivedAt: vn('2026-03-02 06:00'), happenedAt: vn('2026-03-02 06:30') };
    const story = later(given(), act('addReport', times));
    expect(only(lastFacts(story), 'ReportAdded')[0]?.about).toBe(times.happenedAt);
  });

  it.each([
    ['HAPPENED_IN_FUTURE', { receivedAt: vn('2026-03-02 10:01') }],
    ['HAPPENED_IN_FUTURE', { happenedAt: vn('2026-03-02 10:01') }],
    ['HAPPENED_BEFORE_RECEIPT', { happenedAt: vn('2026-03-02 07:59') }],
    ['TOO_MANY_CHILDREN', { otherChildren: Array.from({ length: 15 }, () => sibling) }],
  ])('that cannot be is refused with %s', (refused, more) => {
    expect(outcome(given(), [at, act('addReport', more)])).toBe(refused);
  });

  it.each([
    ['DONE', worker],
    ['DONE', chair],
    ['DONE', officer('COMMUNE_POLICE', home)],
    ['DONE', officer('PROVINCE_SUPERVISOR', province)],
    ['NOT_ALLOWED', officer('HOTLINE_111', nation)],
    ['NOT_ALLOWED', officer('COMMUNE_WORKER', neighbour)],
    ['NOT_ALLOWED', officer('PROVINCE_CHAIR', province)],
  ])('is answered with %s, by who stands to the case', (answer, by) => {
    const story = handedOver;
    expect(outcome(story, ['2026-03-03 10:00', act('addReport'), by])).toBe(answer);
  });

  it('may come from hotline 111 where it took the first one down', () => {
    const hotline = officer('HOTLINE_111', nation);
    const story = afterCommands([['2026-03-02 08:00', act('receiveReport'), hotline]]);
    expect(outcome(story, [at, act('addReport'), hotline])).toBe('DONE');
  });

  it('opens a case for a child it is the first to tell of, as the case given began', () => {
    const receivedAt = vn('2026-03-02 09:00');
    const after = added(reported(2), { receivedAt, otherChildren: [sibling] });
    expect(after.states[2]).toMatchObject({
      id: 'case-3',
      receivedAt,
      residenceUnit: null,
      profile: { categories: ['VIOLENCE'], channel: 'IN_PERSON', sex: 'MALE' },
      incidentLeg: { unit: home },
      papers: { NARRATIVE: 2 },
    });
    expect(after.incident?.cases[2]).toEqual({ id: 'case-3', report: 2 });
  });

  it('does not move the receipt of a child that only a later report tells of', () => {
    const later = { receivedAt: vn('2026-03-02 09:00'), otherChildren: [sibling] };
    const found = added(reported(1), later);
    const corrected = told(
      found,
      act('correctReceipt', { receivedAt: vn('2026-03-02 07:00') }),
      vn(at),
      chair,
    );
    expect(corrected.states.map((state) => state.receivedAt)).toEqual([
      vn('2026-03-02 07:00'),
      vn('2026-03-02 09:00'),
    ]);
  });
});

describe('a corrected receipt', () => {
  const correct = (more: Partial<CommandOf<'correctReceipt'>> = {}) =>
    act('correctReceipt', { receivedAt: vn('2026-03-02 07:00'), ...more });

  it('is on record beside the first, and moves the earliest', () => {
    const story = later(given(), correct());
    const types = lastFacts(story).map(({ type }) => type);
    expect(types.filter((type: FactType) => !type.startsWith('Deadline'))).toEqual([
      'ReceiptCorrected',
      'ReceiptMoved',
    ]);
    expect(story.state).toMatchObject({ receivedAt: vn('2026-03-02 07:00'), revision: 2 });
    expect(only(factsOf(story), 'ReportReceived')[0]?.about).toBe(received);
  });

  const onPaper = afterCommands([['2026-03-02 09:00', act('receiveReport')]]);
  const half = { happenedAt: vn('2026-03-02 08:30') };

  it.each([
    act('assessInitially', half),
    act('applyEmergencyMeasure', half),
    act('orderIsolation', half),
    act('raiseEmergency', half),
    act('placeInCare', half),
    act('referToInvestigation', half),
    act('markUnfounded', half),
  ])('never moves past what was done upon it: $type', (command) => {
    const story = further(onPaper, [['2026-03-02 09:30', command as Command]]);
    const to = (receipt: string) =>
      outcome(story, [at, correct({ receivedAt: vn(`2026-03-02 ${receipt}`) }), chair]);
    expect([to('08:31'), to('08:30')]).toEqual(['HAPPENED_BEFORE_RECEIPT', 'DONE']);
    const late = correct({ receivedAt: vn('2026-03-02 08:31') });
    expect(answer(story, late, { now: vn(at), by: chair })).toMatchObject({
      field: ['receivedAt'],
    });
    expect(outcome(onPaper, [at, late])).toBe('DONE');
  });

  it('never moves past what was done for another child of the incident', () => {
    const two = told(
      nothing,
      act('receiveReport', { otherChildren: [sibling] }),
      vn('2026-03-02 09:00'),
      worker,
    );
    const [first, second] = two.states;
    if (first === undefined || second === undefined) throw new Error('Two cases are open');
    const assessed = answer(
      { state: second, commits: [], setting: { caseId: second.id } },
      act('assessInitially', half),
      { now: vn('2026-03-02 09:30') },
    );
    if (isRefusal(assessed)) throw new Error(assessed.refused);
    const done = committed(second, assessed, { id: second.id, raisesRevision: true });
    const answered = { ...two, states: [first, done] };
    const to = (receipt: string) => {
      const command = correct({ receivedAt: vn(`2026-03-02 ${receipt}`) });
      return told(answered, command, vn(at), chair).states.map(({ receivedAt }) => receivedAt);
    };
    expect(to('08:31')).toEqual([received, received]);
    expect(to('08:30')).toEqual([half.happenedAt, half.happenedAt]);
  });

  it('of a report that is not the earliest moves nothing', () => {
    const second = later(given(), act('addReport', { receivedAt: vn('2026-03-02 08:30') }));
    const story = later(second, correct({ report: 2, receivedAt: vn('2026-03-02 08:20') }));
    expect(lastFacts(story).map(({ type }) => type)).toEqual(['ReceiptCorrected']);
  });

  it.each([
    ['REPORT_UNKNOWN', { report: 2 }],
    ['SAME_RECEIPT', { receivedAt: received }],
    ['HAPPENED_IN_FUTURE', { receivedAt: vn('2026-03-02 10:01') }],
    // Form 01 was filled in at eight.
    ['HAPPENED_BEFORE_RECEIPT', { receivedAt: vn('2026-03-02 08:01') }],
  ])('that cannot be is refused with %s', (refused, more) => {
    expect(outcome(given(), [at, correct(more), chair])).toBe(refused);
  });

  it('is for the chair, and for the agency that took that report down', () => {
    const police = officer('COMMUNE_POLICE', home);
    const second = later(given(), act('addReport', { receivedAt: vn('2026-03-02 08:30') }), police);
    const of = (report: number) => correct({ report });
    const answers = (report: number) =>
      [chair, worker, police, officer('PROVINCE_SUPERVISOR', province)].map((by) =>
        outcome(second, [at, of(report), by]),
      );
    expect(answers(1)).toEqual(['DONE', 'DONE', 'NOT_ALLOWED', 'NOT_ALLOWED']);
    expect(answers(2)).toEqual(['DONE', 'NOT_ALLOWED', 'DONE', 'NOT_ALLOWED']);
  });

  it('moves the case into the quarter of its earliest receipt', () => {
    const story = later(
      given('2026-04-01 00:30'),
      correct({ receivedAt: vn('2026-03-31 23:50') }),
      chair,
    );
    const record = story.commits.reduce<ReturnType<typeof recordAfter>>(
      (before, { facts }) =>
        recordAfter(before, { caseId: 'case-1', synthetic: true, emergency: false, facts }),
      undefined,
    );
    expect(record).toMatchObject({
      receivedAt: vn('2026-03-31 23:50'),
      period: '2026-Q1',
      steps: { ReportReceived: vn('2026-03-31 23:50') },
    });
  });
});

describe('what is seen of one report', () => {
  const hotline = officer('HOTLINE_111', nation);
  const opened = afterCommands([['2026-03-02 08:00', act('receiveReport'), hotline]]).state;
  const ofPolice = { unit: home, agency: 'police@98001', role: 'COMMUNE_POLICE' } as const;
  const seen = (by: Actor, openedBy: Case['openedBy']) => sightOfReport(by, opened, openedBy);

  it('an agency sees who reported to it, and not who reported to another', () => {
    expect(seen(hotline, opened.openedBy)).toContain('INFORMANT');
    expect([...seen(hotline, ofPolice)]).toEqual([]);
    expect(seen(chair, ofPolice)).toContain('INFORMANT');
    expect(seen(officer('COMMUNE_WORKER', far), ofPolice).size).toBe(0);
  });
});

type Step = {
  readonly kind: 'ADD' | 'CORRECT';
  readonly hours: number;
  readonly report: number;
  readonly found: number;
  readonly asked: number;
};

const anyStep: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('ADD', 'CORRECT'),
  hours: fc.integer({ min: -30, max: 0 }),
  report: fc.integer({ min: 1, max: 5 }),
  found: fc.integer({ min: 0, max: 3 }),
  asked: fc.nat(14),
});

it('the receipt of each case is the earliest of the reports that speak of its child', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 12 }), (steps) => {
      let now = received;
      let so = reported(2);
      for (const { kind, hours, report, found, asked } of steps) {
        now = plusHours(now, 1);
        const state = so.states[asked % so.states.length];
        const receivedAt = plusHours(now, hours);
        const caseId = state?.id ?? '';
        const states = [state, ...so.states.filter(({ id }) => id !== caseId)] as readonly Case[];
        const otherChildren = Array.from({ length: found }, () => sibling);
        const command =
          kind === 'ADD'
            ? act('addReport', { caseId, receivedAt, otherChildren })
            : act('correctReceipt', { caseId, receivedAt, report });
        so = told({ ...so, states }, command, now, chair);
      }
      const { incident, states } = so;
      if (incident === undefined) throw new Error('There is no incident');
      expect(states.length).toBeLessThanOrEqual(mostChildren);
      expect(incident.cases.map(({ id }) => id).toSorted()).toEqual(
        states.map(({ id }) => id).toSorted(),
      );
      for (const { id, receivedAt } of states) expect(receivedAt).toBe(receiptOf(incident, id));
    }),
    { numRuns: 200 },
  );
});
