import { describe, expect, it } from 'vitest';
import { deadlineId } from '#domain/case/terms.ts';
import type { RuleId } from '#domain/procedure.ts';
import {
  act,
  far,
  home,
  neighbour,
  officer,
  otherProvince,
  postId,
  vn,
} from '../../support/builders.ts';
import {
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
} from '../../support/given.ts';

function seen(story: Story, rule: RuleId) {
  const found = open(story, rule);
  if (found === undefined) throw new Error(`${rule} is not open`);
  return act('acknowledge', { deadline: deadlineId(found) });
}

// Due at 20:00: told at 17:00, 20:00, 20:15 and 02:00.
const reported = given('2026-03-02 08:00');
const breached = swept(reported, '2026-03-02 20:00');

describe('an acknowledgement', () => {
  it('holds an escalation for two hours in an emergency', () => {
    const story = further(breached, [['2026-03-02 20:10', seen(breached, 'D04')]]);
    expect(open(story, 'D04')).toMatchObject({
      acknowledgedAt: vn('2026-03-02 20:10'),
      nextAt: vn('2026-03-02 22:10'),
      rung: 2,
    });
    expect(due(story, '2026-03-02 22:09')).toEqual([]);
    expect(due(story, '2026-03-02 22:10').map(({ type }) => type)).toEqual(['Escalated']);
  });

  it('never brings an escalation forward', () => {
    // The last rung is reached at 02:00, long after a hold of two hours would be over.
    const told = swept(breached, '2026-03-02 20:15');
    const story = further(told, [['2026-03-02 20:30', seen(told, 'D04')]]);
    expect(open(story, 'D04')?.nextAt).toBe(vn('2026-03-03 02:00'));
  });

  it('repeated every hour slows the climb and does not stop it', () => {
    let story = breached;
    for (const at of ['20:05', '21:00', '22:00', '22:14'])
      story = further(story, [[`2026-03-02 ${at}`, seen(story, 'D04')]]);
    expect(open(story, 'D04')?.nextAt).toBe(vn('2026-03-02 22:15'));
  });

  it('puts off a reminder but not the record of the breach', () => {
    const early = further(reported, [['2026-03-02 16:59', seen(reported, 'D04')]]);
    expect(open(early, 'D04')?.nextAt).toBe(vn('2026-03-02 18:59'));
    const reminded = swept(early, '2026-03-02 18:59');
    const story = further(reminded, [['2026-03-02 19:30', seen(reminded, 'D04')]]);
    expect(open(story, 'D04')?.nextAt).toBe(vn('2026-03-02 20:00'));
  });

  it('of a routine duty holds to the end of the next working day', () => {
    // Form 02 on Monday: breached when Tuesday 10 March begins, escalated a working day later.
    const assessed = swept(caseAt('NEEDS_ASSESSMENT'), '2026-03-10 00:00');
    const story = further(assessed, [['2026-03-10 15:00', seen(assessed, 'D06')]]);
    expect(open(assessed, 'D06')?.nextAt).toBe(vn('2026-03-11 00:00'));
    expect(open(story, 'D06')?.nextAt).toBe(vn('2026-03-12 00:00'));
  });

  it('raises no revision and names the post that made it', () => {
    const other = officer('COMMUNE_WORKER', neighbour).posts;
    const own = officer('COMMUNE_CHAIR', home);
    const both = { ...own, posts: [...other, ...own.posts] };
    const story = further(breached, [['2026-03-02 21:00', seen(breached, 'D04'), both]]);
    expect(story.state.revision).toBe(breached.state.revision);
    expect(story.state.seq).toBe(breached.state.seq + 1);
    const [fact] = only(lastFacts(story), 'Acknowledged');
    expect(fact?.post).toBe(postId('COMMUNE_CHAIR', home));
  });

  it('is made where the duty is told, and in no other unit the case is with', () => {
    const moved = further(caseAt('NEEDS_ASSESSMENT'), [
      ['2026-03-03 09:00', act('placeInCare', { unit: far })],
      ['2026-03-03 10:00', act('offerHandover', { to: neighbour })],
    ]);
    const accepted = further(moved, [['2026-03-03 11:00', act('acceptHandover')]]);
    const by = (story: Story, rule: RuleId) =>
      [home, neighbour, far].filter((where) => {
        const worker = officer('COMMUNE_WORKER', where);
        return outcome(story, ['2026-03-04 09:00', seen(story, rule), worker]) === 'DONE';
      });
    expect([by(moved, 'D06'), by(accepted, 'D06')]).toEqual([[home, neighbour], [neighbour]]);
    expect(by(moved, 'D15')).toEqual([far]);
    const above = officer('PROVINCE_SUPERVISOR', otherProvince);
    const entry = (rule: RuleId) => ['2026-03-04 09:00', seen(moved, rule), above] as const;
    expect([outcome(moved, entry('D15')), outcome(moved, entry('D06'))]).toEqual([
      'DONE',
      'NOT_ALLOWED',
    ]);
  });

  it('of a duty that does not bind yet changes no telling', () => {
    const story = further(reported, [['2026-03-02 09:00', seen(reported, 'D05')]]);
    expect(open(story, 'D05')).toMatchObject({ status: 'CONDITIONAL', nextAt: null });
  });

  it('needs an open deadline', () => {
    const unknown = act('acknowledge', { deadline: 'D04.I.9.-.1.0' });
    expect(outcome(reported, ['2026-03-02 09:00', unknown])).toBe('DEADLINE_UNKNOWN');
    const met = further(reported, [['2026-03-02 09:00', act('assessInitially')]]);
    expect(outcome(met, ['2026-03-02 10:00', seen(reported, 'D04')])).toBe('DEADLINE_UNKNOWN');
  });
});

describe('a note', () => {
  it('is filed and changes nothing that others decide on', () => {
    const story = further(reported, [
      ['2026-03-02 09:00', act('addNote')],
      ['2026-03-02 09:30', act('addNote')],
    ]);
    expect(story.state).toMatchObject({ revision: 1, seq: 3, papers: { NOTE: 2 } });
    expect(story.state.deadlines).toEqual(reported.state.deadlines);
  });
});
