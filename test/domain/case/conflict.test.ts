import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { laterCommandTypes } from '#domain/case/acts.ts';
import type { Command, CommandOf } from '#domain/case/command.ts';
import { availableActions } from '#domain/case/decide.ts';
import { nation, type Officer, type Role, roles } from '#domain/directory.ts';
import { type Actor, may, sight } from '#domain/permission.ts';
import { view } from '#domain/view.ts';
import { beyondWall, isShutOut, marksOfPerson, marksShutOut } from '#domain/wall.ts';
import {
  act,
  communes,
  directory,
  far,
  home,
  neighbour,
  officer,
  post,
  postId,
  province,
  seat,
  vn,
} from '../../support/builders.ts';
import {
  due,
  further,
  given,
  lastFacts,
  later,
  only,
  outcome,
  type Setting,
} from '../../support/given.ts';

type Named = Partial<CommandOf<'declareConflict'>>;

const nobody = { officer: null, unit: null, post: null, agency: null };
const naming = (named: Named) => act('declareConflict', { ...nobody, ...named });
const ofPost = (role: Role, unit = home) => naming({ unit, post: postId(role, unit) });
const worker = officer('COMMUNE_WORKER', home);
const chair = officer('COMMUNE_CHAIR', home);
const police = officer('COMMUNE_POLICE', home);
const supervisor = officer('PROVINCE_SUPERVISOR', province);
const ministry = officer('MINISTRY_SUPERVISOR', nation);
const at = '2026-03-02 09:00';

/** The officer of a post as the directory has them. */
const known = ({ id, posts }: Actor): Setting => ({
  named: { id, posts, disabled: false } satisfies Officer,
});

const walled = (command: Command, by: Actor = worker, setting: Setting = {}) =>
  further(given('2026-03-02 08:00', {}, setting), [[at, command, by]]);

describe('whom a conflict of interest keeps out', () => {
  const cases: readonly (readonly [string, Command, Actor, Setting])[] = [
    ['an officer', naming({ officer: chair.id }), chair, known(chair)],
    ['the holder of a post', ofPost('COMMUNE_CHAIR'), chair, {}],
    ['an agency', naming({ unit: home, agency: 'people@98001' }), chair, {}],
    ['a whole office', naming({ unit: home }), police, {}],
  ];

  it.each(cases)('%s sees nothing and may do nothing', (_, command, out, setting) => {
    const { state } = walled(command, supervisor, setting);
    expect(sight(out, state).size).toBe(0);
    expect(view(out, state)).toBeUndefined();
    expect(laterCommandTypes.filter((type) => may(out, type, state))).toEqual([]);
    expect(availableActions(state, out)).toEqual([]);
  });

  it('is the person with every post, and whoever held the post when it was declared', () => {
    const { state } = walled(ofPost('COMMUNE_CHAIR'), supervisor);
    const moved = { ...supervisor, id: chair.id };
    expect(sight(moved, state).size).toBe(0);
    const twoHats = { ...supervisor, posts: [...supervisor.posts, ...chair.posts] };
    expect(sight(twoHats, state).size).toBe(0);
    const successor = { ...chair, id: 'somebody new' };
    expect(sight(successor, state).size).toBe(0);
  });

  it('is nobody else', () => {
    const { state } = walled(ofPost('COMMUNE_CHAIR'), supervisor);
    for (const other of [worker, police, supervisor, ministry])
      expect(sight(other, state)).toContain('STATUS');
    const elsewhere = officer('COMMUNE_CHAIR', neighbour);
    expect(isShutOut(elsewhere, state)).toBe(false);
  });

  it('agrees with the marks of the list for every person, post and wall', () =>
    fc.assert(
      fc.property(
        fc.record({
          role: fc.constantFrom(...roles),
          commune: fc.constantFrom(...communes),
          named: fc.constantFrom(...roles),
          where: fc.constantFrom(...communes),
          how: fc.constantFrom('POST', 'AGENCY', 'UNIT'),
        }),
        ({ role, commune, named, where, how }) => {
          const unit = seat(named, where);
          const { agency, id } = post(named, unit);
          const parts = { POST: { unit, post: id }, AGENCY: { unit, agency }, UNIT: { unit } };
          const command = naming(parts[how as keyof typeof parts]);
          if (how === 'UNIT' && unit === nation) return;
          const { state } = walled(command, worker);
          const person = officer(role, seat(role, commune));
          const marks = marksOfPerson(person);
          const isListed = !marksShutOut(state).some((mark) => marks.includes(mark));
          expect(isShutOut(person, state)).toBe(!isListed);
          if (!isListed) expect(sight(person, state).size).toBe(0);
        },
      ),
    ));
});

