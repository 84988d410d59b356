import { describe, expect, it } from 'vitest';
import { type Calendar, calendar } from '#domain/calendar.ts';
import { vietnam } from '#domain/calendars/vietnam.ts';
import { limitsInForce } from '#domain/case/deadlines.ts';
import { explain, limitBehind } from '#domain/case/planning.ts';
import { deadlineId } from '#domain/case/terms.ts';
import { decree56 } from '#domain/procedures/decree-56-2017.ts';
import { procedures } from '#domain/procedures/registry.ts';
import { act, item, vn } from '../../support/builders.ts';
import {
  caseAt,
  due,
  endings,
  further,
  given,
  lastFacts,
  later,
  only,
  open,
  type Story,
} from '../../support/given.ts';

const assess = act('assessInitially');
const needs = act('assessNeeds');

function upTo(year: number): Calendar {
  const years = vietnam.years.filter((each) => each <= year);
  return calendar(7, years, [...vietnam.rows.values()]);
}

describe('a deadline in a year nobody has reviewed', () => {
  const setting = { calendar: upTo(2026) };
  const late = given('2026-12-30 08:00', {}, setting);
  const assessed = further(late, [['2026-12-30 09:00', assess]]);

  it('is left unplanned, and the fact is kept', () => {
    expect(assessed.state.step).toBe('NEEDS_ASSESSMENT');
    expect(open(assessed, 'D06')).toMatchObject({
      status: 'UNPLANNED',
      dueAt: null,
      nextAt: null,
      calendar: 7,
    });
  });

  it('is told to nobody and cannot be late', () => {
    expect(due(assessed, '2027-06-01 08:00')).toEqual([]);
    const known = further(assessed, [['2027-06-01 08:00', needs]]);
    expect(endings(lastFacts(known), 'D06')).toEqual(['MET']);
  });

  it('in hours is counted all the same', () => {
    expect(open(given('2026-12-31 20:00', {}, setting), 'D04')?.dueAt).toBe(vn('2027-01-01 08:00'));
  });
});

describe('a deadline over days not yet decided', () => {
  it('is provisional: over the announced 24 November 2026', () => {
    const story = further(given('2026-11-20 08:00'), [['2026-11-20 09:00', assess]]);
    expect(open(story, 'D06')).toMatchObject({
      status: 'PROVISIONAL',
      dueAt: vn('2026-12-01 00:00'),
    });
  });

  it('climbs its ladder like any other', () => {
    const story = further(given('2026-11-20 08:00'), [['2026-11-20 09:00', assess]]);
    const types = due(story, '2026-12-01 00:00').map(({ type }) => type);
    expect(types).toEqual(['ReminderRecorded', 'BreachRecorded']);
  });

  it('is planned where no such day lies within', () => {
    const story = further(given('2026-03-02 08:00'), [['2026-03-02 09:00', assess]]);
    expect(open(story, 'D06')?.status).toBe('PLANNED');
  });
});

describe('the explanation of a deadline', () => {
  const plan = caseAt('EXECUTION');
  const apart = later(later(plan, act('orderIsolation', { days: 3 })), act('endIsolation'));
  const again = later(apart, act('orderIsolation', { days: 4 }));

  const explained = ({ state, setting }: Story) =>
    state.deadlines.map((each) => {
      const known = { procedures, calendar: setting.calendar ?? vietnam };
      return [deadlineId(each), each.dueAt, explain(each, state, known)] as const;
    });

  it.each(explained(again))('%s ends when the deadline does', (_, dueAt, counted) => {
    if (counted === undefined || counted.status === 'UNPLANNED') throw new Error('not counted');
    expect(counted.dueAt).toBe(dueAt);
    expect(counted.explanation.at(-1)?.to).toBe(dueAt);
  });

  it('says which year is missing', () => {
    const story = further(given('2026-12-30 08:00', {}, { calendar: upTo(2026) }), [
      ['2026-12-30 09:00', assess],
    ]);
    expect(explained(story)[0]?.[2]).toEqual({ status: 'UNPLANNED', missingYear: 2027 });
  });
});

describe('the identity of a deadline', () => {
  it('is rule, leg, cycle, subject, the commit that set it and the plan revision', () => {
    const story = caseAt('EXECUTION');
    const ids = story.state.deadlines.map(deadlineId);
    expect(ids).toEqual(['D09.R.1.-.6.1', 'D10.R.1.i1.6.1', 'D10.R.1.i2.6.1', 'D11.R.1.-.6.1']);
  });

  it('changes with the plan revision where the plan changed it, and only there', () => {
    const items = [item('i1', '2026-04-10'), item('i2', '2026-05-08')];
    const story = later(caseAt('EXECUTION'), act('adjustPlan', { items }));
    const closed = only(lastFacts(story), 'DeadlineClosed').map((each) =>
      deadlineId(each.deadline),
    );
    expect(closed).toEqual(['D10.R.1.i2.6.1', 'D11.R.1.-.6.1']);
    const left = story.state.deadlines.map(deadlineId);
    expect(left).toContain('D10.R.1.i1.6.1');
    expect(left).toContain('D10.R.1.i2.7.2');
  });
});

describe('the limits that hold', () => {
  it('are those of the version each leg has pinned', () => {
    const { state } = caseAt('NEEDS_ASSESSMENT');
    const all = decree56.limits.map(({ id }) => id);
    expect(
      limitsInForce(state, procedures)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...all].sort());
    expect(limitsInForce(state, [])).toEqual([]);
  });

  it('are looked up for an open deadline in the version of its leg', () => {
    const story = caseAt('NEEDS_ASSESSMENT');
    const found = open(story, 'D06');
    if (found === undefined) throw new Error('D06 is not open');
    expect(limitBehind(found, procedures)?.id).toBe('D06');
    expect(limitBehind(found, [])).toBeUndefined();
  });
});

describe('a duty called off after its end, before any tick came by', () => {
  // D10 of i1 ends with 10 April; after a stop the first act comes before the first tick.
  const executing = caseAt('EXECUTION');
  const breaches = (story: Story) =>
    only(lastFacts(story), 'BreachRecorded').map(({ deadline, about, told }) => [
      ...[deadline.rule, deadline.subject, about, told.length],
    ]);

  it('was breached all the same', () => {
    const story = further(executing, [['2026-04-13 08:00', act('reviewPlan')]]);
    expect(endings(lastFacts(story), 'D10')).toEqual(['VOID', 'VOID']);
    expect(breaches(story)).toContainEqual(['D10', 'i1', vn('2026-04-11 00:00'), 0]);
    expect(breaches(story).filter(([, subject]) => subject === 'i2')).toEqual([]);
  });

  it('was not, when the paper says it was called off in time', () => {
    const onPaper = act('reviewPlan', { happenedAt: vn('2026-04-10 16:00') });
    const story = further(executing, [['2026-04-13 08:00', onPaper]]);
    expect(breaches(story).filter(([rule]) => rule === 'D10')).toEqual([]);
  });
});
