import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApi, send, type TestApi, tokenOf } from '../support/api.ts';

let api: TestApi;
let administrator: object;
let worker: object;

beforeAll(async () => {
  api = await openTestApi();
  administrator = tokenOf((await api.appoint('ADMINISTRATOR', 'VN')).id);
  worker = tokenOf((await api.appoint('COMMUNE_WORKER', '91001')).id);
});
afterAll(() => api.close());

async function administer(name: string, input: object, selection: string, by = administrator) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  const document = `mutation ($input: ${type}) { ${name}(input: $input) {
    ${selection} userErrors { code field }
  } }`;
  const { data, errors } = await send(api.administer, by, document, { input });
  return { answer: data?.[name], errors };
}

const csv = (...rows: readonly string[]) =>
  ['code,level,name,full_name,parent_code', ...rows].join('\n');

describe('importing units', () => {
  const province = '95,province,Giả,Tỉnh Giả,';
  const commune = '95001,commune,Định,Xã Định,95';
  const counts = 'rows added changed unchanged';

  it('writes nothing when it is only to check', async () => {
    const input = { csv: csv(province, commune), dryRun: true };
    const { answer } = await administer('importUnits', input, counts);
    expect(answer).toEqual({ rows: 2, added: 2, changed: 0, unchanged: 0, userErrors: [] });
    const { data } = await send(api.serve, worker, '{ unit(code: "95") { name } }');
    expect(data.unit).toBeNull();
  });

  it('adds what is new, and repeated changes nothing', async () => {
    const input = { csv: csv(province, commune) };
    const first = await administer('importUnits', input, counts);
    const again = await administer('importUnits', input, counts);
    expect(first.answer).toMatchObject({ added: 2, changed: 0, unchanged: 0 });
    expect(again.answer).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
  });

  it('comes to what it was said to come to', async () => {
    const csvNext = csv(
      province,
      '95001,commune,Định Mới,Xã Định Mới,95',
      '95002,commune,A,Xã A,95',
    );
    const checked = await administer('importUnits', { csv: csvNext, dryRun: true }, counts);
    const written = await administer('importUnits', { csv: csvNext }, counts);
    expect(checked.answer).toMatchObject({ added: 1, changed: 1, unchanged: 1 });
    expect(written.answer).toEqual(checked.answer);
  });

  it.each([
    ['to another province', '91001,commune,Đơn vị,Đơn vị,92', true, 'parent_code'],
    ['out of the official counts or into them', '91001,commune,Đơn vị,Đơn vị,91', false, 'code'],
  ])('moves no unit that is known %s', async (_, row, fictional, column) => {
    for (const dryRun of [true, false]) {
      const { answer } = await administer(
        'importUnits',
        { csv: csv('95003,commune,B,Xã B,95', row), fictional, dryRun },
        'rows',
      );
      const kept = { code: 'INVALID_INPUT', field: ['csv', '1', column] };
      expect(answer).toEqual({ rows: null, userErrors: [kept] });
    }
    expect(await api.around.directories.unit('91001')).toMatchObject({
      parent: '91',
      fictional: true,
    });
    expect(await api.around.directories.unit('95003')).toBeUndefined();
  });

  it('keeps until when a unit is there and which one took its place', async () => {
    const header = 'code,level,name,full_name,parent_code,valid_until,successor_code';
    const listed = (...rows: readonly string[]) => ({ csv: [header, ...rows].join('\n') });
    const there = `${commune.replace('95001', '95008')},,`;
    const ended = `${commune.replace('95001', '95009')},2026-03-01,95008`;
    const input = listed(`${province},,`, there, ended);
    expect((await administer('importUnits', input, counts)).answer.userErrors).toEqual([]);
    const unit = await api.around.directories.unit('95009');
    expect(unit).toMatchObject({ until: '2026-03-01', successor: '95008' });
    const { units } = await api.around.directories.around(['95009']);
    expect([...units.keys()].toSorted()).toEqual(['95', '95008', '95009', 'VN']);
    const wrong = { code: 'INVALID_INPUT', field: ['csv', '1', 'successor_code'] };
    for (const end of [',95008', '2026-03-01,95009', '2026-03-01,95']) {
      const refused = listed(`${province},,`, `${commune.replace('95001', '95009')},${end}`);
      const { answer } = await administer('importUnits', refused, counts);
      expect(answer).toMatchObject({ rows: null, userErrors: [wrong] });
    }
  });

  it('refuses a commune of a province that nobody knows', async () => {
    const input = { csv: csv('96001,commune,Định,Xã Định,96') };
    const { answer } = await administer('importUnits', input, counts);
    expect(answer.userErrors).toEqual([
      { code: 'UNIT_UNKNOWN', field: ['csv', '0', 'parent_code'] },
    ]);
  });
});

