import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Sandbox } from '../../infra/local/sandbox.ts';
import { type Officer, officer, post, report, startSandbox, withToken } from '../support/http.ts';

let sandbox: Sandbox;
let administrator: Officer;

beforeAll(async () => {
  sandbox = await startSandbox();
  administrator = await officer(sandbox.origin, 'ADMINISTRATOR');
});
afterAll(() => sandbox.close());

const asks = (wanted: object) => post(`${sandbox.origin}/oauth/token`, wanted);

async function login(id: string, app?: string): Promise<Officer> {
  const { json } = await asks({ officer: id, ...(app !== undefined && { app }) });
  return withToken(sandbox.origin, (json as { access_token: string }).access_token);
}

async function administers(name: string, input: object, selection: string) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  const document = `mutation ($input: ${type}) { ${name}(input: $input) {
    ${selection} userErrors { code field } } }`;
  const data = await administrator.administer<Record<string, { userErrors: object[] }>>(document, {
    input,
  });
  expect(data[name]?.userErrors).toEqual([]);
  return data[name];
}

it('a commune is onboarded from its unit to its first case, and its officers come through an app of their own', async () => {
  const { origin } = sandbox;
  const units = 'code,level,name,full_name,parent_code\n99007,commune,Bãi Xa,Xã Bãi Xa,99';
  const officers = [
    'unit,role,seat,agency,officer,email',
    '99007,COMMUNE_CHAIR,1,UBND-99007,chair-7,chair-7@commune.invalid',
    '99007,COMMUNE_WORKER,1,UBND-99007,worker-7,worker-7@commune.invalid',
    '99007,COMMUNE_POLICE,1,CA-99007,police-7,',
  ].join('\n');
  await administers('importUnits', { csv: units, fictional: true }, 'added');
  await administers('importOfficers', { csv: officers }, 'added');
  const app = {
    id: 'commune-desk',
    scopes: ['cases:read', 'cases:write'],
    purpose: 'Bàn làm việc',
  };
  await administers('registerApp', app, 'app');
  const worker = await login('worker-7', 'commune-desk');
  const { viewer } = await worker.ask<{ viewer: object }>('{ viewer { id app scopes } }');
  expect(viewer).toEqual({ id: 'worker-7', app: 'commune-desk', scopes: app.scopes });
  const received = await worker.does('receiveReport', report('99007', '2026-01-05T07:10:00+07:00'));
  expect(received.step).toBe('INITIAL_ASSESSMENT');
  // Whatever the officer may do, the app only narrows it.
  await administers('registerApp', { ...app, scopes: ['cases:write'] }, 'app');
  const { data } = (await post(
    `${origin}/graphql`,
    { query: `{ case(id: "${received.id}") { code } }` },
    { authorization: `Bearer ${worker.token}` },
  ).then(({ json }) => json)) as { data: { case: object | null } };
  expect(data.case).toBeNull();
});

it('an officer logs in under the subject they are linked to', async () => {
  await administers('linkSubject', { officer: 'worker-7', subject: 'subject-7' }, 'changed');
  const worker = await login('worker-7');
  const { viewer } = await worker.ask<{ viewer: object }>('{ viewer { id app } }');
  expect(viewer).toEqual({ id: 'worker-7', app: 'demo-app' });
});

it('nobody logs in who is not in the directory, nor through an app that is not', async () => {
  for (const wanted of [
    { officer: 'nobody-knows' },
    { officer: '' },
    { officer: 'x'.repeat(201) },
    { officer: 'worker-7', app: 'unknown' },
    { officer: 'worker-7', app: '' },
  ]) {
    const { status, json } = await asks(wanted);
    expect([status, json]).toMatchObject([
      400,
      { error: 'invalid_grant', code: 'OFFICER_UNKNOWN' },
    ]);
  }
});

it('a machine client gives no officer its scopes', async () => {
  const secretSha256 = createHash('sha256').update('sandbox secret').digest('hex');
  const machine = { role: 'HOTLINE_111', unit: 'VN', agency: '111' };
  await administers(
    'registerApp',
    { id: 'intake', scopes: ['cases:write'], secretSha256, machine },
    'app',
  );
  const { status } = await post(
    `${sandbox.origin}/graphql`,
    { query: '{ viewer { id } }' },
    { authorization: `Bearer ${(await login('worker-7', 'intake')).token}` },
  );
  expect(status).toBe(401);
});
