import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { covers, overlaps, type Stretch } from '#domain/absence.ts';
import { answering } from '#domain/answering.ts';
import {
  delegateOf,
  isManned,
  nation,
  type Officer,
  type Post,
  postsAt,
  roles,
} from '#domain/directory.ts';
import {
  type Credential,
  delegating,
  isActive,
  leaving,
  mayStandIn,
  most,
  withCredential,
} from '#domain/personnel.ts';
import { isRefusal } from '#domain/refusal.ts';
import { fromEpoch, type Instant, toEpoch } from '#domain/time.ts';
import { tried } from '../support/breadth.ts';
import { directory, home, neighbour, post, postId, province, vn } from '../support/builders.ts';

const now = vn('2026-01-05 08:00');
const later = (minutes: number, from: Instant = now) => fromEpoch(toEpoch(from) + minutes * 60_000);
const stretch = (from: number, until: number): Stretch => ({
  from: later(from),
  until: later(until),
});
const instants = fc.integer({ min: -100, max: 200 }).map((minutes) => later(minutes));

const chair = post('COMMUNE_CHAIR', home);
const { role, unit, agency } = post('COMMUNE_WORKER', home);
const worker: Officer = {
  id: 'worker',
  posts: [{ id: postId('COMMUNE_WORKER', home), role, unit, agency }],
  disabled: false,
};
const wish = { to: worker.id, document: '12/QĐ-UBND', ...stretch(10, 60) };

describe('a delegation', () => {
  it('is in force from its first instant to the one before its end, on both sides alike', () => {
    fc.assert(
      fc.property(instants, instants, instants, (from, until, at) => {
        const delegation = { ...wish, from, until };
        const delegated = { ...chair, delegations: [delegation] };
        const held = { ...worker, delegated: [{ ...chair, from, until }] };
        const acts = postsAt(held, at).some(({ id }) => id === chair.id);
        expect(delegateOf(delegated, at) !== undefined).toBe(acts);
        expect(acts).toBe(from <= at && at < until);
      }),
      { numRuns: tried(100) },
    );
  });

  it('mans a post whose holder is suspended or away, and no post that is vacant or disabled', () => {
    const away = { leave: [stretch(0, 100)], suspended: true, delegations: [wish] };
    const { holder: _, ...vacant } = { ...chair, ...away };
    const manned = (each: Post) => [0, 10, 59, 60].map((minute) => isManned(each, later(minute)));
    expect(manned({ ...chair, ...away })).toEqual([false, true, true, false]);
    expect(manned({ ...chair, ...away, disabled: true })).toEqual([false, false, false, false]);
    expect(manned(vacant)).toEqual([false, false, false, false]);
  });

  it('never begins before it is written, and sent again is the same', () => {
    const made = delegating(chair, worker, { ...wish, from: later(-500) }, now);
    expect(made).toEqual({ ...wish, from: now });
    const kept = { ...chair, delegations: [{ ...wish, from: now }] };
    expect(delegating(kept, worker, { ...wish, from: later(-500) }, later(5))).toBeUndefined();
  });

  type Unfit = {
    readonly post?: Partial<Post>;
    readonly officer?: Partial<Officer>;
    readonly wish?: Partial<Stretch>;
  };
  const another = { to: 'x', document: 'y', ...stretch(59, 90) };
  const full = Array.from({ length: most.delegated }, () => ({ ...chair, ...wish }));

  it.each<[string, Unfit, string]>([
    ['to nobody in particular', { officer: { posts: [] } }, 'DELEGATE_UNFIT'],
    ['to its holder', { post: { holder: worker.id } }, 'DELEGATE_UNFIT'],
    ['to somebody suspended', { officer: { disabled: true } }, 'DELEGATE_UNFIT'],
    ['to somebody on leave', { officer: { leave: [stretch(59, 90)] } }, 'DELEGATE_UNFIT'],
    ['of a disabled post', { post: { disabled: true } }, 'POST_VACANT'],
    ['that is over', { wish: stretch(-50, 0) }, 'STRETCH_UNFIT'],
    ['that ends before it begins', { wish: stretch(60, 10) }, 'STRETCH_UNFIT'],
    ['beside another one', { post: { delegations: [another] } }, 'STRETCH_TAKEN'],
    ['beyond what one can stand in for', { officer: { delegated: full } }, 'TOO_MANY'],
  ])('%s is refused', (_, unfit, code) => {
    const [given, to] = [
      { ...chair, ...unfit.post },
      { ...worker, ...unfit.officer },
    ];
    const answer = delegating(given, to, { ...wish, ...unfit.wish }, now);
    expect(answer).toMatchObject({ refused: code });
  });

  it('goes to somebody of the same unit, and never over the wall to administration', () => {
    const of = (each: Post): Officer => ({ ...worker, posts: [each] });
    expect(mayStandIn(of(post('COMMUNE_WORKER', neighbour)), chair)).toBe(false);
    expect(mayStandIn(of(post('PROVINCE_CHAIR', province)), chair)).toBe(false);
    const national = roles.map((each) => post(each, nation));
    const crossings = national.flatMap((from) =>
      national.filter((to) => mayStandIn(of(from), to)).map((to) => [from.role, to.role]),
    );
    const mixed = crossings.filter(([from, to]) => from !== to);
    expect(mixed.flat()).not.toContain('ADMINISTRATOR');
    expect(mixed.flat()).not.toContain('ANALYST');
    expect(crossings).toContainEqual(['ADMINISTRATOR', 'ADMINISTRATOR']);
  });
});

