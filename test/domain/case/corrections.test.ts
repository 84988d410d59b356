import { describe, expect, it } from 'vitest';
import { sixteenFrom } from '#domain/case/intake.ts';
import { plainDate } from '#domain/time.ts';
import { act, home, item, neighbour, officer, vn } from '../../support/builders.ts';
import {
  caseAt,
  endings,
  further,
  given,
  lastFacts,
  later,
  only,
  open,
  outcome,
  type Story,
} from '../../support/given.ts';

const born = (day: string) => ({
  child: { sex: 'FEMALE' as const, bornOn: plainDate(day), estimatedAge: null },
});
const bearing = (day: string) => act('correctChild', born(day));

describe('the residence', () => {
  it('is corrected in the record, and nobody else answers for that', () => {
    const story = later(caseAt('EXECUTION'), act('correctResidence'));
    expect(story.state.residenceUnit).toBe(neighbour);
    expect(story.state.residenceLeg.unit).toBe(home);
  });

  it('that nobody knows asks the province who answers, from Form 03 on', () => {
    const unknown = act('correctResidence', { residenceUnit: null });
    const known = later(caseAt('NEEDS_ASSESSMENT'), unknown);
    expect(open(known, 'P03')).toMatchObject({ status: 'PLANNED' });
    const before = later(given('2026-03-02 08:00'), unknown);
    expect(open(before, 'P03')).toBeUndefined();
    expect(open(later(before, act('assessInitially')), 'P03')).toBeDefined();
    expect(open(later(caseAt('CLOSED'), unknown), 'P03')).toBeUndefined();
  });

  it('that turns out to be the commune that answers asks the province no more', () => {
    const unknown = later(
      caseAt('NEEDS_ASSESSMENT'),
      act('correctResidence', { residenceUnit: null }),
    );
    const found = later(unknown, act('correctResidence', { residenceUnit: home }));
    expect(endings(lastFacts(found), 'P03')).toEqual(['VOID']);
    expect(open(later(unknown, act('correctResidence')), 'P03')).toBeDefined();
  });

  it('that nobody knows is asked for again when a case is reopened, unless somebody answers', () => {
    const unknown = later(caseAt('CLOSED'), act('correctResidence', { residenceUnit: null }));
    const inError = act('reopenCase', { ground: 'CLOSED_IN_ERROR' });
    const again = later(unknown, inError);
    expect(open(again, 'P03')).toMatchObject({ trigger: 'CaseReopened' });
    const news = later(unknown, act('reopenCase', { ground: 'NEW_INFORMATION' }));
    expect(open(news, 'P03')).toBeUndefined();
    expect(open(later(news, act('assessInitially')), 'P03')).toBeDefined();

    const assigned = later(again, act('assignCommune', { to: neighbour, leg: 'RESIDENCE' }));
    const closed = later(
      later(assigned, act('assessNeeds', { planNeeded: false })),
      act('closeCase'),
    );
    expect(open(later(closed, inError), 'P03')).toBeUndefined();
  });

  it('is not corrected to what it is, or to what is no commune', () => {
    const once = later(caseAt('EXECUTION'), act('correctResidence'));
    const at = '2026-04-01 08:00';
    expect(outcome(once, [at, act('correctResidence')])).toBe('NOTHING_CHANGED');
    const unknown = later(once, act('correctResidence', { residenceUnit: null }));
    expect(outcome(unknown, [at, act('correctResidence', { residenceUnit: null })])).toBe(
      'NOTHING_CHANGED',
    );
    expect(outcome(once, [at, act('correctResidence', { residenceUnit: '98' })])).toBe(
      'UNIT_NOT_COMMUNE',
    );
  });
});

