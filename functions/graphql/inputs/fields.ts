import * as z from 'zod';
import { instant, type PlainDate, plainDate } from '#domain/time.ts';
import { filed } from '../papers.ts';

// Line breaks and tabs belong to a text; other control characters only ever harm whoever reads it, and so do
// those that turn the direction of writing or cannot be seen: two names look like one.
// Two of the kind join what is one picture, and stay.
const controls = /[\p{Cc}\u2028\u2029\u115f\u1160\u3164\uffa0]|(?![\u200c\u200d])\p{Cf}/u;
const isClean = (text: string): boolean =>
  text.isWellFormed() && !controls.test(text.replaceAll(/[\n\r\t]/g, ''));
const isCleanLine = (text: string): boolean => text.isWellFormed() && !controls.test(text);

/** Said of a text with characters that are not for keeping. */
export const unkept = 'Some of its characters cannot be kept.';

/** A text of several lines. */
export const text = z.string().min(1).max(8_000).refine(isClean, unkept);

/** A name, a telephone number or another text of one line. */
export const line = z.string().min(1).max(200).refine(isCleanLine, unkept);

/** The same or nothing; an absent member and a null one mean the same. */
export function optional<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullish().transform((value): z.output<Schema> | null => value ?? null);
}

function read<Read>(reader: (text: string) => Read) {
  return (written: string, context: z.RefinementCtx<string>): Read => {
    try {
      return reader(written);
    } catch {
      context.addIssue({ code: 'custom', message: 'There is no such day or instant.' });
      return z.NEVER;
    }
  };
}

/** An instant at any offset. */
export const dateTime = z.string().max(40).transform(read(instant));

// What follows a day is counted from it, and counting ends with the year 9999.
const isNear = (day: PlainDate): boolean => day >= '1900-01-01' && day <= '2100-12-31';

/** A day that exists and that people speak of. */
export const localDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .transform(read(plainDate))
  .refine(isNear, 'Only days of the years 1900 to 2100 are taken.');

/** Code of a unit: the country, a province or a commune. */
export const unitCode = z.string().regex(/^(VN|\d{2}|\d{5})$/);

/** An opaque id, as it was once answered. */
export const id = z.string().regex(/^[\x21-\x7e]{1,200}$/);

/** A key of the caller's choice for one request. */
export const idempotencyKey = z.string().regex(/^[\x21-\x7e]{16,255}$/);

/** What every act carries. */
export const anyAct = { idempotencyKey, happenedAt: optional(dateTime) };

/** What an act carries that changes nothing others decide on. */
export const sideAct = { ...anyAct, caseId: id, knownAt: optional(dateTime) };

/** What every other act on a case carries. */
export const caseAct = { ...sideAct, expectedVersion: z.int().min(1) };

/**
 * Number of an official document; no text about a person fits into it: there is a figure in it, and never as
 * many in a row as numbers of telephones and of people have.
 */
export const documentNumber = z
  .string()
  .regex(/^(?=.*\d)(?!.*\d{9})[\dA-Za-zĐđƯưƠơ][\dA-Za-zĐđƯưƠơ ./-]{0,63}$/);

/** A reason in words, as the note it is sealed as. */
export function noted(words: string | null) {
  return filed({ NOTE: words === null ? null : { text: words } });
}

const unlikeE164 = 'Write the number with its country, as +84 and nine digits more.';

/** A telephone number as E.164 writes it. */
export const phone = z.string().regex(/^\+[1-9]\d{7,14}$/, unlikeE164);
