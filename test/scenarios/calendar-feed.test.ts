import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../infra/local/sandbox.ts';
import {
  freshKey,
  moveClock,
  type Officer,
  officer,
  report,
  startSandbox,
} from '../support/http.ts';
import { eventsIn } from '../support/icalendar.ts';

const commune = '99001';
const received = '2026-01-05T07:10:00+07:00';
const canary = 'CANARY4471';
let sandbox: Sandbox;
let worker: Officer;

beforeAll(async () => {
  sandbox = await startSandbox({ seeded: true });
  worker = await officer(sandbox.origin, 'COMMUNE_WORKER', commune);
});
afterAll(() => sandbox.close());

type Made = {
  readonly url: string | null;
  readonly replayed: boolean;
  readonly userErrors: readonly { readonly code: string; readonly field: readonly string[] }[];
};

async function make(by: Officer, post: string, idempotencyKey = freshKey()): Promise<Made> {
  const query = `mutation ($input: CreateCalendarFeedInput!) {
    made: createCalendarFeed(input: $input) { url replayed userErrors { code field } } }`;
  return (await by.ask<{ made: Made }>(query, { input: { post, idempotencyKey } })).made;
}

async function linkOf(by: Officer, post: string): Promise<string> {
  const { url } = await make(by, post);
  if (url === null) throw new Error('No link was made');
  return url;
}

async function revoke(by: Officer, post: string): Promise<boolean | null> {
  const query = `mutation ($input: RevokeCalendarFeedInput!) {
    done: revokeCalendarFeed(input: $input) { revoked userErrors { code } } }`;
  return (await by.ask<{ done: { revoked: boolean | null } }>(query, { input: { post } })).done
    .revoked;
}

async function follow(url: string, init: RequestInit = {}) {
  const answer = await fetch(url, init);
  const text = await answer.text();
  const { date: _, 'apigw-requestid': __, ...headers } = Object.fromEntries(answer.headers);
  return { status: answer.status, headers, text };
}

const newReport = (unit: string, more: object = {}) => ({
  idempotencyKey: freshKey(),
  ...report(unit, received, more),
});

const secrets = {
  child: {
    sex: 'FEMALE',
    estimatedAge: 9,
    fullName: `Trẻ Thử Nghiệm ${canary}`,
    address: canary,
    father: { fullName: canary },
  },
  narrative: { incidentPlace: canary, currentCondition: canary },
  informant: { name: canary, phone: canary },
  perpetrators: [{ fullName: canary, note: canary }],
};

const postOf = (role: string, unit: string) => `${role}@${unit}`;

