import type { Channel } from '#domain/delivery.ts';
import type { Hidden, KeptDelivery, Notices } from './notices.ts';
import type { Page, PageWish } from './worklists.ts';

/** What goes to one recipient by one way. */
export type Box = { readonly channel: Channel; readonly to: string };

/** How deliveries stand, for those who oversee recipients and those who mend what failed. */
export type DeliveryDesk = Pick<Notices, 'find' | 'redrive'> & {
  /** What goes to a recipient, newest first, without what is about cases that are to be hidden. */
  readonly list: (box: Box, wish: PageWish, hidden?: Hidden) => Promise<Page<KeptDelivery>>;
  /** What was given up: of one recipient, or of all of them, by recipient and then by time. */
  readonly dead: (to: string | null, wish: PageWish) => Promise<Page<KeptDelivery>>;
};
