import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LaterCommandType, sideActs } from '#domain/case/command.ts';
import type { Sandbox } from '../../infra/local/sandbox.ts';
import {
  freshKey,
  type Officer,
  officer,
  post,
  report,
  seen,
  startSandbox,
} from '../support/http.ts';

const canary = 'CANARY4471';
const commune = '99001';
let sandbox: Sandbox;
let worker: Officer;
let chair: Officer;
let caseId: string;
let deadline: string;

beforeAll(async () => {
  sandbox = await startSandbox();
  worker = await officer(sandbox.origin, 'COMMUNE_WORKER', commune);
  chair = await officer(sandbox.origin, 'COMMUNE_CHAIR', commune);
  const opened = await worker.does('receiveReport', report(commune, '2026-01-05T07:10:00+07:00'));
  caseId = opened.id;
  const expectedVersion = opened.version;
  const after = await worker.does('assessInitially', {
    caseId,
    expectedVersion,
    seriousHarm: false,
  });
  deadline = after.deadlines[0]?.id ?? '';
});
afterAll(() => sandbox.close());

const item = { id: 'i1', measure: 'COUNSELLING', startOn: '2026-01-06', endOn: '2026-02-06' };
const granted = { deadline: 'D06.R.1.-.2.0', document: '14/QĐ-UBND' };

// Breaking the glass is for whoever the case is none of: it has a story of its own.
type Act = Exclude<LaterCommandType, 'breakGlass'>;

/** What each act says beside its head, in a way that fits its input. */
const contents = {
  assessInitially: { seriousHarm: false },
  raiseEmergency: { ground: 'THREATENED_SERIOUS_HARM' },
  lowerEmergency: { raisedInError: false },
  applyEmergencyMeasure: { measures: ['FIRST_AID'] },
  orderIsolation: { ground: 'ABUSED_BY_CARER', days: 3 },
  extendIsolation: { days: 3 },
  endIsolation: { outcome: 'RETURNED_HOME' },
  offerHandover: { to: '99002' },
  acceptHandover: {},
  declineHandover: {},
  assessNeeds: { planNeeded: true },
  recordMeeting: {},
  submitPlan: { items: [item] },
  returnPlan: {},
  approvePlan: {},
  sendDecision: { recipients: 1 },
  adjustPlan: { items: [item] },
  startPlanItem: { item: 'i1' },
  completePlanItem: { item: 'i1' },
  reviewPlan: { outcome: 'CONTINUE', atRisk: true, stable: false },
  closeCase: {},
  archiveCase: { nationalRecord: 'TE-2026-0001' },
  assignWorker: { post: 'COMMUNE_WORKER@99001', leg: 'RESIDENCE' },
  acknowledge: { deadline: granted.deadline },
  addNote: { text: 'Ghi chú.' },
  addReport: { receivedAt: '2026-01-05T07:20:00+07:00', channel: 'PHONE' },
  correctReceipt: {
    report: 1,
    receivedAt: '2026-01-05T07:05:00+07:00',
    reason: 'SLIP',
  },
  forwardReport: { to: '99002' },
  markUnfounded: { ground: 'NOT_SUBSTANTIATED' },
  referToInvestigation: { document: '12/CV-UBND' },
  requestCourt: { document: '13/CV-UBND' },
  recordPlanRefusal: { by: 'PARENTS' },
  reopenCase: { ground: 'NEW_INFORMATION' },
  assignCommune: { to: '99002', leg: 'RESIDENCE' },
  placeInCare: { form: 'RELATIVE', unit: '99002' },
  recordFollowUp: { care: 'care1', followUp: 'D15' },
  endCare: { care: 'care1', outcome: 'ADOPTED' },
  correctResidence: { residenceUnit: '99002' },
  correctChild: { child: { sex: 'MALE', estimatedAge: 8 } },
  extendDeadline: { ...granted, extra: 1, ground: 'COMPLEX_CASE' },
  pauseDeadline: { ...granted, days: 5, ground: 'CHILD_ABSENT' },
  resumeDeadline: { deadline: granted.deadline },
  recordDisclosure: {
    ...{ recipient: 'CLINIC', recipientName: 'Nơi Nhận Thử', legalBasis: 'PROTECTION' },
    ...{ secrecy: 'NAMED_PERSONS', purpose: 'TREATMENT', parts: ['IDENTITY'] },
  },
  withdrawConsent: { by: 'CHILD' },
  recordSubjectRequest: { asker: 'PARENT', verifiedBy: 'BIRTH_CERTIFICATE' },
  answerSubjectRequest: { request: 'r2', outcome: 'REFUSED', ground: 'NOT_REPRESENTATIVE' },
  declareConflict: { unit: '99002', ground: 'RELATED_TO_PERPETRATOR' },
  liftConflict: { exclusion: 'LC-0000001-3.2', reason: 'thử' },
  reviewBreakGlass: { glass: 'g2', outcome: 'JUSTIFIED', note: 'thử' },
} as const satisfies Record<Act, object>;