describe('a post', () => {
  const wish = { unit: '91002', role: 'COMMUNE_CHAIR', agency: 'UBND-91002', officer: 'chair-1' };

  it('is filled and emptied', async () => {
    const { answer } = await administer('appointOfficer', wish, 'post { id unit { code } }');
    expect(answer.post.unit.code).toBe('91002');
    const seat = { unit: '91002', post: answer.post.id };
    const emptied = await administer('vacatePost', seat, 'vacated');
    expect(emptied.answer).toEqual({ vacated: true, userErrors: [] });
    const absent = await administer('vacatePost', { ...seat, post: 'none' }, 'vacated');
    expect(absent.answer).toEqual({ vacated: false, userErrors: [] });
  });

  it('stands beside another of its role when it has a seat of its own', async () => {
    const first = await administer('appointOfficer', wish, 'post { id }');
    const beside = { ...wish, seat: 2, officer: 'chair-2' };
    const second = await administer('appointOfficer', beside, 'post { id }');
    expect([first.answer.post.id, second.answer.post.id]).toEqual([
      'COMMUNE_CHAIR@91002',
      'COMMUNE_CHAIR@91002/2',
    ]);
  });

  it.each([
    ['in a unit that does not exist', { unit: '91999' }, 'UNIT_UNKNOWN'],
    ['in a unit of another tier', { unit: '91' }, 'INVALID_INPUT'],
  ])('is not made %s', async (_, more, code) => {
    const { answer } = await administer('appointOfficer', { ...wish, ...more }, 'post { id }');
    expect(answer).toEqual({ post: null, userErrors: [{ code, field: ['unit'] }] });
  });
});

describe('an administrator', () => {
  it.each(['importUnits', 'appointOfficer', 'vacatePost', 'registerApp'])(
    'alone may use %s',
    async (name) => {
      const inputs: Readonly<Record<string, object>> = {
        importUnits: { csv: 'x' },
        appointOfficer: { unit: 'VN', role: 'ADMINISTRATOR', agency: 'a', officer: 'me' },
        vacatePost: { unit: 'VN', post: 'ADMINISTRATOR@VN' },
        registerApp: { id: 'mine', scopes: ['directory:admin'] },
      };
      const { errors } = await administer(name, inputs[name] ?? {}, '__typename', worker);
      expect(errors.map(({ extensions }) => extensions['code'])).toEqual(['NOT_ALLOWED']);
    },
  );

  it('needs the scope as well as the post', async () => {
    const { sub } = administrator as { sub: string };
    const narrow = tokenOf(sub, 'cases:read');
    const input = { id: 'mine', scopes: ['cases:read'] };
    const { errors } = await administer('registerApp', input, 'app', narrow);
    expect(errors.map(({ extensions }) => extensions['code'])).toEqual(['NOT_ALLOWED']);
  });

  it('registers an app, whose secret stays outside', async () => {
    const input = { id: 'partner', scopes: ['cases:read'], secretSha256: 'a'.repeat(64) };
    const { answer } = await administer('registerApp', input, 'app');
    expect(answer).toEqual({ app: 'partner', userErrors: [] });
  });
});
