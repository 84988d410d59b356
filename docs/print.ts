import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { clearPage } from './clear-attributes.ts';
import { procedurePage } from './procedures.ts';

const here = new URL('.', import.meta.url);
const records = readdirSync(new URL('decisions/', here));

function policyLink(number: string): string {
  const file = records.find((name) => name.startsWith(`${number}-`));
  if (file === undefined) throw new Error(`Policy ${number} has no record in docs/decisions`);
  return `[${number}](decisions/${file})`;
}

const pages = {
  'procedures.md': procedurePage(policyLink),
  'clear-attributes.md': clearPage(),
};

for (const [name, printed] of Object.entries(pages)) {
  const page = new URL(name, here);
  if (!process.argv.includes('--check')) {
    writeFileSync(page, printed);
  } else if (printed !== readFileSync(page, 'utf8')) {
    process.stderr.write(`docs/${name} is not what the code says: run npm run docs\n`);
    process.exitCode = 1;
  }
}
