import { describe, expect, it } from 'vitest';
import { commandTypes } from '#domain/case/acts.ts';
import { available } from '#domain/case/availability.ts';
import { numberedActs } from '#domain/case/command.ts';
import { availableActions, raisesRevision } from '#domain/case/decide.ts';
import { type Step, steps } from '#domain/procedure.ts';
import { act, anyAct, far, home, officer, vn } from '../../support/builders.ts';
import {
  actorFor,
  caseAt,
  further,
  given,
  lastFacts,
  later,
  outcome,
} from '../../support/given.ts';

const acts = commandTypes.filter((type) => type !== 'receiveReport');
const at = '2026-03-03 08:00';
const offer = { to: far, province: '99', at: vn('2026-03-02 09:00') };

// Written out by hand beside the table: an act on either side of this list is a finding.
const availableAt: Record<(typeof acts)[number], string> = {
  assessInitially: '1',
  assessNeeds: '26',
  recordMeeting: '3',
  submitPlan: '3',
  approvePlan: '4',
  returnPlan: '4',
  sendDecision: '5',
  adjustPlan: '5',
  startPlanItem: '5',
  completePlanItem: '5',
  reviewPlan: '56',
  closeCase: '6',
  archiveCase: '7',
  offerHandover: '23456',
  acceptHandover: '23456',
  declineHandover: '23456',
  raiseEmergency: '123456',
  lowerEmergency: '123456',
  applyEmergencyMeasure: '123456',
  orderIsolation: '123456',
  extendIsolation: '123456',
  endIsolation: '123456',
  assignWorker: '123456',
  acknowledge: '12345678',
  addNote: '12345678',
  addReport: '12345678',
  recordDisclosure: '12345678',
  withdrawConsent: '12345678',
  recordSubjectRequest: '12345678',
  answerSubjectRequest: '12345678',
  correctReceipt: '1234567',
  forwardReport: '1',
  markUnfounded: '12',
  referToInvestigation: '123456',
  requestCourt: '123456',
  recordPlanRefusal: '45',
  reopenCase: '78',
  assignCommune: '123456',
  placeInCare: '123456',
  recordFollowUp: '12345678',
  endCare: '12345678',
  correctResidence: '1234567',
  correctChild: '1234567',
  extendDeadline: '1234567',
  pauseDeadline: '1234567',
  resumeDeadline: '1234567',
  declareConflict: '12345678',
  liftConflict: '12345678',
  breakGlass: '12345678',
  reviewBreakGlass: '12345678',
};

function isOffered(step: Step, type: (typeof acts)[number]): boolean {
  return availableAt[type].includes(String(steps.indexOf(step) + 1));
}

describe.each(steps)('at %s', (step) => {
  const unanswered = caseAt(step);
  // Answers to an offer are permitted only while there is one.
  const hasOffer = isOffered(step, 'offerHandover');
  const onOffer = hasOffer ? later(unanswered, act('offerHandover', { to: far })) : unanswered;

  it('the table holds what the procedure says', () => {
    const expected = acts.filter((type) => isOffered(step, type));
    expect([...available[step]].sort()).toEqual([...expected].sort());
  });

  it.each(acts.filter((type) => !isOffered(step, type)))('%s is not available', (type) => {
    const story = { ...onOffer, state: { ...onOffer.state, offer: onOffer.state.offer ?? offer } };
    const by = actorFor(type, story.state);
    expect(outcome(story, [at, anyAct(type), by])).toBe('NOT_AVAILABLE');
  });

  it.each(acts.filter((type) => isOffered(step, type)))('%s is not out of step', (type) => {
    const isAnswer = type === 'acceptHandover' || type === 'declineHandover';
    // Closing after a plan is gone back on by a review, closing without one by another assessment.
    if (step === 'CLOSING' && type === 'assessNeeds') return;
    expect(outcome(isAnswer ? onOffer : unanswered, [at, anyAct(type)])).not.toBe('NOT_AVAILABLE');
  });
});

