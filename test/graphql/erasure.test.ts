import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ErasureRoom, eraseDue } from '#app/erase.ts';
import { project } from '#app/project.ts';
import { replayErasures } from '#app/replay-erasures.ts';
import { localDate, plusHours } from '#domain/time.ts';
import { newId } from '#runtime/world.ts';
import { chainStart, verifyChain } from '#sealing/chain.ts';
import { askAll, get, type Item, putIf } from '#store/database.ts';
import { openShredList } from '#store/shred-list.ts';
import { keys } from '#store/table.ts';
import { openTestApi, send, type TestApi, tokenOf } from '../support/api.ts';

type Token = ReturnType<typeof tokenOf>;

let api: TestApi;
let worker: Token;
let chair: Token;
let first: Token;
let second: Token;

beforeEach(async () => {
  api = await openTestApi();
  worker = tokenOf((await api.appoint('COMMUNE_WORKER', '91001')).id);
  const head = await api.appoint('COMMUNE_CHAIR', '91001');
  chair = tokenOf(head.id);
  first = tokenOf((await api.appoint('ADMINISTRATOR', 'VN')).id);
  const seat = { unit: 'VN', role: 'ADMINISTRATOR', seat: 2, agency: 'BYT' } as const;
  await api.administration.appoint({ ...seat, officer: 'second', email: null }, head, api.now());
  second = tokenOf('second');
});
afterEach(() => api.close());

const told = {
  receivedAt: '2026-01-05T07:00:00+07:00',
  channel: 'PHONE',
  subjectGroup: 'ABUSED',
  categories: ['VIOLENCE'],
  incidentUnit: '91001',
  child: { sex: 'FEMALE', bornOn: '2016-02-03', fullName: 'Trẻ Thử Nghiệm' },
  narrative: { currentCondition: 'giả định' },
  informant: { name: 'Người Báo Tin' },
};

async function act(name: string, input: object, by = worker) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  const document = `mutation ($input: ${type}) { ${name}(input: $input) {
    case { id code version } userErrors { code field } } }`;
  const sent = { input: { idempotencyKey: newId(), ...input } };
  return (await send(api.serve, by, document, sent)).data[name];
}

async function done(name: string, input: object, by = worker) {
  const answer = await act(name, input, by);
  if (answer.userErrors.length > 0) throw new Error(`${name}: ${answer.userErrors[0].code}`);
  return answer.case;
}

/** A case with nothing behind it that lies in the archive. */
async function archived(id?: string): Promise<string> {
  const opened = id ?? (await done('receiveReport', told)).id;
  await ended(opened);
  return opened;
}

async function ended(caseId: string): Promise<void> {
  const head = await api.around.ledger.head(caseId);
  const version = head?.state.revision ?? 0;
  const ground = { ground: 'NOT_SUBSTANTIATED' };
  await done('markUnfounded', { caseId, expectedVersion: version, ...ground }, chair);
  await done('archiveCase', { caseId, expectedVersion: version + 1, nationalRecord: 'QG-1' });
}

const orderFields = `order { id status cases { id erasedAt } orderedBy approvedBy withdrawnBy dueFrom
  expiresOn } userErrors { code field }`;

async function orders(cases: readonly string[], more: object = {}, by = first) {
  const document = `mutation ($input: OrderErasureInput!) { orderErasure(input: $input) { ${orderFields} } }`;
  const wish = { idempotencyKey: newId(), ground: 'SUBJECT_REQUEST', document: '7/QĐ-UBND' };
  return send(api.administer, by, document, { input: { ...wish, cases, ...more } });
}

async function signs(act: 'approveErasure' | 'withdrawErasure', order: string, by = second) {
  const document = `mutation ($input: SignErasureInput!) { ${act}(input: $input) { ${orderFields} } }`;
  return send(api.administer, by, document, { input: { order } });
}

