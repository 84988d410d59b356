import type { UnitCode } from '#domain/directory.ts';
import type { Instant } from '#domain/time.ts';

/** That an address brings nothing: since when, and by which code its service said so. */
export type Unreachable = { readonly since: Instant; readonly code: string };

/** How whoever stands for a post is reached. */
export type Contact = {
  readonly officer: string;
  readonly email: string | null;
  /** A number as E.164 writes it. */
  readonly phone: string | null;
  /** Set while mail to the address is known to come back. */
  readonly unreachable: Unreachable | null;
};

/** Where posts are reached. */
export type Contacts = {
  /** The delegate of a post at an instant, or its holder; nothing while it is vacant. */
  readonly contact: (unit: UnitCode, post: string, at: Instant) => Promise<Contact | undefined>;
};

/** Where it is written down that an address brings nothing. */
export type Returns = {
  /** Holds for this address alone: another one of the officer is good until it comes back as well. */
  readonly markUnreachable: (officer: string, email: string, mark: Unreachable) => Promise<void>;
};

/** A mail that came back after it had left, or was complained of. */
export type Returned = {
  readonly outcome: 'RETURNED' | 'COMPLAINED';
  /** Whether the address will bring nothing tomorrow either. */
  readonly isLasting: boolean;
  readonly code: string;
  /** The post it was for, and the reference it carried. */
  readonly post: string;
  readonly ref: string;
  /** What the mail service calls it. */
  readonly message: string;
  readonly address: string;
  readonly at: Instant;
};
