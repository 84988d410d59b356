import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sheetLimits } from '#app/digest-heads.ts';
import type { HeadDigest } from '#app/ports/proof.ts';
import { isSigned } from '#app/verify.ts';
import type { Actor } from '#domain/permission.ts';
import { plusHours } from '#domain/time.ts';
import { get, put, transact } from '#store/database.ts';
import { keys } from '#store/table.ts';
import { copyCases, modelOf } from '../support/caseload.ts';
import { live, reportCanaries, staffOf } from '../support/lived.ts';
import { openCases, sweepOnce } from '../support/load.ts';
import { provable, testNotary } from '../support/proof.ts';
import { openTestStage, type TestStage } from '../support/stage.ts';

let stage: TestStage;
let worker: Actor;
let proof: ReturnType<typeof provable>;
beforeEach(async () => {
  stage = await openTestStage('2026-01-05T08:00:00+07:00');
  worker = (await staffOf(stage, '91001')).worker;
  proof = provable(stage);
});
afterEach(() => stage.close());

const open = (count: number) => openCases(stage, worker, { count, receivedAt: stage.now() });

/** Lets some time pass, and what is due in it happen. */
async function pass(hours: number): Promise<void> {
  stage.setClock(plusHours(stage.now(), hours));
  await sweepOnce(stage);
}

async function sheets(): Promise<readonly HeadDigest[]> {
  const { rows } = await proof.book.list({ first: 100, after: undefined });
  return rows.toReversed();
}

/** Every hash a book vouches for, by case and number. */
function vouchedIn(book: readonly HeadDigest[]): ReadonlyMap<string, string> {
  const all = book.flatMap(({ cases }) =>
    cases.flatMap(({ case: id, from, hashes }) =>
      hashes.map((hash, at) => [`${id} ${from + at}`, hash] as const),
    ),
  );
  expect(new Set(all.map(([place]) => place)).size).toBe(all.length);
  return new Map(all);
}

async function written(ids: readonly string[]) {
  const events = await Promise.all(ids.map((id) => stage.around.ledger.events(id, 0)));
  return new Map(events.flat().map(({ caseId, seq, hash }) => [`${caseId} ${seq}`, hash]));
}

describe('the nightly digest', () => {
  it('vouches for every event once, each sheet linked to the one before and signed', async () => {
    const ids = await open(3);
    for (let night = 0; night < 4; night += 1) {
      await proof.night();
      await pass(24);
    }
    await proof.night();
    const book = await sheets();
    expect(vouchedIn(book)).toEqual(await written(ids));
    for (const [at, sheet] of book.entries()) {
      expect(sheet.seq).toBe(at + 1);
      expect(sheet.previous).toBe(book[at - 1]?.hash ?? proof.notary.bookStart);
      expect(await isSigned(sheet, testNotary)).toBe(true);
    }
  });

  it('is made once a night, also when nothing has changed', async () => {
    await open(1);
    expect(await proof.night()).toEqual({ sheets: 1, cases: 1, broken: 0 });
    expect(await proof.night()).toEqual({ sheets: 0, cases: 0, broken: 0 });
    stage.setClock(plusHours(stage.now(), 24));
    expect(await proof.night()).toEqual({ sheets: 1, cases: 0, broken: 0 });
    expect((await sheets()).map(({ cases }) => cases.length)).toEqual([1, 0]);
  });

  it('fills sheets to their limit, and misses and doubles nothing', async () => {
    const [first = ''] = await open(1);
    const ids = [first, ...(await copyCases(stage, [await modelOf(stage, first)], { count: 149 }))];
    await proof.night();
    const book = await sheets();
    expect(book.map(({ cases }) => cases.length)).toEqual([60, 60, 30]);
    expect(vouchedIn(book)).toEqual(await written(ids));
    expect(book.map(({ after }) => after === null)).toEqual([false, false, true]);
  });

  it('goes on where a run had to end, page by page', async () => {
    const [first = ''] = await open(1);
    const ids = [first, ...(await copyCases(stage, [await modelOf(stage, first)], { count: 149 }))];
    let left = 0;
    const briefly = () => {
      left -= 1;
      return left > 0;
    };
    let runs = 0;
    while ((await sheets()).at(-1)?.after !== null && runs < 50) {
      runs += 1;
      left = 3;
      await proof.night({ hasTime: briefly });
    }
    expect(runs).toBeGreaterThan(2);
    expect(vouchedIn(await sheets())).toEqual(await written(ids));
  });

  it('spreads a long case over sheets', async () => {
    const [id = ''] = await open(1);
    const long = Array.from({ length: sheetLimits.hashes + 50 }, (_, at) => ({
      seq: at + 1,
      hash: `${at + 1}`,
    }));
    const records = {
      marks: async () => new Map([[id, long.at(-1) ?? { seq: 0, hash: '' }]]),
      entries: async (_: string, after: number, most: number) =>
        long.slice(after, after + most) as never,
    };
    const walk = () => ({ ok: true, head: { seq: 0, hash: '' } }) as const;
    await proof.night({ records, notary: { ...proof.notary, walk } });
    const book = await sheets();
    expect(book.map(({ cases }) => cases.map(({ from, hashes }) => [from, hashes.length]))).toEqual(
      [[[1, 200]], [[201, 50]]],
    );
    expect(book[1]?.cases[0]?.before).toBe(1);
  });

  it('leaves it to the other when two run at once', async () => {
    const ids = await open(5);
    const both = await Promise.all([proof.night(), proof.night()]);
    expect(both.map((each) => each.sheets).toSorted()).toEqual([0, 1]);
    expect(vouchedIn(await sheets())).toEqual(await written(ids));
  });

  it('vouches for no event that does not lead from the last to HEAD, and raises an alarm', async () => {
    const [whole = '', cut = '', changed = ''] = await open(3);
    await pass(10);
    await proof.night();
    await pass(24);
    const { database } = stage;
    const old = await get(database, 'cases', keys.event(cut, 2));
    const event = await get(database, 'cases', keys.event(changed, 2));
    const head = await get(database, 'cases', keys.head(cut));
    const spoilt = [
      put(database, 'cases', {
        ...keys.event(changed, 3),
        ...event,
        sk: keys.event(changed, 3).sk,
      }),
      put(database, 'cases', {
        ...keys.head(cut),
        ...head,
        seq: 1,
        hash: String(old?.['previous']),
      }),
    ];
    await transact(database, spoilt);
    stage.lines.splice(0);
    expect(await proof.night()).toMatchObject({ cases: 1, broken: 2 });
    const alarms = stage.lines.filter((line) => 'event' in line && line.event === 'chain_broken');
    expect(alarms).toEqual([
      { event: 'chain_broken', alarm: true, caseId: expect.any(String) },
      { event: 'chain_broken', alarm: true, caseId: expect.any(String) },
    ]);
    const last = (await sheets()).at(-1);
    expect(last?.cases.map((each) => each.case)).toEqual([whole]);
  });

  it('says nothing of what a case holds', async () => {
    await live(stage, await staffOf(stage, '91001'), await reportCanaries(stage, worker), [0, 4]);
    await proof.night();
    expect(JSON.stringify(await sheets())).not.toContain('CHIM');
  });
});
