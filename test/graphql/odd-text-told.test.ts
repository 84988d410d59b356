import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linkPage } from '#channels/link-page.ts';
import { procedures } from '#domain/procedures/registry.ts';
import { openTestApi, send, type TestApi, tokenOf } from '../support/api.ts';

const hostile = {
  'a line feed': 'evil\nBcc: a@b.test',
  'a return': 'evil\r\nX-Evil: 1',
  'a folded line': 'evil\r\n X: 1',
  'a mark that turns the writing': 'evil\u202Egpj.exe',
  'an isolate': 'evil\u2067x\u2069',
  'a separator of lines': 'evil\u2028x',
  'a zero byte': 'evil\0x',
  'a mark nobody sees': 'evil\u200Bx',
} as const;
const script = '<script>alert(1)</script>';

const rung = (id: string) => ({ id, kind: 'BREACH', share: 1, tell: ['COMMUNE_WORKER'] });
const hold = { effect: 'SLOWS', by: { unit: 'HOURS', count: 1 } };
const ladder = (id: string) => ({
  ...{ name: 'ROUTINE', rungs: [rung(id)] },
  ...{ named: hold, anonymous: hold },
});
const importing = {
  ...{ province: '91', document: '12/QĐ-UBND', validFrom: '2030-01-01', expectedRevision: 0 },
  ladders: [],
};
const seat = { unit: '91001', role: 'COMMUNE_WORKER', seat: 9, agency: 'a', officer: 'o' };
const place = { app: 'test-app', unit: '91001', name: 'x', url: 'https://partner.test/' };
const csvOf = (name: string) =>
  `code,level,name,full_name,parent_code\n93,province,"${name}","${name}",`;

/** Every place in which what is told, or the way it goes, takes a text of administrators. */
const places: Readonly<Record<string, readonly [act: string, input: (text: string) => object]>> = {
  'the agency of a post': ['appointOfficer', (agency) => ({ ...seat, agency })],
  'the id of an officer': ['appointOfficer', (officer) => ({ ...seat, officer })],
  'an address of mail': ['setContact', (text) => ({ officer: 'o', email: `${text}@b.test` })],
  'a number of a telephone': ['setContact', (phone) => ({ officer: 'o', phone })],
  'the name of a unit': ['importUnits', (text) => ({ csv: csvOf(text), fictional: true })],
  'the name of a webhook': ['registerWebhook', (name) => ({ ...place, name })],
  'the agency of a webhook': ['registerWebhook', (agency) => ({ ...place, agency })],
  'the address of a webhook': ['registerWebhook', (text) => ({ ...place, url: place.url + text })],
  'the document of a ladder': ['importLadder', (document) => ({ ...importing, document })],
  'a rung of a ladder': ['importLadder', (id) => ({ ...importing, ladders: [ladder(id)] })],
  'the province of a ladder': ['importLadder', (province) => ({ ...importing, province })],
  'the recipient of a dead letter': ['redriveDeliveries', (to) => ({ to })],
};

let api: TestApi;
let administrator: object;
beforeAll(async () => {
  api = await openTestApi();
  administrator = tokenOf((await api.appoint('ADMINISTRATOR', 'VN')).id);
  // That an app is in use is written at its first request.
  await sent('redriveDeliveries', {});
});
afterAll(() => api.close());

async function sent(act: string, input: object) {
  const type = `${act.charAt(0).toUpperCase()}${act.slice(1)}Input!`;
  const query = `mutation ($input: ${type}) { ${act}(input: $input) {
    userErrors { code field message } } }`;
  const { text, data, errors } = await send(api.administer, administrator, query, { input });
  return { text, codes: data?.[act]?.userErrors.map(({ code }: { code: string }) => code), errors };
}

describe.each(Object.entries(places))('%s', (_, [act, input]) => {
  it.each(Object.entries(hostile))(
    'takes no text with %s, and echoes none',
    async (_what, text) => {
      const before = api.engine.changes('directory');
      const answer = await sent(act, input(text));
      expect(answer.errors).toEqual([]);
      expect(answer.codes).not.toEqual([]);
      expect(answer.text).not.toContain('evil');
      expect(api.engine.changes('directory')).toBe(before);
    },
  );
});

it.each(['document of a ladder', 'rung of a ladder', 'name of a webhook', 'number of a telephone'])(
  'a %s is no markup',
  async (name) => {
    const [act, input] = places[`the ${name}`] ?? places[`a ${name}`] ?? ['', () => ({})];
    const { codes, text } = await sent(act, input(script));
    expect(codes.length).toBeGreaterThan(0);
    expect(text).not.toContain('alert');
  },
);

it('the page of a link makes markup of nothing it shows', () => {
  const duty = {
    ...{ deadline: script, rule: 'D04' as const, procedure: '' },
    dueAt: api.now(),
  } as const;
  const procedure = procedures[0]?.id ?? '';
  const shown = { caseCode: `${script}"'&`, acknowledgedAt: null, duty: { ...duty, procedure } };
  for (const state of ['OPEN', 'USED', 'DONE', 'OVER'] as const) {
    const page = linkPage({ state, ...shown });
    expect(page).not.toContain('<script');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;');
    expect(page.match(/<(?!\/)\w+/g)?.toSorted()).toEqual(
      linkPage({ state, ...shown, caseCode: 'LC' })
        .match(/<(?!\/)\w+/g)
        ?.toSorted(),
    );
  }
});
