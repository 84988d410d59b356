import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { laterCommandTypes } from '#domain/case/acts.ts';
import { type Deadline, findDeadline } from '#domain/case/case.ts';
import { deadlineId } from '#domain/case/terms.ts';
import { roles } from '#domain/directory.ts';
import { answersSince, hasLink, isFresh } from '#domain/link.ts';
import { type Actor, may, receivingPost, sight } from '#domain/permission.ts';
import type { RuleId } from '#domain/procedure.ts';
import { isRefusal } from '#domain/refusal.ts';
import { type Instant, plusHours } from '#domain/time.ts';
import { tried } from '../../support/breadth.ts';
import { act, home, moment, neighbour, officer, postId, vn } from '../../support/builders.ts';
import {
  answer,
  caseAt,
  due,
  further,
  given,
  lastFacts,
  only,
  open,
  outcome,
  type Story,
  swept,
  sweptAt,
  tell,
} from '../../support/given.ts';
import { anyMove, anyStart, storyOf } from '../../support/random-story.ts';

/** Whoever follows a link that went to the post of an officer. */
function byLink({ posts }: Actor, toldAt: Instant): Actor {
  const [post] = posts;
  return { ...officer('COMMUNE_WORKER', home), kind: 'LINK', id: post?.id ?? '', posts, toldAt };
}

const worker = officer('COMMUNE_WORKER', home);
const reported = given('2026-03-02 08:00');
const breached = swept(reported, '2026-03-02 20:00');
const left = vn('2026-03-02 20:00');
const link = byLink(worker, left);

function seen(story: Story, rule: RuleId) {
  const found = open(story, rule);
  if (found === undefined) throw new Error(`${rule} is not open`);
  return act('acknowledge', { deadline: deadlineId(found) });
}

