import * as fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { watchOver } from '#app/watch.ts';
import { fromEpoch } from '#domain/time.ts';
import { isClosedTo, norms, unwatched, type Watch, watched } from '#domain/watch.ts';
import { newId } from '#runtime/world.ts';
import { openAnomalies, openWatches } from '#store/watches.ts';
import { type Charged, meterOn } from '../support/meter.ts';
import { openTestStage, type TestStage } from '../support/stage.ts';

const start = Date.parse('2026-01-05T07:30:00+07:00');
const at = (minute: number) => fromEpoch(start + minute * 60_000);
const mark = (n: number) => `mark${String(n).padStart(4, '0')}`;
const opening = (n: number) => ({ opened: [mark(n)], refused: [] });

/** What is told while something is met at some minutes, in order. */
function told(met: readonly (readonly [minute: number, mark: number])[], of = 'opened') {
  let watch: Watch = unwatched;
  return met.flatMap(([minute, n]) => {
    const each = of === 'opened' ? opening(n) : { opened: [], refused: [mark(n)] };
    const next = watched(watch, each, at(minute));
    watch = next.watch;
    return next.anomalies.map(({ kind, count }) => [minute, kind, count] as const);
  });
}

const series = (many: number, minutes: number) =>
  Array.from({ length: many }, (_, n) => [n * minutes, n] as const);

describe('much read by one officer', () => {
  it('is told with the first case beyond those of an hour, once an hour', () => {
    expect(told(series(31, 1))).toEqual([[30, 'READ_IN_AN_HOUR', 31]]);
    expect(told(series(91, 1)).map(([minute, kind]) => [minute, kind])).toEqual([
      [30, 'READ_IN_AN_HOUR'],
      [90, 'READ_IN_AN_HOUR'],
    ]);
  });

  it('is told with the first case beyond those of a day, however slowly they come', () => {
    expect(told(series(101, 14))).toEqual([[1400, 'READ_IN_A_DAY', 101]]);
    expect(told(series(400, 15))).toEqual([]);
  });

  it('is not the same cases read again and again', () => {
    expect(told(Array.from({ length: 500 }, (_, n) => [n, n % 30] as const))).toEqual([]);
  });

  it('slides: an hour begins at any minute', () => {
    expect(told(series(30, 2.1).map(([minute, n]) => [minute, n] as const))).toEqual([]);
    const late = [...series(15, 0), ...series(16, 0).map(([, n]) => [59, 100 + n] as const)];
    expect(told(late)).toEqual([[59, 'READ_IN_AN_HOUR', 31]]);
    expect(told(late.map(([minute, n]) => [minute === 59 ? 60 : minute, n]))).toEqual([]);
  });

  it('is told again an hour later with the first case that is not met again within five minutes', () => {
    const allAt = (minute: number) => series(31, 0).map(([, n]) => [minute, n] as const);
    const met = [...allAt(0), ...allAt(56), [60, 0] as const, [61, 1] as const];
    expect(told(met).map(([minute]) => minute)).toEqual([0, 61]);
  });

  // Thirty-one cases are met, and met again 56 minutes later; after the hour one of them at once again.
  const toldAgainWithTheNextNew: [number, number][] = [
    ...series(31, 0).map(([, n]): [number, number] => [0, n]),
    ...series(31, 0).map(([, n]): [number, number] => [n === 0 ? 56 : 0, n]),
    [4, 0],
  ];

  /** Everything met, and when it was told last. */
  function remembering() {
    let [minute, last] = [0, -60];
    const seen: (readonly [number, number])[] = [];
    const noted = new Map<number, number>();
    return {
      meets: (pause: number, n: number) => {
        minute += pause;
        seen.push([minute, n]);
        const isNew = minute - (noted.get(n) ?? -60) >= 5;
        if (isNew) noted.set(n, minute);
        return { minute, isNew };
      },
      within: (minutes: number) =>
        new Set(seen.filter(([then]) => then > minute - minutes).map(([, n]) => n)).size,
      tells: () => {
        last = minute;
      },
      sinceTold: () => minute - last,
    };
  }

  it('is counted as somebody counts who remembers everything', () => {
    const meeting = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 60 }));
    let tellings = 0;
    fc.assert(
      fc.property(fc.array(meeting, { minLength: 60, maxLength: 200 }), (steps) => {
        const memory = remembering();
        let watch: Watch = unwatched;
        for (const [pause, n] of steps) {
          const { minute, isNew } = memory.meets(pause, n);
          const next = watched(watch, opening(n), at(minute));
          watch = next.watch;
          const isTold = next.anomalies.some(({ kind }) => kind === 'READ_IN_AN_HOUR');
          if (isTold) {
            expect(memory.within(60)).toBeGreaterThan(norms.READ_IN_AN_HOUR.most);
            expect(memory.sinceTold()).toBeGreaterThanOrEqual(60);
            memory.tells();
            tellings += 1;
          }
          // What is met again within five minutes keeps its first time, and tells nothing by itself.
          const isMuch = isNew && memory.within(55) > norms.READ_IN_AN_HOUR.most;
          expect(isMuch && memory.sinceTold() >= 60).toBe(false);
        }
      }),
      { examples: [[toldAgainWithTheNextNew]] },
    );
    expect(tellings).toBeGreaterThan(10);
  });
});

