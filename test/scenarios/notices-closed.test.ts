import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { baitIn, forms } from '../support/bait.ts';
import { local } from '../support/followed.ts';
import { type CaseSeen, type Officer, post, report } from '../support/http.ts';
import { type Office, openOffice } from '../support/office.ts';
import { openReceiver, type Receiver } from '../support/receiver.ts';
import { hearEverything } from '../support/sinks.ts';

const home = '99001';
const workerPost = `COMMUNE_WORKER@${home}`;
const webhook = `phan-mem@${home}`;
const foreignWebhook = 'phan-mem@98001';
// A name fits into the id of a plan item, which partners choose.
const itemId = 'Nguyen_Thi_Kanari_00042';
const phone = '+84913571234';
let office: Office;
let receiver: Receiver;
let heard: ReturnType<typeof hearEverything>;
let administrator: Officer;
let worker: Officer;
let urgent: CaseSeen;
let planned: CaseSeen;
let numbers = 0;

const bait = () => {
  numbers += 1;
  return forms[numbers % forms.length]?.(numbers) ?? forms[0](numbers);
};

const baited = () => ({
  child: {
    ...{ sex: 'FEMALE', estimatedAge: 9, fullName: bait(), address: bait() },
    father: { fullName: bait() },
  },
  narrative: { incidentPlace: bait(), currentCondition: bait() },
  informant: { name: bait(), phone: bait() },
  perpetrators: [{ fullName: bait(), note: bait() }],
});

async function changes(name: string, input: object, selection = '', type = name): Promise<never> {
  const own = `${type.charAt(0).toUpperCase()}${type.slice(1)}Input!`;
  const query = `mutation ($input: ${own}) { ${name}(input: $input) {
    ${selection} userErrors { code field } } }`;
  const data = await administrator.administer<Record<string, { userErrors: object[] }>>(query, {
    input,
  });
  expect([name, data[name]?.userErrors]).toEqual([name, []]);
  return data[name] as never;
}

/** An answer at the door of administrators, without what tells two equal questions apart. */
async function answered(by: { token: string }, query: string, id = ''): Promise<string> {
  const headers = { authorization: `Bearer ${by.token}` };
  const url = `${office.origin}/administration/graphql`;
  const { text } = await post(url, { query: query.replaceAll('$ID', id) }, headers);
  const same = text.replace(/"requestId":"[^"]*"/g, '');
  return id === '' ? same : same.replaceAll(id, 'ID');
}

beforeAll(async () => {
  heard = hearEverything();
  office = await openOffice('2026-01-05 07:30');
  receiver = await openReceiver();
  administrator = await office.by('ADMINISTRATOR');
  worker = await office.by('COMMUNE_WORKER', home);
  const chair = await office.by('COMMUNE_CHAIR', home);
  for (const unit of ['99', '98']) await office.by('PROVINCE_SUPERVISOR', unit);
  const contact = { email: 'kanari-officer@demo.invalid', phone };
  await changes('setContact', { officer: `demo-commune-worker.${home}`, ...contact });
  for (const [app, unit] of [
    ['phan-mem', home],
    ['phan-mem', '98001'],
  ]) {
    await changes('registerApp', { id: app, scopes: ['notices'] });
    await changes('registerWebhook', { name: app, app, unit, url: `${receiver.url}/${unit}` });
    await changes('enableWebhook', { webhook: `${app}@${unit}` }, '', 'webhook');
  }
  const received = local('2026-01-05 07:10');
  urgent = await worker.does('receiveReport', report(home, received, baited()));
  const { id: caseId } = await worker.does('receiveReport', report(home, received, baited()));
  await worker.does('assessInitially', { caseId, expectedVersion: 1, seriousHarm: false });
  await worker.does('assessNeeds', { caseId, expectedVersion: 2, planNeeded: true });
  await worker.does('recordMeeting', { caseId, expectedVersion: 3 });
  const item = { id: itemId, measure: 'COUNSELLING', startOn: '2026-01-05', endOn: '2026-01-09' };
  await worker.does('submitPlan', { caseId, expectedVersion: 4, items: [item] });
  planned = await chair.does('approvePlan', { caseId, expectedVersion: 5 });
  await office.to('2026-01-20 12:00');
}, 120_000);
afterAll(async () => {
  heard.stop();
  await office.sandbox.close();
  await receiver.close();
});

