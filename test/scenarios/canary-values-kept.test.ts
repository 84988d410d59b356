import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainDate } from '#domain/time.ts';
import { openBook } from '../../infra/local/simulation/book.ts';
import { caseloadOf } from '../../infra/local/simulation/caseload.ts';
import { chanceOf } from '../../infra/local/simulation/chance.ts';
import { importTerritory, staff } from '../../infra/local/simulation/country.ts';
import { openDesk } from '../../infra/local/simulation/desk.ts';
import { at } from '../../infra/local/simulation/local-time.ts';
import { openSpending } from '../../infra/local/simulation/spending.ts';
import { madeUpTerritory } from '../../infra/local/simulation/territory.ts';
import { liveThrough } from '../../infra/local/simulation/year.ts';
import { baitIn, forms } from '../support/bait.ts';
import { officer, report, startSandbox } from '../support/http.ts';
import { allPositions, bare, doors, nameOf, type Value } from '../support/positions.ts';
import { baitedItems, hearEverything, lettersIn, shownBy } from '../support/sinks.ts';

/** Texts that lie in clear because they are no texts: their form lets no name through, and why they are there. */
const inForm: Readonly<Record<string, string>> = {
  document: 'number of an official document',
  measure: 'code of a measure',
  id: 'id of a plan item, part of deadline ids',
  nationalRecord: 'number of a record of the national database',
  caseId: 'id',
  deadline: 'id',
  care: 'id',
  post: 'id',
  order: 'id',
};

/** Papers the simulated offices leave out. */
const extras: Readonly<Record<string, Value>> = {
  form: { edition: '', items: [{ item: '', level: 'HIGH', note: '' }], conclusion: '' },
  minutes: { participants: [''], text: '' },
  order: { isolatedFrom: [''], placedWith: '', note: '' },
  perpetrators: [{ fullName: '' }],
};

// Children a later report brings in would be cases of which the simulated offices know nothing; they are
// admitted and sealed by what admits and seals those of the first report.
const notLived = /addReport\.input\.otherChildren/;

const schema = doors['/graphql'];
let numbers = 0;
const asked = new Set<string>();
const taken = new Set<string>();

/** The input of an act with a bait wherever it takes words. */
function baited(value: Value, type: GraphQLInputType, path: string): Value {
  const inner = bare(type);
  if (isListType(inner) && Array.isArray(value))
    return value.map((each) => baited(each, inner.ofType, `${path}.0`));
  if (isInputObjectType(inner)) return membersOf(value, inner, path);
  return isWord(inner, path) ? bait(path) : value;
}

function membersOf(value: Value, type: GraphQLInputObjectType, path: string): Value {
  const said = (value ?? {}) as Readonly<Record<string, Value>>;
  const members = Object.values(type.getFields()).flatMap(({ name, type: of }) => {
    const old = said[name];
    const there = old ?? madeFor(name, of);
    if (there === undefined) return [];
    return [[name, baited(there, of, `${path}.${name}`)] as const];
  });
  return Object.fromEntries(members);
}

/** What a member that was left out is filled with: words, or a paper. */
function madeFor(name: string, type: GraphQLInputType): Value | undefined {
  if (isNonNullType(type)) return undefined;
  if (extras[name] !== undefined) return extras[name];
  if (!isInputObjectType(type)) return String(type) === 'String' ? '' : undefined;
  const isOfWords = Object.values(type.getFields()).every(({ type: of }) => !isNonNullType(of));
  return isOfWords ? {} : undefined;
}

const isWord = (type: GraphQLInputType, path: string): boolean =>
  String(type) === 'String' && inForm[path.split('.').at(-1) ?? ''] === undefined;

function bait(path: string): string {
  numbers += 1;
  const text = (forms[numbers % forms.length] ?? forms[0])(numbers % 100_000);
  asked.add(path);
  return text;
}

