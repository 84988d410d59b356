import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '#domain/directory.ts';
import { openTestApi, send, type TestApi, tokenOf } from '../support/api.ts';

let api: TestApi;
let administrator: object;
let worker: object;
const at = '2026-01-05T07:30:00+07:00';

beforeAll(async () => {
  api = await openTestApi();
  administrator = tokenOf((await api.appoint('ADMINISTRATOR', 'VN')).id);
  worker = tokenOf((await api.appoint('COMMUNE_WORKER', '91001')).id);
  await api.appoint('COMMUNE_CHAIR', '91001');
});
afterAll(() => api.close());

const inputTypes: Readonly<Record<string, string>> = {
  suspendOfficer: 'OfficerInput',
  restoreOfficer: 'OfficerInput',
  disablePost: 'PostInput',
  enablePost: 'PostInput',
  disableApp: 'AppInput',
  enableApp: 'AppInput',
};

async function does(name: string, input: object, by = administrator, selection = 'changed') {
  const own = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const document = `mutation ($input: ${inputTypes[name] ?? own}!) { ${name}(input: $input) {
    ${selection} userErrors { code field message } } }`;
  const { data, errors, text } = await send(api.administer, by, document, { input });
  return { answer: data?.[name], codes: errors.map(({ extensions }) => extensions['code']), text };
}

async function changes(name: string, input: object, by = administrator) {
  const { answer } = await does(name, input, by);
  expect(answer).toEqual({ changed: true, userErrors: [] });
}

const codesOf = (answer: { userErrors: { code: string }[] }) =>
  answer.userErrors.map(({ code }) => code);

async function looks<Data>(query: string, variables: object = {}, by = administrator) {
  const { data, errors } = await send(api.administer, by, query, variables);
  return { data: data as Data, codes: errors.map(({ extensions }) => extensions['code']) };
}

async function statusOf(by: object) {
  return (await send(api.serve, by, '{ viewer { id } }')).status;
}

async function postsOf(by: object): Promise<{ id: string; until: string | null }[]> {
  return (await send(api.serve, by, '{ viewer { posts { id until } } }')).data.viewer.posts;
}

const idOf = (role: Role, unit: string) => `officer-${role}-${unit}`;
const chairPost = { unit: '91001', post: 'COMMUNE_CHAIR@91001' };

describe('an officer', () => {
  const name = { officer: idOf('COMMUNE_WORKER', '91001') };

  it('who is suspended is refused with the very next request, and let in again once restored', async () => {
    expect(await statusOf(worker)).toBe(200);
    await changes('suspendOfficer', name);
    expect((await does('suspendOfficer', name)).answer.changed).toBe(false);
    expect(await statusOf(worker)).toBe(401);
    await changes('restoreOfficer', name);
    expect(await statusOf(worker)).toBe(200);
  });

  it('whom nobody knows is told apart from one who is', async () => {
    const unknown = { officer: 'nobody' };
    for (const act of ['suspendOfficer', 'restoreOfficer'])
      expect(codesOf((await does(act, unknown)).answer)).toEqual(['OFFICER_UNKNOWN']);
  });

  it('has one address, which is an address', async () => {
    await changes('setContact', { ...name, email: 'new@test.invalid' });
    const { data } = await looks<{ officer: object }>(
      'query ($id: ID!) { officer(id: $id) { id subject email suspended posts { id } } }',
      { id: name.officer },
    );
    expect(data.officer).toEqual({
      id: name.officer,
      subject: name.officer,
      email: 'new@test.invalid',
      suspended: false,
      posts: [{ id: 'COMMUNE_WORKER@91001' }],
    });
    const { answer, text } = await does('setContact', { ...name, email: 'sentinel at home' });
    expect(answer.userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: ['email'] }]);
    expect(text).not.toContain('sentinel');
  });
});

