import { type App, type Officer, postsAt, type Scope, scopes } from '#domain/directory.ts';
import type { Actor } from '#domain/permission.ts';
import type { Instant } from '#domain/time.ts';

/** The claims of a token the gateway let pass; a JWT authorizer hands them on as texts. */
export type Claims = Readonly<Record<string, unknown>>;

/** Why a token that the gateway let pass speaks for nobody: for the log, never for whoever sent it. */
export type Stranger =
  | 'TOKEN_UNFIT'
  | 'APP_UNKNOWN'
  | 'APP_DISABLED'
  | 'OFFICER_UNKNOWN'
  | 'OFFICER_DISABLED'
  | 'KIND_MISMATCH';

/** The longest a token may be good for, in seconds: twenty-four hours. */
export const longestTokenLife = 24 * 60 * 60;

/** Officers by the subject of their token, and apps. */
export type Known = {
  readonly officerOf: (subject: string) => Promise<Officer | undefined>;
  readonly app: (id: string) => Promise<App | undefined>;
};

/** Who a token speaks for, as the directory has it now, or why it speaks for nobody. */
export async function actorOf(
  claims: Claims,
  directories: Known,
  now: Instant,
): Promise<Actor | Stranger> {
  const { sub, azp, scope } = claims;
  if (!isFit(claims) || !isName(sub) || !isName(azp)) return 'TOKEN_UNFIT';
  const isMachine = sub === azp;
  const [app, officer] = await Promise.all([
    directories.app(azp),
    isMachine ? undefined : directories.officerOf(sub),
  ]);
  if (app === undefined) return 'APP_UNKNOWN';
  if (app.disabled) return 'APP_DISABLED';
  const allowed = narrowed(app, scope);
  if (isMachine) return machineOf(app, allowed);
  return officerOf(officer && { ...officer, posts: postsAt(officer, now) }, app, allowed);
}

type Present = Pick<Officer, 'id' | 'disabled'> & Pick<Actor, 'posts'>;

function officerOf(
  officer: Present | undefined,
  app: App,
  allowed: readonly Scope[],
): Actor | Stranger {
  // A machine client has no people behind it, whoever its token names.
  if (app.machine !== undefined) return 'KIND_MISMATCH';
  if (officer === undefined) return 'OFFICER_UNKNOWN';
  if (officer.disabled) return 'OFFICER_DISABLED';
  const { id, posts } = officer;
  return { kind: 'OFFICER', id, ...through(app), scopes: allowed, posts };
}

/**
 * What a JWT authorizer does not ask of a token: that it ends, and soon; that it is one for access; and that
 * it names its audience, in the place of which the authorizer would take a `client_id`.
 */
function isFit({ token_use: use, aud, iat, exp }: Claims): boolean {
  const life = secondsOf(exp) - secondsOf(iat);
  return use === 'access' && isName(aud) && life > 0 && life <= longestTokenLife;
}

/** A time of a token in seconds after 1970; not a number where it has none. */
function secondsOf(claim: unknown): number {
  return typeof claim === 'string' && claim !== '' ? Number(claim) : Number.NaN;
}

function isName(claim: unknown): claim is string {
  return typeof claim === 'string' && claim.length > 0 && claim.length <= 200;
}

/** A token never reaches farther than its app. */
function narrowed(app: App, scope: unknown): readonly Scope[] {
  const asked = String(scope ?? '').split(' ');
  return scopes.filter((each) => app.scopes.includes(each) && asked.includes(each));
}

function machineOf(app: App, allowed: readonly Scope[]): Actor | Stranger {
  const { id, machine } = app;
  if (machine === undefined) return 'KIND_MISMATCH';
  return { kind: 'MACHINE', id, ...through(app), scopes: allowed, posts: [{ id, ...machine }] };
}

function through({ id: app, purpose }: App): Pick<Actor, 'app' | 'purpose'> {
  return purpose === undefined ? { app } : { app, purpose };
}