describe('the child', () => {
  it('is counted by its age at the receipt, whenever that is corrected', () => {
    const story = later(caseAt('EXECUTION'), bearing('2015-03-02'));
    expect(story.state.profile).toMatchObject({ sex: 'FEMALE', ageGroup: '10-13' });
    expect(later(story, bearing('2010-03-03')).state.profile.ageGroup).toBe('14-15');
    expect(later(story, bearing('2010-03-02')).state.profile.ageGroup).toBe('OVER_15');
  });

  it('leaves a new version of the sealed identity behind', () => {
    const story = later(caseAt('EXECUTION'), bearing('2015-03-02'));
    expect(story.state.papers.IDENTITY).toBe(2);
    expect(later(story, bearing('2015-03-03')).state.papers.IDENTITY).toBe(3);
  });

  it.each([
    ['2010-08-17', '2026-08-01'],
    ['2010-08-01', '2026-08-01'],
    ['2012-02-29', '2028-02-01'],
    ['2010-12-31', '2026-12-01'],
  ])('born on %s keeps no more than the month of sixteen in the clear: %s', (day, month) => {
    expect(sixteenFrom(born(day).child)).toBe(month);
  });
});

describe('a child about to turn sixteen', () => {
  const plan = (bornOn: string): Story =>
    further(given('2026-03-02 08:00', { child: born(bornOn).child }), [
      ['2026-03-02 09:00', act('assessInitially')],
      ['2026-03-02 10:00', act('assessNeeds')],
      ['2026-03-02 11:00', act('recordMeeting')],
      ['2026-03-02 12:00', act('submitPlan', { items: [item('i1', '2026-10-30')] })],
      ['2026-03-02 13:00', act('approvePlan')],
    ]);

  it('has the plan reviewed before the month of the birthday', () => {
    expect(open(plan('2010-08-17'), 'P06')?.dueAt).toBe(vn('2026-08-01 00:00'));
  });

  it('is looked for only within two years, and never afterwards', () => {
    expect(open(plan('2015-08-17'), 'P06')).toBeUndefined();
    expect(open(plan('2010-03-17'), 'P06')).toBeUndefined();
  });

  it('has another day when the birth date is corrected, and none when it was no birthday', () => {
    const story = plan('2010-08-17');
    const moved = later(story, bearing('2010-06-05'));
    expect(endings(lastFacts(moved), 'P06')).toEqual(['VOID']);
    expect(open(moved, 'P06')?.dueAt).toBe(vn('2026-06-01 00:00'));
    const same = later(story, bearing('2010-08-03'));
    expect(only(lastFacts(same), 'DeadlineSet')).toEqual([]);
    expect(open(same, 'P06')).toEqual(open(story, 'P06'));
    expect(open(later(story, bearing('2016-08-03')), 'P06')).toBeUndefined();
  });
});

describe('a paper entered late', () => {
  const story = given('2026-03-02 08:00');
  const onPaper = (happened: string, known: string) =>
    act('assessInitially', { happenedAt: vn(happened), knownAt: vn(known) });

  it('says when it was done, when the office knew and when it was written', () => {
    const entered = further(story, [
      ['2026-03-04 08:00', onPaper('2026-03-02 15:00', '2026-03-02 17:00')],
    ]);
    expect(lastFacts(entered)[0]).toMatchObject({
      about: vn('2026-03-02 15:00'),
      known: vn('2026-03-02 17:00'),
    });
    expect(endings(lastFacts(entered), 'D04')).toEqual(['MET']);
  });

  it('is known after it was done and before it is written', () => {
    const at = '2026-03-04 08:00';
    const early = onPaper('2026-03-02 15:00', '2026-03-02 14:59');
    const future = onPaper('2026-03-02 15:00', '2026-03-04 08:01');
    expect(outcome(story, [at, early])).toBe('KNOWN_OUT_OF_ORDER');
    expect(outcome(story, [at, future])).toBe('KNOWN_OUT_OF_ORDER');
    const undated = act('assessInitially', { knownAt: vn('2026-03-04 07:00') });
    expect(outcome(story, [at, undated])).toBe('KNOWN_OUT_OF_ORDER');
  });

  it('is entered by whoever may do the act', () => {
    const stranger = officer('COMMUNE_WORKER', neighbour);
    const entry = onPaper('2026-03-02 15:00', '2026-03-02 17:00');
    expect(outcome(story, ['2026-03-04 08:00', entry, stranger])).toBe('NOT_ALLOWED');
  });
});