describe('who may say so', () => {
  it.each([
    ['the worker of anybody', worker, naming({ officer: chair.id }), 'DONE'],
    ['the police of anybody', police, naming({ officer: chair.id }), 'DONE'],
    ['the province of anybody', supervisor, naming({ officer: chair.id }), 'DONE'],
    ['the ministry of others', ministry, naming({ officer: chair.id }), 'NOT_ALLOWED'],
    ['the ministry of itself', ministry, naming({ officer: ministry.id }), 'DONE'],
    [
      'another commune of itself',
      officer('COMMUNE_CHAIR', far),
      naming({ officer: officer('COMMUNE_CHAIR', far).id }),
      'NOT_ALLOWED',
    ],
    ['anybody of the nation', worker, naming({ unit: nation }), 'NOT_ALLOWED'],
    ['anybody of no post', worker, naming({ unit: home, post: 'none' }), 'POST_UNKNOWN'],
    ['anybody of no agency', worker, naming({ unit: home, agency: 'none' }), 'POST_UNKNOWN'],
    ['anybody of no unit', worker, naming({ unit: '97001' }), 'UNIT_UNKNOWN'],
  ])('%s', (_, by, command, expected) => {
    const story = given('2026-03-02 08:00', {}, known(by));
    expect(outcome(story, [at, command, by])).toBe(expected);
  });

  it('names an officer there is, and nobody twice', () => {
    const story = given('2026-03-02 08:00');
    expect(outcome(story, [at, naming({ officer: 'none' }), worker])).toBe('OFFICER_UNKNOWN');
    const once = walled(ofPost('COMMUNE_CHAIR'));
    expect(outcome(once, ['2026-03-02 10:00', ofPost('COMMUNE_CHAIR'), worker])).toBe(
      'NOTHING_CHANGED',
    );
  });
});

describe('beyond the wall', () => {
  const told = (command: Command, when: string, setting: Setting = {}) =>
    due(walled(command, worker, setting), when)
      .flatMap((fact) => ('told' in fact ? fact.told : []))
      .map(({ id }) => id);

  it('the next above is told in place of who is kept out, up to the ministry', () => {
    expect(told(ofPost('COMMUNE_CHAIR'), '2026-03-02 20:00')).toContain(
      postId('PROVINCE_SUPERVISOR', province),
    );
    expect(told(ofPost('COMMUNE_CHAIR'), '2026-03-02 20:00')).not.toContain(
      postId('COMMUNE_CHAIR', home),
    );
    const whole = told(naming({ unit: home }), '2026-03-02 20:00', {
      directory: directory({
        vacant: [postId('PROVINCE_SUPERVISOR', province), postId('PROVINCE_CHAIR', province)],
      }),
    });
    expect(new Set(whole)).toEqual(new Set([postId('MINISTRY_SUPERVISOR', nation)]));
  });

  it('those who answer now are told of the wall, and who is kept out is not', () => {
    const [fact] = only(lastFacts(walled(ofPost('COMMUNE_CHAIR'))), 'ConflictDeclared');
    expect(fact?.told.map(({ id }) => id)).toEqual([postId('PROVINCE_SUPERVISOR', province)]);
  });

  it('the provincial supervisor stands in for the chair and for nobody else', () => {
    const free = given('2026-03-02 08:00');
    expect(may(supervisor, 'orderIsolation', free.state)).toBe(false);
    const shut = walled(ofPost('COMMUNE_CHAIR'));
    expect(outcome(shut, ['2026-03-02 10:00', act('orderIsolation'), supervisor])).toBe('DONE');
    expect(sight(supervisor, shut.state)).toContain('PERPETRATOR');
    expect(may(officer('PROVINCE_SUPERVISOR', '99'), 'orderIsolation', shut.state)).toBe(false);
    const onlyPolice = walled(ofPost('COMMUNE_POLICE'));
    expect(may(supervisor, 'orderIsolation', onlyPolice.state)).toBe(false);
  });

  it('the ministry stands in where the supervisor is kept out too', () => {
    const shut = walled(ofPost('COMMUNE_CHAIR'));
    expect(may(ministry, 'orderIsolation', shut.state)).toBe(false);
    const both = further(shut, [
      [
        '2026-03-02 10:00',
        naming({ unit: province, post: postId('PROVINCE_SUPERVISOR', province) }),
        worker,
      ],
    ]);
    expect(may(ministry, 'orderIsolation', both.state)).toBe(true);
    expect(sight(supervisor, both.state).size).toBe(0);
  });

  it('nobody who is kept out is named worker, and who was is no more', () => {
    const story = further(given('2026-03-02 08:00'), [[at, act('assignWorker'), chair]]);
    expect(story.state.workers.INCIDENT).toBe(postId('COMMUNE_WORKER', home));
    const shut = further(story, [['2026-03-02 10:00', ofPost('COMMUNE_WORKER'), chair]]);
    expect(shut.state.workers).toEqual({});
    expect(outcome(shut, ['2026-03-02 11:00', act('assignWorker'), chair])).toBe('POST_UNKNOWN');
  });

  it('the case goes to no office that is kept out', () => {
    const shut = further(walled(naming({ unit: neighbour })), [
      ['2026-03-02 10:00', act('assessInitially')],
    ]);
    const when = '2026-03-02 11:00';
    expect(outcome(shut, [when, act('offerHandover', { to: neighbour })])).toBe('UNIT_EXCLUDED');
    expect(outcome(shut, [when, act('assignCommune', { to: neighbour }), supervisor])).toBe(
      'UNIT_EXCLUDED',
    );
    expect(outcome(shut, [when, act('placeInCare', { unit: neighbour }), chair])).toBe(
      'UNIT_EXCLUDED',
    );
    expect(outcome(shut, [when, act('correctResidence', { residenceUnit: neighbour })])).toBe(
      'DONE',
    );
    const early = walled(naming({ unit: neighbour, agency: `people@${neighbour}` }));
    expect(outcome(early, [when, act('forwardReport', { to: neighbour })])).toBe('UNIT_EXCLUDED');
  });
});

