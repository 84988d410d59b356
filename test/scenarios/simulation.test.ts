import { beforeAll, describe, expect, it } from 'vitest';
import { plainDate } from '#domain/time.ts';
import type { Figures } from '../../infra/local/simulation/figures.ts';
import { reportOf, zeros } from '../../infra/local/simulation/report.ts';
import { simulate } from '../../infra/local/simulation/simulation.ts';

// From the week of Tết to the release of the first quarter.
const wish = {
  cases: 25,
  seed: '2',
  from: plainDate('2026-02-10'),
  until: plainDate('2026-04-01'),
  end: plainDate('2026-04-12'),
};

describe('two months of a small country', () => {
  let figures: Figures;
  const instants: number[] = [];
  beforeAll(async () => {
    figures = await simulate({ ...wish, onProgress: ({ at }) => instants.push(at) });
  }, 120_000);

  it('leave no deadline missed, no telling late or doubled, and no count that differs', () => {
    expect(zeros(figures).filter(({ count }) => count > 0)).toEqual([]);
  });

  it('have offices that are late, and somebody who is told of it', () => {
    const { inspection, telling, reports, caseload } = figures;
    expect(caseload.incidents).toBe(wish.cases);
    expect(reports).toBe(caseload.children);
    expect(inspection.breaches.size).toBeGreaterThan(3);
    expect([...telling.byRung.keys()].filter((rung) => rung.startsWith('ESCALATION'))).not.toEqual(
      [],
    );
    expect(telling.notices).toBeGreaterThan(wish.cases * 2);
  });

  it('have apps that send twice and officers who write at once', () => {
    expect(figures.counts.get('sent twice')).toBeGreaterThan(0);
    expect(figures.counts.get('CONFLICT')).toBeGreaterThan(0);
  });

  it('end with the release of the quarter, recounted', () => {
    expect(figures.releases).toEqual(['2026-Q1']);
  });

  it('go forward in time and are reported', () => {
    expect(instants).toEqual(instants.toSorted((a, b) => a - b));
    expect(reportOf(figures, 1).join('\n')).toMatch(/breaches: \d+\n.+step/s);
  });
});
