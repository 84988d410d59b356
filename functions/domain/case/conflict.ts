import { delegateOf, isManned, nation, type Post, type UnitCode } from '../directory.ts';
import { accusing, covers } from '../grants.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { beyondWall, isOfProvince } from '../wall.ts';
import type { Case } from './case.ts';
import type { CommandOf } from './command.ts';
import { type Decider, dated } from './decider.ts';
import type { FactOf } from './event.ts';
import { distinct, type Moment, postsFor } from './moment.ts';
import type { Exclusion, HeldThen } from './oversight.ts';
import { paperRefs } from './paper.ts';
import type { ToldPost } from './terms.ts';

/**
 * Somebody linked to the alleged perpetrator is kept out of the incident: of reading, of being told, of deciding.
 *
 * Those who now answer are told, and not those who are kept out.
 *
 * @law Law on Children 102/2016/QH13 Art. 6.7, 6.11
 * @policy 0038
 * @refuses NOT_ALLOWED, OFFICER_UNKNOWN, UNIT_UNKNOWN, POST_UNKNOWN, NOTHING_CHANGED
 */
export const declareConflict: Decider<'declareConflict'> = (state, command, moment) => {
  const wrong = conflictRefusal(state, command, moment);
  if (wrong !== undefined) return wrong;
  const papers = paperRefs(state, command.papers);
  const { officer, unit, post, agency, ground } = command;
  const exclusion: Exclusion = {
    id: idOf(state, moment),
    officer,
    unit,
    post,
    agency,
    ground,
    at: moment.now,
    held: heldNow(command, moment),
    note: papers[0]?.version ?? null,
  };
  if (leavesNobody(state, exclusion, moment))
    return refuse('NOT_ALLOWED', [officer === null ? 'unit' : 'officer']);
  const told = toldOfConflict(state, exclusion, moment);
  return [{ type: 'ConflictDeclared', ...dated(command, moment), exclusion, papers, told }];
};

/**
 * The same on every case of the incident, and no other exclusion's there. It names the case by its place among
 * them: who has one of its children need not know the code of another.
 */
function idOf({ id, seq }: Case, { incident }: Moment): string {
  const place = incident?.cases.findIndex((each) => each.id === id) ?? 0;
  return `x${place + 1}.${seq + 1}`;
}

type Named = CommandOf<'declareConflict'>;

function conflictRefusal(state: Case, command: Named, moment: Moment): Refusal | undefined {
  const { actor, named } = moment;
  const { officer, unit } = command;
  if (officer !== actor.id && !mayAccuse(state, moment)) return refuse('NOT_ALLOWED', ['officer']);
  if (officer !== null && named === undefined) return refuse('OFFICER_UNKNOWN', ['officer']);
  const wrong = unit === null ? undefined : placeRefusal(command, moment);
  if (wrong !== undefined) return wrong;
  const isKnown = state.exclusions?.some((each) => isSame(each, command));
  return isKnown ? refuse('NOTHING_CHANGED') : undefined;
}

function mayAccuse(state: Case, { actor }: Moment): boolean {
  return actor.posts.some((post) => accusing.some((grant) => covers(grant, post, state)));
}

/** The nation as a whole is kept out of nothing: then nobody could ever let anybody in again. */
function placeRefusal(command: Named, { directory }: Moment): Refusal | undefined {
  const { unit, post, agency } = command;
  const isWhole = post === null && agency === null;
  if (isWhole && unit === nation) return refuse('NOT_ALLOWED', ['unit']);
  if (unit !== null && !directory.units.has(unit)) return refuse('UNIT_UNKNOWN', ['unit']);
  if (isWhole || directory.posts.some((each) => isNamed(each, command))) return undefined;
  return refuse('POST_UNKNOWN', [post === null ? 'agency' : 'post']);
}

type Place = Pick<Named, 'unit' | 'post' | 'agency'>;

function isNamed(of: Post, { unit, post, agency }: Place): boolean {
  if (of.unit !== unit) return false;
  return (post === null || of.id === post) && (agency === null || of.agency === agency);
}

