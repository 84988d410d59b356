import { afterEach, beforeEach, expect, it } from 'vitest';
import { catchUp } from '#app/catch-up.ts';
import { execute } from '#app/execute.ts';
import type { Batch } from '#app/ports/notices.ts';
import { type ProjectionRoom, project } from '#app/project.ts';
import { noticesOf } from '#domain/notice.ts';
import type { Actor } from '#domain/permission.ts';
import { isRefusal } from '#domain/refusal.ts';
import { type Instant, instant } from '#domain/time.ts';
import { newId } from '#runtime/world.ts';
import { recordsOf } from '#store/stats.ts';
import { openCases, sweepOnce } from '../support/load.ts';
import { openTestStage, type TestStage } from '../support/stage.ts';

let stage: TestStage;
let room: ProjectionRoom;
let hastened: Batch[];
let ids: readonly string[];

beforeEach(async () => {
  stage = await openTestStage('2026-01-05T08:00:00+07:00');
  hastened = [];
  room = {
    ledger: stage.around.ledger,
    notices: stage.notices,
    subscriptions: stage.subscriptions,
    projections: stage.projections,
    hasten: async (keys) => void hastened.push(...keys),
    world: stage.around.world,
  };
  await stage.appoint('COMMUNE_CHAIR', '91001');
  const worker = await stage.appoint('COMMUNE_WORKER', '91001');
  ids = await openCases(stage, worker, { count: 3, receivedAt: stage.now() });
  stage.setClock('2026-01-05T20:00:00+07:00');
  await sweepOnce(stage);
});
afterEach(() => stage.close());

const first = () => ids[0] ?? '';

async function inboxes(): Promise<number> {
  const posts = ['COMMUNE_WORKER@91001', 'COMMUNE_CHAIR@91001'];
  const wish = { first: 100, after: undefined };
  const pages = await Promise.all(posts.map((post) => stage.notices.inbox(post, wish)));
  return pages.reduce((sum, { rows }) => sum + rows.length, 0);
}

async function expected(cases: readonly string[]): Promise<number> {
  const events = await Promise.all(cases.map((id) => stage.around.ledger.events(id, 0)));
  return events.flat().flatMap(noticesOf).length;
}

it('writes every notice once, however often and by however many a case is projected', async () => {
  await Promise.all([project(first(), room), project(first(), room), project(first(), room)]);
  await project(first(), room);
  expect(await inboxes()).toBe(await expected([first()]));
  const ids = hastened.flatMap((batch) =>
    batch.ids.map((id) => `${batch.channel} ${batch.to} ${id}`),
  );
  expect(ids).toHaveLength(new Set(ids).size);
});

it('ends at the last event even where another projector was first in between', async () => {
  let interrupted = false;
  const projections: ProjectionRoom['projections'] = {
    ...stage.projections,
    advance: async (step) => {
      if (interrupted) return stage.projections.advance(step);
      interrupted = true;
      // Another one moves the cursor past the first event only.
      await stage.projections.advance({ ...step, to: 1 });
      return stage.projections.advance(step);
    },
  };
  await project(first(), { ...room, projections });
  const head = await stage.around.ledger.head(first());
  expect(await stage.projections.cursor(first())).toBe(head?.state.seq);
});

it('says so when the projection could not be written, and leaves the cursor where it was', async () => {
  const advance = () => Promise.reject(new Error('The projection could not be written now'));
  const projections = { ...stage.projections, advance };
  await expect(project(first(), { ...room, projections })).rejects.toThrow('could not be written');
  expect(await stage.projections.cursor(first())).toBe(0);
  await project(first(), room);
  expect(await inboxes()).toBe(await expected([first()]));
});

it('keeps a statistical record of dimensions and outcomes only', async () => {
  await project(first(), room);
  expect(await stage.projections.record(first())).toMatchObject({
    period: '2026-Q1',
    incidentProvince: '91',
    category: 'VIOLENCE',
    openBreaches: ['D04.I.1.-.1.0'],
    timeliness: { D02: 'MET', D03: 'MET' },
  });
});

it('is caught up at night on every case the feed did not bring', async () => {
  await project(first(), room);
  const provinces = async () => ['91', '92'];
  const night = { ...room, worklists: stage.worklists, provinces, ledger: stage.around.ledger };
  expect(await catchUp(night)).toEqual({ cases: 3, behind: 2, failed: 0 });
  expect(await inboxes()).toBe(await expected(ids));
  expect(await catchUp(night)).toEqual({ cases: 3, behind: 0, failed: 0 });
});

it('counts a case in the quarter of its earliest receipt, and in no other', async () => {
  stage.setClock('2026-04-01T00:30:00+07:00');
  const worker = await stage.appoint('COMMUNE_WORKER', '91001');
  const [id = ''] = await openCases(stage, worker, { count: 1, receivedAt: stage.now() });
  await project(id, room);
  const counted = async (period: string) =>
    (await recordsOf(stage.database, period)).filter(({ caseId }) => caseId === id).length;
  expect([await counted('2026-Q1'), await counted('2026-Q2')]).toEqual([0, 1]);
  await correctReceipt(worker, id, instant('2026-03-31T23:50:00+07:00'), 1);
  await project(id, room);
  expect([await counted('2026-Q1'), await counted('2026-Q2')]).toEqual([1, 0]);
  await correctReceipt(worker, id, instant('2026-04-01T00:10:00+07:00'), 2);
  await project(id, room);
  expect([await counted('2026-Q1'), await counted('2026-Q2')]).toEqual([0, 1]);
});

it('raises no alarm where a corrected receipt shows that a duty already done was late', async () => {
  const logged: string[] = [];
  const log: typeof room.world.log = ({ event }) => void logged.push(event);
  const worker = await stage.appoint('COMMUNE_WORKER', '91001');
  await correctReceipt(worker, first(), instant('2026-01-05T05:00:00+07:00'), 1);
  await project(first(), { ...room, world: { ...room.world, log } });
  const record = await stage.projections.record(first());
  expect(record?.timeliness).toMatchObject({ D02: 'MET_LATE' });
  expect(logged).not.toContain('nobody_to_tell');
});

async function correctReceipt(actor: Actor, caseId: string, receivedAt: Instant, version: number) {
  const said = { caseId, happenedAt: null, report: 1, receivedAt, reason: 'SLIP' } as const;
  const command = { type: 'correctReceipt', ...said } as const;
  const asked = { actor, command, idempotencyKey: newId(), expectedVersion: version };
  const done = await execute(asked, stage.around);
  if (isRefusal(done)) throw new Error(done.refused);
}
