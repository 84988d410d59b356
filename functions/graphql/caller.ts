import { type App, type Officer, postsAt, type Scope, scopes } from '#domain/directory.ts';
import type { Actor } from '#domain/permission.ts';
import type { Instant } from '#domain/time.ts';

/** The claims of a token the gateway let pass; a JWT authorizer hands them on as texts. */
export type Claims = Readonly<Record<string, unknown>>;

/** Officers by the subject of their token, and apps. */
export type Known = {
  readonly officerOf: (subject: string) => Promise<Officer | undefined>;
  readonly app: (id: string) => Promise<App | undefined>;
};

/** Who a token speaks for, as the directory has it now; nothing for whoever is unknown or disabled. */
export async function actorOf(
  claims: Claims,
  directories: Known,
  now: Instant,
): Promise<Actor | undefined> {
  const { sub, azp, scope } = claims;
  if (!isName(sub) || !isName(azp)) return undefined;
  const isMachine = sub === azp;
  const [app, officer] = await Promise.all([
    directories.app(azp),
    isMachine ? undefined : directories.officerOf(sub),
  ]);
  if (app === undefined || app.disabled) return undefined;
  const allowed = narrowed(app, scope);
  if (isMachine) return machineOf(app, allowed);
  // A machine client has no people behind it, whoever its token names.
  if (officer === undefined || officer.disabled || app.machine !== undefined) return undefined;
  const posts = postsAt(officer, now);
  return { kind: 'OFFICER', id: officer.id, app: app.id, scopes: allowed, posts };
}

function isName(claim: unknown): claim is string {
  return typeof claim === 'string' && claim.length > 0 && claim.length <= 200;
}

/** A token never reaches farther than its app. */
function narrowed(app: App, scope: unknown): readonly Scope[] {
  const asked = String(scope ?? '').split(' ');
  return scopes.filter((each) => app.scopes.includes(each) && asked.includes(each));
}

function machineOf(app: App, allowed: readonly Scope[]): Actor | undefined {
  const { id, machine } = app;
  if (machine === undefined) return undefined;
  return { kind: 'MACHINE', id, app: id, scopes: allowed, posts: [{ id, ...machine }] };
}
