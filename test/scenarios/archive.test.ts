import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roles } from '#domain/directory.ts';
import { send, tokenOf } from '../support/api.ts';
import { freshKey } from '../support/http.ts';
import { partsIn, reads, shownBy, shownIn, tokenOfSeat } from '../support/matrix.ts';
import { seesInArchive, seesOf } from '../support/rights-in-words.ts';
import {
  does,
  type Entry,
  openStandings,
  type Seated,
  type Standings,
  seated,
} from '../support/standings.ts';

let stage: Standings;
let whileOpen: string;

/** From the offer that is open to the archive; the child stays placed in care at 85001. */
const toTheArchive: readonly Entry[] = [
  ['COMMUNE_CHAIR@83001', 'declineHandover', {}],
  ['COMMUNE_CHAIR@82001', 'closeCase', {}],
  ['COMMUNE_WORKER@82001', 'archiveCase', { nationalRecord: 'TE-2026-0001' }],
];

beforeAll(async () => {
  stage = await openStandings();
  whileOpen = stage.api.now();
  stage.api.setClock('2026-01-05T21:00:00+07:00');
  for (const entry of toTheArchive) await does(stage.api, stage.cases.apart, entry);
});
afterAll(() => stage.api.close());

// The commune that was asked has declined, and neither it nor its province stands to the case any more.
const seats = seated
  .filter(({ of }) => of === 'apart')
  .map((seat) => ({ ...seat, stands: isOfAsked(seat) ? [] : seat.stands }));
function isOfAsked({ unit, role }: Seated): boolean {
  return unit.startsWith('83') && role !== 'MINISTRY_SUPERVISOR';
}
const nameOf = ({ role, name }: Seated) => `${role} of ${name}`;
const seatOf = (role: string, unit: string): Seated => {
  const found = seats.find((seat) => seat.role === role && seat.unit === unit);
  if (found === undefined) throw new Error(`Nobody sits as ${role} in ${unit}`);
  return found;
};

/** Holds what a seat is shown, and what is written down of it, against the tables in words. */
async function holds(seat: Seated, isInCare: boolean): Promise<void> {
  const { api, cases } = stage;
  api.reads.length = 0;
  const { data, errors } = await reads(stage, tokenOfSeat(seat), cases.apart.id);
  const sees = seesInArchive(seat.role, seat.stands, isInCare);
  expect([nameOf(seat), errors]).toEqual([nameOf(seat), []]);
  expect([nameOf(seat), data.case !== null]).toEqual([nameOf(seat), sees.includes('STATUS')]);
  expect([nameOf(seat), partsIn(data.case)]).toEqual([nameOf(seat), sees.toSorted()]);
  expect([nameOf(seat), shownIn(data.case)]).toEqual([nameOf(seat), shownBy(sees)]);
  const opened = api.reads.flatMap(({ classes }) => classes);
  const papers = sees.filter((part) => part !== 'STATUS' && part !== 'OVERSIGHT');
  expect([nameOf(seat), opened.toSorted()]).toEqual([nameOf(seat), papers.toSorted()]);
}

describe.each(roles)('of an archived case %s', (role) => {
  it('is shown what the tables of the archive say while the child is followed up in care', async () => {
    for (const seat of seats.filter((each) => each.role === role)) await holds(seat, true);
  });
});

const asks = (seat: Seated, query: string, variables: object = {}) =>
  send(stage.api.serve, tokenOfSeat(seat), query, variables);

it('a case as it once was shows no more than the archive does', async () => {
  const worker = seatOf('COMMUNE_WORKER', '82001');
  const query = `query ($id: ID!, $at: DateTime!) { caseAsOf(id: $id, at: $at) {
    step visibleParts narrative { currentCondition } plan { revision } identity { fullName } } }`;
  const variables = { id: stage.cases.apart.id, at: whileOpen };
  const { data } = await asks(worker, query, variables);
  expect(data.caseAsOf).toEqual({
    step: 'CLOSING',
    visibleParts: ['STATUS', 'IDENTITY', 'CARE', 'OVERSIGHT'],
    narrative: null,
    plan: null,
    identity: { fullName: 'Trẻ Thử Nghiệm' },
  });
});

it.each([
  ['COMMUNE_WORKER', '82001', ['ARCHIVED']],
  ['COMMUNE_POLICE', '81001', ['ARCHIVED']],
  ['PROVINCE_CHAIR', '82', []],
])(
  'an administrator is told that the archive closes what the post of %s in %s would open',
  async (role, unit, missing) => {
    const administrator = tokenOf(seatOf('ADMINISTRATOR', 'VN').officer);
    const query = `query ($officer: ID!, $caseId: ID!) {
    explainAccess(officer: $officer, caseId: $caseId) { missing } }`;
    const variables = { officer: seatOf(role, unit).officer, caseId: stage.cases.apart.id };
    const { data } = await send(stage.api.administer, administrator, query, variables);
    expect(data.explainAccess.missing).toEqual(missing);
  },
);

it('is opened in an emergency by those whose case it was, for three hours and to be judged', async () => {
  const police = seatOf('COMMUNE_POLICE', '81001');
  const { id } = stage.cases.apart;
  const look = () => asks(police, `{ case(id: "${id}") { narrative { currentCondition } } }`);
  expect((await look()).data.case.narrative).toBeNull();
  const reason = 'Có tin trẻ lại bị đánh, cần biết việc trước đây.';
  const input = { idempotencyKey: freshKey(), caseId: id, reason };
  const query = `mutation ($input: BreakGlassInput!) { breakGlass(input: $input) {
    case { step deadlines { rule } } userErrors { code } } }`;
  const { data } = await asks(police, query, { input });
  expect(data.breakGlass.userErrors).toEqual([]);
  expect(data.breakGlass.case.deadlines).toContainEqual({ rule: 'P07' });
  stage.api.reads.length = 0;
  expect((await look()).data.case.narrative).toEqual({ currentCondition: 'giả định' });
  expect(stage.api.reads).toMatchObject([{ caseId: id, classes: ['NARRATIVE'] }]);
  expect(stage.api.reads[0]?.glass).toMatch(/^g\d+$/);
  const [before, now] = [stage.api.now(), '2026-01-06T07:30:00+07:00'];
  expect(before < now).toBe(true);
  stage.api.setClock(now);
  expect((await look()).data.case.narrative).toBeNull();
});

it('names nobody any more once the care has ended', async () => {
  await does(stage.api, stage.cases.apart, [
    'COMMUNE_CHAIR@85001',
    'endCare',
    { care: 'care2', outcome: 'RETURNED_HOME' },
  ]);
  const left = seats.map((seat) => ({ ...seat, stands: seat.stands.filter(isLeft) }));
  for (const seat of left.filter(({ unit }) => unit.length > 2)) await holds(seat, false);
});

const isLeft = (as: string) => as !== 'care' && as !== 'careProvince';

it('is shown as before once it is taken up again', async () => {
  await does(stage.api, stage.cases.apart, [
    'COMMUNE_CHAIR@82001',
    'reopenCase',
    { ground: 'NEW_INFORMATION' },
  ]);
  for (const seat of seats.filter(({ unit }) => unit === '81001' || unit === '82001')) {
    const { data } = await reads(stage, tokenOfSeat(seat), stage.cases.apart.id);
    const sees = seesOf(seat.role, seat.stands);
    expect([nameOf(seat), partsIn(data.case)]).toEqual([nameOf(seat), sees.toSorted()]);
  }
});
