import { noticeOf } from './carry.ts';
import type { Contacts, Returned, Returns } from './ports/contacts.ts';
import type { KeptDelivery, Notices } from './ports/notices.ts';
import type { World } from './ports/world.ts';

/** What taking a mail back needs around it. */
export type ReturnRoom = {
  readonly notices: Pick<Notices, 'find' | 'inbox' | 'putNew' | 'returned'>;
  readonly contacts: Contacts;
  readonly returns: Returns;
  readonly world: Pick<World, 'now' | 'log'>;
};

/**
 * Takes a mail back: its address is marked, and what came back goes by short message. Told twice, it does nothing
 * the second time. Answers how many deliveries it was.
 */
export async function returned(back: Returned, room: ReturnRoom): Promise<number> {
  const sent = (await sentIn(back, room)).filter((item) => isNews(item, back));
  const [first] = sent;
  if (first === undefined) return 0;
  if (back.isLasting) await mark(first, back, room);
  for (const item of sent) await takeBack(item, back, room);
  return sent.length;
}

const pages = 5;

/** The deliveries that left in the mail: one by its id, several by what the service called the mail. */
async function sentIn({ post, ref, message }: Returned, { notices }: ReturnRoom) {
  if (!ref.includes(' +')) {
    const item = await notices.find({ channel: 'EMAIL', to: post, id: ref });
    return item === undefined ? [] : [item];
  }
  const found: KeptDelivery[] = [];
  let after: string | undefined;
  for (let page = 1; page <= pages; page += 1) {
    const { rows, next } = await notices.inbox(post, { first: 100, after });
    found.push(...rows.filter(({ ledger }) => ledger.some((line) => line.message === message)));
    if (next === undefined) break;
    after = next;
  }
  return found;
}

/** Whether it is about the mail that left last, and not known yet. */
function isNews({ state, ledger }: KeptDelivery, { message, outcome }: Returned): boolean {
  // Whoever sends it has not written down that it left: the event is told again in a minute.
  if (state === 'CLAIMED') throw new Error('The mail is not settled yet');
  const last = ledger.findLast((line) => line.outcome === 'SENT');
  const isKnown = ledger.some((line) => line.outcome === outcome && line.message === message);
  return state === 'SENT' && last?.message === message && !isKnown;
}

/** An officer who has another address meanwhile, or left the post, keeps theirs unmarked. */
async function mark({ post }: KeptDelivery, { address, at, code }: Returned, room: ReturnRoom) {
  const reached = await room.contacts.contact(post.unit, post.id, room.world.now());
  if (reached?.email?.toLowerCase() !== address.toLowerCase()) return;
  await room.returns.markUnreachable(reached.officer, reached.email, { since: at, code });
}

async function takeBack(item: KeptDelivery, back: Returned, { notices, world }: ReturnRoom) {
  const { outcome, code, message } = back;
  world.log({ event: 'notice_returned', alarm: true, caseId: item.caseId, code });
  // A mail that was complained of has arrived; only what came back goes another way.
  if (outcome === 'RETURNED')
    await notices.putNew([{ channel: 'SMS', to: item.to, notice: noticeOf(item) }], world.now());
  await notices.returned(item, { at: world.now(), outcome, code, words: null, message });
}
