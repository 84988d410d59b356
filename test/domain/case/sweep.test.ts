import { describe, expect, it } from 'vitest';
import { nextTelling } from '#domain/case/case.ts';
import type { Fact } from '#domain/case/event.ts';
import { factsPerSweep } from '#domain/case/sweep.ts';
import { nation } from '#domain/directory.ts';
import {
  act,
  directory,
  home,
  item,
  officer,
  otherProvince,
  post,
  postId,
  province,
  vn,
} from '../../support/builders.ts';
import {
  caseAt,
  due,
  factsOf,
  further,
  given,
  only,
  outcome,
  type Story,
  swept,
  sweptAt,
} from '../../support/given.ts';

// Form 02 is due at 20:00; the ladder tells at 17:00, 20:00, 20:15 and 02:00.
const reported = given('2026-03-02 08:00');
const rungTimes = ['17:00', '20:00', '20:15'] as const;
const justBefore = ['16:59', '19:59', '20:14'] as const;
const kinds = ['ReminderRecorded', 'BreachRecorded', 'Escalated', 'Escalated'];

const typesOf = (facts: readonly Fact[]) => facts.map(({ type }) => type);
const told = (facts: readonly Fact[]) =>
  facts.flatMap((fact) => ('told' in fact ? [fact.told.map(({ id }) => id)] : []));
const climbOf = (story: Story) => factsOf(story).filter((fact) => 'rung' in fact && 'told' in fact);

describe('a ladder swept every minute', () => {
  it('tells nothing before a rung is reached, and the rung at its instant', () => {
    let story = reported;
    for (const [at, time] of rungTimes.entries()) {
      expect(due(story, `2026-03-02 ${justBefore[at]}`)).toEqual([]);
      story = swept(story, `2026-03-02 ${time}`);
      expect(typesOf(climbOf(story))).toEqual(kinds.slice(0, at + 1));
    }
  });

  it('tells each rung once, however often it is swept', () => {
    const once = swept(reported, '2026-03-02 20:00');
    expect(swept(once, '2026-03-02 20:00')).toBe(once);
    expect(due(once, '2026-03-02 20:14')).toEqual([]);
  });

  it('ends at the last rung', () => {
    const story = swept(reported, '2026-03-03 02:00');
    expect(typesOf(climbOf(story))).toEqual(kinds);
    expect(nextTelling(story.state)).toBeNull();
  });

  it('ends when the duty is met', () => {
    const met = further(swept(reported, '2026-03-02 17:00'), [
      ['2026-03-02 18:00', act('assessInitially')],
    ]);
    expect(due(met, '2026-03-03 08:00')).toEqual([]);
  });
});

describe('a ladder swept after a stop of 72 hours', () => {
  const facts = due(reported, '2026-03-05 08:00');

  it('tells all rungs in order, each about its own instant', () => {
    expect(facts.map(({ type, about, known }) => [type, about, known])).toEqual([
      ['ReminderRecorded', vn('2026-03-02 17:00'), vn('2026-03-02 17:00')],
      ['BreachRecorded', vn('2026-03-02 20:00'), vn('2026-03-02 20:00')],
      ['Escalated', vn('2026-03-02 20:15'), vn('2026-03-02 20:15')],
      ['Escalated', vn('2026-03-03 02:00'), vn('2026-03-03 02:00')],
    ]);
  });

  it('claims to have known nothing before the deadline was set', () => {
    const receivedAt = vn('2026-03-02 08:00');
    const typedIn = '2026-03-04 09:00';
    const late = given(typedIn, { receivedAt });
    const found = due(late, '2026-03-05 08:00');
    expect(found.map(({ about }) => about)).toEqual(facts.map(({ about }) => about));
    expect(new Set(found.map(({ known }) => known))).toEqual(new Set([vn(typedIn)]));
  });

  it('interleaves the deadlines of a case by their instants', () => {
    const story = further(reported, [['2026-03-02 10:00', act('raiseEmergency')]]);
    const rules = due(story, '2026-03-05 08:00').flatMap((fact) =>
      'deadline' in fact ? [fact.deadline.rule] : [],
    );
    expect(rules).toEqual(['D04', 'D05', 'D04', 'D05', 'D04', 'D05', 'D04', 'D05']);
  });
});

