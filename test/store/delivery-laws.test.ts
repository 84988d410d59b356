import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { KeptDelivery } from '#app/ports/notices.ts';
import { entriesKept } from '#domain/attempt.ts';
import type { DeliveryState } from '#domain/delivery.ts';
import type { Notice } from '#domain/notice.ts';
import { plusHours } from '#domain/time.ts';
import { openDeliveryDesk } from '#store/delivery-desk.ts';
import { tried } from '../support/breadth.ts';
import { openTestStage, type TestStage } from '../support/stage.ts';

let stage: TestStage;
beforeAll(async () => {
  stage = await openTestStage();
});
afterAll(() => stage.close());

const post = { id: 'COMMUNE_WORKER@91001', role: 'COMMUNE_WORKER', unit: '91001' } as const;
const noticeOf = (id: string): Notice => ({
  id,
  caseId: id,
  caseCode: 'LC-0000001-3',
  kind: 'FORWARDED',
  post,
  emergency: false,
  about: stage.now(),
  duty: null,
});

/** What a delivery should be like, said once more and simply. */
type Model = {
  state: DeliveryState;
  attempts: number;
  /** Minutes since the beginning, and until when the lease of a claim goes. */
  now: number;
  lease: number;
  dueAt: number | null;
  lines: number;
  /** What each of two workers claimed last, by the attempts it saw. */
  readonly held: (number | undefined)[];
};
type Real = {
  readonly id: string;
  readonly start: ReturnType<TestStage['now']>;
  readonly held: (KeptDelivery | undefined)[];
};
type Step = fc.AsyncCommand<Model, Real>;

const leaseMinutes = 5;
const key = ({ id }: Real) => ({ channel: 'EMAIL', to: post.id, id }) as const;
const at = ({ start }: Real, minutes: number) => plusHours(start, minutes / 60);
const isFree = ({ state, lease, now }: Model) =>
  state === 'PENDING' || (state === 'CLAIMED' && lease < now);
const nothingSaid = { code: null, words: null, message: null };

function step(name: string, run: (model: Model, real: Real) => Promise<void>): Step {
  return {
    check: () => true,
    run: async (model, real) => {
      await run(model, real);
      await agree(model, real);
    },
    toString: () => name,
  };
}

/** The store says what the model says, and each index has it where it belongs. */
async function agree(model: Model, real: Real): Promise<void> {
  const item = await stage.notices.find(key(real));
  expect(item?.state).toBe(model.state);
  expect(item?.attempts).toBe(model.attempts);
  expect(item?.ledger.length).toBe(Math.min(model.lines, entriesKept));
  const far = plusHours(stage.now(), 10_000);
  const due = (await stage.notices.due(far, 1000)).some(({ id }) => id === real.id);
  expect(due).toBe(model.dueAt !== null);
  const dead = await openDeliveryDesk(stage.database).dead(post.id, {
    first: 100,
    after: undefined,
  });
  expect(dead.rows.some(({ id }) => id === real.id)).toBe(model.state === 'FAILED');
  // However often it is begun anew, its box has it once.
  const box = await stage.notices.inbox(post.id, { first: 100, after: undefined });
  expect(box.rows.filter(({ id }) => id === real.id)).toHaveLength(1);
}

const worker = fc.constantFrom(0, 1);

const wait = fc.integer({ min: 1, max: 12 }).map((minutes) =>
  step(`wait ${minutes}`, async (model) => {
    model.now += minutes;
  }),
);

const claim = worker.map((who) =>
  step(`worker ${who} claims`, async (model, real) => {
    const claimed = await stage.notices.claim(key(real), at(real, model.now));
    expect(claimed !== undefined).toBe(isFree(model));
    if (claimed === undefined) return;
    model.state = 'CLAIMED';
    model.attempts += 1;
    model.lease = model.now + leaseMinutes;
    model.dueAt = model.lease;
    model.held[who] = model.attempts;
    real.held[who] = claimed;
  }),
);

