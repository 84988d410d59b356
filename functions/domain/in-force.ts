import type { UnitCode } from './directory.ts';
import type { Procedure } from './procedure.ts';
import type { PlainDate } from './time.ts';

/** The statute in force for a unit on a day: the narrowest territory wins, and no local procedure is one. */
export function inForce(
  procedures: readonly Procedure[],
  territory: readonly UnitCode[],
  on: PlainDate,
): Procedure | undefined {
  const statutes = procedures.filter(({ over }) => over === undefined);
  return narrowest(statutes, territory, on);
}

/** The local procedure that lies over a statute in a unit on a day: its own, or one it has adopted. */
export function overlayInForce(
  procedures: readonly Procedure[],
  statute: string,
  territory: readonly UnitCode[],
  on: PlainDate,
): Procedure | undefined {
  const overlays = procedures.filter(({ over }) => over === statute);
  return narrowest(overlays, territory, on);
}

function narrowest(
  procedures: readonly Procedure[],
  territory: readonly UnitCode[],
  on: PlainDate,
): Procedure | undefined {
  for (const unit of territory) {
    const found = procedures.find((each) => holdsIn(each, unit, on));
    if (found) return found;
  }
  return undefined;
}

/** A unit inherits nothing: what its predecessor had holds in it only where it adopted it. */
function holdsIn(procedure: Procedure, unit: UnitCode, on: PlainDate): boolean {
  const { validFrom: from, validUntil: until, territory, adoptedBy = [] } = procedure;
  if (territory.includes(unit) && isWithin(on, { from, until })) return true;
  return adoptedBy.some((adoption) => adoption.by === unit && isWithin(on, adoption));
}

type Validity = { readonly from: PlainDate; readonly until?: PlainDate | undefined };

function isWithin(on: PlainDate, { from, until }: Validity): boolean {
  return from <= on && (until === undefined || on < until);
}
