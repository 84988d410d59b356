import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApi, send, type TestApi, tokenOf } from '../support/api.ts';

let api: TestApi;
let administrator: object;
const self = 'officer-ADMINISTRATOR-VN';

beforeAll(async () => {
  api = await openTestApi();
  administrator = tokenOf((await api.appoint('ADMINISTRATOR', 'VN')).id);
  await api.appoint('COMMUNE_WORKER', '91001');
  await api.appoint('COMMUNE_CHAIR', '91001');
});
afterAll(() => api.close());

const inputTypes: Readonly<Record<string, string>> = {
  disablePost: 'PostInput',
  enablePost: 'PostInput',
};

async function does(name: string, input: object, selection = 'changed', by = administrator) {
  const own = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const document = `mutation ($input: ${inputTypes[name] ?? own}!) { ${name}(input: $input) {
    ${selection} userErrors { code field } } }`;
  const { data, errors } = await send(api.administer, by, document, { input });
  return data?.[name] ?? { userErrors: errors.map(({ extensions }) => extensions) };
}

const appoints = (post: string, officer: string, seat = 2, by = administrator) => {
  const [role, unit] = post.split('@');
  const wish = { unit, role, seat, agency: 'UBND', officer };
  return does('appointOfficer', wish, 'post { id }', by);
};

async function held(officer: string): Promise<readonly string[]> {
  const { posts } = (await api.administration.officerOnFile(officer)) ?? { posts: [] };
  return posts.map(({ id }) => id);
}

const header = 'unit,role,seat,agency,officer,email';
const imports = (rows: readonly string[], dryRun = false) =>
  does('importOfficers', { csv: [header, ...rows].join('\n'), dryRun }, 'outcomes');

describe('an administrator', () => {
  const refused = { post: null, userErrors: [{ code: 'OWN_RIGHTS', field: ['officer'] }] };

  it.each(['COMMUNE_CHAIR@91001', 'MINISTRY_SUPERVISOR@VN', 'ADMINISTRATOR@VN'])(
    'appoints nobody to %s who is themselves',
    async (post) => {
      expect(await appoints(post, self)).toEqual(refused);
      expect(await held(self)).toEqual(['ADMINISTRATOR@VN']);
    },
  );

  it('does not do it by a list either, in which they leave their post first', async () => {
    const rows = [
      'VN,ADMINISTRATOR,1,BYT,next-administrator,',
      `91001,COMMUNE_CHAIR,2,UBND-91001,${self},`,
    ];
    for (const dryRun of [true, false])
      expect(await imports(rows, dryRun)).toEqual({
        outcomes: null,
        userErrors: [{ code: 'OWN_RIGHTS', field: ['csv', '1', 'officer'] }],
      });
    expect(await held(self)).toEqual(['ADMINISTRATOR@VN']);
  });

  it('may stand in a list as they are', async () => {
    const list = await imports([`VN,ADMINISTRATOR,1,UBND-VN,${self},a@b.invalid`]);
    expect(list).toEqual({ outcomes: ['CHANGED'], userErrors: [] });
  });

  it('delegates nothing to themselves, and takes no post of theirs up again', async () => {
    await appoints('ADMINISTRATOR@VN', 'second-administrator');
    const seat = { unit: 'VN', post: 'ADMINISTRATOR@VN/2' };
    const stretch = { from: '2026-01-05T07:30:00+07:00', until: '2026-01-06T07:30:00+07:00' };
    const wish = { ...seat, to: self, ...stretch, document: '1/QĐ' };
    expect(await does('delegatePost', wish)).toEqual({
      changed: null,
      userErrors: [{ code: 'OWN_RIGHTS', field: ['to'] }],
    });
    const second = tokenOf('second-administrator');
    const third = await appoints('ADMINISTRATOR@VN', self, 3, second);
    expect(third.userErrors).toEqual([]);
    const other = { unit: 'VN', post: 'ADMINISTRATOR@VN/3' };
    await does('disablePost', other, 'changed', second);
    expect(await does('enablePost', other)).toEqual({
      changed: null,
      userErrors: [{ code: 'OWN_RIGHTS', field: ['post'] }],
    });
    expect((await does('enablePost', other, 'changed', second)).changed).toBe(true);
  });

  it('and whoever follows cases are never one person', async () => {
    const apart = { post: null, userErrors: [{ code: 'ROLES_APART', field: ['officer'] }] };
    expect(await appoints('ADMINISTRATOR@VN', 'officer-COMMUNE_CHAIR-91001', 4)).toEqual(apart);
    expect(await appoints('ANALYST@VN', 'officer-COMMUNE_CHAIR-91001', 4)).toEqual(apart);
    expect(await appoints('COMMUNE_CHAIR@91002', 'second-administrator')).toEqual(apart);
    expect(await held('second-administrator')).toEqual(['ADMINISTRATOR@VN/2']);
  });

  it('is not made of somebody else by a post that is enabled again', async () => {
    const seat = { unit: '91001', post: 'COMMUNE_CHAIR@91001/3' };
    await appoints('COMMUNE_CHAIR@91001', 'two-faced', 3);
    await does('disablePost', seat);
    expect((await appoints('ANALYST@VN', 'two-faced', 5)).userErrors).toEqual([]);
    expect((await does('enablePost', seat)).userErrors).toEqual([
      { code: 'ROLES_APART', field: ['post'] },
    ]);
    expect(await held('two-faced')).toEqual(['ANALYST@VN/5']);
  });
});

