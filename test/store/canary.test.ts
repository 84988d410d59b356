import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canaryRound } from '#app/canary.ts';
import { canaryId, lossCode, type Station, stations } from '#domain/case/canary.ts';
import { plainDate } from '#domain/time.ts';
import { chainStart, verifyChain } from '#sealing/chain.ts';
import { alarmsIn, canaryWay } from '../support/canaries.ts';
import { openCases, sweepOnce, unitsUsed } from '../support/load.ts';
import { openTestStage, stageUnits, type TestStage } from '../support/stage.ts';

let stage: TestStage;
let way: ReturnType<typeof canaryWay>;

beforeEach(async () => {
  stage = await openTestStage('2026-01-05T08:00:00+07:00');
  way = canaryWay(stage);
});
afterEach(() => stage.close());

const provinces = ['91', '92'];
const loss = (station: Station, province: string) => ({
  event: 'canary_lost',
  alarm: true,
  caseId: canaryId(province),
  code: lossCode(station),
});
const losses = (station: Station) => provinces.map((province) => loss(station, province));
const founder = { kind: 'SYSTEM', id: 'test', app: 'test', scopes: [], posts: [] } as const;

/** A round in which some stations run two minutes after its beginning, up to the next round. */
async function roundWith(open: readonly Station[]): Promise<void> {
  way.wait(2);
  await way.pass(open);
  way.wait(13);
}

describe('the canaries', () => {
  it('arrive without an alarm while every station runs, told to nobody', async () => {
    expect(await way.round()).toEqual({ setOff: 2, lost: 0, failed: 0 });
    await roundWith(stations);
    way.lines();
    expect(await way.round()).toEqual({ setOff: 2, lost: 0, failed: 0 });
    const arrived = provinces.map((province) => ({
      event: 'canary_arrived',
      caseId: canaryId(province),
      lagSeconds: 60,
    }));
    const lines = way.lines();
    expect(lines).toEqual(
      expect.arrayContaining([...arrived, { event: 'canaries_set_off', count: 2 }]),
    );
    expect(alarmsIn(lines)).toEqual([]);
    expect(way.mailed).toEqual([]);
  });

  it.each(stations)(
    'that were not %s are missed under the code of that station',
    async (stopped) => {
      await way.round();
      await roundWith(stations.filter((station) => station !== stopped));
      way.lines();
      expect(await way.round()).toEqual({ setOff: 2, lost: 2, failed: 0 });
      expect(alarmsIn(way.lines())).toEqual(losses(stopped));
      await roundWith(stations);
      expect(await way.round()).toMatchObject({ lost: 0 });
      expect(alarmsIn(way.lines())).toEqual([]);
    },
  );

  it.each(stations)('that were %s too late are missed as if they had not been', async (late) => {
    await way.round();
    way.wait(2);
    await way.pass(stations.slice(0, stations.indexOf(late)));
    way.wait(5);
    await way.pass(stations.slice(stations.indexOf(late)));
    way.wait(8);
    expect(await way.round()).toMatchObject({ lost: 2 });
    expect(alarmsIn(way.lines())).toEqual(losses(late));
  });

  it('that arrive in the last instant of the five minutes are not missed', async () => {
    await way.round();
    way.wait(6);
    await way.pass();
    expect(await way.round()).toMatchObject({ setOff: 2, lost: 0 });
  });

  it('set off once and are missed once, however many runs there are at once', async () => {
    const rounds = async () => {
      const runs = await Promise.all(Array.from({ length: 6 }, () => way.round()));
      return runs.reduce((sum, run) => sum + run.setOff, 0);
    };
    expect(await rounds()).toBe(2);
    way.wait(15);
    way.lines();
    expect(await rounds()).toBe(2);
    const lines = way.lines();
    expect(alarmsIn(lines)).toEqual(losses('swept'));
    expect(lines.filter(({ event }) => event === 'canaries_set_off')).toHaveLength(6);
    for (const province of provinces) {
      const { state } = await way.head(province);
      expect([state.seq, state.deadlines.length]).toEqual([2, 1]);
    }
  });

  it('are left alone by a run that comes while they are under way', async () => {
    await way.round();
    way.wait(5);
    expect(await way.round()).toEqual({ setOff: 0, lost: 0, failed: 0 });
    expect(alarmsIn(way.lines())).toEqual([]);
  });

  it.each([
    ['the job', () => way.round()],
    ['the stations', () => way.pass()],
  ])(
    'are missed once after a stop of seventy-two hours that %s end, and fly on',
    async (_, first) => {
      await way.round();
      way.wait(72 * 60);
      await first();
      await way.round();
      expect(alarmsIn(way.lines()).filter(({ event }) => event === 'canary_lost')).toEqual(
        losses('swept'),
      );
      await way.pass();
      for (let round = 0; round < 3; round += 1) {
        await roundWith(stations);
        expect(await way.round()).toEqual({ setOff: 2, lost: 0, failed: 0 });
      }
      expect(alarmsIn(way.lines())).toEqual([]);
    },
  );

  it('begin by themselves in a province that is added, and in no other', async () => {
    await way.round();
    const [, , , like] = stageUnits;
    if (like === undefined) throw new Error('The stage has lost a unit');
    const until = plainDate('2025-07-01');
    const province = { ...like, level: 'PROVINCE', parent: 'VN' } as const;
    const added = [
      { ...province, code: '93' },
      { ...province, code: '94', until },
    ];
    await stage.administration.importUnits(added, founder, stage.now());
    await roundWith(stations);
    expect(await way.round()).toEqual({ setOff: 3, lost: 0, failed: 0 });
    await roundWith(stations);
    expect(await way.round()).toEqual({ setOff: 3, lost: 0, failed: 0 });
    expect(await stage.around.ledger.head(canaryId('94'))).toBeUndefined();
    expect(alarmsIn(way.lines())).toEqual([]);
  });

  it('need no officer anywhere', async () => {
    const { posts } = await stage.around.directories.around(['VN', '91', '92']);
    expect(posts).toEqual([]);
    await way.round();
    await roundWith(stations);
    expect(await way.round()).toMatchObject({ lost: 0 });
  });
});