async function ordered(cases: readonly string[]): Promise<string> {
  const { data } = await orders(cases);
  if (data.orderErasure.order === null) throw new Error(data.orderErasure.userErrors[0].code);
  return data.orderErasure.order.id;
}

async function approved(cases: readonly string[]): Promise<string> {
  const order = await ordered(cases);
  const { data } = await signs('approveErasure', order);
  expect(data.approveErasure).toMatchObject({ order: { status: 'WAITING' }, userErrors: [] });
  return order;
}

const later = (hours: number) => api.setClock(plusHours(api.now(), hours));

const room = (): ErasureRoom => ({ ...api.around, shredList: openShredList(api.database) });

const carriesOut = (more: Partial<ErasureRoom> = {}) =>
  eraseDue({ ...room(), erasures: api.erasures, ...more });

async function erased(cases: readonly string[]): Promise<void> {
  await approved(cases);
  later(72);
  expect(await carriesOut()).toMatchObject({ cases: cases.length, refused: 0, failed: 0 });
}

async function incidentOf(caseId: string) {
  const state = (await api.around.ledger.head(caseId))?.state;
  const found = (await api.around.ledger.incidents([state?.incident ?? ''])).get(
    state?.incident ?? '',
  );
  if (found === undefined) throw new Error('The incident is missing');
  return found;
}

const everything = `id code step erasedAt availableActions profile { sex ageGroup }
  identity { fullName } narrative { currentCondition } informant { name } perpetrators { fullName }
  incident { reports { narrative { currentCondition } informant { name } } }
  history(first: 50) { nodes { act facts { type } } }`;

const reads = async (id: string, by = worker) => {
  const answer = await send(api.serve, by, `query ($id: ID!) { case(id: $id) { ${everything} } }`, {
    id,
  });
  if (answer.data === undefined) throw new Error(answer.text);
  return answer;
};

/** The sealed name of a child, opened with the key that lies with the incident; null where there is none. */
async function keptName(id: string): Promise<unknown> {
  const { incident, keys: wrapped } = await incidentOf(id);
  const key = wrapped[id];
  const [paper] = await api.around.ledger.papers({ id, incident: incident.id }, [
    { kind: 'IDENTITY', version: 1 },
  ]);
  if (key === undefined || paper === undefined) return null;
  const opened = await api.around.sealing.open({ subject: id, wrapped: key, paper });
  return (opened as { readonly fullName: unknown }).fullName;
}

