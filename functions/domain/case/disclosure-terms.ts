import type { Instant } from '../time.ts';
import type { FactOf } from './event.ts';

/** Who outside this system may be told of a case. */
export const disclosureRecipients = [
  'POLICE',
  'PROCURACY',
  'COURT',
  'AGENCY',
  'CLINIC',
  'SCHOOL',
  'LEGAL_AID',
  'PROVIDER',
  'PRESS',
  'RESEARCH',
  'OTHER',
] as const;
/** One of {@link disclosureRecipients}. */
export type DisclosureRecipient = (typeof disclosureRecipients)[number];

/** What allows a disclosure (Law on Children 2016 Art. 58.1đ, 100.1c; Decree 56/2017 Art. 28.5; Law 91/2025 Art. 24). */
export const disclosureBases = ['AUTHORITY_REQUEST', 'PROTECTION', 'PLAN', 'CONSENT'] as const;
/** One of {@link disclosureBases}. */
export type DisclosureBasis = (typeof disclosureBases)[number];

/** How secret whoever is told has to keep it (Decree 56/2017 Art. 24.3). */
export const secrecyLevels = ['INTERNAL', 'NAMED_PERSONS', 'STATE_SECRET'] as const;
/** One of {@link secrecyLevels}. */
export type SecrecyLevel = (typeof secrecyLevels)[number];

/** What a disclosure is for. */
export const disclosurePurposes = [
  'CHILD_PROTECTION',
  'PROCEEDINGS',
  'TREATMENT',
  'SUPPORT',
  'STUDY',
  'PUBLICATION',
] as const;
/** One of {@link disclosurePurposes}. */
export type DisclosurePurpose = (typeof disclosurePurposes)[number];

/** Whose consent a disclosure under consent needs (Law 91/2025 Art. 24). */
export const consentGivers = ['CHILD', 'REPRESENTATIVE'] as const;
/** One of {@link consentGivers}. */
export type ConsentGiver = (typeof consentGivers)[number];

/**
 * How many disclosures the state of a case holds, the last ones recorded; all of them stand in its events.
 *
 * @policy 0041
 */
export const mostDisclosures = 50;

/** Something told outside this system; who exactly was told is sealed. */
export type Disclosure = Pick<
  FactOf<'DisclosureRecorded'>,
  'recipient' | 'legalBasis' | 'secrecy' | 'purpose' | 'parts'
> & { readonly at: Instant };
