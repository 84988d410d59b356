import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Notice } from '#domain/notice.ts';
import { instant, plusHours } from '#domain/time.ts';
import { linkTokens } from '#sealing/link-token.ts';
import { type TableName, tables } from '#store/table.ts';
import { local } from '../support/followed.ts';
import { type CaseSeen, type Officer, report } from '../support/http.ts';
import { type Office, openOffice } from '../support/office.ts';
import { itemsOf } from '../support/raw.ts';

const home = '99001';
const post = `COMMUNE_WORKER@${home}`;
const supervisor = 'PROVINCE_SUPERVISOR@99';
const canary = 'CANARY4471';
// The sandbox signs with this one.
const { sign } = linkTokens([{ version: 1, secret: 'sandbox-link-secret' }]);
let office: Office;
let worker: Officer;
let client: DynamoDBDocumentClient;

beforeAll(async () => {
  office = await openOffice('2026-01-05 07:30');
  worker = await office.by('COMMUNE_WORKER', home);
  for (const role of ['COMMUNE_CHAIR', 'COMMUNE_POLICE']) await office.by(role, home);
  await office.by('PROVINCE_SUPERVISOR', '99');
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const { endpoint } = office.sandbox.engine;
  client = DynamoDBDocumentClient.from(
    new DynamoDBClient({ endpoint, region: 'ap-southeast-1', credentials }),
  );
});
afterAll(async () => {
  client.destroy();
  await office.sandbox.close();
});

const secrets = {
  child: {
    ...{ sex: 'FEMALE', estimatedAge: 9, fullName: `Trẻ Thử Nghiệm ${canary}` },
    ...{ address: canary, father: { fullName: canary } },
  },
  narrative: { incidentPlace: canary, currentCondition: canary },
  informant: { name: canary, phone: canary },
  perpetrators: [{ fullName: canary, note: canary }],
};

/** A case received at ten past seven of a day: reminded of at ten past four, breached at ten past seven. */
async function received(day: string): Promise<CaseSeen> {
  await office.to(`${day} 07:30`);
  return worker.does('receiveReport', report(home, local(`${day} 07:10`), secrets));
}

/** The links in the mails a post got about a case, oldest first. */
async function linksOf(code: string, to = post): Promise<readonly string[]> {
  const mails = await office.mails(to, code);
  return mails.flatMap(({ text }) => {
    // The same in Vietnamese and in English; none in a letter of an act.
    const links = text.match(/http\S+\/acknowledge\/\S+/g) ?? [];
    expect(links).toEqual(links.slice(0, 1).flatMap((link) => [link, link]));
    return links.slice(0, 1);
  });
}

async function lastLink(code: string, to = post): Promise<string> {
  const link = (await linksOf(code, to)).at(-1);
  if (link === undefined) throw new Error('No link came');
  return link;
}

async function followed(url: string, method = 'GET', init: RequestInit = {}) {
  const answer = await fetch(url, { method, ...init });
  const text = await answer.text();
  const { date: _, 'apigw-requestid': __, ...headers } = Object.fromEntries(answer.headers);
  return { status: answer.status, headers, text };
}

const pressed = (url: string, init: RequestInit = {}) => followed(url, 'POST', init);

/** How often each table was written to so far. */
const writes = (): Readonly<Record<string, number>> => {
  const names = Object.keys(tables) as TableName[];
  return Object.fromEntries(names.map((name) => [name, office.sandbox.engine.changes(name)]));
};

type Acknowledged = { readonly acknowledgedBy: string | null; readonly byLink: boolean | null };

async function acknowledgements(id: string, by = worker) {
  const query = `query ($id: ID!) { case(id: $id) { history(first: 100) { nodes { act byKind
    facts { type acknowledgedBy byLink } } } } }`;
  type Node = { act: string; byKind: string; facts: (Acknowledged & { type: string })[] };
  const data = await by.ask<{ case: { history: { nodes: Node[] } } }>(query, { id });
  return data.case.history.nodes
    .filter(({ act }) => act === 'acknowledge')
    .flatMap(({ byKind, facts }) => facts.map((fact) => ({ byKind, ...fact })));
}

const refusals = async () => {
  const all = await itemsOf(client, 'audit');
  return all.filter(
    ({ act, outcome, kind }) => [act, outcome, kind].join() === 'acknowledge,DENIED,LINK',
  );
};

const used = 'This link has been used';
const done = 'It is on record';
const over = 'This duty is over';

