import { vietnam } from '#domain/calendars/vietnam.ts';
import { count } from '#domain/deadline.ts';
import { limitOf } from '#domain/procedure.ts';
import { procedures } from '#domain/procedures/registry.ts';
import { fromEpoch, type Instant } from '#domain/time.ts';
import type { Shown } from './claims.ts';

const counts = 200_000;
const rules = ['D05', 'D07', 'D13'] as const;

/** Deadlines counted with their explanation in one second by one thread; said, and never a claim. */
export async function deadlineFigures(): Promise<Shown> {
  return { rows: rules.map(perSecond) };
}

function perSecond(rule: (typeof rules)[number]) {
  const limit = procedures.map((procedure) => limitOf(procedure, rule)).find(Boolean);
  if (limit === undefined) throw new Error(`No procedure knows ${rule}`);
  const starts = instantsOf2026(counts);
  let intervals = 0;
  const began = performance.now();
  for (const from of starts) intervals += explained(limit.within, from);
  const seconds = (performance.now() - began) / 1000;
  return {
    rule,
    counts,
    intervals: Math.round((intervals / counts) * 10) / 10,
    perSecond: Math.round(counts / seconds),
  };
}

function explained(span: Parameters<typeof count>[0], from: Instant): number {
  const counted = count(span, from, vietnam);
  return counted.status === 'UNPLANNED' ? 0 : counted.explanation.length;
}

/** Instants strewn over the year, the same at every run. */
function instantsOf2026(many: number): readonly Instant[] {
  const start = Date.UTC(2026, 0);
  const milliseconds = Date.UTC(2027, 0) - start;
  let drawn = 2026;
  return Array.from({ length: many }, () => {
    drawn = (Math.imul(drawn, 1_664_525) + 1_013_904_223) >>> 0;
    return fromEpoch(start + Math.floor((drawn / 2 ** 32) * milliseconds));
  });
}