/** Two claims at once: never two winners. */
const race = fc.constant(
  step('both claim at once', async (model, real) => {
    const now = at(real, model.now);
    const claims = await Promise.all([0, 1].map(() => stage.notices.claim(key(real), now)));
    expect(claims.filter((each) => each !== undefined)).toHaveLength(isFree(model) ? 1 : 0);
    if (!isFree(model)) return;
    model.state = 'CLAIMED';
    model.attempts += 1;
    model.lease = model.now + leaseMinutes;
    model.dueAt = model.lease;
    const winner = claims[0] === undefined ? 1 : 0;
    model.held[winner] = model.attempts;
    real.held[winner] = claims[winner];
  }),
);

const settle = fc
  .record({ who: worker, outcome: fc.constantFrom('SENT', 'FAILED', 'VOID', 'LATER') })
  .map(({ who, outcome }) =>
    step(`worker ${who} settles ${outcome}`, async (model, real) => {
      const claimed = real.held[who];
      if (claimed === undefined) return;
      const entry = { at: at(real, model.now), ...nothingSaid };
      const isMine = model.state === 'CLAIMED' && model.held[who] === model.attempts;
      const done = await stage.notices.settle(
        claimed,
        outcome === 'LATER'
          ? { ...entry, outcome, retryAt: at(real, model.now + 1) }
          : { ...entry, outcome },
      );
      expect(done).toBe(isMine);
      if (!isMine) return;
      model.state = outcome === 'LATER' ? 'PENDING' : outcome;
      model.dueAt = outcome === 'LATER' ? model.now + 1 : null;
      model.lines += 1;
    }),
  );

const voiding = fc.constant(
  step('void', async (model, real) => {
    const done = await stage.notices.void(key(real), at(real, model.now));
    expect(done).toBe(isFree(model));
    if (!done) return;
    // The last line may stand beside the twenty.
    model.state = 'VOID';
    model.dueAt = null;
    model.lines += 1;
  }),
);

const redrive = fc.constant(
  step('redrive', async (model, real) => {
    const item = await stage.notices.find(key(real));
    if (item === undefined) throw new Error('The delivery is gone');
    const done = await stage.notices.redrive(item, at(real, model.now));
    expect(done).toBe(model.state === 'FAILED');
    if (!done) return;
    model.state = 'PENDING';
    model.dueAt = model.now;
    model.lines += 1;
  }),
);

const comesBack = fc.constant(
  step('the mail comes back', async (model, real) => {
    const item = await stage.notices.find(key(real));
    if (item === undefined) throw new Error('The delivery is gone');
    const entry = { at: at(real, model.now), ...nothingSaid, outcome: 'RETURNED' } as const;
    const done = await stage.notices.returned(item, entry);
    expect(done).toBe(model.state === 'SENT');
    if (!done) return;
    model.state = 'FAILED';
    model.lines += 1;
  }),
);

const again = fc.constant(
  step('the projector writes it again', async (_, real) => {
    const delivery = { channel: 'EMAIL', to: post.id, notice: noticeOf(real.id) } as const;
    expect(await stage.notices.putNew([delivery], real.start)).toEqual([]);
  }),
);

let runs = 0;

it('whatever two workers, the clock, a person and the mail service do, a delivery is in one state alone', async () => {
  const steps = fc.commands([wait, claim, race, settle, voiding, redrive, comesBack, again], {
    maxCommands: 30,
  });
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      runs += 1;
      const id = `run-${runs}`;
      const start = stage.now();
      await stage.notices.putNew([{ channel: 'EMAIL', to: post.id, notice: noticeOf(id) }], start);
      const model: Model = {
        state: 'PENDING',
        attempts: 0,
        now: 0,
        lease: 0,
        dueAt: 0,
        lines: 0,
        held: [],
      };
      const setup = () => ({ model, real: { id, start, held: [] } });
      await fc.asyncModelRun(setup, all);
      // Nothing waits for the next run.
      await stage.notices.void({ channel: 'EMAIL', to: post.id, id }, plusHours(start, 1000));
    }),
    { numRuns: tried(60) },
  );
});
