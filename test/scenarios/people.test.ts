import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../infra/local/sandbox.ts';
import { local } from '../support/followed.ts';
import {
  inbox,
  moveClock,
  type Officer,
  officer,
  post,
  report,
  startSandbox,
} from '../support/http.ts';
import type { MailSeen } from '../support/office.ts';

const unit = '99001';
const workerPost = { unit, post: `COMMUNE_WORKER@${unit}` };
const chairId = `demo-commune-chair.${unit}`;
const workerId = `demo-commune-worker.${unit}`;
let sandbox: Sandbox;
let administrator: Officer;
let chair: Officer;

beforeAll(async () => {
  sandbox = await startSandbox({ clock: Date.parse(local('2026-01-05 08:00')) });
  administrator = await officer(sandbox.origin, 'ADMINISTRATOR');
  chair = await officer(sandbox.origin, 'COMMUNE_CHAIR', unit);
});
afterAll(() => sandbox.close());

const inputTypes: Readonly<Record<string, string>> = {
  suspendOfficer: 'OfficerInput',
  restoreOfficer: 'OfficerInput',
};

async function changes(name: string, input: object): Promise<unknown> {
  const type = inputTypes[name] ?? `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${name}(input: $input) {
    changed userErrors { code } } }`;
  return (await administrator.administer<Record<string, unknown>>(document, { input }))[name];
}
const changed = { changed: true, userErrors: [] };

describe('an officer who is suspended', () => {
  it('is refused at every door with the next request, and let in again once restored', async () => {
    const document = `mutation ($input: CreateCalendarFeedInput!) {
      createCalendarFeed(input: $input) { url } }`;
    const input = { post: `COMMUNE_CHAIR@${unit}`, idempotencyKey: 'calendar-of-the-chair' };
    const made = await chair.ask<{ createCalendarFeed: { url: string } }>(document, { input });
    const { url } = made.createCalendarFeed;
    const headers = { authorization: `Bearer ${chair.token}` };
    const paths = ['/graphql', '/administration/graphql', '/statistics/graphql'];
    const statuses = async () => {
      const asked = paths.map((path) =>
        post(`${sandbox.origin}${path}`, { query: '{ serverTime }' }, headers),
      );
      const answers = [...(await Promise.all(asked)), await fetch(url)];
      return answers.map(({ status }) => status);
    };
    expect(await statuses()).toEqual([200, 200, 200, 200]);
    expect(await changes('suspendOfficer', { officer: chairId })).toEqual(changed);
    expect(await statuses()).toEqual([401, 401, 401, 404]);
    expect(await changes('restoreOfficer', { officer: chairId })).toEqual(changed);
    expect(await statuses()).toEqual([200, 200, 200, 200]);
  });
});