describe('a subject of the identity provider', () => {
  const officer = idOf('COMMUNE_CHAIR', '91002');
  const link = (subject: string, of = officer) => does('linkSubject', { officer: of, subject });

  it('is one officer, and dead once that officer has another', async () => {
    await api.appoint('COMMUNE_CHAIR', '91002');
    expect(await statusOf(tokenOf(officer))).toBe(200);
    expect((await link('first-subject')).answer.changed).toBe(true);
    expect((await link('first-subject')).answer.changed).toBe(false);
    expect(await statusOf(tokenOf(officer))).toBe(401);
    const seen = await send(api.serve, tokenOf('first-subject'), '{ viewer { id } }');
    expect(seen.data.viewer.id).toBe(officer);
    await link('second-subject');
    const statuses = [officer, 'first-subject', 'second-subject'].map((sub) =>
      statusOf(tokenOf(sub)),
    );
    expect(await Promise.all(statuses)).toEqual([401, 401, 200]);
    await link(officer);
    expect(await statusOf(tokenOf(officer))).toBe(200);
    expect(await statusOf(tokenOf('second-subject'))).toBe(401);
  });

  it('of one officer goes to no other, whether it is an id or a link', async () => {
    const other = idOf('COMMUNE_WORKER', '91001');
    expect(codesOf((await link(other)).answer)).toEqual(['SUBJECT_TAKEN']);
    await link('taken-subject');
    expect(codesOf((await link('taken-subject', other)).answer)).toEqual(['SUBJECT_TAKEN']);
    const wish = { unit: '91002', role: 'COMMUNE_POLICE', agency: 'CA', officer: 'taken-subject' };
    const { answer } = await does('appointOfficer', wish, administrator, 'post { id }');
    expect(answer).toMatchObject({ post: null, userErrors: [{ code: 'SUBJECT_TAKEN' }] });
    await link(officer);
    const again = await does('appointOfficer', wish, administrator, 'post { id }');
    expect(again.answer.userErrors).toEqual([]);
  });

  it('leaves the officer to be named by id, where access is explained or a conflict declared', async () => {
    await link('another-subject');
    const { directories } = api.around;
    expect((await directories.officer(officer))?.subject).toBe('another-subject');
    expect(await directories.officerOf(officer)).toBeUndefined();
    expect((await directories.officerOf('another-subject'))?.id).toBe(officer);
    await link(officer);
  });

  it('is never moved by whoever it stands for', async () => {
    const { sub } = administrator as { sub: string };
    expect(codesOf((await link('mine', sub)).answer)).toEqual(['OWN_ACCOUNT']);
    expect((await link(sub, sub)).answer.changed).toBe(false);
  });
});

