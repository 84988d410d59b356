import { describe, expect, it } from 'vitest';
import { fold } from '#domain/case/evolve.ts';
import { type Migration, migrate, migration } from '#domain/case/migration.ts';
import { changes } from '#domain/case/movement.ts';
import { deadlineId } from '#domain/case/terms.ts';
import { hours, workingDays } from '#domain/deadline.ts';
import { nation } from '#domain/directory.ts';
import type { Procedure } from '#domain/procedure.ts';
import { decree56 } from '#domain/procedures/decree-56-2017.ts';
import { overlays } from '#domain/procedures/overlays.ts';
import { plainDate } from '#domain/time.ts';
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
import { due, further, given, later, only, type Story, swept } from '../../support/given.ts';

const [found] = overlays.filter(({ id }) => id === 'QUANG-TRUNG/QT45');
if (found === undefined) throw new Error('There is no such local procedure');
const { validUntil: _, ...qt45 } = found;

const changeOver = plainDate('2026-03-02');
const old: Procedure = { ...qt45, id: 'OLD', territory: [province], validUntil: changeOver };
/** Another version: as it was, but for some limits. */
const version = (limits: Procedure['limits']): Procedure => ({
  ...qt45,
  id: 'NEW',
  territory: [province],
  validFrom: changeOver,
  limits,
});
const within = (span: Procedure['limits'][number]['within']) =>
  qt45.limits.map((limit) => ({ ...limit, within: span }));
const shorter = version(within(hours(6)));

const lawOf = (next: Procedure) => ({ procedures: [decree56, old, next] });
const raisedUnder = (next: Procedure) =>
  further(given('2026-03-01 20:00', {}, lawOf(next)), [
    ['2026-03-01 21:00', act('raiseEmergency')],
  ]);

function order(to: Procedure, more: Partial<Migration> = {}): Migration {
  return { unit: home, from: 'OLD', to, document: '16/QĐ-UBND', ...more };
}

function ordered(story: Story, wish: Migration, at = '2026-03-02 00:30') {
  return migration(
    story.state,
    wish,
    moment(vn(at), officer('COMMUNE_WORKER', home), story.setting),
  );
}

const open = (story: Story, id: string) =>
  story.state.deadlines.find((each) => deadlineId(each) === id);

describe('a migration', () => {
  it('pins the new version and moves what the leg owes under the old one', () => {
    const story = raisedUnder(shorter);
    const facts = ordered(story, order(shorter));
    expect(
      facts.slice(0, 2).map((fact) => ('leg' in fact ? [fact.type, fact.leg] : fact.type)),
    ).toEqual([['ProcedureMigrated', 'INCIDENT'], 'DeadlineMoved']);
    expect(only(facts, 'ProcedureMigrated')[0]).toMatchObject({
      ...{ from: 'OLD', to: 'NEW', local: true, document: '16/QĐ-UBND' },
      about: vn('2026-03-02 00:30'),
    });
    expect(only(facts, 'DeadlineMoved')).toMatchObject([
      { why: 'MIGRATED', procedure: 'NEW', dueAt: vn('2026-03-02 02:00'), planning: 1 },
    ]);
    const after = { ...story, state: fold(story.state, facts, 'case-1') };
    expect(after.state.incidentLeg).toMatchObject({ procedure: 'ND56/2017', overlay: 'NEW' });
    expect(open(after, 'D05.I.1.-.1.0.L')).toMatchObject({
      procedure: 'NEW',
      from: vn('2026-03-01 20:00'),
    });
  });

  it('leaves the duties of the law as they are', () => {
    const story = raisedUnder(shorter);
    const after = fold(story.state, ordered(story, order(shorter)), 'case-1');
    const ofLaw = (state: typeof after) => state.deadlines.filter(({ local }) => !local);
    expect(ofLaw(after)).toEqual(ofLaw(story.state));
  });

  it('names the new version where the end stays', () => {
    const same = version(qt45.limits);
    const facts = ordered(raisedUnder(same), order(same));
    expect(only(facts, 'DeadlineMoved')).toMatchObject([
      { procedure: 'NEW', dueAt: vn('2026-03-02 04:00'), planning: 0, rung: 0 },
    ]);
  });

  it('voids what the new version does not know, and starts nothing for what has happened', () => {
    const [laiChau] = overlays.filter(({ id }) => id === 'LAI-CHAU/25516');
    const other = version(laiChau?.limits ?? []);
    const story = raisedUnder(other);
    const facts = ordered(story, order(other));
    expect(
      only(facts, 'DeadlineClosed').map(({ deadline, how }) => [deadlineId(deadline), how]),
    ).toEqual([['D05.I.1.-.1.0.L', 'VOID']]);
    expect(only(facts, 'DeadlineMoved')).toEqual([]);
    const after = fold(story.state, facts, 'case-1');
    expect(after.deadlines.filter(({ local }) => local)).toEqual([]);
  });

  it('keeps a breach on record, and its place on the ladder, whatever the new limit is', () => {
    const longer = version(within(workingDays(3)));
    const story = swept(raisedUnder(longer), '2026-03-02 04:00');
    const breached = open(story, 'D05.I.1.-.1.0.L');
    expect(breached?.breachedAt).toBe(vn('2026-03-02 04:00'));
    const after = fold(story.state, ordered(story, order(longer), '2026-03-02 05:00'), 'case-1');
    const { breachedAt, rung, dueAt } = after.deadlines.find(({ local }) => local) ?? {};
    expect({ breachedAt, rung }).toEqual({
      breachedAt: breached?.breachedAt,
      rung: breached?.rung,
    });
    expect(dueAt).toBe(vn('2026-03-05 00:00'));
  });

  it('to a limit that has passed is noticed by the next sweep, and not dated back to before it was known', () => {
    const story = raisedUnder(shorter);
    const at = vn('2026-03-02 03:00');
    const facts = ordered(story, order(shorter), '2026-03-02 03:00');
    const after = { ...story, state: fold(story.state, facts, 'case-1') };
    const [breach] = only(due(after, '2026-03-02 03:01'), 'BreachRecorded');
    expect(breach).toMatchObject({ basis: 'LOCAL', about: vn('2026-03-02 02:00'), known: at });
  });

  it('makes a conditional duty bind where the new limit has no condition', () => {
    const [limit] = qt45.limits;
    const binding = version(limit === undefined ? [] : [{ ...limit, conditional: false }]);
    const story = given('2026-03-01 20:00', {}, lawOf(binding));
    const [moved] = only(ordered(story, order(binding)), 'DeadlineMoved');
    expect(moved).toMatchObject({ status: 'PLANNED', nextAt: vn('2026-03-02 02:00') });
  });

  it('of the statute moves the duties of the statute and no local one', () => {
    const next: Procedure = {
      ...decree56,
      id: 'ND99/2026',
      validFrom: changeOver,
      limits: decree56.limits.map((limit) =>
        limit.id === 'D04' ? { ...limit, within: hours(24) } : limit,
      ),
    };
    const ended = { ...decree56, validUntil: changeOver };
    const procedures = [ended, next, { ...old, validUntil: plainDate('2027-01-01') }];
    const story = given('2026-03-01 20:00', {}, { procedures });
    const facts = ordered(story, order(next, { from: 'ND56/2017' }));
    const moved = only(facts, 'DeadlineMoved').map(({ deadline, dueAt }) => [
      deadlineId(deadline),
      dueAt,
    ]);
    expect(moved).toEqual([
      ['D04.I.1.-.1.0', vn('2026-03-02 20:00')],
      ['D05.I.1.-.1.0', vn('2026-03-02 08:00')],
    ]);
    expect(fold(story.state, facts, 'case-1').incidentLeg).toMatchObject({
      procedure: 'ND99/2026',
      overlay: 'OLD',
    });
  });
});