describe('a worker on leave', () => {
  let hotline: Officer;
  let worker: Officer;
  const chairMail = `commune-chair.${unit}@demo.invalid`;

  beforeAll(async () => {
    hotline = await officer(sandbox.origin, 'HOTLINE_111');
    worker = await officer(sandbox.origin, 'COMMUNE_WORKER', unit);
  });

  const received = async (wall: string) => {
    const { code } = await hotline.does('receiveReport', report(unit, local(wall)));
    return code;
  };
  const told = async (by: Officer, box: string, code: string) =>
    (await inbox(by, box)).filter(({ caseCode }) => caseCode === code).map(({ kind }) => kind);
  const mails = async (to: string, code: string) => {
    const all = (await (await fetch(`${sandbox.origin}/sandbox/mail`)).json()) as MailSeen[];
    return all.filter((mail) => mail.to.includes(to) && mail.subject.includes(code)).length;
  };

  it('is passed over, and the chair is told alone', async () => {
    const leave = { from: local('2026-01-05 09:00'), until: local('2026-01-07 00:00') };
    expect(await changes('recordLeave', { officer: workerId, ...leave })).toEqual(changed);
    const before = await received('2026-01-05 07:50');
    await moveClock(sandbox.origin, local('2026-01-05 09:00'));
    const during = await received('2026-01-05 08:50');
    await moveClock(sandbox.origin, local('2026-01-05 09:05'));
    expect(await told(worker, workerPost.post, before)).toContain('FORWARDED');
    expect(await told(worker, workerPost.post, during)).toEqual([]);
    expect(await told(chair, `COMMUNE_CHAIR@${unit}`, during)).toEqual(['FORWARDED']);
  });

  it('is stood in for by whom the post is delegated to, who reads its inbox and gets its mail', async () => {
    const delegation = { from: local('2026-01-05 10:00'), until: local('2026-01-05 12:00') };
    const wish = { ...workerPost, to: chairId, document: '7/QĐ-UBND', ...delegation };
    expect(await changes('delegatePost', wish)).toEqual(changed);
    await expect(inbox(chair, workerPost.post)).rejects.toThrow('NOT_ALLOWED');
    await moveClock(sandbox.origin, delegation.from);
    const during = await received('2026-01-05 09:50');
    await moveClock(sandbox.origin, local('2026-01-05 10:05'));
    expect(await told(chair, workerPost.post, during)).toEqual(['FORWARDED']);
    // One as the chair and one as the worker; the worker, who is away, gets none.
    expect(await mails(chairMail, during)).toBe(2);
    expect(await mails(`commune-worker.${unit}@demo.invalid`, during)).toBe(0);
    await moveClock(sandbox.origin, delegation.until);
    await expect(inbox(chair, workerPost.post)).rejects.toThrow('NOT_ALLOWED');
    const after = await received('2026-01-05 11:50');
    await moveClock(sandbox.origin, local('2026-01-05 12:05'));
    expect(await mails(chairMail, after)).toBe(1);
  });
});

describe('a secret of a machine client', () => {
  const sha256 = (secret: string) => createHash('sha256').update(secret).digest('hex');
  const statusWith = async (secret: string) => {
    const form = { grant_type: 'client_credentials', client_id: 'hotline-intake' };
    const body = { ...form, client_secret: secret };
    return (await post(`${sandbox.origin}/oauth/token`, body)).status;
  };
  const add = (credential: string, secret: string, more: object = {}) =>
    changes('addCredential', {
      ...{ app: 'hotline-intake', credential, secretSha256: sha256(secret) },
      ...more,
    });

  it('is changed without a gap: old and new are good together, and a third is refused', async () => {
    const { serverTime: now } = await administrator.ask<{ serverTime: string }>('{ serverTime }');
    expect(await statusWith('hotline-intake-secret')).toBe(200);
    expect(await statusWith('the next secret')).toBe(401);
    const expiresAt = new Date(Date.parse(now) + 3_600_000).toISOString();
    expect(await add('next', 'the next secret', { expiresAt })).toEqual(changed);
    const secrets = ['hotline-intake-secret', 'the next secret', 'a third one'];
    expect(await Promise.all(secrets.map(statusWith))).toEqual([200, 200, 401]);
    expect(await add('third', 'a third one')).toEqual({
      changed: null,
      userErrors: [{ code: 'TOO_MANY' }],
    });
    const old = { app: 'hotline-intake', credential: 'first' };
    expect(await changes('retireCredential', old)).toEqual(changed);
    expect(await Promise.all(secrets.map(statusWith))).toEqual([401, 200, 401]);
    await moveClock(sandbox.origin, expiresAt);
    expect(await Promise.all(secrets.map(statusWith))).toEqual([401, 401, 401]);
  });

  it('is known by the day of its last use', async () => {
    const query = '{ apps { nodes { id credentials { id active lastUsedOn } } } }';
    type Row = { id: string; credentials: object[] };
    const { apps } = await administrator.administer<{ apps: { nodes: Row[] } }>(query);
    const intake = apps.nodes.find(({ id }) => id === 'hotline-intake');
    expect(intake?.credentials).toEqual([{ id: 'next', active: false, lastUsedOn: '2026-01-05' }]);
  });
});
