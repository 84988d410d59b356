import { describe, expect, it } from 'vitest';
import { calendar } from '#domain/calendar.ts';
import { vietnam } from '#domain/calendars/vietnam.ts';
import { fold } from '#domain/case/evolve.ts';
import { replan } from '#domain/case/replan.ts';
import { sweep } from '#domain/case/sweep.ts';
import type { Instant, PlainDate } from '#domain/time.ts';
import { act, home, moment, officer, vn } from '../../support/builders.ts';
import { afterCommands, caseAt, open, type Story } from '../../support/given.ts';

const rows = [...vietnam.rows.values()];

/** The calendar after a decree: another revision with some rows changed and some years more. */
function decreed(change: readonly (typeof rows)[number][], years = vietnam.years) {
  return calendar(vietnam.revision + 1, years, [...rows, ...change]);
}

function replanned(story: Story, at: Instant, days: ReturnType<typeof decreed>) {
  const tick = { ...moment(at, officer('COMMUNE_WORKER', home)), calendar: days };
  const facts = replan(story.state, tick);
  return { facts, state: fold(story.state, facts, 'case-1'), tick };
}

const holiday = (on: string, status: 'CONFIRMED' | 'ANNOUNCED' = 'CONFIRMED') => ({
  on: on as PlainDate,
  kind: 'HOLIDAY' as const,
  name: { vi: 'Nghỉ bù bão (giả định)', en: 'storm (made up)' },
  source: 'a decree made up for this test',
  status,
});

describe('a newer calendar', () => {
  const drafting = caseAt('PLAN_DRAFTING');
  const before = open(drafting, 'D07');

  it('moves what it makes later, once, and keeps the old instant in the history', () => {
    const at = vn('2026-03-04 12:00');
    const { facts, state, tick } = replanned(drafting, at, decreed([holiday('2026-03-06')]));
    expect(facts).toMatchObject([{ type: 'DeadlineMoved', planning: 1, rung: 0, about: at }]);
    const moved = state.deadlines.find(({ rule }) => rule === 'D07');
    expect(moved?.dueAt).not.toBe(before?.dueAt);
    expect(moved?.dueAt && before?.dueAt && moved.dueAt > before.dueAt).toBe(true);
    expect(replan(state, tick)).toEqual([]);
  });

  it('says PROVISIONAL when a row it counts is not confirmed, and moves no rung for that', () => {
    const far = decreed([holiday('2026-03-06', 'ANNOUNCED')]);
    const { state } = replanned(drafting, vn('2026-03-04 12:00'), far);
    expect(state.deadlines.find(({ rule }) => rule === 'D07')?.status).toBe('PROVISIONAL');
  });

  it('changes nothing where it changes no day that counts', () => {
    const far = decreed([holiday('2026-12-07')]);
    expect(replanned(drafting, vn('2026-03-04 12:00'), far).facts).toEqual([]);
  });

  it('never takes back a breach on record', () => {
    const late = vn('2026-04-01 08:00');
    const tick = moment(late, officer('COMMUNE_WORKER', home));
    const breached = fold(drafting.state, sweep(drafting.state, tick), 'case-1');
    const story = { ...drafting, state: breached };
    const { state } = replanned(story, late, decreed([holiday('2026-03-06')]));
    const d07 = state.deadlines.find(({ rule }) => rule === 'D07');
    expect(d07?.breachedAt).toBe(before?.dueAt);
    expect(d07?.dueAt).not.toBe(before?.dueAt);
  });
});

describe('a calendar that lacks the year of a breached deadline', () => {
  const drafting = caseAt('PLAN_DRAFTING');
  const breach = vn('2026-03-10 00:00');
  const tick = moment(breach, officer('COMMUNE_WORKER', home));
  const breached = fold(drafting.state, sweep(drafting.state, tick), 'case-1');
  const without = calendar(vietnam.revision + 1, [2025], rows);

  it('leaves the end that was missed, so that the ladder goes on from it', () => {
    const { facts } = replanned({ ...drafting, state: breached }, breach, without);
    expect(facts).toEqual([]);
    const later = { ...moment(vn('2026-03-13 00:00'), officer('COMMUNE_WORKER', home)) };
    expect(sweep(breached, { ...later, calendar: without }).map(({ type }) => type)).toEqual([
      'Escalated',
      'Escalated',
    ]);
  });

  it('leaves one that is in time without an end until the year is there', () => {
    const { facts } = replanned(drafting, vn('2026-03-04 12:00'), without);
    expect(facts).toMatchObject([{ dueAt: null, status: 'UNPLANNED', nextAt: null }]);
  });
});

describe('a year that had not been reviewed', () => {
  const at = '2027-12-29 09:00';
  const report = act('receiveReport', { receivedAt: vn('2027-12-29 08:00') });
  const waiting = afterCommands([
    ['2027-12-29 08:30', report],
    [at, act('assessInitially', { seriousHarm: false })],
  ]);

  it('leaves the deadline unplanned until it has, and then it climbs', () => {
    expect(open(waiting, 'D06')).toMatchObject({ status: 'UNPLANNED', dueAt: null, nextAt: null });
    const days = decreed([], [...vietnam.years, 2028]);
    const { facts, state } = replanned(waiting, vn('2027-12-30 09:00'), days);
    expect(facts).toMatchObject([
      { planning: 0, status: expect.stringMatching(/PLANNED|PROVISIONAL/) },
    ]);
    const d06 = state.deadlines.find(({ rule }) => rule === 'D06');
    expect(d06?.dueAt).toBe(vn('2028-01-06 00:00'));
    expect(d06?.nextAt).not.toBeNull();
  });
});