describe('a case with more due than one sweep may write', () => {
  const items = Array.from({ length: 20 }, (_, at) => item(`i${at}`, '2026-03-06'));
  const planned = further(caseAt('PLAN_DRAFTING'), [
    ['2026-03-02 13:00', act('recordMeeting')],
    ['2026-03-02 14:00', act('submitPlan', { items })],
    ['2026-03-02 15:00', act('approvePlan')],
  ]);
  const now = vn('2026-06-01 08:00');

  it('leaves its timer in the past and is finished by the sweeps after', () => {
    const first = sweptAt(planned, now);
    expect(first.commits.at(-1)?.facts).toHaveLength(factsPerSweep);
    expect((nextTelling(first.state) ?? now) < now).toBe(true);
    let story = first;
    while ((nextTelling(story.state) ?? now) < now) story = sweptAt(story, now);
    // Twenty services, the decision to send and the review: four rungs each.
    expect(climbOf(story)).toHaveLength(22 * 4);
  });
});

describe('who is told', () => {
  const breachTold = (story: Story) => told(only(due(story, '2026-03-02 20:00'), 'BreachRecorded'));
  const withPosts = (staffing: Parameters<typeof directory>[0]) =>
    given('2026-03-02 08:00', {}, { directory: directory(staffing) });
  const worker = postId('COMMUNE_WORKER', home);
  const chair = postId('COMMUNE_CHAIR', home);
  const police = postId('COMMUNE_POLICE', home);
  const supervisor = postId('PROVINCE_SUPERVISOR', province);
  const provinceChair = postId('PROVINCE_CHAIR', province);
  const ministry = postId('MINISTRY_SUPERVISOR', nation);

  it('is the worker, then chair and police too, then the province', () => {
    expect(told(due(reported, '2026-03-03 02:00'))).toEqual([
      [worker],
      [worker, chair, police],
      [supervisor],
      [provinceChair],
    ]);
  });

  it('is nobody of another province', () => {
    const units = only(due(reported, '2026-03-03 02:00'), 'Escalated').flatMap(({ told: posts }) =>
      posts.map(({ unit }) => unit),
    );
    expect(units).not.toContain(otherProvince);
  });

  it('is the next above for a post that is vacant or disabled, once', () => {
    expect(breachTold(withPosts({ vacant: [worker] }))).toEqual([[chair, police]]);
    expect(breachTold(withPosts({ disabled: [worker, chair] }))).toEqual([[supervisor, police]]);
    expect(breachTold(withPosts({ vacant: [worker, chair, police, supervisor] }))).toEqual([
      [provinceChair],
    ]);
    const vacant = [worker, chair, police, supervisor, provinceChair];
    expect(breachTold(withPosts({ vacant }))).toEqual([[ministry]]);
  });

  it('is a fact even when nobody up to the ministry is in post', () => {
    const vacant = [worker, chair, police, supervisor, provinceChair, ministry];
    expect(breachTold(withPosts({ vacant }))).toEqual([[]]);
  });

  it('is hotline 111 on the last rung of the cases it opened, and of no others', () => {
    const hotline = officer('HOTLINE_111', nation);
    const opened = further({ state: undefined, commits: [], setting: {} }, [
      ['2026-03-02 08:00', act('receiveReport'), hotline],
    ]);
    const last = (story: Story) => told(due(story, '2026-03-03 02:00')).at(-1);
    expect(last(opened)).toEqual([provinceChair, postId('HOTLINE_111', nation)]);
    expect(last(reported)).toEqual([provinceChair]);
  });

  describe('of several workers', () => {
    const second = post('COMMUNE_WORKER', home, 'second worker');
    const two = withPosts({ more: [second] });
    const assign = act('assignWorker', { post: second.id });
    const assigned = further(two, [['2026-03-02 09:00', assign]]);

    it('is all while none is assigned', () => {
      expect(breachTold(two)).toEqual([[worker, second.id, chair, police]]);
    });

    it('is the assigned one alone', () => {
      expect(breachTold(assigned)).toEqual([[second.id, chair, police]]);
    });

    it('is the others again once the assigned post stands empty', () => {
      const gone = directory({ more: [second], vacant: [second.id] });
      expect(breachTold({ ...assigned, setting: { directory: gone } })).toEqual([
        [worker, chair, police],
      ]);
    });

    it('may not be assigned by a worker', () => {
      const by = officer('COMMUNE_WORKER', home);
      expect(outcome(two, ['2026-03-02 09:00', assign, by])).toBe('NOT_ALLOWED');
    });
  });
});

describe('a breach', () => {
  it('says whether a law or a policy of ours is broken, and when the duty was due', () => {
    const story = further(reported, [['2026-03-02 10:00', act('raiseEmergency')]]);
    const breaches = only(due(story, '2026-03-02 20:00'), 'BreachRecorded');
    expect(breaches.map(({ deadline, basis, dueAt }) => [deadline.rule, basis, dueAt])).toEqual([
      ['D04', 'POLICY', vn('2026-03-02 20:00')],
      ['D05', 'LAW', vn('2026-03-02 20:00')],
    ]);
  });
});
