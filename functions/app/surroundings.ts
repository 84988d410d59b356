import type { Directories, Ledger, Sealing, World } from './ports.ts';

/** What the one write path needs around it. */
export type Surroundings = {
  readonly ledger: Ledger;
  readonly directories: Directories;
  readonly sealing: Sealing;
  readonly world: World;
};
