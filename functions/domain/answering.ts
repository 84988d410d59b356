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

function inUnit(directory: Directory, role: Role, unit: UnitCode, at: Instant): Answer {
  const known = directory.units.get(unit);
  if (known !== undefined && !exists(known, localDate(at))) {
    const ended = { role, unit, why: 'UNIT_ENDED' } as const;
    const { successor } = known;
    if (successor === undefined || !directory.units.has(successor))
      return { posts: [], insteadOf: [ended] };
    const { posts, insteadOf } = inUnit(directory, role, successor, at);
    return { posts, insteadOf: [ended, ...insteadOf] };
  }
  const isHere = (post: Post) => post.role === role && post.unit === unit;
  const all = directory.posts.filter(isHere);
  const posts = all.filter((post) => isManned(post, at));
  if (posts.length > 0) return { posts, insteadOf: [] };
  const isKeptOut = directory.keptOut?.some(isHere) === true;
  return { posts, insteadOf: [{ role, unit, why: isKeptOut ? 'KEPT_OUT' : gapOf(all, at) }] };
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
