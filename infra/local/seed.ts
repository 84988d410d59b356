import { act, type Partner, signIn } from './partner.ts';
import { demoCommunes } from './registrar.ts';

/** Where the seed is sown and how time moves there. */
export type Field = {
  readonly origin: string;
  readonly goTo: (target: number) => Promise<void>;
  /** Where the clock stands when the seeding is done, in epoch milliseconds. */
  readonly end: number;
};

type Stage = 'REPORTED' | 'ASSESSED' | 'NEEDS_KNOWN' | 'SUBMITTED' | 'APPROVED';

type Sown = {
  readonly commune: number;
  /** Hours before the end at which the report comes in. */
  readonly hoursAgo: number;
  readonly category: string;
  readonly seriousHarm: boolean;
  readonly stage: Stage;
};

// A dozen cases of made-up children, some in time, some late, one still within its twelve hours.
const field: readonly Sown[] = [
  { commune: 0, hoursAgo: 300, category: 'VIOLENCE', seriousHarm: true, stage: 'APPROVED' },
  { commune: 0, hoursAgo: 260, category: 'SEXUAL_ABUSE', seriousHarm: true, stage: 'SUBMITTED' },
  {
    commune: 0,
    hoursAgo: 220,
    category: 'ABANDON_NEGLECT',
    seriousHarm: false,
    stage: 'NEEDS_KNOWN',
  },
  { commune: 0, hoursAgo: 9, category: 'SEXUAL_ABUSE', seriousHarm: false, stage: 'REPORTED' },
  { commune: 1, hoursAgo: 280, category: 'VIOLENCE', seriousHarm: false, stage: 'APPROVED' },
  { commune: 1, hoursAgo: 170, category: 'EXPLOITATION', seriousHarm: false, stage: 'ASSESSED' },
  { commune: 1, hoursAgo: 40, category: 'VIOLENCE', seriousHarm: true, stage: 'REPORTED' },
  { commune: 2, hoursAgo: 240, category: 'TRAFFICKING', seriousHarm: true, stage: 'NEEDS_KNOWN' },
  { commune: 2, hoursAgo: 120, category: 'SEXUAL_ABUSE', seriousHarm: false, stage: 'ASSESSED' },
  { commune: 2, hoursAgo: 3, category: 'VIOLENCE', seriousHarm: true, stage: 'ASSESSED' },
  {
    commune: 3,
    hoursAgo: 200,
    category: 'ABANDON_NEGLECT',
    seriousHarm: false,
    stage: 'SUBMITTED',
  },
  { commune: 3, hoursAgo: 90, category: 'OTHER', seriousHarm: false, stage: 'ASSESSED' },
];

const hour = 3_600_000;

type Step = { readonly at: number; readonly run: () => Promise<void> };

/** Opens a dozen fictional cases through the front door, as partners would. */
export async function seed({ origin, goTo, end }: Field): Promise<void> {
  const steps = (
    await Promise.all(field.map((sown, index) => story(origin, end, sown, index)))
  ).flat();
  for (const { at, run } of steps.toSorted((a, b) => a.at - b.at)) {
    await goTo(at);
    await run();
  }
  await goTo(end);
}

const stages: readonly Stage[] = ['REPORTED', 'ASSESSED', 'NEEDS_KNOWN', 'SUBMITTED', 'APPROVED'];

async function story(origin: string, end: number, sown: Sown, index: number): Promise<Step[]> {
  const unit = demoCommunes[sown.commune] ?? demoCommunes[0];
  const worker = await signIn(origin, 'COMMUNE_WORKER', unit);
  const chair = await signIn(origin, 'COMMUNE_CHAIR', unit);
  const start = end - sown.hoursAgo * hour;
  let known = { id: '', version: 0 };
  const next = (partner: Partner, name: string, more: object) => async () => {
    const key = `seed-${String(index).padStart(4, '0')}-${name}`;
    const on = name === 'receiveReport' ? {} : { caseId: known.id, expectedVersion: known.version };
    known = await act(partner, name, { idempotencyKey: key, ...on, ...more });
  };
  const report = next(worker, 'receiveReport', reportOf(sown, unit, start, index));
  const all: readonly (Step & { readonly stage: Stage })[] = [
    { stage: 'REPORTED', at: start, run: report },
    {
      stage: 'ASSESSED',
      at: start + hour,
      run: next(worker, 'assessInitially', { seriousHarm: sown.seriousHarm }),
    },
    ...protection(
      sown,
      start,
      next(chair, 'applyEmergencyMeasure', { measures: ['SAFE_SHELTER'] }),
    ),
    {
      stage: 'NEEDS_KNOWN',
      at: start + 50 * hour,
      run: next(worker, 'assessNeeds', { planNeeded: true }),
    },
    { stage: 'SUBMITTED', at: start + 60 * hour, run: next(worker, 'recordMeeting', {}) },
    { stage: 'SUBMITTED', at: start + 90 * hour, run: next(worker, 'submitPlan', planOf(end)) },
    { stage: 'APPROVED', at: start + 110 * hour, run: next(chair, 'approvePlan', {}) },
    {
      stage: 'APPROVED',
      at: start + 111 * hour,
      run: next(worker, 'sendDecision', { recipients: 3 }),
    },
  ];
  const reached = stages.indexOf(sown.stage);
  return all.filter(({ stage, at }) => stages.indexOf(stage) <= reached && at <= end);
}

function protection(sown: Sown, start: number, run: () => Promise<void>) {
  return sown.seriousHarm ? [{ stage: 'ASSESSED' as const, at: start + 6 * hour, run }] : [];
}

function reportOf(sown: Sown, unit: string, start: number, index: number) {
  return {
    receivedAt: new Date(start).toISOString(),
    channel: 'PHONE',
    subjectGroup: 'ABUSED',
    categories: [sown.category],
    incidentUnit: unit,
    child: {
      sex: index % 3 === 0 ? 'MALE' : 'FEMALE',
      estimatedAge: 4 + (index % 11),
      fullName: `Trẻ Thử Nghiệm ${String(index + 1).padStart(2, '0')}`,
    },
    narrative: { currentCondition: 'Tình huống giả định để dùng thử hệ thống.' },
  };
}

function planOf(end: number) {
  const day = (offset: number) => new Date(end + offset * 24 * hour).toISOString().slice(0, 10);
  const item = (id: string, measure: string, until: number) => ({
    id,
    measure,
    startOn: day(0),
    endOn: day(until),
  });
  return { items: [item('i1', 'MEDICAL_CARE', 10), item('i2', 'COUNSELLING', 30)] };
}
