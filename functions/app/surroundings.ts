import type { Directories } from './ports/directory.ts';
import type { Ledger } from './ports/ledger.ts';
import type { Sealing, World } from './ports/world.ts';

/** What the one write path needs around it. */
export type Surroundings = {
  readonly ledger: Ledger;
  readonly directories: Directories;
  readonly sealing: Sealing;
  readonly world: World;
};
