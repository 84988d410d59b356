import type { Channel } from '#domain/delivery.ts';
import { unitOfWebhook } from '#domain/webhook.ts';

/** One secondary index of a table: its name, its two key attributes and what it carries. */
export type IndexShape = {
  readonly name: string;
  readonly partition: string;
  readonly sort: string;
  /** Attributes carried beside the keys; none means keys only. */
  readonly carries: readonly string[];
};

/** One table: every table has the string keys `pk` and `sk`. */
export type TableShape = {
  readonly name: string;
  readonly indexes: readonly IndexShape[];
  /** `KEYS_ONLY` where a change feed leaves the table; no attribute but the keys ever enters it. */
  readonly stream?: 'KEYS_ONLY';
  /** Attribute holding an epoch second after which the item may be deleted; never used for correctness. */
  readonly expires?: string;
};

/**
 * The five tables, defined once for the stack, the local engine and the code.
 *
 * Separate tables buy separate rights, streams, retention and restore; a transaction may span them at no cost.
 */
export const tables = {
  cases: {
    name: 'cases',
    stream: 'KEYS_ONLY',
    expires: 'expiresOn',
    indexes: [
      { name: 'due', partition: 'duePk', sort: 'dueSk', carries: [] },
      { name: 'worklist', partition: 'listPk', sort: 'listSk', carries: ['listed', 'closedTo'] },
      { name: 'overdue', partition: 'overPk', sort: 'overSk', carries: ['listed', 'closedTo'] },
    ],
  },
  audit: { name: 'audit', indexes: [] },
  directory: {
    name: 'directory',
    indexes: [{ name: 'children', partition: 'parentPk', sort: 'parentSk', carries: ['unit'] }],
  },
  notices: {
    name: 'notices',
    expires: 'expiresOn',
    indexes: [
      { name: 'inbox', partition: 'inboxPk', sort: 'inboxSk', carries: [] },
      { name: 'dead', partition: 'deadPk', sort: 'deadSk', carries: [] },
      { name: 'attempts', partition: 'attemptPk', sort: 'attemptSk', carries: [] },
    ],
  },
  stats: { name: 'stats', indexes: [] },
} as const satisfies Record<string, TableShape>;

/** The stem of a table; the deployed name is this behind the stage prefix. */
export type TableName = keyof typeof tables;

/** Shards of a province's due index; raised only when {@link timersPerSecond} leave a province behind. */
export const dueShards = 1;

/**
 * Timers a sweeper moves a second in one partition of the due index.
 *
 * A move deletes one entry and puts another, and a partition takes a thousand writes a second: two sweepers
 * at once stay below it, and one leaves half of it to the officers.
 */
export const timersPerSecond = 240;

