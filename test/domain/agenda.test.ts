import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AgendaOwner,
  agenda,
  daysAhead,
  detailsOf,
  headlineOf,
  mostEntries,
} from '#domain/agenda.ts';
import { debtorPlace } from '#domain/case/debtor.ts';
import type { Role, UnitCode } from '#domain/directory.ts';
import { plusHours } from '#domain/time.ts';
import {
  act,
  communes,
  far,
  home,
  item,
  neighbour,
  officer,
  otherProvince,
  province,
  vn,
} from '../support/builders.ts';
import { caseAt, given, later, type Story } from '../support/given.ts';
import { anyMove, anyStart, storyOf } from '../support/random-story.ts';

const now = vn('2026-03-02 12:00');

function at(unit: UnitCode, role: Role = 'COMMUNE_WORKER'): AgendaOwner {
  return { reader: officer(role, unit), unit };
}

function rules(owner: AgendaOwner, story: Story, on = now): readonly string[] {
  return agenda(owner, [story.state], on).map(({ duty }) => duty.rule);
}

describe('the agenda of a commune', () => {
  it('has what binds and has an end, and not what only may come to bind', () => {
    const story = given();
    expect(story.state.deadlines.map(({ rule }) => rule).toSorted()).toEqual(['D04', 'D05']);
    expect(rules(at(home), story)).toEqual(['D04']);
  });

  it('has nothing whose year nobody has reviewed', () => {
    const story = caseAt('PLAN_DRAFTING');
    const [open] = story.state.deadlines;
    if (open === undefined) throw new Error('A plan is owed');
    const unplanned = { ...open, dueAt: null, status: 'UNPLANNED' as const };
    expect(agenda(at(home), [{ ...story.state, deadlines: [unplanned] }], now)).toEqual([]);
  });

  it('has the answer to a hand-over where it is owed, and the rest where that is', () => {
    const offered = later(caseAt('NEEDS_ASSESSMENT'), act('offerHandover', { to: neighbour }));
    expect(rules(at(neighbour, 'COMMUNE_CHAIR'), offered)).toEqual(['P01']);
    expect(rules(at(home), offered)).toEqual(['D06']);
    const accepted = later(offered, act('acceptHandover'));
    expect(rules(at(neighbour), accepted)).toContain('D06');
    expect(rules(at(home), accepted)).toEqual([]);
  });

  it('has nothing of a case that is not its own', () => {
    expect(rules(at(far), given())).toEqual([]);
  });

  it('is, in every story, all that binds it and nothing else', () =>
    fc.assert(
      fc.property(
        anyStart,
        fc.array(anyMove, { minLength: 1, maxLength: 30, size: 'max' }),
        (start, moves) => {
          const { state } = storyOf(start, moves);
          const shown = communes.flatMap((unit) =>
            agenda(at(unit, 'COMMUNE_CHAIR'), [state], start).map(
              ({ duty }) => `${unit} ${duty.deadline}`,
            ),
          );
          // P03 is owed by the province, and P06 would tell when the child was born.
          const binding = state.deadlines.filter(
            ({ rule, status, dueAt }) =>
              status !== 'CONDITIONAL' && dueAt !== null && !['P03', 'P06'].includes(rule),
          );
          expect(shown.map((each) => each.split(' ')[0]).toSorted()).toEqual(
            binding.map((open) => debtorPlace(state, open).unit).toSorted(),
          );
        },
      ),
      { numRuns: 150 },
    ));
});

describe('the agenda of a province', () => {
  const plan = later(
    later(caseAt('PLAN_DRAFTING'), act('recordMeeting')),
    act('submitPlan', { items: [item('near', '2026-03-10'), item('late', '2026-04-10')] }),
  );
  const approved = later(plan, act('approvePlan'));

  it('has what is overdue and what is near', () => {
    const named = (on: typeof now) =>
      agenda(at(province, 'PROVINCE_SUPERVISOR'), [approved.state], on).map(
        ({ duty }) => duty.deadline.split('.')[3],
      );
    expect(named(now)).toContain('near');
    expect(named(now)).not.toContain('late');
    expect(named(vn('2026-03-28 12:00'))).toEqual(expect.arrayContaining(['near', 'late']));
  });

  it('ends with what is due in fourteen days to the minute', () => {
    const owner = at(province, 'PROVINCE_CHAIR');
    const due = vn('2026-03-11 00:00');
    const before = plusHours(due, -24 * daysAhead);
    const isThere = (on: typeof now) =>
      agenda(owner, [approved.state], on).some(({ duty }) => duty.dueAt === due);
    expect([isThere(before), isThere(plusHours(before, -1 / 60))]).toEqual([true, false]);
  });

  it('has nothing that is owed in another province', () => {
    expect(rules(at(otherProvince, 'PROVINCE_SUPERVISOR'), given())).toEqual([]);
    const offered = later(caseAt('NEEDS_ASSESSMENT'), act('offerHandover', { to: far }));
    expect(rules(at(otherProvince, 'PROVINCE_SUPERVISOR'), offered)).toEqual(['P01']);
    expect(rules(at(province, 'PROVINCE_SUPERVISOR'), offered)).toEqual(['D06']);
  });
});

describe('an agenda', () => {
  it('is bounded, and keeps what is due soonest', () => {
    const cases = Array.from({ length: mostEntries + 50 }, (_, index) => {
      const { state } = given(`2026-03-02 ${String(index % 12).padStart(2, '0')}:00`);
      return { ...state, id: `case-${index}`, code: `LC-${String(index).padStart(7, '0')}-0` };
    });
    const shown = agenda(at(home), cases, now);
    const ends = shown.map(({ duty }) => duty.dueAt);
    const all = cases.flatMap(({ deadlines }) =>
      deadlines.flatMap(({ rule, dueAt }) => (rule === 'D04' && dueAt !== null ? [dueAt] : [])),
    );
    expect(ends).toEqual(all.toSorted().slice(0, mostEntries));
  });

  it('tells code, duty and the last day in time, and neither child nor subject', () => {
    const items = [item('nguyen-van-an-9-tuoi', '2026-03-10')];
    const submitted = later(
      later(caseAt('PLAN_DRAFTING'), act('recordMeeting')),
      act('submitPlan', { items }),
    );
    const { state } = later(submitted, act('approvePlan'));
    const entries = agenda(at(home), [state], vn('2026-03-12 08:00'));
    const service = entries.find(({ duty }) => duty.rule === 'D10');
    if (service === undefined) throw new Error('A service is owed');
    expect(headlineOf(service)).toBe(
      `QUÁ HẠN · ${state.code} · D10 Hoàn thành dịch vụ trong kế hoạch (hết ngày 10/03/2026)`,
    );
    expect(detailsOf(service).split('\n')).toEqual([
      `Mã vụ việc: ${state.code}`,
      'Nhiệm vụ: Hoàn thành dịch vụ trong kế hoạch (D10)',
      'Thời hạn: hết ngày 10/03/2026',
      'Căn cứ: điểm a khoản 3 Điều 28 Nghị định 56/2017/NĐ-CP',
      '',
      `Case code: ${state.code}`,
      'Duty: Complete a service of the plan (D10)',
      'Due: end of 10/03/2026 (+07:00)',
      'Basis: ND56/2017 Art. 28.3a',
    ]);
    const said = entries.flatMap((entry) => [headlineOf(entry), detailsOf(entry)]).join('\n');
    expect(said).not.toContain('nguyen-van-an');
  });
});
