import type { Contact, Contacts, Returns, Unreachable } from '#app/ports/contacts.ts';
import { delegateOf } from '#domain/directory.ts';
import type { Instant } from '#domain/time.ts';
import { checkVersion, itemVersion } from './body.ts';
import { type Database, get, type Item, type Key, putIf } from './database.ts';
import { readPost } from './directory.ts';
import { keys } from './table.ts';

/** Where posts are reached, as the directory has it. */
export function openContacts(database: Database): Contacts {
  return { contact: (unit, post, at) => contact(database, keys.post(unit, post), at) };
}

async function contact(database: Database, key: Key, at: Instant): Promise<Contact | undefined> {
  const item = await get(database, 'directory', key);
  const post = item && readPost(item);
  if (post?.holder === undefined || post.disabled) return undefined;
  const officer = delegateOf(post, at)?.to ?? (post.suspended === true ? undefined : post.holder);
  if (officer === undefined) return undefined;
  const [reader, mark] = await Promise.all([
    get(database, 'directory', keys.officer(officer)),
    get(database, 'directory', keys.unreachable(officer)),
  ]);
  return { officer, ...contactIn(reader, mark) };
}

/** What lies on file of how an officer is reached; a mark on another address than the present one is past. */
export function contactIn(
  officer: Item | undefined,
  mark: Item | undefined,
): Omit<Contact, 'officer'> {
  const email = textIn(officer, 'email');
  if (mark !== undefined) checkVersion(mark);
  const isPast = email === null || textIn(mark, 'email') !== email;
  const unreachable = isPast ? undefined : (mark?.['unreachable'] as Unreachable | undefined);
  return { email, phone: textIn(officer, 'phone'), unreachable: unreachable ?? null };
}

function textIn(item: Item | undefined, name: string): string | null {
  const text = item?.[name];
  return typeof text === 'string' ? text : null;
}

/** Marks of addresses, each beside its officer and never on them: whoever writes one changes no right of anybody. */
export function openReturns(database: Database): Returns {
  return {
    markUnreachable: async (officer, email, unreachable) => {
      const item = { ...keys.unreachable(officer), v: itemVersion, email, unreachable };
      const isOther = 'attribute_not_exists(email) OR email <> :email';
      await putIf(database, 'directory', item, { when: isOther, values: { ':email': email } });
    },
  };
}
