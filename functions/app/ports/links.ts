import type { NoticeLink } from '#domain/link.ts';

/** Links in letters as opaque words that only this stage can make. */
export type LinkTokens = {
  /** The same word for the same link. */
  readonly sign: (link: NoticeLink) => string;
  /** The link a word names; nothing for every word this stage has not made. */
  readonly read: (token: string) => NoticeLink | undefined;
};
