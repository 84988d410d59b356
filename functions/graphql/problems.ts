import type * as z from 'zod';
import type { UserError } from '#schema/generated.ts';

type Code = z.core.$ZodIssue['code'];

/** One text for each rule an input can break; the value itself is never repeated. */
const problemTexts: Readonly<Record<Exclude<Code, 'custom'>, string>> = {
  invalid_type: 'Another kind of value is needed here.',
  too_big: 'This is too long or too large.',
  too_small: 'This is too short, too small or empty.',
  invalid_format: 'This does not have the form described in the schema.',
  not_multiple_of: 'This does not have the form described in the schema.',
  unrecognized_keys: 'The schema has no such field.',
  invalid_union: 'Another kind of value is needed here.',
  invalid_key: 'The schema has no such field.',
  invalid_element: 'Another kind of value is needed here.',
  invalid_value: 'This is none of the values of the schema.',
};

/** How many problems are told at once. */
export const mostProblems = 50;

/** All problems of an input at once, each by its path. */
export function problemsOf(error: z.ZodError): readonly UserError[] {
  return error.issues
    .slice(0, mostProblems)
    .map((issue) => problem(issue.path.map(String), textOf(issue)));
}

/** A rule of our own has its own constant text; zod's texts may quote and are never used. */
function textOf(issue: z.core.$ZodIssue): string {
  return issue.code === 'custom' ? issue.message : problemTexts[issue.code];
}

/** An input that cannot be admitted. */
export function problem(field: readonly string[], message: string): UserError {
  return { code: 'INVALID_INPUT', field: [...field], message, currentVersion: null };
}
