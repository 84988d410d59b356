import type { Command, CommandOf, CommandType } from '#domain/case/command.ts';
import type { Instant } from '#domain/time.ts';

/** An admitted request for an act. */
export type Admitted<Act extends Command = Command> = {
  readonly command: Act;
  readonly idempotencyKey: string;
  readonly expectedVersion: number | null;
};

/** The command of this name, as one of all commands. */
export type ActOf<Type extends CommandType> = Extract<Command, { readonly type: Type }>;

/** An admitted request for the act of this name. */
export type Ask<Type extends CommandType> = Admitted<ActOf<Type>>;

type Head = {
  readonly idempotencyKey: string;
  readonly happenedAt: Instant | null;
  /** Absent for a first report, whose id is drawn when it is carried out. */
  readonly caseId?: string;
  readonly expectedVersion?: number;
  readonly knownAt?: Instant | null;
};

type Contents<Type extends CommandType> = Omit<
  CommandOf<Type>,
  'type' | 'caseId' | 'happenedAt' | 'knownAt'
>;

/** Puts an admitted head and its contents together. */
export function ask<Type extends CommandType>(
  type: Type,
  head: Head,
  contents: Contents<Type>,
): Ask<Type> {
  const { idempotencyKey, happenedAt, knownAt = null } = head;
  const { caseId = '', expectedVersion = null } = head;
  // A generic type put together from its parts is beyond what TypeScript follows.
  const command = { ...contents, type, caseId, happenedAt, knownAt } as unknown as ActOf<Type>;
  return { command, idempotencyKey, expectedVersion };
}
