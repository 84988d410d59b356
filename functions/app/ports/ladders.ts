import type { UnitCode } from '#domain/directory.ts';
import type { LadderPolicy } from '#domain/ladder.ts';
import type { Actor } from '#domain/permission.ts';
import type { Instant } from '#domain/time.ts';

/** Ladders as they were imported: by which request. */
export type LadderImport = {
  readonly policy: LadderPolicy;
  /** Key of the caller's choice, and the keyed digest of what was asked under it. */
  readonly request: { readonly key: string; readonly fingerprint: string } | null;
};

/** An import with who made it. */
export type KeptLadders = LadderImport & {
  readonly by: Pick<Actor, 'id' | 'app'>;
  readonly at: Instant;
};

/** The ladders of the provinces as administrators keep them: revisions are added, and never changed or taken out. */
export type LadderBook = {
  /** The revisions of a province, oldest first, read strongly. */
  readonly of: (province: UnitCode) => Promise<readonly KeptLadders[]>;
  /** Adds a revision in one transaction; false when the province has it already. */
  readonly add: (wish: LadderImport, by: Actor, now: Instant) => Promise<boolean>;
};
