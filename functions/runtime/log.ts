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
  requestId: 'string',
};

/** Writes one JSON line to standard error; a member that is not on the allow-list is left out, whatever passed it in. */
export function log(line: LogLine): void {
  const known = Object.entries(line).filter(
    ([name, value]) => typeof value === allowed[name as keyof Fields],
  );
  process.stderr.write(`${JSON.stringify(Object.fromEntries(known))}\n`);
}
