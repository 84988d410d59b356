import { covers } from './absence.ts';
import {
  type Directory,
  exists,
  isManned,
  type Post,
  type Role,
  type Seat,
  seatOf,
  type UnitCode,
} from './directory.ts';
import { type Instant, localDate } from './time.ts';

/** Why nobody answers for a role in a unit, the likeliest to be meant first where it has several posts. */
export const seatGaps = [
  'UNIT_ENDED',
  'KEPT_OUT',
  'ON_LEAVE',
  'SUSPENDED',
  'DISABLED',
  'VACANT',
] as const;
/** One of {@link seatGaps}. */
export type SeatGap = (typeof seatGaps)[number];

/** A role in a unit for which nobody answers, and why. */
export type EmptySeat = { readonly role: Role; readonly unit: UnitCode; readonly why: SeatGap };

/** The posts that answer for a role, and the seats found empty on the way to them, lowest first. */
export type Answer = { readonly posts: readonly Post[]; readonly insteadOf: readonly EmptySeat[] };

/**
 * Who is told when a post stands empty: the next above, up to the ministry.
 *
 * @policy 0009
 */
const above: Partial<Record<Role, Role>> = {
  COMMUNE_WORKER: 'COMMUNE_CHAIR',
  COMMUNE_CHAIR: 'PROVINCE_SUPERVISOR',
  COMMUNE_POLICE: 'PROVINCE_SUPERVISOR',
  // Those who supervise are told beside the chair of the province, who answers where they have named nobody.
  COMMUNE_MASS_ORGANISATION: 'PROVINCE_CHAIR',
  PROVINCE_SUPERVISOR: 'PROVINCE_CHAIR',
  PROVINCE_CHAIR: 'MINISTRY_SUPERVISOR',
  HOTLINE_111: 'MINISTRY_SUPERVISOR',
};

/**
 * The posts that answer for a role at an instant. One where nobody does falls through to the next above; a unit that
 * is no more, to its successor and then to the next above.
 *
 * Without posts only when nobody up to the ministry is in post.
 */
export function answering(directory: Directory, role: Role, seat: Seat, at: Instant): Answer {
  const unit = seatOf(role, seat);
  const here = inUnit(directory, role, unit, at);
  const next = above[role];
  if (here.posts.length > 0 || next === undefined) return here;
  const { posts, insteadOf } = answering(directory, next, seat, at);
  return { posts, insteadOf: [...here.insteadOf, ...insteadOf] };
}

function inUnit(directory: Directory, role: Role, code: UnitCode, at: Instant): Answer {
  const line = lineOf(code, directory, at);
  const [unit = code] = line.slice(-1);
  const gone = line.filter((each) => isEnded(each, directory, at));
  const ended = gone.map((each): EmptySeat => ({ role, unit: each, why: 'UNIT_ENDED' }));
  if (gone.includes(unit)) return { posts: [], insteadOf: ended };
  const isHere = (post: Post) => post.role === role && post.unit === unit;
  const all = directory.posts.filter(isHere);
  const posts = all.filter((post) => isManned(post, at));
  if (posts.length > 0) return { posts, insteadOf: ended };
  const isKeptOut = directory.keptOut?.some(isHere) === true;
  const why = isKeptOut ? 'KEPT_OUT' : gapOf(all, at);
  return { posts, insteadOf: [...ended, { role, unit, why }] };
}

/** A unit and those that took its place one after another, up to the first that is still there. */
function lineOf(code: UnitCode, directory: Directory, at: Instant): readonly UnitCode[] {
  const line = [code];
  for (
    let unit: UnitCode | undefined = code;
    unit !== undefined && isEnded(unit, directory, at);
  ) {
    unit = directory.units.get(unit)?.successor;
    // Two units that claim to follow one another lead nowhere, and so does one that nobody knows.
    if (unit === undefined || line.includes(unit) || !directory.units.has(unit)) break;
    line.push(unit);
  }
  return line;
}

function isEnded(code: UnitCode, { units }: Directory, at: Instant): boolean {
  const unit = units.get(code);
  return unit !== undefined && !exists(unit, localDate(at));
}

function gapOf(posts: readonly Post[], at: Instant): SeatGap {
  const gaps = posts.map((post) => gapOfPost(post, at));
  return seatGaps.find((gap) => gaps.includes(gap)) ?? 'VACANT';
}

function gapOfPost({ disabled, holder, suspended, leave }: Post, at: Instant): SeatGap {
  if (disabled) return 'DISABLED';
  if (holder === undefined) return 'VACANT';
  if (suspended === true) return 'SUSPENDED';
  return leave?.some((each) => covers(each, at)) === true ? 'ON_LEAVE' : 'VACANT';
}