describe('what changes over', () => {
  it('is each leg that pins the old version, in the unit ordered or below it', () => {
    const story = raisedUnder(shorter);
    const legsOf = (unit: string) =>
      only(ordered(story, order(shorter, { unit })), 'ProcedureMigrated').map(({ leg }) => leg);
    for (const unit of [home, province, nation])
      expect(legsOf(unit)).toEqual(['INCIDENT', 'RESIDENCE']);
    for (const unit of [neighbour, far]) expect(legsOf(unit)).toEqual([]);
  });

  it('is one leg where only that lies in the unit', () => {
    let story = later(
      raisedUnder({ ...shorter, validFrom: plainDate('2026-04-01') }),
      act('assessInitially'),
    );
    story = later(later(story, act('offerHandover', { to: neighbour })), act('acceptHandover'));
    const late = { ...shorter, validFrom: plainDate('2026-03-02') };
    const facts = ordered({ ...story, setting: lawOf(late) }, order(late));
    expect(only(facts, 'ProcedureMigrated').map(({ leg }) => leg)).toEqual(['INCIDENT']);
  });

  it('is nothing where the new version is not in force now', () => {
    const story = raisedUnder(shorter);
    expect(ordered(story, order(shorter), '2026-03-01 23:00')).toEqual([]);
    const elsewhere = { ...shorter, territory: [far] };
    expect(ordered({ ...story, setting: lawOf(elsewhere) }, order(elsewhere))).toEqual([]);
  });

  it('is nothing where another version is pinned, or the order was carried out before', () => {
    const story = raisedUnder(shorter);
    expect(ordered(story, order(shorter, { from: 'OTHER' }))).toEqual([]);
    const facts = ordered(story, order(shorter));
    const after = { ...story, state: fold(story.state, facts, 'case-1') };
    expect(ordered(after, order(shorter))).toEqual([]);
    const now = moment(vn('2026-03-02 00:30'), officer('COMMUNE_WORKER', home), lawOf(shorter));
    const again = { leg: 'INCIDENT', to: shorter, document: '16/QĐ-UBND' } as const;
    expect(migrate(after.state, again, now)).toEqual([]);
  });

  it('is nothing of a case that is closed and owes nothing more', () => {
    const story = raisedUnder(shorter);
    const over = { ...story, state: { ...story.state, step: 'ARCHIVED' as const, deadlines: [] } };
    expect(ordered(over, order(shorter))).toEqual([]);
  });
});

it('is previewed as the deadlines it moves or ends, by case code', () => {
  const story = raisedUnder(shorter);
  expect(changes(story.state, ordered(story, order(shorter)), vn('2026-03-02 00:30'))).toEqual([
    {
      caseCode: 'LC-0000001-3',
      deadline: 'D05.I.1.-.1.0.L',
      unit: home,
      rule: 'D05',
      before: { dueAt: vn('2026-03-02 04:00'), status: 'PLANNED' },
      after: { dueAt: vn('2026-03-02 02:00'), status: 'PLANNED' },
      breached: false,
      late: false,
    },
  ]);
  const none = version([]);
  const [ended] = changes(
    raisedUnder(none).state,
    ordered(raisedUnder(none), order(none)),
    vn('2026-03-02 00:30'),
  );
  expect(ended?.after).toBeNull();
});
