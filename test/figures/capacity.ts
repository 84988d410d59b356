import { marshall } from '@aws-sdk/util-dynamodb';
import { sweepCase } from '#app/clockwork.ts';
import { execute } from '#app/execute.ts';
import type { Json } from '#domain/canonical.ts';
import type { Command } from '#domain/case/command.ts';
import { isOfReport } from '#domain/case/paper.ts';
import type { PlanItem } from '#domain/case/terms.ts';
import type { Actor } from '#domain/permission.ts';
import { isRefusal } from '#domain/refusal.ts';
import { plainDate, plusDays } from '#domain/time.ts';
import { newId } from '#runtime/world.ts';
import { get, type Item } from '#store/database.ts';
import { keys } from '#store/table.ts';
import { itemBytes } from '../../infra/local/dynamodb-capacity.ts';
import { reportOf } from '../support/commands.ts';
import { openCases } from '../support/load.ts';
import { type Charged, meterOn } from '../support/meter.ts';
import { openTestStage, type TestStage } from '../support/stage.ts';

/** Two sizes of case: an ordinary one, and one with twenty plan items and long papers. */
const shapes = {
  median: { items: 3, text: 400 },
  p99: { items: 20, text: 12_000 },
} as const;

type Meter = ReturnType<typeof meterOn>;

type Row = Charged & {
  readonly shape: string;
  readonly act: string;
  readonly head: number;
  readonly plan: number;
  readonly event: number;
  readonly papers: number;
  readonly floor: number;
};

/** Capacity of every act of a case's life in both sizes, beside the floor. */
export async function capacityFigures(): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const shape of Object.keys(shapes) as (keyof typeof shapes)[])
    rows.push(...(await life(shape)));
  return rows;
}

async function life(shape: keyof typeof shapes): Promise<readonly Row[]> {
  const stage = await openTestStage('2026-01-05T08:00:00+07:00', 'WIRE');
  const [worker, chair] = await staff(stage);
  const meter = meterOn(stage.client);
  const rows: Row[] = [];
  const caseId = newId();
  let id = caseId;
  let version: number | null = null;
  for (const { by, command, at } of storyOf(shape, caseId, stage)) {
    stage.setClock(at);
    meter.take();
    const asked = {
      actor: by === 'chair' ? chair : worker,
      command: command.type === 'receiveReport' ? command : ({ ...command, caseId: id } as Command),
      idempotencyKey: newId(),
      expectedVersion: version,
    };
    const done = await execute(asked, stage.around);
    if (isRefusal(done)) throw new Error(`${command.type}: ${done.refused}`);
    id = done.state.id;
    version = done.state.revision;
    rows.push(
      await row({ stage, shape, act: command.type, id, seq: done.state.seq }, meter.take()),
    );
  }
  rows.push(await sweepRow(stage, shape, meter));
  await stage.close();
  return rows;
}

/** Two rungs of one case at once: the reminder and the breach of a report nobody looked at. */
async function sweepRow(stage: TestStage, shape: string, meter: Meter): Promise<Row> {
  stage.setClock('2026-03-20T08:00:00+07:00');
  const worker = await stage.appoint('COMMUNE_WORKER', '91001');
  const [id = ''] = await openCases(stage, worker, { count: 1, receivedAt: stage.now() });
  stage.setClock('2026-03-20T20:00:00+07:00');
  const head = await stage.around.ledger.head(id);
  if (head === undefined) throw new Error('The case is gone');
  meter.take();
  await sweepCase(head, stage.around);
  return row({ stage, shape, act: 'sweep (two rungs)', id, seq: 2 }, meter.take());
}

async function staff(stage: TestStage): Promise<readonly [Actor, Actor]> {
  await stage.appoint('COMMUNE_POLICE', '91001', 'CA-91001');
  await stage.appoint('PROVINCE_SUPERVISOR', '91', 'SYT-91');
  return [
    await stage.appoint('COMMUNE_WORKER', '91001'),
    await stage.appoint('COMMUNE_CHAIR', '91001'),
  ];
}

type Of = {
  readonly stage: TestStage;
  readonly shape: string;
  readonly act: string;
  readonly id: string;
  readonly seq: number;
};

/**
 * The floor writes state and event once in one item, the event once more so that it never changes, and each
 * paper once, all outside a transaction; and it moves the same index entries.
 */
