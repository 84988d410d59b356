import type { Refusal } from '../refusal.ts';
import type { Instant } from '../time.ts';
import type { Case } from './case.ts';
import type { CommandOf, CommandType } from './command.ts';
import type { Fact } from './event.ts';
import type { Moment } from './moment.ts';

/** Decides one act on a case: the facts it leaves, or why not. Pure. */
export type Decider<Type extends CommandType> = (
  state: Case,
  command: CommandOf<Type>,
  moment: Moment,
) => readonly Fact[] | Refusal;

/** When an act happened, and when it could first be known here. */
export function dated(
  command: { readonly happenedAt: Instant | null; readonly knownAt?: Instant | null },
  moment: Moment,
): { readonly about: Instant; readonly known: Instant } {
  return { about: command.happenedAt ?? moment.now, known: command.knownAt ?? moment.now };
}