describe('the link of a letter', () => {
  it('shows code and duty to whoever looks, and nothing about a child, and changes nothing', async () => {
    const { code } = await received('2026-01-05');
    await office.to('2026-01-05 16:10');
    const link = await lastLink(code);
    expect(link).toMatch(new RegExp(`^${office.origin}/acknowledge/1\\.[\\w-]+$`));
    const before = writes();
    const [first, second] = [await followed(link), await followed(link)];
    expect(first).toEqual(second);
    expect(first.status).toBe(200);
    expect(first.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
      'x-content-type-options': 'nosniff',
    });
    expect(first.headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]+'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
    );
    const { status, headers, text } = await followed(link, 'HEAD');
    const { connection: _, 'content-length': __, ...same } = first.headers;
    expect({ status, headers, text }).toMatchObject({ status: 200, headers: same, text: '' });
    expect(writes()).toEqual(before);
    for (const said of [code, 'D04', 'Thời hạn: 19:10 05/01/2026', 'Due: 19:10 05/01/2026'])
      expect(first.text).toContain(said);
    expect(first.text.indexOf('lang="vi"')).toBeLessThan(first.text.indexOf('lang="en"'));
    expect(first.text.match(/<button/g)).toHaveLength(1);
    expect(first.text).not.toMatch(/<script|<img|<link|https?:|src=|href=| on\w+=/i);
    expect(first.text).not.toMatch(/CANARY4471|Trẻ Thử|FEMALE|VIOLENCE|PHONE|\b9\b/);
  });

  it('acts when the button is pressed: once, and the climb waits for a quarter of an hour', async () => {
    const { id, code } = await received('2026-01-06');
    await office.to('2026-01-06 19:10');
    const link = await lastLink(code);
    await office.to('2026-01-06 19:20');
    expect((await pressed(link)).text).toContain(done);
    expect(await acknowledgements(id)).toEqual([
      { type: 'Acknowledged', byKind: 'LINK', acknowledgedBy: post, byLink: true },
    ]);
    const before = writes();
    const again = await pressed(link);
    expect(again.status).toBe(200);
    expect(again.text).toContain(used);
    expect(again.text).not.toContain('<button');
    expect((await followed(link)).text).toBe(again.text);
    expect(again.text).toContain('Last acknowledged: 19:20 06/01/2026');
    expect(writes()).toEqual(before);
    await office.to('2026-01-06 19:34');
    expect(await office.told(supervisor, code)).not.toContain('ESCALATION D04');
    // The clock of the sandbox runs on while the button is pressed.
    await office.to('2026-01-06 19:36');
    expect(await office.told(supervisor, code)).toContain('ESCALATION D04');
  });

  it('is one for each notice: that of another rung acts for itself, and another post has its own', async () => {
    const { id, code } = await received('2026-01-07');
    await office.to('2026-01-07 19:10');
    const [reminder = '', breach = ''] = await linksOf(code);
    const chair = await lastLink(code, `COMMUNE_CHAIR@${home}`);
    expect(new Set([reminder, breach, chair]).size).toBe(3);
    for (const link of [reminder, breach, chair, breach, reminder])
      expect((await pressed(link)).status).toBe(200);
    expect((await acknowledgements(id)).map(({ acknowledgedBy }) => acknowledgedBy)).toEqual([
      post,
      post,
      `COMMUNE_CHAIR@${home}`,
    ]);
  });

  it('pressed by two at once leaves one fact', async () => {
    const { id, code } = await received('2026-01-08');
    await office.to('2026-01-08 16:10');
    const link = await lastLink(code);
    const answers = await Promise.all(Array.from({ length: 6 }, () => pressed(link)));
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
    expect(answers.filter(({ text }) => text.includes(done))).toHaveLength(1);
    expect(answers.filter(({ text }) => text.includes(used))).toHaveLength(5);
    expect(await acknowledgements(id)).toHaveLength(1);
  });

  it('reads neither query nor body, of whatever type', async () => {
    const { id, code } = await received('2026-01-09');
    await office.to('2026-01-09 16:10');
    const link = await lastLink(code);
    const types = ['application/json', 'text/plain', 'multipart/form-data; boundary=x', 'x/y'];
    const bodies = types.map((type) => ({
      body: `{"deadline":"D05","to":"COMMUNE_CHAIR@${home}"}`,
      headers: { 'content-type': type },
    }));
    expect((await followed(`${link}?utm=1&method=POST`)).text).toContain('<button');
    for (const [at, init] of bodies.entries())
      expect((await pressed(`${link}?n=${at}&to=x`, init)).status).toBe(200);
    expect(await acknowledgements(id)).toHaveLength(1);
    const method = await followed(link, 'DELETE');
    expect([method.status, method.headers['allow']]).toEqual([405, 'GET, HEAD, POST']);
  });

  it('of a duty that is done meanwhile says so and changes nothing', async () => {
    const { id, code, version } = await received('2026-01-10');
    await office.to('2026-01-10 16:10');
    const link = await lastLink(code);
    const act = { caseId: id, expectedVersion: version, seriousHarm: false };
    await worker.does('assessInitially', act);
    const before = writes();
    for (const answer of [await followed(link), await pressed(link)]) {
      expect([answer.status, answer.text.includes(over)]).toEqual([200, true]);
      expect(answer.text).not.toContain('<button');
    }
    expect(writes()).toEqual(before);
    expect(await acknowledgements(id)).toEqual([]);
  });
});