describe('what an officer may do now', () => {
  it('is what the step offers and the table permits', () => {
    const { state } = caseAt('PLAN_APPROVAL');
    const chair = availableActions(state, officer('COMMUNE_CHAIR', home));
    expect(chair).toContain('approvePlan');
    expect(chair).not.toContain('acceptHandover');
    const worker = availableActions(state, officer('COMMUNE_WORKER', home));
    expect(worker).not.toContain('approvePlan');
    expect(worker).toContain('offerHandover');
    expect(availableActions(state, officer('COMMUNE_CHAIR', far))).toEqual([]);
  });

  it('is what may be said of any case, a reopening and the follow-up of care in the archive', () => {
    const { state } = caseAt('ARCHIVED');
    expect(availableActions(state, officer('COMMUNE_CHAIR', home))).toEqual([
      'reopenCase',
      'acknowledge',
      'addNote',
      'addReport',
      'recordFollowUp',
      'endCare',
      'recordDisclosure',
      'withdrawConsent',
      'recordSubjectRequest',
      'answerSubjectRequest',
      'declareConflict',
    ]);
  });
});

describe('an act on a case', () => {
  it('that does not exist is refused as such', () => {
    const nothing = { state: undefined, commits: [], setting: {} };
    expect(outcome(nothing, [at, act('addNote')])).toBe('NOT_FOUND');
  });

  it('that is somebody else’s is refused before its step is looked at', () => {
    const stranger = officer('COMMUNE_CHAIR', far);
    for (const step of steps)
      expect(outcome(caseAt(step), [at, act('approvePlan'), stranger])).toBe('NOT_ALLOWED');
  });

  it('cannot have happened in the future or before the report', () => {
    const story = given('2026-03-02 08:00');
    const future = act('assessInitially', { happenedAt: vn('2026-03-02 10:01') });
    const past = act('assessInitially', { happenedAt: vn('2026-03-02 07:59') });
    expect(outcome(story, ['2026-03-02 10:00', future])).toBe('HAPPENED_IN_FUTURE');
    expect(outcome(story, ['2026-03-02 10:00', past])).toBe('HAPPENED_BEFORE_RECEIPT');
  });

  it('cannot have happened before its step began, unless it runs beside the steps', () => {
    const story = further(given('2026-03-02 08:00'), [
      ['2026-03-02 09:00', act('assessInitially')],
    ]);
    const happenedAt = vn('2026-03-02 08:30');
    const early = act('assessNeeds', { happenedAt });
    expect(outcome(story, ['2026-03-02 10:00', early])).toBe('HAPPENED_BEFORE_STEP');
    const measure = act('applyEmergencyMeasure', { happenedAt });
    expect(outcome(story, ['2026-03-02 10:00', measure])).toBe('DONE');
  });

  it('is dated when it happened and known when it was written', () => {
    const happenedAt = vn('2026-03-02 08:30');
    const story = later(given('2026-03-02 08:00'), act('assessInitially', { happenedAt }));
    expect(lastFacts(story)[0]).toMatchObject({
      about: happenedAt,
      known: vn('2026-03-02 09:00'),
    });
  });

  it('raises the revision unless it changes nothing that others decide on', () => {
    const silent = commandTypes.filter((type) => !raisesRevision(type));
    expect(silent).toEqual([
      'addReport',
      'acknowledge',
      'addNote',
      'recordDisclosure',
      'withdrawConsent',
      'recordSubjectRequest',
      'answerSubjectRequest',
      'declareConflict',
      'liftConflict',
      'breakGlass',
      'reviewBreakGlass',
    ]);
  });
});

it('running numbers are read before exactly the acts that draw up a form', () => {
  const isolated = later(caseAt('NEEDS_ASSESSMENT'), act('orderIsolation'));
  const added = later(isolated, act('addReport'));
  const commits = [...caseAt('ARCHIVED').commits, ...added.commits];
  const drawing = commits.filter(({ facts }) => facts.some((fact) => 'number' in fact));
  const drawn = new Set(drawing.map((commit) => commit.act));
  expect([...drawn].toSorted()).toEqual([...numberedActs].toSorted());
});