// A separator inside a part must not make two different keys equal.
const part = (text: string): string => text.replace(/[%#]/g, encodeURIComponent);
const padded = (seq: number): string => String(seq).padStart(8, '0');

type Told = Readonly<Record<'at' | 'app' | 'officer' | 'kind', string>>;
export type Way = { readonly channel: Channel; readonly to: string; readonly id: string };
export const ways: Readonly<Record<Channel, string>> = { EMAIL: 'B', SMS: 'S', WEBHOOK: 'H' };
type Owner = { readonly unit: string; readonly agency: string | null };

/** The key of every kind of item. Nothing else in the project spells a key. */
export const keys = {
  head: (caseId: string) => ({ pk: `C#${caseId}`, sk: 'HEAD' }),
  /** Which case a code is of. */
  code: (code: string) => ({ pk: `K#CODE#${part(code)}`, sk: 'CASE' }),
  event: (caseId: string, seq: number) => ({ pk: `C#${caseId}`, sk: `E#${padded(seq)}` }),
  plan: (caseId: string, cycle: number) => ({ pk: `C#${caseId}`, sk: `PLAN#${cycle}` }),
  paper: (caseId: string, kind: string, version: number) => ({
    pk: `C#${caseId}`,
    sk: `S#${kind}#${padded(version)}`,
  }),
  listed: (caseId: string, owner: Owner) => ({ pk: `C#${caseId}`, sk: listPartition(owner) }),
  incident: (incidentId: string) => ({ pk: `N#${incidentId}`, sk: 'INCIDENT' }),
  incidentPaper: (incidentId: string, kind: string, version: number) => ({
    pk: `N#${incidentId}`,
    sk: `S#${kind}#${padded(version)}`,
  }),
  request: (app: string, subject: string, key: string) => ({
    pk: `I#${part(app)}#${part(subject)}#${part(key)}`,
    sk: 'REQUEST',
  }),
  caseCounter: () => ({ pk: 'K#CASE', sk: 'COUNTER' }),
  formCounter: (agency: string, year: number) => ({
    pk: `K#FORM#${part(agency)}#${year}`,
    sk: 'COUNTER',
  }),
  unit: (code: string) => ({ pk: `U#${part(code)}`, sk: 'UNIT' }),
  post: (unit: string, id: string) => ({ pk: `U#${part(unit)}`, sk: `POST#${part(id)}` }),
  officer: (id: string) => ({ pk: `O#${part(id)}`, sk: 'OFFICER' }),
  /** That the address of an officer brings nothing; apart from the officer, for another door writes it. */
  unreachable: (officer: string) => ({ pk: `BOUNCED#${part(officer)}`, sk: 'ADDRESS' }),
  app: (id: string) => ({ pk: `A#${part(id)}`, sk: 'APP' }),
  /** What a secret link leads to, by the digest of the secret. */
  feedLink: (digest: string) => ({ pk: `F#${digest}`, sk: 'LINK' }),
  /** The one feed of a post, beside it. */
  feed: (unit: string, post: string) => ({ pk: `U#${part(unit)}`, sk: `FEED#${part(post)}` }),
  /** Who had a post when: `whose` tells apart what begins at one instant. */
  tenure: (post: string, from: string, whose: string) => ({
    pk: `T#${part(post)}`,
    sk: `${from}#${part(whose)}`,
  }),
  /** A webhook lies by the unit at the end of its id. */
  webhook: (id: string) => ({ pk: `HOOK#${part(unitOfWebhook(id))}`, sk: part(id) }),
  used: (app: string, credential = '') => ({ pk: `L#${part(app)}`, sk: `C#${part(credential)}` }),
  directoryRevision: () => ({ pk: 'R', sk: 'DIRECTORY' }),
  migrationOrder: (app: string, officer: string, key: string) => ({
    pk: `MIGRATION#${part(app)}#${part(officer)}#${part(key)}`,
    sk: 'ORDER',
  }),
  /** The ladders of a province, revision by revision; all of them lie together. */
  ladder: (province: string, revision: number) => ({
    pk: ladderPartition,
    sk: `${part(province)}#${padded(revision)}`,
  }),
  calendarMark: () => ({ pk: 'R', sk: 'CALENDAR' }),
  calendarImport: (number: number) => ({ pk: 'CALENDAR', sk: padded(number) }),
  replanned: () => ({ pk: 'CALENDAR', sk: 'REPLANNED' }),
  /** A notice on one way; that by mail is its entry in the inbox of the post. */
  delivery: ({ channel, to, id }: Way) => ({ pk: boxPartition(channel, to), sk: `N#${id}` }),
  /** That carriers switched a webhook off, beside what is to go there. */
  stop: (webhook: string) => ({ pk: boxPartition('WEBHOOK', webhook), sk: 'STOP' }),
  /** How many letters a recipient was sent in an hour. */
  letters: ({ channel, to }: Omit<Way, 'id'>, hour: string) => ({
    pk: boxPartition(channel, to),
    sk: `L#${hour}`,
  }),
  cursor: (caseId: string) => ({ pk: `C#${caseId}`, sk: 'CURSOR' }),
  /** Statistical records lie by generation, so that a rebuild never mixes with what it replaces. */
  record: (caseId: string) => ({ pk: `C#${caseId}`, sk: 'RECORD' }),
  recordOfPeriod: (period: string, caseId: string) => ({ pk: `Q#1#${period}`, sk: caseId }),
  release: (id: string) => ({ pk: `RELEASE#${part(id)}`, sk: 'RELEASE' }),
  releaseList: (id: string) => ({ pk: 'RELEASE', sk: part(id) }),
  /** The book of signed digests, sheet by sheet, and how far each case is vouched for in it. */
  digest: (seq: number) => ({ pk: digestPartition, sk: padded(seq) }),
  anchor: (caseId: string) => ({ pk: `ANCHOR#${caseId}`, sk: 'ANCHOR' }),
  read: (caseId: string, at: string, id: string) => ({
    pk: `C#${caseId}`,
    sk: `R#${at}#${part(id)}`,
  }),
  /** The list of destroyed keys, by the incident they belonged to. */
  shredded: (incident: string, subject: string) => ({
    pk: shredPartition,
    sk: `${part(incident)}#${part(subject)}`,
  }),
  /** Orders of erasure, by the day on which they expire. */
  erasure: (id: string) => ({ pk: erasurePartition, sk: part(id) }),
  /** What was refused to somebody about no case that has an id. */
  refused: (officer: string, at: string, id: string) => ({
    pk: `O#${part(officer)}`,
    sk: `R#${at}#${part(id)}`,
  }),
  watch: (app: string, officer: string) => ({ pk: `W#${part(app)}#${part(officer)}`, sk: 'WATCH' }),
  anomaly: ({ at, app, officer, kind }: Told) => ({
    pk: anomalyPartition(at.slice(0, 7)),
    sk: `${at}#${part(app)}#${part(officer)}#${kind}`,
  }),
  administered: (day: string, at: string, id: string) => ({
    pk: `D#${day}`,
    sk: `${at}#${part(id)}`,
  }),
} as const;

/** Prefixes for reading several items of one partition. */
export const prefixes = { event: 'E#', plan: 'PLAN#', post: 'POST#', read: 'R#' } as const;

/** The attributes that put an item into an index; an item without them is not in it. */
export const indexed = {
  due: (province: string, at: string, caseId: string) => ({
    duePk: duePartition(province, shardOf(caseId)),
    dueSk: `${at}#${caseId}`,
  }),
  worklist: (owner: Owner, list: 'O' | 'C', receivedAt: string, caseId: string) => ({
    listPk: listPartition(owner),
    listSk: `${list}#${receivedAt}#${caseId}`,
  }),
  overdue: (owner: Owner, receivedAt: string, caseId: string) => ({
    overPk: listPartition(owner),
    overSk: `${receivedAt}#${caseId}`,
  }),
  child: (parent: string, code: string) => ({ parentPk: childPartition(parent), parentSk: code }),
  app: (id: string) => ({ parentPk: appPartition, parentSk: part(id) }),
  webhook: (app: string, id: string) => ({ parentPk: `HOOKS#${part(app)}`, parentSk: part(id) }),
  /** What goes to one recipient by one way; by mail it is the inbox of a post. */
  box: ({ channel, to, id }: Way, at: string) => ({
    inboxPk: boxPartition(channel, to),
    inboxSk: `${at}#${id}`,
  }),
  dead: ({ channel, to, id }: Way, at: string) => ({
    deadPk: deadPartition,
    deadSk: `${deadOf(to)}${at}#${channel}#${id}`,
  }),
  // What waits for one instant is found in the order in which it became due to be told.
  attempt: (at: string, id: string, about = '') => ({
    attemptPk: attemptPartition,
    attemptSk: `${at}#${about}#${id}`,
  }),
} as const;

/** A partition of the due index. */
export const duePartition = (province: string, shard: number): string =>
  `D#${part(province)}#${shard}`;
/** The partition of one list in the worklist index. */
export const listPartition = ({ unit, agency }: Owner): string =>
  agency === null ? `W#${part(unit)}` : `W#${part(unit)}#${part(agency)}`;
/** The units directly below a unit. */
export const childPartition = (parent: string): string => `P#${part(parent)}`;
/** The list of apps. */
export const appPartition = 'APPS';
/** What goes to one recipient by one way. */
export const boxPartition = (channel: Channel, to: string) => `${ways[channel]}#${part(to)}`;
/** Deliveries that were given up. */
export const deadPartition = 'DEAD';
/** What is given up of one recipient begins with it there. */
export const deadOf = (to: string): string => `${part(to)}#`;
/** Notices waiting for an attempt. */
export const attemptPartition = 'ATTEMPT';
/** The ladders of all provinces. */
export const ladderPartition = 'LADDER';
/** The list of destroyed keys. */
export const shredPartition = 'SHRED';
/** The orders of erasure. */
export const erasurePartition = 'ERASURE';
/** What was told of officers in a month. */
export const anomalyPartition = (month: string): string => `Y#${part(month)}`;
/** The list of frozen releases. */
export const releasePartition = 'RELEASE';
/** The book of signed digests. */
export const digestPartition = 'DIGEST';

function shardOf(caseId: string): number {
  return Number.parseInt(caseId.slice(0, 4), 32) % dueShards;
}