const acts = Object.entries(contents);
const isSide = (act: string) => sideActs.some((side) => side === act);
const head = (act: string, id: string, version = 1) =>
  isSide(act) ? { caseId: id } : { caseId: id, expectedVersion: version };

async function codesOf(by: Officer, id: string, version = 1): Promise<readonly string[]> {
  const answers = await Promise.all(
    acts.map(([act, content]) => by.tries(act, { ...head(act, id, version), ...content })),
  );
  return answers.map(({ userErrors }) => userErrors[0]?.code ?? 'DONE');
}

const all = (code: string) => acts.map(() => code);

describe('whoever the case is none of', () => {
  it.each([
    ['the chair of another commune', 'COMMUNE_CHAIR', '99002'],
    ['the police of another commune', 'COMMUNE_POLICE', '99003'],
    ['hotline 111, which did not open it', 'HOTLINE_111', undefined],
    ['an analyst', 'ANALYST', undefined],
    ['an administrator', 'ADMINISTRATOR', undefined],
  ])('finds it by no act: %s', async (_, role, unit) => {
    const by = await officer(sandbox.origin, role, unit);
    expect(await codesOf(by, caseId, 2)).toEqual(all('NOT_FOUND'));
  });

  it('is answered as for a case there is not, and for a canary', async () => {
    for (const id of ['none', 'canary-99', 'canary-VN'])
      expect(await codesOf(chair, id)).toEqual(all('NOT_FOUND'));
  });
});

describe('whoever may see the case and not do the act', () => {
  it('is told so before anything of its step: the police, and who supervises', async () => {
    const police = await officer(sandbox.origin, 'COMMUNE_POLICE', commune);
    const its =
      /^(raiseEmergency|applyEmergencyMeasure|acknowledge|addNote|addReport|referToInvestigation|declareConflict)$/;
    await refusesAllBut(police, its);
    const province = await officer(sandbox.origin, 'PROVINCE_SUPERVISOR', '99');
    await refusesAllBut(
      province,
      /^(acknowledge|addReport|assignCommune|(extend|pause|resume)Deadline|declareConflict|liftConflict|reviewBreakGlass)$/,
    );
    const ministry = await officer(sandbox.origin, 'MINISTRY_SUPERVISOR');
    await refusesAllBut(ministry, /^(acknowledge|assignCommune|liftConflict|reviewBreakGlass)$/);
  });

  async function refusesAllBut(by: Officer, its: RegExp): Promise<void> {
    const others = acts.filter(([act]) => !its.test(act));
    const answers = await Promise.all(
      others.map(([act, content]) => by.tries(act, { ...head(act, caseId, 2), ...content })),
    );
    const codes = answers.map(({ userErrors }) => userErrors[0]?.code);
    expect(codes).toEqual(others.map(() => 'NOT_ALLOWED'));
  }
});

it('every act on a version that has passed is told the present one', async () => {
  const versioned = acts.filter(([act]) => !isSide(act));
  const answers = await Promise.all(
    versioned.map(([act, content]) => chair.tries(act, { ...head(act, caseId, 1), ...content })),
  );
  const told = answers.map(({ userErrors: [error] }) => [error?.code, error?.currentVersion]);
  expect(told).toEqual(versioned.map(() => ['CONFLICT', 2]));
});

