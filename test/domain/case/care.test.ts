import { describe, expect, it } from 'vitest';
import { debtorPlace } from '#domain/case/debtor.ts';
import type { FollowUp } from '#domain/case/terms.ts';
import { act, far, home, item, neighbour, officer, vn } from '../../support/builders.ts';
import {
  caseAt,
  endings,
  further,
  lastFacts,
  only,
  open,
  openRules,
  outcome,
  type Story,
  swept,
} from '../../support/given.ts';

const place = act('placeInCare', { unit: far, form: 'NON_RELATIVE' });
const placed = further(caseAt('EXECUTION'), [['2026-03-10 09:00', place]]);
const follow = (followUp: FollowUp) => act('recordFollowUp', { followUp });
const there = officer('COMMUNE_WORKER', far);
const dueOf = (story: Story, rule: FollowUp) => open(story, rule)?.dueAt;

describe('a child in alternative care', () => {
  it('is followed up after one month by the commune of the carer, and evaluated after six', () => {
    expect(dueOf(placed, 'D15')).toBe(vn('2026-04-11 00:00'));
    expect(dueOf(placed, 'D16')).toBe(vn('2026-09-11 00:00'));
    expect(dueOf(placed, 'D17')).toBe(vn('2026-09-11 00:00'));
  });

  it('in a facility is followed up, and the rules for families do not hold', () => {
    const facility = act('placeInCare', { unit: far, form: 'FACILITY' });
    const story = further(caseAt('EXECUTION'), [['2026-03-10 09:00', facility]]);
    expect(openRules(story).filter((rule) => /^D1[567]$/.test(rule))).toEqual(['D15']);
  });

  it('is seen again after three months, then every six, counted from the hand-over', () => {
    const ends: (string | null | undefined)[] = [];
    let story = placed;
    for (const at of ['2026-04-09 10:00', '2026-06-01 10:00', '2026-12-20 10:00']) {
      story = further(story, [[at, follow('D15'), there]]);
      ends.push(dueOf(story, 'D15'));
    }
    expect(ends).toEqual([
      vn('2026-06-11 00:00'),
      vn('2026-12-11 00:00'),
      // Seen late in December: the next is fifteen months after the hand-over all the same.
      vn('2027-06-11 00:00'),
    ]);
  });

  it('that nobody saw for years is owed the next follow-up, not all that were missed', () => {
    const late = swept(swept(placed, '2026-04-20 08:00'), '2026-06-01 08:00');
    const story = further(late, [['2027-08-02 10:00', follow('D15'), there]]);
    expect(endings(lastFacts(story), 'D15')).toEqual(['MET_LATE']);
    expect(only(lastFacts(story), 'DeadlineSet')).toMatchObject([
      { deadline: { rule: 'D15' }, count: 21 },
    ]);
  });

  it('stays owed beyond the closing and the archive', () => {
    const story = further(placed, [
      ['2026-04-20 10:00', act('reviewPlan')],
      ['2026-04-20 11:00', act('closeCase')],
      ['2026-04-21 10:00', act('archiveCase')],
    ]);
    expect(openRules(story)).toEqual(['D15', 'D16', 'D17']);
    expect(outcome(story, ['2026-05-04 10:00', follow('D17'), there])).toBe('DONE');
  });

  it('is the business of the carer’s commune: it is told, and others are not', () => {
    const late = swept(placed, '2026-04-11 00:00');
    const breaches = only(lastFacts(late), 'BreachRecorded');
    const told = breaches.flatMap((fact) => (fact.deadline.rule === 'D15' ? fact.told : []));
    expect(new Set(told.map(({ unit }) => unit))).toEqual(new Set([far]));
  });

  it('is no business of a commune the case is offered to, nor is a service of the plan the carer’s', () => {
    const named = [item('care1', '2026-03-20'), item(neighbour, '2026-03-20')];
    const story = further(placed, [
      ['2026-03-10 10:00', act('adjustPlan', { items: named })],
      ['2026-04-10 09:00', act('offerHandover', { to: neighbour })],
    ]);
    const told = (rule: string) =>
      only(lastFacts(swept(story, '2026-04-11 00:00')), 'BreachRecorded')
        .filter(({ deadline }) => deadline.rule === rule)
        .map((fact) => new Set(fact.told.map(({ unit }) => unit)));
    expect(told('D15')).toEqual([new Set([far])]);
    expect(told('D10')).toEqual([new Set([home, neighbour]), new Set([home, neighbour])]);
    for (const open of story.state.deadlines.filter(({ rule }) => rule === 'D10'))
      expect(debtorPlace(story.state, open).unit).toBe(home);
  });

  it('has one follow-up met by one record', () => {
    const story = further(placed, [['2026-04-09 10:00', follow('D17'), there]]);
    expect(endings(lastFacts(story), 'D17')).toEqual(['MET']);
    expect(endings(lastFacts(story), 'D15')).toEqual([]);
    expect(dueOf(story, 'D17')).toBe(vn('2027-03-11 00:00'));
  });

  it('that ends is owed nothing more', () => {
    const story = further(placed, [['2026-05-04 10:00', act('endCare')]]);
    expect(openRules(story).filter((rule) => /^D1[567]$/.test(rule))).toEqual([]);
    expect(outcome(story, ['2026-05-05 10:00', follow('D15')])).toBe('CARE_ENDED');
    expect(outcome(story, ['2026-05-05 10:00', act('endCare')])).toBe('CARE_ENDED');
  });
});

