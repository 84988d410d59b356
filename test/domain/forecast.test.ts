import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { owedIn } from '#domain/agency.ts';
import { calendarIn, commonOfficeHours, dayOf, sessionsOf } from '#domain/calendar.ts';
import { vietnam } from '#domain/calendars/vietnam.ts';
import type { Case } from '#domain/case/case.ts';
import { nation } from '#domain/directory.ts';
import { type AgencyForecast, forecast, type Outlook } from '#domain/forecast.ts';
import { procedures } from '#domain/procedures/registry.ts';
import { fromEpoch, type Instant, localDate, plusHours, toEpoch } from '#domain/time.ts';
import { act, far, home, neighbour, otherProvince, province, vn } from '../support/builders.ts';
import { caseAt, given, later, swept } from '../support/given.ts';
import { anyMove, anyStart, storyOf } from '../support/random-story.ts';

const at = (now: Instant, more: Partial<Outlook> = {}): Outlook => ({
  unit: nation,
  now,
  days: 7,
  calendar: vietnam,
  procedures,
  ...more,
});

const none = {
  breached: 0,
  atRisk: 0,
  due: [],
  later: 0,
  unplanned: 0,
  conditional: 0,
};

describe('a forecast', () => {
  it('tells an hour after the report what is due, of law or policy, and what may come to bind', () => {
    const { state } = given('2026-03-02 08:00');
    const found = forecast([state, state], at(vn('2026-03-02 09:00'), { unit: home }));
    expect(found).toEqual([
      {
        ...none,
        unit: home,
        role: 'COMMUNE_CHAIR',
        conditional: 2,
        nextDueAt: null,
        rules: ['D05'],
      },
      {
        ...none,
        unit: home,
        role: 'COMMUNE_WORKER',
        atRisk: 2,
        due: [{ on: '2026-03-02', duties: 2, law: 0 }],
        nextDueAt: vn('2026-03-02 20:00'),
        rules: ['D04'],
      },
    ]);
  });

  it('counts a duty that ends at midnight on the day before, and one of law as such', () => {
    const { state } = caseAt('PLAN_APPROVAL');
    // Handed in on Monday: two working days end with Wednesday.
    const [chair] = forecast([state], at(vn('2026-03-02 20:00')));
    expect(chair).toEqual({
      ...none,
      unit: home,
      role: 'COMMUNE_CHAIR',
      due: [{ on: '2026-03-04', duties: 1, law: 1 }],
      nextDueAt: vn('2026-03-05 00:00'),
      rules: ['D08'],
    });
  });

  it('tells apart what is due within the days asked for and later', () => {
    const { state } = caseAt('PLAN_APPROVAL');
    const days = (wanted: number) => {
      const [chair] = forecast([state], at(vn('2026-03-02 20:00'), { days: wanted }));
      return [chair?.due.length, chair?.later];
    };
    expect([days(1), days(2), days(3)]).toEqual([
      [0, 1],
      [0, 1],
      [1, 0],
    ]);
  });

  it.each<[string, number]>([
    ['2026-03-03 16:29', 0],
    // 30 minutes of Tuesday and the 7 hours and 30 minutes of Wednesday.
    ['2026-03-03 16:30', 1],
    ['2026-03-04 12:00', 1],
    ['2026-03-04 23:59', 1],
  ])('finds at risk at %s what little office time is left to: %d', (now, atRisk) => {
    const { state } = caseAt('PLAN_APPROVAL');
    expect(forecast([state], at(vn(now)))).toMatchObject([{ role: 'COMMUNE_CHAIR', atRisk }]);
  });

  it('measures that by the days and hours of the unit itself', () => {
    const { state } = caseAt('PLAN_APPROVAL');
    const now = vn('2026-03-03 16:00');
    const source = 'QĐ 1';
    const row = { kind: 'HOLIDAY' as const, name: { vi: 'Hội', en: 'Fair' }, source };
    const off = { ...row, on: localDate(vn('2026-03-04 08:00')), status: 'CONFIRMED' as const };
    const closed = { rows: new Map([[off.on, off]]), hours: commonOfficeHours };
    const risk = (unit: string) => {
      const calendar = { ...vietnam, locals: new Map([[unit, closed]]) };
      return forecast([state], at(now, { calendar })).map(({ atRisk }) => atRisk);
    };
    expect([risk(home), risk(province), risk(neighbour)]).toEqual([[1], [1], [0]]);
  });

  it('counts what is late as breached, told already or not', () => {
    const { state } = caseAt('PLAN_APPROVAL');
    const breached = { ...none, breached: 1, nextDueAt: null };
    const now = vn('2026-03-05 00:00');
    const told = swept({ state, commits: [], setting: {} }, '2026-03-05 00:00').state;
    for (const each of [state, told]) expect(forecast([each], at(now))).toMatchObject([breached]);
    expect(forecast([state], at(vn('2026-03-04 23:59')))).toMatchObject([{ breached: 0 }]);
  });

  it('tells a duty of the province to the province, and none to a commune beside it', () => {
    const offered = later(caseAt('PLAN_APPROVAL'), act('offerHandover', { to: far }));
    const declined = later(offered, act('declineHandover'));
    const roles = (unit: string) =>
      forecast([declined.state], at(vn('2026-03-02 20:00'), { unit })).map(
        ({ unit: code, role }) => `${role} ${code}`,
      );
    expect(roles(province)).toEqual([`PROVINCE_SUPERVISOR ${province}`, `COMMUNE_CHAIR ${home}`]);
    expect(roles(home)).toEqual([`COMMUNE_CHAIR ${home}`]);
    expect(roles(neighbour)).toEqual([]);
    expect(roles(otherProvince)).toEqual([]);
  });

  it('has nothing of a canary', () => {
    const { state } = given();
    const canary: Case = { ...state, canary: true };
    expect(forecast([canary], at(vn('2026-03-02 09:00')))).toEqual([]);
  });
});

