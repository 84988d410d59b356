import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Calculation,
  calculate,
  type Inquiry,
  type WantedLimit,
} from '#domain/calculation.ts';
import { calendar } from '#domain/calendar.ts';
import { vietnam } from '#domain/calendars/vietnam.ts';
import { type Case, type Deadline, findCare } from '#domain/case/case.ts';
import { explain } from '#domain/case/planning.ts';
import { calendarDays, cappedDays, count, hours, workingDays } from '#domain/deadline.ts';
import { nation } from '#domain/directory.ts';
import { limit, type Procedure, type RuleId } from '#domain/procedure.ts';
import { procedures } from '#domain/procedures/registry.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { type Instant, plainDate, plusHours } from '#domain/time.ts';
import { home, province, vn } from '../support/builders.ts';
import { factsOf, only } from '../support/given.ts';
import { anyMove, anyStart, storyOf } from '../support/random-story.ts';

const law = { procedures, calendar: vietnam, ladders: [] };
const noTerms = { procedure: null, count: null, named: null };

function asking(of: Inquiry['of'], from: Instant, more: Partial<Inquiry> = {}): Inquiry {
  return { of, from, territory: [nation], pauses: [], extra: null, ...more };
}

const limitOf = (rule: RuleId, more: Partial<WantedLimit> = {}) => ({ rule, ...noTerms, ...more });

function counted(inquiry: Inquiry, by = law): Calculation {
  const found = calculate(inquiry, by);
  if (isRefusal(found)) throw new Error(`refused: ${found.refused}`);
  return found;
}

const noon = vn('2026-02-12 09:00');

const anyStory = fc
  .tuple(anyStart, fc.array(anyMove, { minLength: 1, maxLength: 30, size: 'max' }))
  .map(([start, moves]) => storyOf(start, moves));

type Duty = Pick<Deadline, 'subject' | 'procedure' | 'from' | 'rule'> &
  Partial<Pick<Deadline, 'count' | 'named' | 'pauses' | 'extensions'>>;

/** The calculation with what the record says of a duty; follow-ups are counted from the placement. */
function again(duty: Duty, state: Case): Calculation {
  const { rule, procedure, subject, count: units = null, named = null } = duty;
  const { pauses = [], extensions = [] } = duty;
  const from = findCare(state, subject)?.from ?? duty.from;
  const extra = extensions.reduce((sum, each) => sum + each.extra, 0) || null;
  return counted(
    asking(limitOf(rule, { procedure, count: units, named }), from, { pauses, extra }),
  );
}

