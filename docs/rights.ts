import { goingOnInArchive, shownInArchive } from '#domain/archive.ts';
import { laterCommandTypes } from '#domain/case/acts.ts';
import type { LaterCommandType } from '#domain/case/command.ts';
import { type Role, roles } from '#domain/directory.ts';
import {
  type FieldClass,
  fieldClasses,
  permitted,
  receivers,
  visible,
} from '#domain/permission.ts';
import { type Relation, relations } from '#domain/relation.ts';
import { roleWords } from '#domain/role-words.ts';
import { code, listed, table } from './markdown.ts';
import { stepsOf } from './steps.ts';
import { partWords, relationWords, roleWord } from './words.ts';

const standing = (as: readonly Relation[]): string =>
  as.map((each) => relationWords[each]).join(' or ');

/** Every act: when it is available, who may do it, and how that post must stand to the case. */
export function actTable(): string {
  const first = [code('receiveReport'), 'none yet', listed(receivers.map(roleWord))];
  const rows = [[...first, 'any; there is no case yet'], ...laterCommandTypes.flatMap(actRows)];
  return table(['Act', 'At step', 'Who may', 'If its unit is'], rows);
}

function actRows(act: LaterCommandType): readonly (readonly string[])[] {
  return permitted[act].map((grant) => [
    code(act),
    stepText(act),
    listed(grant.roles.map(roleWord)),
    standing(grant.as),
  ]);
}

function stepText(act: LaterCommandType): string {
  return listed(stepsOf(act).map((step) => step.toLowerCase().replaceAll('_', ' ')));
}

/** What each role sees of a case, by how its unit stands to it. */
export function sightTable(): string {
  const rows = roles.flatMap((role) => relations.map((relation) => sightRow(role, relation)));
  return table(
    ['Role', 'If its unit is', ...fieldClasses.map((each) => each.toLowerCase())],
    rows.filter((row) => row.includes('yes')),
  );
}

function sightRow(role: Role, relation: Relation): readonly string[] {
  const seen = visible
    .filter(({ roles: seeing, as }) => seeing.includes(role) && as.includes(relation))
    .flatMap(({ see }) => see);
  const marks = fieldClasses.map((part) => (seen.includes(part) ? 'yes' : '–'));
  return [roleWord(role), relationWords[relation], ...marks];
}

/** What of the table is left in the archive, and for whom there is more. */
export function archiveText(): string {
  const more = goingOnInArchive.map(
    ({ act, opens }) => `${listed(opens.map(code))} by whoever may still ${code(act)}`,
  );
  return [listed(shownInArchive.map(code)), ...more].join('; ');
}

/** What the parts of a case hold. */
export function partTable(): string {
  const rows = fieldClasses.map((part: FieldClass) => [code(part), partWords[part]]);
  return table(['Part', 'Holds'], rows);
}

/** The roles in both languages. */
export function roleTable(): string {
  const rows = roles.map((role) => [roleWord(role), roleWords[role].vi, code(role)]);
  return table(['Role', 'Tiếng Việt', 'Code'], rows);
}
