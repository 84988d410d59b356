import { type RefusalCode, refuse } from '../refusal.ts';
import { type Instant, localDate, plusMonths } from '../time.ts';
import type { Case } from './case.ts';
import type { DisclosureConsent } from './command.ts';
import { type Decider, dated } from './decider.ts';
import { paperRefs } from './paper.ts';

/**
 * Something of the case was told to somebody outside this system; who exactly is sealed.
 *
 * What the procedure itself needs is told without consent. Under consent nothing is told without that of the
 * representative and, from seven years on, of the child.
 *
 * @law Law on Children 2016 Art. 6.11; ND56/2017 Art. 24.3; Law 91/2025/QH15 Art. 24
 * @refuses CONSENT_MISSING, CONSENT_WITHDRAWN
 */
export const recordDisclosure: Decider<'recordDisclosure'> = (state, command, moment) => {
  const { recipient, legalBasis, secrecy, purpose, parts, consent } = command;
  const when = dated(command, moment);
  const refusal = legalBasis === 'CONSENT' ? consentRefusal(state, consent, when.about) : undefined;
  if (refusal !== undefined) return refuse(refusal, ['consent']);
  const papers = paperRefs(state, command.papers);
  return [
    {
      type: 'DisclosureRecorded',
      ...when,
      ...{ recipient, legalBasis, secrecy, purpose, parts, papers },
      consentGivenAt: legalBasis === 'CONSENT' ? (consent?.givenAt ?? null) : null,
    },
  ];
};

/**
 * Consent to disclosures is taken back. It stops those under consent; protection goes on without any.
 *
 * @law Law 91/2025/QH15 Art. 24
 */
export const withdrawConsent: Decider<'withdrawConsent'> = (_state, command, moment) => [
  { type: 'ConsentWithdrawn', ...dated(command, moment), by: command.by },
];

function consentRefusal(
  state: Case,
  consent: DisclosureConsent | null,
  at: Instant,
): RefusalCode | undefined {
  if (consent === null || consent.givenAt > at || !isWhole(consent, state, at))
    return 'CONSENT_MISSING';
  const withdrawn = state.consentWithdrawnAt;
  if (withdrawn === undefined || withdrawn > at) return undefined;
  return consent.givenAt <= withdrawn ? 'CONSENT_WITHDRAWN' : undefined;
}

function isWhole({ child, representative }: DisclosureConsent, state: Case, at: Instant): boolean {
  return representative && (child || !mayBeSeven(state, at));
}

const monthsFromSevenToSixteen = 9 * 12;

/** Whether the child is seven, or may be: from the first day of the month of its seventh birthday on. */
function mayBeSeven({ sixteenFrom, profile }: Case, at: Instant): boolean {
  if (sixteenFrom === null) return profile.ageGroup !== '0-5';
  return localDate(at) >= plusMonths(sixteenFrom, -monthsFromSevenToSixteen);
}
