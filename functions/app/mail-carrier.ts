import { unwritten } from '#domain/attempt.ts';
import type { Contacts } from './ports/contacts.ts';
import type { Carrier, Group, Letter, Parcel, Service } from './ports/notices.ts';
import type { World } from './ports/world.ts';

/** What carrying by mail needs around it. */
export type MailRoom = {
  readonly contacts: Contacts;
  /** The letter of one or several notices that leave together. */
  readonly letter: (group: Group) => Letter;
  readonly service: Service<Parcel>;
  readonly world: Pick<World, 'now'>;
};

/** Carries by mail to whoever holds the post; a vacant one is waited for, an address that brings nothing is not. */
export function mailCarrier({ contacts, letter, service, world }: MailRoom): Carrier {
  return async (group) => {
    const [{ post }] = group;
    const reached = await contacts.contact(post.unit, post.id, world.now());
    if (reached === undefined) return unwritten('LATER', 'POST_VACANT');
    if (reached.email === null) return unwritten('LATER', 'NO_ADDRESS');
    if (reached.unreachable !== null) return unwritten('REFUSED', 'ADDRESS_UNREACHABLE');
    const written = letter(group);
    const parcel = { ...written, to: reached.email, ref: refOf(group), post: post.id };
    return { ...(await service(parcel)), words: written.words };
  };
}

/** The id of the notice, and how many more left with it. */
function refOf([first, ...others]: Group): string {
  return others.length === 0 ? first.id : `${first.id} +${others.length}`;
}
