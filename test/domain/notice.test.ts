import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '#domain/case/evolve.ts';
import { deadlineId } from '#domain/case/terms.ts';
import { type Notice, noticesOf, type Told } from '#domain/notice.ts';
import { rules } from '#domain/procedure.ts';
import { procedures } from '#domain/procedures/registry.ts';
import { act, far, home, postId, vn } from '../support/builders.ts';
import { given, later, type Story, swept } from '../support/given.ts';
import { anyMove, anyStart, storyOf } from '../support/random-story.ts';

/** The events of a story as the write path would hand them on. */
function eventsOf({ commits }: Story): Told[] {
  return commits.map(({ facts }, at) => {
    const past = commits.slice(0, at + 1).flatMap((commit) => commit.facts);
    const state = fold(undefined, past, 'case-1');
    const dueAt = state.deadlines.map((each) => [deadlineId(each), each.dueAt] as const);
    return {
      caseId: 'case-1',
      caseCode: state.code,
      seq: at + 1,
      emergency: state.emergencySince !== null,
      facts,
      dueAt: Object.fromEntries(dueAt),
    };
  });
}

const notices = (story: Story) => eventsOf(story).flatMap(noticesOf);
const newest = (story: Story) => eventsOf(story).slice(-1).flatMap(noticesOf);
const whoAndWhat = (found: readonly Notice[]) => found.map(({ kind, post }) => [kind, post.id]);

const worker = postId('COMMUNE_WORKER', home);
const chair = postId('COMMUNE_CHAIR', home);
const reported = given('2026-03-02 08:00');

describe('a report', () => {
  it('gives each post told one notice without a duty', () => {
    expect(whoAndWhat(newest(reported))).toEqual([
      ['FORWARDED', worker],
      ['FORWARDED', chair],
    ]);
    expect(newest(reported)[0]).toMatchObject({
      id: `case-1#-#1#FORWARDED#${worker}`,
      caseCode: 'LC-0000001-3',
      duty: null,
      about: vn('2026-03-02 08:00'),
    });
  });
});

describe('a rung', () => {
  const breached = swept(swept(reported, '2026-03-02 17:00'), '2026-03-02 20:00');

  it('gives each post told one notice with the duty and its due instant', () => {
    expect(whoAndWhat(newest(breached))).toEqual([
      ['BREACH', worker],
      ['BREACH', chair],
      ['BREACH', postId('COMMUNE_POLICE', home)],
    ]);
    expect(newest(breached)[0]?.duty).toEqual({
      deadline: 'D04.I.1.-.1.0',
      rule: 'D04',
      procedure: 'ND56/2017',
      dueAt: vn('2026-03-02 20:00'),
    });
  });

  it('is named by case, deadline, planning, rung and post', () => {
    expect(newest(breached)[0]?.id).toBe(`case-1#D04.I.1.-.1.0#0#1#${worker}`);
  });

  it('is a reminder before the due instant and an escalation after the breach', () => {
    expect(notices(swept(breached, '2026-03-03 08:00')).map(({ kind }) => kind)).toEqual([
      ...['FORWARDED', 'FORWARDED', 'REMINDER', 'BREACH', 'BREACH', 'BREACH'],
      ...['ESCALATION', 'ESCALATION'],
    ]);
  });

  it('is told at once for the rules of the emergency ladder, and for a case that is one', () => {
    const limits = procedures.flatMap((procedure) => procedure.limits);
    const climbing = limits.filter(({ ladder }) => ladder === 'EMERGENCY').map(({ id }) => id);
    const urgent = [...new Set(climbing)];
    const atOnce = (emergency: boolean) =>
      rules.filter((rule) => {
        const [event] = eventsOf(breached).slice(-1);
        const facts = event?.facts.flatMap((fact) =>
          fact.type === 'BreachRecorded' ? { ...fact, deadline: { ...fact.deadline, rule } } : [],
        );
        if (event === undefined || facts === undefined) return false;
        return noticesOf({ ...event, emergency, facts }).every((notice) => notice.emergency);
      });
    expect(atOnce(false)).toEqual(urgent);
    expect(atOnce(true)).toEqual(rules);
  });
});

describe('a hand-over', () => {
  const assessed = later(reported, act('assessInitially'));
  const offered = later(assessed, act('offerHandover', { to: far }));

  it.each([
    ['HANDOVER_OFFERED', offered],
    ['HANDOVER_ACCEPTED', later(offered, act('acceptHandover'))],
    ['HANDOVER_DECLINED', later(offered, act('declineHandover'))],
  ])('is told to worker and chair of both communes: %s', (kind, story) => {
    const told = newest(story);
    expect(new Set(told.map((notice) => notice.kind))).toEqual(new Set([kind]));
    expect(told.map(({ post }) => `${post.role} ${post.unit}`).sort()).toEqual([
      `COMMUNE_CHAIR ${home}`,
      `COMMUNE_CHAIR ${far}`,
      `COMMUNE_WORKER ${home}`,
      `COMMUNE_WORKER ${far}`,
    ]);
  });
});

describe('any other act', () => {
  it('tells nobody', () => {
    expect(newest(later(reported, act('assessInitially')))).toEqual([]);
    expect(newest(later(reported, act('addNote')))).toEqual([]);
  });
});

describe('whatever happens to a case', () => {
  const anyStory = fc
    .tuple(anyStart, fc.array(anyMove, { minLength: 5, maxLength: 30, size: 'max' }))
    .map(([start, moves]) => storyOf(start, moves));

  it('no two notices are the same one, and writing an event again gives the same notices', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const ids = notices(story).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(notices(story).map(({ id }) => id)).toEqual(ids);
      }),
      { numRuns: 100 },
    );
  });

  it('a notice has members for code, duty and post, and none for a child', () => {
    const members = 'about,caseCode,caseId,duty,emergency,id,kind,post';
    fc.assert(
      fc.property(anyStory, (story) => {
        for (const notice of notices(story)) {
          expect(Object.keys(notice).sort().join()).toBe(members);
          expect(Object.keys(notice.post).sort().join()).toBe('id,role,unit');
          const duty = notice.duty === null ? '' : Object.keys(notice.duty).sort().join();
          expect(['', 'deadline,dueAt,procedure,rule']).toContain(duty);
        }
      }),
      { numRuns: 100 },
    );
  });
});
