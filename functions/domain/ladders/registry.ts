import type { UnitCode } from '../directory.ts';
import type { Ladder, LadderPolicy } from '../ladder.ts';
import type { Limit } from '../procedure.ts';
import type { PlainDate } from '../time.ts';
import { default1 } from './default-1.ts';

/** The ladders where a province has none of its own. */
export const defaultLadders: LadderPolicy = default1;

/** The default ladders that come with the code, oldest first; what a deadline pins stays readable. */
export const shippedLadders: readonly LadderPolicy[] = [default1];

// What a deadline climbs that names no ladders: so nearly none grows by a name. It never becomes another one.
const unnamed = default1;

/** The name under which a deadline pins ladders; nothing for the first default ones. */
export function pinOf({ id }: LadderPolicy): Pinned {
  return id === unnamed.id ? {} : { ladder: id };
}

/** The ladders a deadline was set under. */
export type Pinned = { readonly ladder?: string };

/** What a deadline or a fact of it says of its ladders. */
export function pinned({ ladder }: Pinned): Pinned {
  return ladder === undefined ? {} : { ladder };
}

/**
 * The ladders of an id among those of the code and those that provinces have imported.
 *
 * Throws for an unknown one: another ladder could tell too late.
 */
export function laddersOf({ ladder }: Pinned, imported: readonly LadderPolicy[]): LadderPolicy {
  if (ladder === undefined) return unnamed;
  const found = [...shippedLadders, ...imported].find(({ id }) => id === ladder);
  if (found === undefined) throw new Error('A deadline climbs a ladder nobody knows');
  return found;
}

/** The ladder of a limit, in the ladders its deadline was set under. */
export function ladderBehind(
  open: Pinned,
  { ladder }: Pick<Limit, 'ladder'>,
  imported: readonly LadderPolicy[],
): Ladder {
  return laddersOf(open, imported).ladders[ladder];
}

/** The ladders in force on a day in one of some units: the last that a province has imported, or the default. */
export function laddersInForce(
  imported: readonly LadderPolicy[],
  territory: readonly UnitCode[],
  on: PlainDate,
): LadderPolicy {
  const own = imported.filter(
    ({ province, validFrom }) => territory.includes(province) && validFrom <= on,
  );
  return own.reduce(
    (last, each) => (each.revision > last.revision ? each : last),
    own[0] ?? defaultLadders,
  );
}