describe('a delegation over the API', () => {
  const delegate = idOf('COMMUNE_WORKER', '91001');
  const wish = {
    ...chairPost,
    to: delegate,
    from: '2026-01-05T08:00:00+07:00',
    until: '2026-01-05T12:00:00+07:00',
    document: '12/QĐ-UBND',
  };
  const acting = async () => (await postsOf(worker)).some(({ id }) => id === chairPost.post);

  it('gives the post to the delegate for exactly its stretch', async () => {
    await changes('delegatePost', wish);
    expect((await does('delegatePost', wish)).answer.changed).toBe(false);
    const seen: boolean[] = [];
    for (const time of ['07:59:59', '08:00:00', '11:59:59', '12:00:00']) {
      api.setClock(`2026-01-05T${time}+07:00`);
      seen.push(await acting());
    }
    expect(seen).toEqual([false, true, true, false]);
    api.setClock('2026-01-05T08:00:00+07:00');
    expect(await postsOf(worker)).toContainEqual({
      id: chairPost.post,
      until: '2026-01-05T05:00:00.000Z',
    });
  });

  it('is seen at the post, with who answers for it now', async () => {
    const query = `query ($unit: UnitCode!) { unitPosts(unit: $unit) { id holder answeredBy disabled
      suspended leave { from until } delegations { to document } } }`;
    const { data } = await looks<{ unitPosts: { id: string }[] }>(query, { unit: '91001' });
    expect(data.unitPosts.find(({ id }) => id === chairPost.post)).toEqual({
      id: chairPost.post,
      holder: idOf('COMMUNE_CHAIR', '91001'),
      answeredBy: delegate,
      disabled: false,
      suspended: false,
      leave: [],
      delegations: [{ to: delegate, document: '12/QĐ-UBND' }],
    });
  });

  it('gives no calendar address, and leaves that of the holder alone', async () => {
    const document = `mutation ($input: CreateCalendarFeedInput!) {
      createCalendarFeed(input: $input) { url } }`;
    const input = { post: chairPost.post, idempotencyKey: 'delegate-calendar-1' };
    const { errors } = await send(api.serve, worker, document, { input });
    expect(errors.map(({ extensions }) => extensions['code'])).toEqual(['NOT_ALLOWED']);
  });

  it.each<[string, () => Promise<unknown>, () => Promise<unknown>]>([
    [
      'is revoked',
      () => does('revokeDelegation', { ...chairPost, from: '2026-01-05T09:00:00+07:00' }),
      async () => {},
    ],
    [
      'has its delegate suspended',
      () => does('suspendOfficer', { officer: delegate }),
      () => does('restoreOfficer', { officer: delegate }),
    ],
    [
      'has its post disabled',
      () => does('disablePost', chairPost),
      () => does('enablePost', chairPost),
    ],
    [
      'has a delegate who leaves the unit',
      () =>
        does(
          'vacatePost',
          { unit: '91001', post: 'COMMUNE_WORKER@91001' },
          administrator,
          'vacated',
        ),
      () => api.appoint('COMMUNE_WORKER', '91001'),
    ],
    [
      'has a delegate whose own post is disabled',
      () => does('disablePost', { unit: '91001', post: 'COMMUNE_WORKER@91001' }),
      () => does('enablePost', { unit: '91001', post: 'COMMUNE_WORKER@91001' }),
    ],
    [
      'has its post vacated',
      () => does('vacatePost', chairPost, administrator, 'vacated'),
      () => api.appoint('COMMUNE_CHAIR', '91001'),
    ],
    [
      'has its post given to somebody else',
      () =>
        does(
          'appointOfficer',
          { unit: '91001', role: 'COMMUNE_CHAIR', agency: 'UBND-91001', officer: 'successor' },
          administrator,
          'post { id }',
        ),
      () => api.appoint('COMMUNE_CHAIR', '91001'),
    ],
  ])('ends at once when it %s, and does not come back by itself', async (_, ends, mends) => {
    api.setClock('2026-01-05T09:00:00+07:00');
    await does('revokeDelegation', { ...chairPost, from: '2026-01-05T08:00:00+07:00' });
    await changes('delegatePost', { ...wish, from: '2026-01-05T09:00:00+07:00' });
    expect(await acting()).toBe(true);
    await ends();
    const after = await send(api.serve, worker, '{ viewer { posts { id } } }');
    expect(JSON.stringify(after.data ?? {})).not.toContain(chairPost.post);
    await mends();
    expect(await acting()).toBe(false);
  });

  it('does not reach the posts of the delegate of the delegate', async () => {
    await changes('delegatePost', { ...wish, from: api.now() });
    const workerPost = { unit: '91001', post: 'COMMUNE_WORKER@91001' };
    const police = await api.appoint('COMMUNE_POLICE', '91001');
    await changes('delegatePost', { ...wish, ...workerPost, to: police.id, from: api.now() });
    const held = (await postsOf(tokenOf(police.id))).map(({ id }) => id);
    expect(held).toEqual(['COMMUNE_POLICE@91001', 'COMMUNE_WORKER@91001']);
    await changes('revokeDelegation', { ...workerPost, from: api.now() });
    await changes('revokeDelegation', { ...chairPost, from: api.now() });
  });

  it('to an officer of another commune or tier is refused', async () => {
    const [neighbour, province] = await Promise.all([
      api.appoint('COMMUNE_WORKER', '91002'),
      api.appoint('PROVINCE_CHAIR', '91'),
    ]);
    for (const { id } of [neighbour, province]) {
      const { answer } = await does('delegatePost', { ...wish, to: id });
      expect(answer.userErrors).toMatchObject([{ code: 'DELEGATE_UNFIT', field: ['to'] }]);
    }
  });

  it('leaves behind who it was then', async () => {
    const query = `query ($post: ID!) { tenures(post: $post) { nodes { officer from until document } } }`;
    type Row = { officer: string; from: string; until: string | null; document: string | null };
    const { data } = await looks<{ tenures: { nodes: Row[] } }>(query, { post: chairPost.post });
    const { nodes } = data.tenures;
    const holders = nodes.filter(({ document }) => document === null);
    expect(new Set(holders.map(({ officer }) => officer))).toEqual(
      new Set([idOf('COMMUNE_CHAIR', '91001'), 'successor']),
    );
    expect(holders.filter(({ until }) => until === null)).toHaveLength(1);
    const delegated = nodes.filter(({ document }) => document !== null);
    expect(delegated.length).toBeGreaterThan(0);
    for (const { from, until } of delegated) expect(from <= String(until)).toBe(true);
  });
});

