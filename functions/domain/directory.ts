import { covers, type Delegation, type Stretch } from './absence.ts';
import type { Instant, PlainDate } from './time.ts';

/** The posts the procedure knows; what an officer may do comes from the posts held now. */
export const roles = [
  'COMMUNE_WORKER',
  'COMMUNE_CHAIR',
  'COMMUNE_POLICE',
  'COMMUNE_MASS_ORGANISATION',
  'PROVINCE_SUPERVISOR',
  'PROVINCE_CHAIR',
  'MINISTRY_SUPERVISOR',
  'HOTLINE_111',
  'ANALYST',
  'ADMINISTRATOR',
] as const;
/** One of {@link roles}. */
export type Role = (typeof roles)[number];

/** Roles that follow no case: for whoever has none but these, there is none. */
export const apartRoles: readonly Role[] = [
  'COMMUNE_MASS_ORGANISATION',
  'ANALYST',
  'ADMINISTRATOR',
];

/** The tiers of government since 2025-07-01 (Resolution 202/2025/QH15: no district). */
export const unitLevels = ['NATION', 'PROVINCE', 'COMMUNE'] as const;
/** One of {@link unitLevels}. */
export type UnitLevel = (typeof unitLevels)[number];

/** Code of an administrative unit of the national statistics office: `VN`, two or five digits. */
export type UnitCode = string;

/** The nation as a unit: posts of the ministry, hotline 111, analysts and administrators hang on it. */
export const nation: UnitCode = 'VN';

/** An administrative unit; `until` is the first day on which it no longer exists. */
export type Unit = {
  readonly code: UnitCode;
  readonly level: UnitLevel;
  readonly name: string;
  readonly fullName: string;
  readonly parent: UnitCode;
  readonly from: PlainDate;
  readonly until?: PlainDate;
  /** The unit that took its place; its posts answer for what is still with this one. */
  readonly successor?: UnitCode;
  /** A unit made up for trying the system; its cases stay out of every official count. */
  readonly fictional: boolean;
};

/** A post of an agency in a unit, and who holds it now. */
export type Post = {
  readonly id: string;
  readonly role: Role;
  readonly unit: UnitCode;
  readonly agency: string;
  readonly holder?: string;
  readonly disabled: boolean;
  /** Since when its holder has it. */
  readonly since?: Instant;
  /** Whether its holder is suspended. */
  readonly suspended?: boolean;
  /** When its holder is on leave, as far as that is not over. */
  readonly leave?: readonly Stretch[];
  /** Who acts by it when, as far as that is not over; no two at once. */
  readonly delegations?: readonly Delegation[];
};

/** What is known now of the units of one case: a snapshot, never the whole country. */
export type Directory = {
  readonly revision: number;
  readonly units: ReadonlyMap<UnitCode, Unit>;
  readonly posts: readonly Post[];
  /** Posts that are not there for the case at hand, because it is closed to who has them. */
  readonly keptOut?: readonly Post[];
};

/** Whether a unit exists on a day. */
export function exists(unit: Unit, on: PlainDate): boolean {
  return unit.from <= on && (unit.until === undefined || on < unit.until);
}

/** The province a known unit lies in; a province lies in itself. Throws for a unit the directory lacks. */
export function provinceOf(code: UnitCode, { units }: Directory): UnitCode {
  const unit = units.get(code);
  if (unit === undefined) throw new Error('A unit of a case is missing from the directory');
  return unit.level === 'COMMUNE' ? unit.parent : code;
}

/** The tier in which a role has its posts. */
export function tierOf(role: Role): UnitLevel {
  if (role.startsWith('COMMUNE_')) return 'COMMUNE';
  return role.startsWith('PROVINCE_') ? 'PROVINCE' : 'NATION';
}

/** Where a role is looked for: a commune and its province. */
export type Seat = { readonly commune: UnitCode; readonly province: UnitCode };

/** The unit whose posts of a role answer for a commune: itself, its province, or the nation. */
export function seatOf(role: Role, { commune, province }: Seat): UnitCode {
  return { COMMUNE: commune, PROVINCE: province, NATION: nation }[tierOf(role)];
}

/**
 * Whether somebody answers for a post: whom it is delegated to, or its holder, unless suspended or on leave.
 *
 * @policy 0036
 */
export function isManned(post: Post, at: Instant): boolean {
  if (post.disabled || post.holder === undefined) return false;
  if (delegateOf(post, at) !== undefined) return true;
  return post.suspended !== true && post.leave?.some((each) => covers(each, at)) !== true;
}

/** The delegation of a post that is in force at an instant, if any. */
export function delegateOf({ delegations }: Post, at: Instant): Delegation | undefined {
  return delegations?.find((each) => covers(each, at));
}

/** Since when somebody acts by a post, as its holder or by delegation; nothing when they do not. */
export function actsSince(post: Post, officer: string, at: Instant): Instant | undefined {
  if (post.holder === officer) return post.since;
  const delegation = delegateOf(post, at);
  return delegation?.to === officer ? delegation.from : undefined;
}

/** A post by which an officer may act. */
export type Held = Pick<Post, 'id' | 'role' | 'unit' | 'agency'> & {
  /** When that ends, for a post that is delegated. */
  readonly until?: Instant;
};

/** A person who holds posts; the name is not needed by any rule and stays in the directory. */
export type Officer = {
  readonly id: string;
  /** The posts held, without those that are disabled. */
  readonly posts: readonly Held[];
  /** Suspended: no token of theirs is accepted. */
  readonly disabled: boolean;
  /** Who they are at the identity provider (`sub`), when that is not their id. */
  readonly subject?: string;
  /** When they are on leave, as far as that is not over. */
  readonly leave?: readonly Stretch[];
  /** The posts of others they act by, as far as that is not over. */
  readonly delegated?: readonly (Held & Stretch)[];
};

/** The posts an officer may act by at an instant: those held, and those delegated to them then. */
export function postsAt({ posts, delegated = [] }: Officer, at: Instant): readonly Held[] {
  const acting = delegated.filter((each) => covers(each, at));
  return [...posts, ...acting.map(({ from: _, ...held }) => held)];
}

/** What a partner app may do at most, whatever its officer may. */
export const scopes = [
  'cases:read',
  'cases:write',
  'notices',
  'statistics:read',
  'directory:admin',
] as const;
/** One of {@link scopes}. */
export type Scope = (typeof scopes)[number];

/** What a machine may stand in for: it takes reports down, or fetches what is published. */
export const machineRoles: readonly Role[] = ['HOTLINE_111', 'ANALYST'];

/** A registered partner app or machine client. */
export type App = {
  readonly id: string;
  readonly scopes: readonly Scope[];
  readonly disabled: boolean;
  /** What it is for, as the register of those who read shows it. */
  readonly purpose?: string;
  /** For a machine client: the role it stands in for and where; it acts without an officer. */
  readonly machine?: { readonly role: Role; readonly unit: UnitCode; readonly agency: string };
};

/** When somebody took and left a post, or acted by it; kept so that "who was it then" can be answered. */
export type Tenure = {
  readonly post: string;
  readonly officer: string;
  readonly agency: string;
  readonly from: Instant;
  /** Until then and not longer; open as long as they hold it. */
  readonly until?: Instant;
  /** The document by which it was delegated to them. */
  readonly document?: string;
};
