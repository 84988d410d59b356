/** A plain JSON value; a member that is `undefined` counts as absent. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [member: string]: Json | undefined };

/**
 * Equal values have one text: members sorted by UTF-16 code unit, no white space, numbers and
 * escapes as in RFC 8785. Strings are never normalised: what was typed is what is written.
 *
 * Throws a TypeError for whatever JSON cannot carry, and names the kind, never the value.
 */
export function canonical(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') return finite(value);
  if (Array.isArray(value)) return `[${Array.from(value, (each) => canonical(each)).join(',')}]`;
  if (isPlainObject(value)) return `{${members(value).join(',')}}`;
  return refuse(typeof value);
}

function quoted(text: string): string {
  // Half a surrogate pair has no UTF-8 form, so a store would hand back another text than it got.
  return text.isWellFormed() ? JSON.stringify(text) : refuse('string with half a surrogate pair');
}

function finite(number: number): string {
  return Number.isFinite(number) ? JSON.stringify(number) : refuse('number that is not finite');
}

function isPlainObject(value: unknown): value is { readonly [member: string]: Json | undefined } {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function members(value: { readonly [member: string]: Json | undefined }): string[] {
  return Object.keys(value)
    .sort()
    .flatMap((name) => {
      const member = value[name];
      return member === undefined ? [] : [`${quoted(name)}:${canonical(member)}`];
    });
}

function refuse(kind: string): never {
  throw new TypeError(`no canonical form: ${kind}`);
}
