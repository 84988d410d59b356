import type { Keyring } from '#app/ports/keyring.ts';
import { type Database, putIf } from './database.ts';
import { incidentItem } from './items.ts';

/** The wrapped keys in the `cases` table. */
export function openKeyring(database: Database): Keyring {
  return {
    rewrap: (before, keys, master) => {
      const { incident, seq } = before;
      // The number goes up, so that no commit which has read the old wrappings can write them back.
      const item = incidentItem({ incident, seq: seq + 1, keys, master });
      const when = { when: 'seq = :before', values: { ':before': seq } };
      return putIf(database, 'cases', item, when);
    },
  };
}
