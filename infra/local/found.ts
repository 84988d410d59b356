import { parseArgs } from 'node:util';
import { nation, type Scope, type Unit } from '#domain/directory.ts';
import type { Actor } from '#domain/permission.ts';
import { plainDate } from '#domain/time.ts';
import { now } from '#runtime/clock.ts';
import { newId, openStage, versions } from '#runtime/world.ts';
import { openAdministration } from '#store/administration.ts';
import { openDirectories } from '#store/directory.ts';

const usage = `TABLE_PREFIX=… npm run found -- --officer SUB --app CLIENT_ID --email ADDRESS

  Appoints the first administrator of a stage and registers the app they work through. Everything else
  is then done by them over the API. It runs with your own rights to the directory and audit tables.

  --officer SUB    the administrator's id at the token issuer (claim sub)
  --app CLIENT_ID  the app's id at the token issuer (claim azp)
  --email ADDRESS  where notices for the administrator go`;

/** The nation: where the posts of the ministry, hotline 111, analysts and administrators hang. */
export const nationUnit: Unit = {
  code: nation,
  level: 'NATION',
  name: 'Việt Nam',
  fullName: 'Việt Nam',
  parent: nation,
  from: plainDate('2017-07-01'),
  fictional: false,
};

const scopes: readonly Scope[] = [
  'cases:read',
  'cases:write',
  'notices',
  'statistics:read',
  'directory:admin',
];
const operator: Actor = { kind: 'SYSTEM', id: 'operator', app: 'found', scopes: [], posts: [] };

type First = { readonly officer: string; readonly app: string; readonly email: string };

/** Founds a stage, once: a stage that has an administrator is left to them. */
export async function found({ officer, app, email }: First): Promise<'FOUNDED' | 'HAS_ONE'> {
  const { database } = openStage();
  const administration = openAdministration(database, newId);
  const { posts } = await openDirectories(database, versions).around([nation]);
  const has = posts.some(({ role, holder }) => role === 'ADMINISTRATOR' && holder !== undefined);
  if (has) return 'HAS_ONE';
  await administration.importUnits([nationUnit], operator, now());
  const wish = { id: app, scopes, disabled: false, secretSha256: null };
  await administration.registerApp(wish, operator, now());
  const post = { unit: nation, role: 'ADMINISTRATOR', seat: 1, agency: 'administration' } as const;
  await administration.appoint({ ...post, officer, email }, operator, now());
  return 'FOUNDED';
}

async function main(): Promise<void> {
  const option = { type: 'string' } as const;
  const { values } = parseArgs({ options: { officer: option, app: option, email: option } });
  const { officer, app, email } = values;
  if (officer === undefined || app === undefined || email === undefined) {
    console.error(usage);
    process.exit(1);
  }
  const outcome = await found({ officer, app, email });
  if (outcome === 'FOUNDED') return console.log('The first administrator is appointed.');
  console.error('This stage has an administrator already: ask them.');
  process.exit(1);
}

if (import.meta.main) await main();