describe('a link that does not act', () => {
  let unknown: Awaited<ReturnType<typeof followed>>;
  const refusedAt = async (url: string) => {
    const before = writes();
    expect(await followed(url)).toEqual(unknown);
    expect(writes()).toEqual(before);
    expect(await pressed(url)).toEqual(unknown);
    // The attempt is on record, and nothing else is written.
    expect(writes()).toEqual({ ...before, audit: (before['audit'] ?? 0) + 1 });
  };
  const tokenOf = (link: string) => link.split('/acknowledge/')[1] ?? '';
  const at = (token: string) => `${office.origin}/acknowledge/${token}`;

  beforeAll(async () => {
    unknown = await followed(at('nothing'));
  });

  it('is answered in the same bytes whatever is wrong with it, and the attempt is on record', async () => {
    expect(unknown.status).toBe(404);
    const { code } = await received('2026-01-12');
    await office.to('2026-01-12 16:10');
    const token = tokenOf(await lastLink(code));
    const wrong = [
      ...['a', '-', '_', '9', '%41', '.'].map(
        (put) => `${token.slice(0, 20)}${put}${token.slice(21)}`,
      ),
      token.slice(0, -1),
      `${token}A`,
      token.replace('1.', '2.'),
      token.toLowerCase(),
      sign({ to: post, id: 'no such notice', left: instant('2026-01-12T16:00:00+07:00') }),
      'x'.repeat(5000),
    ].filter((each) => each !== token);
    for (const each of wrong) await refusedAt(at(each));
    expect((await refusals()).map(({ pk }) => pk)).toEqual(
      expect.arrayContaining(['O#unknown', `O#${post}`]),
    );
    expect(JSON.stringify(await refusals())).not.toContain(token.slice(0, 20));
  });

  it('names one recipient: a word for another post of the same notice is none', async () => {
    const { code } = await received('2026-01-13');
    await office.to('2026-01-13 16:10');
    const [{ id = '' } = {}] = (await itemsOf(client, 'notices'))
      .map(({ notice }) => JSON.parse(String(notice ?? '{}')) as Partial<Notice>)
      .filter((each) => each.caseCode === code && each.post?.id === post && each.duty);
    const left = instant('2026-01-13T16:10:00+07:00');
    expect((await followed(at(sign({ to: post, id, left })))).status).toBe(200);
    await refusedAt(at(sign({ to: `COMMUNE_CHAIR@${home}`, id, left })));
    // Nor is one that is said to have left only tomorrow, or a day and a bit ago.
    for (const hours of [24, -24])
      await refusedAt(at(sign({ to: post, id, left: plusHours(left, hours) })));
  });

  it('is over after a day in an emergency', async () => {
    const { id, code } = await received('2026-01-14');
    await office.to('2026-01-14 19:10');
    const link = await lastLink(code);
    await office.to('2026-01-15 19:09');
    expect((await followed(link)).status).toBe(200);
    await office.to('2026-01-15 19:11');
    await refusedAt(link);
    expect(await acknowledgements(id)).toEqual([]);
    const [last] = (await refusals()).toSorted((a, b) => (String(a.sk) < String(b.sk) ? 1 : -1));
    expect(last).toMatchObject({ officer: post, app: 'link', kind: 'LINK', posts: [] });
    expect((await refusals()).some(({ pk }) => pk === `C#${id}`)).toBe(true);
  });

  it('is dead once its post is kept out of the case', async () => {
    const { id, code } = await received('2026-01-19');
    await office.to('2026-01-19 16:10');
    const link = await lastLink(code);
    expect((await followed(link)).status).toBe(200);
    const chair = await office.by('COMMUNE_CHAIR', home);
    const wall = { caseId: id, unit: home, post, ground: 'RELATED_TO_PERPETRATOR' };
    await chair.does('declareConflict', wall);
    // Whoever is told of that has been told.
    await office.to('2026-01-19 16:11');
    await refusedAt(link);
    expect(await acknowledgements(id, chair)).toEqual([]);
  });

  it('is dead once its post is vacant, and stays so when another gets it', async () => {
    const { code } = await received('2026-01-20');
    await office.to('2026-01-20 16:10');
    const link = await lastLink(code);
    const administrator = await office.by('ADMINISTRATOR');
    const document = `mutation ($input: VacatePostInput!) {
      vacatePost(input: $input) { vacated userErrors { code } } }`;
    await administrator.administer(document, { input: { unit: home, post } });
    await refusedAt(link);
    await office.to('2026-01-20 16:20');
    const appoint = `mutation ($input: AppointOfficerInput!) {
      appointOfficer(input: $input) { userErrors { code field } } }`;
    const wish = {
      ...{ unit: home, role: 'COMMUNE_WORKER', agency: `UBND-${home}` },
      ...{ officer: 'another-worker', email: 'another@demo.invalid' },
    };
    const done = await administrator.administer<{ appointOfficer: { userErrors: object[] } }>(
      appoint,
      {
        input: wish,
      },
    );
    expect(done.appointOfficer.userErrors).toEqual([]);
    await refusedAt(link);
  });
});