type Mail = { readonly to: readonly string[]; readonly text: string; readonly tags: object };
const caught = async <Row>(name: string): Promise<readonly Row[]> =>
  (await (await fetch(`${office.origin}/sandbox/${name}`)).json()) as Row[];
const noticesOf = async (id: string) => {
  const query = `{ noticeProof(caseId: "${id}") { notices { id duty { rule } } } }`;
  type Row = { id: string; duty: { rule: string } | null };
  const data = await administrator.administer<{ noticeProof: { notices: Row[] } }>(query);
  return data.noticeProof.notices;
};

describe('what leaves the house', () => {
  it('by mail and by short message has no word of a case, and an address only on its envelope', async () => {
    const [mails, messages] = await Promise.all([
      caught<Mail>('mail'),
      caught<{ to: string; text: string }>('sms'),
    ]);
    const of = mails.filter(({ text }) => text.includes(planned.code));
    expect(of.some(({ text }) => text.includes('D10'))).toBe(true);
    expect(messages.length).toBeGreaterThan(0);
    // Tags stay with the service that sends, which tells us by them what came back.
    const seen = mails.map(({ to: _, tags: __, ...rest }) => JSON.stringify(rest));
    const short = messages.map(({ to: _, ...rest }) => JSON.stringify(rest));
    expect([...seen, ...short].map(baitIn).filter(Boolean)).toEqual([]);
  });

  it('to the server of a partner is of its own unit and has no word, address or number', () => {
    const sent = receiver.received.map((each) => JSON.stringify(each));
    expect(sent.filter((each) => each.includes(planned.code)).length).toBeGreaterThan(0);
    expect(sent.map(baitIn).filter(Boolean)).toEqual([]);
    for (const { body } of receiver.received) {
      const { type, data } = JSON.parse(body);
      if (type !== 'webhook.ping') expect(data.post).toMatch(new RegExp(`@${home}(/\\d+)?$`));
    }
  });

  it('by a link shows no word, looked at or pressed', async () => {
    const mails = await caught<Mail>('mail');
    const links = mails.flatMap(({ text }) => text.match(/http\S+\/acknowledge\/\S+/g) ?? []);
    expect(links.length).toBeGreaterThan(0);
    for (const link of new Set(links))
      for (const method of ['GET', 'POST']) {
        const answer = await fetch(link, { method });
        const headers = JSON.stringify([...answer.headers]);
        expect(baitIn(`${headers} ${await answer.text()}`)).toBeUndefined();
      }
  });

  it('to an operator, in every line of the log, names nobody', () => {
    expect(heard.lines.length).toBeGreaterThan(10);
    expect(heard.lines.map(baitIn).filter(Boolean)).toEqual([]);
  });
});

