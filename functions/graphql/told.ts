import type { Head } from '#app/ports/ledger.ts';
import type { Hidden } from '#app/ports/notices.ts';
import type { Page } from '#app/ports/worklists.ts';
import { view } from '#domain/view.ts';
import { isShutOut } from '#domain/wall.ts';
import { isAdministrator } from './administer.ts';
import type { AdministrationContext } from './context.ts';

/**
 * Whoever does not administer sees nothing of cases that are closed to them; an administrator sees that something
 * was not delivered, unless a conflict of interest keeps them out of the case.
 */
export function hiddenFrom({ actor, around }: AdministrationContext): Hidden {
  const isHidden = (head: Head | undefined) =>
    isAdministrator(actor)
      ? head !== undefined && isShutOut(actor, head.state)
      : head === undefined || view(actor, head.state) === undefined;
  return async (ids) => {
    const heads = await around.ledger.heads(ids);
    return new Set(ids.filter((id) => isHidden(heads.get(id))));
  };
}

/** A page of what was told, without what is about cases that are closed to whoever asks. */
export async function open<Row extends { readonly caseId: string }>(
  { rows, next }: Page<Row>,
  context: AdministrationContext,
): Promise<Page<Row>> {
  const hidden = await hiddenFrom(context)([...new Set(rows.map(({ caseId }) => caseId))]);
  return { rows: rows.filter(({ caseId }) => !hidden.has(caseId)), next };
}
