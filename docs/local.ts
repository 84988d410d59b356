import { vietnam } from '#domain/calendars/vietnam.ts';
import { type Strictness, startsIn, strictnessOf } from '#domain/overlay-strictness.ts';
import type { Procedure } from '#domain/procedure.ts';
import { type PolicyLink, procedureText } from './law.ts';
import { code, listed, table } from './markdown.ts';
import { verdictWords } from './words.ts';

/** A local procedure with how it stands to the statute it lies over, and who has adopted it. */
export function localText(local: Procedure, statute: Procedure, policy: PolicyLink): string {
  const unsure =
    local.unconfirmed === undefined ? [] : [`Not known for sure: ${local.unconfirmed}.`];
  const judged = strictnessOf(local, statute, vietnam, startsIn(judgedYear));
  return [
    procedureText(local, policy),
    ...unsure,
    `Beside ${code(statute.id)}, from the same starts all through ${judgedYear}:`,
    table(['Id', 'Beside', 'It is', 'Ends earlier', 'Ends later'], judged.map(verdictRow)),
  ].join('\n\n');
}

const judgedYear = 2026;

function verdictRow({ limit, beside, verdict, earlier, later, starts }: Strictness) {
  const share = (count: number) => `${Math.round((100 * count) / starts)} %`;
  const held = beside.map(({ id, policy }) => (policy === undefined ? id : `${id} (policy)`));
  return [`**${limit.id}**`, listed(held), verdictWords[verdict], share(earlier), share(later)];
}

/** Which units have adopted which local procedure, since when and by what. */
export function adoptionText(locals: readonly Procedure[], policy: PolicyLink): string {
  const rows = locals.flatMap(({ id, adoptedBy = [] }) =>
    adoptedBy.map(({ by, from, until, policy: record }) => [
      code(id),
      by,
      from,
      until ?? '–',
      /^\d{4}$/.test(record) ? policy(record) : record,
    ]),
  );
  return table(['Local procedure', 'Adopted by', 'From', 'Until', 'By policy or document'], rows);
}