describe('a round', () => {
  it('that fails in one province is named and holds no other up', async () => {
    const ledger: TestStage['around']['ledger'] = {
      ...stage.around.ledger,
      head: (id) =>
        id === canaryId('91')
          ? Promise.reject(new TypeError('unreadable'))
          : stage.around.ledger.head(id),
    };
    expect(await canaryRound({ ...way.room, ledger })).toEqual({ setOff: 1, lost: 0, failed: 1 });
    const said = { event: 'canary_failed', alarm: true, caseId: canaryId('91'), code: 'TypeError' };
    expect(alarmsIn(way.lines())).toEqual([said]);
  });

  it('that can never be written is an alarm and not a silence', async () => {
    const ledger = { ...stage.around.ledger, commit: async () => 'OTHER_COMMIT' as const };
    expect(await canaryRound({ ...way.room, ledger })).toEqual({ setOff: 0, lost: 0, failed: 2 });
    expect(alarmsIn(way.lines()).map(({ event }) => event)).toEqual(
      provinces.map(() => 'canary_failed'),
    );
  });

  it('judges again what a sweeper changed while it was judged', async () => {
    await way.round();
    way.wait(15);
    let swept = false;
    const { ledger } = stage.around;
    const commit: typeof ledger.commit = async (wanted) => {
      if (!swept) await sweepOnce(stage);
      swept = true;
      return ledger.commit(wanted);
    };
    way.lines();
    expect(await canaryRound({ ...way.room, ledger: { ...ledger, commit } })).toMatchObject({
      setOff: 2,
    });
    const lost = alarmsIn(way.lines()).filter(({ event }) => event === 'canary_lost');
    expect(lost).toEqual(expect.arrayContaining(losses('swept')));
    expect(lost).toHaveLength(2);
    expect((await way.head('91')).state.deadlines).toHaveLength(1);
  });

  it('leaves facts in the chain like those of every case', async () => {
    await way.round();
    await roundWith(stations);
    await way.round();
    const events = await stage.around.ledger.events(canaryId('91'), 0);
    expect(events.map(({ act, by, facts }) => [act, by.id, facts.map(({ type }) => type)])).toEqual(
      [
        ['canary', 'canary', ['CanarySetOff', 'DeadlineSet']],
        ['sweep', 'sweeper', ['BreachRecorded']],
        ['canary', 'canary', ['CanarySetOff', 'DeadlineClosed', 'DeadlineSet']],
      ],
    );
    expect(events.every(({ canary, synthetic }) => canary === true && synthetic)).toBe(true);
    const start = chainStart(canaryId('91'));
    expect(verifyChain(events as never, { start })).toMatchObject({ ok: true });
  });

  it('voids what was not told before the next one began', async () => {
    await way.round();
    await roundWith(['swept', 'projected']);
    const [late] = way.queue.flatMap(({ ids, ...to }) => ids.map((id) => ({ ...to, id })));
    await way.round();
    await way.pass(['delivered']);
    expect(late && (await stage.notices.find(late))).toMatchObject({
      state: 'VOID',
      arrivedAt: null,
    });
  });

  it('leaves nothing that is there for ever, and works on when it has gone', async () => {
    await way.round();
    await roundWith(stations);
    way.wait(31 * 24 * 60);
    const gone = await stage.engine.expire(Date.parse(stage.now()) / 1000);
    // For each province the event that set it off, the sweep, and the notice.
    expect(gone).toBe(6);
    expect(await stage.around.ledger.events(canaryId('91'), 0)).toEqual([]);
    way.lines();
    expect(await way.round()).toEqual({ setOff: 2, lost: 0, failed: 0 });
    expect(alarmsIn(way.lines())).toEqual([]);
    await roundWith(stations);
    expect(await way.round()).toEqual({ setOff: 2, lost: 0, failed: 0 });
  });
});

