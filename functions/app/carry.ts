import { type Handover, unwritten } from '#domain/attempt.ts';
import { isCanaryPost } from '#domain/case/canary.ts';
import type { Notice } from '#domain/notice.ts';
import { nextAttempt } from '#domain/retry-schedule.ts';
import { latest, plusHours } from '#domain/time.ts';
import type { Carriers, Group, KeptDelivery, Notices, Settlement } from './ports/notices.ts';
import type { World } from './ports/world.ts';

/** What carrying needs around it. */
export type CarryRoom = {
  readonly notices: Pick<Notices, 'settle' | 'arrived' | 'putNew'>;
  readonly carriers: Carriers;
  readonly world: Pick<World, 'now' | 'log' | 'chance'>;
};

/** What became of a delivery that was claimed. */
export type Carried = Settlement['outcome'];

/**
 * Sends claimed deliveries of one recipient as one, at least once, carrying their id; what is passing is tried
 * again later. Answers what became of each, in their order.
 */
export async function carry(
  claimed: readonly KeptDelivery[],
  room: CarryRoom,
): Promise<readonly Carried[]> {
  const [first, ...others] = claimed;
  if (first === undefined) return [];
  const handover = await handedOver([first, ...others], room);
  return Promise.all(claimed.map((item) => settled(item, handover, room)));
}

/** Of a canary nobody is told; it is written down that it arrived. */
async function handedOver(group: Group, { carriers, notices, world }: CarryRoom) {
  const [{ channel, post }] = group;
  if (isCanaryPost(post)) {
    for (const item of group) await notices.arrived(item, world.now());
    return arrived;
  }
  const carrier = carriers[channel];
  if (carrier === undefined) throw new Error('There is no carrier for this way');
  return carrier(group);
}

const arrived = unwritten('SENT', null);

async function settled(item: KeptDelivery, handover: Handover, room: CarryRoom): Promise<Carried> {
  const { notices, world } = room;
  const settlement = settlementOf(item, handover, room);
  if (settlement.outcome === 'FAILED') await goOtherwise(item, room);
  const isMine = await notices.settle(item, settlement);
  // The message has left all the same; a repeat by the next holder carries the same reference.
  if (!isMine) world.log({ event: 'lease_overslept', alarm: true, caseId: item.caseId });
  return settlement.outcome;
}

function settlementOf(
  item: KeptDelivery,
  { verdict, notBefore, ...said }: Handover,
  { world }: CarryRoom,
): Settlement {
  const entry = { at: world.now(), ...said };
  if (verdict === 'SENT') return { ...entry, outcome: 'SENT' };
  if (verdict === 'NOBODY') return { ...entry, outcome: 'VOID' };
  if (verdict === 'PARKED') return { ...entry, outcome: 'PARKED' };
  const attempts = item.attempts - item.attemptsBefore;
  const minutes =
    verdict === 'LATER' ? nextAttempt({ ...item, attempts }, world.chance()) : undefined;
  if (minutes === undefined) return { ...entry, outcome: 'FAILED' };
  const scheduled = plusHours(entry.at, minutes / 60);
  const retryAt = notBefore === undefined ? scheduled : latest(scheduled, notBefore);
  return { ...entry, outcome: 'LATER', retryAt };
}

/**
 * What mail could not bring goes by short message. It is written before the mail is given up, so that nothing
 * that stops between the two leaves a notice without any way.
 */
async function goOtherwise(item: KeptDelivery, { notices, world }: CarryRoom): Promise<void> {
  world.log({ event: 'notice_undeliverable', alarm: true, caseId: item.caseId });
  if (item.channel !== 'EMAIL') return;
  await notices.putNew([{ channel: 'SMS', to: item.to, notice: noticeOf(item) }], world.now());
}

/** The notice of a delivery, for going another way. */
export function noticeOf(item: KeptDelivery): Notice {
  const { id, caseId, caseCode, kind, post, emergency, about, duty } = item;
  return { id, caseId, caseCode, kind, post, emergency, about, duty };
}