describe('an order of erasure', () => {
  it('needs two people, waits three days, and then leaves nothing that opens', async () => {
    const id = await archived();
    const order = await ordered([id]);
    expect((await signs('approveErasure', order, first)).data.approveErasure).toEqual({
      order: null,
      userErrors: [{ code: 'SAME_SIGNER', field: ['order'] }],
    });
    later(1);
    const seat = {
      unit: 'VN',
      role: 'ADMINISTRATOR',
      seat: 3,
      agency: 'BYT',
      email: null,
    } as const;
    const { posts } = await api.appoint('ADMINISTRATOR', 'VN');
    const by = { kind: 'OFFICER', id: 'second', app: 'test-app', scopes: [], posts } as const;
    await api.administration.appoint({ ...seat, officer: 'third' }, by, api.now());
    expect((await signs('approveErasure', order, tokenOf('third'))).data.approveErasure).toEqual({
      order: null,
      userErrors: [{ code: 'NEW_SIGNER', field: ['order'] }],
    });
    later(99);
    expect(await carriesOut()).toMatchObject({ orders: 0, cases: 0 });
    await signs('approveErasure', order);
    later(71);
    expect(await carriesOut()).toMatchObject({ orders: 0 });
    expect(await keptName(id)).toBe('Trẻ Thử Nghiệm');
    later(1);
    expect(await carriesOut()).toEqual({ orders: 1, cases: 1, keys: 2, refused: 0, failed: 0 });
    const { data, errors } = await reads(id);
    expect(errors).toEqual([]);
    expect(data.case).toMatchObject({
      step: 'ARCHIVED',
      erasedAt: api.now(),
      availableActions: [],
      profile: { sex: 'FEMALE' },
      identity: null,
      narrative: null,
      informant: null,
      perpetrators: null,
      incident: { reports: [{ narrative: null, informant: null }] },
    });
    expect(data.case.history.nodes.at(-1)).toEqual({
      act: 'erase',
      facts: [{ type: 'CaseErased' }],
    });
    expect((await incidentOf(id)).keys).toEqual({});
    expect(await keptName(id)).toBeNull();
    expect(await carriesOut()).toMatchObject({ cases: 0, keys: 0, refused: 0, failed: 0 });
  });

  it('waits until a request of the child is answered, and leaves nothing to ask for', async () => {
    const caseId = await archived();
    const asked = { caseId, asker: 'CHILD', verifiedBy: 'KNOWN_IN_PERSON' };
    await done('recordSubjectRequest', asked);
    const state = async () => (await api.around.ledger.head(caseId))?.state;
    const request = (await state())?.subjectRequests?.[0]?.id;
    const { data } = await orders([caseId]);
    expect(data.orderErasure.userErrors[0].code).toBe('DUTY_OPEN');
    await done('answerSubjectRequest', { caseId, request, outcome: 'GIVEN' });
    await erased([caseId]);
    for (const [name, more] of [
      ['recordSubjectRequest', asked],
      ['answerSubjectRequest', { caseId, request, outcome: 'GIVEN' }],
    ] as const)
      expect((await act(name, more)).userErrors[0].code).toBe('NOT_AVAILABLE');
    const query = `{ subjectExport(caseId: "${caseId}", request: "${request}") { caseCode } }`;
    expect((await send(api.serve, worker, query)).text).toBe('{"data":{"subjectExport":null}}\n');
  });

  it('leaves a chain that verifies, with the digests of what was sealed', async () => {
    const id = await archived();
    await erased([id]);
    const events = await api.around.ledger.events(id, 0);
    const head = await api.around.ledger.head(id);
    const anchor = { seq: head?.state.seq ?? 0, hash: head?.hash ?? '' };
    const ends = { start: chainStart(id), head: anchor };
    expect(verifyChain(events as never, ends)).toMatchObject({ ok: true });
    expect(events[0]?.sealed).toHaveLength(3);
    // The ciphertext is still what the chain says; only nobody has the key.
    const state = { id, incident: head?.state.incident ?? '' };
    const [paper] = await api.around.ledger.papers(state, [{ kind: 'IDENTITY', version: 1 }]);
    const named = events[0]?.sealed.find(({ kind }) => kind === 'IDENTITY');
    expect(paper?.digest).toBe(named?.digest);
  });

  it('leaves the statistical record as it was', async () => {
    const id = await archived();
    const { ledger, world } = api.around;
    const { projections, subscriptions, notices } = api;
    const projection = { ledger, world, projections, subscriptions, notices };
    const record = async () => {
      await project(id, { ...projection, hasten: async () => undefined });
      return get(api.database, 'stats', keys.record(id));
    };
    const before = await record();
    await erased([id]);
    expect(before).toBeDefined();
    expect(await record()).toEqual(before);
  });

  it('may be approved by the chair of the province, and by no other officer', async () => {
    const id = await archived();
    const order = await ordered([id]);
    const elsewhere = tokenOf((await api.appoint('PROVINCE_CHAIR', '92')).id);
    const supervisor = tokenOf((await api.appoint('PROVINCE_SUPERVISOR', '91')).id);
    const unknown = await signs('approveErasure', order, elsewhere);
    expect(unknown.data.approveErasure.userErrors[0].code).toBe('ORDER_UNKNOWN');
    for (const by of [supervisor, worker, chair]) {
      const { errors } = await signs('approveErasure', order, by);
      expect(errors[0]?.extensions['code']).toBe('NOT_ALLOWED');
    }
    const { data } = await signs(
      'approveErasure',
      order,
      tokenOf((await api.appoint('PROVINCE_CHAIR', '91')).id),
    );
    expect(data.approveErasure.order).toMatchObject({
      orderedBy: 'officer-ADMINISTRATOR-VN',
      approvedBy: 'officer-PROVINCE_CHAIR-91',
    });
    const again = await signs('approveErasure', order);
    expect(again.data.approveErasure.userErrors[0].code).toBe('ORDER_NOT_OPEN');
  });

  it('is given by administrators alone', async () => {
    const id = await archived();
    for (const by of [worker, chair, tokenOf((await api.appoint('PROVINCE_CHAIR', '91')).id)]) {
      const { errors } = await orders([id], {}, by);
      expect(errors[0]?.extensions['code']).toBe('NOT_ALLOWED');
    }
  });

  it('is refused for a case that is open, not there, or erased, each by its place', async () => {
    const gone = await archived();
    await erased([gone]);
    const { id: open } = await done('receiveReport', told);
    const { data } = await orders([await archived(), open, 'nobody', gone]);
    expect(data.orderErasure).toEqual({
      order: null,
      userErrors: [
        { code: 'NOT_ARCHIVED', field: ['cases', '1'] },
        { code: 'NOT_FOUND', field: ['cases', '2'] },
        { code: 'ALREADY_ERASED', field: ['cases', '3'] },
      ],
    });
  });

  it('is one order however often it is sent, and another content under its key is refused', async () => {
    const id = await archived();
    const key = { idempotencyKey: 'one-order-of-erasure' };
    const sent = await orders([id], key);
    later(30);
    const again = await orders([id], key);
    expect(again.data.orderErasure.order.id).toBe(sent.data.orderErasure.order.id);
    const other = await orders([id], { ...key, ground: 'COURT_ORDER' });
    expect(other.data.orderErasure.userErrors[0].code).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it('is not carried out once it is taken back, or its thirty days are over', async () => {
    const [one, two] = [await archived(), await archived()];
    const taken = await approved([one]);
    expect((await signs('withdrawErasure', taken, first)).data.withdrawErasure.order.status).toBe(
      'WITHDRAWN',
    );
    const late = await approved([two]);
    later(31 * 24);
    expect(await carriesOut()).toMatchObject({ orders: 0, cases: 0 });
    expect((await signs('withdrawErasure', late)).data.withdrawErasure.userErrors[0].code).toBe(
      'ORDER_NOT_OPEN',
    );
  });

  it('cannot be taken back once it is done, and stays done', async () => {
    const id = await archived();
    const order = await approved([id]);
    later(72);
    await carriesOut();
    expect((await signs('withdrawErasure', order)).data.withdrawErasure).toEqual({
      order: null,
      userErrors: [{ code: 'ORDER_NOT_OPEN', field: ['order'] }],
    });
    expect((await api.erasures.find(order))?.withdrawn).toBeNull();
  });

  it('is not done by another that erased its cases: one signature is none, and what was taken back stays so', async () => {
    const id = await archived();
    const [single, taken] = [await ordered([id]), await approved([id])];
    await signs('withdrawErasure', taken);
    const other = await approved([id]);
    later(72);
    await carriesOut();
    const { data } = await send(api.administer, first, '{ erasureOrders { nodes { id status } } }');
    const nodes: { id: string; status: string }[] = data.erasureOrders.nodes;
    expect(Object.fromEntries(nodes.map((each) => [each.id, each.status]))).toEqual({
      [single]: 'ORDERED',
      [taken]: 'WITHDRAWN',
      [other]: 'DONE',
    });
  });

  it('goes no further when it is taken back while it is being carried out', async () => {
    const cases = [await archived(), await archived()];
    const order = await approved(cases);
    later(72);
    const { ledger } = api.around;
    const withdrawing: typeof ledger = {
      ...ledger,
      commit: async (commit) => {
        const outcome = await ledger.commit(commit);
        await signs('withdrawErasure', order);
        return outcome;
      },
    };
    expect(await carriesOut({ ledger: withdrawing })).toMatchObject({ orders: 1, cases: 1 });
    expect(await keptName(cases[1] ?? '')).toBe('Trẻ Thử Nghiệm');
  });

  it('rests while somebody who signed it is suspended, with an alarm', async () => {
    const id = await archived();
    await approved([id]);
    later(72);
    const { posts } = await api.appoint('ADMINISTRATOR', 'VN');
    const by = { kind: 'OFFICER', id: 'head', app: 'test-app', scopes: [], posts } as const;
    await api.administration.carryOut('suspendOfficer', { officer: 'second' }, by, api.now());
    expect(await carriesOut()).toMatchObject({ cases: 0, refused: 1 });
    expect(api.lines).toContainEqual(
      expect.objectContaining({ alarm: true, caseId: id, code: 'SIGNER_SUSPENDED' }),
    );
    expect(await keptName(id)).toBe('Trẻ Thử Nghiệm');
  });

  it('leaves a case alone that was taken up again meanwhile, with an alarm', async () => {
    const [id, other] = [await archived(), await archived()];
    await approved([id, other]);
    const version = (await api.around.ledger.head(id))?.state.revision;
    const reopened = { caseId: id, expectedVersion: version, ground: 'CLOSED_IN_ERROR' };
    await done('reopenCase', { ...reopened, note: 'giả định' }, chair);
    later(72);
    expect(await carriesOut()).toMatchObject({ cases: 1, refused: 1 });
    expect(api.lines).toContainEqual({
      event: 'erasure_refused',
      alarm: true,
      caseId: id,
      code: 'NOT_ARCHIVED',
    });
    expect(await keptName(id)).toBe('Trẻ Thử Nghiệm');
  });

  it('judges again when a commit was first, and destroys each key once', async () => {
    const id = await archived();
    await approved([id]);
    later(72);
    const { ledger } = api.around;
    let raced = false;
    const late: typeof ledger = {
      ...ledger,
      commit: async (commit) => {
        if (!raced) {
          raced = true;
          await done('addNote', { caseId: id, text: 'giả định' });
        }
        return ledger.commit(commit);
      },
    };
    expect(await carriesOut({ ledger: late })).toMatchObject({ cases: 1, keys: 2, failed: 0 });
    expect(await openShredList(api.database).all()).toHaveLength(2);
    expect((await reads(id)).data.case.identity).toBeNull();
  });

  it('is in the audit with everybody who signed', async () => {
    const id = await archived();
    const order = await approved([id]);
    const items = await askAll(api.database, {
      table: 'audit',
      where: 'pk = :pk',
      values: { ':pk': keys.administered(localDate(api.now()), '', '').pk },
    });
    const entries = items.filter(({ about }) => (about as string[]).includes(order));
    expect(entries.map(({ act, officer }) => [act, officer]).toSorted()).toEqual([
      ['approveErasure', 'second'],
      ['orderErasure', 'officer-ADMINISTRATOR-VN'],
    ]);
  });

  it('that is sent again is shown to nobody who is kept out of its case by now', async () => {
    const id = await archived();
    const same = { idempotencyKey: newId() };
    expect((await orders([id], same)).data.orderErasure.order).toMatchObject({ status: 'ORDERED' });
    await done('declareConflict', { caseId: id, officer: first.sub, ground: 'PARTY_TO_MATTER' });
    expect((await orders([id], same)).data.orderErasure).toEqual({ order: null, userErrors: [] });
  });

  it('is listed for those who may sign it', async () => {
    const id = await archived();
    await approved([id]);
    const list = async (by: Token) => {
      const { data, errors } = await send(
        api.administer,
        by,
        '{ erasureOrders { nodes { status ground document cases { code } } pageInfo { hasNextPage } } }',
      );
      return data?.erasureOrders?.nodes ?? errors[0]?.extensions['code'];
    };
    expect(await list(first)).toMatchObject([{ status: 'WAITING', document: '7/QĐ-UBND' }]);
    later(72);
    await carriesOut();
    expect(await list(tokenOf((await api.appoint('PROVINCE_CHAIR', '91')).id))).toMatchObject([
      { status: 'DONE' },
    ]);
    expect(await list(tokenOf((await api.appoint('PROVINCE_CHAIR', '92')).id))).toEqual([]);
    expect(await list(worker)).toBe('NOT_ALLOWED');
  });
});

describe('an erased case', () => {
  const brother = { child: { sex: 'MALE', estimatedAge: 5, fullName: 'Trẻ Thử Nghiệm 2' } };

  async function siblings(): Promise<readonly [string, string]> {
    const { id } = await done('receiveReport', { ...told, otherChildren: [brother.child] });
    const { incident } = await incidentOf(id);
    const [one, two] = incident.cases.map((each) => each.id);
    await ended(one ?? '');
    return [one ?? '', two ?? ''];
  }

  it('leaves its siblings as they are; with the last one the key of the incident goes', async () => {
    const [one, two] = await siblings();
    await erased([one]);
    const { data } = await reads(two);
    expect(data.case).toMatchObject({
      identity: { fullName: 'Trẻ Thử Nghiệm 2' },
      narrative: { currentCondition: 'giả định' },
    });
    expect((await reads(one)).data.case).toMatchObject({ identity: null, narrative: null });
    const { incident, keys: left } = await incidentOf(two);
    expect(Object.keys(left).toSorted()).toEqual([incident.id, two].toSorted());
    await ended(two);
    await erased([two]);
    expect((await incidentOf(two)).keys).toEqual({});
  });

  it('opens no paper as of a time before, though the key of its incident is still there', async () => {
    const [one, two] = await siblings();
    const before = api.now();
    const narrative = 'narrative { currentCondition }';
    await erased([one]);
    const then = async (id: string, part: string) => {
      const document = `query ($id: ID!, $at: DateTime!) { caseAsOf(id: $id, at: $at) { part: ${part} } }`;
      const { data, errors } = await send(api.serve, worker, document, { id, at: before });
      return { part: data.caseAsOf.part, errors };
    };
    // Each alone: one that lacks its key would take the others along.
    for (const part of ['identity { fullName }', narrative, 'informant { name }'])
      expect(await then(one, part)).toEqual({ part: null, errors: [] });
    expect((await then(two, narrative)).part).toEqual({ currentCondition: 'giả định' });
  });

  it('takes no act, and names no paper of a report that comes in later', async () => {
    const [one, two] = await siblings();
    await erased([one]);
    const reporting = { receivedAt: '2026-01-08T07:00:00+07:00', channel: 'POST' };
    const added = { ...reporting, narrative: { currentCondition: 'thêm' } };
    expect((await act('addReport', { caseId: one, ...added })).userErrors[0].code).toBe(
      'NOT_AVAILABLE',
    );
    for (const [name, input] of [
      ['addNote', { text: 'giả định' }],
      ['reopenCase', { ground: 'NEW_INFORMATION', expectedVersion: 4, note: 'giả định' }],
    ] as const) {
      const { userErrors } = await act(name, { caseId: one, ...input }, chair);
      expect(userErrors).toEqual([{ code: 'NOT_AVAILABLE', field: null }]);
    }
    await done('addReport', { caseId: two, ...added });
    expect((await reads(two)).data.case.narrative).toEqual({ currentCondition: 'thêm' });
    const { data, errors } = await reads(one);
    expect([errors, data.case.narrative, data.case.identity]).toEqual([[], null, null]);
  });
});

describe('a restored backup', () => {
  const itemsOf = (id: string) =>
    askAll(api.database, {
      table: 'cases',
      where: 'pk = :pk',
      values: { ':pk': keys.head(id).pk },
    });
  const putBack = (item: Item) =>
    putIf(api.database, 'cases', item, { when: 'attribute_exists(pk)' });

  it('of the keys alone is undone by replaying the list', async () => {
    const id = await archived();
    const key = keys.incident((await incidentOf(id)).incident.id);
    const copy = await get(api.database, 'cases', key);
    await erased([id]);
    await putBack(copy as Item);
    expect(Object.keys((await incidentOf(id)).keys)).toHaveLength(2);
    expect(await replayErasures(room())).toEqual({ keys: 2, cases: 0, failed: 0 });
    expect((await incidentOf(id)).keys).toEqual({});
    expect(api.lines).toContainEqual({ event: 'erasure_replayed', alarm: true, count: 2 });
    expect(await replayErasures(room())).toEqual({ keys: 0, cases: 0, failed: 0 });
  });

  it('of the whole case is undone, and the case says again that it is erased', async () => {
    const id = await archived();
    const key = keys.incident((await incidentOf(id)).incident.id);
    const copies = [
      await get(api.database, 'cases', key),
      await get(api.database, 'cases', keys.head(id)),
    ];
    await erased([id]);
    // The last event is as if it had never been: the restored HEAD does not know of it.
    for (const copy of copies) await putBack(copy as Item);
    const { state } = (await api.around.ledger.head(id)) ?? { state: undefined };
    await api.engine.expire(0);
    const last = (await itemsOf(id)).find(
      ({ sk }) => sk === keys.event(id, (state?.seq ?? 0) + 1).sk,
    );
    expect(last).toBeDefined();
    await putIf(
      api.database,
      'cases',
      { ...(last as Item), expiresOn: 1 },
      { when: 'attribute_exists(pk)' },
    );
    await api.engine.expire(2);
    expect(await keptName(id)).toBe('Trẻ Thử Nghiệm');
    expect(await replayErasures(room())).toEqual({ keys: 2, cases: 1, failed: 0 });
    expect((await reads(id)).data.case).toMatchObject({ identity: null, erasedAt: api.now() });
    expect(await openShredList(api.database).all()).toHaveLength(2);
  });
});

describe('the rules of retention', () => {
  const candidates = async (by: Token, unit = '91001') => {
    const document = `query ($unit: UnitCode!) { erasureCandidates(unit: $unit) {
      nodes { caseId rule policy archivedAt since } } }`;
    const { data, errors } = await send(api.administer, by, document, { unit });
    return data?.erasureCandidates?.nodes ?? errors[0]?.extensions['code'];
  };

  it('propose a case with nothing behind it after five years, and erase nothing', async () => {
    const id = await archived();
    api.setClock('2031-01-04T12:00:00+07:00');
    expect(await candidates(first)).toEqual([]);
    api.setClock('2031-01-05T12:00:00+07:00');
    expect(await candidates(first)).toEqual([
      {
        caseId: id,
        rule: 'UNFOUNDED-5',
        policy: '0040',
        archivedAt: '2026-01-05T00:30:00.000Z',
        since: '2031-01-05',
      },
    ]);
    expect(await carriesOut()).toMatchObject({ orders: 0 });
    expect(await keptName(id)).toBe('Trẻ Thử Nghiệm');
    expect(await candidates(first, 'VN')).toHaveLength(1);
    expect(await candidates(worker)).toBe('NOT_ALLOWED');
    await erased([id]);
    expect(await candidates(first)).toEqual([]);
  });

  it('propose nothing to whoever a conflict of interest keeps out', async () => {
    const id = await archived();
    await api.appoint('MINISTRY_SUPERVISOR', 'VN');
    const supervisor = tokenOf((await api.appoint('PROVINCE_SUPERVISOR', '91')).id);
    api.setClock('2031-01-05T12:00:00+07:00');
    expect(await candidates(supervisor)).toMatchObject([{ caseId: id }]);
    const conflict = { caseId: id, officer: supervisor.sub, ground: 'PARTY_TO_MATTER' };
    await done('declareConflict', conflict);
    expect(await candidates(supervisor)).toEqual([]);
    expect(await candidates(first)).toHaveLength(1);
  });
});
