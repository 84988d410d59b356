import { available } from '#domain/case/availability.ts';
import type { Case } from '#domain/case/case.ts';
import type { LaterCommandType } from '#domain/case/command.ts';

import type { Fact } from '#domain/case/event.ts';
import { evolve } from '#domain/case/evolve.ts';
import type { Form } from '#domain/case/terms.ts';
import { type Step, steps } from '#domain/procedure.ts';
import { instant } from '#domain/time.ts';
import { mermaid, spoken } from './markdown.ts';

type Move = {
  readonly act: LaterCommandType;
  readonly when?: string;
  readonly fact: Fact;
};

const at = instant('2026-01-05T00:30:00Z');
const dated = { about: at, known: at } as const;
const filed = (form: Form) => ({
  ...dated,
  papers: [],
  number: { form, agency: 'example', year: 2026, number: 1 },
});

const pinned = { procedure: 'ND56/2017', overlay: null } as const;

const received: Fact = {
  ...dated,
  type: 'ReportReceived',
  incident: 'example',
  code: 'example',
  openedBy: { unit: '99001', agency: 'example', role: 'COMMUNE_WORKER' },
  unit: '99001',
  province: '99',
  ...pinned,
  residenceUnit: null,
  sixteenFrom: null,
  profile: {
    categories: ['OTHER'],
    subjectGroup: 'ABUSED',
    sex: 'UNKNOWN',
    ageGroup: 'UNKNOWN',
    channel: 'PHONE',
  },
  synthetic: true,
};

/** The facts that may move a case to another step, and the acts that leave them. */
const moves: readonly Move[] = [
  {
    act: 'assessInitially',
    fact: { ...filed('F02'), type: 'InitialAssessed', seriousHarm: false, ...pinned },
  },
  {
    act: 'assessNeeds',
    when: 'a plan is needed',
    fact: { ...filed('F03'), type: 'NeedsAssessed', planNeeded: true },
  },
  {
    act: 'assessNeeds',
    when: 'no plan is needed',
    fact: { ...filed('F03'), type: 'NeedsAssessed', planNeeded: false },
  },
  { act: 'submitPlan', fact: { ...filed('F04'), type: 'PlanSubmitted', items: [] } },
  { act: 'returnPlan', fact: { ...dated, type: 'PlanReturned', papers: [] } },
  { act: 'approvePlan', fact: { ...filed('F05'), type: 'PlanApproved' } },
  {
    act: 'reviewPlan',
    when: 'continue',
    fact: {
      ...filed('F06'),
      type: 'PlanReviewed',
      outcome: 'CONTINUE',
      atRisk: true,
      stable: false,
    },
  },
  {
    act: 'reviewPlan',
    when: 'close',
    fact: { ...filed('F06'), type: 'PlanReviewed', outcome: 'CLOSE', atRisk: false, stable: true },
  },
  { act: 'closeCase', fact: { ...dated, type: 'CaseClosed' } },
  { act: 'archiveCase', fact: { ...dated, type: 'CaseArchived', nationalRecord: 'example' } },
];

const opened: Case = evolve(undefined, received, 'example');

/** The steps at which an act is available. */
export function stepsOf(act: LaterCommandType): readonly Step[] {
  return steps.filter((step) => {
    const acts: readonly LaterCommandType[] = available[step];
    return acts.includes(act);
  });
}

function arrows({ act, when, fact }: Move): readonly string[] {
  const label = when === undefined ? spoken(act) : `${spoken(act)} (${when})`;
  return stepsOf(act).map((from) => {
    const to = evolve({ ...opened, step: from }, fact, opened.id).step;
    return `  ${from} --> ${to} : ${label}`;
  });
}

/** The steps and the acts that lead from one to another, worked out by the code that decides. */
export function stepDiagram(): string {
  return mermaid([
    'stateDiagram-v2',
    `  [*] --> ${opened.step} : receive report`,
    ...moves.flatMap(arrows),
    `  ${steps.at(-1)} --> [*]`,
  ]);
}