const anyStory = fc
  .tuple(anyStart, fc.array(anyMove, { minLength: 1, maxLength: 25, size: 'max' }))
  .map(([start, moves]) => storyOf(start, moves));
const anyCases = fc.array(anyStory, { minLength: 1, maxLength: 4 });

/** The minutes an office is open before an end, counted one by one up to some. */
function minutesLeft(now: Instant, dueAt: Instant, territory: readonly string[], most: number) {
  const days = calendarIn(vietnam, territory);
  let open = 0;
  for (let time = toEpoch(now); time < toEpoch(dueAt) && open <= most; time += 60_000) {
    const wall = fromEpoch(time + 7 * 3_600_000);
    const minute = Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16));
    const on = localDate(fromEpoch(time));
    const day = dayOf(days, on);
    const sessions = day === undefined ? [] : sessionsOf(days, on, day);
    if (sessions.some(({ from, to }) => from <= minute && minute < to)) open += 1;
  }
  return open;
}

const total = (rows: readonly AgencyForecast[], of: (row: AgencyForecast) => number) =>
  rows.reduce((sum, row) => sum + of(row), 0);

describe('the forecast of any cases', () => {
  it('equals a recount of their own deadlines, each once', () => {
    fc.assert(
      fc.property(
        anyCases,
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 1, max: 31 }),
        (stories, wait, days) => {
          const states = stories.map(({ state }) => state);
          const last = stories[0]?.commits.at(-1)?.now ?? vn('2026-03-02 08:00');
          const now = fromEpoch(Math.floor(toEpoch(plusHours(last, wait)) / 60_000) * 60_000);
          const rows = forecast(states, at(now, { days }));
          const open = states.flatMap(({ deadlines }) => deadlines);
          const late = open.filter(
            ({ breachedAt, dueAt, status }) =>
              breachedAt !== null || (status !== 'CONDITIONAL' && dueAt !== null && dueAt <= now),
          );
          const rest = open.filter((each) => !late.includes(each));
          const binding = rest.filter(({ status }) => status !== 'CONDITIONAL');
          const ahead = binding.flatMap(({ dueAt }) => dueAt ?? []);
          expect(total(rows, (row) => row.breached)).toBe(late.length);
          expect(total(rows, (row) => row.conditional)).toBe(rest.length - binding.length);
          expect(total(rows, (row) => row.unplanned)).toBe(binding.length - ahead.length);
          const due = rows.flatMap((row) => row.due);
          expect(
            due.reduce((sum, { duties }) => sum + duties, 0) + total(rows, (row) => row.later),
          ).toBe(ahead.length);
          const lastMoment = (dueAt: Instant) => localDate(fromEpoch(toEpoch(dueAt) - 1));
          for (const { on } of due)
            expect(
              due.filter((day) => day.on === on).reduce((sum, { duties }) => sum + duties, 0),
            ).toBe(ahead.filter((dueAt) => lastMoment(dueAt) === on).length);
          expect(rows.flatMap(({ nextDueAt }) => nextDueAt ?? []).toSorted()[0]).toBe(
            ahead.toSorted()[0],
          );
        },
      ),
      { numRuns: 150 },
    );
  });

  it('has at risk what eight hours counted minute by minute are left to', () => {
    fc.assert(
      fc.property(anyStory, fc.integer({ min: 0, max: 100 }), ({ state, commits }, wait) => {
        const last = commits.at(-1)?.now ?? state.receivedAt;
        const now = fromEpoch(Math.floor(toEpoch(plusHours(last, wait)) / 60_000) * 60_000);
        const risky = owedIn(nation, [state], procedures).filter(
          ({ open: { dueAt, status, breachedAt }, agency, place }) =>
            breachedAt === null &&
            status !== 'CONDITIONAL' &&
            dueAt !== null &&
            dueAt > now &&
            toEpoch(dueAt) % 60_000 === 0 &&
            minutesLeft(now, dueAt, [agency.unit, place.province], 480) <= 480,
        );
        expect(total(forecast([state], at(now)), ({ atRisk }) => atRisk)).toBe(risky.length);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('adds up over parts of them, and over the communes of the country', () => {
    fc.assert(
      fc.property(anyCases, anyStart, (stories, now) => {
        const states = stories.map(({ state }) => state);
        const whole = forecast(states, at(now));
        const parts = states.flatMap((state) => forecast([state], at(now)));
        const places = [province, otherProvince].flatMap((unit) =>
          forecast(states, at(now, { unit })),
        );
        expect(places).toEqual(whole);
        for (const sum of [
          ({ breached }: AgencyForecast) => breached,
          ({ atRisk }: AgencyForecast) => atRisk,
          ({ later: after }: AgencyForecast) => after,
          ({ due }: AgencyForecast) => due.reduce((all, { duties }) => all + duties, 0),
          ({ due }: AgencyForecast) => due.reduce((all, { law }) => all + law, 0),
        ])
          expect(total(parts, sum)).toBe(total(whole, sum));
      }),
      { numRuns: 100 },
    );
  });
});
