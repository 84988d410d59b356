import { unwritten } from '#domain/attempt.ts';
import type { Bilingual } from '#domain/bilingual.ts';
import { shortMessage, shortWords } from '#domain/short-message.ts';
import type { Contacts } from './ports/contacts.ts';
import type { Carrier, Service, ShortParcel } from './ports/notices.ts';
import type { World } from './ports/world.ts';

/** What carrying by short message needs around it. */
export type MessageRoom = {
  readonly contacts: Contacts;
  readonly language: keyof Bilingual;
  readonly service: Service<ShortParcel>;
  readonly world: Pick<World, 'now'>;
};

/** Carries by short message to whoever holds the post: a vacant one is waited for, who has no telephone is not. */
export function messageCarrier({ contacts, language, service, world }: MessageRoom): Carrier {
  return async (group) => {
    const [{ post, id }] = group;
    const reached = await contacts.contact(post.unit, post.id, world.now());
    if (reached === undefined) return unwritten('LATER', 'POST_VACANT');
    if (reached.phone === null) return unwritten('NOBODY', 'NO_PHONE');
    const text = shortMessage(group)[language];
    return { ...(await service({ to: reached.phone, text, ref: id })), words: shortWords };
  };
}
