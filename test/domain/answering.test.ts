import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answering } from '#domain/answering.ts';
import {
  type Directory,
  nation,
  type Post,
  type Role,
  roles,
  type Unit,
} from '#domain/directory.ts';
import { defaultLadders } from '#domain/ladders/registry.ts';
import { plainDate } from '#domain/time.ts';
import { tried } from '../support/breadth.ts';
import { directory, home, neighbour, postId, province, unitOf, vn } from '../support/builders.ts';

const now = vn('2026-03-02 08:00');
const seat = { commune: home, province };
const away = { from: vn('2026-03-01 00:00'), until: vn('2026-03-10 00:00') };
const worker = postId('COMMUNE_WORKER', home);

const having = (change: (post: Post) => Post, known = directory()): Directory => ({
  ...known,
  posts: known.posts.map(change),
});
const withWorker = (more: Partial<Post>): Directory =>
  having((post) => (post.id === worker ? { ...post, ...more } : post));
const told = (known: Directory, role: Role = 'COMMUNE_WORKER') => {
  const { posts, insteadOf } = answering(known, role, seat, now);
  return [posts.map(({ id }) => id), insteadOf.map(({ role: empty, why }) => `${empty} ${why}`)];
};

describe('a role', () => {
  it('is answered for by its post, in its own right', () => {
    expect(told(directory())).toEqual([[worker], []]);
  });

  it.each<[string, Directory, string]>([
    ['vacant', directory({ vacant: [worker] }), 'VACANT'],
    ['disabled', directory({ disabled: [worker] }), 'DISABLED'],
    ['suspended', withWorker({ suspended: true }), 'SUSPENDED'],
    ['on leave', withWorker({ leave: [away] }), 'ON_LEAVE'],
    [
      'kept out',
      {
        ...directory(),
        posts: directory().posts.filter(({ id }) => id !== worker),
        keptOut: directory().posts.filter(({ id }) => id === worker),
      },
      'KEPT_OUT',
    ],
  ])('whose post is %s is answered for by the next above, which says so', (_, known, why) => {
    expect(told(known)).toEqual([[postId('COMMUNE_CHAIR', home)], [`COMMUNE_WORKER ${why}`]]);
  });

  it('is answered for while somebody acts by its post', () => {
    const delegations = [{ ...away, to: 'another officer', document: '7/QĐ' }];
    expect(told(withWorker({ leave: [away], delegations }))).toEqual([[worker], []]);
  });

  it('of mass organisations nobody has named is answered for by the chair of the province', () => {
    const vacant = [postId('COMMUNE_MASS_ORGANISATION', home)];
    expect(told(directory({ vacant }), 'COMMUNE_MASS_ORGANISATION')).toEqual([
      [postId('PROVINCE_CHAIR', province)],
      ['COMMUNE_MASS_ORGANISATION VACANT'],
    ]);
  });
});

describe('a commune that is no more', () => {
  const ended = (more: Partial<Unit>): Directory =>
    directory({ units: [unitOf(home, { until: plainDate('2026-01-01'), ...more })] });

  it('is answered for by the posts of its successor', () => {
    const { posts, insteadOf } = answering(
      ended({ successor: neighbour }),
      'COMMUNE_WORKER',
      seat,
      now,
    );
    expect(posts.map(({ id }) => id)).toEqual([postId('COMMUNE_WORKER', neighbour)]);
    expect(insteadOf).toEqual([{ role: 'COMMUNE_WORKER', unit: home, why: 'UNIT_ENDED' }]);
  });

  it.each([undefined, '98777'])(
    'and has no successor we know (%s), by its province',
    (successor) => {
      expect(told(ended(successor === undefined ? {} : { successor }))).toEqual([
        [postId('PROVINCE_SUPERVISOR', province)],
        ['COMMUNE_WORKER UNIT_ENDED', 'COMMUNE_CHAIR UNIT_ENDED'],
      ]);
    },
  );

  it('is answered for by its province where two units claim to follow one another', () => {
    const until = plainDate('2026-01-01');
    const circle = directory({
      units: [
        unitOf(home, { until, successor: neighbour }),
        unitOf(neighbour, { until, successor: home }),
      ],
    });
    const [posts] = told(circle);
    expect(posts).toEqual([postId('PROVINCE_SUPERVISOR', province)]);
  });

  it('has its posts still on the last day', () => {
    const known = directory({ units: [unitOf(home, { until: plainDate('2026-03-03') })] });
    expect(told(known)).toEqual([[worker], []]);
  });
});

describe('every rung of every ladder', () => {
  const people = Object.entries(defaultLadders.ladders).filter(([name]) => name !== 'CANARY');
  const wanted = people.flatMap(([, { rungs }]) => rungs.flatMap(({ tell }) => tell));
  const state = fc.constantFrom<Partial<Post>>(
    {},
    { disabled: true },
    { suspended: true },
    { leave: [away] },
  );
  const ministry = postId('MINISTRY_SUPERVISOR', nation);

  it('reaches a post, and says whom it stands in for, as long as the ministry is in post', () => {
    const law = fc.property(
      fc.array(state, { minLength: roles.length, maxLength: roles.length }),
      fc.constantFrom(...wanted),
      (states, role) => {
        const known = having((post) =>
          post.id === ministry ? post : { ...post, ...states[roles.indexOf(post.role)] },
        );
        const { posts, insteadOf } = answering(known, role, seat, now);
        expect(posts.length).toBeGreaterThan(0);
        expect(posts.every((post) => post.role === role)).toBe(insteadOf.length === 0);
        expect(insteadOf[0]?.role ?? role).toBe(role);
      },
    );
    fc.assert(law, { numRuns: tried(1_000) });
  });
});
