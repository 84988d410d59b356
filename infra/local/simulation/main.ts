import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { vietnam } from '#domain/calendars/vietnam.ts';
import { plainDate, plusDays } from '#domain/time.ts';
import { dateAt } from './local-time.ts';
import { reportOf, zeros } from './report.ts';
import { simulateSideBySide } from './side-by-side.ts';
import type { Progress, Wish } from './simulation.ts';

const usage = `npm run simulate -- --year 2026 --cases 2000 [--units FILE.csv] [--seed N]

  Lives a made-up year through on a sandbox: reports come in, offices act in time, late or not at all, the
  clock ticks, and at the end everything is read again and recounted. It ends with 1 when a figure that
  must be 0 is not.

  --year YEAR    the year (2026); its working calendar and that of the next must have been reviewed
  --cases N      how many incidents, of one child or several (300)
  --units FILE   administrative units: code,level,name,full_name,parent_code; made-up ones without it
  --seed N       another seed is another year (1)
  --sandboxes N  over how many sandboxes the provinces are spread, each in a thread of its own (one a core,
                 at most 4); with 1 the whole country is on one clock and in one release`;

function readOptions() {
  const text = (value: string) => ({ type: 'string', default: value }) as const;
  const { values } = parseArgs({
    options: {
      year: text('2026'),
      cases: text('300'),
      seed: text('1'),
      units: { type: 'string' },
      sandboxes: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  return values;
}

type Values = ReturnType<typeof readOptions>;

// Reports that are received in the last days settle for ten days, and are released in the night after.
const settlingDays = 11;

function wishOf({ year, cases, seed, units }: Values): Wish {
  const isReviewed = [Number(year), Number(year) + 1].every((each) => vietnam.years.includes(each));
  if (!isReviewed)
    throw new Error('--year must be one whose working calendar, and the next, have been reviewed');
  if (!/^[1-9]\d{0,5}$/.test(cases)) throw new Error('--cases must be a number from 1 to 999999');
  const until = plainDate(`${Number(year) + 1}-01-01`);
  return {
    cases: Number(cases),
    seed,
    from: plainDate(`${year}-01-01`),
    until,
    end: plusDays(until, settlingDays),
    ...(units !== undefined && { units }),
    onProgress: monthly(Number(cases)),
  };
}

const mostSandboxes = 4;

function sandboxesOf({ sandboxes }: Values): number {
  if (sandboxes === undefined) return Math.min(availableParallelism(), mostSandboxes);
  if (!/^[1-9]$/.test(sandboxes)) throw new Error('--sandboxes must be a number from 1 to 9');
  return Number(sandboxes);
}

/** Says once a simulated month how far it has come. */
function monthly(cases: number): (progress: Progress) => void {
  const begun = Date.now();
  let said = '';
  return ({ at, reports, acts }) => {
    const month = dateAt(at).slice(0, 7);
    if (month <= said) return;
    said = month;
    const seconds = ((Date.now() - begun) / 1000).toFixed(0);
    console.log(`${month}  ${reports} children of ${cases} incidents, ${acts} acts, ${seconds} s`);
  };
}

async function main(): Promise<void> {
  const begun = Date.now();
  try {
    const values = readOptions();
    if (values.help) return console.log(usage);
    const sandboxes = sandboxesOf(values);
    const figures = await simulateSideBySide(wishOf(values), sandboxes);
    for (const line of reportOf(figures, (Date.now() - begun) / 1000)) console.log(line);
    console.log(`lived through on ${sandboxes === 1 ? 'one sandbox' : `${sandboxes} sandboxes`}`);
    process.exitCode = zeros(figures).every(({ count }) => count === 0) ? 0 : 1;
  } catch (failure) {
    console.error(failure instanceof Error ? failure.message : failure);
    process.exitCode = 1;
  }
}

await main();
