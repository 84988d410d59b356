import type { Adoption, Procedure } from '../procedure.ts';
import { plainDate } from '../time.ts';
import { decree56 } from './decree-56-2017.ts';
import { overlays } from './overlays.ts';

/** Which unit holds itself to which local procedure that is not its own. */
type Adopted = Adoption & { readonly overlay: string };

/**
 * Every adoption there is: what a unit that is gone had decided holds in its successor only by a row of this list.
 *
 * The two made-up communes adopt what two real wards had, so that both can be tried.
 *
 * @policy 0033
 */
export const adoptions: readonly Adopted[] = [
  { overlay: 'QUANG-TRUNG/QT45', by: '99005', from: plainDate('2025-07-01'), policy: '0033' },
  { overlay: 'BIEN-GIANG/PBG-QT70', by: '99006', from: plainDate('2025-07-01'), policy: '0033' },
];

/** Local procedures with the units that have adopted them. */
export function adopted(
  procedures: readonly Procedure[],
  records: readonly Adopted[],
): readonly Procedure[] {
  return procedures.map((each) => {
    const adoptedBy = records
      .filter(({ overlay }) => overlay === each.id)
      .map(({ overlay: _, ...adoption }) => adoption);
    return adoptedBy.length === 0 ? each : { ...each, adoptedBy };
  });
}

/** Every procedure version there is or was, by id, date and territory; local ones after what they lie over. */
export const procedures: readonly Procedure[] = [decree56, ...adopted(overlays, adoptions)];
