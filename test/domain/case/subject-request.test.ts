import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CommandOf } from '#domain/case/command.ts';
import { groundOffered } from '#domain/case/subject-request.ts';
import { steps } from '#domain/procedure.ts';
import { procedures } from '#domain/procedures/registry.ts';
import { courseOf, givenUnder } from '#domain/subject-access.ts';
import { fromEpoch, toEpoch } from '#domain/time.ts';
import { view } from '#domain/view.ts';
import { act, far, home, neighbour, officer, province, vn } from '../../support/builders.ts';
import {
  caseAt,
  endings,
  factsOf,
  further,
  given,
  lastFacts,
  later,
  only,
  open,
  outcome,
  type Story,
  swept,
  tell,
} from '../../support/given.ts';

type Asking = Partial<CommandOf<'recordSubjectRequest'>>;
const asked = (more: Asking = {}, story: Story = given()) =>
  further(story, [['2026-03-03 09:00', act('recordSubjectRequest', more)]]);
const idOf = (story: Story) => story.state.subjectRequests?.at(-1)?.id ?? 'none';
const answer = (story: Story, more: Partial<CommandOf<'answerSubjectRequest'>> = {}) =>
  act('answerSubjectRequest', { request: idOf(story), ...more });
const worker = officer('COMMUNE_WORKER', home);
const shown = (story: Story, by = worker, request = idOf(story)) => {
  const seen = view(by, story.state, vn('2026-03-03 10:00'));
  return seen && givenUnder(request, seen, by);
};

describe('a request of the child', () => {
  it('is on record by codes alone; who exactly asked is in a paper', () => {
    const papers = { NOTE: { text: 'Người mẹ thử' } };
    expect(lastFacts(asked({ papers }))[0]).toEqual({
      type: 'SubjectRequestRecorded',
      about: vn('2026-03-03 09:00'),
      known: vn('2026-03-03 09:00'),
      papers: [{ kind: 'NOTE', version: 1 }],
      request: {
        ...{ id: 'r2', at: vn('2026-03-03 09:00'), asker: 'PARENT', note: 1, conflict: null },
        ...{ verifiedBy: 'BIRTH_CERTIFICATE', answeredAt: null, refusedOn: null },
      },
    });
  });

  it('is owed an answer within two working days, at every step and in the archive', () => {
    for (const step of steps) {
      // All of these are asked on the one Monday.
      const story = later(caseAt(step), act('recordSubjectRequest'));
      const dueAt = vn('2026-03-05 00:00');
      expect(open(story, 'D26')).toMatchObject({ subject: idOf(story), leg: 'RESIDENCE', dueAt });
      expect(endings(factsOf(later(story, answer(story))), 'D26')).toEqual(['MET']);
    }
  });

  it('runs from when it was received, over a weekend and a holiday', () => {
    const received = act('recordSubjectRequest', { happenedAt: vn('2026-04-24 16:00') });
    const story = further(given(), [['2026-04-25 09:00', received]]);
    // Sunday 26 April is the Hùng Kings' day, and Monday the day off for it.
    expect(open(story, 'D26')?.dueAt).toBe(vn('2026-04-30 00:00'));
  });

  it('is met before its end and late from its end on, whenever it is answered', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6 * 24 * 60 }), fc.boolean(), (minutes, isGiven) => {
        const story = asked();
        const { dueAt } = open(story, 'D26') ?? {};
        const now = fromEpoch(toEpoch(vn('2026-03-03 09:00')) + minutes * 60_000);
        const refusedOn = isGiven ? null : ('ENDANGERS_CHILD' as const);
        const done = tell(story, answer(story, { refusedOn }), { now });
        const isLate = dueAt == null || now >= dueAt;
        expect(endings(lastFacts(done).slice(), 'D26')).toEqual([isLate ? 'MET_LATE' : 'MET']);
        expect(only(lastFacts(done), 'BreachRecorded')).toHaveLength(Number(isLate));
        expect(open(done, 'D26')).toBeUndefined();
      }),
    ));

  it('that nobody answers is reminded of, breached and escalated, once each', () => {
    const late = swept(asked(), '2026-03-20 08:00');
    const rungs = factsOf(late)
      .filter((fact) => 'deadline' in fact && fact.deadline.rule === 'D26' && 'rung' in fact)
      .map(({ type }) => type)
      .filter((type) => type !== 'DeadlineSet');
    expect(rungs).toEqual(['ReminderRecorded', 'BreachRecorded', 'Escalated', 'Escalated']);
  });

  it('outlives the closing and the archiving of the case, and its taking up again', () => {
    const closing = later(caseAt('CLOSING'), act('recordSubjectRequest'));
    const archived = later(later(closing, act('closeCase')), act('archiveCase'));
    expect(open(archived, 'D26')).toBeDefined();
    const again = later(archived, act('reopenCase'));
    expect(endings(factsOf(later(again, answer(again))), 'D26')).toEqual(['MET']);
  });

  it('goes to the commune that takes the case over, and the one before answers it no more', () => {
    const offered = later(asked({}, caseAt('NEEDS_ASSESSMENT')), act('offerHandover'));
    const moved = later(offered, act('acceptHandover'));
    const at = '2026-03-03 12:00';
    expect(outcome(moved, [at, answer(moved), worker])).toBe('NOT_ALLOWED');
    expect(outcome(moved, [at, answer(moved), officer('COMMUNE_WORKER', neighbour)])).toBe('DONE');
    expect(outcome(moved, [at, act('recordSubjectRequest'), worker])).toBe('DONE');
    expect(shown(moved)).toBeUndefined();
    expect(shown(moved, officer('COMMUNE_CHAIR', neighbour))).toBeDefined();
  });

  it('may be one of several, each with a term and an answer of its own', () => {
    const two = later(asked(), act('recordSubjectRequest', { asker: 'CHILD' }));
    const [first, second] = two.state.subjectRequests ?? [];
    const done = later(two, act('answerSubjectRequest', { request: second?.id ?? '' }));
    expect(done.state.deadlines.filter(({ rule }) => rule === 'D26')).toMatchObject([
      { subject: first?.id },
    ]);
  });
});