describe('a placement', () => {
  it('is one at a time, in a commune that exists', () => {
    expect(outcome(placed, ['2026-03-11 10:00', place])).toBe('CARE_OPEN');
    const bad = (unit: string) =>
      outcome(caseAt('EXECUTION'), ['2026-03-10 09:00', act('placeInCare', { unit })]);
    expect([bad('98'), bad('12345')]).toEqual(['UNIT_NOT_COMMUNE', 'UNIT_UNKNOWN']);
  });

  it('follows another that ended, under a name of its own', () => {
    const again = further(placed, [
      ['2026-05-04 10:00', act('endCare')],
      ['2026-05-04 11:00', act('placeInCare', { unit: neighbour })],
    ]);
    expect(again.state.care.map(({ id }) => id)).toEqual(['care1', 'care2']);
    expect(open(again, 'D15')?.subject).toBe('care2');
  });

  it('takes no follow-up from before it, for another, or of a kind it does not owe', () => {
    const early = act('recordFollowUp', { happenedAt: vn('2026-03-10 08:00') });
    expect(outcome(placed, ['2026-04-01 10:00', early])).toBe('HAPPENED_BEFORE_STEP');
    const seen = further(placed, [['2026-04-09 10:00', follow('D15'), there]]);
    const before = act('recordFollowUp', { happenedAt: vn('2026-04-09 09:59') });
    expect(outcome(seen, ['2026-06-01 10:00', before, there])).toBe('HAPPENED_BEFORE_STEP');
    const other = act('recordFollowUp', { care: 'care9' });
    expect(outcome(placed, ['2026-04-01 10:00', other])).toBe('CARE_UNKNOWN');
    const facility = further(caseAt('EXECUTION'), [
      ['2026-03-10 09:00', act('placeInCare', { unit: far, form: 'FACILITY' })],
    ]);
    expect(outcome(facility, ['2026-04-01 10:00', follow('D17')])).toBe('FOLLOW_UP_NOT_DUE');
  });

  it('lets the carer’s commune see who the child is while it lasts, and act on nothing else', () => {
    const stranger = officer('COMMUNE_WORKER', neighbour);
    expect(outcome(placed, ['2026-04-01 10:00', follow('D15'), stranger])).toBe('NOT_ALLOWED');
    expect(outcome(placed, ['2026-04-01 10:00', act('reviewPlan'), there])).toBe('NOT_ALLOWED');
    expect(
      outcome(placed, ['2026-04-01 10:00', follow('D15'), officer('COMMUNE_WORKER', home)]),
    ).toBe('DONE');
  });
});