describe('the calendar of a commune', () => {
  it('shows a deadline once it binds, and lets it go once it is met', async () => {
    const post = postOf('COMMUNE_WORKER', commune);
    const url = await linkOf(worker, post);
    expect(url).toMatch(new RegExp(`^${sandbox.origin}/feeds/[\\w-]{43}\\.ics$`));
    const { id: caseId, code } = await worker.does('receiveReport', newReport(commune, secrets));
    const { status, headers, text } = await follow(url);
    expect({ status, type: headers['content-type'] }).toEqual({
      status: 200,
      type: 'text/calendar; charset=utf-8',
    });
    const mine = () => follow(url).then((seen) => eventsIn(seen.text).filter(of(code)));
    expect(await mine()).toMatchObject([
      {
        SUMMARY: `${code} · D04 Đánh giá ban đầu theo Mẫu 02`,
        DTSTART: '20260105T121000Z',
        SEQUENCE: '0',
        URL: `${sandbox.origin}/cases/${caseId}`,
      },
    ]);
    expect(text).not.toContain(canary);
    expect(text).not.toContain('Trẻ Thử');
    await worker.does('assessInitially', { caseId, expectedVersion: 1, seriousHarm: false });
    expect((await mine()).map(({ SUMMARY }) => SUMMARY)).toEqual([expect.stringContaining('D06')]);
  });

  it('shows nothing of what the cases are about, whoever the children are', async () => {
    const said: string[] = [];
    for (const unit of ['99001', '99002', '99003', '99004']) {
      const by = await officer(sandbox.origin, 'COMMUNE_CHAIR', unit);
      const { text } = await follow(await linkOf(by, postOf('COMMUNE_CHAIR', unit)));
      expect(eventsIn(text).length).toBeGreaterThan(0);
      said.push(text);
    }
    const all = said.join('\n').replaceAll('\r\n ', '');
    expect(all).not.toMatch(/trẻ thử|thử nghiệm|child|VIOLENCE|ABUSE|NEGLECT|EXPLOIT|TRAFFICK/i);
    const lines = said.flatMap(eventsIn).flatMap(Object.entries);
    const known = new Set(lines.map(([name]) => name));
    expect([...known].toSorted()).toEqual([
      ...['CATEGORIES', 'CLASS', 'DESCRIPTION', 'DTSTAMP', 'DTSTART', 'SEQUENCE'],
      ...['STATUS', 'SUMMARY', 'TRANSP', 'UID', 'URL'],
    ]);
  });

  it('says that nothing has changed, until something has', async () => {
    const post = postOf('COMMUNE_CHAIR', commune);
    const chair = await officer(sandbox.origin, 'COMMUNE_CHAIR', commune);
    const url = await linkOf(chair, post);
    const first = await follow(url);
    const tag = String(first.headers['etag']);
    const since = (value: string) => follow(url, { headers: { 'if-none-match': value } });
    expect(first.headers['cache-control']).toBe('private, no-cache');
    for (const value of [tag, `"another", W/${tag}`])
      expect(await since(value)).toMatchObject({ status: 304, text: '', headers: { etag: tag } });
    expect((await since('"another"')).status).toBe(200);
    await worker.does('receiveReport', newReport(commune));
    const changed = await since(tag);
    expect(changed.status).toBe(200);
    expect(changed.headers['etag']).not.toBe(tag);
  });

  it('answers HEAD as GET without the text, and nothing else', async () => {
    const url = await linkOf(worker, postOf('COMMUNE_WORKER', commune));
    const head = await follow(url, { method: 'HEAD' });
    const got = await follow(url);
    expect(head).toMatchObject({ status: 200, text: '' });
    expect(head.headers['etag']).toBe(got.headers['etag']);
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      const { status, headers } = await follow(url, { method });
      expect([method, status, headers['allow']]).toEqual([method, 405, 'GET, HEAD']);
    }
  });

  it('with 300 deadlines and more ends with the 250 soonest', async () => {
    const unit = '99002';
    const by = await officer(sandbox.origin, 'COMMUNE_WORKER', unit);
    const chair = await officer(sandbox.origin, 'COMMUNE_CHAIR', unit);
    for (let plans = 0; plans < 8; plans += 1) await planned(by, chair, { unit, plans });
    const { text } = await follow(await linkOf(by, postOf('COMMUNE_WORKER', unit)));
    const events = eventsIn(text);
    const ends = events.map(({ DTSTART }) => DTSTART ?? '');
    expect(ends).toEqual(ends.toSorted());
    expect(new Set(events.map(({ UID }) => UID)).size).toBe(250);
    // From February on a service of each plan ends every day; all that is left out is later.
    const services = ends.filter((end) => end >= '20260201T170000Z');
    const days = [...Map.groupBy(services, (end) => end).values()].map((each) => each.length);
    expect(Math.min(...days.slice(0, -1))).toBeGreaterThanOrEqual(8);
    expect(days.length).toBeLessThan(40);
    expect(text).not.toContain(canary);
  });
});

/** A case in execution with a plan of forty services, each due a day after the one before. */
async function planned(
  by: Officer,
  chair: Officer,
  { unit, plans }: { readonly unit: string; readonly plans: number },
): Promise<void> {
  const { id: caseId } = await by.does('receiveReport', newReport(unit));
  const day = (index: number) => new Date(Date.UTC(2026, 1, 1 + index)).toISOString().slice(0, 10);
  const items = Array.from({ length: 40 }, (_, index) => {
    const id = `${canary}-${plans}-${index}`;
    return { id, measure: 'COUNSELLING', startOn: '2026-01-05', endOn: day(index) };
  });
  await by.does('assessInitially', { caseId, expectedVersion: 1, seriousHarm: false });
  await by.does('assessNeeds', { caseId, expectedVersion: 2, planNeeded: true });
  await by.does('recordMeeting', { caseId, expectedVersion: 3 });
  await by.does('submitPlan', { caseId, expectedVersion: 4, items });
  await chair.does('approvePlan', { caseId, expectedVersion: 5 });
}

const of = (code: string) => (event: Readonly<Record<string, string>>) =>
  event['SUMMARY']?.includes(code) === true;

