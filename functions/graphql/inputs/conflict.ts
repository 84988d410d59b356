import * as z from 'zod';
import { conflictGrounds } from '#domain/case/oversight.ts';
import type { DeclareConflictInput, LiftConflictInput } from '#schema/generated.ts';
import { filed } from '../papers.ts';
import { type Ask, ask } from './ask.ts';
import { id, optional, sideAct, text, unitCode } from './fields.ts';

/** A reason in words, as the paper it is sealed as. */
export function reasoned(words: string | null) {
  return filed({ OVERSIGHT: words === null ? null : { text: words } });
}

/** A conflict of interest. */
export const declareConflict = z
  .strictObject({
    ...sideAct,
    officer: optional(id),
    unit: optional(unitCode),
    post: optional(id),
    agency: optional(id),
    ground: z.enum(conflictGrounds),
    note: optional(text),
  })
  .refine(({ officer, unit }) => (officer === null) !== (unit === null), {
    path: ['officer'],
    error: 'Name either an officer or a unit.',
  })
  .refine(({ unit, post, agency }) => unit !== null || (post === null && agency === null), {
    path: ['unit'],
    error: 'A post or an agency is named with its unit.',
  })
  .refine(({ post, agency }) => post === null || agency === null, {
    path: ['post'],
    error: 'Name one of post and agency.',
  })
  .transform(({ officer, unit, post, agency, ground, note, ...rest }) =>
    ask('declareConflict', rest, { officer, unit, post, agency, ground, papers: reasoned(note) }),
  ) satisfies z.ZodType<Ask<'declareConflict'>, DeclareConflictInput>;

/** The end of an exclusion. */
export const liftConflict = z
  .strictObject({ ...sideAct, exclusion: id, reason: text })
  .transform(({ exclusion, reason, ...rest }) =>
    ask('liftConflict', rest, { exclusion, papers: reasoned(reason) }),
  ) satisfies z.ZodType<Ask<'liftConflict'>, LiftConflictInput>;
