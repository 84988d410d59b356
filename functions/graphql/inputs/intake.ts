import * as z from 'zod';
import type { ReportedChild } from '#domain/case/command.ts';
import { correctionReasons } from '#domain/case/terms.ts';
import { abuseCategories, channels, sexes, subjectGroups } from '#domain/classification.ts';
import type { AddReportInput, CorrectReceiptInput, ReceiveReportInput } from '#schema/generated.ts';
import { filed } from '../papers.ts';
import { type Ask, ask } from './ask.ts';
import {
  anyAct,
  caseAct,
  dateTime,
  line,
  localDate,
  optional,
  sideAct,
  text,
  unitCode,
} from './fields.ts';

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

// More than an incident may concern is for the domain to refuse; this only bounds the work.
const otherChildren = optional(z.array(child).max(50));

/** What a report says of the incident, whichever child it is about. */
const told = {
  receivedAt: dateTime,
  channel: z.enum(channels),
  narrative: optional(narrative),
  informant: optional(informant),
  perpetrators: optional(z.array(perpetrator).max(50)),
  otherChildren,
};

type Report = {
  readonly [Part in 'narrative' | 'informant' | 'perpetrators']: z.output<(typeof told)[Part]>;
};

function papersOf({ narrative, informant, perpetrators }: Report) {
  return { NARRATIVE: narrative, INFORMANT: informant, PERPETRATOR: perpetrators };
}

function others(children: readonly Told[] | null) {
  return (children ?? []).map((each) => ({
    ...clearOf(each),
    papers: filed({ IDENTITY: identityOf(each) }),
  }));
}

/** A report to take down on Form 01. */
export const receiveReport = z
  .strictObject({
    ...anyAct,
    ...told,
    subjectGroup: z.enum(subjectGroups),
    categories: z.array(z.enum(abuseCategories)).min(1).max(abuseCategories.length),
    incidentUnit: unitCode,
    residenceUnit: optional(unitCode),
    child,
  })
  .transform(({ child, ...rest }) => {
    const { receivedAt, channel, subjectGroup, categories, incidentUnit, residenceUnit } = rest;
    return ask('receiveReport', rest, {
      ...{ receivedAt, channel, subjectGroup, categories, incidentUnit, residenceUnit },
      child: clearOf(child),
      otherChildren: others(rest.otherChildren),
      papers: filed({ IDENTITY: identityOf(child), ...papersOf(rest) }),
    });
  }) satisfies z.ZodType<Ask<'receiveReport'>, ReceiveReportInput>;

/** Another report of the same incident. */
export const addReport = z.strictObject({ ...sideAct, ...told }).transform((said) => {
  const { receivedAt, channel, otherChildren } = said;
  const papers = filed(papersOf(said));
  return ask('addReport', said, {
    ...{ receivedAt, channel, papers },
    otherChildren: others(otherChildren),
  });
}) satisfies z.ZodType<Ask<'addReport'>, AddReportInput>;

/** When a report was received, as it is known better. */
export const correctReceipt = z
  .strictObject({
    ...caseAct,
    report: z.int().min(1),
    receivedAt: dateTime,
    reason: z.enum(correctionReasons),
  })
  .transform(({ report, receivedAt, reason, ...head }) =>
    ask('correctReceipt', head, { report, receivedAt, reason }),
  ) satisfies z.ZodType<Ask<'correctReceipt'>, CorrectReceiptInput>;
