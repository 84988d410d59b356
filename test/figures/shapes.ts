import { marshall } from '@aws-sdk/util-dynamodb';
import { type Case, planRevision } from '#domain/case/case.ts';
import { plainDate, plusDays } from '#domain/time.ts';
import { newId } from '#runtime/world.ts';
import type { Item } from '#store/database.ts';
import { headItem, incidentItem, planItem } from '#store/items.ts';
import { itemBytes } from '../../infra/local/dynamodb-capacity.ts';
import { act } from '../support/builders.ts';
import { caseAt, given, incidentOf, later } from '../support/given.ts';

/** Bytes of a case that no command can make yet: under a local overlay every limit counts twice. */
export async function shapeFigures() {
  const plain = withPlan(20);
  const overlaid = { ...plain, deadlines: [...plain.deadlines, ...plain.deadlines.map(local)] };
  return [
    sizes('20 plan items', plain),
    sizes('20 plan items, local overlay', overlaid),
    { shape: 'incident of 1 child, 1 report', incident: incidentBytes(1, 1) },
    { shape: 'incident of 15 children, 3 reports', incident: incidentBytes(15, 3) },
  ];
}

/** The bytes KMS makes of a wrapped data key. */
const wrappedBytes = 184;

function incidentBytes(children: number, reports: number): number {
  const one = incidentOf(given().commits);
  const [report] = one?.reports ?? [];
  if (one === undefined || report === undefined) throw new Error('The story has no report');
  const ids = Array.from({ length: children }, () => newId());
  const id = newId();
  const incident = {
    ...one,
    id,
    cases: ids.map((each) => ({ id: each, report: 1 })),
    reports: Array.from({ length: reports }, () => report),
  };
  const keys = Object.fromEntries([id, ...ids].map((of) => [of, new Uint8Array(wrappedBytes)]));
  return bytes(incidentItem({ incident, seq: 1, keys }));
}

function withPlan(count: number): Case {
  const startOn = plainDate('2026-03-10');
  const items = Array.from({ length: count }, (_, at) => ({
    id: `i${at + 1}`,
    measure: 'MEDICAL_CARE',
    startOn,
    endOn: plusDays(startOn, 10 + at),
    costVnd: 1_000_000,
  }));
  const met = later(caseAt('PLAN_DRAFTING'), act('recordMeeting'));
  return later(later(met, act('submitPlan', { items })), act('approvePlan')).state;
}

/** The same duty under a local text: another procedure and another end. */
const local = (open: Case['deadlines'][number]) => ({
  ...open,
  procedure: 'QD-UBND-2022',
  triggerSeq: open.triggerSeq + 1,
});

function sizes(shape: string, state: Case) {
  const last = { hash: 'f'.repeat(64), written: state.receivedAt };
  return {
    shape,
    planRevision: planRevision(state),
    deadlines: state.deadlines.length,
    head: bytes(headItem(state, last, state.seq)),
    plan: bytes(planItem(state)),
  };
}

function bytes(item: Item | undefined): number {
  return item === undefined
    ? 0
    : itemBytes(marshall(item, { removeUndefinedValues: true }) as never);
}
