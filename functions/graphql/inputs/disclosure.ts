import * as z from 'zod';
import {
  consentGivers,
  disclosureBases,
  disclosurePurposes,
  disclosureRecipients,
  secrecyLevels,
} from '#domain/case/disclosure-terms.ts';
import { fieldClasses } from '#domain/permission.ts';
import type { RecordDisclosureInput, WithdrawConsentInput } from '#schema/generated.ts';
import { type Ask, ask } from './ask.ts';
import { dateTime, line, optional, sideAct } from './fields.ts';

const consent = z.strictObject({
  child: z.boolean(),
  representative: z.boolean(),
  givenAt: dateTime,
});

/** Something told outside this system. */
export const recordDisclosure = z
  .strictObject({
    ...sideAct,
    recipient: z.enum(disclosureRecipients),
    recipientName: line,
    legalBasis: z.enum(disclosureBases),
    secrecy: z.enum(secrecyLevels),
    purpose: z.enum(disclosurePurposes),
    parts: z.array(z.enum(fieldClasses)).min(1).max(fieldClasses.length),
    consent: optional(consent),
  })
  .transform(
    ({ recipient, recipientName, legalBasis, secrecy, purpose, parts, consent, ...head }) =>
      ask('recordDisclosure', head, {
        ...{ recipient, legalBasis, secrecy, purpose, parts, consent },
        papers: { DISCLOSURE: { recipient: recipientName } },
      }),
  ) satisfies z.ZodType<Ask<'recordDisclosure'>, RecordDisclosureInput>;

/** Consent taken back. */
export const withdrawConsent = z
  .strictObject({ ...sideAct, by: z.enum(consentGivers) })
  .transform(({ by, ...head }) => ask('withdrawConsent', head, { by })) satisfies z.ZodType<
  Ask<'withdrawConsent'>,
  WithdrawConsentInput
>;
