import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { project } from '#app/project.ts';
import type { Actor } from '#domain/permission.ts';
import { get, nameOf } from '#store/database.ts';
import { keys } from '#store/table.ts';
import { headOf, mutationOf, tabledActs } from '../support/acts.ts';
import { type Answer, send, tokenOf } from '../support/api.ts';
import { freshKey } from '../support/http.ts';
import { nothingOf, reads } from '../support/matrix.ts';
import { does, openStandings, type Standings, tries } from '../support/standings.ts';

let stage: Standings;
/** Somebody whose commune has a case of its own, and nothing to do with the others. */
const stranger = tokenOf('COMMUNE_WORKER@89001@agency-89001');
const insider = tokenOf('COMMUNE_CHAIR@82001@agency-82001');
const system: Actor = { kind: 'SYSTEM', id: 'test', app: 'test', scopes: [], posts: [] };
let own: { id: string; version: number };

const asks = (token: object, query: string, variables: object = {}) =>
  send(stage.api.serve, token, query, variables);
const code = ({ errors }: Answer) => errors[0]?.extensions['code'];

beforeAll(async () => {
  stage = await openStandings();
  const { around, notices, subscriptions, projections, now } = stage.api;
  const { ledger, world } = around;
  const { id } = stage.cases.apart;
  await project(id, {
    ledger,
    notices,
    subscriptions,
    projections,
    hasten: async () => undefined,
    world,
  });
  const input = {
    idempotencyKey: freshKey(),
    receivedAt: now(),
    channel: 'PHONE',
    subjectGroup: 'AT_RISK',
    categories: ['OTHER'],
    incidentUnit: '89001',
    child: { sex: 'MALE', estimatedAge: 4, fullName: 'Trẻ Thử Nghiệm' },
  };
  const query = mutationOf('receiveReport', 'case { id version }');
  own = (await asks(stranger, query, { input })).data.receiveReport.case;
});
afterAll(() => stage.api.close());

/** Every id somebody inside can get hold of and give away. */
async function idsGivenAway(): Promise<readonly string[]> {
  const query = `query ($id: ID!, $post: ID!) {
    case(id: $id) { id incident { id } deadlines { id } care { id } plan { items { id } }
      history(first: 1) { pageInfo { endCursor } nodes { hash } } }
    inbox(post: $post, first: 2) { nodes { id } pageInfo { endCursor } } }`;
  const post = 'COMMUNE_CHAIR@82001';
  const { data } = await asks(insider, query, { id: stage.cases.apart.id, post });
  const { incident, deadlines, care, plan, history } = data.case;
  const each = [...deadlines, ...care, ...plan.items, ...data.inbox.nodes, incident, data.case];
  const ids: string[] = each.map(({ id }: { id: string }) => id);
  const cursors = [
    history.pageInfo.endCursor,
    data.inbox.pageInfo.endCursor,
    history.nodes[0].hash,
  ];
  expect([...ids, ...cursors].every((id) => typeof id === 'string' && id !== '')).toBe(true);
  return [...ids, ...cursors, post, stage.cases.overdue.id, stage.cases.hotline.id];
}

/** An id as somebody may disguise it. */
const disguised = (id: string): readonly string[] => [
  id,
  ` ${id}`,
  `${id}\u0000`,
  id.toUpperCase() === id ? id.toLowerCase() : id.toUpperCase(),
  id.replace(/[aoe]/, 'а'),
  `case:${id}`,
  `C#${id}`,
  `unit:${id}`,
  `${id}#HEAD`,
  Buffer.from(id).toString('base64url'),
  Buffer.from(`Case:${id}`).toString('base64'),
];