describe('a limit counted without a case', () => {
  it('ends, for every duty of every case, when the case was told that it ends', () =>
    fc.assert(
      fc.property(anyStory, (story) => {
        for (const set of only(factsOf(story), 'DeadlineSet')) {
          const found = again({ ...set, ...set.deadline }, story.state);
          expect('dueAt' in found.counted ? found.counted.dueAt : null).toBe(set.dueAt);
          expect([found.counted.status, 'CONDITIONAL']).toContain(set.status);
          // The clock of a later follow-up starts with the one before it.
          const isFollowUp = findCare(story.state, set.deadline.subject) !== undefined;
          if (set.nextAt !== null && !isFollowUp) expect(found.rungs[0]?.at).toBe(set.nextAt);
        }
      }),
      { numRuns: 150 },
    ));

  it('is explained as it is to whoever opens the case', () =>
    fc.assert(
      fc.property(anyStory, ({ state }) => {
        for (const open of state.deadlines)
          expect(again(open, state).counted).toEqual(explain(open, state, law));
      }),
      { numRuns: 150 },
    ));

  it('says who is told when, in the order of the ladder', () => {
    const { rungs } = counted(asking(limitOf('D05'), noon));
    expect(rungs.map(({ id, at, tell }) => [id, at, tell.join()])).toEqual([
      ['3/4', vn('2026-02-12 18:00'), 'COMMUNE_WORKER'],
      ['due', vn('2026-02-12 21:00'), 'COMMUNE_WORKER,COMMUNE_CHAIR,COMMUNE_POLICE'],
      ['+15m', vn('2026-02-12 21:15'), 'PROVINCE_SUPERVISOR'],
      ['+6h', vn('2026-02-13 03:00'), 'PROVINCE_CHAIR,HOTLINE_111'],
    ]);
  });

  it('has no reminder when its end was past before it began', () => {
    const named = plainDate('2026-02-01');
    const { counted: end, rungs } = counted(asking(limitOf('D10', { named }), noon));
    expect(end).toMatchObject({ dueAt: vn('2026-02-02 00:00') });
    expect(rungs.map(({ kind }) => kind)).toEqual(['BREACH', 'ESCALATION', 'ESCALATION']);
  });

  it('has neither end nor ladder in a year nobody has reviewed', () => {
    const found = counted(asking(limitOf('D07'), vn('2035-01-02 09:00')));
    expect(found).toMatchObject({ counted: { status: 'UNPLANNED', missingYear: 2035 }, rungs: [] });
  });

  it('is told from the start of the duty on where it waits for a named day', () => {
    const named = plainDate('2026-03-01');
    const { counted: end } = counted(asking(limitOf('D11', { named }), noon));
    expect(end).toMatchObject({ dueAt: vn('2026-03-07 00:00') });
    const [wait] = 'explanation' in end ? end.explanation : [];
    expect(wait).toEqual({
      from: noon,
      to: vn('2026-03-02 00:00'),
      counts: false,
      reason: 'NAMED_DAY',
    });
  });

  it.each([
    [null, '2026-03-13 00:00', 'REMINDER'],
    [3, '2026-05-13 00:00', 'BREACH'],
    [9, '2026-11-13 00:00', 'BREACH'],
    [21, '2027-11-13 00:00', 'BREACH'],
  ])('follows a child in care up in month %s of its series', (month, dueAt, first) => {
    const found = counted(asking(limitOf('D15', { count: month }), noon));
    expect(found.counted).toMatchObject({ dueAt: vn(dueAt) });
    // When the clock of a later follow-up started is known only of a case.
    expect(found.rungs[0]?.kind).toBe(first);
  });

  it('is given more time where it takes more, and says so', () => {
    const pauses = [{ from: vn('2026-02-13 00:00'), until: vn('2026-02-14 00:00') }];
    const plain = counted(asking(limitOf('D06'), noon));
    const more = counted(asking(limitOf('D06'), noon, { pauses, extra: 2 }));
    expect(plain.counted).toMatchObject({ dueAt: vn('2026-02-27 00:00') });
    expect(more.counted).toMatchObject({ dueAt: vn('2026-03-04 00:00') });
    expect(more.account?.vi).toContain('gia hạn thêm 2 ngày làm việc (giả định)');
    expect(more.account?.en).toContain('The clock was stopped from 00:00 on 13/02/2026');
  });

  it.each([
    ['the days that are left of the cap', limitOf('D13', { count: 4 }), '2026-02-17 00:00'],
    ['the whole cap', limitOf('D13'), '2026-02-28 00:00'],
    ['the last day ordered', limitOf('D14', { count: 4 }), '2026-02-17 00:00'],
    [
      'a last day by its name',
      limitOf('D14', { named: plainDate('2026-02-20') }),
      '2026-02-21 00:00',
    ],
  ])('counts of an isolation %s', (_, wanted, dueAt) => {
    expect(counted(asking(wanted, noon)).counted).toMatchObject({ dueAt: vn(dueAt) });
  });
});

describe('where and when', () => {
  const local: Procedure = {
    id: 'QĐ-98/2026',
    title: 'Quyết định thử',
    decidedBy: 'UBND thử, 2026-01-01',
    validFrom: plainDate('2026-03-01'),
    territory: [province],
    limits: [
      limit('D07', {
        title: { vi: 'Trình kế hoạch', en: 'Submit the plan' },
        leg: 'RESIDENCE',
        within: workingDays(3),
        from: ['NeedsAssessed'],
        until: ['PlanSubmitted'],
        by: 'COMMUNE_WORKER',
        law: 'QĐ-98/2026',
      }),
    ],
  };
  const both = { ...law, procedures: [...procedures, local] };
  const territory = [home, province, nation];

  it.each([
    ['in its province from its first day on', '2026-03-02 09:00', territory, 'QĐ-98/2026'],
    ['not the day before', '2026-02-28 09:00', territory, 'ND56/2017'],
    ['and nowhere else', '2026-03-02 09:00', [nation], 'ND56/2017'],
  ])('a local procedure holds %s', (_, at, where, id) => {
    const found = counted(asking(limitOf('D07'), vn(at), { territory: where }), both);
    expect(found.cited?.procedure.id).toBe(id);
  });

  it('a version that is named is taken wherever it holds', () => {
    const wanted = limitOf('D07', { procedure: 'QĐ-98/2026' });
    expect(counted(asking(wanted, noon), both).span).toEqual(workingDays(3));
  });

  it('a day off of the province moves what is counted there, and only there', () => {
    const on = plainDate('2026-03-04');
    const name = { vi: 'Ngày nghỉ thử', en: 'A day off' };
    const row = { on, kind: 'HOLIDAY', name, source: 'QĐ-98', status: 'ANNOUNCED' } as const;
    const rows = new Map([[on, row]]);
    const days = calendar(7, vietnam.years, [...vietnam.rows.values()], {
      locals: new Map([[province, { rows }]]),
    });
    const at = (where: readonly string[]) =>
      counted(asking({ span: workingDays(3) }, vn('2026-03-02 09:00'), { territory: where }), {
        ...law,
        calendar: days,
      });
    expect(at(territory)).toMatchObject({
      calendarRevision: 7,
      counted: { status: 'PROVISIONAL', dueAt: vn('2026-03-07 00:00') },
    });
    expect(at([nation]).counted).toMatchObject({
      status: 'PLANNED',
      dueAt: vn('2026-03-06 00:00'),
    });
  });
});

