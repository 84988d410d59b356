import * as z from 'zod';
import type { ReportedChild } from '#domain/case/command.ts';
import { abuseCategories, channels, sexes, subjectGroups } from '#domain/classification.ts';
import type { ReceiveReportInput } from '#schema/generated.ts';
import { filed } from '../papers.ts';
import { type Ask, ask } from './ask.ts';
import { anyAct, dateTime, line, localDate, optional, text, unitCode } from './fields.ts';

const age = z.int().min(0).max(120);
const parent = z.strictObject({
  fullName: optional(line),
  age: optional(age),
  occupation: optional(line),
});

/** A child as it is told of. */
export const child = z.strictObject({
  sex: z.enum(sexes),
  bornOn: optional(localDate),
  estimatedAge: optional(age),
  fullName: optional(line),
  address: optional(text),
  father: optional(parent),
  mother: optional(parent),
});

type Told = z.output<typeof child>;

/** What of a child stays clear. */
export function clearOf({ sex, bornOn, estimatedAge }: Told): ReportedChild {
  return { sex, bornOn, estimatedAge };
}

/** What of a child is sealed. */
export function identityOf({ sex, ...identity }: Told): Omit<Told, 'sex'> {
  return identity;
}

const narrative = z.strictObject({
  incidentPlace: optional(text),
  currentCondition: optional(text),
  predictedConsequence: optional(text),
  familyCircumstances: optional(text),
  currentCarer: optional(text),
  priorActions: optional(text),
});

const informant = z.strictObject({
  name: optional(line),
  phone: optional(line),
  address: optional(text),
  note: optional(text),
});

const perpetrator = z.strictObject({
  fullName: optional(line),
  birthYear: optional(z.int().min(1900).max(2100)),
  relationToChild: optional(line),
  note: optional(text),
});

/** A report to take down on Form 01. */
export const receiveReport = z
  .strictObject({
    ...anyAct,
    receivedAt: dateTime,
    channel: z.enum(channels),
    subjectGroup: z.enum(subjectGroups),
    categories: z.array(z.enum(abuseCategories)).min(1).max(abuseCategories.length),
    incidentUnit: unitCode,
    residenceUnit: optional(unitCode),
    child,
    narrative: optional(narrative),
    informant: optional(informant),
    perpetrators: optional(z.array(perpetrator).max(50)),
  })
  .transform(({ child, narrative, informant, perpetrators, ...rest }) => {
    const { receivedAt, channel, subjectGroup, categories, incidentUnit, residenceUnit } = rest;
    return ask('receiveReport', rest, {
      ...{ receivedAt, channel, subjectGroup, categories, incidentUnit, residenceUnit },
      child: clearOf(child),
      papers: filed({
        IDENTITY: identityOf(child),
        NARRATIVE: narrative,
        INFORMANT: informant,
        PERPETRATOR: perpetrators,
      }),
    });
  }) satisfies z.ZodType<Ask<'receiveReport'>, ReceiveReportInput>;