it('misses a canary that was never swept, however long ago', async () => {
  await way.round();
  way.wait(60 * 24 * 60);
  await stage.engine.expire(Date.parse(stage.now()) / 1000);
  expect(await way.round()).toEqual({ setOff: 2, lost: 2, failed: 0 });
  expect(alarmsIn(way.lines())).toEqual(losses('swept'));
});

describe('the due index', () => {
  it('has a canary only until it is told, and what is older comes before it', async () => {
    await stage.appoint('COMMUNE_CHAIR', '91001');
    const worker = await stage.appoint('COMMUNE_WORKER', '91001');
    const [older = ''] = await openCases(stage, worker, { count: 1, receivedAt: stage.now() });
    way.wait(12 * 60);
    await way.round();
    way.wait(1);
    expect(await stage.due.due('91', stage.now(), 100)).toEqual([older, canaryId('91')]);
    await way.pass();
    expect(await stage.due.due('91', stage.now(), 100)).toEqual([]);
    expect(await stage.due.next('92')).toBeUndefined();
  });
});

it('costs what its record says', async () => {
  await way.round();
  await roundWith(stations);
  await way.round();
  stage.engine.capacity.reset();
  await roundWith(stations);
  await way.round();
  const tables = ['cases', 'notices', 'directory', 'stats', 'audit'];
  const used = tables.map((table) => unitsUsed(stage, table));
  const perCanary = (of: 'readUnits' | 'writeUnits') =>
    used.reduce((total, each) => total + each[of], 0) / provinces.length;
  expect(perCanary('writeUnits')).toBe(21);
  expect(perCanary('readUnits')).toBeLessThanOrEqual(16);
});