describe('the door of administrators', () => {
  it('shows no word, address or number, and the id of a plan item only within that of a notice', async () => {
    const of = [...(await noticesOf(urgent.id)), ...(await noticesOf(planned.id))];
    const onItem = of.find(({ duty }) => duty?.rule === 'D10');
    if (onItem === undefined) throw new Error('Nobody was told of the plan item');
    const supervisor = await office.by('PROVINCE_SUPERVISOR', '99');
    const ledger = 'ledger { at outcome code words message }';
    const asked = [
      `{ deliveries(unit: "${home}", post: "${workerPost}") { nodes { notice to ${ledger} } } }`,
      `{ deliveries(unit: "${home}", post: "${workerPost}", channel: SMS) { nodes { notice ${ledger} } } }`,
      `{ noticeDeliveries(unit: "${home}", post: "${workerPost}", notice: "${onItem.id}") { to ${ledger} } }`,
      `{ deadLetters { nodes { notice to ${ledger} } } }`,
      `{ webhookDeliveries(webhook: "${webhook}") { nodes { id notice post caseCode } } }`,
      '{ ladders(province: "99") { revisions { id document ladders { name } } } }',
      `{ noticeProof(caseId: "${planned.id}") { notices { id post } duties { deadline } } }`,
    ];
    const explained = `{ explainNotice(id: "${onItem.id}") { explanation { account { vi en } post
      unitCode } userErrors { code } } }`;
    const texts = [
      ...(await Promise.all(asked.map((query) => answered(administrator, query)))),
      await answered(supervisor, explained),
    ];
    expect(texts.filter((text) => text.includes('"errors"'))).toEqual([]);
    expect(texts.map((text) => baitIn(text.replaceAll(itemId, ''))).filter(Boolean)).toEqual([]);
  });

  it('keeps no id of a plan item in its log, whatever is sent again', async () => {
    const of = (await noticesOf(planned.id)).find(({ duty }) => duty?.rule === 'D10');
    const notice = String(of?.id).replace(/#[^#]*$/, `#${workerPost}`);
    await changes('replayWebhook', { webhook, notice });
    const key = { channel: 'EMAIL', to: workerPost, notice };
    const query = `mutation { redriveDelivery(input: { channel: EMAIL, to: "${key.to}",
      notice: "${key.notice}" }) { userErrors { code } } }`;
    expect(await answered(administrator, query)).toContain('DELIVERY_NOT_DEAD');
    const log = await answered(
      administrator,
      '{ administrationLog(from: "2026-01-20", first: 100) { nodes { act about } } }',
    );
    expect(log).toContain('replayWebhook');
    expect(log).not.toContain(itemId);
  });

  it('answers outsiders of a case and of no case alike', async () => {
    const [first] = await noticesOf(urgent.id);
    const none = '0'.repeat(26);
    const questions = [
      '{ noticeProof(caseId: "$ID") { ok faults } }',
      `{ explainNotice(id: "${first?.id.replace(urgent.id, '$ID')}") {
        explanation { id } userErrors { code field message } } }`,
      `{ noticeDeliveries(unit: "${home}", post: "${workerPost}", notice: "$ID#-#1") { to } }`,
      `{ deliveries(unit: "${home}", post: "${workerPost}") { nodes { notice } } }`,
      `{ webhookDeliveries(webhook: "${foreignWebhook}") { nodes { notice } } }`,
      '{ deadLetters { nodes { notice } } }',
      '{ ladders(province: "99") { inForce } }',
      `mutation { redriveDelivery(input: { channel: EMAIL, to: "${workerPost}",
        notice: "$ID#-#1" }) { redriven userErrors { code } } }`,
    ];
    const outsiders = await Promise.all([
      office.by('PROVINCE_SUPERVISOR', '98'),
      office.by('PROVINCE_CHAIR', '98'),
      office.by('COMMUNE_CHAIR', '98001'),
      office.by('COMMUNE_WORKER', '98002'),
      office.by('ANALYST'),
    ]);
    for (const by of outsiders)
      for (const query of questions) {
        const real = await answered(by, query, urgent.id);
        expect(real).toBe(await answered(by, query, none));
        expect(real).not.toContain(urgent.code);
        expect(real).not.toContain('"nodes":[{');
      }
  });

  it('shows an administrator nothing who is kept out by a conflict of interest', async () => {
    const [first] = await noticesOf(urgent.id);
    const questions = [
      '{ noticeProof(caseId: "$ID") { ok faults } }',
      `{ explainNotice(id: "${first?.id.replace(urgent.id, '$ID')}") { explanation { id } } }`,
      `{ deliveries(unit: "${home}", post: "${workerPost}", first: 100) { nodes { notice } } }`,
      `{ noticeDeliveries(unit: "${home}", post: "${workerPost}",
        notice: "${first?.id.replace(urgent.id, '$ID')}") { to } }`,
      '{ deadLetters { nodes { notice } } }',
      `{ webhookDeliveries(webhook: "${webhook}", first: 100) { nodes { notice caseCode } } }`,
    ];
    const before = await Promise.all(questions.map((q) => answered(administrator, q, urgent.id)));
    expect(before.join()).toContain('ID#');
    await worker.does('declareConflict', {
      ...{ caseId: urgent.id, ground: 'RELATED_TO_PERPETRATOR' },
      officer: 'demo-administrator.vn',
    });
    for (const query of questions) {
      const text = await answered(administrator, query, urgent.id);
      expect(text).not.toContain('ID#');
      expect(text).not.toContain(urgent.code);
    }
    expect(await answered(administrator, questions[0] ?? '', urgent.id)).toContain(
      '"noticeProof":null',
    );
  });
});