describe('what does not fit', () => {
  /** Sends an act and gives the place and the code at fault; nothing sent may come back. */
  async function faultOf(act: string, more: object): Promise<readonly (string | undefined)[]> {
    const type = `${act.charAt(0).toUpperCase()}${act.slice(1)}Input!`;
    const query = `mutation ($input: ${type}) { ${act}(input: $input) { userErrors { code field } } }`;
    const content = contents[act as Act];
    const input = { idempotencyKey: freshKey(), ...head(act, caseId, 2), ...content, ...more };
    const headers = { authorization: `Bearer ${chair.token}` };
    const { json, text } = await post(
      `${sandbox.origin}/graphql`,
      { query, variables: { input } },
      headers,
    );
    expect(text).not.toContain(canary);
    type Error = { code: string; field: string[] };
    type Answer = {
      data?: Record<string, { userErrors: Error[] }>;
      errors?: { extensions: Error }[];
    };
    const { data, errors } = json as Answer;
    const error = data?.[act]?.userErrors[0] ?? errors?.[0]?.extensions;
    return [error?.code, error?.field?.join('.')];
  }

  const texts: readonly (readonly [string, string, (text: string) => object])[] = [
    ['markUnfounded', 'note', (note) => ({ note })],
    ['reopenCase', 'note', (note) => ({ note })],
    ['recordPlanRefusal', 'note', (note) => ({ note })],
    ['recordFollowUp', 'findings', (findings) => ({ findings })],
    ['placeInCare', 'placement.carer', (carer) => ({ placement: { carer } })],
    ['placeInCare', 'placement.address', (address) => ({ placement: { address } })],
    ['addReport', 'informant.name', (name) => ({ informant: { name } })],
    ['addReport', 'narrative.incidentPlace', (incidentPlace) => ({ narrative: { incidentPlace } })],
    ['placeInCare', 'placement.phone', (phone) => ({ placement: { phone } })],
    [
      'correctChild',
      'child.fullName',
      (fullName) => ({ child: { sex: 'MALE', estimatedAge: 8, fullName } }),
    ],
  ];
  const documents = [
    'referToInvestigation',
    'requestCourt',
    'extendDeadline',
    'pauseDeadline',
  ] as const;
  const units: readonly (readonly [string, string])[] = [
    ['forwardReport', 'to'],
    ['assignCommune', 'to'],
    ['placeInCare', 'unit'],
    ['correctResidence', 'residenceUnit'],
  ];
  const ids: readonly (readonly [string, string])[] = [
    ['recordFollowUp', 'care'],
    ['endCare', 'care'],
    ['extendDeadline', 'deadline'],
    ['pauseDeadline', 'deadline'],
    ['resumeDeadline', 'deadline'],
  ];

  it('is told for each text: control characters, half a character, far too much', async () => {
    for (const [act, field, withText] of texts)
      for (const text of [`${canary}\u0007`, `${canary}\u001b[31m`, `${canary}\ud83d`, ''])
        expect(await faultOf(act, withText(text))).toEqual(['INVALID_INPUT', field]);
    for (const [act, field, withText] of texts)
      expect(await faultOf(act, withText(canary.repeat(1_000)))).toEqual(['INVALID_INPUT', field]);
  });

  it('is told for each number of a document', async () => {
    // Letters in two parts, as some keyboards write them, are no document number of an office.
    const wrong = ['', ' 12', `${canary}#pk`, `:${canary}`, `12/Q${'Đ'}\n${canary}`, '12/QĐ-Ủ'];
    for (const act of documents)
      for (const document of [...wrong, 'U\u031b12', canary.repeat(10)])
        expect(await faultOf(act, { document })).toEqual(['INVALID_INPUT', 'document']);
  });

  it('is told for each unit and id', async () => {
    for (const [act, field] of units)
      for (const code of ['', '9900', '990011', `${canary}`, '99001\n', '99001#x'])
        expect(await faultOf(act, { [field]: code })).toEqual(['INVALID_INPUT', field]);
    for (const [act, field] of ids)
      for (const id of ['', `${canary} x`, `${canary}\u0000`, 'Đ06', canary.repeat(30)])
        expect(await faultOf(act, { [field]: id })).toEqual(['INVALID_INPUT', field]);
  });

  it('is told for each number', async () => {
    for (const [act, field] of [
      ['extendDeadline', 'extra'],
      ['pauseDeadline', 'days'],
    ] as const) {
      for (const count of [0, -1, 31, 2_147_483_647])
        expect(await faultOf(act, { [field]: count })).toEqual(['INVALID_INPUT', field]);
      for (const count of [1.5, 2_147_483_648, canary, null, true])
        expect(await faultOf(act, { [field]: count })).toEqual(['BAD_REQUEST', field]);
    }
  });

  it.each([
    ['addReport', 'channel'],
    ['correctReceipt', 'reason'],
    ['markUnfounded', 'ground'],
    ['reopenCase', 'ground'],
    ['recordPlanRefusal', 'by'],
    ['assignCommune', 'leg'],
    ['placeInCare', 'form'],
    ['recordFollowUp', 'followUp'],
    ['endCare', 'outcome'],
    ['extendDeadline', 'ground'],
    ['pauseDeadline', 'ground'],
  ])('is told for a word no enum has: %s, %s', async (act, field) => {
    expect(await faultOf(act, { [field]: canary })).toEqual(['BAD_REQUEST', field]);
    expect(await faultOf(act, { [field]: '__proto__' })).toEqual(['BAD_REQUEST', field]);
  });

  it('is told for instants out of order, and for acts of the future', async () => {
    for (const [act] of acts.filter(([name]) => /^correct(Child|Residence)$/.test(name))) {
      const known = await faultOf(act, { knownAt: '2026-01-05T07:00:00+07:00' });
      expect(known).toEqual(['KNOWN_OUT_OF_ORDER', 'knownAt']);
      const future = await faultOf(act, { happenedAt: '2027-01-01T00:00:00+07:00' });
      expect(future).toEqual(['HAPPENED_IN_FUTURE', 'happenedAt']);
    }
  });

  it('is too much for one request', async () => {
    const headers = { authorization: `Bearer ${chair.token}` };
    const body = { query: '{ serverTime }', variables: { document: 'x'.repeat(1_000_000) } };
    const { status, text } = await post(`${sandbox.origin}/graphql`, body, headers);
    expect([status, text.includes('BAD_REQUEST')]).toEqual([413, true]);
  });
});