describe('an acknowledgement by a link', () => {
  it('is on record for the post, and says that nobody knows by whom', () => {
    const story = further(breached, [['2026-03-02 21:00', seen(breached, 'D04'), link]]);
    expect(only(lastFacts(story), 'Acknowledged')).toMatchObject([
      { post: postId('COMMUNE_WORKER', home), anonymous: true },
    ]);
    const named = further(breached, [['2026-03-02 21:00', seen(breached, 'D04'), worker]]);
    expect(only(lastFacts(named), 'Acknowledged')[0]).not.toHaveProperty('anonymous');
  });

  it('holds a rung of an emergency for a quarter of an hour, once however often it is repeated', () => {
    // Its escalation is planned for 20:15.
    const once = further(breached, [['2026-03-02 20:10', seen(breached, 'D04'), link]]);
    expect(open(once, 'D04')?.nextAt).toBe(vn('2026-03-02 20:25'));
    let story = once;
    for (const at of ['20:14', '20:15', '20:24'])
      story = further(story, [[`2026-03-02 ${at}`, seen(story, 'D04'), link]]);
    expect(open(story, 'D04')?.nextAt).toBe(vn('2026-03-02 20:30'));
    expect(due(story, '2026-03-02 20:30').map(({ type }) => type)).toEqual(['Escalated']);
  });

  it('holds a routine duty for half a day', () => {
    const assessed = swept(caseAt('NEEDS_ASSESSMENT'), '2026-03-10 00:00');
    const told = byLink(worker, vn('2026-03-10 00:00'));
    const story = further(assessed, [['2026-03-10 15:00', seen(assessed, 'D06'), told]]);
    expect(open(assessed, 'D06')?.nextAt).toBe(vn('2026-03-11 00:00'));
    expect(open(story, 'D06')?.nextAt).toBe(vn('2026-03-11 03:00'));
  });

  it('holds a routine duty of an emergency for a quarter of an hour too', () => {
    const assessed = swept(caseAt('NEEDS_ASSESSMENT'), '2026-03-10 00:00');
    const urgent = further(assessed, [['2026-03-10 08:00', act('raiseEmergency')]]);
    const told = byLink(worker, vn('2026-03-10 00:00'));
    const story = further(urgent, [['2026-03-10 23:50', seen(urgent, 'D06'), told]]);
    expect(open(story, 'D06')?.nextAt).toBe(vn('2026-03-11 00:05'));
  });

  it('shortens no hold that somebody took by name', () => {
    const named = further(breached, [['2026-03-02 20:05', seen(breached, 'D04'), worker]]);
    const story = further(named, [['2026-03-02 20:06', seen(named, 'D04'), link]]);
    expect(open(story, 'D04')?.nextAt).toBe(open(named, 'D04')?.nextAt);
  });

  const directory = moment(left, link).directory;
  const told = (change: (post: (typeof directory.posts)[number]) => object | undefined) => {
    const posts = directory.posts.flatMap((post) => {
      if (post.id !== postId('COMMUNE_WORKER', home)) return [post];
      const changed = change(post);
      return changed === undefined ? [] : [{ ...post, ...changed }];
    });
    const setting = { directory: { ...directory, posts } };
    return outcome({ ...breached, setting }, ['2026-03-02 21:00', seen(breached, 'D04'), link]);
  };

  it.each([
    ['as it was', () => ({}), 'DONE'],
    [
      'given to another since',
      () => ({ holder: 'new', since: vn('2026-03-02 20:30') }),
      'NOT_ALLOWED',
    ],
    ['given long before', () => ({ since: vn('2026-03-02 19:59') }), 'DONE'],
    ['vacant', () => ({ holder: undefined }), 'NOT_ALLOWED'],
    ['disabled', () => ({ disabled: true }), 'NOT_ALLOWED'],
    ['of somebody suspended', () => ({ suspended: true }), 'NOT_ALLOWED'],
    [
      'delegated since',
      () => ({ delegations: [stretch('2026-03-02 20:30', '2026-03-03 00:00')] }),
      'NOT_ALLOWED',
    ],
    [
      'delegated from before',
      () => ({ delegations: [stretch('2026-03-02 19:30', '2026-03-03 00:00')] }),
      'DONE',
    ],
    [
      'no longer delegated',
      () => ({ delegations: [stretch('2026-03-02 19:30', '2026-03-02 20:30')] }),
      'NOT_ALLOWED',
    ],
    ['gone', () => undefined, 'NOT_ALLOWED'],
  ])('for a post that is %s', (_, change, expected) => {
    expect(told(change)).toBe(expected);
  });

  it('does nothing for a post kept out of the case by a conflict, of itself or of its holder', () => {
    for (const named of [{ post: postId('COMMUNE_WORKER', home) }, { agency: `people@${home}` }]) {
      const whom = { unit: home, officer: null, post: null, agency: null, ...named };
      const declare = act('declareConflict', whom);
      const walled = further(breached, [
        ['2026-03-02 20:10', declare, officer('COMMUNE_POLICE', home)],
      ]);
      expect(walled.state.exclusions).toHaveLength(1);
      expect(outcome(walled, ['2026-03-02 21:00', seen(walled, 'D04'), link])).not.toBe('DONE');
    }
  });

  const stretch = (from: string, until: string) => ({
    ...{ to: 'deputy', document: '1/QĐ' },
    from: vn(from),
    until: vn(until),
  });
});

describe('whoever follows a link', () => {
  const { state } = breached;

  it('may acknowledge where the post may, and nothing else', () => {
    for (const role of roles)
      for (const unit of [home, neighbour, '99', 'VN']) {
        const named = officer(role, unit);
        const anonymous = byLink(named, left);
        const allowed = laterCommandTypes.filter((each) => may(anonymous, each, state));
        expect(allowed).toEqual(may(named, 'acknowledge', state) ? ['acknowledge'] : []);
        const outline = sight(named, state).has('STATUS') ? ['STATUS'] : [];
        expect([...sight(anonymous, state)]).toEqual(outline);
        expect(receivingPost(anonymous, home)).toBeUndefined();
      }
  });
});