describe('the end of an exclusion', () => {
  const shut = walled(ofPost('COMMUNE_CHAIR'));
  const id = shut.state.exclusions?.[0]?.id ?? '';
  const lift = act('liftConflict', { exclusion: id });
  const when = '2026-03-02 10:00';

  it('is for the province, and lets them in again', () => {
    const after = further(shut, [[when, lift, supervisor]]);
    expect(sight(chair, after.state)).toContain('IDENTITY');
    expect(may(supervisor, 'orderIsolation', after.state)).toBe(false);
    expect(outcome(after, ['2026-03-02 11:00', lift, supervisor])).toBe('EXCLUSION_UNKNOWN');
  });

  it.each([
    ['the worker', worker],
    ['whoever is kept out', chair],
    ['the ministry, below the province', ministry],
  ])('is not for %s', (_, by) => {
    expect(outcome(shut, [when, lift, by])).toBe('NOT_ALLOWED');
  });

  it('is for the ministry where somebody of the province is kept out', () => {
    const above = walled(naming({ unit: province, post: postId('PROVINCE_SUPERVISOR', province) }));
    const exclusion = above.state.exclusions?.[0]?.id ?? '';
    const freed = act('liftConflict', { exclusion });
    expect(outcome(above, [when, freed, supervisor])).toBe('NOT_ALLOWED');
    expect(outcome(above, [when, freed, ministry])).toBe('DONE');
  });

  it('is always left to somebody: nobody keeps the last of those out who could lift', () => {
    const above = walled(naming({ officer: supervisor.id }), worker, known(supervisor));
    const last = naming({ officer: ministry.id });
    for (const by of [worker, ministry]) {
      const said = outcome({ ...above, setting: known(ministry) }, [when, last, by]);
      expect(said).toBe('NOT_ALLOWED');
    }
    expect(outcome(given('2026-03-02 08:00', {}, known(ministry)), [when, last, worker])).toBe(
      'DONE',
    );
  });

  it('leaves another exclusion of the same officer standing', () => {
    const two = further(shut, [[when, naming({ unit: home }), supervisor]]);
    const after = further(two, [['2026-03-02 11:00', lift, supervisor]]);
    expect(sight(chair, after.state).size).toBe(0);
    expect(may(supervisor, 'orderIsolation', after.state)).toBe(true);
  });
});

it('a wall stands at every step, in the archive too', () => {
  const story = later(walled(ofPost('COMMUNE_CHAIR')), act('addNote'));
  expect(story.state.revision).toBe(1);
  expect(story.state.exclusions?.[0]?.at).toBe(vn(at));
});

describe('somebody who acts by a post for another', () => {
  const stretch = { from: vn('2026-03-02 08:00'), until: vn('2026-03-02 12:00') };
  const delegation = { to: worker.id, document: '1/QĐ', ...stretch };
  const all = directory();
  const delegated = {
    ...all,
    posts: all.posts.map((each) =>
      each.id === postId('COMMUNE_CHAIR', home) ? { ...each, delegations: [delegation] } : each,
    ),
  };

  it('and is kept out closes the post to notices for as long as they act, and no longer', () => {
    const { state } = walled(naming({ officer: worker.id }), supervisor, known(worker));
    const isOpen = (wall: string) =>
      beyondWall(delegated, state, vn(wall)).posts.some(
        ({ id }) => id === postId('COMMUNE_CHAIR', home),
      );
    const walls = ['07:59', '08:00', '11:59', '12:00'].map((time) => `2026-03-02 ${time}`);
    expect(walls.map(isOpen)).toEqual([true, false, false, true]);
  });

  it('is kept out by name with its holder, so that the end of it lets nobody in', () => {
    const { state } = walled(ofPost('COMMUNE_CHAIR'), supervisor, { directory: delegated });
    expect(isShutOut(worker, state)).toBe(true);
    expect(isShutOut(chair, state)).toBe(true);
    expect(isShutOut(police, state)).toBe(false);
  });
});