describe('leave', () => {
  const seat = { commune: home, province };
  const ladder = [
    postId('COMMUNE_WORKER', home),
    postId('COMMUNE_CHAIR', home),
    postId('PROVINCE_SUPERVISOR', province),
    postId('PROVINCE_CHAIR', province),
    postId('MINISTRY_SUPERVISOR', nation),
  ];
  const known = (away: readonly string[], more: Partial<Post> = {}) => {
    const all = directory();
    const posts = all.posts.map((each) =>
      away.includes(each.id) ? { ...each, leave: [stretch(0, 60)], ...more } : each,
    );
    return { ...all, posts };
  };
  const told = (away: readonly string[], at: Instant, more?: Partial<Post>) =>
    answering(known(away, more), 'COMMUNE_WORKER', seat, at).posts.map(({ id }) => id);

  it.each([0, 1, 2, 3, 4])(
    'of %i on the way up is told to the next above, for as long as it lasts',
    (count) => {
      const away = ladder.slice(0, count);
      expect(told(away, later(0))).toEqual([ladder[count]]);
      expect(told(away, later(59))).toEqual([ladder[count]]);
      expect(told(away, later(60))).toEqual([ladder[0]]);
    },
  );

  it('of everybody up to the ministry leaves nobody, and one delegation is enough to be told', () => {
    expect(told(ladder, later(30))).toEqual([]);
    expect(told(ladder, later(30), { delegations: [wish] })).toEqual([ladder[0]]);
  });

  it('takes no rights away', () => {
    expect(postsAt({ ...worker, leave: [stretch(0, 60)] }, later(30))).toEqual(worker.posts);
  });

  it('is kept once, without what is over, and never twice at one instant', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(instants, instants), { maxLength: 12 }), (wishes) => {
        const kept = wishes.reduce<readonly Stretch[]>((leave, [from, until]) => {
          const answer = leaving({ ...worker, leave }, { from, until }, now);
          return isRefusal(answer) ? leave : answer;
        }, []);
        const clashes = kept.filter((one) => kept.some((two) => one !== two && overlaps(one, two)));
        expect(clashes).toEqual([]);
        expect(kept.every(({ from, until }) => from < until && until > now)).toBe(true);
        expect(kept.length).toBeLessThanOrEqual(most.leave);
      }),
      { numRuns: tried(200) },
    );
  });

  it('is refused to whoever stands in for somebody then', () => {
    const standing = { ...worker, delegated: [{ ...chair, ...stretch(10, 60) }] };
    expect(leaving(standing, stretch(59, 90), now)).toMatchObject({ refused: 'STRETCH_TAKEN' });
    expect(leaving(standing, stretch(60, 90), now)).toEqual([stretch(60, 90)]);
  });
});

describe('two stretches', () => {
  it('overlap when some instant lies in both', () => {
    fc.assert(
      fc.property(fc.array(instants, { minLength: 4, maxLength: 4 }), ([a, b, c, d]) => {
        const [one, two] = [
          { from: a, until: b },
          { from: c, until: d },
        ] as [Stretch, Stretch];
        const shared = [one.from, two.from].some((at) => covers(one, at) && covers(two, at));
        const areReal = one.from < one.until && two.from < two.until;
        if (areReal) expect(overlaps(one, two)).toBe(shared);
      }),
      { numRuns: tried(200) },
    );
  });
});

describe('the secrets of an app', () => {
  const secret = (id: string, expiresAt: Instant | null = null, addedAt = now): Credential => ({
    id,
    sha256: id.padEnd(64, '0'),
    addedAt,
    expiresAt,
  });

  it('are two at most, and a third is taken once one has expired', () => {
    const two = [secret('a', later(60)), secret('b')];
    expect(withCredential(two, secret('c'))).toMatchObject({ refused: 'TOO_MANY' });
    const third = secret('c', null, later(60));
    expect(withCredential(two, third)).toEqual([two[1], third]);
  });

  it('have each an id and a digest of its own, and one sent again is the same', () => {
    const [one] = [secret('a')];
    expect(withCredential([one], { ...one, addedAt: later(9) })).toEqual([one]);
    expect(withCredential([one], { ...secret('b'), id: 'a' })).toMatchObject({
      refused: 'CREDENTIAL_KNOWN',
    });
    expect(withCredential([one], { ...one, id: 'b' })).toMatchObject({
      refused: 'CREDENTIAL_KNOWN',
    });
    expect(withCredential([], secret('a', now))).toMatchObject({ refused: 'STRETCH_UNFIT' });
  });

  it('are good until the instant at which they expire', () => {
    const limited = secret('a', later(60));
    expect([0, 59, 60].map((minute) => isActive(limited, later(minute)))).toEqual([
      true,
      true,
      false,
    ]);
    expect(isActive(secret('b'), vn('2099-01-01 00:00'))).toBe(true);
  });
});
