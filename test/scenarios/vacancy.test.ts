import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Sandbox } from '../../infra/local/sandbox.ts';
import {
  describeOfficial,
  ends,
  follow,
  importOfficialUnits,
  local,
  receive,
  utc,
} from '../support/followed.ts';
import { inbox, moveClock, type Officer, officer, report, startSandbox } from '../support/http.ts';

const empty = '31135';
const manned = '26740';
let sandbox: Sandbox;
let hotline: Officer;
let logged: string[] = [];
const stderr = process.stderr.write;

describeOfficial('vacant posts and a missing year', () => {
  beforeAll(async () => {
    sandbox = await startSandbox({ clock: Date.parse(local('2027-12-27 08:00')) });
    await importOfficialUnits(sandbox.origin);
    hotline = await officer(sandbox.origin, 'HOTLINE_111');
    process.stderr.write = (text) => logged.push(String(text)) > 0;
  });
  afterAll(async () => {
    process.stderr.write = stderr;
    await sandbox.close();
  });

  const alarms = (event: string) => logged.filter((line) => line.includes(`"event":"${event}"`));

  it('tells the ministry of a commune without any officer, and its worker once there is one', async () => {
    const told = report(empty, local('2027-12-27 07:50'));
    const { id, version } = await hotline.does('receiveReport', told);
    await moveClock(sandbox.origin, local('2027-12-28 08:00'));
    const ministry = await officer(sandbox.origin, 'MINISTRY_SUPERVISOR');
    const stoodIn = await inbox(ministry, 'MINISTRY_SUPERVISOR@VN');
    expect(stoodIn.map(({ kind }) => kind)).toContain('BREACH');
    expect(alarms('nobody_to_tell')).toEqual([]);
    const worker = await officer(sandbox.origin, 'COMMUNE_WORKER', empty);
    const list = `{ cases(unit: "${empty}", list: OVERDUE) { nodes { id } } }`;
    expect(await worker.ask(list)).toEqual({ cases: { nodes: [{ id }] } });
    const after = await follow({ id, version }).does(worker, 'assessInitially', {
      seriousHarm: true,
    });
    expect(after.overdue).toBe(false);
    await moveClock(sandbox.origin, local('2027-12-28 08:01'));
    const items = await inbox(worker, `COMMUNE_WORKER@${empty}`);
    expect(items.map(({ kind, duty }) => [kind, duty?.rule])).toEqual([
      ['REMINDER', 'D05'],
      ['BREACH', 'D05'],
    ]);
  });

  it('tells the province in place of a vacant chair', async () => {
    const worker = await officer(sandbox.origin, 'COMMUNE_WORKER', manned);
    const province = await officer(sandbox.origin, 'PROVINCE_SUPERVISOR', '79');
    await receive(worker, manned, '2027-12-28 08:00');
    await moveClock(sandbox.origin, local('2027-12-28 22:00'));
    const items = await inbox(province, 'PROVINCE_SUPERVISOR@79');
    expect(items.map(({ kind }) => kind)).toEqual(['FORWARDED', 'BREACH', 'ESCALATION']);
  });

  it('records a fact whose deadline needs a year nobody has reviewed, with an alarm', async () => {
    logged = [];
    const worker = await officer(sandbox.origin, 'COMMUNE_WORKER', manned);
    const chair = await officer(sandbox.origin, 'COMMUNE_CHAIR', manned);
    const followed = await receive(worker, manned, '2027-12-28 08:00');
    const assessed = await followed.does(worker, 'assessInitially', { seriousHarm: false });
    expect(ends(assessed)).toEqual([['D06', null, 'UNPLANNED']]);
    expect(alarms('deadline_unplanned')).toHaveLength(1);
    const order = { ground: 'ABUSED_BY_CARER', days: 15 };
    const isolated = await followed.does(chair, 'orderIsolation', order);
    expect(ends(isolated)).toContainEqual(['D13', utc('2028-01-13 00:00'), 'PLANNED']);
  });

  it('knows an officer no more from the moment the post is taken away', async () => {
    const worker = await officer(sandbox.origin, 'COMMUNE_WORKER', manned);
    const followed = await receive(worker, manned, '2027-12-28 08:00');
    const administrator = await officer(sandbox.origin, 'ADMINISTRATOR');
    const document = `mutation ($input: VacatePostInput!) {
      vacatePost(input: $input) { vacated userErrors { code } } }`;
    const seat = { unit: manned, post: `COMMUNE_WORKER@${manned}` };
    await administrator.administer(document, { input: seat });
    const act = { seriousHarm: false };
    expect(await followed.refused(worker, 'assessInitially', act)).toBe('NOT_FOUND');
    await expect(inbox(worker, seat.post)).rejects.toThrow('NOT_ALLOWED');
  });
});
