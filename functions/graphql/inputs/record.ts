import * as z from 'zod';
import type { AcknowledgeInput, AddNoteInput } from '#schema/generated.ts';
import { type Ask, ask } from './ask.ts';
import { id, sideAct, text } from './fields.ts';

/** A deadline was seen. */
export const acknowledge = z
  .strictObject({ ...sideAct, deadline: id })
  .transform(({ deadline, ...head }) => ask('acknowledge', head, { deadline })) satisfies z.ZodType<
  Ask<'acknowledge'>,
  AcknowledgeInput
>;

/** A note to the record. */
export const addNote = z
  .strictObject({ ...sideAct, text })
  .transform(({ text: noted, ...head }) =>
    ask('addNote', head, { papers: { NOTE: { text: noted } } }),
  ) satisfies z.ZodType<Ask<'addNote'>, AddNoteInput>;
