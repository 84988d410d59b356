import type { RuleId } from '#domain/procedure.ts';
import { decree56 } from '#domain/procedures/decree-56-2017.ts';
import type { Figures, Tally } from './figures.ts';

/** A figure that must be 0, and where it is not. */
export type Zero = {
  readonly what: string;
  readonly count: number;
  readonly where: readonly string[];
};

/** Everything of a simulated year that must be 0. */
export function zeros(figures: Figures): readonly Zero[] {
  const { inspection, telling } = figures;
  const surprises = [...figures.surprises].map(([what, times]) => `${what} (${times})`);
  const listed = (what: string, where: readonly string[]) => ({ what, count: where.length, where });
  const counted = (what: string, count: number) => ({ what, count, where: [] });
  return [
    listed('late detections', inspection.late),
    counted('duplicate notices', telling.doubled),
    listed('duplicate rungs', inspection.doubledRungs),
    listed('deadlines missed', inspection.missed),
    counted('tellings and inboxes that differ', telling.differences),
    counted('acts acknowledged and not on record, or the reverse', inspection.actDifferences),
    listed('differences to the recount', figures.releaseDifferences),
    listed('refusals nobody reckoned with', surprises),
    listed('faults', figures.faults),
  ];
}

/** The report of a simulated year, line by line. */
export function reportOf(figures: Figures, wallSeconds: number): readonly string[] {
  const { inspection, telling, releases, counts } = figures;
  const alarms = [...figures.alarms].map(([event, times]) => `${event} ${n(times)}`);
  return [
    '',
    ...caseloadLines(figures),
    '',
    `record: ${n(figures.reports)} cases, ${n(inspection.events)} commits, ` +
      `${n(inspection.facts)} facts; ${n(figures.posts)} posts held`,
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
    ...spendingLines(figures),
    '',
    'must be 0',
    ...zeros(figures).flatMap(zeroLines),
    '',
    `alarms in the operator's log: ${alarms.join(', ') || 'none'}`,
    `wall time: ${wallSeconds.toFixed(1)} s`,
  ];
}

const n = (count: number): string => count.toLocaleString('en');
const percent = (part: number, whole: number): string => `${Math.round((100 * part) / whole)} %`;
const sum = (counts: Tally): number => [...counts.values()].reduce((all, one) => all + one, 0);

function tableOf(rows: readonly (readonly [string, number])[]): readonly string[] {
  const widest = Math.max(0, ...rows.map(([name]) => name.length));
  return rows.map(([name, count]) => `  ${name.padEnd(widest)} ${n(count).padStart(8)}`);
}

function caseloadLines({ caseload, units }: Figures): readonly string[] {
  const { incidents, children, communes, provinces, categories } = caseload;
  const share = (part: number) => percent(part, incidents);
  return [
    `caseload: ${n(incidents)} incidents with ${n(children)} children in ${n(communes.size)} communes of ` +
      `${n(provinces.size)} provinces (${n(units)} units imported; ` +
      `${n(Math.max(0, ...communes.values()))} incidents in the busiest commune)`,
    ...[...categories]
      .toSorted(([, a], [, b]) => b - a)
      .map(([name, count]) => `  ${name.padEnd(16)} ${share(count).padStart(5)}`),
    `  girls ${share(caseload.girls)}, serious harm ${share(caseload.seriousHarm)}, ` +
      `received at night ${share(caseload.atNight)}`,
  ];
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
  D15: 'C',
  D16: 'C',
  D17: 'C',
  P04: 'E',
  P05: '5',
  P02: '6',
};

function breachLines(breaches: Tally): readonly string[] {
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

function spendingLines({ spent }: Figures): readonly string[] {
  const rows = [...spent].filter(([, { times }]) => times > 0);
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