describe('much refused to one officer', () => {
  it('is told, closes papers, and opens them again within the hour', () => {
    const tried = series(41, 1);
    expect(told(tried, 'refused')).toEqual([[40, 'REFUSED_IN_AN_HOUR', 41]]);
    let watch: Watch = unwatched;
    for (const [minute, n] of tried) {
      expect(isClosedTo(watch, at(minute))).toBe(false);
      watch = watched(watch, { opened: [], refused: [mark(n)] }, at(minute)).watch;
    }
    expect(isClosedTo(watch, at(40))).toBe(true);
    expect(isClosedTo(watch, at(59))).toBe(true);
    expect(isClosedTo(watch, at(60))).toBe(false);
  });

  it('is not an app that asks for the same old case all day', () => {
    expect(
      told(
        Array.from({ length: 400 }, (_, n) => [n, 7] as const),
        'refused',
      ),
    ).toEqual([]);
  });
});

describe('a watch', () => {
  let stage: TestStage;
  let meter: ReturnType<typeof meterOn>;
  const who = () => ({ id: newId(), app: 'test-app' });
  beforeAll(async () => {
    stage = await openTestStage();
    meter = meterOn(stage.client);
  });
  beforeEach(() => void stage.lines.splice(0));
  afterAll(() => stage.close());

  const room = () => ({ watches: openWatches(stage.database), world: stage.around.world });

  it('costs one read and at most two write units, however much is in it', async () => {
    const officer = who();
    const [plain, telling]: Charged[][] = [[], []];
    for (let n = 0; n < 140; n += 1) {
      const met = { opened: [newId().slice(0, 8)], refused: n < 45 ? [newId().slice(0, 8)] : [] };
      const before = stage.lines.length;
      meter.take();
      await watchOver(officer, met, room());
      (stage.lines.length > before ? telling : plain)?.push(meter.take());
    }
    const written = plain?.map(({ table, index }) => table + index) ?? [];
    expect(Math.max(...written)).toBeLessThanOrEqual(2);
    expect(written.slice(0, 50).every((units) => units === 1)).toBe(true);
    expect(Math.max(...(plain ?? []).map(({ read }) => read))).toBeLessThanOrEqual(1);
    expect(telling).toHaveLength(3);
    expect(stage.lines.map((line) => (line as { code: string }).code).toSorted()).toEqual([
      'READ_IN_AN_HOUR',
      'READ_IN_A_DAY',
      'REFUSED_IN_AN_HOUR',
    ]);
  });

  it('costs no write while nothing is new', async () => {
    const officer = who();
    await watchOver(officer, opening(1), room());
    meter.take();
    await watchOver(officer, opening(1), room());
    expect(meter.take()).toMatchObject({ calls: 1, table: 0 });
  });

  it('loses nothing to requests at once, and tells what they add up to once', async () => {
    const officer = who();
    const rounds = Array.from({ length: 8 }, (_, round) => round);
    for (const round of rounds)
      await Promise.all(
        [0, 1, 2, 3].map((n) => watchOver(officer, opening(round * 4 + n), room())),
      );
    const { watch } = await room().watches.load(officer);
    expect(Object.keys(watch.opened)).toHaveLength(32);
    expect(stage.lines).toEqual([
      { event: 'anomaly', alarm: true, code: 'READ_IN_AN_HOUR', officer: officer.id, count: 31 },
    ]);
    const { rows } = await openAnomalies(stage.database).list('2026-01', {
      first: 100,
      after: undefined,
    });
    expect(rows.filter((each) => each.officer === officer.id)).toMatchObject([
      { kind: 'READ_IN_AN_HOUR', count: 31, app: 'test-app' },
    ]);
  });

  it('that requests contend for until the end is an alarm, and the answer leaves', async () => {
    const lost = { ...room().watches, keep: async () => false };
    await watchOver({ id: 'officer-9', app: 'a' }, opening(1), { ...room(), watches: lost });
    expect(stage.lines).toEqual([{ event: 'watch_contended', alarm: true, officer: 'officer-9' }]);
  });
});