describe('a disabled post', () => {
  it('gives no rights, and gives them again once enabled', async () => {
    const chair = tokenOf(idOf('COMMUNE_CHAIR', '91001'));
    await changes('disablePost', chairPost);
    expect(await postsOf(chair)).toEqual([]);
    await api.appoint('COMMUNE_CHAIR', '91001');
    expect(await postsOf(chair)).toEqual([]);
    await changes('enablePost', chairPost);
    expect((await postsOf(chair)).map(({ id }) => id)).toEqual([chairPost.post]);
    expect((await does('enablePost', chairPost)).answer.changed).toBe(false);
    const gone = await does('disablePost', { ...chairPost, post: 'none' });
    expect(codesOf(gone.answer)).toEqual(['POST_UNKNOWN']);
  });
});

describe('the last administrator', () => {
  const { unit, post } = { unit: 'VN', post: 'ADMINISTRATOR@VN' };
  const self = idOf('ADMINISTRATOR', 'VN');

  it.each<[string, object, string]>([
    ['suspendOfficer', { officer: self }, 'changed'],
    ['disablePost', { unit, post }, 'changed'],
    ['vacatePost', { unit, post }, 'vacated'],
  ])('cannot go by %s', async (name, input, selection) => {
    const { answer } = await does(name, input, administrator, selection);
    expect(answer).toMatchObject({
      [selection]: null,
      userErrors: [{ code: 'LAST_ADMINISTRATOR' }],
    });
    expect(await statusOf(administrator)).toBe(200);
  });

  it('can go once there is another, and not by somebody who is suspended', async () => {
    const wish = { unit, role: 'ADMINISTRATOR', agency: 'administration' };
    const appoint = (officer: string, seat: number) =>
      does('appointOfficer', { ...wish, officer, seat }, administrator, 'post { id }');
    await appoint('second-administrator', 2);
    await changes('suspendOfficer', { officer: 'second-administrator' });
    expect(codesOf((await does('suspendOfficer', { officer: self })).answer)).toEqual([
      'LAST_ADMINISTRATOR',
    ]);
    expect((await appoint('second-administrator', 1)).answer.userErrors).toMatchObject([
      { code: 'LAST_ADMINISTRATOR' },
    ]);
    await changes('restoreOfficer', { officer: 'second-administrator' });
    await changes('suspendOfficer', { officer: self });
    const suspended = await does('suspendOfficer', { officer: 'second-administrator' });
    expect(suspended.text).toBe('{"message":"Unauthorized"}');
    await changes('restoreOfficer', { officer: self }, tokenOf('second-administrator'));
  });

  it('does not take the ground from under the app in use', async () => {
    const narrow = { id: 'test-app', scopes: ['cases:read'] };
    const { answer } = await does('registerApp', narrow, administrator, 'app');
    expect(answer).toMatchObject({ app: null, userErrors: [{ code: 'OWN_ACCOUNT' }] });
    expect(codesOf((await does('disableApp', { app: 'test-app' })).answer)).toEqual([
      'OWN_ACCOUNT',
    ]);
  });
});

