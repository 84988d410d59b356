import { type Instant, minuteLength, toEpoch } from './time.ts';

/** What is told of an officer behind an app: much read in an hour or a day, or much tried in vain. */
export const anomalyKinds = ['READ_IN_AN_HOUR', 'READ_IN_A_DAY', 'REFUSED_IN_AN_HOUR'] as const;
/** One of {@link anomalyKinds}. */
export type AnomalyKind = (typeof anomalyKinds)[number];

type Norm = { readonly of: 'opened' | 'refused'; readonly most: number; readonly minutes: number };

/**
 * How many different cases, or things refused, are no anomaly yet within a sliding window.
 *
 * @policy 0043
 */
export const norms: Readonly<Record<AnomalyKind, Norm>> = {
  READ_IN_AN_HOUR: { of: 'opened', most: 30, minutes: 60 },
  READ_IN_A_DAY: { of: 'opened', most: 100, minutes: 24 * 60 },
  REFUSED_IN_AN_HOUR: { of: 'refused', most: 40, minutes: 60 },
};

/** When each thing was met last, by its mark, in minutes after 1970. */
export type Trail = Readonly<Record<string, number>>;

/** What is remembered of one officer behind one app: never what was read, only how much. */
export type Watch = {
  readonly opened: Trail;
  readonly refused: Trail;
  /** When each kind was told last, in minutes after 1970. */
  readonly told: { readonly [Kind in AnomalyKind]?: number };
};

/** What one request met, by marks of a few letters that lead back to nothing. */
export type Met = { readonly opened: readonly string[]; readonly refused: readonly string[] };

/** Something to be told, with how many different things were met in the window. */
export type Anomaly = { readonly kind: AnomalyKind; readonly count: number };

/** A watch of whom nothing is known yet. */
export const unwatched: Watch = { opened: {}, refused: {}, told: {} };

/** What was met again within so many minutes is one meeting, and costs no write. */
const graceMinutes = 5;

/**
 * The watch after a request, and what is to be told of it: each kind once per window.
 *
 * The same watch comes back when nothing is new in it.
 */
export function watched(
  watch: Watch,
  met: Met,
  now: Instant,
): { readonly watch: Watch; readonly anomalies: readonly Anomaly[] } {
  const minute = minuteOf(now);
  const opened = followed(watch.opened, met.opened, { minute, like: 'opened' });
  const refused = followed(watch.refused, met.refused, { minute, like: 'refused' });
  if (opened === watch.opened && refused === watch.refused) return { watch, anomalies: [] };
  const next = { ...watch, opened, refused };
  const anomalies = anomalyKinds
    .map((kind) => ({ kind, count: countOf(next, kind, minute) }))
    .filter(({ kind, count }) => count > norms[kind].most && isUntold(watch, kind, minute));
  const told = Object.fromEntries(anomalies.map(({ kind }) => [kind, minute]));
  return { watch: { ...next, told: { ...watch.told, ...told } }, anomalies };
}

/** Whether somebody was refused so much of late that papers stay closed to them. */
export function isClosedTo(watch: Watch, now: Instant): boolean {
  return countOf(watch, 'REFUSED_IN_AN_HOUR', minuteOf(now)) > norms.REFUSED_IN_AN_HOUR.most;
}

function minuteOf(now: Instant): number {
  return Math.floor(toEpoch(now) / minuteLength);
}

function countOf(watch: Watch, kind: AnomalyKind, minute: number): number {
  const { of, minutes } = norms[kind];
  return Object.values(watch[of]).filter((at) => at > minute - minutes).length;
}

function isUntold({ told }: Watch, kind: AnomalyKind, minute: number): boolean {
  return (told[kind] ?? Number.NEGATIVE_INFINITY) <= minute - norms[kind].minutes;
}

type Following = { readonly minute: number; readonly like: Norm['of'] };

/** A trail with what was just met, without what no window reaches and without more than is counted. */
function followed(trail: Trail, marks: readonly string[], { minute, like }: Following): Trail {
  const fresh = marks.filter((mark) => (trail[mark] ?? 0) <= minute - graceMinutes);
  if (fresh.length === 0) return trail;
  const reach = Object.values(norms).filter(({ of }) => of === like);
  const longest = Math.max(...reach.map(({ minutes }) => minutes));
  const most = Math.max(...reach.map((norm) => norm.most)) + 1;
  const kept = Object.entries(trail).filter(
    ([mark, at]) => at > minute - longest && !fresh.includes(mark),
  );
  const met = fresh.map((mark) => [mark, minute] as const);
  // The oldest leave first; what stays is still more than the most.
  const entries = [...kept.toSorted(([, a], [, b]) => a - b), ...met].slice(-most);
  return Object.fromEntries(entries);
}
