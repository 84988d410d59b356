/** A cell of a table may hold anything but what would end it. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

/** A table with one heading for each column. */
export function table(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(heading), row(heading.map(() => '---')), ...rows.map(row)].join('\n');
}

/** A heading and what stands under it. */
export function section(title: string, ...parts: readonly string[]): string {
  return [`## ${title}`, ...parts].join('\n\n');
}

/** A diagram in Mermaid's words. */
export function mermaid(lines: readonly string[]): string {
  return ['```mermaid', ...lines, '```'].join('\n');
}

/** An identifier as it stands in the code. */
export const code = (name: string): string => `\`${name}\``;

/** Several texts in one cell; a dash where there are none. */
export const listed = (texts: readonly string[]): string =>
  texts.length === 0 ? '–' : texts.join(', ');

/** `ReportReceived` and `receiveReport` as people write them. */
export const spoken = (name: string): string =>
  name.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter}`).toLowerCase();