describe('an app', () => {
  const digest = (letter: string) => letter.repeat(64);
  const add = (credential: string, letter: string, more: object = {}) =>
    does('addCredential', { app: 'clinic', credential, secretSha256: digest(letter), ...more });
  const query = `{ apps(first: 100) { nodes { id purpose disabled scopes lastUsedOn machine { role }
    credentials { id active expiresAt lastUsedOn } } } }`;
  type Listed = { apps: { nodes: { id: string; lastUsedOn: string | null }[] } };

  it('says what it is for, and has two secrets that nobody can read', async () => {
    const wish = { id: 'clinic', scopes: ['cases:write'], purpose: 'Phòng khám báo tin' };
    await does('registerApp', { ...wish, secretSha256: digest('a') }, administrator, 'app');
    expect(
      (await add('2026', 'b', { expiresAt: '2026-02-01T00:00:00+07:00' })).answer.changed,
    ).toBe(true);
    expect(codesOf((await add('third', 'c')).answer)).toEqual(['TOO_MANY']);
    expect(codesOf((await add('2026', 'c')).answer)).toEqual(['CREDENTIAL_KNOWN']);
    await changes('retireCredential', { app: 'clinic', credential: 'first' });
    await does('registerApp', { id: 'clinic', scopes: ['cases:read'] }, administrator, 'app');
    const { data } = await looks<Listed>(query);
    expect(data.apps.nodes.find(({ id }) => id === 'clinic')).toEqual({
      id: 'clinic',
      purpose: 'Phòng khám báo tin',
      disabled: false,
      scopes: ['cases:read'],
      lastUsedOn: null,
      machine: null,
      credentials: [
        { id: '2026', active: true, expiresAt: '2026-01-31T17:00:00.000Z', lastUsedOn: null },
      ],
    });
    expect(JSON.stringify(data)).not.toContain(digest('b'));
  });

  it('that nobody registered has no secrets', async () => {
    const { answer } = await does('addCredential', {
      app: 'unknown',
      credential: 'x',
      secretSha256: digest('a'),
    });
    expect(codesOf(answer)).toEqual(['APP_UNKNOWN']);
  });

  it('is refused from the next request on once disabled', async () => {
    const by = { ...tokenOf(idOf('COMMUNE_WORKER', '91001')), azp: 'clinic' };
    expect(await statusOf(by)).toBe(200);
    await changes('disableApp', { app: 'clinic' });
    expect(await statusOf(by)).toBe(401);
    await changes('enableApp', { app: 'clinic' });
    expect(await statusOf(by)).toBe(200);
  });

  it('is known by the day of its last use, which costs one write a day', async () => {
    const { data } = await looks<Listed>(query);
    const used = Object.fromEntries(data.apps.nodes.map((each) => [each.id, each.lastUsedOn]));
    expect(used).toMatchObject({ clinic: '2026-01-05', 'test-app': '2026-01-05' });
    api.setClock('2026-01-06T00:30:00+07:00');
    await statusOf(worker);
    const next = await looks<Listed>(query);
    expect(next.data.apps.nodes.find(({ id }) => id === 'test-app')?.lastUsedOn).toBe('2026-01-06');
    api.setClock(at);
  });
});

