import type { RuleId } from '#domain/procedure.ts';
import { decree56 } from '#domain/procedures/decree-56-2017.ts';
import { oneMore } from './book.ts';
import type { Happening } from './caseload.ts';
import { hourAt } from './local-time.ts';
import type { Lived } from './simulation.ts';

/** A figure that must be 0, and where it is not. */
export type Zero = { readonly what: string; readonly count: number; readonly where: readonly string[] };

/** Everything of a simulated year that must be 0. */
export function zeros(lived: Lived): readonly Zero[] {
  const { inspection, telling, book, faults } = lived;
  const surprises = [...book.surprises()].map(([what, times]) => `${what} (${times})`);
  const listed = (what: string, where: readonly string[]) => ({ what, count: where.length, where });
  const counted = (what: string, count: number) => ({ what, count, where: [] });
  return [
    listed('late detections', inspection.late),
    counted('duplicate notices', telling.doubled),
    listed('duplicate rungs', inspection.doubledRungs),
    listed('deadlines missed', inspection.missed),
    counted('tellings and inboxes that differ', telling.differences),
    counted('acts acknowledged and not on record, or the reverse', inspection.actDifferences),
    listed('differences to the recount', lived.releaseDifferences),
    listed('refusals nobody reckoned with', surprises),
    listed('faults', faults.map(String)),
  ];
}

/** The report of a simulated year, line by line. */
export function reportOf(lived: Lived, wallSeconds: number): readonly string[] {
  const { inspection, telling, book, releases } = lived;
  const counts = book.counts();
  return [
    '',
    ...caseloadLines(lived),
    '',
    `record: ${n(book.reports().length)} cases, ${n(inspection.events)} commits, ` +
      `${n(inspection.facts)} facts; ${n(lived.posts)} posts held`,
    `  other officers were first ${n(counts.get('CONFLICT') ?? 0)} times, cases were busy ` +
      `${n(counts.get('BUSY') ?? 0)} times, ${n(counts.get('sent twice') ?? 0)} requests were sent twice`,
    '',
    `breaches: ${n(sum(inspection.breaches))}`,
    ...breachLines(inspection.breaches),
    '',
    `notices: ${n(telling.notices)}`,
    ...tableOf([...telling.byRung].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    '',
    `releases recounted: ${releases.join(', ') || 'none, no quarter was over'}`,
    '',
    'capacity of an act with all that follows from it',
    ...spendingLines(lived),
    '',
    'must be 0',
    ...zeros(lived).flatMap(zeroLines),
    '',
    `wall time: ${wallSeconds.toFixed(1)} s`,
  ];
}

const n = (count: number): string => count.toLocaleString('en');
const percent = (part: number, whole: number): string => `${Math.round((100 * part) / whole)} %`;
const sum = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((all, one) => all + one, 0);

function tableOf(rows: readonly (readonly [string, number])[]): readonly string[] {
  const widest = Math.max(0, ...rows.map(([name]) => name.length));
  return rows.map(([name, count]) => `  ${name.padEnd(widest)} ${n(count).padStart(8)}`);
}

function caseloadLines({ caseload, units }: Lived): readonly string[] {
  const communes = tally(caseload, ({ commune }) => commune.code);
  const provinces = tally(caseload, ({ commune }) => commune.province);
  const busiest = Math.max(0, ...communes.values());
  const share = (is: (each: Happening) => boolean) =>
    percent(caseload.filter(is).length, caseload.length);
  const isNight = (hours: number) => hours >= 20 || hours < 6;
  return [
    `caseload: ${n(caseload.length)} incidents of one child each in ${n(communes.size)} communes of ` +
      `${n(provinces.size)} provinces (${n(units)} units imported; busiest commune ${n(busiest)})`,
    ...[...tally(caseload, ({ category }) => category)]
      .toSorted(([, a], [, b]) => b - a)
      .map(([name, count]) => `  ${name.padEnd(16)} ${percent(count, caseload.length).padStart(5)}`),
    `  girls ${share(({ sex }) => sex === 'FEMALE')}, ` +
      `serious harm ${share(({ seriousHarm }) => seriousHarm)}, ` +
      `received at night ${share(({ receivedAt }) => isNight(hourAt(receivedAt)))}`,
  ];
}

function tally(caseload: readonly Happening[], name: (each: Happening) => string) {
  const counts = new Map<string, number>();
  for (const each of caseload) oneMore(counts, name(each));
  return counts;
}

const steps: Readonly<Partial<Record<RuleId, string>>> = {
  D02: '1',
  D03: '1',
  D04: '2',
  D05: 'E',
  D06: '3',
  D07: '4',
  D08: '4',
  D09: '4',
  D10: '5',
  D11: '6',
  D12: '6',
  D13: 'E',
  D14: 'E',
  P02: '6',
};

function breachLines(breaches: ReadonlyMap<string, number>): readonly string[] {
  const rows = [...breaches].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return tableOf(
    rows.map(([rule, count]) => {
      const limit = decree56.limits.find(({ id }) => id === rule);
      const step = steps[rule as RuleId] ?? '-';
      const basis = limit?.law === undefined ? 'policy' : 'law';
      return [`step ${step}  ${rule}  ${limit?.title.en ?? ''} (${basis})`, count] as const;
    }),
  );
}

function spendingLines({ spending }: Lived): readonly string[] {
  const rows = [...spending.entries()].filter(([, { times }]) => times > 0);
  const widest = Math.max(0, ...rows.map(([name]) => name.length));
  const each = (units: number, times: number) => (units / times).toFixed(1).padStart(8);
  return [
    `  ${''.padEnd(widest)}    times     RCU     WCU`,
    ...rows.map(
      ([name, { times, read, write }]) =>
        `  ${name.padEnd(widest)} ${n(times).padStart(8)}${each(read, times)}${each(write, times)}`,
    ),
  ];
}

function zeroLines({ what, count, where }: Zero): readonly string[] {
  const examples = where.slice(0, 5).map((each) => `      ${each}`);
  return [`  ${count === 0 ? '✓' : '✗'} ${n(count).padStart(4)}  ${what}`, ...examples];
}
