import type { Hidden } from '#app/ports/notices.ts';
import type { Worklists } from '#app/ports/worklists.ts';
import { nation, type Role, type Unit, type UnitCode } from '#domain/directory.ts';
import type { Actor } from '#domain/permission.ts';
import { marksOfPerson } from '#domain/wall.ts';
import { isAdministrator } from './administer.ts';
import type { Shared } from './context.ts';
import { mayList } from './resolvers/access.ts';

const supervisors: readonly Role[] = [
  'MINISTRY_SUPERVISOR',
  'PROVINCE_SUPERVISOR',
  'PROVINCE_CHAIR',
];

/** Whether an actor may be told what a change would do to the cases of a unit, without seeing any of them. */
export function mayPreview(actor: Actor, unit: Unit): boolean {
  return isAdministrator(actor) || mayListBy(supervisors, actor, unit);
}

/** Whether an actor may have the cases of a unit counted: whoever may list them, and the ministry those of all. */
export function mayCount(actor: Actor, unit: Unit): boolean {
  // The list of the nation is that of hotline 111, with what it took down and nothing else.
  return unit.code === nation
    ? mayListBy(['MINISTRY_SUPERVISOR'], actor, unit)
    : mayList(actor, unit, null);
}

/** Whether one and the same post has one of the roles and lists the cases of a unit. */
function mayListBy(roles: readonly Role[], actor: Actor, unit: Unit): boolean {
  const posts = actor.posts.filter(({ role }) => roles.includes(role));
  return mayList({ ...actor, posts }, unit, null);
}

/** The lists as somebody may see them: without the cases a conflict of interest keeps them out of, or `hidden` ones. */
export function listsFor(
  { actor, worklists }: Pick<Shared, 'actor' | 'worklists'>,
  hidden?: Hidden,
) {
  const reader = marksOfPerson(actor);
  const list: Worklists['list'] = (owner, kind, wish) =>
    worklists.list(owner, kind, { ...wish, hidden }, reader);
  return { list };
}

/** The units whose lists hold the cases of a unit. */
export async function caseloadOf(
  { code }: Unit,
  { around }: Pick<Shared, 'around'>,
): Promise<readonly UnitCode[]> {
  if (code !== nation) return [code];
  return (await around.directories.provinces()).map((province) => province.code);
}