/** Every request of the simulated offices on its way to the front door. */
function baitingFetch(plain: typeof fetch): typeof fetch {
  return async (url, init) => {
    if (!String(url).endsWith('/graphql') || typeof init?.body !== 'string')
      return plain(url, init);
    const { query, variables } = JSON.parse(init.body) as {
      query: string;
      variables?: { input?: Value };
    };
    const name = /^mutation[^{]*\{\s*(?:act: )?(\w+)\(/.exec(query)?.[1] ?? '';
    const type = schema?.getMutationType()?.getFields()[name]?.args[0]?.type;
    if (type === undefined || variables?.input === undefined) return plain(url, init);
    const { input, paths } = inputOf(variables.input, type, `/graphql ${name}.input`);
    const response = await plain(url, {
      ...init,
      body: JSON.stringify({ query, variables: { input } }),
    });
    const text = await response.clone().text();
    if (text.includes('"userErrors":[]')) for (const path of paths) taken.add(path);
    if (baitIn(text) !== undefined) seen.push(`${name}: ${text}`);
    return response;
  };
}

/** The same input for the same request, or its key would be another's. */
function inputOf(input: Value, type: GraphQLInputType, path: string): Baited {
  const text = JSON.stringify(input);
  asked.clear();
  const again = known.get(text) ?? { input: baited(input, type, path), paths: [...asked] };
  known.set(text, again);
  return again;
}

type Baited = { readonly input: Value; readonly paths: readonly string[] };
const known = new Map<string, Baited>();
const seen: string[] = [];

/** What no office of this caseload does. */
async function doTheRest(origin: string): Promise<void> {
  const worker = await officer(origin, 'COMMUNE_WORKER', '99001');
  const { id: caseId } = await worker.does(
    'receiveReport',
    report('99001', '2026-07-01T07:00:00+07:00'),
  );
  const child = { sex: 'FEMALE', estimatedAge: 10 };
  const { version } = await worker.does('correctChild', { caseId, expectedVersion: 1, child });
  await worker.does('recordDisclosure', {
    ...{ caseId, recipient: 'CLINIC', recipientName: 'Nơi Nhận Thử', legalBasis: 'PROTECTION' },
    ...{ secrecy: 'NAMED_PERSONS', purpose: 'TREATMENT', parts: ['IDENTITY'] },
  });
  await oversee(origin, caseId, version);
  await worker.does('recordSubjectRequest', {
    ...{ caseId, asker: 'PARENT', verifiedBy: 'IDENTITY_PAPERS', note: 'thử' },
  });
  const asked = `{ case(id: "${caseId}") { subjectRequests { id } } }`;
  const { case: wish } = await worker.ask<{ case: { subjectRequests: { id: string }[] } }>(asked);
  const request = wish.subjectRequests[0]?.id;
  await worker.does('answerSubjectRequest', { caseId, request, outcome: 'GIVEN', note: 'thử' });
}

/** A glass is broken and judged, a conflict declared and lifted. */
async function oversee(origin: string, caseId: string, expectedVersion: number): Promise<void> {
  const [worker, police, supervisor] = await Promise.all([
    officer(origin, 'COMMUNE_WORKER', '99001'),
    officer(origin, 'COMMUNE_POLICE', '99002'),
    officer(origin, 'PROVINCE_SUPERVISOR', '99'),
  ]);
  const reason = 'Trẻ đang ở đây, cần tìm người chăm sóc.';
  await police.does('breakGlass', { caseId, reason });
  const query = '{ case(id: "ID") { glasses { id } } }'.replace('ID', caseId);
  const { case: seen } = await supervisor.ask<{ case: { glasses: { id: string }[] } }>(query);
  const judged = { caseId, glass: seen.glasses[0]?.id, outcome: 'JUSTIFIED', note: 'thử' };
  await supervisor.does('reviewBreakGlass', judged);
  const ground = { ground: 'RELATED_TO_PERPETRATOR', unit: '99002' };
  await worker.tries('declareConflict', { caseId, ...ground });
  const known = '{ case(id: "ID") { exclusions { id } } }'.replace('ID', caseId);
  const { case: shut } = await supervisor.ask<{ case: { exclusions: { id: string }[] } }>(known);
  const lifted = { caseId, expectedVersion, exclusion: shut.exclusions[0]?.id, reason: 'thử' };
  await supervisor.does('liftConflict', lifted);
}

describe('words that are kept', () => {
  const plain = globalThis.fetch;
  let items: Awaited<ReturnType<typeof baitedItems>>;
  let elsewhere: readonly string[];
  let lines: readonly string[];

  beforeAll(async () => {
    const chance = chanceOf('3');
    const territory = madeUpTerritory(chance.of('territory'));
    const [from, until] = [plainDate('2026-03-02'), plainDate('2026-04-20')];
    const end = at(plainDate('2026-07-20'), 12);
    const caseload = caseloadOf({
      cases: 18,
      from,
      until,
      territory,
      chance: chance.of('caseload'),
    } as never);
    const heard = hearEverything();
    const sandbox = await startSandbox({ near: true, clock: at(plainDate('2026-03-01'), 12) });
    globalThis.fetch = baitingFetch(plain);
    try {
      const desk = openDesk(sandbox.origin);
      const book = openBook();
      await importTerritory(territory, plainDate('2025-03-01'), desk);
      await staff(caseload, desk);
      const spending = openSpending(sandbox.engine);
      await liveThrough(caseload, end, {
        sandbox,
        desk,
        book,
        spending,
        chance,
        onInstant: () => {},
      });
      await doTheRest(sandbox.origin);
      items = await baitedItems(sandbox.engine.endpoint);
      elsewhere = [
        await shownBy(sandbox.origin),
        ...(await lettersIn(
          String(process.env['SQS_ENDPOINT']),
          String(process.env['NOTICE_QUEUE_URL']),
        )),
      ];
      lines = heard.lines;
    } finally {
      heard.stop();
      globalThis.fetch = plain;
      await sandbox.close();
    }
  }, 180_000);
  afterAll(() => {
    globalThis.fetch = plain;
  });

  it('are taken in every place that takes words', () => {
    const words = allPositions()
      .filter(
        ({ door, kind, type }) =>
          door === '/graphql' && kind === 'mutation' && String(bare(type)) === 'String',
      )
      .filter(({ path }) => inForm[String(path.at(-1))] === undefined)
      .map(nameOf);
    expect(words.length).toBeGreaterThan(80);
    expect(words.filter((each) => !taken.has(each) && !notLived.test(each))).toEqual([]);
  });

  it('come back in no answer to an act', () => expect(seen).toEqual([]));
  it('can be read in no item of any table without a key', () => {
    expect(items.items).toBeGreaterThan(1_000);
    expect(items.found).toEqual([]);
  });
  it('are in no line, mail, metric and letter', () => {
    expect(lines.length).toBeGreaterThan(100);
    expect([...lines, ...elsewhere].map(baitIn).filter(Boolean)).toEqual([]);
    expect(elsewhere[0]).toContain('LC-');
  });
});
