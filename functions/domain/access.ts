import { shownInArchive } from './archive.ts';
import { laterCommandTypes } from './case/acts.ts';
import type { Case } from './case/case.ts';
import type { LaterCommandType } from './case/command.ts';
import { type App, type Officer, scopes } from './directory.ts';
import { lentTo, partsLent } from './glass.ts';
import {
  type Actor,
  type FieldClass,
  fieldClasses,
  may,
  permitted,
  sight,
  visible,
} from './permission.ts';
import { type Relation, relationsOf } from './relation.ts';
import type { Instant } from './time.ts';
import { isShutOut } from './wall.ts';

/** What can stand between somebody and a case, from the person to the app. */
export const accessGaps = [
  'OFFICER_UNKNOWN',
  'OFFICER_SUSPENDED',
  'NO_POST',
  'NO_RELATION',
  'NO_RIGHT',
  'KEPT_OUT',
  'ARCHIVED',
  'APP_UNKNOWN',
  'APP_SUSPENDED',
  'APP_WITHOUT_OFFICERS',
  'APP_MAY_NOT_READ',
  'APP_MAY_NOT_WRITE',
] as const;
/** One of {@link accessGaps}. */
export type AccessGap = (typeof accessGaps)[number];

/** What may be seen and done. */
export type Access = {
  readonly sees: readonly FieldClass[];
  readonly may: readonly LaterCommandType[];
};

type Held = Officer['posts'][number];

/** What the rows of the tables grant a post that stands so to a case. */
export type RelationAccess = Access & { readonly relation: Relation };
/** A post and what it grants by each way in which it stands to a case. */
export type PostAccess = { readonly post: Held; readonly relations: readonly RelationAccess[] };

/** What somebody may see and do on a case, and why; of the case it names the code alone. */
export type AccessExplanation = Access & {
  readonly caseCode: string;
  readonly posts: readonly PostAccess[];
  readonly missing: readonly AccessGap[];
  /** When the access in an emergency ends by which some of it is seen. */
  readonly lentUntil: Instant | null;
};

/** Whose access is asked about, as the directory has them; `UNNAMED` where nobody asked about an app. */
export type AccessSubject = {
  readonly officer: Officer | undefined;
  readonly app: App | 'UNNAMED' | undefined;
};

/**
 * Why somebody has the access to a case they have.
 *
 * What they have is asked of the very functions that judge a request; the rows only say where it comes from.
 *
 * @policy 0037
 */
export function explainAccess(
  subject: AccessSubject,
  state: Case,
  now: Instant,
): AccessExplanation {
  const actor = actorOf(subject);
  const held = subject.officer?.posts ?? [];
  const posts = held.map((post) => ({ post, relations: grantsOf(post, state) }));
  const glass = lentTo(actor, state, now);
  const seen = new Set<FieldClass>([...sight(actor, state), ...(glass ? partsLent : [])]);
  return {
    caseCode: state.code,
    sees: fieldClasses.filter((part) => seen.has(part)),
    may: laterCommandTypes.filter((act) => may(actor, act, state)),
    posts,
    missing: [
      ...(glass ? [] : gapsOfOfficer(subject.officer, posts)),
      ...(isShutOut(actor, state) ? (['KEPT_OUT'] as const) : []),
      ...gapsOfArchive(posts, seen, state),
      ...gapsOfApp(subject.app),
    ],
    lentUntil: glass?.until ?? null,
  };
}

/** The actor a request would be judged as; one that would not be admitted holds nothing. */
function actorOf({ officer, app }: AccessSubject): Actor {
  const isAdmitted = officer !== undefined && !officer.disabled && !gapsOfApp(app).some(isClosed);
  return {
    kind: 'OFFICER',
    id: officer?.id ?? '',
    app: app === undefined || app === 'UNNAMED' ? '' : app.id,
    scopes: app === undefined || app === 'UNNAMED' ? scopes : app.scopes,
    posts: isAdmitted ? officer.posts : [],
  };
}

const isClosed = (gap: AccessGap): boolean =>
  gap === 'APP_UNKNOWN' || gap === 'APP_SUSPENDED' || gap === 'APP_WITHOUT_OFFICERS';

function grantsOf(post: Held, state: Case): readonly RelationAccess[] {
  return relationsOf(post, state).map((relation) => {
    const grants = (row: (typeof visible)[number] | (typeof permitted)['addNote'][number]) =>
      row.roles.includes(post.role) && row.as.includes(relation);
    const seen = new Set(visible.filter(grants).flatMap(({ see }) => see));
    return {
      relation,
      sees: fieldClasses.filter((part) => seen.has(part)),
      may: laterCommandTypes.filter((act) => permitted[act].some(grants)),
    };
  });
}

function gapsOfOfficer(
  officer: Officer | undefined,
  posts: readonly PostAccess[],
): readonly AccessGap[] {
  if (officer === undefined) return ['OFFICER_UNKNOWN'];
  const suspended: readonly AccessGap[] = officer.disabled ? ['OFFICER_SUSPENDED'] : [];
  if (posts.length === 0) return [...suspended, 'NO_POST'];
  const relations = posts.flatMap((each) => each.relations);
  if (relations.length === 0) return [...suspended, 'NO_RELATION'];
  return relations.some(({ sees }) => sees.length > 0) ? suspended : [...suspended, 'NO_RIGHT'];
}

/** Whether the archive closes what a row grants. */
function gapsOfArchive(
  posts: readonly PostAccess[],
  seen: ReadonlySet<FieldClass>,
  { step }: Case,
): readonly AccessGap[] {
  if (step !== 'ARCHIVED') return [];
  const granted = posts.flatMap(({ relations }) => relations.flatMap(({ sees }) => sees));
  const isClosed = granted.some((part) => !shownInArchive.includes(part) && !seen.has(part));
  return isClosed ? ['ARCHIVED'] : [];
}

function gapsOfApp(app: AccessSubject['app']): readonly AccessGap[] {
  if (app === 'UNNAMED') return [];
  if (app === undefined) return ['APP_UNKNOWN'];
  const gaps: readonly (readonly [boolean, AccessGap])[] = [
    [app.disabled, 'APP_SUSPENDED'],
    [app.machine !== undefined, 'APP_WITHOUT_OFFICERS'],
    [!app.scopes.includes('cases:read'), 'APP_MAY_NOT_READ'],
    [!app.scopes.includes('cases:write'), 'APP_MAY_NOT_WRITE'],
  ];
  return gaps.filter(([isOpen]) => isOpen).map(([, gap]) => gap);
}