async function row({ stage, shape, act, id, seq }: Of, charged: Charged): Promise<Row> {
  const head = bytes(await get(stage.database, 'cases', keys.head(id)));
  const event = bytes(await get(stage.database, 'cases', keys.event(id, seq)));
  const papers = await paperBytes(stage, id, seq);
  const once = [head + event, event, ...papers].map((size) => Math.ceil(size / 1024));
  const floor = once.reduce((sum, units) => sum + units, 0) + charged.index;
  const plan = bytes(await get(stage.database, 'cases', keys.plan(id, 1)));
  return {
    shape,
    act,
    ...charged,
    head,
    plan,
    event,
    papers: papers.reduce((a, b) => a + b, 0),
    floor,
  };
}

async function paperBytes(stage: TestStage, id: string, seq: number): Promise<readonly number[]> {
  const [event] = await stage.around.ledger.events(id, seq - 1);
  const head = await stage.around.ledger.head(id);
  const sealed = event?.sealed ?? [];
  const incident = head?.state.incident ?? '';
  return Promise.all(
    sealed.map(async ({ kind, version }) => {
      const key = isOfReport(kind)
        ? keys.incidentPaper(incident, kind, version)
        : keys.paper(id, kind, version);
      return bytes(await get(stage.database, 'cases', key));
    }),
  );
}

function bytes(item: Item | undefined): number {
  return item === undefined
    ? 0
    : itemBytes(marshall(item, { removeUndefinedValues: true }) as never);
}

type Act = { readonly by: 'worker' | 'chair'; readonly command: Command; readonly at: string };

function storyOf(shape: keyof typeof shapes, caseId: string, stage: TestStage): readonly Act[] {
  const { items, text } = shapes[shape];
  const paper: Json = { text: 'ă'.repeat(text) };
  const at = { caseId, happenedAt: null };
  const plan = planItems(items);
  const act = (by: Act['by'], day: string, command: object): Act => ({
    by,
    at: `2026-01-${day}:00+07:00`,
    command: { ...at, ...command } as Command,
  });
  const report = reportOf('91001', caseId, stage.now(), {
    papers: {
      IDENTITY: { fullName: 'Trẻ Thử Nghiệm' },
      NARRATIVE: paper,
      INFORMANT: { phone: '000' },
    },
  });
  return [
    { by: 'worker', command: report, at: '2026-01-05T08:00:00+07:00' },
    act('worker', '05T09:00', {
      type: 'assessInitially',
      seriousHarm: true,
      papers: { FORM02: paper },
    }),
    act('chair', '05T10:00', {
      type: 'applyEmergencyMeasure',
      measures: ['SAFE_SHELTER'],
      papers: { MEASURE: paper },
    }),
    act('worker', '06T09:00', { type: 'assessNeeds', planNeeded: true, papers: { FORM03: paper } }),
    act('worker', '07T09:00', { type: 'recordMeeting', papers: { MINUTES: paper } }),
    act('worker', '08T09:00', { type: 'submitPlan', items: plan, papers: { FORM04: paper } }),
    act('chair', '09T09:00', { type: 'approvePlan', papers: { FORM05: paper } }),
    act('worker', '09T10:00', { type: 'sendDecision', recipients: 3 }),
    act('worker', '12T10:00', { type: 'startPlanItem', item: 'i1' }),
    act('worker', '13T10:00', { type: 'completePlanItem', item: 'i1' }),
    act('worker', '14T10:00', { type: 'addNote', papers: { NOTE: paper } }),
    act('worker', '20T10:00', {
      type: 'reviewPlan',
      outcome: 'CLOSE',
      atRisk: false,
      stable: true,
      papers: { FORM06: paper },
    }),
    act('chair', '21T10:00', { type: 'closeCase' }),
    act('worker', '22T10:00', { type: 'archiveCase', nationalRecord: 'TE-0001' }),
  ];
}

function planItems(count: number): readonly PlanItem[] {
  const startOn = plainDate('2026-01-12');
  return Array.from({ length: count }, (_, index) => ({
    id: `i${index + 1}`,
    measure: 'MEDICAL_CARE',
    startOn,
    endOn: plusDays(startOn, 10 + index),
    costVnd: 1_000_000,
  }));
}
