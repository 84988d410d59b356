import type { AppWish, Directories } from '#app/ports/directory.ts';
import { type Scope, scopes } from '#domain/directory.ts';
import type { Actor } from '#domain/permission.ts';

/** The claims of a token the gateway let pass; a JWT authorizer hands them on as texts. */
export type Claims = Readonly<Record<string, unknown>>;

/** Who a token speaks for, as the directory has it now; nothing for whoever is unknown or disabled. */
export async function actorOf(
  claims: Claims,
  directories: Pick<Directories, 'officer' | 'app'>,
): Promise<Actor | undefined> {
  const { sub, azp, scope } = claims;
  if (!isName(sub) || !isName(azp)) return undefined;
  const isMachine = sub === azp;
  const [app, officer] = await Promise.all([
    directories.app(azp),
    isMachine ? undefined : directories.officer(sub),
  ]);
  if (app === undefined || app.disabled) return undefined;
  const allowed = narrowed(app, scope);
  if (isMachine) return machineOf(app, allowed);
  // A machine client has no people behind it, whoever its token names.
  if (officer === undefined || officer.disabled || app.machine !== undefined) return undefined;
  return { kind: 'OFFICER', id: officer.id, app: app.id, scopes: allowed, posts: officer.posts };
}

function isName(claim: unknown): claim is string {
  return typeof claim === 'string' && claim.length > 0 && claim.length <= 200;
}

/** A token never reaches farther than its app. */
function narrowed(app: AppWish, scope: unknown): readonly Scope[] {
  const asked = String(scope ?? '').split(' ');
  return scopes.filter((each) => app.scopes.includes(each) && asked.includes(each));
}

function machineOf(app: AppWish, allowed: readonly Scope[]): Actor | undefined {
  const { id, machine } = app;
  if (machine === undefined) return undefined;
  return { kind: 'MACHINE', id, app: id, scopes: allowed, posts: [{ id, ...machine }] };
}
