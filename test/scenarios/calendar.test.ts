import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Sandbox } from '../../infra/local/sandbox.ts';
import { type Followed, receive, utc } from '../support/followed.ts';
import { moveClock, type Officer, officer, seen, startSandbox } from '../support/http.ts';

const unit = '99001';
let sandbox: Sandbox;
let administrator: Officer;
let worker: Officer;
let revision = 1;

beforeAll(async () => {
  sandbox = await startSandbox({ clock: Date.parse('2026-11-09T08:00:00+07:00') });
  administrator = await officer(sandbox.origin, 'ADMINISTRATOR');
  worker = await officer(sandbox.origin, 'COMMUNE_WORKER', unit);
});
afterAll(() => sandbox.close());

const to = (text: string) => moveClock(sandbox.origin, `${text.replace(' ', 'T')}:00+07:00`);

const header = 'date,kind,name_vi,name_en,source,status,unit';
const day = (on: string, kind: string) =>
  `${on},${kind},Ngày giả định,A day made up,QĐ 9,CONFIRMED,`;

type Payload = { readonly revision: number | null; readonly problems: readonly object[] };

async function imports(rows: readonly string[], years: readonly number[] = []) {
  const document = `mutation ($input: ImportCalendarInput!) { importCalendar(input: $input) {
    revision problems { code row } } }`;
  const csv = [header, ...rows].join('\n');
  const input = { csv, years, document: 'QĐ 9/QĐ-TTg', expectedRevision: revision };
  const { importCalendar: done } = await administrator.administer<{ importCalendar: Payload }>(
    document,
    {
      input,
    },
  );
  expect(done).toEqual({ revision: revision + 1, problems: [] });
  revision += 1;
}

/** A case in which the specific assessment is due, five working days after the initial one. */
async function waiting(at: string): Promise<Followed> {
  await to(at);
  const opened = await receive(worker, unit, at);
  await opened.does(worker, 'assessInitially', { seriousHarm: false });
  return opened;
}

async function d06(of: Followed) {
  const { deadlines } = await seen(worker, of.id);
  const { rule, dueAt, status, breachedAt } = deadlines[0] ?? {};
  expect(rule).toBe('D06');
  return { dueAt, status, breachedAt };
}

type Told = {
  readonly type: string;
  readonly dueAt: string | null;
  readonly calendarRevision: number;
};

/** Every end the deadline was given, with the revision of the calendar behind it. */
async function endsInHistory(of: Followed): Promise<readonly (readonly [string | null, number])[]> {
  const query = `query ($id: ID!) { case(id: $id) { history(first: 100) { nodes {
    facts { type dueAt calendarRevision deadline } } } } }`;
  type Answer = {
    case: { history: { nodes: { facts: (Told & { deadline: string | null })[] }[] } };
  };
  const { case: found } = await worker.ask<Answer>(query, { id: of.id });
  const facts = found.history.nodes.flatMap((node) => node.facts);
  return facts
    .filter(
      ({ type, deadline }) => /^Deadline(Set|Moved)$/.test(type) && /^D06/.test(deadline ?? ''),
    )
    .map(({ dueAt, calendarRevision }) => [dueAt, calendarRevision] as const);
}

let late: Followed;
let open: Followed;

it('starts from the days that come with the code', async () => {
  late = await waiting('2026-11-10 08:00');
  open = await waiting('2026-11-19 08:00');
  expect(await d06(late)).toEqual({
    dueAt: utc('2026-11-18 00:00'),
    status: 'PLANNED',
    breachedAt: utc('2026-11-18 00:00'),
  });
  // The holiday of 24 November was announced only.
  const due = { dueAt: utc('2026-11-28 00:00'), status: 'PROVISIONAL', breachedAt: null };
  expect(await d06(open)).toEqual(due);
});

it('is earlier once a holiday is revoked, before the clock has moved on by a minute', async () => {
  await imports([day('2026-11-24', 'REVOKED')]);
  await to('2026-11-19 08:01');
  const due = { dueAt: utc('2026-11-27 00:00'), status: 'PLANNED', breachedAt: null };
  expect(await d06(open)).toEqual(due);
});

it('names the document behind the day in its explanation', async () => {
  const query = `query ($id: ID!) { case(id: $id) { deadlines { rule explanation { counts reason source } } } }`;
  type Why = { counts: boolean; reason: string; source: string | null };
  type Answer = { case: { deadlines: { rule: string; explanation: Why[] }[] } };
  const { case: found } = await worker.ask<Answer>(query, { id: open.id });
  const why = found.deadlines[0]?.explanation.filter(({ reason }) => reason === 'REVOKED');
  expect(why).toEqual([{ counts: true, reason: 'REVOKED', source: 'QĐ 9' }]);
});

it('is later once two holidays are added; every end it had stays in its history', async () => {
  await imports([day('2026-11-26', 'HOLIDAY'), day('2026-11-25', 'HOLIDAY')]);
  await to('2026-11-28 00:00');
  const due = { dueAt: utc('2026-12-01 00:00'), status: 'PLANNED', breachedAt: null };
  expect(await d06(open)).toEqual(due);
  expect(await endsInHistory(open)).toEqual([
    [utc('2026-11-28 00:00'), 1],
    [utc('2026-11-27 00:00'), 2],
    [utc('2026-12-01 00:00'), 3],
  ]);
});

it('is breached at the end it has now, and by no older one', async () => {
  await to('2026-11-30 23:59');
  expect((await d06(open)).breachedAt).toBeNull();
  await to('2026-12-01 00:00');
  expect((await d06(open)).breachedAt).toBe(utc('2026-12-01 00:00'));
});

it('keeps a breach on record when a holiday of before it is added', async () => {
  await imports([day('2026-11-13', 'HOLIDAY')]);
  await to('2026-12-01 00:01');
  const breached = await d06(late);
  expect(breached.dueAt).toBe(utc('2026-11-19 00:00'));
  expect(breached.breachedAt).toBe(utc('2026-11-18 00:00'));
  expect((await seen(worker, late.id)).overdue).toBe(true);
});
