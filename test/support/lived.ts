import { execute } from '#app/execute.ts';
import type { Json } from '#domain/canonical.ts';
import type { Case } from '#domain/case/case.ts';
import type { Command, CommandType } from '#domain/case/command.ts';
import type { PlanItem } from '#domain/case/terms.ts';
import type { Role, UnitCode } from '#domain/directory.ts';
import type { Actor, FieldClass } from '#domain/permission.ts';
import { isRefusal } from '#domain/refusal.ts';
import { plainDate, plusDays, plusHours } from '#domain/time.ts';
import { newId } from '#runtime/world.ts';
import { reportOf } from './commands.ts';
import { sweepOnce } from './load.ts';
import type { TestStage } from './stage.ts';

/** A text that is found wherever it goes, and says of which class it is. */
export const canary = (part: FieldClass, name: string): string => `CHIM-${part}-${name}-HOT`;

/** The classes whose canaries stand in a text. */
export function canariesIn(text: string): readonly FieldClass[] {
  const found = [...text.matchAll(/CHIM-([A-Z]+)-/g)].map(([, part]) => part as FieldClass);
  return [...new Set(found)].sort();
}

const form = (part: FieldClass, name: string): Json => ({
  edition: '2017',
  items: [{ item: 'a1', level: 'HIGH', note: canary(part, `${name}-note`) }],
  conclusion: canary(part, `${name}-conclusion`),
});

/** Papers of every kind, a canary in every text. */
export const canaryPapers = {
  IDENTITY: {
    fullName: canary('IDENTITY', 'fullName'),
    bornOn: '2015-03-04',
    estimatedAge: 9,
    address: canary('IDENTITY', 'address'),
    father: { fullName: canary('IDENTITY', 'father'), age: 40, occupation: null },
    mother: { fullName: canary('IDENTITY', 'mother'), age: 39, occupation: null },
  },
  NARRATIVE: {
    incidentPlace: canary('NARRATIVE', 'place'),
    currentCondition: canary('NARRATIVE', 'condition'),
    predictedConsequence: canary('NARRATIVE', 'consequence'),
    familyCircumstances: canary('NARRATIVE', 'family'),
    currentCarer: canary('NARRATIVE', 'carer'),
    priorActions: canary('NARRATIVE', 'actions'),
  },
  INFORMANT: {
    name: canary('INFORMANT', 'name'),
    phone: canary('INFORMANT', 'phone'),
    address: canary('INFORMANT', 'address'),
    note: canary('INFORMANT', 'note'),
  },
  PERPETRATOR: [
    {
      fullName: canary('PERPETRATOR', 'fullName'),
      birthYear: 1980,
      relationToChild: canary('PERPETRATOR', 'relation'),
      note: canary('PERPETRATOR', 'note'),
    },
  ],
  FORM02: form('ASSESSMENT', 'form02'),
  FORM03: form('ASSESSMENT', 'form03'),
  FORM06: form('ASSESSMENT', 'form06'),
  MINUTES: {
    participants: [canary('ASSESSMENT', 'participant')],
    text: canary('ASSESSMENT', 'minutes'),
  },
  FORM04: {
    goals: canary('PLAN', 'goals'),
    items: [{ id: 'i1', service: canary('PLAN', 'service'), responsible: null, provider: null }],
  },
  FORM05: { signer: canary('PLAN', 'signer'), text: canary('PLAN', 'decision') },
  FORM07: {
    isolatedFrom: [canary('PROTECTION', 'from')],
    placedWith: canary('PROTECTION', 'with'),
    note: canary('PROTECTION', 'note'),
  },
  MEASURE: { text: canary('PROTECTION', 'measure') },
  CARE: {
    carer: canary('CARE', 'carer'),
    address: canary('CARE', 'address'),
    phone: canary('CARE', 'phone'),
    note: canary('CARE', 'note'),
  },
  FOLLOW_UP: { text: canary('CARE', 'followUp') },
  NOTE: { text: canary('NARRATIVE', 'note') },
} as const;

type Kinds = readonly (keyof typeof canaryPapers)[];
const of = (...kinds: Kinds) =>
  Object.fromEntries(kinds.map((kind) => [kind, canaryPapers[kind] as Json]));

type Staff = Readonly<Record<'worker' | 'chair', Actor>>;
type Step = {
  readonly by: keyof Staff;
  readonly hours: number;
  readonly act: { readonly type: CommandType } & Record<string, unknown>;
};

