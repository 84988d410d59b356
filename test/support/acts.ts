import { laterCommandTypes } from '#domain/case/acts.ts';
import { type LaterCommandType, sideActs } from '#domain/case/command.ts';

const item = { id: 'i1', measure: 'COUNSELLING', startOn: '2026-01-06', endOn: '2026-02-06' };
const deadline = 'D06.R.1.-.2.0';
const granted = { deadline, document: '14/QĐ-UBND' };

/** What each act says beside its head, in a way that fits its input; `elsewhere` is any other commune. */
export function contentsOf(elsewhere: string) {
  return {
    assessInitially: { seriousHarm: false },
    raiseEmergency: { ground: 'THREATENED_SERIOUS_HARM' },
    lowerEmergency: { raisedInError: false },
    applyEmergencyMeasure: { measures: ['FIRST_AID'] },
    orderIsolation: { ground: 'ABUSED_BY_CARER', days: 3 },
    extendIsolation: { days: 3 },
    endIsolation: { outcome: 'RETURNED_HOME' },
    offerHandover: { to: elsewhere },
    acceptHandover: {},
    declineHandover: {},
    assessNeeds: { planNeeded: true },
    recordMeeting: {},
    submitPlan: { items: [{ ...item, costVnd: 0 }] },
    returnPlan: {},
    approvePlan: {},
    sendDecision: { recipients: 1 },
    adjustPlan: { items: [{ ...item, costVnd: 0 }] },
    startPlanItem: { item: 'i1' },
    completePlanItem: { item: 'i1' },
    reviewPlan: { outcome: 'CONTINUE', atRisk: true, stable: false },
    closeCase: {},
    archiveCase: { nationalRecord: 'TE-2026-0001' },
    assignWorker: { post: `COMMUNE_WORKER@${elsewhere}`, leg: 'RESIDENCE' },
    acknowledge: { deadline },
    addNote: { text: 'Ghi chú.' },
    addReport: { receivedAt: '2026-01-05T07:20:00+07:00', channel: 'PHONE' },
    correctReceipt: { report: 1, receivedAt: '2026-01-05T07:05:00+07:00', reason: 'SLIP' },
    forwardReport: { to: elsewhere },
    markUnfounded: { ground: 'NOT_SUBSTANTIATED' },
    referToInvestigation: { document: '12/CV-UBND' },
    requestCourt: { document: '13/CV-UBND' },
    recordPlanRefusal: { by: 'PARENTS' },
    reopenCase: { ground: 'NEW_INFORMATION' },
    assignCommune: { to: elsewhere, leg: 'RESIDENCE' },
    placeInCare: { form: 'RELATIVE', unit: elsewhere },
    recordFollowUp: { care: 'care1', followUp: 'D15' },
    endCare: { care: 'care1', outcome: 'ADOPTED' },
    correctResidence: { residenceUnit: elsewhere },
    correctChild: { child: { sex: 'MALE', estimatedAge: 8 } },
    extendDeadline: { ...granted, extra: 1, ground: 'COMPLEX_CASE' },
    pauseDeadline: { ...granted, days: 1, ground: 'CHILD_ABSENT' },
    resumeDeadline: { deadline },
    recordDisclosure: {
      ...{ recipient: 'CLINIC', recipientName: 'Nơi Nhận Thử', legalBasis: 'PROTECTION' },
      ...{ secrecy: 'NAMED_PERSONS', purpose: 'TREATMENT', parts: ['IDENTITY'] },
    },
    withdrawConsent: { by: 'CHILD' },
    recordSubjectRequest: { asker: 'PARENT', verifiedBy: 'BIRTH_CERTIFICATE' },
    answerSubjectRequest: { request: 'r2', outcome: 'REFUSED', ground: 'NOT_REPRESENTATIVE' },
    declareConflict: { unit: elsewhere, ground: 'RELATED_TO_PERPETRATOR' },
    liftConflict: { exclusion: 'LC-0000001-3.2', reason: 'thử' },
    reviewBreakGlass: { glass: 'g2', outcome: 'JUSTIFIED', note: 'thử' },
  } as const satisfies Record<TabledAct, object>;
}

/** An act that only those may try who stand to the case; a glass is broken by whoever does not. */
export type TabledAct = Exclude<LaterCommandType, 'breakGlass'>;
/** Every such act, in the order of the procedure. */
export const tabledActs = laterCommandTypes.filter(
  (type): type is TabledAct => type !== 'breakGlass',
);

/** A case and the version an act on it is decided on. */
export type On = { readonly id: string; readonly version: number };

/** What an act names beside its contents: the case, and the version where others decide on what it changes. */
export function headOf(act: string, { id, version }: On): object {
  const isSide = sideActs.some((side) => side === act);
  return isSide ? { caseId: id } : { caseId: id, expectedVersion: version };
}

/** The mutation of an act, asking for what its answer says of permission. */
export function mutationOf(act: string, selection = 'case { id } caseCode replayed'): string {
  const type = `${act.charAt(0).toUpperCase()}${act.slice(1)}Input!`;
  return `mutation ($input: ${type}) { ${act}(input: $input) {
    ${selection} userErrors { code field message currentVersion } } }`;
}
