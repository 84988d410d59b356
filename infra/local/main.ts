import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { Temporal } from 'temporal-polyfill';
import { signIn } from './partner.ts';
import { openSandbox, type Sandbox, type SandboxOptions } from './sandbox.ts';
import { starterQuery } from './starter.ts';

const usage = `npm start -- [--data DIR] [--clock INSTANT] [--skip DURATION] [--units FILE.csv] [--empty] [--canary]

  --data DIR       keep everything in a directory; without it nothing outlives the process
  --clock INSTANT  where the clock of an empty sandbox stands (2026-01-05T07:30+07:00)
  --skip DURATION  start as after a stop of this length (PT72H)
  --units FILE     import administrative units: code,level,name,full_name,parent_code
  --empty          no seeded cases in the fictional province
  --canary         try the way of alarms every quarter of an hour, while the clock runs

  PORT=4000        the port of the front door; 0 takes any free one`;

function readOptions() {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      clock: { type: 'string', default: '2026-01-05T07:30:00+07:00' },
      skip: { type: 'string', default: 'PT0S' },
      units: { type: 'string' },
      empty: { type: 'boolean', default: false },
      canary: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  return values;
}

type Values = ReturnType<typeof readOptions>;

const clockWanted =
  '--clock must be an instant of the years 2018 to 2100 with its offset, such as 2026-01-05T07:30+07:00';
const skipWanted = '--skip must be a duration of days, hours and minutes, such as PT72H';

/** What an option is read as; an option that cannot be read is explained and never quoted. */
function wanted<Given, Read>(
  text: string,
  given: Given,
  read: (given: Given) => Read | undefined,
): Read {
  try {
    const found = read(given);
    if (found !== undefined) return found;
  } catch {
    // Explained below like everything else that cannot be read.
  }
  throw new Error(text);
}

// The made-up province exists from 2017-07-01 on, and its cases lie two weeks back.
const firstClock = Date.UTC(2018, 0);
const lastClock = Date.UTC(2101, 0);

function clockOf(text: string): number | undefined {
  const at = Temporal.Instant.from(text).epochMilliseconds;
  return at >= firstClock && at < lastClock ? at : undefined;
}

function skipOf(text: string): number | undefined {
  const milliseconds = Temporal.Duration.from(text).total('milliseconds');
  return milliseconds >= 0 ? milliseconds : undefined;
}

function sandboxOptions(values: Values): SandboxOptions {
  const port = Number(process.env['PORT'] ?? 4000);
  return {
    port: wanted('PORT must be a number from 0 to 65535', port, (given) =>
      /^\d{1,5}$/.test(String(given)) && given < 65_536 ? given : undefined,
    ),
    ...(values.data !== undefined && { dir: values.data }),
    clock: wanted(clockWanted, values.clock, clockOf),
    skip: wanted(skipWanted, values.skip, skipOf),
    seeded: !values.empty,
    canary: values.canary,
    onFault: (fault) => console.error(fault),
  };
}

async function importUnits({ origin }: Sandbox, file: string): Promise<void> {
  const administrator = await signIn(origin, 'ADMINISTRATOR');
  const csv = await readFile(file, 'utf8');
  const document = `mutation ($input: ImportUnitsInput!) {
    importUnits(input: $input) { added changed unchanged userErrors { code field message } }
  }`;
  const answer = await administrator.administer<{ importUnits: ImportAnswer }>(document, {
    input: { csv },
  });
  const [wrong] = answer.importUnits.userErrors;
  if (wrong !== undefined) throw new Error(`${file}: ${wrong.message} (${wrong.code})`);
  const { added, changed, unchanged } = answer.importUnits;
  console.log(`units: ${added} added, ${changed} changed, ${unchanged} unchanged`);
}

type ImportAnswer = {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
};

function howTo({ origin, now }: Sandbox): string {
  const query = JSON.stringify({ query: starterQuery.replaceAll(/\s+/g, ' ') });
  return `
The sandbox clock stands at ${new Date(now()).toISOString()}. All children here are made up.

A token for a worker of the fictional commune 99001:

  TOKEN=$(curl -s ${origin}/oauth/token -d '{"role":"COMMUNE_WORKER","unitCode":"99001"}' | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')

A first query:

  curl -s ${origin}/graphql -H "authorization: Bearer $TOKEN" -H 'content-type: application/json' -d '${query}'

Let twelve hours pass, and read the mail that follows:

  curl -s ${origin}/sandbox/clock -d '{"advance":"PT12H"}'; echo; echo ${origin}/mail

Explorer: ${origin}/explorer    Roles: COMMUNE_WORKER COMMUNE_CHAIR COMMUNE_POLICE COMMUNE_MASS_ORGANISATION PROVINCE_SUPERVISOR PROVINCE_CHAIR MINISTRY_SUPERVISOR HOTLINE_111 ANALYST ADMINISTRATOR
Machine clients (client_credentials, secret "<id>-secret"): hotline-intake, analytics
Ctrl-C stops it.`;
}

function stopOn(opening: Promise<Sandbox>): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    // A start cut short would leave its directory behind, so it is let to its end first.
    const closed = opening.then(({ close }) => close()).catch(console.error);
    void closed.then(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
}

function explained(failure: unknown): string {
  const { code, port } = failure as NodeJS.ErrnoException & { readonly port?: number };
  if (code === 'EADDRINUSE') return `Port ${port} is taken. Choose another: PORT=4001 npm start`;
  const message = failure instanceof Error ? failure.message : String(failure);
  return code?.startsWith('ERR_PARSE_ARGS') ? `${message}\n\n${usage}` : message;
}

async function run(values: Values): Promise<void> {
  const opening = openSandbox(sandboxOptions(values));
  stopOn(opening);
  const sandbox = await opening;
  try {
    if (values.units !== undefined) await importUnits(sandbox, values.units);
  } catch (failure) {
    await sandbox.close();
    throw failure;
  }
  console.log(`ready ${sandbox.origin}`);
  console.log(howTo(sandbox));
}

async function main(): Promise<void> {
  try {
    const values = readOptions();
    if (values.help) return console.log(usage);
    await run(values);
  } catch (failure) {
    console.error(explained(failure));
    process.exit(1);
  }
}

await main();
