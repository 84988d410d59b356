import type { Directories, RegisteredApp, Surrounded } from '#app/ports/directory.ts';
import type { Calendar } from '#domain/calendar.ts';
import {
  type Directory,
  nation,
  type Officer,
  type Post,
  type Unit,
  type UnitCode,
} from '#domain/directory.ts';
import type { LadderPolicy } from '#domain/ladder.ts';
import { checkVersion } from './body.ts';
import { presentCalendar } from './calendars.ts';
import { askAll, type Database, get, type Item } from './database.ts';
import { importedLadders } from './ladders.ts';
import { paged } from './paging.ts';
import { childPartition, keys, prefixes } from './table.ts';
import { appUses } from './uses.ts';

/**
 * The directory of units, posts, officers and apps; every read of who may do what is strong. `versions` is what
 * comes with the code; the calendar is that one with every import since.
 */
export function openDirectories(
  database: Database,
  versions: Pick<Directories, 'calendar' | 'procedures'>,
): Directories {
  return {
    ...versions,
    calendar: presentCalendar(database, versions.calendar),
    around: surroundings(database),
    provinces: async () => {
      const rows = await askAll(database, childrenOf(nation));
      return rows.map(readUnit);
    },
    officer: async (id) => readOfficer(await get(database, 'directory', keys.officer(id))),
    officerOf: (subject) => officerOf(database, subject),
    app: async (id) => readApp(await get(database, 'directory', keys.app(id))),
    post: async ({ unit, post }) => {
      const item = await get(database, 'directory', keys.post(unit, post));
      return item && readPost(item);
    },
    unit: async (code) => {
      const item = await get(database, 'directory', keys.unit(code));
      return item && readUnit(item);
    },
    children: async (parent, wish) => {
      const page = await paged(database, childrenOf(parent), wish);
      return { rows: page.items.map(readUnit), next: page.next };
    },
    used: appUses(database),
  };
}

/** An officer lies under their id; a subject that is another one leads there, and then alone. */
async function officerOf(database: Database, subject: string): Promise<Officer | undefined> {
  const item = await get(database, 'directory', keys.officer(subject));
  const id = item?.['subjectOf'];
  const isLink = typeof id === 'string';
  const found = readOfficer(isLink ? await get(database, 'directory', keys.officer(id)) : item);
  return found !== undefined && (found.subject ?? found.id) === subject ? found : undefined;
}

function childrenOf(parent: UnitCode) {
  const values = { ':pk': childPartition(parent) };
  return { table: 'directory', index: 'children', where: 'parentPk = :pk', values } as const;
}

type Partition = { readonly unit: Unit | undefined; readonly posts: readonly Post[] };
type Partitions = (units: readonly UnitCode[]) => Promise<ReadonlyMap<UnitCode, Partition>>;

/**
 * Reads units with their posts and those above them.
 *
 * Every change raises the revision, which is read strongly each time; while it stays, what has been read of a
 * unit still holds. Its `id` and not its number says so, because another directory may have grown to the same.
 */
function surroundings(database: Database): Directories['around'] {
  let known: Known | undefined;
  return async (units) => {
    const mark = await get(database, 'directory', keys.directoryRevision());
    const id = mark?.['id'];
    if (id === undefined || known?.id !== id) known = knownOf(database, id);
    const [found, ladders] = await Promise.all([
      around(units, Number(mark?.['n'] ?? 0), known.partitions),
      known.ladders(),
    ]);
    return { ...found, ladders };
  };
}

type Known = {
  readonly id: unknown;
  readonly partitions: Partitions;
  readonly ladders: () => Promise<readonly LadderPolicy[]>;
};

/** What holds while the revision stays; nothing has been imported where there is none yet. */
function knownOf(database: Database, id: unknown): Known {
  const once = remembered<readonly LadderPolicy[]>();
  const read = async () => (id === undefined ? [] : importedLadders(database));
  return { id, partitions: partitionsOf(database), ladders: () => once('', read) };
}

/** A unit lies in one partition with its posts; those above it are read in a second round only if unknown yet. */
async function around(
  units: readonly UnitCode[],
  revision: number,
  partitions: Partitions,
): Promise<Directory> {
  const all = new Map<UnitCode, Partition>();
  let wanted: readonly UnitCode[] = units.length > 0 ? [...units, nation] : [];
  while (wanted.length > 0) {
    for (const [code, found] of await partitions([...new Set(wanted)])) all.set(code, found);
    wanted = [...all.values()].flatMap(beside).filter((code) => !all.has(code));
  }
  return {
    revision,
    units: new Map([...all].flatMap(([code, { unit }]) => (unit ? [[code, unit] as const] : []))),
    posts: [...all.values()].flatMap(({ posts }) => posts),
  };
}

/** The units that are known with another: the one above it, and the one that took its place. */
function beside({ unit }: Partition): readonly UnitCode[] {
  if (unit === undefined) return [];
  return unit.successor === undefined ? [unit.parent] : [unit.parent, unit.successor];
}

function partitionsOf(database: Database): Partitions {
  const once = remembered<Partition>();
  return async (units) => {
    const read = units.map(
      async (code) => [code, await once(code, () => partition(database, code))] as const,
    );
    return new Map(await Promise.all(read));
  };
}

async function partition(database: Database, code: UnitCode): Promise<Partition> {
  const { pk, sk } = keys.unit(code);
  const items = await askAll(database, {
    table: 'directory',
    where: 'pk = :pk',
    values: { ':pk': pk },
  });
  const unit = items.find((item) => item.sk === sk);
  const posts = items.filter((item) => item.sk.startsWith(prefixes.post));
  return { unit: unit && readUnit(unit), posts: posts.map(readPost) };
}

/** Reads a unit. */
export function readUnit(item: Item): Unit {
  checkVersionOf(item);
  return item['unit'] as Unit;
}

// The index carries the unit alone, without the version beside it.
function checkVersionOf(item: Item): void {
  if ('v' in item) checkVersion(item);
}

/** Reads a post. */
export function readPost(item: Item): Post {
  checkVersion(item);
  return item['post'] as Post;
}

/** Reads an officer; a link from a subject to one is none. */
export function readOfficer(item: Item | undefined): Officer | undefined {
  if (item === undefined) return undefined;
  checkVersion(item);
  return item['officer'] as Officer | undefined;
}

/** Reads an app. */
export function readApp(item: Item | undefined): RegisteredApp | undefined {
  if (item === undefined) return undefined;
  checkVersion(item);
  return item['app'] as RegisteredApp;
}

/** Remembers what has been read, for the length of one tick: many cases lie in few units. */
export function remembering(directories: Directories): Directories {
  const around = remembered<Surrounded>();
  const calendar = remembered<Calendar>();
  return {
    ...directories,
    around: (units) =>
      around([...new Set(units)].toSorted().join(' '), () => directories.around(units)),
    calendar: () => calendar('', directories.calendar),
  };
}

function remembered<Read>() {
  const seen = new Map<string, Promise<Read>>();
  return (key: string, read: () => Promise<Read>): Promise<Read> => {
    const known = seen.get(key) ?? read();
    seen.set(key, known);
    // What failed once is asked again by the next case that needs it.
    known.catch(() => seen.delete(key));
    return known;
  };
}
