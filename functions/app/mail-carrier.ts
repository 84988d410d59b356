import type { Handover } from '#domain/attempt.ts';
import type { Letter } from '#domain/letter.ts';
import type { Directories } from './ports/directory.ts';
import type { Carrier, Group, Parcel, Service } from './ports/notices.ts';
import type { World } from './ports/world.ts';

/** What carrying by mail needs around it. */
export type MailRoom = {
  readonly directories: Pick<Directories, 'address'>;
  /** The letter of one or several notices that leave together. */
  readonly letter: (group: Group) => Letter;
  readonly service: Service<Parcel>;
  readonly world: Pick<World, 'now'>;
};

/** Carries by mail to whoever holds the post; a vacant one is waited for. */
export function mailCarrier({ directories, letter, service, world }: MailRoom): Carrier {
  return async (group) => {
    const [{ post }] = group;
    const to = await directories.address(post.unit, post.id, world.now());
    if (to === undefined) return vacant;
    const written = letter(group);
    const answered = await service({ ...written, to, ref: refOf(group), post: post.id });
    return { ...answered, words: written.words };
  };
}

const vacant: Handover = { verdict: 'LATER', code: 'NO_ADDRESS', words: null, message: null };

/** The id of the notice, and how many more left with it. */
function refOf([first, ...others]: Group): string {
  return others.length === 0 ? first.id : `${first.id} +${others.length}`;
}