describe('an answer', () => {
  const at = '2026-03-03 10:00';

  it('is given once, to a request there is, and not before it was received', () => {
    const story = asked();
    const early = answer(story, { happenedAt: vn('2026-03-03 08:59') });
    expect(outcome(story, [at, early])).toBe('HAPPENED_BEFORE_STEP');
    expect(outcome(story, [at, answer(story, { request: 'r99' })])).toBe('REQUEST_UNKNOWN');
    const done = further(story, [[at, answer(story, { refusedOn: 'HINDERS_PROCEEDINGS' })]]);
    expect(done.state.subjectRequests).toMatchObject([
      { answeredAt: vn(at), refusedOn: 'HINDERS_PROCEEDINGS' },
    ]);
    expect(outcome(done, ['2026-03-03 11:00', answer(story)])).toBe('REQUEST_UNKNOWN');
  });

  it.each([
    ['in conflict', { conflict: 'IS_PERPETRATOR' }, 'ASKER_IN_CONFLICT'],
    ['not verified', { verifiedBy: 'NOT_VERIFIED' }, 'ASKER_NOT_VERIFIED'],
  ] as const)('never gives the record to somebody %s, and offers why', (_, more, ground) => {
    const story = asked(more);
    const [request] = story.state.subjectRequests ?? [];
    expect(request && groundOffered(request)).toBe(ground);
    expect(shown(story)).toBeUndefined();
    expect(outcome(story, [at, answer(story)])).toBe('NOT_TO_BE_GIVEN');
    expect(outcome(story, [at, answer(story, { refusedOn: ground })])).toBe('DONE');
  });
});

