/** The properties of an event by name, without their parameters and with escapes undone. */
export type EventSeen = Readonly<Record<string, string>>;

/** Lines as they were before folding (RFC 5545, 3.1). */
export function unfolded(text: string): readonly string[] {
  return text
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .filter((line) => line !== '');
}

/** The events of a calendar in their order. */
export function eventsIn(text: string): readonly EventSeen[] {
  const blocks = unfolded(text).join('\n').split('BEGIN:VEVENT\n').slice(1);
  return blocks.map((block) => {
    const lines = (block.split('\nEND:VEVENT')[0] ?? '').split('\n');
    return Object.fromEntries(lines.map(property));
  });
}

function property(line: string): readonly [string, string] {
  const colon = line.indexOf(':');
  const name = line.slice(0, colon).split(';')[0] ?? '';
  return [name, plain(line.slice(colon + 1))];
}

function plain(value: string): string {
  return value.replaceAll(/\\([\\;,nN])/g, (_, sign) => (/[nN]/.test(sign) ? '\n' : sign));
}
