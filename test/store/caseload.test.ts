import { afterEach, beforeEach, expect, it } from 'vitest';
import { caseload, wholeCaseload } from '#app/caseload.ts';
import { execute } from '#app/execute.ts';
import type { Actor } from '#domain/permission.ts';
import { isRefusal } from '#domain/refusal.ts';
import { newId } from '#runtime/world.ts';
import { openCases } from '../support/load.ts';
import { openTestStage, type TestStage } from '../support/stage.ts';

let stage: TestStage;
let room: Parameters<typeof caseload>[0];
let ids: readonly string[];
let worker: Actor;

beforeEach(async () => {
  stage = await openTestStage();
  room = { ledger: stage.around.ledger, worklists: stage.worklists };
  worker = await stage.appoint('COMMUNE_WORKER', '91001');
  const other = await stage.appoint('COMMUNE_WORKER', '92001');
  ids = [
    ...(await openCases(stage, worker, { count: 3, receivedAt: stage.now() })),
    ...(await openCases(stage, other, { count: 2, receivedAt: stage.now() })),
  ];
});
afterEach(() => stage.close());

async function pages(units: readonly string[], first: number) {
  const found: (readonly string[])[] = [];
  let after: string | undefined;
  do {
    const page = await caseload(room, units, { first, after });
    found.push(page.rows.map(({ state }) => state.id));
    after = page.next;
  } while (after !== undefined);
  return found;
}

it.each([1, 2, 3, 4, 100])('meets each case of some units once, %d rows a page', async (first) => {
  const found = await pages(['91', '92'], first);
  expect(found.flat().toSorted()).toEqual(ids.toSorted());
  expect(found.every((page) => page.length <= first)).toBe(true);
});

it('meets the cases of one commune alone', async () => {
  expect((await pages(['92001'], 100)).flat().toSorted()).toEqual(ids.slice(3).toSorted());
  expect((await pages(['92002'], 100)).flat()).toEqual([]);
  expect(await pages([], 100)).toEqual([[]]);
});

it('meets a case that two of the units list in the first of them', async () => {
  await stage.assess(worker, ids[0] ?? '');
  const command = {
    type: 'offerHandover',
    caseId: ids[0] ?? '',
    happenedAt: null,
    to: '92001',
  } as const;
  const asked = { actor: worker, command, idempotencyKey: newId(), expectedVersion: 2 };
  expect(isRefusal(await execute(asked, stage.around))).toBe(false);
  expect((await pages(['92'], 100)).flat()).toContain(ids[0]);
  for (const first of [1, 2, 100]) {
    const found = (await pages(['92', '91'], first)).flat();
    expect(found.toSorted()).toEqual(ids.toSorted());
  }
});

it('can be gone through as a whole', async () => {
  const found: string[] = [];
  for await (const heads of wholeCaseload(room, ['91', '92']))
    found.push(...heads.map(({ state }) => state.id));
  expect(found.toSorted()).toEqual(ids.toSorted());
});