describe('the same key', () => {
  const names = 'Nguyễn Thử'.normalize('NFD');

  it('sent twice does an act once, and with another input is refused', async () => {
    const { version } = await seen(chair, caseId);
    const asked = {
      caseId,
      expectedVersion: version,
      idempotencyKey: freshKey(),
      form: 'RELATIVE',
      unit: '99002',
      placement: { carer: names, note: 'if_not_exists(#pk, :v) {{x}} $where %00' },
    };
    const [first, again] = [
      await chair.tries('placeInCare', asked),
      await chair.tries('placeInCare', asked),
    ];
    expect([first.userErrors, again.userErrors, again.replayed]).toEqual([[], [], true]);
    expect(again.case?.version).toBe(version + 1);
    const other = await chair.tries('placeInCare', { ...asked, form: 'FACILITY' });
    expect(other.userErrors[0]).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
      field: ['idempotencyKey'],
    });
    const { idempotencyKey } = asked;
    const end = { caseId, expectedVersion: version + 1, care: 'care1', outcome: 'ADOPTED' };
    const reused = await chair.tries('endCare', { ...end, idempotencyKey });
    expect(reused.userErrors[0]?.code).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it('keeps texts as they were written, whatever a store or a page could read into them', async () => {
    const query = 'query ($id: ID!) { case(id: $id) { placement { carer note } } }';
    expect(await chair.ask(query, { id: caseId })).toEqual({
      case: { placement: { carer: names, note: 'if_not_exists(#pk, :v) {{x}} $where %00' } },
    });
  });
});

it('two chairs who stop the same clock at once stop it once', async () => {
  const { version } = await seen(chair, caseId);
  const second = await officer(sandbox.origin, 'COMMUNE_CHAIR', commune);
  const asked = { ...contents.pauseDeadline, deadline, caseId, expectedVersion: version };
  const answers = await Promise.all(
    [chair, second, chair, second].map((by) => by.tries('pauseDeadline', asked)),
  );
  const codes = answers.map(({ userErrors }) => userErrors[0]?.code ?? 'DONE');
  expect(codes.toSorted()).toEqual(['CONFLICT', 'CONFLICT', 'CONFLICT', 'DONE']);
});
