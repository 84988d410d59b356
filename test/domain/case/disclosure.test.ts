import { describe, expect, it } from 'vitest';
import type { CommandOf } from '#domain/case/command.ts';
import { plainDate } from '#domain/time.ts';
import { act, vn } from '../../support/builders.ts';
import { further, given, lastFacts, outcome, type Story } from '../../support/given.ts';

const born = (day: string) =>
  ({ sex: 'MALE', bornOn: plainDate(day), estimatedAge: null }) as const;
const aged = (estimatedAge: number) => ({ sex: 'MALE', bornOn: null, estimatedAge }) as const;
const caseOf = (child: CommandOf<'receiveReport'>['child']) => given('2026-03-02 08:00', { child });

type Consent = CommandOf<'recordDisclosure'>['consent'];

const under = (consent: Consent, more: Partial<CommandOf<'recordDisclosure'>> = {}) =>
  act('recordDisclosure', { legalBasis: 'CONSENT', consent, ...more });
const consent = (more: Partial<NonNullable<Consent>> = {}) => ({
  child: true,
  representative: true,
  givenAt: vn('2026-03-02 09:00'),
  ...more,
});
const at = '2026-03-02 12:00';
const told = (story: Story, command: CommandOf<'recordDisclosure'>) =>
  outcome(story, [at, command]);

describe('something told outside', () => {
  it('is on record with its basis, level and parts, and names the recipient in a paper only', () => {
    const story = further(caseOf(aged(9)), [[at, act('recordDisclosure')]]);
    expect(lastFacts(story)).toEqual([
      {
        type: 'DisclosureRecorded',
        about: vn(at),
        known: vn(at),
        recipient: 'CLINIC',
        legalBasis: 'PROTECTION',
        secrecy: 'NAMED_PERSONS',
        purpose: 'TREATMENT',
        parts: ['IDENTITY'],
        papers: [{ kind: 'DISCLOSURE', version: 1 }],
        consentGivenAt: null,
      },
    ]);
    expect(story.state.disclosures).toHaveLength(1);
  });

  it.each([
    ['of a child of nine, both', aged(9), consent(), 'DONE'],
    [
      'of a child of nine, the representative alone',
      aged(9),
      consent({ child: false }),
      'CONSENT_MISSING',
    ],
    [
      'of a child of nine, the child alone',
      aged(9),
      consent({ representative: false }),
      'CONSENT_MISSING',
    ],
    ['of a child of four, the representative alone', aged(4), consent({ child: false }), 'DONE'],
    ['of a child of four, nobody', aged(4), null, 'CONSENT_MISSING'],
    [
      'of a child that turned seven this month',
      born('2019-03-31'),
      consent({ child: false }),
      'CONSENT_MISSING',
    ],
    [
      'of a child that turns seven next month',
      born('2019-04-01'),
      consent({ child: false }),
      'DONE',
    ],
    [
      'given after the telling',
      aged(9),
      consent({ givenAt: vn('2026-03-02 12:01') }),
      'CONSENT_MISSING',
    ],
  ] as const)('under consent %s: %s', (_, child, given, code) => {
    expect(told(caseOf(child), under(given))).toBe(code);
  });

  it('for the protection of the child or at a request needs no consent', () => {
    for (const legalBasis of ['PROTECTION', 'PLAN', 'AUTHORITY_REQUEST'] as const)
      expect(told(caseOf(aged(9)), act('recordDisclosure', { legalBasis }))).toBe('DONE');
  });
});

describe('a consent taken back', () => {
  const withdrawn = further(caseOf(aged(9)), [['2026-03-02 10:00', act('withdrawConsent')]]);

  it('stops what is told under it, and neither what protects nor a new consent', () => {
    expect(told(withdrawn, under(consent()))).toBe('CONSENT_WITHDRAWN');
    expect(told(withdrawn, act('recordDisclosure', { legalBasis: 'PROTECTION' }))).toBe('DONE');
    expect(told(withdrawn, under(consent({ givenAt: vn('2026-03-02 11:00') })))).toBe('DONE');
    expect(outcome(withdrawn, [at, act('applyEmergencyMeasure')])).toBe('DONE');
  });

  it('does not unsay what was told before', () => {
    const earlier = under(consent(), { happenedAt: vn('2026-03-02 09:30') });
    expect(told(withdrawn, earlier)).toBe('DONE');
  });

  it('counts from the last withdrawal, in whatever order they are written down', () => {
    const before = act('withdrawConsent', { happenedAt: vn('2026-03-02 08:30') });
    const twice = further(withdrawn, [['2026-03-02 11:00', before]]);
    expect(twice.state.consentWithdrawnAt).toBe(vn('2026-03-02 10:00'));
  });
});
