import type { AppWish, RegisteredApp } from '#app/ports/directory.ts';
import type { DirectoryActs } from '#app/ports/personnel.ts';
import { isActive, withCredential } from '#domain/personnel.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { itemVersion } from './body.ts';
import { readApp } from './directory.ts';
import type { Draft } from './draft.ts';
import { indexed, keys } from './table.ts';
import type { Signed } from './turn.ts';

type Done = Promise<Refusal | undefined>;

/** The credential of whoever registers an app with its secret. */
const first = 'first';

/** Registers an app or replaces what it may do; what is not named goes on, above all that it is disabled. */
export async function registerApp(draft: Draft, wish: AppWish, signed: Signed): Done {
  const before = await appIn(draft, wish.id);
  const { id, scopes, secretSha256: sha256 } = wish;
  const disabled = wish.disabled ?? before?.disabled ?? false;
  const purpose = wish.purpose ?? before?.purpose;
  const machine = wish.machine ?? before?.machine;
  const kept = before?.credentials ?? [];
  const credentials = sha256 === null ? kept : replaced(kept, sha256, signed);
  if (isRefusal(credentials)) return { ...credentials, field: ['secretSha256'] };
  const named = { ...(purpose !== undefined && { purpose }), ...(machine && { machine }) };
  const app = { id, scopes, disabled, ...named, credentials };
  return keepApp(draft, app, signed);
}

function replaced(kept: RegisteredApp['credentials'], sha256: string, { now: addedAt }: Signed) {
  const same = kept.some((each) => each.sha256 === sha256 && isActive(each, addedAt));
  if (same) return kept;
  const others = kept.filter(({ id }) => id !== first);
  return withCredential(others, { id: first, sha256, addedAt, expiresAt: null });
}

/** The acts on apps. */
export const apps = {
  disableApp: (draft, { app }, signed) =>
    changeApp(draft, app, signed, (each) => ({ ...each, disabled: true })),
  enableApp: (draft, { app }, signed) =>
    changeApp(draft, app, signed, (each) => ({ ...each, disabled: false })),
  addCredential: (draft, { app, credential: id, secretSha256: sha256, expiresAt }, signed) =>
    changeApp(draft, app, signed, (each) => {
      const added = { id, sha256, addedAt: signed.now, expiresAt };
      const credentials = withCredential(each.credentials, added);
      return isRefusal(credentials) ? credentials : { ...each, credentials };
    }),
  retireCredential: (draft, { app, credential }, signed) =>
    changeApp(draft, app, signed, ({ credentials, ...each }) => ({
      ...each,
      credentials: credentials.filter(({ id }) => id !== credential),
    })),
} satisfies {
  readonly [Act in keyof DirectoryActs]?: (
    draft: Draft,
    wish: DirectoryActs[Act],
    signed: Signed,
  ) => Done;
};

async function changeApp(
  draft: Draft,
  id: string,
  signed: Signed,
  to: (app: RegisteredApp) => RegisteredApp | Refusal,
): Done {
  const app = await appIn(draft, id);
  if (app === undefined) return refuse('APP_UNKNOWN', ['app']);
  const after = to(app);
  return isRefusal(after) ? after : keepApp(draft, after, signed);
}

async function appIn(draft: Draft, id: string): Promise<RegisteredApp | undefined> {
  return readApp(await draft.read(keys.app(id)));
}

/** Nobody takes from the app they act through what they administer by. */
async function keepApp(draft: Draft, app: RegisteredApp, { by }: Signed): Done {
  const before = await appIn(draft, app.id);
  const isOwn = by.kind === 'OFFICER' && by.app === app.id;
  if (isOwn && before !== undefined && administers(before) && !administers(app))
    return refuse('OWN_ACCOUNT', ['app']);
  draft.write({ ...keys.app(app.id), v: itemVersion, app, ...indexed.app(app.id) });
  return undefined;
}

function administers({ disabled, scopes, machine }: RegisteredApp): boolean {
  return !disabled && scopes.includes('directory:admin') && machine === undefined;
}
