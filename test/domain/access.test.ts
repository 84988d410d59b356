import { describe, expect, it } from 'vitest';
import { type AccessSubject, explainAccess } from '#domain/access.ts';
import { laterCommandTypes } from '#domain/case/acts.ts';
import type { Case } from '#domain/case/case.ts';
import { type App, nation, type Officer, type Role, roles } from '#domain/directory.ts';
import { fieldClasses, may, sight } from '#domain/permission.ts';
import { instant } from '#domain/time.ts';
import {
  act,
  far,
  home,
  neighbour,
  officer,
  otherProvince,
  province,
} from '../support/builders.ts';
import { given, later, swept } from '../support/given.ts';

const reported = given();
const offered = later(
  later(reported, act('assessInitially')),
  act('offerHandover', { to: neighbour }),
);
const placed = later(offered, act('placeInCare', { unit: far }));
const late = swept(placed, '2026-03-20 20:00');
const states = [reported, offered, placed, late].map(({ state }) => state);
const units = [home, neighbour, far, province, otherProvince, nation];

const held = (role: Role, unit: string, more: Partial<Officer> = {}): Officer => {
  const { id, posts } = officer(role, unit);
  return { id, posts, disabled: false, ...more };
};
const app = (more: Partial<App> = {}): App => ({
  id: 'demo-app',
  scopes: ['cases:read', 'cases:write'],
  disabled: false,
  ...more,
});
const explained = (subject: AccessSubject, state: Case = offered.state) =>
  explainAccess(subject, state, instant('2026-01-05T08:00:00+07:00'));

describe('an explanation', () => {
  it('says for every role, unit and state what is judged, and from which rows it comes', () => {
    for (const state of states)
      for (const unit of units)
        for (const role of roles) {
          const {
            sees,
            may: acts,
            posts,
          } = explained({ officer: held(role, unit), app: 'UNNAMED' }, state);
          const actor = officer(role, unit);
          expect(new Set(sees)).toEqual(sight(actor, state));
          expect(acts).toEqual(laterCommandTypes.filter((type) => may(actor, type, state)));
          const rows = posts.flatMap(({ relations }) => relations);
          expect(
            fieldClasses.filter((part) => rows.some((row) => row.sees.includes(part))),
          ).toEqual(sees);
          expect(
            laterCommandTypes.filter((type) => rows.some((row) => row.may.includes(type))),
          ).toEqual(acts);
        }
  });

  it('names of the case its code and nothing else', () => {
    const subject = { officer: held('COMMUNE_CHAIR', home), app: 'UNNAMED' } as const;
    const words = JSON.stringify(explained(subject, late.state));
    expect(words).toContain(late.state.code);
    for (const kept of [
      late.state.id,
      late.state.incident,
      late.state.step,
      neighbour,
      far,
      'VIOLENCE',
    ])
      expect(words).not.toContain(kept);
  });

  it.each([
    ['an officer nobody knows', { officer: undefined, app: 'UNNAMED' }, ['OFFICER_UNKNOWN']],
    [
      'a suspended one',
      { officer: held('COMMUNE_CHAIR', home, { disabled: true }), app: 'UNNAMED' },
      ['OFFICER_SUSPENDED'],
    ],
    [
      'one without a post',
      { officer: held('COMMUNE_CHAIR', home, { posts: [] }), app: 'UNNAMED' },
      ['NO_POST'],
    ],
    [
      'one of another commune',
      { officer: held('COMMUNE_CHAIR', far), app: 'UNNAMED' },
      ['NO_RELATION'],
    ],
    ['an analyst in the commune', { officer: held('ANALYST', home), app: 'UNNAMED' }, ['NO_RIGHT']],
    [
      'one through an app nobody knows',
      { officer: held('COMMUNE_CHAIR', home), app: undefined },
      ['APP_UNKNOWN'],
    ],
    [
      'one through a suspended machine client',
      {
        officer: held('COMMUNE_CHAIR', home),
        app: app({ disabled: true, machine: { role: 'HOTLINE_111', unit: nation, agency: '111' } }),
      },
      ['APP_SUSPENDED', 'APP_WITHOUT_OFFICERS'],
    ],
    [
      'one through an app for notices',
      { officer: held('COMMUNE_CHAIR', home), app: app({ scopes: ['notices'] }) },
      ['APP_MAY_NOT_READ', 'APP_MAY_NOT_WRITE'],
    ],
  ] as const)(
    'finds what stands in the way of %s, who sees and may nothing',
    (_, subject, gaps) => {
      const { sees, may: acts, missing } = explained(subject);
      expect({ sees, acts, missing }).toEqual({ sees: [], acts: [], missing: gaps });
    },
  );

  it('finds nothing in the way of the chair, and lets a narrow app take the acts alone', () => {
    const chair = held('COMMUNE_CHAIR', home);
    expect(explained({ officer: chair, app: app() }).missing).toEqual([]);
    const narrow = explained({ officer: chair, app: app({ scopes: ['cases:read'] }) });
    expect(narrow).toMatchObject({ sees: fieldClasses, may: [], missing: ['APP_MAY_NOT_WRITE'] });
  });

  it('keeps the rows of a suspended officer in sight: they say what comes back with the post', () => {
    const suspended = held('COMMUNE_CHAIR', home, { disabled: true });
    const { posts } = explained({ officer: suspended, app: 'UNNAMED' });
    expect(posts[0]?.relations.map(({ relation }) => relation)).toEqual([
      'INCIDENT',
      'RESIDENCE',
      'OPENER',
    ]);
  });
});
