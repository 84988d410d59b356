import { isDeepStrictEqual } from 'node:util';
import type { Administration, Appointment, AppWish, PostSeat } from '#app/ports/directory.ts';
import type { Officer, Post, Unit } from '#domain/directory.ts';
import { itemVersion } from './body.ts';
import { type Action, type Database, get, getAll, type Item, put, word } from './database.ts';
import { readPost, readUnit } from './directory.ts';
import { indexed, keys } from './table.ts';
import { change, inTurn, note, type Register, type Signed, type Turn } from './turn.ts';

/** What administrators keep; every change carries its audit entry and raises the directory revision. */
export function openAdministration(database: Database, newId: () => string): Administration {
  const register = { database, newId };
  return {
    importUnits: (units, by, now) => importUnits(register, units, { by, now }),
    appoint: (wish, by, now) => inTurn(register, (turn) => appoint(turn, wish, { by, now })),
    vacate: (seat, by, now) => inTurn(register, (turn) => vacate(turn, seat, { by, now })),
    asked: (question, by, now) => note(register, { ...question, by, now }),
    registerApp: (app, by, now) => inTurn(register, (turn) => registerApp(turn, app, { by, now })),
  };
}

/** Chunks leave room for the audit entry and the revision in a transaction of at most a hundred. */
const unitsPerTransaction = 90;

/**
 * Each chunk is one transaction; an import cut short is finished by importing the same list again,
 * because units that are already as listed are left alone.
 */
async function importUnits(register: Register, units: readonly Unit[], signed: Signed) {
  const { database } = register;
  const found = await getAll(
    database,
    'directory',
    units.map(({ code }) => keys.unit(code)),
  );
  const before = (unit: Unit) => found.get(word(keys.unit(unit.code)));
  const added = units.filter((unit) => before(unit) === undefined);
  const changed = units.filter((unit) => isChanged(before(unit), unit));
  const wanted = [...added, ...changed];
  for (let at = 0; at < wanted.length; at += unitsPerTransaction) {
    const chunk = wanted.slice(at, at + unitsPerTransaction);
    const puts = chunk.map((unit) => put(database, 'directory', unitItem(unit)));
    const entry = { ...signed, act: 'importUnits', about: chunk.map(({ code }) => code) };
    await inTurn(register, (turn) => change(turn, puts, entry));
  }
  const unchanged = units.length - wanted.length;
  return { added: added.length, changed: changed.length, unchanged };
}

function isChanged(before: Item | undefined, unit: Unit): boolean {
  return before !== undefined && !isDeepStrictEqual(readUnit(before), unit);
}

function unitItem(unit: Unit): Item {
  const child = unit.level === 'NATION' ? {} : indexed.child(unit.parent, unit.code);
  return { ...keys.unit(unit.code), v: itemVersion, unit, ...child };
}

/** A post has one holder and an officer may hold several posts; both sides are written together. */
async function appoint(turn: Turn, wish: Appointment, signed: Signed): Promise<Post> {
  const { database } = turn;
  const { unit, officer: id, email } = wish;
  const postId = postIdOf(wish);
  const [postItem, officerItem] = await Promise.all([
    get(database, 'directory', keys.post(unit, postId)),
    get(database, 'directory', keys.officer(id)),
  ]);
  const known = officerItem?.['officer'] as Officer | undefined;
  const before = postItem && readPost(postItem);
  const post = postAfter(wish, postId, before);
  // An address is replaced by another and never wiped by an appointment that names none.
  const address = email ?? officerItem?.['email'];
  const items: Item[] = [
    { ...keys.post(unit, postId), v: itemVersion, post },
    {
      ...keys.officer(id),
      v: itemVersion,
      officer: officerAfter(wish, postId, known),
      ...(address !== undefined && { email: address }),
    },
  ];
  if (isDeepStrictEqual([postItem, officerItem], items)) return post;
  const actions = [
    ...items.map((item) => put(database, 'directory', item)),
    ...(await leavePost(database, before, wish)),
  ];
  await change(turn, actions, { ...signed, act: 'appoint', about: [postId, id] });
  return post;
}

/** Posts of one role in one unit are numbered; the first bears no number. */
function postIdOf({ role, unit, seat }: Appointment): string {
  return seat === 1 ? `${role}@${unit}` : `${role}@${unit}/${seat}`;
}

/** An appointment changes the holder; whether the post or the officer is suspended is another matter. */
function postAfter(wish: Appointment, id: string, before: Post | undefined): Post {
  const { role, unit, agency, officer: holder } = wish;
  return { id, role, unit, agency, holder, disabled: before?.disabled ?? false };
}

function officerAfter(wish: Appointment, post: string, known: Officer | undefined): Officer {
  const { role, unit, agency, officer: id } = wish;
  const others = known?.posts.filter((each) => each.id !== post) ?? [];
  const posts = [...others, { id: post, role, unit, agency }];
  return { id, posts, disabled: known?.disabled ?? false };
}

async function leavePost(database: Database, before: Post | undefined, { officer }: Appointment) {
  if (before?.holder === undefined || before.holder === officer) return [];
  return leave(database, before.holder, before);
}

type Left = Pick<Post, 'id' | 'unit'>;

/** Whoever leaves a post leaves its calendar behind for good, even if they come back. */
async function leave(database: Database, officerId: string, left: Left): Promise<Action[]> {
  const [item, unlinked] = await Promise.all([
    get(database, 'directory', keys.officer(officerId)),
    unlink(database, left),
  ]);
  if (item === undefined) return unlinked;
  const officer = item['officer'] as Officer;
  const posts = officer.posts.filter(({ id }) => id !== left.id);
  return [...unlinked, put(database, 'directory', { ...item, officer: { ...officer, posts } })];
}

/** Takes the digest of its link from a post that has a calendar; nothing is to be done for any other. */
export async function unlink(database: Database, { unit, id }: Left): Promise<Action[]> {
  const key = keys.feed(unit, id);
  const item = await get(database, 'directory', key);
  return item?.['digest'] === undefined
    ? []
    : [put(database, 'directory', { ...key, v: itemVersion })];
}

async function vacate(turn: Turn, { unit, post: id }: PostSeat, signed: Signed): Promise<boolean> {
  const { database } = turn;
  const item = await get(database, 'directory', keys.post(unit, id));
  if (item === undefined) return false;
  const { holder, ...rest } = readPost(item);
  if (holder === undefined) return true;
  const actions = [
    put(database, 'directory', { ...keys.post(unit, id), v: itemVersion, post: rest }),
    ...(await leave(database, holder, { id, unit })),
  ];
  await change(turn, actions, { ...signed, act: 'vacate', about: [id] });
  return true;
}

async function registerApp(turn: Turn, app: AppWish, signed: Signed): Promise<void> {
  const item = { ...keys.app(app.id), v: itemVersion, app };
  await change(turn, [put(turn.database, 'directory', item)], {
    ...signed,
    act: 'registerApp',
    about: [app.id],
  });
}
