import * as z from 'zod';
import type { PaperKind } from '#domain/case/terms.ts';
import { plainDate } from '#domain/time.ts';

// A member that an older paper does not have reads as one that was left empty.
const words = z.string().nullable().default(null);
const whole = z.number().nullable().default(null);
const parent = z.object({ fullName: words, age: whole, occupation: words });

/** How high a risk or an ability is rated, highest first. */
export const levels = ['HIGH', 'MEDIUM', 'LOW'] as const;

const questionnaire = z.object({
  edition: z.string(),
  items: z.array(z.object({ item: z.string(), level: z.enum(levels), note: words })),
  conclusion: words,
});

/** What the sealed papers hold, written and read through these shapes only. */
export const papers = {
  IDENTITY: z.object({
    fullName: words,
    bornOn: z.string().transform(plainDate).nullable().default(null),
    estimatedAge: whole,
    address: words,
    father: parent.nullable().default(null),
    mother: parent.nullable().default(null),
  }),
  NARRATIVE: z.object({
    incidentPlace: words,
    currentCondition: words,
    predictedConsequence: words,
    familyCircumstances: words,
    currentCarer: words,
    priorActions: words,
  }),
  INFORMANT: z.object({ name: words, phone: words, address: words, note: words }),
  PERPETRATOR: z.array(
    z.object({ fullName: words, birthYear: whole, relationToChild: words, note: words }),
  ),
  FORM02: questionnaire,
  FORM03: questionnaire,
  MINUTES: z.object({ participants: z.array(z.string()), text: z.string() }),
  FORM04: z.object({
    goals: words,
    items: z.array(
      z.object({ id: z.string(), service: words, responsible: words, provider: words }),
    ),
  }),
  FORM05: z.object({ signer: words, text: words }),
  FORM06: questionnaire,
  FORM07: z.object({ isolatedFrom: z.array(z.string()), placedWith: words, note: words }),
  MEASURE: z.object({ text: z.string() }),
  CARE: z.object({ carer: words, address: words, phone: words, note: words }),
  FOLLOW_UP: z.object({ text: z.string() }),
  NOTE: z.object({ text: z.string() }),
  DISCLOSURE: z.object({ recipient: z.string() }),
  OVERSIGHT: z.object({ text: z.string() }),
} as const satisfies Record<PaperKind, z.ZodType>;

/** A paper as it is written. */
export type Written<Kind extends PaperKind> = z.input<(typeof papers)[Kind]>;

/** A paper as it is read. */
export type Read<Kind extends PaperKind> = z.output<(typeof papers)[Kind]>;

/** A filled form that rates items. */
export type FilledForm = z.output<typeof questionnaire>;

type Wish = { readonly [Kind in PaperKind]?: Written<Kind> | null };

/** The papers that have something in them. */
export function filed(wish: Wish): { readonly [Kind in PaperKind]?: Written<Kind> } {
  return Object.fromEntries(Object.entries(wish).filter(([, paper]) => paper != null));
}
