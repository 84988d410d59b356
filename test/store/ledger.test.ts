import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Done, execute } from '#app/execute.ts';
import type { Command } from '#domain/case/command.ts';
import { fold } from '#domain/case/evolve.ts';
import type { Actor } from '#domain/permission.ts';
import { isRefusal } from '#domain/refusal.ts';
import { newId } from '#runtime/world.ts';
import { chainStart, verifyChain } from '#sealing/chain.ts';
import { reportOf } from '../support/commands.ts';
import { openTestStage, type TestStage } from '../support/stage.ts';

let stage: TestStage;
let worker: Actor;
let chair: Actor;

beforeAll(async () => {
  stage = await openTestStage(undefined, 'WIRE');
  worker = await stage.appoint('COMMUNE_WORKER', '91001');
  chair = await stage.appoint('COMMUNE_CHAIR', '91001');
  await stage.appoint('COMMUNE_POLICE', '91001', 'CA-91001');
});
afterAll(() => stage.close());

let keys = 0;
async function ask(actor: Actor, command: Command, expectedVersion: number | null, key?: string) {
  keys += 1;
  const idempotencyKey = key ?? `key-${String(keys).padStart(16, '0')}`;
  return execute({ actor, command, expectedVersion, idempotencyKey }, stage.around);
}

async function done(
  actor: Actor,
  command: Command,
  expectedVersion: number | null,
  key?: string,
): Promise<Done> {
  const answer = await ask(actor, command, expectedVersion, key);
  if (isRefusal(answer)) throw new Error(answer.refused);
  return answer;
}

const open = () => done(worker, reportOf('91001', newId(), stage.now()), null);

describe('the ledger', () => {
  it('keeps a state that is the fold of its events', async () => {
    const { state } = await open();
    const at = { caseId: state.id, happenedAt: null };
    await done(worker, { type: 'assessInitially', ...at, seriousHarm: true, papers: {} }, 1);
    await done(
      chair,
      { type: 'applyEmergencyMeasure', ...at, measures: ['FIRST_AID'], papers: {} },
      2,
    );
    const head = await stage.around.ledger.head(state.id);
    const events = await stage.around.ledger.events(state.id, 0);
    const folded = fold(
      undefined,
      events.flatMap(({ facts }) => facts),
      state.id,
    );
    expect(head?.state).toEqual({ ...folded, seq: 3, revision: 3 });
    expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  it('links every event to the one before', async () => {
    const { state } = await open();
    await done(
      worker,
      { type: 'addNote', caseId: state.id, happenedAt: null, papers: { NOTE: 'ghi chú' } },
      null,
    );
    const events = await stage.around.ledger.events(state.id, 0);
    const start = chainStart(state.id);
    expect(verifyChain(events as never, { start })).toMatchObject({ ok: true });
  });

  it('seals what is personal, so that no item holds it in the clear', async () => {
    const secret = 'Nguyễn Thị Tuyệt Mật';
    const report = reportOf('91001', newId(), stage.now());
    const { state } = await done(
      worker,
      { ...report, papers: { IDENTITY: { fullName: secret } } },
      null,
    );
    const [paper] = await stage.around.ledger.papers(state, [{ kind: 'IDENTITY', version: 1 }]);
    const incidents = await stage.around.ledger.incidents([state.incident]);
    const wrapped = incidents.get(state.incident)?.keys[state.id];
    if (paper === undefined || wrapped === undefined) throw new Error('The paper is missing');
    expect(await stage.around.sealing.open({ subject: state.id, wrapped, paper })).toEqual({
      fullName: secret,
    });
    expect(Buffer.from(paper.body).includes(Buffer.from(secret))).toBe(false);
  });

  it('answers a repeated request with the first act and does nothing twice', async () => {
    const key = 'a-key-used-twice-00001';
    const first = await done(worker, reportOf('91001', newId(), stage.now()), null, key);
    const again = await done(worker, reportOf('91001', newId(), stage.now()), null, key);
    expect(again.replayed).toBe(true);
    expect(again.state.id).toBe(first.state.id);
  });

  it('refuses another request under a used key', async () => {
    const key = 'a-key-used-twice-00002';
    await done(worker, reportOf('91001', newId(), stage.now()), null, key);
    const other = reportOf('91001', newId(), stage.now(), { channel: 'POST' });
    expect(await ask(worker, other, null, key)).toMatchObject({
      refused: 'IDEMPOTENCY_KEY_REUSED',
    });
  });

  it('lets one of two writers win and tells the other the current revision', async () => {
    const { state } = await open();
    const assess = (seriousHarm: boolean): Command => ({
      type: 'assessInitially',
      caseId: state.id,
      happenedAt: null,
      seriousHarm,
      papers: {},
    });
    const answers = await Promise.all([ask(worker, assess(true), 1), ask(chair, assess(false), 1)]);
    const refused = answers.filter(isRefusal);
    expect(refused).toEqual([{ refused: 'CONFLICT', field: ['expectedVersion'], revision: 2 }]);
  });

  it('gives forty reports at once forty numbers without a gap', async () => {
    const before = (await open()).state.code;
    const reports = Array.from({ length: 40 }, () => open().catch((failure: Error) => failure));
    const opened = await Promise.all(reports);
    const codes = opened.flatMap((each) =>
      each instanceof Error ? [] : [numberOf(each.state.code)],
    );
    const sorted = codes.toSorted((a, b) => a - b);
    expect(sorted[0]).toBe(numberOf(before) + 1);
    expect(sorted.at(-1)).toBe(numberOf(before) + codes.length);
    const busy = opened
      .filter((each) => each instanceof Error)
      .map((each) => (each as Error).message);
    expect(new Set(busy)).toEqual(busy.length > 0 ? new Set(['BUSY']) : new Set());
  });

  it.each([
    [11, 'DONE'],
    [12, 'BUSY'],
  ])('lets a writer who was not first %d times end as %s', async (losses, end) => {
    let lost = 0;
    const { ledger } = stage.around;
    const commit: typeof ledger.commit = (each) => {
      lost += 1;
      return lost <= losses ? Promise.resolve('OTHER_COMMIT') : ledger.commit(each);
    };
    const around = { ...stage.around, ledger: { ...ledger, commit } };
    const command = reportOf('91001', newId(), stage.now());
    const asked = { actor: worker, command, expectedVersion: null, idempotencyKey: newId() };
    const answer = await execute(asked, around);
    expect(isRefusal(answer) ? answer.refused : 'DONE').toBe(end);
  });

  it('lists a case for its commune and province and counts what it lists', async () => {
    const { state } = await open();
    const [list, count] = await Promise.all([
      stage.worklists.list({ unit: '91001', agency: null }, 'OPEN', {
        first: 100,
        after: undefined,
      }),
      stage.worklists.count({ unit: '91', agency: null }, 'OPEN'),
    ]);
    expect(list.rows.map(({ id }) => id)).toContain(state.id);
    expect(count).toBe(list.rows.length);
  });
});

function numberOf(code: string): number {
  return Number(code.split('-')[1]);
}
