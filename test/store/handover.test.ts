import { afterEach, beforeEach, expect, it } from 'vitest';
import { execute } from '#app/execute.ts';
import type { Command } from '#domain/case/command.ts';
import { noticesOf } from '#domain/notice.ts';
import type { Actor } from '#domain/permission.ts';
import { isRefusal } from '#domain/refusal.ts';
import { newId } from '#runtime/world.ts';
import { act } from '../support/builders.ts';
import { factsOf, openCases, sweepOnce } from '../support/load.ts';
import { openTestStage, type TestStage } from '../support/stage.ts';

let stage: TestStage;
let id: string;
let offering: Actor;
let asked: Actor;

/** D06 of this case ends with Saturday 10 January, worked for another day; 91002 is asked on that day. */
beforeEach(async () => {
  stage = await openTestStage('2026-01-05T08:00:00+07:00');
  offering = await stage.appoint('COMMUNE_WORKER', '91001');
  asked = await stage.appoint('COMMUNE_CHAIR', '91002');
  await stage.appoint('COMMUNE_CHAIR', '91001');
  [id = ''] = await openCases(stage, offering, { count: 1, receivedAt: stage.now() });
  await stage.assess(offering, id);
  stage.setClock('2026-01-10T08:00:00+07:00');
  await does(offering, act('offerHandover', { caseId: id, to: '91002' }));
  await sweepOnce(stage);
});
afterEach(() => stage.close());

async function does(actor: Actor, command: Command): Promise<void> {
  const wish = { actor, command, idempotencyKey: newId(), expectedVersion: null };
  const done = await execute(wish, stage.around);
  if (isRefusal(done)) throw new Error(done.refused);
}

const breaches = () => factsOf(stage, [id], ['BreachRecorded']);

it('accepted in the minute of a breach records it first, and both communes are told once', async () => {
  stage.setClock('2026-01-11T00:00:00+07:00');
  await does(asked, act('acceptHandover', { caseId: id }));
  await sweepOnce(stage);
  expect(await breaches()).toMatchObject([{ deadline: { rule: 'D06' } }]);
  const events = await stage.around.ledger.events(id, 0);
  const told = events.flatMap(noticesOf).filter(({ kind }) => kind === 'BREACH');
  const posts = told.map(({ post }) => post.id).toSorted();
  expect(posts).toEqual(['COMMUNE_CHAIR@91001', 'COMMUNE_CHAIR@91002', 'COMMUNE_WORKER@91001']);
});

it('accepted a minute earlier leaves the breach to the commune that then answers', async () => {
  stage.setClock('2026-01-10T23:59:00+07:00');
  await does(asked, act('acceptHandover', { caseId: id }));
  stage.setClock('2026-01-11T00:00:00+07:00');
  await sweepOnce(stage);
  const [breach, ...others] = await breaches();
  expect(others).toEqual([]);
  expect(breach).toMatchObject({ told: [{ id: 'COMMUNE_CHAIR@91002' }] });
});