function isSame(a: Exclusion, b: Named): boolean {
  return a.officer === b.officer && a.unit === b.unit && a.post === b.post && a.agency === b.agency;
}

/** Who is kept out by name: so that leaving the post lets nobody in. */
function heldNow(command: Named, { directory, named, now }: Moment): readonly HeldThen[] {
  if (command.officer !== null)
    return (named?.posts ?? []).map(({ id, role, unit }) => ({
      id,
      role,
      unit,
      officer: command.officer ?? '',
    }));
  return directory.posts
    .filter((each) => isNamed(each, command))
    .flatMap((each) => {
      const { id, role, unit, holder } = each;
      const people = [holder, delegateOf(each, now)?.to].filter((officer) => officer !== undefined);
      return people.map((officer) => ({ id, role, unit, officer }));
    });
}

/** Whether it would keep the last of those out who could ever let anybody in again. */
function leavesNobody(state: Case, exclusion: Exclusion, { directory, now }: Moment): boolean {
  const provinces = [state.incidentLeg.province, state.residenceLeg.province];
  const areLeft = (exclusions: readonly Exclusion[]) =>
    beyondWall(directory, { exclusions }, now).posts.some(
      (post) => isManned(post, now) && mayLift(post, provinces),
    );
  const before = state.exclusions ?? [];
  return areLeft(before) && !areLeft([...before, exclusion]);
}

function mayLift({ role, unit }: Post, provinces: readonly UnitCode[]): boolean {
  return (
    role === 'MINISTRY_SUPERVISOR' || (role === 'PROVINCE_SUPERVISOR' && provinces.includes(unit))
  );
}

/** Who answers for the case beyond the wall: the chairs or whoever comes after them, and those who watch over it. */
function toldOfConflict(state: Case, exclusion: Exclusion, moment: Moment): readonly ToldPost[] {
  const shut = { exclusions: [...(state.exclusions ?? []), exclusion] };
  const beyond = { ...moment, directory: beyondWall(moment.directory, shut, moment.now) };
  const places = [state.incidentLeg, state.residenceLeg];
  return distinct(
    places.flatMap((place) => postsFor(['COMMUNE_CHAIR', 'PROVINCE_SUPERVISOR'], place, beyond)),
  );
}

/** The same exclusion on another case of the incident: its note is sealed with the case it was declared on. */
export function declaredOn(
  state: Case,
  fact: FactOf<'ConflictDeclared'>,
  moment: Moment,
): FactOf<'ConflictDeclared'> {
  const exclusion = { ...fact.exclusion, note: null };
  return { ...fact, exclusion, papers: [], told: toldOfConflict(state, exclusion, moment) };
}

/** What the case of a child found later begins with: whoever is kept out of the incident is kept out of it too. */
export function inherited(asked: Case, moment: Moment): readonly FactOf<'ConflictDeclared'>[] {
  const begun = { ...asked, residenceLeg: asked.incidentLeg };
  return (asked.exclusions ?? []).map((each) => ({
    type: 'ConflictDeclared',
    about: each.at,
    known: moment.now,
    exclusion: { ...each, note: null },
    papers: [],
    told: toldOfConflict(begun, each, moment),
  }));
}

/**
 * An exclusion ends: by the province, or by the ministry where it keeps somebody above the communes out.
 *
 * @policy 0038
 * @refuses EXCLUSION_UNKNOWN, NOT_ALLOWED
 */
export const liftConflict: Decider<'liftConflict'> = (state, command, moment) => {
  const found = state.exclusions?.find(({ id }) => id === command.exclusion);
  if (found === undefined) return refuse('EXCLUSION_UNKNOWN', ['exclusion']);
  const isProvince = moment.actor.posts.some(({ role }) => role === 'PROVINCE_SUPERVISOR');
  if (!isProvince && !isOfProvince(found)) return refuse('NOT_ALLOWED');
  const papers = paperRefs(state, command.papers);
  return [{ type: 'ConflictLifted', ...dated(command, moment), exclusion: found.id, papers }];
};
