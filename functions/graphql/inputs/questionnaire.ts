import * as z from 'zod';
import { levels } from '../papers.ts';
import { line, optional, text } from './fields.ts';

const item = z.strictObject({ item: line, level: z.enum(levels), note: optional(text) });

/** A filled form that rates items. */
export const questionnaire = z.strictObject({
  edition: line,
  items: z.array(item).min(1).max(50),
  conclusion: optional(text),
});
