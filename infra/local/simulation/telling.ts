import type { InboxItem, Notices } from '#app/ports/notices.ts';
import { ladders } from '#domain/escalation.ts';
import type { RuleId } from '#domain/procedure.ts';
import { decree56 } from '#domain/procedures/decree-56-2017.ts';
import { oneMore } from './book.ts';
import type { Records } from './inspection.ts';

/** What lies in the inboxes, and what is wrong with it. */
export type Telling = {
  readonly notices: number;
  /** By rung of the ladder, or by the act that is told. */
  readonly byRung: ReadonlyMap<string, number>;
  /** Two notices that tell one post the same. */
  readonly doubled: number;
  /** Tellings on record that are in no inbox, or in an inbox and on no record. */
  readonly differences: number;
};

/** Reads every inbox that somebody was told through, and compares it with the records. */
export async function readTelling(records: Records, notices: Notices): Promise<Telling> {
  const posts = new Set<string>();
  const byRung = new Map<string, number>();
  let told = 0;
  for (const { facts } of [...records.values()].flat())
    for (const fact of facts)
      if ('told' in fact) {
        told += fact.told.length;
        for (const { id } of fact.told) posts.add(id);
        const name = 'rung' in fact ? rungName(fact.deadline.rule, fact.rung) : fact.type;
        oneMore(byRung, name, fact.told.length);
      }
  const identities = new Set<string>();
  let count = 0;
  for (const post of posts)
    for await (const notice of inboxOf(post, notices)) {
      count += 1;
      identities.add(identityOf(notice));
    }
  const doubled = count - identities.size;
  return { notices: count, byRung, doubled, differences: Math.abs(told - count) };
}

function rungName(rule: RuleId, rung: number): string {
  const ladder = decree56.limits.find(({ id }) => id === rule)?.ladder ?? 'ROUTINE';
  const { kind, id } = ladders[ladder][rung] ?? { kind: '-', id: '-' };
  return `${kind} ${id} (${ladder.toLowerCase()})`;
}

/** What a notice says to whom; not its id, which is what keeps it from being written twice. */
function identityOf({ caseId, kind, post, about, duty }: InboxItem): string {
  return [caseId, kind, post.id, about, duty?.deadline, duty?.dueAt].join(' ');
}

async function* inboxOf(post: string, notices: Notices): AsyncGenerator<InboxItem> {
  let after: string | undefined;
  do {
    const page = await notices.inbox(post, { first: 100, after });
    yield* page.rows;
    after = page.next;
  } while (after !== undefined);
}