const day = plainDate('2026-01-12');
const items: readonly PlanItem[] = [
  { id: 'i1', measure: 'MEDICAL_CARE', startOn: day, endOn: plusDays(day, 20), costVnd: 1_000_000 },
];

/** A case with a paper of every kind filed, step by step; each step some hours after the one before. */
const steps: readonly Step[] = [
  { by: 'worker', hours: 1, act: { type: 'addReport', papers: of('NARRATIVE', 'INFORMANT') } },
  {
    by: 'worker',
    hours: 2,
    act: { type: 'assessInitially', seriousHarm: true, papers: of('FORM02') },
  },
  {
    by: 'chair',
    hours: 1,
    act: { type: 'applyEmergencyMeasure', measures: ['SAFE_SHELTER'], papers: of('MEASURE') },
  },
  {
    by: 'chair',
    hours: 1,
    act: { type: 'orderIsolation', ground: 'ABUSED_BY_CARER', days: 5, papers: of('FORM07') },
  },
  {
    by: 'chair',
    hours: 1,
    act: { type: 'placeInCare', form: 'RELATIVE', unit: '91001', papers: of('CARE') },
  },
  { by: 'worker', hours: 20, act: { type: 'assessNeeds', planNeeded: true, papers: of('FORM03') } },
  { by: 'worker', hours: 4, act: { type: 'recordMeeting', papers: of('MINUTES') } },
  { by: 'worker', hours: 4, act: { type: 'submitPlan', items, papers: of('FORM04') } },
  { by: 'chair', hours: 20, act: { type: 'approvePlan', papers: of('FORM05') } },
  { by: 'worker', hours: 1, act: { type: 'addNote', papers: of('NOTE') } },
  { by: 'worker', hours: 30, act: { type: 'recordFollowUp', papers: of('FOLLOW_UP') } },
  { by: 'worker', hours: 30, act: { type: 'startPlanItem', item: 'i1' } },
  {
    by: 'worker',
    hours: 200,
    act: {
      type: 'reviewPlan',
      outcome: 'CONTINUE',
      atRisk: true,
      stable: false,
      papers: of('FORM06'),
    },
  },
];

/** The worker and the chair of a commune, with its police and its province there to be told. */
export async function staffOf(stage: TestStage, unit: UnitCode): Promise<Staff> {
  const province = unit.slice(0, 2);
  const others: readonly [Role, UnitCode, string][] = [
    ['COMMUNE_POLICE', unit, `CA-${unit}`],
    ['PROVINCE_SUPERVISOR', province, `SYT-${province}`],
  ];
  for (const [role, code, agency] of others) await stage.appoint(role, code, agency);
  return {
    worker: await stage.appoint('COMMUNE_WORKER', unit),
    chair: await stage.appoint('COMMUNE_CHAIR', unit),
  };
}

/** Opens a case full of canaries. */
export async function reportCanaries(stage: TestStage, worker: Actor): Promise<Case> {
  const papers = of('IDENTITY', 'NARRATIVE', 'INFORMANT', 'PERPETRATOR');
  const unit = worker.posts[0]?.unit ?? '';
  return did(stage, worker, reportOf(unit, newId(), stage.now(), { papers }), null);
}

/** Leads a case through all steps, or some of them; the sweeper passes after each. */
export async function live(
  stage: TestStage,
  staff: Staff,
  opened: Case,
  [from, to]: readonly [number, number] = [0, steps.length],
): Promise<Case> {
  let state = opened;
  for (const { by, hours, act } of steps.slice(from, to)) {
    stage.setClock(plusHours(stage.now(), hours));
    const { id: caseId, care } = state;
    const placed = { care: care[0]?.id, followUp: 'D16', unit: '91001' };
    const told = { channel: 'POST', receivedAt: stage.now(), otherChildren: [] };
    const command = { caseId, happenedAt: null, ...defaultsFor(act.type, placed, told), ...act };
    const version = act.type === 'addReport' || act.type === 'addNote' ? null : state.revision;
    state = await did(stage, staff[by], command as unknown as Command, version);
    await sweepOnce(stage);
    state = (await stage.around.ledger.head(caseId))?.state ?? state;
  }
  return state;
}

function defaultsFor(type: CommandType, placed: object, told: object): object {
  if (type === 'recordFollowUp') return placed;
  return type === 'addReport' ? told : {};
}

async function did(stage: TestStage, actor: Actor, command: Command, version: number | null) {
  const asked = { actor, command, idempotencyKey: newId(), expectedVersion: version };
  const done = await execute(asked, stage.around);
  if (isRefusal(done)) throw new Error(`${command.type}: ${done.refused}`);
  return done.state;
}