describe('an officer who asks as a parent', () => {
  const police = officer('COMMUNE_POLICE', home);
  const named = { id: police.id, subject: 's', email: null, posts: police.posts, suspended: false };
  const asks = act('recordSubjectRequest', { officer: police.id });
  const declared = act('declareConflict', {
    ...{ unit: home, post: police.posts[0]?.id ?? '', ground: 'PARTY_TO_MATTER' },
  });

  it('is in conflict if the wall keeps them out, by whatever it names; the officer is not kept', () => {
    const walled = later(given(), declared);
    const story = further({ ...walled, setting: { named } as never }, [['2026-03-03 09:00', asks]]);
    expect(story.state.subjectRequests).toMatchObject([{ conflict: 'PARTY_TO_MATTER' }]);
    expect(JSON.stringify(story.state.subjectRequests)).not.toContain(police.id);
  });

  it('is like any other parent beyond that, and has to exist', () => {
    const setting = { named } as never;
    const story = further({ ...given(), setting }, [['2026-03-03 09:00', asks]]);
    expect(story.state.subjectRequests).toMatchObject([{ conflict: null }]);
    expect(outcome(given(), ['2026-03-03 09:00', asks])).toBe('OFFICER_UNKNOWN');
  });
});

describe('what is given', () => {
  it('is the child’s own of the case, for the office that answers, while nobody has', () => {
    const story = asked();
    const parts = ['STATUS', 'IDENTITY', 'NARRATIVE', 'ASSESSMENT', 'PROTECTION', 'CARE', 'PLAN'];
    expect([...(shown(story)?.sees ?? [])]).toEqual(parts);
    expect(shown(story, worker, 'r99')).toBeUndefined();
    expect(shown(later(story, answer(story)), worker, 'r3')).toBeUndefined();
  });

  it('is nothing for anybody else, nor for a machine or an app that only reads or only writes', () => {
    const story = swept(asked(), '2026-03-20 08:00');
    const others = [
      officer('COMMUNE_POLICE', home),
      officer('COMMUNE_CHAIR', far),
      officer('PROVINCE_SUPERVISOR', province),
      officer('MINISTRY_SUPERVISOR', 'VN'),
      { ...worker, kind: 'MACHINE' as const },
      { ...worker, scopes: ['cases:read'] as const },
      { ...worker, scopes: ['cases:write'] as const },
    ];
    expect(others.map((by) => shown(story, by))).toEqual(others.map(() => undefined));
  });

  it('is given by the province where the wall keeps the chair out, and by no chair it keeps out', () => {
    const chair = officer('COMMUNE_CHAIR', home);
    const out = { unit: home, post: chair.posts[0]?.id ?? '' };
    const walled = later(asked(), act('declareConflict', out));
    expect(shown(walled, chair)).toBeUndefined();
    expect(shown(walled, officer('PROVINCE_SUPERVISOR', province))).toBeDefined();
    expect(shown(walled, officer('PROVINCE_SUPERVISOR', '92'))).toBeUndefined();
  });

  it('tells the steps and the duties in words, and nothing of who was reminded or looked into the case', () => {
    const glass = later(asked(), act('breakGlass'), officer('COMMUNE_CHAIR', far));
    const told = courseOf(factsOf(swept(glass, '2026-03-20 08:00')), procedures);
    const types = new Set(told.map(({ type }) => type));
    const all = new Set(factsOf(swept(glass, '2026-03-20 08:00')).map(({ type }) => type));
    for (const hidden of ['GlassBroken', 'ReminderRecorded', 'Escalated'] as const) {
      expect([hidden, all.has(hidden)]).toEqual([hidden, true]);
      expect([hidden, types.has(hidden)]).toEqual([hidden, false]);
    }
    expect(types).toContain('SubjectRequestRecorded');
    const duties = told
      .filter(({ type }) => type === 'BreachRecorded')
      .map(({ words }) => words.en);
    expect(duties).toContain('Answer a request to see what is kept about the child');
    expect(duties).not.toContain('Judge an access in an emergency');
  });
});
