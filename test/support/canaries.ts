import { canaryRound } from '#app/canary.ts';
import { notify } from '#app/notify.ts';
import type { Batch, Carrier, Group } from '#app/ports/notices.ts';
import { project } from '#app/project.ts';
import { canaryId, type Station } from '#domain/case/canary.ts';
import type { UnitCode } from '#domain/directory.ts';
import { plusHours } from '#domain/time.ts';
import { eventOf } from '#store/named.ts';
import { sweepOnce } from './load.ts';
import type { TestStage } from './stage.ts';

/** A line of the operator's log about canaries. */
export type CanaryLine = {
  readonly event: string;
  readonly alarm?: boolean;
  readonly caseId?: string;
  readonly code?: string;
  readonly count?: number;
  readonly lagSeconds?: number;
};

/** The way a canary takes on a test stage: each station runs only when it is told to. */
export function canaryWay(stage: TestStage) {
  const queue: Batch[] = [];
  const mailed: Group[] = [];
  let read = 0;
  const { ledger, directories, world } = stage.around;
  const room = { ledger, directories, world, notices: stage.notices };
  const projection = {
    ...room,
    subscriptions: stage.subscriptions,
    projections: stage.projections,
    hasten: async (batches: readonly Batch[]) => void queue.push(...batches),
  };
  const taken: Carrier = async (group) => {
    mailed.push(group);
    return { verdict: 'SENT', code: null, words: null, message: null };
  };
  const notification = {
    ...room,
    carriers: { EMAIL: taken, SMS: taken },
  };
  const stations: Readonly<Record<Station, () => Promise<void>>> = {
    swept: async () => void (await sweepOnce(stage)),
    projected: async () => {
      const changes = stage.engine.feed.read(read, 1000);
      read = changes.at(-1)?.offset ?? read;
      const named = changes.map(({ Keys }) => eventOf(textOf(Keys['pk']), textOf(Keys['sk'])));
      for (const caseId of new Set(named)) if (caseId) await project(caseId, projection);
    },
    delivered: async () => {
      for (const batch of queue.splice(0)) await notify(batch, notification);
    },
  };
  const all = Object.keys(stations) as Station[];
  const pass = async (open: readonly Station[] = all) => {
    for (const station of all) if (open.includes(station)) await stations[station]();
  };
  return {
    room,
    queue,
    mailed,
    projection,
    /** The job, as the schedule runs it. */
    round: () => canaryRound(room),
    /** Lets the stations run that are open, in the order of the way. */
    pass,
    /** Moves the clock on. */
    wait: (minutes: number) => stage.setClock(plusHours(stage.now(), minutes / 60)),
    head: async (province: UnitCode) => {
      const head = await ledger.head(canaryId(province));
      if (head === undefined) throw new Error('There is no such canary');
      return head;
    },
    /** The lines logged since they were last taken. */
    lines: () => stage.lines.splice(0) as CanaryLine[],
  };
}

/** The alarms among some lines. */
export function alarmsIn(lines: readonly CanaryLine[]): readonly CanaryLine[] {
  return lines.filter(({ alarm }) => alarm === true);
}

function textOf(key: object | undefined): string | undefined {
  return key !== undefined && 'S' in key ? String(key.S) : undefined;
}
