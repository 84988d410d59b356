import { describe, expect, it } from 'vitest';
import { recordAfter } from '#domain/statistics-projection.ts';
import type { Instant } from '#domain/time.ts';
import { act, vn } from '../../support/builders.ts';
import {
  endings,
  factsOf,
  further,
  given,
  lastFacts,
  only,
  open,
  outcome,
  type Story,
  swept,
} from '../../support/given.ts';

const measure = act('applyEmergencyMeasure');
const harmFound = act('assessInitially', { seriousHarm: true });
const noHarm = act('assessInitially');
const received = (at: string) => act('correctReceipt', { receivedAt: vn(at) });

/** The ends whose breach is on record for the twelve hours. */
function missed(story: Story): readonly string[] {
  return only(factsOf(story), 'BreachRecorded')
    .filter(({ deadline }) => deadline.rule === 'D05')
    .map(({ about }) => about);
}

function counted({ commits }: Story): string | undefined {
  const record = commits.reduce<ReturnType<typeof recordAfter>>(
    (before, { facts }) =>
      recordAfter(before, { caseId: 'case-1', synthetic: true, emergency: false, facts }),
    undefined,
  );
  expect(record?.openBreaches.filter((id) => id.startsWith('D05'))).toEqual([]);
  return record?.timeliness.D05;
}

describe('a measure before Form 02 and after the twelve hours', () => {
  const late = further(given('2026-09-01 08:00'), [['2026-09-01 21:00', measure]]);

  it('is no breach while nobody has found that the hours bind', () => {
    expect(endings(lastFacts(late), 'D05')).toEqual(['MET_LATE']);
    expect(missed(late)).toEqual([]);
    expect(counted(late)).toBe('VOID');
  });

  it('is one, dated by the end it missed, as soon as serious harm is found', () => {
    const story = further(late, [['2026-09-02 09:00', harmFound]]);
    expect(only(lastFacts(story), 'BreachRecorded')).toContainEqual(
      expect.objectContaining({
        ...{ about: vn('2026-09-01 20:00'), known: vn('2026-09-02 09:00') },
        ...{ basis: 'LAW', told: [] },
      }),
    );
    expect(missed(story)).toEqual([vn('2026-09-01 20:00')]);
    expect(counted(story)).toBe('MET_LATE');
  });

  it('is none when no serious harm is found', () => {
    const story = further(late, [['2026-09-02 09:00', noHarm]]);
    expect(missed(story)).toEqual([]);
    expect(counted(story)).toBe('VOID');
  });

  it('is judged so in a case taken up again too, and each course by its own Form 02', () => {
    const again = further(late, [
      ['2026-09-02 09:00', noHarm],
      ['2026-09-02 10:00', act('assessNeeds', { planNeeded: false })],
      ['2026-09-02 11:00', act('closeCase')],
      ['2026-09-03 08:00', act('reopenCase', { ground: 'NEW_INFORMATION' })],
      ['2026-09-03 20:30', measure],
      ['2026-09-03 21:00', harmFound],
    ]);
    expect(missed(again)).toEqual([vn('2026-09-03 20:00')]);
  });

  it('leaves one breach where an emergency raised meanwhile has been breached already', () => {
    const raised = further(given('2026-09-01 08:00'), [
      ['2026-09-01 09:00', act('raiseEmergency')],
    ]);
    const story = further(swept(raised, '2026-09-01 20:00'), [
      ['2026-09-01 20:30', act('lowerEmergency')],
      ['2026-09-01 21:00', measure],
      ['2026-09-02 09:00', harmFound],
    ]);
    expect(missed(story)).toEqual([vn('2026-09-01 20:00')]);
  });
});

describe('a case reopened with new information', () => {
  const reopened = further(given('2026-09-01 08:00'), [
    ['2026-09-01 09:00', noHarm],
    ['2026-09-01 10:00', act('assessNeeds', { planNeeded: false })],
    ['2026-09-01 11:00', act('closeCase')],
    ['2026-09-07 08:00', act('reopenCase', { ground: 'NEW_INFORMATION' })],
    ['2026-09-07 09:00', harmFound],
  ]);

  const protections = [
    (happenedAt: Instant) => act('applyEmergencyMeasure', { happenedAt }),
    (happenedAt: Instant) => act('orderIsolation', { happenedAt }),
  ];

  it('is not answered by what was done before the news, which goes on record all the same', () => {
    for (const protection of protections) {
      const at = (time: string) => further(reopened, [['2026-09-07 10:00', protection(vn(time))]]);
      expect(open(at('2026-09-07 07:59'), 'D05')?.dueAt).toBe(vn('2026-09-07 20:00'));
      expect(open(at('2026-09-07 08:00'), 'D05')).toBeUndefined();
    }
  });
});

describe('an emergency', () => {
  const harmed = further(given('2026-09-01 08:00'), [['2026-09-01 09:00', harmFound]]);
  const lower = act('lowerEmergency');

  it('cannot be over before it was found', () => {
    const early = act('lowerEmergency', { happenedAt: vn('2026-09-01 08:59') });
    expect(outcome(harmed, ['2026-09-01 10:00', early])).toBe('HAPPENED_BEFORE_STEP');
  });

  it('lowered after the hours is no way out, though no tick has been there yet', () => {
    const story = further(harmed, [['2026-09-01 20:00', lower]]);
    expect(open(story, 'D05')).toBeDefined();
    expect(missed(swept(story, '2026-09-01 20:01'))).toEqual([vn('2026-09-01 20:00')]);
    const inTime = further(harmed, [['2026-09-01 19:59', lower]]);
    expect([open(inTime, 'D05'), missed(inTime)]).toEqual([undefined, []]);
  });
});

describe('a corrected receipt', () => {
  const inTime = further(given('2026-09-01 08:00'), [['2026-09-01 19:00', measure]]);

  it('breaches no hours that do not bind', () => {
    const story = further(inTime, [
      ['2026-09-02 09:00', noHarm],
      ['2026-09-02 10:00', received('2026-09-01 06:00')],
    ]);
    expect(missed(story)).toEqual([]);
    expect(counted(story)).toBe('VOID');
  });

  it('breaches those that do, whichever comes first', () => {
    const before = further(inTime, [
      ['2026-09-02 08:00', received('2026-09-01 06:00')],
      ['2026-09-02 09:00', harmFound],
    ]);
    expect(missed(before)).toEqual([vn('2026-09-01 18:00')]);
    const after = further(inTime, [
      ['2026-09-02 09:00', harmFound],
      ['2026-09-02 10:00', received('2026-09-01 06:00')],
    ]);
    expect(missed(after)).toEqual([vn('2026-09-01 18:00')]);
    expect([counted(before), counted(after)]).toEqual(['MET_LATE', 'MET_LATE']);
  });
});