describe('a machine', () => {
  const registers = (more: object) =>
    does(
      'registerApp',
      { id: 'machine', scopes: ['cases:write', 'directory:admin'], ...more },
      'app',
    );

  it.each([
    ['ADMINISTRATOR', 'VN'],
    ['MINISTRY_SUPERVISOR', 'VN'],
    ['COMMUNE_CHAIR', '91001'],
  ])('does not stand in for %s', async (role, unit) => {
    expect(await registers({ machine: { role, unit, agency: 'x' } })).toEqual({
      app: null,
      userErrors: [{ code: 'INVALID_INPUT', field: ['machine', 'role'] }],
    });
  });

  it('administers nothing, even where one was registered to', async () => {
    const machine = { role: 'ADMINISTRATOR', unit: 'VN', agency: 'x' } as const;
    const wish = { id: 'old-machine', scopes: ['directory:admin'] as const, disabled: false };
    const founder = { kind: 'SYSTEM', id: 'f', app: 'f', scopes: [], posts: [] } as const;
    await api.administration.registerApp(
      { ...wish, secretSha256: null, machine },
      founder,
      api.now(),
    );
    const by = { ...tokenOf('old-machine'), azp: 'old-machine' };
    const answer = await appoints('COMMUNE_CHAIR@91001', 'puppet', 9, by);
    expect(answer.userErrors).toMatchObject([{ code: 'NOT_ALLOWED' }]);
    expect(await held('puppet')).toEqual([]);
  });
});

describe('an app that is registered again', () => {
  const machine = { role: 'HOTLINE_111', unit: 'VN', agency: '111' };
  const registers = (more: object) =>
    does('registerApp', { id: 'intake', scopes: ['cases:write'], ...more }, 'app');

  it('stays disabled and stays a machine, unless that is said', async () => {
    await registers({ machine, disabled: true });
    await registers({ purpose: 'Tổng đài' });
    const kept = await api.around.directories.app('intake');
    expect(kept).toMatchObject({ disabled: true, machine, purpose: 'Tổng đài' });
    await registers({ disabled: false });
    expect(await api.around.directories.app('intake')).toMatchObject({ disabled: false, machine });
  });
});

describe('a list that changes who administers', () => {
  const workers = (first: number) =>
    Array.from({ length: 6 }, (_, at) => `91002,COMMUNE_WORKER,${first + at},U,w-${first + at},`);

  it('comes to in a dry run what it comes to, step by step', async () => {
    for (const officer of [self, 'second-administrator', 'next-administrator'])
      expect(await held(officer)).not.toContain('ADMINISTRATOR@VN/6');
    await appoints('COMMUNE_POLICE@91002', 'suspended');
    await api.administration.carryOut(
      'suspendOfficer',
      { officer: 'second-administrator' },
      { kind: 'SYSTEM', id: 'f', app: 'f', scopes: [], posts: [] },
      api.now(),
    );
    // Whoever is left goes in the second step, and the next comes in the third.
    const rows = [
      ...workers(10),
      'VN,ADMINISTRATOR,1,BYT,second-administrator,',
      'VN,ADMINISTRATOR,3,BYT,second-administrator,',
      ...workers(20),
      'VN,ADMINISTRATOR,7,BYT,fresh-administrator,',
    ];
    const lost = { outcomes: null, userErrors: [{ code: 'LAST_ADMINISTRATOR', field: ['csv'] }] };
    expect(await imports(rows, true)).toEqual(lost);
    expect(await imports(rows)).toEqual(lost);
    expect(await held('w-10')).toEqual([]);
  });

  it('may let the last one go in the step in which the next one comes', async () => {
    const rows = [
      'VN,ADMINISTRATOR,1,BYT,second-administrator,',
      'VN,ADMINISTRATOR,3,BYT,second-administrator,',
      'VN,ADMINISTRATOR,7,BYT,fresh-administrator,',
    ];
    expect(await imports(rows, true)).toMatchObject({ userErrors: [] });
    expect(await imports(rows)).toMatchObject({ userErrors: [] });
    expect(await held('fresh-administrator')).toEqual(['ADMINISTRATOR@VN/7']);
    expect(await held(self)).toEqual([]);
  });
});