describe('a span of one’s own', () => {
  it.each([hours(12), workingDays(5), calendarDays(10), cappedDays(10)])(
    'is counted like any other, and has no ladder: %j',
    (span) => {
      const pauses = [{ from: vn('2026-02-13 09:00'), until: vn('2026-02-24 09:00') }];
      const found = counted(asking({ span }, noon, { pauses, extra: 2 }));
      expect(found).toMatchObject({ cited: null, rungs: [], span });
      expect(found.counted).toEqual(count(span, noon, vietnam, { pauses, extra: 2 }));
    },
  );
});

const unfit = (term: string) => refuse('TERM_UNFIT', [term]);
const capped = (term: string) => refuse('CAP_EXCEEDED', [term]);
const stopped = (days: number) => ({
  pauses: [{ from: noon, until: plusHours(noon, 24 * days) }],
});
const dayMissing = refuse('NAMED_DAY_MISSING', ['namedDay']);

describe('what cannot be counted', () => {
  const day = plainDate('2026-03-01');
  const long = { extra: 1 };
  const early = { from: vn('2016-01-04 09:00') };

  it.each<readonly [string, WantedLimit, Partial<Inquiry>, Refusal]>([
    ['a limit of no procedure yet', limitOf('D07'), early, refuse('PROCEDURE_UNKNOWN', ['from'])],
    [
      'a version nobody knows',
      limitOf('D07', { procedure: 'ND1/1900' }),
      {},
      refuse('LIMIT_UNKNOWN', ['procedure']),
    ],
    ['a service without its day', limitOf('D10'), {}, dayMissing],
    ['a review without the last day of the plan', limitOf('D11'), {}, dayMissing],
    ['what follows an isolation of no length', limitOf('D14'), {}, dayMissing],
    ['working days to a named day', limitOf('D07', { named: day }), {}, unfit('namedDay')],
    ['a cap to a named day', limitOf('D13', { named: day }), {}, unfit('namedDay')],
    ['days of a limit that has its own', limitOf('D07', { count: 3 }), {}, unfit('count')],
    [
      'more days than the cap',
      limitOf('D13', { count: 16 }),
      {},
      refuse('ISOLATION_CAP_EXCEEDED', ['count']),
    ],
    ['a limit of the law extended', limitOf('D07'), long, refuse('NOT_EXTENDABLE', ['extra'])],
    ['a limit of the law stopped', limitOf('D07'), stopped(1), refuse('NOT_PAUSABLE', ['pauses'])],
    ['more extended than a limit takes', limitOf('D06'), { extra: 6 }, capped('extra')],
    ['longer stopped than a limit takes', limitOf('D06'), stopped(366), capped('pauses')],
    ['a follow-up out of its series', limitOf('D15', { count: 2 }), {}, unfit('count')],
    ['a follow-up on a named day', limitOf('D15', { named: day }), {}, unfit('namedDay')],
  ])('is %s', (_, wanted, more, refusal) => {
    expect(calculate(asking(wanted, noon, more), law)).toEqual(refusal);
  });

  it('is a limit the version does not have', () => {
    const [decree] = procedures;
    const without = { ...law, procedures: decree ? [{ ...decree, limits: [] }] : [] };
    const found = calculate(asking(limitOf('D07'), noon), without);
    expect(found).toEqual(refuse('LIMIT_UNKNOWN', ['rule']));
  });
});
