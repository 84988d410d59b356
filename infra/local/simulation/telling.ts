import type { KeptDelivery, Notices } from '#app/ports/notices.ts';
import type { Fact } from '#domain/case/event.ts';
import { ladderBehind, type Pinned } from '#domain/ladders/registry.ts';
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
  const tellings = [...records.values()].flat().flatMap(({ facts }) => facts.flatMap(tellingsOf));
  const byRung = new Map<string, number>();
  for (const { rung } of tellings) oneMore(byRung, rung);
  const identities = new Set<string>();
  let count = 0;
  for (const post of new Set(tellings.map((each) => each.post)))
    for await (const notice of inboxOf(post, notices)) {
      count += 1;
      identities.add(identityOf(notice));
    }
  const differences = Math.abs(tellings.length - count);
  return { notices: count, byRung, doubled: count - identities.size, differences };
}

/** Who is told by a fact, and on which rung. */
function tellingsOf(fact: Fact): readonly { readonly post: string; readonly rung: string }[] {
  if (!('told' in fact)) return [];
  const rung = 'rung' in fact ? rungName(fact.deadline.rule, fact.rung, fact) : fact.type;
  return fact.told.map(({ id }) => ({ post: id, rung }));
}

// No province of a simulated year has ladders of its own.
function rungName(rule: RuleId, rung: number, fact: Pinned): string {
  const ladder = decree56.limits.find(({ id }) => id === rule)?.ladder ?? 'ROUTINE';
  const { rungs } = ladderBehind(fact, { ladder }, []);
  const { kind, id } = rungs[rung] ?? { kind: '-', id: '-' };
  return `${kind} ${id} (${ladder.toLowerCase()})`;
}

/** What a notice says to whom; not its id, which is what keeps it from being written twice. */
function identityOf({ caseId, kind, post, about, duty }: KeptDelivery): string {
  return [caseId, kind, post.id, about, duty?.deadline, duty?.dueAt].join(' ');
}

async function* inboxOf(post: string, notices: Notices): AsyncGenerator<KeptDelivery> {
  let after: string | undefined;
  do {
    const page = await notices.inbox(post, { first: 100, after });
    yield* page.rows;
    after = page.next;
  } while (after !== undefined);
}
