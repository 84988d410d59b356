import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventOf, openTestApi, send, type TestApi, tokenOf } from '../support/api.ts';

let api: TestApi;
let administrator: object;

beforeAll(async () => {
  api = await openTestApi();
  administrator = tokenOf((await api.appoint('ADMINISTRATOR', 'VN')).id);
});
afterAll(() => api.close());

const header = 'unit,role,seat,agency,officer,email';
const csv = (...rows: readonly string[]) => [header, ...rows].join('\n');

async function imports(text: string, dryRun = false) {
  const document = `mutation ($input: ImportOfficersInput!) { importOfficers(input: $input) {
    outcomes added changed unchanged userErrors { code field message } } }`;
  const input = { csv: text, dryRun };
  const answer = await send(api.administer, administrator, document, { input });
  return { ...answer, done: answer.data?.importOfficers };
}

async function postsOf(officer: string): Promise<readonly string[]> {
  const { data } = await send(api.serve, tokenOf(officer), '{ viewer { posts { id } } }');
  return data?.viewer.posts.map(({ id }: { id: string }) => id) ?? [];
}

/** Ten people of one commune: chair and deputies, three workers, three of the police, two in two posts. */
const commune = csv(
  '91001,COMMUNE_CHAIR,1,UBND-91001,chair-1,chair@commune.invalid',
  '91001,COMMUNE_CHAIR,2,UBND-91001,deputy-1,',
  '91001,COMMUNE_CHAIR,3,UBND-91001,deputy-2,',
  '91001,commune_worker,,UBND-91001,worker-1,worker@commune.invalid',
  '91001,COMMUNE_WORKER,2,UBND-91001,worker-2,',
  '91001,COMMUNE_WORKER,3,UBND-91001,worker-3,',
  '91001,COMMUNE_WORKER,4,UBND-91001,deputy-1,',
  '91001,COMMUNE_POLICE,1,CA-91001,police-1,',
  '91001,COMMUNE_POLICE,2,CA-91001,police-2,',
  '91001,COMMUNE_POLICE,3,CA-91001,police-3,',
);
const ten = <Outcome>(outcome: Outcome) => Array.from({ length: 10 }, () => outcome);

describe('a commune of ten posts', () => {
  it('is looked at first, and nothing is written', async () => {
    const { done } = await imports(commune, true);
    expect(done).toEqual({
      outcomes: ten('ADDED'),
      added: 10,
      changed: 0,
      unchanged: 0,
      userErrors: [],
    });
    expect(await postsOf('chair-1')).toEqual([]);
  });

  it('is onboarded by one request, and repeated changes nothing at all', async () => {
    expect((await imports(commune)).done).toMatchObject({ added: 10, userErrors: [] });
    const { revision } = await api.around.directories.around([]);
    expect((await imports(commune)).done).toMatchObject({ outcomes: ten('UNCHANGED') });
    expect((await api.around.directories.around([])).revision).toBe(revision);
    expect(await postsOf('deputy-1')).toEqual(['COMMUNE_CHAIR@91001/2', 'COMMUNE_WORKER@91001/4']);
    expect(await postsOf('worker-1')).toEqual(['COMMUNE_WORKER@91001']);
  });

  it('takes over from whoever was there, and keeps an address that a row leaves out', async () => {
    const next = csv(
      '91001,COMMUNE_CHAIR,1,UBND-91001,chair-2,',
      '91001,COMMUNE_WORKER,1,UBND-91001,worker-1,',
      '91001,COMMUNE_WORKER,5,UBND-91001,chair-1,',
      '91001,COMMUNE_WORKER,2,UBND-91001,worker-2,worker2@commune.invalid',
    );
    expect((await imports(next, true)).done.outcomes).toEqual([
      ...['CHANGED', 'UNCHANGED', 'ADDED', 'CHANGED'],
    ]);
    await imports(next);
    expect(await postsOf('chair-1')).toEqual(['COMMUNE_WORKER@91001/5']);
    expect(await api.administration.officerOnFile('worker-1')).toMatchObject({
      email: 'worker@commune.invalid',
    });
  });

  it.each([
    ['a byte-order mark', (text: string) => `\uFEFF${text}`],
    ['lines that end as on Windows', (text: string) => text.replaceAll('\n', '\r\n')],
    ['every cell in quotes', (text: string) => text.replaceAll(/[^,\n]+/g, '"$&"')],
  ])('may be listed with %s', async (_, written) => {
    const { done } = await imports(written(csv('91002,COMMUNE_CHAIR,1,UBND-91002,chair-3,')));
    expect(done.userErrors).toEqual([]);
  });
});

