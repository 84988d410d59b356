import type { LogLine } from '#app/ports/world.ts';

type Fields = { readonly [Name in keyof Required<LogLine>]: 'string' | 'number' | 'boolean' };

// The allow-list of what may ever be logged, by name and by type.
const allowed: Fields = {
  event: 'string',
  alarm: 'boolean',
  caseId: 'string',
  code: 'string',
  count: 'number',
  lagSeconds: 'number',
  officer: 'string',
  requestId: 'string',
};

// A code or an id has no spaces and no letters with marks; a name or a sentence nearly always has.
const word = /^[\x21-\x7e]{1,200}$/;

function isKnown([name, value]: readonly [string, unknown]): boolean {
  if (!Object.hasOwn(allowed, name) || typeof value !== allowed[name as keyof Fields]) return false;
  return typeof value !== 'string' || word.test(value);
}

/** Writes one JSON line to standard error; a member that is not on the allow-list is left out, whatever passed it in. */
export function log(line: LogLine): void {
  const known = Object.entries(line).filter(isKnown);
  process.stderr.write(`${JSON.stringify(Object.fromEntries(known))}\n`);
}
