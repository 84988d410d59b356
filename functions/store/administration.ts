import { isDeepStrictEqual } from 'node:util';
import type { Administration } from '#app/ports/directory.ts';
import type { DirectoryActs } from '#app/ports/personnel.ts';
import type { Unit } from '#domain/directory.ts';
import type { Refusal } from '#domain/refusal.ts';
import { appoint, vacate } from './appointments.ts';
import { apps, registerApp } from './apps.ts';
import { itemVersion } from './body.ts';
import { type Database, getAll, type Item, put } from './database.ts';
import { readUnit } from './directory.ts';
import { type Draft, drafted } from './draft.ts';
import { importOfficers } from './officer-import.ts';
import { personnel } from './personnel.ts';
import { openRoster } from './roster.ts';
import { indexed, keys } from './table.ts';
import { change, inTurn, note, type Register, type Signed } from './turn.ts';
import { webhookActs } from './webhook-acts.ts';

type Carry<Act extends keyof DirectoryActs> = (
  draft: Draft,
  wish: DirectoryActs[Act],
  signed: Signed,
) => Promise<Refusal | undefined>;
const acts: { readonly [Act in keyof DirectoryActs]: Carry<Act> } = {
  ...personnel,
  ...apps,
  ...webhookActs,
};

/** What administrators keep; every change carries its audit entry and raises the directory revision. */
export function openAdministration(database: Database, newId: () => string): Administration {
  const register = { database, newId };
  return {
    ...openRoster(database),
    importUnits: (units, by, now) => importUnits(register, units, { by, now }),
    compareUnits: (units) => compareUnits(database, units),
    importOfficers: (wish, by, now) => importOfficers(register, wish, { by, now }),
    appoint: async (wish, by, now) => {
      const about = [wish.role, wish.unit, wish.officer];
      const act = (draft: Draft) => appoint(draft, wish, { by, now });
      return doneOf(await drafted(register, { by, now, act: 'appoint', about }, act));
    },
    vacate: async (seat, by, now) => {
      const act = (draft: Draft) => vacate(draft, seat, now);
      return doneOf(await drafted(register, { by, now, act: 'vacate', about: [seat.post] }, act));
    },
    registerApp: async (app, by, now) => {
      const act = (draft: Draft) => registerApp(draft, app, { by, now });
      const entry = { by, now, act: 'registerApp', about: [app.id] };
      return changedBy(await drafted(register, entry, act));
    },
    carryOut: async (name, wish, by, now) => {
      const act = (draft: Draft) => acts[name](draft, wish, { by, now });
      const entry = { by, now, act: name, about: aboutOf(wish) };
      return changedBy(await drafted(register, entry, act));
    },
    asked: (question, by, now) => note(register, { ...question, by, now }),
  };
}

function doneOf<Done>(drafted: { readonly done: Done } | Refusal): Done | Refusal {
  return 'done' in drafted ? drafted.done : drafted;
}

function changedBy(drafted: { readonly changed: boolean } | Refusal): boolean | Refusal {
  return 'changed' in drafted ? drafted.changed : drafted;
}

// An address or a number is a person's, or holds a secret of a server, and a digest is no id: none belongs into the log.
const unlogged: readonly string[] = ['email', 'phone', 'url', 'secretSha256'];

/** What an act is about: all that was said, but for what the log may not have. */
function aboutOf(wish: object): readonly string[] {
  const said = Object.entries(wish).filter(([name, value]) => !unlogged.includes(name) && value);
  return said.map(([, value]) => String(value));
}

/** Chunks leave room for the audit entry and the revision in a transaction of at most a hundred. */
const unitsPerTransaction = 90;

/**
 * Each chunk is one transaction; an import cut short is finished by importing the same list again,
 * because units that are already as listed are left alone.
 */
async function importUnits(register: Register, units: readonly Unit[], signed: Signed) {
  const { database } = register;
  const { wanted, counts } = await compareUnits(database, units);
  for (let at = 0; at < wanted.length; at += unitsPerTransaction) {
    const chunk = wanted.slice(at, at + unitsPerTransaction);
    const puts = chunk.map((unit) => put(database, 'directory', unitItem(unit)));
    const entry = { ...signed, act: 'importUnits', about: chunk.map(({ code }) => code) };
    await inTurn(register, (turn) => change(turn, puts, entry));
  }
  return counts;
}

async function compareUnits(database: Database, units: readonly Unit[]) {
  const asked = units.map(({ code }) => keys.unit(code));
  const found = [...(await getAll(database, 'directory', asked)).values()].map(readUnit);
  const known = new Map(found.map((unit) => [unit.code, unit]));
  const added = units.filter(({ code }) => !known.has(code));
  const wanted = units.filter((unit) => !isDeepStrictEqual(known.get(unit.code), unit));
  const changed = wanted.length - added.length;
  const counts = { added: added.length, changed, unchanged: units.length - wanted.length };
  return { known, wanted, counts };
}

function unitItem(unit: Unit): Item {
  const child = unit.level === 'NATION' ? {} : indexed.child(unit.parent, unit.code);
  return { ...keys.unit(unit.code), v: itemVersion, unit, ...child };
}
