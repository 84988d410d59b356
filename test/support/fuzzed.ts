import type { Sandbox } from '../../infra/local/sandbox.ts';
import { forms } from './bait.ts';
import { baitInAnswer, loose, type Shot, shots } from './fuzz.ts';
import { moveClock, officer, post, report, startSandbox } from './http.ts';
import type { Value } from './positions.ts';
import { baitedItems, hearEverything, lettersIn, shownBy } from './sinks.ts';

const commune = '99001';

/** What a fuzzed sandbox left, and where a bait was seen. */
export type Fuzzed = {
  readonly requests: number;
  readonly answers: readonly string[];
  /** What was answered with a fault of ours. */
  readonly faults: readonly string[];
  readonly log: readonly string[];
  readonly elsewhere: readonly string[];
  readonly items: Awaited<ReturnType<typeof baitedItems>>;
  readonly statuses: ReadonlyMap<number, number>;
};

/** Sends every baited request to the front door of a new sandbox, lets time pass, and looks everywhere. */
export async function fuzzed(most?: number): Promise<Fuzzed> {
  const sandbox = await startSandbox({ near: true });
  const heard = hearEverything();
  try {
    const people = await staffOf(sandbox);
    const answers: string[] = [];
    const faults: string[] = [];
    const statuses = new Map<number, number>();
    let requests = 0;
    const fire = async (
      path: string,
      body: unknown,
      name: string,
      more: Record<string, string> = {},
    ) => {
      requests += 1;
      const response = await fetch(sandbox.origin + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...bearer(people, path), ...more },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
      if (response.status >= 500) faults.push(name);
      const bait = await baitInAnswer(response);
      if (bait !== undefined) answers.push(`${name}: ${bait}`);
    };
    const all = shots(samplesOf(people.caseId), most);
    await inTurns(all, 8, async ({ door, position, document, variables }: Shot) =>
      fire(door, { query: document.replace('some-case', people.caseId), variables }, position),
    );
    for (const door of ['/graphql', '/administration/graphql', '/statistics/graphql'])
      for (const [at, body] of loose(90_000).entries())
        await fire(door, body, `${door} beside ${at}`);
    await beside(fire);
    await moveClock(sandbox.origin, 'P20D');
    const elsewhere = [
      await shownBy(sandbox.origin),
      ...(await lettersIn(
        String(process.env['SQS_ENDPOINT']),
        String(process.env['NOTICE_QUEUE_URL']),
      )),
      await feedOf(sandbox, people),
    ];
    // An administrator's question names officers and apps by the ids of a directory, and is kept as it was asked.
    const items = await baitedItems(sandbox.engine.endpoint, ({ act }) => act === 'explainAccess');
    return { requests, answers, faults, log: heard.lines, elsewhere, items, statuses };
  } finally {
    heard.stop();
    await sandbox.close();
  }
}

type Fire = (
  path: string,
  body: unknown,
  name: string,
  more?: Record<string, string>,
) => Promise<void>;

/** Baits in headers, in addresses, and at the doors that speak no GraphQL. */
async function beside(fire: Fire): Promise<void> {
  const query = { query: '{ serverTime }' };
  const text = forms[2](91_000);
  const written = encodeURIComponent(forms[0](91_001));
  for (const name of [
    'user-agent',
    'x-request-id',
    'cookie',
    'traceparent',
    'referer',
    'x-forwarded-for',
  ])
    await fire('/graphql', query, `header ${name}`, { [name]: `a=${text}` });
  await fire('/graphql', query, 'authorization', {
    authorization: `Bearer ${text}.${text}.${text}`,
  });
  await fire('/graphql', query, 'content-type', { 'content-type': `text/${text}` });
  await fire(`/graphql?${written}=${written}`, query, 'query of the address');
  await fire(`/${written}`, query, 'an address there is not');
  await fire(`/feeds/${written}.ics`, query, 'a feed there is not');
  await fire(`/acknowledge/${written}`, query, 'a link there is not');
  await fire('/graphql', `{"query": "{ serverTime }", "query": "{ ${text} }"}`, 'a member twice');
  await fire('/graphql', `{"query": "{ serverTime }", "${text}"`, 'half of JSON');
  for (const field of ['grant_type', 'role', 'unitCode', 'client_id', 'client_secret', 'scope'])
    await fire(
      '/oauth/token',
      { grant_type: 'client_credentials', [field]: text },
      `token ${field}`,
    );
  for (const field of ['to', 'advance', text])
    await fire('/sandbox/clock', { [field]: text }, `clock ${field}`);
}

type People = Awaited<ReturnType<typeof staffOf>>;

async function staffOf({ origin }: Sandbox) {
  const [chair, administrator, analyst] = await Promise.all([
    officer(origin, 'COMMUNE_CHAIR', commune),
    officer(origin, 'ADMINISTRATOR'),
    officer(origin, 'ANALYST'),
  ]);
  const { id: caseId } = await chair.does(
    'receiveReport',
    report(commune, '2026-01-05T07:10:00+07:00'),
  );
  return { chair, administrator, analyst, caseId };
}

function bearer({ chair, administrator, analyst }: People, path: string) {
  const by = path.startsWith('/administration')
    ? administrator
    : path.startsWith('/statistics')
      ? analyst
      : chair;
  return { authorization: `Bearer ${by.token}` };
}

const samplesOf = (caseId: string): Readonly<Record<string, Value>> => ({
  ...{ caseId, ID: 'some-id', String: 'một câu', Int: 1, Boolean: true, Vnd: 1, first: 1, days: 1 },
  ...{ DateTime: '2026-01-05T07:00:00+07:00', LocalDate: '2026-01-05', UnitCode: commune },
  IdempotencyKey: 'fuzz-key-000000001',
});

async function inTurns<Each>(all: readonly Each[], at: number, act: (each: Each) => Promise<void>) {
  const left = [...all];
  const worker = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await act(next);
  };
  await Promise.all(Array.from({ length: at }, worker));
}

/** The calendar of the chair, as a calendar program gets it, and the lists of the commune. */
async function feedOf({ origin }: Sandbox, { chair, caseId }: People): Promise<string> {
  const asked = { post: `COMMUNE_CHAIR@${commune}`, idempotencyKey: 'fuzz-feed-key-0001' };
  const create = `mutation ($input: CreateCalendarFeedInput!) { createCalendarFeed(input: $input) { url } }`;
  const made = await chair.ask<{ createCalendarFeed: { url: string } }>(create, { input: asked });
  const calendar = await (await fetch(made.createCalendarFeed.url)).text();
  const lists = `query ($unit: UnitCode!, $post: ID!, $id: ID!) {
    open: cases(unit: $unit, list: OPEN) { nodes { code } totalCount }
    inbox(post: $post) { nodes { id caseCode duty { subject } } }
    case(id: $id) { history(first: 100) { nodes { act facts { type document } } } } }`;
  const headers = { authorization: `Bearer ${chair.token}` };
  const variables = { unit: commune, post: asked.post, id: caseId };
  const { text } = await post(`${origin}/graphql`, { query: lists, variables }, headers);
  if (!calendar.includes('BEGIN:VCALENDAR')) throw new Error('There is no calendar to look into');
  return `${calendar} ${text}`;
}
