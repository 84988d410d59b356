import { beforeAll, describe, expect, it } from 'vitest';
import { eraseDue } from '#app/erase.ts';
import type { Batch } from '#app/ports/notices.ts';
import { project } from '#app/project.ts';
import { plainDate, plusHours } from '#domain/time.ts';
import { newId } from '#runtime/world.ts';
import { openReturns } from '#store/contacts.ts';
import { openShredList } from '#store/shred-list.ts';
import { clearGroups } from '../../docs/clear-attributes.ts';
import { madeUp } from '../../infra/local/simulation/names.ts';
import { simulate } from '../../infra/local/simulation/simulation.ts';
import { openTestApi, send, type TestApi, tokenOf } from '../support/api.ts';
import { hearWrites, type Stored } from '../support/stored.ts';
import { canary, canaryBirth, toldStory } from '../support/told-story.ts';
import { openPartner } from '../support/webhook-story.ts';

let told: readonly Stored[] = [];
let lived: readonly Stored[] = [];
const read: string[] = [];
const posted: string[] = [];

/** A notice is given up, begun anew and given up again; its officer has a telephone, and no good address. */
async function comeBack(api: TestApi): Promise<void> {
  const officer = (await api.appoint('COMMUNE_WORKER', '91001')).id;
  const founder = await api.appoint('ADMINISTRATOR', 'VN');
  const wish = { officer, email: null, phone: '+84912345678' };
  await api.administration.carryOut('setContact', wish, founder, api.now());
  const mark = { since: api.now(), code: 'BOUNCE_PERMANENT_GENERAL' };
  await openReturns(api.database).markUnreachable(officer, `${officer}@test.invalid`, mark);
  const { rows } = await api.notices.inbox('COMMUNE_WORKER@91001', { first: 1, after: undefined });
  const [key] = rows;
  const first = key && (await api.notices.claim(key, api.now()));
  if (first === undefined) throw new Error('The worker was told nothing');
  const entry = { at: api.now(), code: 'MessageRejected', words: '1', message: 'ses-1' };
  await api.notices.settle(first, { ...entry, outcome: 'LATER', retryAt: api.now() });
  const claimed = await api.notices.claim(first, api.now());
  if (claimed === undefined) throw new Error('It waits');
  await api.notices.settle(claimed, { ...entry, outcome: 'FAILED' });
  const failed = await api.notices.find(claimed);
  expect(failed && (await api.notices.redrive(failed, api.now()))).toBe(true);
}

/** The story of one case to its end, with everything that follows from it in every table. */
async function tell(api: TestApi): Promise<void> {
  const worker = tokenOf((await api.appoint('COMMUNE_WORKER', '91001')).id);
  const query = 'query ($id: ID!) { case(id: $id) { identity { fullName } lastNote } }';
  const id = await toldStory(api, async (caseId) => {
    read.push((await send(api.serve, worker, query, { id: caseId })).text);
  });
  const { ledger, world } = api.around;
  const { projections, subscriptions, notices } = api;
  const projection = { ledger, world, projections, subscriptions, notices };
  const founder = await api.appoint('ADMINISTRATOR', 'VN');
  const partner = await openPartner(api, founder);
  const batches: Batch[] = [];
  await project(id, { ...projection, hasten: async (more) => void batches.push(...more) });
  posted.push(...(await partner.taken(batches)).map((each) => JSON.stringify(each)));
  await partner.close();
  await comeBack(api);
  const chair = await api.appoint('PROVINCE_CHAIR', '91');
  const input = {
    input: { idempotencyKey: newId(), cases: [id], ground: 'COURT_ORDER', document: '7/QĐ' },
  };
  const ordering = `mutation ($input: OrderErasureInput!) { orderErasure(input: $input) { order { id } userErrors { code } } }`;
  const { data } = await send(api.administer, tokenOf(founder.id), ordering, input);
  const approving = `mutation ($input: SignErasureInput!) { approveErasure(input: $input) { order { id } } }`;
  const order = data.orderErasure.order?.id;
  await send(api.administer, tokenOf(chair.id), approving, { input: { order } });
  api.setClock(plusHours(api.now(), 72));
  const room = { ...api.around, erasures: api.erasures, shredList: openShredList(api.database) };
  expect(await eraseDue(room)).toMatchObject({ cases: 1, failed: 0 });
}

beforeAll(async () => {
  const writes = hearWrites();
  const api = await openTestApi();
  await tell(api);
  await api.close();
  told = writes.attributes();
  await simulate({
    cases: 25,
    seed: '2',
    from: plainDate('2026-02-10'),
    until: plainDate('2026-04-01'),
    end: plainDate('2026-04-12'),
    onProgress: () => undefined,
  });
  lived = writes.attributes();
  writes.stop();
}, 120_000);

const leaf = (path: string): string => (path.split('.').at(-1) ?? '').replaceAll('[]', '');
const entries = clearGroups.flatMap(({ attributes }) => attributes);
const entryOf = ({ item, path }: Pick<Stored, 'item' | 'path'>) =>
  entries.find((entry) => entry === `${item}: ${path}` || entry === leaf(path));

const holding = (all: readonly Stored[], texts: readonly string[]) =>
  all
    .filter(({ value }) => texts.some((text) => String(value).includes(text)))
    .map(({ item, path }) => `${item}: ${path}`);

describe('what lies in the tables', () => {
  it('holds no text about a person, though each was said and could be opened', () => {
    expect(read.join()).toContain(canary);
    expect(told.length).toBeGreaterThan(500);
    expect(holding(told, [canary, canaryBirth])).toEqual([]);
    // Every name and text of the small country is marked as made up.
    expect(holding(lived, [madeUp.replaceAll(/[()]/g, '')])).toEqual([]);
  });

  it('goes to no server of a partner', () => {
    expect(posted.length).toBeGreaterThan(3);
    expect(posted.filter((each) => each.includes(canary) || each.includes(canaryBirth))).toEqual(
      [],
    );
  });

  it('is heard: a text that is put into the tables is found there', () => {
    const stray = { item: 'cases head', path: 'body.note', value: `x ${canary}` };
    expect(holding([...told, stray], [canary])).toEqual(['cases head: body.note']);
    expect(entryOf(stray)).toBeUndefined();
  });

  it('is all in the list of clear attributes, with its ground', () => {
    const unlisted = lived.filter((each) => entryOf(each) === undefined);
    expect([...new Set(unlisted.map(({ item, path }) => `${item}: ${path}`))]).toEqual([]);
  });

  it('uses every entry of the list, and each stands there once', () => {
    const used = new Set(lived.map(entryOf));
    expect(entries.filter((entry) => !used.has(entry))).toEqual([]);
    expect(entries.length).toBe(new Set(entries).size);
  });

  it('names no attribute by a bare word under which a person could be told of', () => {
    const personal = /^(name|fullName|text|note|address|phone|email|body|bornOn|person|\*)$/;
    expect(entries.filter((entry) => personal.test(entry))).toEqual([]);
    for (const { ground } of clearGroups)
      expect(ground).toMatch(/Art\.|Decree|Law|nothing personal/);
  });

  it('has an item of every table', () => {
    const found = new Set(lived.map(({ item }) => item.split(' ')[0]));
    expect([...found].toSorted()).toEqual(['audit', 'cases', 'directory', 'notices', 'stats']);
    expect(lived.filter(({ item }) => item.includes('unknown'))).toEqual([]);
  });
});
