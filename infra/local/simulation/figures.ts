import { oneMore } from './book.ts';
import type { Happening } from './caseload.ts';
import type { Inspection } from './inspection.ts';
import { hourAt } from './local-time.ts';
import type { Spent } from './spending.ts';
import type { Telling } from './telling.ts';

/** How often something was there, by name. */
export type Tally = ReadonlyMap<string, number>;

/** The size and the mix of a caseload. */
export type CaseloadFigures = {
  readonly incidents: number;
  readonly children: number;
  readonly categories: Tally;
  readonly communes: Tally;
  readonly provinces: Tally;
  readonly girls: number;
  readonly seriousHarm: number;
  readonly atNight: number;
};

/** All that a simulated stretch of time came to, in plain values that can be sent and added up. */
export type Figures = {
  readonly caseload: CaseloadFigures;
  readonly units: number;
  readonly posts: number;
  readonly reports: number;
  readonly spent: ReadonlyMap<string, Spent>;
  readonly counts: Tally;
  readonly surprises: Tally;
  readonly inspection: Inspection;
  readonly telling: Telling;
  readonly releases: readonly string[];
  /** Where releases and statistical records differ from the recount. */
  readonly releaseDifferences: readonly string[];
  readonly faults: readonly string[];
  readonly alarms: Tally;
};

/** The size and the mix of a caseload. */
export function caseloadFigures(caseload: readonly Happening[]): CaseloadFigures {
  const count = (is: (each: Happening) => boolean) => caseload.filter(is).length;
  const isNight = (hours: number) => hours >= 20 || hours < 6;
  return {
    incidents: caseload.length,
    children: caseload.reduce((sum, { siblings }) => sum + 1 + siblings.length, 0),
    categories: tally(caseload, ({ category }) => category),
    communes: tally(caseload, ({ commune }) => commune.code),
    provinces: tally(caseload, ({ commune }) => commune.province),
    girls: count(({ sex }) => sex === 'FEMALE'),
    seriousHarm: count(({ seriousHarm }) => seriousHarm),
    atNight: count(({ receivedAt }) => isNight(hourAt(receivedAt))),
  };
}

function tally(caseload: readonly Happening[], name: (each: Happening) => string): Tally {
  const counts = new Map<string, number>();
  for (const each of caseload) oneMore(counts, name(each));
  return counts;
}

/** The figures of several sandboxes as those of one. */
export function added(parts: readonly Figures[]): Figures {
  const [first, ...others] = parts;
  if (first === undefined) throw new Error('Nothing to add up');
  const sum = others.reduce<Figures>((all, each) => plus(all, each) as Figures, first);
  return { ...sum, units: first.units, releases: [...new Set(sum.releases)] };
}

/** Numbers are added, lists put one behind the other, and members added one by one. */
function plus(a: unknown, b: unknown): unknown {
  if (typeof a === 'number') return a + Number(b ?? 0);
  if (Array.isArray(a)) return [...a, ...(b as readonly unknown[])];
  if (a instanceof Map) return new Map(members([...a.keys()], a, b as typeof a));
  const [one, other] = [new Map(Object.entries(a as object)), new Map(Object.entries(b as object))];
  return Object.fromEntries(members([...one.keys()], one, other));
}

type Members = ReadonlyMap<string, unknown>;

function members(own: readonly string[], a: Members, b: Members): [string, unknown][] {
  const names = [...new Set([...own, ...b.keys()])];
  return names.map((name) => [name, sumOf(a.get(name), b.get(name))]);
}

function sumOf(a: unknown, b: unknown): unknown {
  if (a === undefined || b === undefined) return a ?? b;
  return plus(a, b);
}