describe('the log of administrators', () => {
  type Log = {
    administrationLog: {
      nodes: { act: string; about: string[]; officer: string; at: string }[];
      pageInfo: { endCursor: string | null; hasNextPage: boolean };
      userErrors: { code: string; field: string[] }[];
    };
  };
  const query = `query ($from: LocalDate!, $to: LocalDate, $first: Int!, $after: String) {
    administrationLog(from: $from, to: $to, first: $first, after: $after) {
      nodes { act about officer at } pageInfo { endCursor hasNextPage } userErrors { code field } } }`;

  it('says who changed what when, page by page over the days, and no address or digest', async () => {
    api.setClock('2026-01-07T08:00:00+07:00');
    await changes('setContact', { officer: 'successor', email: 'sentinel@test.invalid' });
    const read: Log['administrationLog']['nodes'] = [];
    let after: string | null = null;
    do {
      const variables: object = { from: '2026-01-04', to: '2026-01-07', first: 7, after };
      const page: Log = (await looks<Log>(query, variables)).data;
      read.push(...page.administrationLog.nodes);
      after = page.administrationLog.pageInfo.endCursor;
    } while (after !== null);
    const all = await looks<Log>(query, { from: '2026-01-04', to: '2026-01-07', first: 100 });
    expect(read).toEqual(all.data.administrationLog.nodes);
    expect(read.map((each) => each.at)).toEqual(read.map((each) => each.at).toSorted());
    expect(read.at(-1)).toMatchObject({
      act: 'setContact',
      about: ['successor'],
      officer: idOf('ADMINISTRATOR', 'VN'),
    });
    expect(read.some(({ act }) => act === 'delegatePost')).toBe(true);
    expect(JSON.stringify(read)).not.toMatch(/sentinel|aaaaaaaa/);
    api.setClock(at);
  });

  it.each<[string, object, string[]]>([
    ['no day at all', { from: 'sentinel' }, ['from']],
    ['days that run backwards', { from: '2026-01-05', to: '2026-01-04' }, ['to']],
  ])('says what is wrong with %s', async (_, days, field) => {
    const { data } = await looks<Log>(query, { first: 5, ...days });
    expect(data.administrationLog.nodes).toEqual([]);
    expect(data.administrationLog.userErrors).toEqual([{ code: 'INVALID_INPUT', field }]);
  });

  it('is read by the month at most', async () => {
    const variables = { from: '2026-01-01', to: '2026-02-01', first: 5 };
    expect((await looks<Log>(query, variables)).codes).toEqual(['LIMIT_EXCEEDED']);
  });
});

describe('whoever is no administrator', () => {
  const stretch = { from: at, until: '2026-01-06T07:30:00+07:00' };
  const inputs: Readonly<Record<string, object>> = {
    suspendOfficer: { officer: 'x' },
    restoreOfficer: { officer: 'x' },
    setContact: { officer: 'x', email: 'a@b.invalid' },
    linkSubject: { officer: 'x', subject: 'y' },
    recordLeave: { officer: 'x', ...stretch },
    cancelLeave: { officer: 'x', from: at },
    disablePost: chairPost,
    enablePost: chairPost,
    delegatePost: { ...chairPost, to: 'x', ...stretch, document: '1' },
    revokeDelegation: { ...chairPost, from: at },
    disableApp: { app: 'test-app' },
    enableApp: { app: 'test-app' },
    addCredential: { app: 'test-app', credential: 'x', secretSha256: 'a'.repeat(64) },
    retireCredential: { app: 'test-app', credential: 'x' },
    importOfficers: { csv: 'x' },
  };

  it.each(Object.keys(inputs))('may not use %s, by post or by scope', async (name) => {
    const selection = name === 'importOfficers' ? 'added' : 'changed';
    const { sub } = administrator as { sub: string };
    for (const by of [worker, tokenOf(sub, 'cases:read', 'cases:write')])
      expect((await does(name, inputs[name] ?? {}, by, selection)).codes).toEqual(['NOT_ALLOWED']);
  });

  it.each([
    '{ unitPosts(unit: "91001") { id } }',
    '{ officer(id: "x") { id } }',
    '{ apps { nodes { id } } }',
    '{ tenures(post: "x") { nodes { officer } } }',
    '{ administrationLog(from: "2026-01-05") { nodes { act } } }',
  ])('may not ask %s', async (query) => {
    expect((await looks(query, {}, worker)).codes).toEqual(['NOT_ALLOWED']);
  });
});
