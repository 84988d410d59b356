import { parseArgs } from 'node:util';
import { type Calculation, calculate } from '#domain/calculation.ts';
import { nation } from '#domain/directory.ts';
import { isRefusal, refusals } from '#domain/refusal.ts';
import { deadlineCalculation } from '#graphql/inputs/calculation.ts';
import { unitCode } from '#graphql/inputs/fields.ts';
import { problemsOf } from '#graphql/problems.ts';
import { versions } from '#runtime/world.ts';
import { calculationPage, languages } from './calculation-page.ts';

const usage = `npm run calculate -- D07 --from 2026-02-12T09:00+07:00
npm run calculate -- 5 WORKING_DAYS --from 2026-02-12T09:00+07:00

  Counts a time limit, or a span of your own, as it is counted for a case: by the procedures and the
  calendar that come with this code, without a server.

  --from INSTANT        when the clock starts, with its offset
  --unit CODE           the unit whose procedure and calendar hold; else those of the whole country
  --province CODE       the province above that unit
  --procedure ID        a version of the procedure; else the one in force there on that day
  --count N             days an isolation may still last (D13) or is ordered for (D14); months from
                        the hand-over of the child to a follow-up (D15 to D17)
  --named-day DAY       the day the record names (D10, D11, D14, P06)
  --pause FROM/UNTIL    a time during which the clock stood still; may be repeated
  --extra N             units granted beyond the span
  --rolls yes|no        days and months: whether a last day nobody works gives way to the next (yes)
  --lang vi|en          vi`;

const option = { type: 'string' } as const;
const options = {
  from: option,
  unit: option,
  province: option,
  procedure: option,
  count: option,
  'named-day': option,
  pause: { type: 'string', multiple: true, default: [] as string[] },
  extra: option,
  rolls: { type: 'string', default: 'yes' },
  lang: { type: 'string', default: 'vi' },
  help: { type: 'boolean', default: false },
} as const;

type Given = ReturnType<typeof read>;

function read() {
  return parseArgs({ options, allowPositionals: true });
}

/** What is wrong with the arguments, a line for each; what was given is never quoted. */
class Misused extends Error {}

/** The arguments as the API would be given them, so that both are admitted by the same rules. */
function askedBy({ positionals, values }: Given) {
  const [first = '', second] = positionals;
  const number = (text: string | undefined) => (text === undefined ? null : Number(text));
  return {
    ...(second === undefined
      ? { rule: first.toUpperCase() }
      : {
          span: { count: Number(first), unit: second.toUpperCase(), rolls: values.rolls === 'yes' },
        }),
    from: values.from ?? '',
    unit: values.unit ?? null,
    procedure: values.procedure ?? null,
    count: number(values.count),
    namedDay: values['named-day'] ?? null,
    pauses: values.pause.map((pause) => {
      const [from = '', until = ''] = pause.split('/');
      return { from, until };
    }),
    extra: number(values.extra),
  };
}

const optionNames: Readonly<Record<string, string>> = {
  rule: 'the limit',
  span: 'the span',
  namedDay: '--named-day',
  pauses: '--pause',
};

function complaint(field: readonly string[] | null | undefined, message: string): string {
  const [name = ''] = field ?? [];
  return `${optionNames[name] ?? `--${name}`}: ${message}`;
}

async function answer(given: Given): Promise<Calculation> {
  const admitted = deadlineCalculation.safeParse(askedBy(given));
  const lines = admitted.success
    ? []
    : problemsOf(admitted.error).map(({ field, message }) => complaint(field, message));
  const { province = nation } = given.values;
  if (!unitCode.safeParse(province).success)
    lines.push(complaint(['province'], 'This is no code of a unit.'));
  if (!admitted.success || lines.length > 0) throw new Misused(lines.join('\n'));
  const { inquiry, unit } = admitted.data;
  const territory = [...new Set([unit ?? nation, province, nation])];
  const [procedures, calendar] = await Promise.all([versions.procedures(), versions.calendar()]);
  const found = calculate({ ...inquiry, territory }, { procedures, calendar, ladders: [] });
  if (isRefusal(found)) throw new Misused(complaint(found.field, refusals[found.refused]));
  return found;
}

async function main(): Promise<void> {
  const given = read();
  if (given.values.help) return console.log(usage);
  const language = languages.find((each) => each === given.values.lang);
  if (language === undefined) throw new Misused(complaint(['lang'], 'Say vi or en.'));
  if (!/^(yes|no)$/.test(given.values.rolls)) throw new Misused('--rolls: Say yes or no.');
  if (given.positionals.length === 0 || given.positionals.length > 2) throw new Misused(usage);
  console.log(calculationPage(await answer(given), language));
}

/** Whether it is the fault of whoever typed the command: an option unknown or without its value. */
function isMisuse(failure: unknown): boolean {
  return (
    failure instanceof Misused ||
    String((failure as { code?: string }).code).startsWith('ERR_PARSE_ARGS')
  );
}

try {
  await main();
} catch (failure) {
  if (!isMisuse(failure)) throw failure;
  console.error(failure instanceof Misused ? failure.message : usage);
  process.exitCode = 2;
}
