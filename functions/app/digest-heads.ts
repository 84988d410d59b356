import { localDate } from '#domain/time.ts';
import type {
  Anchor,
  Anchored,
  DigestBody,
  DigestBook,
  HeadDigest,
  Notary,
  Records,
  Sign,
  Vouched,
} from './ports/proof.ts';
import type { ListedCase } from './ports/worklists.ts';
import type { World } from './ports/world.ts';
import { stepsIn, type WalkRoom } from './walk.ts';

/** What the nightly digest needs around it. */
export type DigestRoom = WalkRoom & {
  readonly records: Pick<Records, 'entries' | 'marks'>;
  readonly book: Pick<DigestBook, 'last' | 'anchors' | 'append'>;
  readonly notary: Notary;
  readonly sign: Sign;
  /** Lets a page of cases through when its turn has come. */
  readonly pace: () => Promise<void>;
  readonly hasTime: () => boolean;
  readonly world: Pick<World, 'now' | 'log'>;
};

/** What a run added: sheets, cases vouched for, and cases whose new events do not hold. */
export type Digested = {
  readonly sheets: number;
  readonly cases: number;
  readonly broken: number;
};

/** What one sheet holds at most, so that it stays small and is written in one transaction. */
export const sheetLimits = { cases: 60, hashes: 200 } as const;

type Sheet = { cases: Vouched[]; hashes: number; after: string | null; broken: number };

/**
 * Vouches for every event written since the last digest: its hash goes into a signed sheet, each sheet linked
 * to the one before.
 *
 * The new events are walked from the last that was vouched for to HEAD; a case whose do not hold is left out
 * with an alarm, night after night, until somebody has looked. A run that ends early is gone on with by the next.
 */
export async function digestHeads(room: DigestRoom): Promise<Digested> {
  let last = await room.book.last();
  let total: Digested = { sheets: 0, cases: 0, broken: 0 };
  while (!isDone(last, room)) {
    const sheet = await gather(last, room);
    const digest = await signed(sheet, last, room);
    // Another run was first and goes on from here.
    if (!(await room.book.append(digest))) return total;
    total = {
      sheets: total.sheets + 1,
      cases: total.cases + digest.cases.length,
      broken: total.broken + sheet.broken,
    };
    last = digest;
    if (!room.hasTime()) return total;
  }
  return total;
}

/** One walk a day is enough, and a day without a change has its sheet too. */
function isDone(last: HeadDigest | undefined, { world }: DigestRoom): boolean {
  return last?.after === null && localDate(last.written) === localDate(world.now());
}

async function signed(
  { cases, after }: Sheet,
  last: HeadDigest | undefined,
  { notary, sign, world }: DigestRoom,
): Promise<HeadDigest> {
  const body: DigestBody = { seq: (last?.seq ?? 0) + 1, written: world.now(), cases, after };
  const previous = last?.hash ?? notary.bookStart;
  const hash = notary.hashOf(notary.textOf(previous, body));
  return { ...body, previous, hash, ...(await sign(hash)) };
}

/** Fills one sheet: until it is full, the time is up or the walk has come to its end. */
async function gather(last: HeadDigest | undefined, room: DigestRoom): Promise<Sheet> {
  const sheet: Sheet = { cases: [], hashes: 0, after: null, broken: 0 };
  const steps = stepsIn(room, ['OPEN', 'CLOSED'], last?.after ?? null);
  for await (const { place, rows } of steps) {
    // The page is met again by the next sheet; what this one vouches for has not changed then.
    sheet.after = place;
    if (isFull(sheet) || !room.hasTime()) return sheet;
    const whole = rows.length === 0 || (await vouchFor(rows, sheet, room));
    if (!whole) return sheet;
  }
  sheet.after = null;
  return sheet;
}

function isFull({ cases, hashes }: Sheet): boolean {
  return cases.length >= sheetLimits.cases || hashes >= sheetLimits.hashes;
}

/** Whether every case of a page found room in the sheet. */
async function vouchFor(
  rows: readonly ListedCase[],
  sheet: Sheet,
  room: DigestRoom,
): Promise<boolean> {
  await room.pace();
  const ids = [...new Set(rows.map(({ id }) => id))];
  const [marks, anchors] = await Promise.all([room.records.marks(ids), room.book.anchors(ids)]);
  const inSheet = new Set(sheet.cases.map((each) => each.case));
  for (const [caseId, mark] of marks) {
    const anchored = anchors.get(caseId);
    if (inSheet.has(caseId) || isSame(mark, anchored)) continue;
    if (isFull(sheet)) return false;
    if (!(await add({ caseId, mark, anchored }, sheet, room))) return false;
  }
  return true;
}

function isSame(mark: Anchor, anchored: Anchored | undefined): boolean {
  return mark.seq === anchored?.seq && mark.hash === anchored.hash;
}

type Changed = {
  readonly caseId: string;
  readonly mark: Anchor;
  readonly anchored: Anchored | undefined;
};

/** Adds the new events of a case; false when there was not room for all of them. */
async function add(changed: Changed, sheet: Sheet, room: DigestRoom): Promise<boolean> {
  const { caseId, mark, anchored } = changed;
  const most = sheetLimits.hashes - sheet.hashes;
  const hashes = await hashesOf(changed, most, room);
  if (hashes === undefined) {
    room.world.log({ event: 'chain_broken', alarm: true, caseId });
    sheet.broken += 1;
    return true;
  }
  const from = (anchored?.seq ?? 0) + 1;
  sheet.cases.push({ case: caseId, from, hashes, before: anchored?.digest ?? null });
  sheet.hashes += hashes.length;
  return from + hashes.length > mark.seq;
}

/** The hashes of the events after the last that was vouched for, if they lead from there to HEAD. */
async function hashesOf(
  { caseId, mark, anchored }: Changed,
  most: number,
  { records, notary }: DigestRoom,
): Promise<readonly string[] | undefined> {
  const from = anchored?.seq ?? 0;
  const read = await records.entries(caseId, from, most);
  // What was written after HEAD was read is for the next night.
  const entries = read.slice(0, mark.seq - from);
  const events = entries.filter((event) => event !== undefined);
  const head = from + entries.length === mark.seq || entries.length < most ? mark : undefined;
  if (mark.seq <= from || events.length < entries.length) return undefined;
  const verdict = notary.walk(caseId, events, { start: anchored, head });
  return verdict.ok ? events.map(({ hash }) => hash) : undefined;
}