describe('a link', () => {
  it('acts for a day in an emergency and for three days else, and not before it left', () => {
    const at = (hours: number) => plusHours(left, hours);
    const within = (emergency: boolean) =>
      [-0.001, 0, 23.99, 24, 71.99, 72].filter((hours) => isFresh(left, { emergency }, at(hours)));
    expect([within(true), within(false)]).toEqual([
      [0, 23.99],
      [0, 23.99, 24, 71.99],
    ]);
  });

  it('is in letters of duties to those who may acknowledge', () => {
    const duty = { deadline: 'x', rule: 'D04' as const, procedure: 'ND56/2017', dueAt: left };
    const post = (role: (typeof roles)[number]) => ({ id: `${role}@${home}`, role, unit: home });
    const with_ = roles.filter((role) => hasLink({ duty, post: post(role) }));
    // Mass organisations are told and see no case; the last two are told of none.
    const without = ['COMMUNE_MASS_ORGANISATION', 'ANALYST', 'ADMINISTRATOR'];
    expect(roles.filter((role) => !with_.includes(role))).toEqual(without);
    expect(hasLink({ duty: null, post: post('COMMUNE_WORKER') })).toBe(false);
  });

  it('needs somebody in the post', () => {
    const post = {
      id: 'p',
      role: 'COMMUNE_WORKER',
      unit: home,
      agency: 'a',
      disabled: false,
    } as const;
    expect(answersSince(post, left, left)).toBe(false);
    expect(answersSince({ ...post, holder: 'o' }, left, left)).toBe(true);
  });
});

describe('acknowledging by links, whenever and however often', () => {
  /** The story after every open duty was acknowledged by links at some instants. */
  function pressed(story: Story, at: Instant, waits: readonly number[]): Story {
    let next = story;
    let now = at;
    for (const wait of waits) {
      now = plusHours(now, wait);
      for (const { ...each } of next.state.deadlines) {
        const command = act('acknowledge', { deadline: deadlineId(each) });
        for (const unit of [home, neighbour]) {
          const by = byLink(officer('COMMUNE_CHAIR', unit), now);
          if (!isRefusal(answer(next, command, { now, by })))
            next = tell(next, command, { now, by });
        }
      }
    }
    return next;
  }

  type Pair = readonly [before: Deadline, after: Deadline | undefined];

  /** The deadlines with something left to tell, before and after. */
  function pairs(before: Story, after: Story): readonly Pair[] {
    return before.state.deadlines
      .filter(({ nextAt }) => nextAt !== null)
      .map((each) => [each, findDeadline(after.state, deadlineId(each))]);
  }

  const isLate = ([before, after]: Pair, hours: number): boolean => {
    const planned = before.nextAt ?? left;
    return (after?.nextAt ?? plusHours(planned, 1000)) > plusHours(planned, hours);
  };

  const waits = fc.array(fc.double({ min: 0, max: 30, noNaN: true }), {
    minLength: 1,
    maxLength: 6,
  });

  it('delays no record of a breach, and no telling in an emergency by more than a quarter of an hour', () => {
    let urgent = 0;
    let unbreached = 0;
    fc.assert(
      fc.property(anyStart, fc.array(anyMove, { maxLength: 12 }), waits, (start, moves, each) => {
        const story = storyOf(start, moves);
        const last = story.commits.at(-1)?.now ?? start;
        const before = sweptAt(story, last);
        const after = pressed(before, last, each);
        const all = pairs(before, after);
        const ahead = all.filter(([{ nextAt, dueAt }]) => nextAt && dueAt && nextAt <= dueAt);
        for (const [{ dueAt }, held] of ahead)
          expect(held?.nextAt && dueAt && held.nextAt <= dueAt).toBe(true);
        unbreached += ahead.length;
        if (before.state.emergencySince === null) return;
        urgent += all.length;
        expect(all.filter((pair) => isLate(pair, 0.25))).toEqual([]);
      }),
      { numRuns: tried(600) },
    );
    expect([urgent > 0, unbreached > 0]).toEqual([true, true]);
  });

  it('climbs every rung of every ladder in the end', () => {
    // Somebody presses every ten minutes for as long as the ladder has rungs.
    let story = breached;
    const told: string[] = [];
    for (let minutes = 0; minutes < 8 * 60; minutes += 10) {
      const now = plusHours(left, minutes / 60);
      story = sweptAt(pressed(story, now, [0]), now);
      told.push(...lastFacts(story).flatMap(({ type }) => (type === 'Escalated' ? [type] : [])));
    }
    // The province, and then its chair with hotline 111.
    expect(told).toHaveLength(2);
  });
});
