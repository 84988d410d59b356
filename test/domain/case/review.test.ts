import { describe, expect, it } from 'vitest';
import { act, item, vn } from '../../support/builders.ts';
import {
  caseAt,
  endings,
  further,
  lastFacts,
  later,
  open,
  openRules,
  outcome,
  sweptAt,
} from '../../support/given.ts';

// Monday 2 March 2026, each step an hour after the one before.
const executing = caseAt('EXECUTION');
const goOn = act('reviewPlan', { outcome: 'CONTINUE', atRisk: true, stable: false });
const proposeClosing = act('reviewPlan');

describe('a review that goes on', () => {
  const again = further(executing, [['2026-04-20 09:00', goOn]]);

  it('begins the second cycle at the plan with five working days', () => {
    expect(again.state).toMatchObject({ step: 'PLAN_DRAFTING', cycle: 2, review: 'CONTINUE' });
    // Monday 27 April is off in lieu, so the days are 21 to 24 and 28 April.
    expect(open(again, 'D07')).toMatchObject({ cycle: 2, dueAt: vn('2026-04-29 00:00') });
  });

  it('ends the duties of the first plan', () => {
    expect(endings(lastFacts(again), 'D11')).toEqual(['MET']);
    expect(endings(lastFacts(again), 'D10')).toEqual(['VOID', 'VOID']);
    expect(endings(lastFacts(again), 'D09')).toEqual(['VOID']);
    expect(openRules(again)).toEqual(['D07']);
  });

  it('needs no second meeting for the second plan, whose revisions begin anew', () => {
    const items = [item('i1', '2026-06-12')];
    const story = further(again, [
      ['2026-04-22 09:00', act('submitPlan', { items })],
      ['2026-04-23 09:00', act('approvePlan')],
    ]);
    expect(story.state.plan).toMatchObject({ cycle: 2, revision: 1, completed: [] });
    expect(open(story, 'D10')).toMatchObject({ cycle: 2, planRevision: 1, subject: 'i1' });
  });

  it('needs none either where the first plan was an emergency and had no minutes', () => {
    const story = further(caseAt('PLAN_DRAFTING'), [['2026-03-02 13:00', act('raiseEmergency')]]);
    const { state, ...rest } = story;
    const unmet = { ...rest, state: { ...state, meetingAt: null } };
    const second = further(unmet, [
      ['2026-03-02 14:00', act('submitPlan')],
      ['2026-03-02 15:00', act('approvePlan')],
      ['2026-03-02 16:00', act('lowerEmergency')],
      ['2026-04-20 09:00', goOn],
    ]);
    expect(outcome(second, ['2026-04-22 09:00', act('submitPlan')])).toBe('DONE');
  });

  it('may be made of a child that is safe', () => {
    const safe = act('reviewPlan', { outcome: 'CONTINUE' });
    expect(outcome(executing, ['2026-04-20 09:00', safe])).toBe('DONE');
  });
});

describe('a review that proposes closing', () => {
  it('needs a child no longer at risk and stable', () => {
    const atRisk = act('reviewPlan', { atRisk: true });
    const unstable = act('reviewPlan', { stable: false });
    for (const wrong of [atRisk, unstable])
      expect(outcome(executing, ['2026-04-20 09:00', wrong])).toBe('REVIEW_NOT_SAFE');
  });

  it('leaves no duty of the plan open', () => {
    const story = further(executing, [['2026-04-20 09:00', proposeClosing]]);
    expect(story.state).toMatchObject({ step: 'CLOSING', review: 'CLOSE' });
    expect(openRules(story)).toEqual(['P02']);
  });

  it('is late after the five working days that follow the last day of the plan', () => {
    const story = further(executing, [['2026-04-25 00:00', proposeClosing]]);
    expect(endings(lastFacts(story), 'D11')).toEqual(['MET_LATE']);
  });
});

describe('a case closed', () => {
  const closed = further(caseAt('CLOSING'), [['2026-04-22 09:00', act('closeCase')]]);

  it('has ten working days for archive and national database, and no other duty', () => {
    expect(openRules(closed)).toEqual(['D12']);
    // Without the 27th in lieu, 30 April and 1 May.
    expect(open(closed, 'D12')?.dueAt).toBe(vn('2026-05-12 00:00'));
    expect(closed.state.closedAt).toBe(vn('2026-04-22 09:00'));
  });

  it('archived, has no open deadline and nothing left to tell', () => {
    const archived = further(closed, [['2026-05-04 09:00', act('archiveCase')]]);
    expect(endings(lastFacts(archived), 'D12')).toEqual(['MET']);
    expect(archived.state).toMatchObject({ step: 'ARCHIVED', deadlines: [] });
    expect(sweptAt(archived, vn('2027-05-04 09:00'))).toBe(archived);
  });

  it('owed no emergency measure', () => {
    const urgent = later(caseAt('CLOSING'), act('raiseEmergency'));
    expect(outcome(urgent, ['2026-04-22 09:00', act('closeCase')])).toBe(
      'EMERGENCY_MEASURE_MISSING',
    );
    const calm = later(urgent, act('lowerEmergency'));
    expect(later(calm, act('closeCase')).state.step).toBe('CLOSED');
  });

  it('whose late measure nobody took is no emergency any more', () => {
    const urgent = later(caseAt('CLOSING'), act('raiseEmergency'));
    const late = { ...urgent, state: { ...urgent.state, seriousHarm: true } };
    const lowered = later(sweptAt(late, vn('2026-04-22 09:00')), act('lowerEmergency'));
    expect(open(lowered, 'D05')).toBeDefined();
    const closed = later(lowered, act('closeCase'));
    expect(endings(lastFacts(closed), 'D05')).toEqual(['VOID']);
  });

  it('was not in isolation', () => {
    const apart = later(caseAt('CLOSING'), act('orderIsolation'));
    expect(outcome(apart, ['2026-04-22 09:00', act('closeCase')])).toBe('ISOLATION_OPEN');
  });

  it('ends an offer nobody has answered', () => {
    const offered = later(caseAt('CLOSING'), act('offerHandover'));
    const closed = later(offered, act('closeCase'));
    expect(endings(lastFacts(closed), 'P01')).toEqual(['VOID']);
    expect(closed.state.offer).toBeNull();
  });
});