describe('an officer of another commune who walks through every id', () => {
  it('gets of two cases in one document only the own one: that is opened, the other one refused, once', async () => {
    // Before the walk, after which this officer opens no papers for an hour.
    stage.api.reads.length = 0;
    stage.api.refusals.length = 0;
    const query = `query ($own: ID!, $other: ID!) {
      a: case(id: $other) { identity { fullName } } b: case(id: $own) { identity { fullName } }
      c: case(id: $other) { incident { cases { id } } } }`;
    const { data } = await asks(stranger, query, { own: own.id, other: stage.cases.apart.id });
    expect(data).toEqual({ a: null, b: { identity: { fullName: 'Trẻ Thử Nghiệm' } }, c: null });
    expect(stage.api.reads.map(({ caseId }) => caseId)).toEqual([own.id]);
    const refused = stage.api.refusals.map(({ act, caseId }) => [act, caseId]);
    expect(refused).toEqual([['case', stage.cases.apart.id]]);
  });

  it('is answered the same bytes as for an id there is not, by case and by node', async () => {
    const query = 'query ($id: ID!) { case(id: $id) { id code } node(id: $id) { id } }';
    const { text: absent } = await asks(stranger, query, { id: 'none' });
    expect(absent).toBe('{"data":{"case":null,"node":null}}\n');
    const ids = (await idsGivenAway()).flatMap(disguised);
    expect(ids.length).toBeGreaterThan(150);
    const answers = new Set<string>();
    for (const id of ids) answers.add((await asks(stranger, query, { id })).text);
    expect([...answers]).toEqual([absent]);
  });

  it('is answered so by every act, with the version of the day and with any other', async () => {
    for (const { id, version } of Object.values(stage.cases))
      for (const act of tabledActs) {
        const attempts = [version, 1].map((each) => ({ id, version: each }));
        for (const on of attempts) {
          const answer = await tries(stage.api, { token: stranger, act, on });
          expect([act, answer.text]).toEqual([act, nothingOf(act)]);
        }
      }
  });

  it('learns nothing of posts, lists and cursors that are not theirs', async () => {
    const inbox = 'query ($post: ID!) { inbox(post: $post) { nodes { id } } }';
    const list =
      'query ($unit: UnitCode!, $agency: ID) { cases(unit: $unit, agency: $agency) { totalCount } }';
    const said = async (query: string, wishes: readonly object[]) => {
      const texts = new Set<string>();
      for (const wish of wishes) texts.add((await asks(stranger, query, wish)).text);
      return [...texts];
    };
    const posts = ['none', 'COMMUNE_CHAIR@82001', 'COMMUNE_WORKER@89001/2', 'PROVINCE_CHAIR@89'];
    expect(
      await said(
        inbox,
        posts.map((post) => ({ post })),
      ),
    ).toHaveLength(1);
    const units = ['00000', '82001', '89', '82', 'VN'].map((unit) => ({ unit }));
    const agencies = ['none', 'agency-84001', 'agency-89001'].map((agency) => ({
      unit: '84001',
      agency,
    }));
    expect(await said(list, [...units, ...agencies])).toHaveLength(1);
    const history = `query ($id: ID!, $after: String) {
      case(id: $id) { history(first: 1, after: $after) { nodes { seq } } } }`;
    const stolen = (await idsGivenAway()).map((after) => ({ id: own.id, after }));
    const forged = ['', '0', 'MQ', 'MQ.', 'MQ.AAAA', `${'A'.repeat(10_000)}.A`];
    const wishes = [...stolen, ...forged.map((after) => ({ id: own.id, after }))];
    const texts = await said(history, wishes);
    expect(texts).toHaveLength(1);
    expect(texts[0]).toContain('BAD_REQUEST');
  });

  it('gets nothing of what others are answered at the same time', async () => {
    const { id } = stage.cases.apart;
    const query = 'query ($id: ID!) { case(id: $id) { identity { fullName } } }';
    const viewers = Array.from({ length: 40 }, (_, at) =>
      (at * 7) % 3 === 0 ? insider : stranger,
    );
    const answers = await Promise.all(viewers.map((token) => asks(token, query, { id })));
    const shown = answers.map(({ data }) => data.case !== null);
    expect(shown).toEqual(viewers.map((token) => token === insider));
  });

  it('changed nothing by all that', async () => {
    for (const { id, version } of Object.values(stage.cases)) {
      const head = await stage.api.around.ledger.head(id);
      expect(head?.state.revision).toBe(version);
    }
  });
});

describe('whoever had a case', () => {
  it('has lost it with the hand-over, and a request sent again shows nothing of it any more', async () => {
    const { api, cases } = stage;
    const told = cases.apart;
    const former = tokenOf('COMMUNE_CHAIR@82001@agency-82001');
    const input = {
      ...headOf('addNote', told),
      idempotencyKey: freshKey(),
      text: 'Ghi chú thử',
    };
    const query = mutationOf('addNote', 'case { id step lastNote } caseCode replayed');
    const first = (await asks(former, query, { input })).data.addNote;
    expect(first).toMatchObject({
      replayed: false,
      case: { id: told.id, lastNote: 'Ghi chú thử' },
    });
    await does(api, told, ['COMMUNE_CHAIR@83001', 'acceptHandover']);
    const again = (await asks(former, query, { input })).data.addNote;
    expect(again).toMatchObject({ replayed: true, case: null, userErrors: [] });
    const { text } = await reads(stage, former, told.id);
    expect(text).toBe('{"data":{"case":null}}\n');
    for (const act of tabledActs) {
      const answer = await tries(api, { token: former, act, on: told });
      expect([act, answer.text]).toEqual([act, nothingOf(act)]);
    }
    const next = await reads(stage, tokenOf('COMMUNE_CHAIR@83001@agency-83001'), told.id);
    expect(next.data.case.visibleParts).toContain('IDENTITY');
  });

  it('is no chair from the next request on, whatever the token says', async () => {
    const { api, cases } = stage;
    const chair = tokenOf('COMMUNE_CHAIR@81001@agency-81001');
    const on = cases.overdue;
    const said = async () =>
      (await tries(api, { token: chair, act: 'lowerEmergency', on })).data.lowerEmergency;
    expect((await said()).userErrors[0].code).toBe('HAPPENED_IN_FUTURE');
    const worker = {
      unit: '81001',
      role: 'COMMUNE_WORKER',
      seat: 2,
      agency: 'agency-81001',
    } as const;
    const officer = 'COMMUNE_CHAIR@81001@agency-81001';
    await api.administration.appoint({ ...worker, officer, email: null }, system, api.now());
    const post = { unit: '81001', post: 'COMMUNE_CHAIR@81001' };
    await api.administration.vacate(post, system, api.now());
    expect((await said()).userErrors[0].code).toBe('NOT_ALLOWED');
    await api.administration.vacate(
      { unit: '81001', post: 'COMMUNE_WORKER@81001/2' },
      system,
      api.now(),
    );
    expect((await said()).userErrors[0].code).toBe('NOT_FOUND');
  });

  it('is nobody once suspended: the same bytes as for an officer there is not', async () => {
    const { database } = stage.api;
    const id = 'COMMUNE_POLICE@81001@agency-81001';
    const asked = () => reads(stage, tokenOf(id), stage.cases.overdue.id);
    expect((await asked()).data.case).not.toBeNull();
    const item = await get(database, 'directory', keys.officer(id));
    const officer = { ...(item?.['officer'] as object), disabled: true };
    const TableName = nameOf(database, 'directory');
    await database.client.send(new PutCommand({ TableName, Item: { ...item, officer } }));
    const nobody = await reads(stage, tokenOf('nobody'), stage.cases.overdue.id);
    expect([(await asked()).text, (await asked()).status]).toEqual([nobody.text, 401]);
  });
});