describe('the calendar of a province', () => {
  it('shows what is overdue in its communes, as such, and what is near', async () => {
    const above = await officer(sandbox.origin, 'PROVINCE_SUPERVISOR', '99');
    const { code } = await worker.does('receiveReport', newReport(commune));
    const url = await linkOf(above, postOf('PROVINCE_SUPERVISOR', '99'));
    const shown = async () => eventsIn((await follow(url)).text).find(of(code));
    const before = await shown();
    await moveClock(sandbox.origin, '2026-01-05T19:10:00+07:00');
    const after = await shown();
    expect(before?.['SUMMARY']).toBe(`${code} · D04 Đánh giá ban đầu theo Mẫu 02`);
    expect(after?.['SUMMARY']).toBe(`QUÁ HẠN · ${before?.['SUMMARY']}`);
    expect(after).toMatchObject({ CATEGORIES: 'QUÁ HẠN', UID: before?.['UID'] });
  });
});

describe('a link', () => {
  const unit = '99003';
  const post = postOf('COMMUNE_CHAIR', unit);

  it('is the same for a repeated request, and another for the next', async () => {
    const chair = await officer(sandbox.origin, 'COMMUNE_CHAIR', unit);
    const key = freshKey();
    const first = await make(chair, post, key);
    expect(await make(chair, post, key)).toEqual({ ...first, replayed: true });
    const next = await make(chair, post);
    expect(next.url).not.toBe(first.url);
    expect((await follow(String(first.url))).status).toBe(404);
    expect((await follow(String(next.url))).status).toBe(200);
    const reused = await make(chair, post, key);
    expect(reused).toMatchObject({ url: null, userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED' }] });
  });

  it('is for nobody who does not hold the post, and for no post without deadlines', async () => {
    const chair = await officer(sandbox.origin, 'COMMUNE_CHAIR', unit);
    const hotline = await officer(sandbox.origin, 'HOTLINE_111');
    const administrator = await officer(sandbox.origin, 'ADMINISTRATOR');
    for (const [by, wanted] of [
      [worker, post],
      [chair, 'none'],
      [hotline, postOf('HOTLINE_111', 'VN')],
      [administrator, postOf('ADMINISTRATOR', 'VN')],
    ] as const) {
      await expect(make(by, wanted)).rejects.toThrow('NOT_ALLOWED');
      await expect(revoke(by, wanted)).rejects.toThrow('NOT_ALLOWED');
    }
  });

  it('that is wrong, dead or malformed gets the same answer to the byte', async () => {
    const chair = await officer(sandbox.origin, 'COMMUNE_CHAIR', unit);
    const replaced = await linkOf(chair, post);
    const revoked = await linkOf(chair, post);
    expect(await revoke(chair, post)).toBe(true);
    expect(await revoke(chair, post)).toBe(false);
    const taken = await linkOf(chair, post);
    const administrator = await officer(sandbox.origin, 'ADMINISTRATOR');
    await administrator.administer(
      `mutation ($input: AppointOfficerInput!) {
        appointOfficer(input: $input) { userErrors { code } } }`,
      {
        input: { unit, role: 'COMMUNE_CHAIR', agency: `UBND-${unit}`, officer: 'somebody-else' },
      },
    );
    const asked = (path: string) => `${sandbox.origin}/feeds/${path}`;
    const wrong = [
      replaced,
      revoked,
      taken,
      asked(`${'A'.repeat(43)}.ics`),
      asked(`${'A'.repeat(42)}.ics`),
      asked(`${'A'.repeat(10_000)}.ics`),
      asked('.ics'),
      asked(''),
      asked('%00%ff.ics'),
      asked('..%2f..%2fhealth'),
      asked(`${'A'.repeat(43)}.ics/more`),
      taken.replace('.ics', ''),
      taken.replace('.ics', '.ICS'),
      `${taken}?x=1`,
    ];
    const answers = await Promise.all(wrong.map((url) => follow(url)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({
      status: 404,
      headers: { 'cache-control': 'no-store' },
      text: '{"message":"Not Found"}',
    });
  });

  it('counts the query for nothing', async () => {
    const url = await linkOf(worker, postOf('COMMUNE_WORKER', commune));
    expect((await follow(`${url}?nocache=1`)).status).toBe(200);
  });

  it('takes no token and is no way into the API', async () => {
    const url = await linkOf(worker, postOf('COMMUNE_WORKER', commune));
    const secret = url.slice(url.lastIndexOf('/') + 1, -'.ics'.length);
    const { status } = await follow(`${sandbox.origin}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: '{"query":"{ viewer { id } }"}',
    });
    expect(status).toBe(401);
  });

  it('longer than any header is refused before anybody looks at it', async () => {
    const { port } = new URL(sandbox.origin);
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const path = `/feeds/${'A'.repeat(100_000)}.ics`;
      request({ port, host: '127.0.0.1', path }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(431);
  });
});
