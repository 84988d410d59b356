import { newId } from '#runtime/world.ts';
import { send, type TestApi, tokenOf } from './api.ts';

/** Stands in every text about a person that a story says; it must lie nowhere in clear. */
export const canary = 'CANARY4471';

/** The day of birth of the child of the story; only the month of its sixteenth birthday stays clear. */
export const canaryBirth = '2016-02-03';

const said = (what: string) => `${canary} ${what}`;
const form = {
  edition: '2017',
  items: [{ item: 'F-1', level: 'HIGH', note: said('lời ghi') }],
  conclusion: said('kết luận'),
};
const person = { fullName: said('người'), age: 40, occupation: said('nghề') };
const child = {
  sex: 'FEMALE',
  bornOn: canaryBirth,
  fullName: said('trẻ'),
  address: said('nhà'),
  father: person,
  mother: person,
};
const report = {
  channel: 'PHONE',
  narrative: {
    incidentPlace: said('nơi'),
    currentCondition: said('tình trạng'),
    predictedConsequence: said('hậu quả'),
    familyCircumstances: said('gia đình'),
    currentCarer: said('người nuôi'),
    priorActions: said('đã làm'),
  },
  informant: { name: said('báo'), phone: said('0900'), address: said('ở'), note: said('ghi') },
  perpetrators: [
    {
      fullName: said('đối tượng'),
      birthYear: 1983,
      relationToChild: said('là'),
      note: said('ghi'),
    },
  ],
};
const item = {
  id: 'i1',
  measure: 'COUNSELLING',
  startOn: '2026-01-06',
  endOn: '2026-02-06',
  costVnd: 100_000,
  service: said('dịch vụ'),
  responsible: said('phụ trách'),
  provider: said('cơ sở'),
};
const plan = { items: [item], goals: said('mục tiêu') };
const order = { isolatedFrom: [said('cha')], placedWith: said('nơi ở'), note: said('ghi') };
const placement = {
  carer: said('cô'),
  address: said('nhà cô'),
  phone: said('0911'),
  note: said('x'),
};
const refused = { by: 'PARENTS', note: said('từ chối') };
const reviewed = { outcome: 'CLOSE', atRisk: false, stable: true, form };

/** The acts of the story in order, after the first report. */
const acts: readonly (readonly [string, object])[] = [
  ['assessInitially', { seriousHarm: true, form }],
  ['applyEmergencyMeasure', { measures: ['FIRST_AID'], description: said('sơ cứu') }],
  ['orderIsolation', { ground: 'ABUSED_BY_CARER', days: 3, order }],
  ['extendIsolation', { days: 5, order }],
  ['endIsolation', { outcome: 'RETURNED_HOME', form }],
  ['lowerEmergency', { raisedInError: false }],
  ['referToInvestigation', { document: '12/CV-UBND' }],
  ['assessNeeds', { planNeeded: true, form }],
  ['recordMeeting', { minutes: { participants: [said('bà')], text: said('biên bản') } }],
  ['submitPlan', plan],
  ['returnPlan', { note: said('trả lại') }],
  ['submitPlan', plan],
  ['approvePlan', { decision: { signer: said('chủ tịch'), text: said('quyết định') } }],
  ['recordPlanRefusal', refused],
  ['adjustPlan', plan],
  ['startPlanItem', { item: 'i1' }],
  ['placeInCare', { form: 'RELATIVE', unit: '91002', placement }],
  ['correctReceipt', { report: 1, receivedAt: '2026-01-05T06:50:00+07:00', reason: 'SLIP' }],
  ['correctChild', { child: { ...child, sex: 'MALE' } }],
  ['assignWorker', { post: 'COMMUNE_WORKER@91001', leg: 'RESIDENCE' }],
  ['sendDecision', { recipients: 2 }],
  ['completePlanItem', { item: 'i1' }],
  ['reviewPlan', reviewed],
  ['closeCase', {}],
];

/**
 * One child's case from the report to the archive, with something personal said wherever it can be; looked at
 * before the archive closes it.
 */
export async function toldStory(
  api: TestApi,
  look: (caseId: string) => Promise<void>,
): Promise<string> {
  await api.appoint('COMMUNE_WORKER', '91001');
  await api.appoint('COMMUNE_CHAIR', '91002');
  const chair = tokenOf((await api.appoint('COMMUNE_CHAIR', '91001')).id);
  const does = async (name: string, input: object) => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
    const document = `mutation ($input: ${type}) { ${name}(input: $input) {
      case { id version } userErrors { code field } } }`;
    const sent = { input: { idempotencyKey: newId(), ...input } };
    const { data, text } = await send(api.serve, chair, document, sent);
    if (data?.[name]?.case == null) throw new Error(`${name}: ${text}`);
    return data[name].case as { readonly id: string; readonly version: number };
  };
  const opened = await does('receiveReport', {
    ...report,
    receivedAt: '2026-01-05T07:00:00+07:00',
    subjectGroup: 'ABUSED',
    categories: ['VIOLENCE'],
    incidentUnit: '91001',
    child,
    otherChildren: [{ sex: 'MALE', estimatedAge: 4, fullName: said('em') }],
  });
  const { id: caseId } = opened;
  let version = opened.version;
  for (const [name, input] of acts)
    version = (await does(name, { caseId, expectedVersion: version, ...input })).version;
  await does('addReport', { caseId, ...report, receivedAt: '2026-01-05T07:10:00+07:00' });
  await does('addNote', { caseId, text: said('ghi chú') });
  await does('recordDisclosure', {
    ...{ caseId, recipient: 'CLINIC', recipientName: said('bệnh viện'), legalBasis: 'PLAN' },
    ...{ secrecy: 'NAMED_PERSONS', purpose: 'TREATMENT', parts: ['IDENTITY', 'PLAN'] },
  });
  await does('withdrawConsent', { caseId, by: 'CHILD' });
  const asked = { asker: 'PARENT', verifiedBy: 'NOT_VERIFIED', conflict: 'IS_PERPETRATOR' };
  await does('recordSubjectRequest', { caseId, ...asked, note: said('mẹ') });
  await does('recordSubjectRequest', {
    ...{ caseId, asker: 'CHILD', verifiedBy: 'KNOWN_IN_PERSON' },
  });
  const requests = (await api.around.ledger.head(caseId))?.state.subjectRequests;
  const refused = { outcome: 'REFUSED', ground: 'ASKER_IN_CONFLICT', note: said('trả lời') };
  await does('answerSubjectRequest', { caseId, request: requests?.[0]?.id, ...refused });
  const request = requests?.[1]?.id;
  const given =
    'query ($caseId: ID!, $request: ID!) { subjectExport(caseId: $caseId, request: $request) { minutes } }';
  await send(api.serve, chair, given, { caseId, request });
  await does('answerSubjectRequest', { caseId, request, outcome: 'GIVEN' });
  const care = (await api.around.ledger.head(caseId))?.state.care[0]?.id ?? '';
  const followed = { care, followUp: 'D15', findings: said('theo dõi') };
  version = (await does('recordFollowUp', { caseId, expectedVersion: version, ...followed }))
    .version;
  const ended = { caseId, care, outcome: 'RETURNED_HOME' };
  version = (await does('endCare', { ...ended, expectedVersion: version })).version;
  await look(caseId);
  await does('archiveCase', { caseId, expectedVersion: version, nationalRecord: 'QG-1' });
  return caseId;
}
