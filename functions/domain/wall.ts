import { type Case, type Place, placesOf } from './case/case.ts';
import type { Exclusion, Overseen } from './case/oversight.ts';
import { type Directory, delegateOf, type Officer, type Post, type UnitCode } from './directory.ts';
import type { Instant } from './time.ts';

/** Somebody with posts, as far as the wall looks at them: a machine stands in a post too. */
export type Person = Pick<Officer, 'id' | 'posts'>;

// A mark names people in one of four ways; the wall and its lists compare nothing else.
const marks = {
  officer: (id: string) => `O#${id}`,
  post: (id: string) => `P#${id}`,
  agency: (unit: UnitCode, agency: string) => `A#${unit}#${agency}`,
  unit: (unit: UnitCode) => `U#${unit}`,
} as const;

/** The marks of everybody a case is closed to; none for nearly all cases. */
export function marksShutOut({ exclusions }: Overseen): readonly string[] {
  return [...new Set((exclusions ?? []).flatMap(marksOf))];
}

function marksOf({ officer, unit, post, agency, held }: Exclusion): readonly string[] {
  const then = held.map((each) => marks.officer(each.officer));
  if (officer !== null) return [marks.officer(officer), ...then];
  if (post !== null) return [marks.post(post), ...then];
  if (unit === null) return then;
  return [agency === null ? marks.unit(unit) : marks.agency(unit, agency), ...then];
}

type Held = Officer['posts'][number];

function marksOfPost({ id, unit, agency }: Held): readonly string[] {
  return [marks.post(id), marks.unit(unit), marks.agency(unit, agency)];
}

/** The marks of a person: their own, and those of every post they hold now. */
export function marksOfPerson({ id, posts }: Person): readonly string[] {
  return [marks.officer(id), ...posts.flatMap(marksOfPost)];
}

/**
 * Whether a case is closed to a person by a conflict of interest.
 *
 * It is closed to the person and not to the hat: one post that is kept out shuts the others out with it.
 *
 * @policy 0038
 */
export function isShutOut(person: Person, state: Overseen): boolean {
  const shut = marksShutOut(state);
  return shut.length > 0 && marksOfPerson(person).some((mark) => shut.includes(mark));
}

/** Why a case is closed to a person, if it is. */
export function groundOf(
  person: Person,
  { exclusions }: Overseen,
): Exclusion['ground'] | undefined {
  return exclusions?.find((each) => isShutOut(person, { exclusions: [each] }))?.ground;
}

/** Whether whoever holds a post or acts by it then is kept out, by the post or by the person. */
export function isPostShutOut(post: Post, state: Overseen, at: Instant): boolean {
  const people = [post.holder ?? '', delegateOf(post, at)?.to ?? ''];
  return people.some((id) => isShutOut({ id, posts: [post] }, state));
}

/** The directory as a case may use it: for this case a post that is kept out is not there, so the next above answers. */
export function beyondWall(directory: Directory, state: Overseen, at: Instant): Directory {
  if (marksShutOut(state).length === 0) return directory;
  const { keptOut = [], posts = [] } = Object.groupBy(directory.posts, (post) =>
    isPostShutOut(post, state, at) ? 'keptOut' : 'posts',
  );
  return { ...directory, posts, keptOut };
}

/** Whether nobody of a commune's office may have the case: then it cannot be sent there. */
export function isUnitShutOut(code: UnitCode, { exclusions }: Overseen): boolean {
  return (exclusions ?? []).some(
    ({ unit, post, agency, held }) =>
      unit === code && post === null && (agency === null || held.some(isChairOf(code))),
  );
}

const isChairOf =
  (code: UnitCode) =>
  ({ role, unit }: Exclusion['held'][number]): boolean =>
    role === 'COMMUNE_CHAIR' && unit === code;

function lacksChair({ unit }: Place, state: Overseen): boolean {
  const keptOut = state.exclusions?.some(({ held }) => held.some(isChairOf(unit)));
  return keptOut === true || isUnitShutOut(unit, state);
}

/**
 * The posts by which a person acts on a case: none for whoever is kept out, and in place of a commune chair who
 * is, the provincial supervisor, or the ministry where that one is kept out too.
 *
 * @policy 0038
 */
export function postsOn(person: Person, state: Case): readonly Held[] {
  if (state.exclusions === undefined) return person.posts;
  if (isShutOut(person, state)) return [];
  const left = placesOf(state).filter((place) => lacksChair(place, state));
  const stoodIn = left.flatMap((place) =>
    person.posts
      .filter((post) => standsIn(post, place, state))
      .map((post): Held => ({ ...post, role: 'COMMUNE_CHAIR', unit: place.unit })),
  );
  return [...person.posts, ...stoodIn];
}

function standsIn({ role, unit }: Held, { province }: Place, { exclusions }: Overseen): boolean {
  if (role === 'PROVINCE_SUPERVISOR') return unit === province;
  if (role !== 'MINISTRY_SUPERVISOR') return false;
  return (exclusions ?? []).some((each) => touchesProvince(each, province));
}

function touchesProvince({ unit, post, held }: Exclusion, province: UnitCode): boolean {
  const isWhole = unit === province && post === null;
  return (
    isWhole || held.some((each) => each.role === 'PROVINCE_SUPERVISOR' && each.unit === province)
  );
}

/** Whether somebody above the communes is kept out: then the ministry may end it. */
export function isOfProvince({ unit, held }: Exclusion): boolean {
  const units = [...(unit === null ? [] : [unit]), ...held.map((each) => each.unit)];
  return units.some((code) => code.length === 2);
}
