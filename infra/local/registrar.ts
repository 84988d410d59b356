import { createHash } from 'node:crypto';
import type { Administration, AppWish, Directories } from '#app/ports/directory.ts';
import {
  nation,
  type Role,
  type Scope,
  tierOf,
  type Unit,
  type UnitLevel,
} from '#domain/directory.ts';
import type { Actor } from '#domain/permission.ts';
import { isActive } from '#domain/personnel.ts';
import { isRefusal, refusals } from '#domain/refusal.ts';
import { plainDate } from '#domain/time.ts';
import { now } from '#runtime/clock.ts';
import { newId, openStage, versions } from '#runtime/world.ts';
import { openAdministration } from '#store/administration.ts';
import { openDirectories } from '#store/directory.ts';
import { noteCredential } from '#store/uses.ts';
import { nationUnit } from './found.ts';
import type { IssuerSettings } from './issuer.ts';

/** The sandbox's own hand in the directory: founds it and appoints demo officers. */
export type Registrar = Pick<
  IssuerSettings,
  'appointDemoOfficer' | 'findOfficer' | 'findClient' | 'noteSecret'
> & {
  /** Writes the nation, the fictional province and the demo apps, where they are missing. */
  readonly found: () => Promise<void>;
};

/** The made-up province every sandbox has: no official unit bears these codes. */
export const demoProvince = '99';
/** Its communes; the last two have adopted local procedures (decision 0033). */
export const demoCommunes = ['99001', '99002', '99003', '99004', '99005', '99006'] as const;

const from = plainDate('2017-07-01');
const fictional = (code: string, name: string, kind: string): Unit => ({
  code,
  level: code.length === 2 ? 'PROVINCE' : 'COMMUNE',
  name,
  fullName: `${kind} ${name}`,
  parent: code.length === 2 ? nation : code.slice(0, 2),
  from,
  fictional: true,
});

const units: readonly Unit[] = [
  nationUnit,
  fictional('99', 'Thử Nghiệm', 'Tỉnh'),
  fictional('99001', 'Sông Mơ', 'Xã'),
  fictional('99002', 'Đồi Gió', 'Xã'),
  fictional('99003', 'Bến Hẹn', 'Phường'),
  fictional('99004', 'Núi Tưởng', 'Xã'),
  fictional('99005', 'Thử nghiệm 5', 'Xã'),
  fictional('99006', 'Thử nghiệm 6', 'Xã'),
];

const officerScopes: readonly Scope[] = [
  'cases:read',
  'cases:write',
  'notices',
  'statistics:read',
  'directory:admin',
];

/** The id of the app demo officers act through. */
export const demoApp = 'demo-app';

const secretOf = (id: string): string => createHash('sha256').update(`${id}-secret`).digest('hex');

const apps: readonly AppWish[] = [
  {
    id: demoApp,
    scopes: officerScopes,
    disabled: false,
    purpose: 'Chạy thử trên máy',
    secretSha256: null,
  },
  {
    id: 'hotline-intake',
    scopes: ['cases:write'],
    disabled: false,
    machine: { role: 'HOTLINE_111', unit: nation, agency: '111' },
    secretSha256: secretOf('hotline-intake'),
  },
  {
    id: 'analytics',
    scopes: ['statistics:read'],
    disabled: false,
    machine: { role: 'ANALYST', unit: nation, agency: 'analytics' },
    secretSha256: secretOf('analytics'),
  },
];

const founder: Actor = { kind: 'SYSTEM', id: 'sandbox', app: 'sandbox', scopes: [], posts: [] };

