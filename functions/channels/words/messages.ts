import type { NoticeKind } from '#domain/notice.ts';

/**
 * What a message may speak of. Its members come from a notice, which holds nothing about a child, and from
 * our own words: there is none through which a name, a place or a text of a record could come in.
 */
export type Arguments = {
  /** Code of the case, to be said over the phone. */
  readonly code: string;
  /** What happened, in words. */
  readonly heading: string;
  /** What is owed, until when and by which law or policy: see `dutyLines`. */
  readonly duty: string;
  /** Where the case is opened, after a login. */
  readonly link: string;
  /** Where a duty is acknowledged without a login, once. */
  readonly acknowledgement: string;
  /** Whether it cannot wait: `yes` or `no`. */
  readonly urgent: 'yes' | 'no';
  /** How many notices the letter has. */
  readonly count: number;
  /** How many of them are of duties that are overdue. */
  readonly overdue: number;
};

/** Each message and the arguments it takes. */
export type Takes = {
  /** The subject of a letter with one notice. */
  readonly subjectOfOne: 'urgent' | 'code' | 'heading';
  /** The subject of a letter with several. */
  readonly subjectOfMany: 'urgent' | 'count' | 'overdue';
  /** How a letter with several begins. */
  readonly intro: 'count';
  /** What stands of a notice of a duty. */
  readonly dutyNotice: 'urgent' | 'heading' | 'code' | 'duty' | 'link';
  /** How a notice of a duty may be acknowledged by whoever has the letter. */
  readonly acknowledge: 'acknowledgement';
  /** What stands of a notice of an act. */
  readonly actNotice: 'urgent' | 'heading' | 'code' | 'link';
  /** How a letter ends. */
  readonly closing: never;
};

/** The name of a message. */
export type MessageName = keyof Takes | `heading${NoticeKind}`;

/** All messages in one language, as ICU patterns. */
export type Messages = Readonly<Record<MessageName, string>>;
