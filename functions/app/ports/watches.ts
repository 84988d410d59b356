import type { Instant } from '#domain/time.ts';
import type { Anomaly, Watch } from '#domain/watch.ts';
import type { Page, PageWish } from './worklists.ts';

/** Whom a watch is about: an officer behind an app, or a machine. */
export type Watchee = { readonly id: string; readonly app: string };

/** A watch as it was read; `turn` counts how often it was written. */
export type KeptWatch = { readonly watch: Watch; readonly turn: number };

/** An anomaly as administrators find it. */
export type ToldAnomaly = Anomaly & {
  readonly officer: string;
  readonly app: string;
  readonly at: Instant;
};

/** What is remembered of everybody who opens papers or is refused something. */
export type Watches = {
  readonly load: (who: Watchee) => Promise<KeptWatch>;
  /** Keeps the next state of a watch with what is told of it; false when another request was first. */
  readonly keep: (
    who: Watchee,
    next: KeptWatch,
    anomalies: readonly ToldAnomaly[],
  ) => Promise<boolean>;
};

/** What was told in a month (`2026-01`, by Greenwich time), the newest first. */
export type Anomalies = {
  readonly list: (month: string, wish: PageWish) => Promise<Page<ToldAnomaly>>;
};
