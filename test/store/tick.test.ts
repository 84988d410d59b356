import { afterEach, beforeEach, expect, it } from 'vitest';
import { tick } from '#app/tick.ts';
import type { Actor } from '#domain/permission.ts';
import { isOverdue } from '#domain/relation.ts';
import { changedListings } from '#store/items.ts';
import { caseAt, swept } from '../support/given.ts';
import { openCases, unpaced } from '../support/load.ts';
import { openTestStage, type TestStage } from '../support/stage.ts';

let stage: TestStage;
let worker: Actor;

beforeEach(async () => {
  stage = await openTestStage('2026-01-05T08:00:00+07:00');
  await stage.appoint('COMMUNE_CHAIR', '91001');
  worker = await stage.appoint('COMMUNE_WORKER', '91001');
});
afterEach(() => stage.close());

const room = () => ({ ...stage.around, due: stage.due, hasTime: () => true, pace: unpaced });

it('sweeps all others when one case cannot be read, and says which it was', async () => {
  const ids = await openCases(stage, worker, { count: 4, receivedAt: stage.now() });
  stage.setClock('2026-01-05T20:00:00+07:00');
  const broken = ids[0] ?? '';
  const ledger = {
    ...stage.around.ledger,
    heads: () => Promise.reject(new Error('unreadable')),
    head: (id: string) =>
      id === broken ? Promise.reject(new TypeError('unreadable')) : stage.around.ledger.head(id),
  };
  expect(await tick({ ...room(), ledger })).toEqual({ cases: 3, facts: 6, failed: 1 });
  const said = { event: 'sweep_failed', alarm: true, caseId: broken, code: 'TypeError' };
  expect(stage.lines).toContainEqual(said);
});

it('reaches a due case behind more than a round of entries that are due no more', async () => {
  const [id = ''] = await openCases(stage, worker, { count: 1, receivedAt: stage.now() });
  stage.setClock('2026-01-05T20:00:00+07:00');
  const stale = Array.from({ length: 150 }, (_, at) => `gone${String(at).padStart(4, '0')}`);
  const due = {
    ...stage.due,
    due: async (province: string, _now: string, limit: number) =>
      province === '91' ? [...stale, id].slice(0, limit) : [],
  };
  expect(await tick({ ...room(), due })).toEqual({ cases: 1, facts: 2, failed: 0 });
});

it('moves no case in the open list, so a reader between two pages misses none', async () => {
  const ids = await openCases(stage, worker, { count: 3, receivedAt: stage.now() });
  const owner = { unit: '91001', agency: null } as const;
  const page = (kind: 'OPEN' | 'OVERDUE', wish: { first: number; after?: string | undefined }) =>
    stage.worklists.list(owner, kind, { first: wish.first, after: wish.after });
  const first = await page('OPEN', { first: 1 });
  expect((await page('OVERDUE', { first: 100 })).rows).toEqual([]);
  stage.setClock('2026-01-05T20:00:00+07:00');
  await tick(room());
  const rest = await page('OPEN', { first: 100, after: first.next });
  const seen = [...first.rows, ...rest.rows].map(({ id }) => id);
  expect(seen.toSorted()).toEqual(ids.toSorted());
  const overdue = await page('OVERDUE', { first: 100 });
  expect(overdue.rows.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
});

it('keeps a closed case among the closed and, while its archiving is overdue, among the overdue', () => {
  const late = swept(caseAt('CLOSED'), '2027-01-04 08:00').state;
  expect(isOverdue(late)).toBe(true);
  for (const row of changedListings(undefined, late)) {
    expect(row['listSk']).toMatch(/^C#/);
    expect(row['overPk']).toBe(row['listPk']);
  }
});

it('sweeps the other provinces when the index of one cannot be read', async () => {
  await openCases(stage, worker, { count: 2, receivedAt: stage.now() });
  stage.setClock('2026-01-05T20:00:00+07:00');
  const due: TestStage['due'] = {
    ...stage.due,
    due: (province, now, limit) =>
      province === '92'
        ? Promise.reject(new Error('throttled'))
        : stage.due.due(province, now, limit),
  };
  expect(await tick({ ...room(), due })).toEqual({ cases: 2, facts: 4, failed: 1 });
  expect(stage.lines).toContainEqual({ event: 'province_unswept', alarm: true, code: 'Error' });
});

it('begins no round after its time is up', async () => {
  await openCases(stage, worker, { count: 2, receivedAt: stage.now() });
  stage.setClock('2026-01-05T20:00:00+07:00');
  expect(await tick({ ...room(), hasTime: () => false })).toEqual({
    cases: 0,
    facts: 0,
    failed: 0,
  });
});