/** Opens the sandbox's registrar over the tables the settings name. */
export function openRegistrar(): Registrar {
  const { database } = openStage();
  const administration = openAdministration(database, newId);
  const directories = openDirectories(database, versions);
  return {
    found: () => found(administration, directories),
    appointDemoOfficer: async ({ role, unitCode }) => {
      const unit = await directories.unit(seat(role, unitCode));
      if (unit === undefined) return unknown;
      const tier = tierOf(role);
      return unit.level === tier ? appointDemo(administration, role, unit) : misplaced[tier];
    },
    findOfficer: async ({ officer: id, app: through = demoApp }) => {
      if (![id, through].every(isName)) return nobody;
      const officer = await directories.officer(id);
      const app = await directories.app(through);
      if (officer === undefined || app === undefined) return nobody;
      const scope = app.scopes.join(' ');
      return { officerId: officer.subject ?? id, appId: through, scope };
    },
    findClient: async (clientId) => {
      if (!isName(clientId)) return undefined;
      const app = await directories.app(clientId);
      if (app === undefined || app.disabled) return undefined;
      const secrets = app.credentials.filter((each) => isActive(each, now()));
      return { clientId, secrets, scope: app.scopes.join(' ') };
    },
    noteSecret: (app, credential) => noteCredential(database, { app, credential }, now()),
  };
}

async function found(administration: Administration, directories: Directories): Promise<void> {
  await administration.importUnits(units, founder, now());
  for (const app of apps)
    if ((await directories.app(app.id)) === undefined)
      await administration.registerApp(app, founder, now());
  for (const code of [demoProvince, ...demoCommunes]) await manDemoUnit(administration, code);
  // Whatever finds nobody below reaches the ministry, so that nothing is told to no one.
  await administration.appoint(demoWish('MINISTRY_SUPERVISOR', nation), founder, now());
}

/** Every post of the made-up province is held from the start, so that its ladder has somebody to tell. */
async function manDemoUnit(administration: Administration, unit: string): Promise<void> {
  const staff: readonly Role[] =
    unit === demoProvince
      ? ['PROVINCE_SUPERVISOR', 'PROVINCE_CHAIR']
      : ['COMMUNE_WORKER', 'COMMUNE_CHAIR', 'COMMUNE_POLICE', 'COMMUNE_MASS_ORGANISATION'];
  for (const role of staff) await administration.appoint(demoWish(role, unit), founder, now());
}

/** Nobody has a longer id, and no key of the store takes one. */
const isName = (id: string): boolean => id !== '' && id.length <= 200;

const nobody = {
  code: 'OFFICER_UNKNOWN',
  message: 'officer is the id of an officer of the directory, and app that of a registered app.',
};

const unknown = { code: 'UNIT_UNKNOWN', message: 'No such unit. Use a code of the imported list.' };
const misplaced: Readonly<Record<UnitLevel, { code: string; message: string }>> = {
  COMMUNE: { code: 'UNIT_NOT_COMMUNE', message: 'This role sits in a commune: use its code.' },
  PROVINCE: { code: 'UNIT_NOT_PROVINCE', message: 'This role sits in a province: use its code.' },
  NATION: { code: 'UNIT_NOT_NATION', message: 'This role sits in the nation: leave the unit out.' },
};

function seat(role: Role, unitCode: string | undefined): string {
  return tierOf(role) === 'NATION' ? nation : (unitCode ?? '');
}

async function appointDemo(administration: Administration, role: Role, unit: Unit) {
  const wish = demoWish(role, unit.code);
  const post = await administration.appoint(wish, founder, now());
  if (isRefusal(post)) return { code: post.refused, message: refusals[post.refused] };
  return { officerId: wish.officer, appId: demoApp, scope: officerScopes.join(' ') };
}

function demoWish(role: Role, unit: string) {
  const name = `${role}.${unit}`.toLowerCase().replaceAll('_', '-');
  return {
    unit,
    role,
    seat: 1,
    agency: agencyOf(role, unit),
    officer: `demo-${name}`,
    email: `${name}@demo.invalid`,
  };
}

function agencyOf(role: Role, unit: string): string {
  if (role === 'COMMUNE_POLICE') return `CA-${unit}`;
  if (role === 'PROVINCE_SUPERVISOR') return `SYT-${unit}`;
  if (role === 'HOTLINE_111') return '111';
  if (role === 'COMMUNE_MASS_ORGANISATION') return `MTTQ-${unit}`;
  return `UBND-${unit}`;
}
