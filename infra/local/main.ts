import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { Temporal } from 'temporal-polyfill';
import { signIn } from './partner.ts';
import { openSandbox, type Sandbox, type SandboxOptions } from './sandbox.ts';
import { starterQuery } from './starter.ts';

const usage = `npm start -- [--data DIR] [--clock INSTANT] [--skip DURATION] [--units FILE.csv] [--empty]

  --data DIR       keep everything in a directory; without it nothing outlives the process
  --clock INSTANT  where the clock of an empty sandbox stands (2026-01-05T07:30+07:00)
  --skip DURATION  start as after a stop of this length (PT72H)
  --units FILE     import administrative units: code,level,name,full_name,parent_code
  --empty          no seeded cases in the fictional province

  PORT=4000        the port of the front door; 0 takes any free one`;

function readOptions() {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      clock: { type: 'string', default: '2026-01-05T07:30:00+07:00' },
      skip: { type: 'string', default: 'PT0S' },
      units: { type: 'string' },
      empty: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  return values;
}

type Values = ReturnType<typeof readOptions>;

function sandboxOptions(values: Values): SandboxOptions {
  return {
    port: Number(process.env['PORT'] ?? 4000),
    ...(values.data !== undefined && { dir: values.data }),
    clock: Temporal.Instant.from(values.clock).epochMilliseconds,
    skip: Temporal.Duration.from(values.skip).total('milliseconds'),
    seeded: !values.empty,
    onFault: (fault) => console.error(fault),
  };
}

async function importUnits({ origin }: Sandbox, file: string): Promise<void> {
  const administrator = await signIn(origin, 'ADMINISTRATOR');
  const csv = await readFile(file, 'utf8');
  const document = `mutation ($input: ImportUnitsInput!) {
    importUnits(input: $input) { added changed unchanged userErrors { code field message } }
  }`;
  const answer = await administrator.send<{ importUnits: ImportAnswer }>(document, {
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

Explorer: ${origin}/explorer    Roles: COMMUNE_WORKER COMMUNE_CHAIR COMMUNE_POLICE PROVINCE_SUPERVISOR HOTLINE_111 ANALYST ADMINISTRATOR
Machine clients (client_credentials, secret "<id>-secret"): hotline-intake, analytics
Ctrl-C stops it.`;
}

function stopOn(sandbox: Sandbox): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    void sandbox.close().then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

function explained(failure: unknown, port: number): string {
  const code = (failure as NodeJS.ErrnoException).code;
  if (code === 'EADDRINUSE') return `Port ${port} is taken. Choose another: PORT=4001 npm start`;
  return failure instanceof Error ? failure.message : String(failure);
}

async function main(): Promise<void> {
  const values = readOptions();
  if (values.help) return console.log(usage);
  const options = sandboxOptions(values);
  try {
    const sandbox = await openSandbox(options);
    stopOn(sandbox);
    if (values.units !== undefined) await importUnits(sandbox, values.units);
    console.log(`ready ${sandbox.origin}`);
    console.log(howTo(sandbox));
  } catch (failure) {
    console.error(explained(failure, options.port));
    process.exit(1);
  }
}

await main();