describe('an app', () => {
  it('gives an analyst no case, however wide its scopes: rights are those of the officer', async () => {
    for (const role of ['ANALYST', 'ADMINISTRATOR']) {
      const token = tokenOf(`${role}@VN@agency-VN`);
      for (const { id, version } of Object.values(stage.cases)) {
        expect((await reads(stage, token, id)).text).toBe('{"data":{"case":null}}\n');
        const answer = await tries(stage.api, { token, act: 'addNote', on: { id, version } });
        expect(answer.text).toBe(nothingOf('addNote'));
      }
      const { errors } = await asks(token, '{ cases(unit: "VN") { totalCount } }');
      expect(errors[0]?.extensions['code']).toBe('NOT_ALLOWED');
    }
  });

  it('only narrows: who may write without reading finds no case, who may read without writing is told why', async () => {
    const { id, version } = stage.cases.overdue;
    const worker = 'COMMUNE_WORKER@81001@agency-81001';
    const blind = tokenOf(worker, 'cases:write', 'notices');
    expect((await reads(stage, blind, id)).text).toBe('{"data":{"case":null}}\n');
    for (const act of tabledActs) {
      const answer = await tries(stage.api, { token: blind, act, on: { id, version } });
      expect([act, answer.text]).toEqual([act, nothingOf(act)]);
    }
    const idle = tokenOf(worker, 'cases:read');
    const { data } = await reads(stage, idle, id);
    expect(data.case.availableActions).toEqual([]);
    const why = new Set(data.case.abilities.map((each: { why: string }) => each.why));
    expect([...why]).toEqual(['LACKS_SCOPE']);
    const refused = await tries(stage.api, { token: idle, act: 'addNote', on: { id, version } });
    expect(refused.data.addNote.userErrors[0].code).toBe('NOT_ALLOWED');
  });

  it('cannot be widened by a token that claims what it was not registered for', async () => {
    const { api, cases } = stage;
    const narrow = {
      id: 'narrow',
      scopes: ['notices'],
      disabled: false,
      secretSha256: null,
    } as const;
    await api.administration.registerApp(narrow, system, api.now());
    const claimed = { ...tokenOf('COMMUNE_WORKER@81001@agency-81001'), azp: 'narrow' };
    expect((await reads(stage, claimed, cases.overdue.id)).text).toBe('{"data":{"case":null}}\n');
  });

  it('that is a machine stands by its own post and speaks for no officer', async () => {
    const { api, cases } = stage;
    const machine = { role: 'HOTLINE_111', unit: 'VN', agency: 'agency-VN' } as const;
    const scopes = ['cases:read', 'cases:write'] as const;
    const app = { id: 'intake', scopes, disabled: false, secretSha256: null, machine };
    await api.administration.registerApp(app, system, api.now());
    const itself = { sub: 'intake', azp: 'intake', scope: scopes.join(' ') };
    expect((await reads(stage, itself, cases.hotline.id)).data.case.visibleParts).toEqual([
      'STATUS',
      'IDENTITY',
      'NARRATIVE',
      'INFORMANT',
    ]);
    expect((await reads(stage, itself, cases.apart.id)).data.case).toBeNull();
    const borrowed = { ...tokenOf('COMMUNE_CHAIR@83001@agency-83001'), azp: 'intake' };
    expect((await reads(stage, borrowed, cases.apart.id)).status).toBe(401);
    const [act] = ['assessInitially'] as const;
    const answer = await tries(api, { token: itself, act, on: cases.hotline });
    expect(answer.data[act].userErrors[0].code).toBe('NOT_ALLOWED');
    expect(code(await asks(itself, '{ inbox(post: "intake") { nodes { id } } }'))).toBe(
      'NOT_ALLOWED',
    );
  });
});
