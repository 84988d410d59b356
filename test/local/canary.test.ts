import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canaryId } from '#domain/case/canary.ts';
import { openStage } from '#runtime/world.ts';
import { openLedger } from '#store/cases.ts';
import { openDueIndex } from '#store/due.ts';
import { handler as jobs } from '../../functions/jobs.ts';
import { canaryRounds } from '../../infra/local/canary.ts';
import type { Sandbox } from '../../infra/local/sandbox.ts';
import { officer, post, startSandbox } from '../support/http.ts';

const minute = 60_000;
const start = Date.parse('2026-01-05T07:30:00+07:00');

describe('the rounds of a sandbox', () => {
  function rounds() {
    const hand = { at: start };
    let begun = 0;
    const beat = canaryRounds({
      clock: { now: () => hand.at },
      river: {
        canary: async () => {
          begun += 1;
        },
      },
      time: { alone: (run) => run(async () => undefined) },
    });
    const to = (at: number): void => {
      hand.at = at;
    };
    return { beat, begun: () => begun, to };
  }

  it('begin once in each quarter of an hour, however often the clock is looked at', async () => {
    const { beat, begun, to } = rounds();
    for (let second = 0; second < 60 * 60; second += 1) {
      to(start + second * 1000);
      await Promise.all([beat(), beat()]);
    }
    expect(begun()).toBe(4);
  });

  it('leave out the quarters that a moved clock passes, and begin again after a reset', async () => {
    const { beat, begun, to } = rounds();
    await beat();
    to(start + 365 * 24 * 60 * minute);
    await beat();
    expect(begun()).toBe(2);
    to(start);
    await beat();
    expect(begun()).toBe(3);
  });
});

describe('a canary of the sandbox', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.close());

  const advance = (by: string) => post(`${sandbox.origin}/sandbox/clock`, { advance: by });
  const setOff = () => sandbox.time.alone(() => jobs({ job: 'canary' }));
  const ofDemoProvince = async () => {
    const head = await openLedger(openStage().database).head(canaryId('99'));
    if (head === undefined) throw new Error('There is no canary');
    return head.state;
  };

  it('is not there unless it is asked for', async () => {
    await advance('PT30M');
    expect(await openLedger(openStage().database).head(canaryId('99'))).toBeUndefined();
  });

  it('goes through all doors of the river, shows nowhere and mails nobody', async () => {
    expect(await setOff()).toEqual({ setOff: 1, lost: 0, failed: 0 });
    await advance('PT15M');
    expect(await setOff()).toEqual({ setOff: 1, lost: 0, failed: 0 });
    await advance('PT15M');
    const supervisor = await officer(sandbox.origin, 'PROVINCE_SUPERVISOR', '99');
    const asked = `{ cases(unit: "99") { totalCount } case(id: "${canaryId('99')}") { id } }`;
    expect(await supervisor.ask(asked)).toEqual({ cases: { totalCount: 0 }, case: null });
    const mails = await fetch(`${sandbox.origin}/sandbox/mail`);
    expect(await mails.json()).toEqual([]);
  });

  it('has nothing due while the clock is moved far, and is not missed after it', async () => {
    expect(await setOff()).toMatchObject({ setOff: 1, lost: 0 });
    const { seq } = await ofDemoProvince();
    await advance('P60D');
    // One sweep of the one round that was under way.
    expect((await ofDemoProvince()).seq).toBe(seq + 1);
    expect(await openDueIndex(openStage().database).next('99')).toBeUndefined();
    expect(await setOff()).toEqual({ setOff: 1, lost: 0, failed: 0 });
  });
});
