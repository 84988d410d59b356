import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Sandbox } from '../../infra/local/sandbox.ts';
import {
  describeOfficial,
  ends,
  type Followed,
  importOfficialUnits,
  local,
  receive,
  utc,
} from '../support/followed.ts';
import { inbox, moveClock, type Officer, officer, seen, startSandbox } from '../support/http.ts';

// Communes of Hà Nội, Cần Thơ and Thành phố Hồ Chí Minh.
const here = '00004';
const asked = '31135';
const home = '26740';
let sandbox: Sandbox;
let followed: Followed;
const staff = new Map<string, Officer>();
const by = (post: string): Officer => {
  const found = staff.get(post);
  if (found === undefined) throw new Error(`Nobody holds ${post}`);
  return found;
};

const workerOf = (unit: string) => by(`COMMUNE_WORKER@${unit}`);
const chairOf = (unit: string) => by(`COMMUNE_CHAIR@${unit}`);

async function told(post: string, rule: string): Promise<readonly string[]> {
  const items = await inbox(by(post), post);
  return items.filter(({ duty }) => duty?.rule === rule).map(({ kind }) => kind);
}

describeOfficial('a hand-over over the borders of provinces', () => {
  beforeAll(async () => {
    sandbox = await startSandbox({ clock: Date.parse(local('2026-03-09 08:00')) });
    await importOfficialUnits(sandbox.origin);
    const communes = [here, asked, home].flatMap((unit) =>
      ['COMMUNE_WORKER', 'COMMUNE_CHAIR'].map((role) => [role, unit] as const),
    );
    const provinces = ['01', '92', '79'].map((unit) => ['PROVINCE_SUPERVISOR', unit] as const);
    for (const [role, unit] of [...communes, ...provinces])
      staff.set(`${role}@${unit}`, await officer(sandbox.origin, role, unit));
    followed = await receive(workerOf(here), here, '2026-03-09 08:00');
    await followed.does(workerOf(here), 'assessInitially', { seriousHarm: false });
    const own = { post: `COMMUNE_WORKER@${here}`, leg: 'RESIDENCE' };
    await followed.does(chairOf(here), 'assignWorker', own);
  });
  afterAll(() => sandbox.close());

  it('is told to both communes, and a late answer to both and to both provinces', async () => {
    await followed.does(workerOf(here), 'offerHandover', { to: asked });
    await moveClock(sandbox.origin, local('2026-03-12 09:00'));
    for (const unit of [here, asked]) {
      expect(await told(`COMMUNE_WORKER@${unit}`, 'P01')).toEqual(['REMINDER', 'BREACH']);
      expect(await told(`COMMUNE_CHAIR@${unit}`, 'P01')).toEqual(['BREACH']);
    }
    for (const province of ['01', '92'])
      expect(await told(`PROVINCE_SUPERVISOR@${province}`, 'P01')).toEqual(['ESCALATION']);
    expect(await told('PROVINCE_SUPERVISOR@79', 'P01')).toEqual([]);
  });

  it('takes the case out of sight of whoever declines', async () => {
    expect(await followed.refused(chairOf(asked), 'declineHandover')).toBeUndefined();
    await expect(seen(chairOf(asked), followed.id)).rejects.toThrow('not visible');
    await expect(seen(by('PROVINCE_SUPERVISOR@92'), followed.id)).rejects.toThrow('not visible');
  });

  it('moves duties, lists and the name of the worker with the leg', async () => {
    const { version } = await seen(workerOf(here), followed.id);
    const offer = { caseId: followed.id, expectedVersion: version, to: home };
    const offered = await workerOf(here).does('offerHandover', offer);
    const answer = { caseId: followed.id, expectedVersion: offered.version };
    const accepted = await chairOf(home).does('acceptHandover', answer);
    expect(ends(accepted)).toEqual([['D06', utc('2026-03-17 00:00'), 'PLANNED']]);
    const query = `query ($id: ID!) { case(id: $id) { residenceLeg { unitCode worker } } }`;
    expect(await chairOf(home).ask(query, { id: followed.id })).toEqual({
      case: { residenceLeg: { unitCode: home, worker: null } },
    });
    const list = `{ cases(unit: "${home}") { totalCount } }`;
    expect(await workerOf(home).ask(list)).toEqual({ cases: { totalCount: 1 } });
  });

  it('tells the new commune and its province only of what is late from then on', async () => {
    await moveClock(sandbox.origin, local('2026-03-18 00:30'));
    expect(await told(`COMMUNE_WORKER@${home}`, 'D06')).toEqual(['REMINDER', 'BREACH']);
    expect(await told(`COMMUNE_CHAIR@${home}`, 'D06')).toEqual(['BREACH']);
    expect(await told('PROVINCE_SUPERVISOR@79', 'D06')).toEqual(['ESCALATION']);
    for (const post of [`COMMUNE_WORKER@${here}`, `COMMUNE_CHAIR@${asked}`])
      expect(await told(post, 'D06')).toEqual([]);
    expect(await told('PROVINCE_SUPERVISOR@01', 'D06')).toEqual([]);
  });

  it('does not keep the commune that still answers from its own duties', async () => {
    const worker = workerOf(here);
    const waiting = await receive(worker, here, '2026-03-18 00:30');
    await waiting.does(worker, 'assessInitially', { seriousHarm: false });
    await waiting.does(worker, 'offerHandover', { to: asked });
    const assessed = await waiting.does(worker, 'assessNeeds', { planNeeded: true });
    expect(assessed.deadlines.map(({ rule }) => rule).toSorted()).toEqual(['D07', 'P01']);
  });
});