describe('a list with a fault', () => {
  const good = '92001,COMMUNE_CHAIR,1,UBND-92001,other-chair,';

  it.each<[string, string, readonly (readonly string[])[]]>([
    ['a unit nobody knows', '92999,COMMUNE_CHAIR,1,a,sentinel,', [['1', 'unit']]],
    ['a role of another tier', '92,COMMUNE_CHAIR,1,a,sentinel,', [['1', 'unit']]],
    ['no such role', '92001,SENTINEL,1,a,b,', [['1', 'role']]],
    ['a role that only looks like one', 'VN,miniﬆry_supervisor,1,a,b,', [['1', 'role']]],
    ['a seat that is none', '92001,COMMUNE_WORKER,0,a,sentinel,', [['1', 'seat']]],
    ['a formula', '92001,COMMUNE_WORKER,1,a,=sentinel(),', [['1', 'officer']]],
    ['a formula for an agency', '92001,COMMUNE_WORKER,1,@sentinel,b,', [['1', 'agency']]],
    ['no address', '92001,COMMUNE_WORKER,1,a,b,sentinel at home', [['1', 'email']]],
    ['a name instead of an id', '92001,COMMUNE_WORKER,1,a,sentinel Nguyễn,', [['1', 'officer']]],
    ['the same post twice', good, [['1', 'seat']]],
    [
      'several faults in one row',
      'x,SENTINEL,x,,,',
      [
        ['1', 'unit'],
        ['1', 'role'],
        ['1', 'seat'],
        ['1', 'agency'],
        ['1', 'officer'],
      ],
    ],
  ])(
    'such as %s is refused by row and column, and not a row of it is written',
    async (_, row, at) => {
      const { done, text } = await imports(csv(good, row));
      expect(done).toMatchObject({ outcomes: null, added: null });
      expect(done.userErrors.map(({ field }: { field: string[] }) => field)).toEqual(
        at.map((place) => ['csv', ...place]),
      );
      expect(text).not.toMatch(/sentinel/i);
      expect(await postsOf('other-chair')).toEqual([]);
    },
  );

  it('such as two addresses for one officer is refused', async () => {
    const rows = [1, 2].map((seat) => `92001,COMMUNE_WORKER,${seat},a,twin,a${seat}@b.invalid`);
    const { done } = await imports(csv(...rows));
    expect(done.userErrors).toMatchObject([{ field: ['csv', '1', 'email'] }]);
  });

  it('is no list at all with other columns', async () => {
    const { done } = await imports('unit,role\n92001,COMMUNE_CHAIR');
    expect(done.userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: ['csv'] }]);
  });

  it('is too long with more than five hundred rows, and too heavy with a megabyte', async () => {
    const rows = Array.from({ length: 501 }, (_, at) => `92001,COMMUNE_WORKER,1,a,o-${at},`);
    const { done } = await imports(csv(...rows));
    expect(done.userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: ['csv'] }]);
    const body = JSON.stringify({
      query: '{ viewer { id } }',
      variables: { csv: 'x'.repeat(1e6) },
    });
    expect((await api.administer(eventOf(administrator, { body }))).statusCode).toBe(413);
  });

  it('cannot leave the country without an administrator', async () => {
    const suspended = tokenOf('other-administrator');
    await imports(csv('VN,ADMINISTRATOR,2,administration,other-administrator,'));
    const document = `mutation ($input: OfficerInput!) { suspendOfficer(input: $input) { changed } }`;
    const input = { officer: 'other-administrator' };
    await send(api.administer, administrator, document, { input });
    const takeOver = csv('VN,ADMINISTRATOR,1,administration,other-administrator,');
    const { done } = await imports(takeOver);
    expect(done.userErrors).toMatchObject([{ code: 'LAST_ADMINISTRATOR', field: ['csv'] }]);
    expect((await send(api.serve, suspended, '{ viewer { id } }')).status).toBe(401);
    expect((await send(api.serve, administrator, '{ viewer { id } }')).status).toBe(200);
  });
});
