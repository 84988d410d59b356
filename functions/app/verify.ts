import type { VerificationFault } from '#domain/verification-words.ts';
import type { StoredEvent } from './ports/ledger.ts';
import type {
  CaseRecord,
  Check,
  DigestBook,
  HeadDigest,
  Notary,
  Records,
  Vouched,
} from './ports/proof.ts';

/** What verifying a case needs around it. */
export type VerifyRoom = {
  readonly records: Pick<Records, 'find'>;
  readonly book: Pick<DigestBook, 'find' | 'anchors' | 'list'>;
  readonly notary: Notary;
  readonly check: Check;
};

/** The first number at which a record does not hold, and why. */
export type Fault = {
  readonly at: number;
  readonly reason: VerificationFault;
  /** Which list or counter it is, where there are several. */
  readonly where?: string | null;
};

/** What a verification found; `vouchedTo` is the last event a signed digest vouches for, 0 for none. */
export type CaseVerdict = {
  readonly events: number;
  readonly vouchedTo: number;
  /** The digest that does, from 1. */
  readonly digest: number | null;
  readonly fault: Fault | undefined;
};

/** Sheets newer than the one a case is anchored in that are looked through for one that knows better. */
export const newerSheets = 400;
const sheetsAtOnce = 100;

/**
 * Verifies everything that is kept of a case and names the first number that does not hold.
 *
 * The chain shows what was changed by itself; a tail cut off or forged with its HEAD shows only against what
 * was signed at night, event by event. What follows from the events is looked at where they hold. Nothing where
 * neither record nor digest knows the case.
 */
export async function verifyCase(
  caseId: string,
  room: VerifyRoom,
): Promise<CaseVerdict | undefined> {
  const verdict = await verifyOnce(caseId, room);
  // A commit between two reads looks like a fault; one that stays is one.
  return verdict?.fault === undefined ? verdict : verifyOnce(caseId, room);
}

async function verifyOnce(caseId: string, room: VerifyRoom): Promise<CaseVerdict | undefined> {
  const [record, sheet] = await Promise.all([room.records.find(caseId), sheetOf(caseId, room)]);
  if (record === undefined && sheet === undefined) return undefined;
  const entries = record?.entries ?? [];
  const recorded = record ? recordFaults(caseId, record, room.notary) : [];
  const vouched = sheet && (await digestFault(sheet, { caseId, entries }, room));
  return {
    events: entries.length,
    vouchedTo: sheet === undefined ? 0 : lastIn(sheet),
    digest: sheet?.digest.seq ?? null,
    fault: firstOf([...recorded, vouched]) ?? record?.beside(readable(entries))[0],
  };
}

const lastIn = ({ from, hashes }: Vouched): number => from + hashes.length - 1;

/** What the record shows by itself; a chain that does not hold adds up to nothing. */
function recordFaults(caseId: string, record: CaseRecord, notary: Notary) {
  const chain = chainFault(caseId, record, notary);
  return [chain, paperFault(record, notary), chain === undefined ? headFault(record) : undefined];
}

/** The earliest; of several at one number the one named first. */
function firstOf(faults: readonly (Fault | undefined)[]): Fault | undefined {
  const found = faults.filter((fault) => fault !== undefined);
  return found.toSorted((a, b) => a.at - b.at)[0];
}

/** The first event that is unreadable, or does not link up to HEAD. */
function chainFault(caseId: string, { entries, head }: CaseRecord, notary: Notary) {
  const unreadable = entries.indexOf(undefined);
  const events = readable(unreadable < 0 ? entries : entries.slice(0, unreadable));
  const verdict = notary.walk(caseId, events, { ...(unreadable < 0 && { head }) });
  if (!verdict.ok) return verdict;
  return unreadable < 0 ? undefined : ({ at: unreadable + 1, reason: 'CHANGED' } as const);
}

function readable(entries: CaseRecord['entries']): readonly StoredEvent[] {
  return entries.filter((event) => event !== undefined);
}

function headFault({ entries, head, addsUp }: CaseRecord): Fault | undefined {
  const holds = head !== undefined && addsUp(readable(entries));
  return holds ? undefined : { at: Math.max(1, entries.length), reason: 'HEAD_CHANGED' };
}

/** The first event a sealed paper of which is gone or not the one it names. */
function paperFault({ entries, paper }: CaseRecord, notary: Notary): Fault | undefined {
  const named = entries.flatMap((event, place) =>
    (event?.sealed ?? []).map((ref) => ({ ref, at: place + 1 })),
  );
  for (const { ref, at } of named) {
    const reason = wrongWith(paper(ref), ref.digest, notary);
    if (reason !== undefined) return { at, reason };
  }
  return undefined;
}

function wrongWith(found: ReturnType<CaseRecord['paper']>, digest: string, notary: Notary) {
  if (found === undefined) return 'PAPER_MISSING';
  const holds = found.digest === digest && notary.digestOfPaper(found) === digest;
  return holds ? undefined : 'PAPER_CHANGED';
}

type Sheet = Vouched & { readonly digest: HeadDigest };
type Kept = Pick<CaseRecord, 'entries'> & { readonly caseId: string };

/** The newest sheet that vouches for a case: a newer one than it is anchored in betrays an old anchor put back. */
async function sheetOf(caseId: string, room: VerifyRoom): Promise<Sheet | undefined> {
  const anchored = (await room.book.anchors([caseId])).get(caseId)?.digest;
  for await (const digest of newest(room.book)) {
    const found = vouchedIn(digest, caseId);
    if (found !== undefined || digest.seq === anchored) return found;
  }
  return sheetBefore(anchored ?? null, caseId, room);
}

async function* newest(book: Pick<DigestBook, 'list'>): AsyncGenerator<HeadDigest> {
  let after: string | undefined;
  for (let seen = 0; seen < newerSheets; seen += sheetsAtOnce) {
    const { rows, next } = await book.list({ first: sheetsAtOnce, after });
    yield* rows;
    if (next === undefined) return;
    after = next;
  }
}

function vouchedIn(digest: HeadDigest, caseId: string): Sheet | undefined {
  const vouched = digest.cases.find((each) => each.case === caseId);
  return vouched && { ...vouched, digest };
}

async function sheetBefore(seq: number | null, caseId: string, { book }: VerifyRoom) {
  const digest = seq === null ? undefined : await book.find(seq);
  return digest && vouchedIn(digest, caseId);
}

/**
 * The first event that is not the one a digest vouches for.
 *
 * An event that holds vouches by its hash for all before it, so earlier sheets are read only behind a fault.
 */
async function digestFault(sheet: Sheet, kept: Kept, room: VerifyRoom): Promise<Fault | undefined> {
  if (!(await isSigned(sheet.digest, room))) return { at: sheet.from, reason: 'DIGEST_BROKEN' };
  const fault = mismatch(sheet, kept);
  if (fault?.at !== sheet.from || sheet.before === null) return fault;
  const before = await sheetBefore(sheet.before, kept.caseId, room);
  if (before === undefined) return { at: 1, reason: 'DIGEST_BROKEN' };
  return (await digestFault(before, kept, room)) ?? fault;
}

function mismatch({ from, hashes }: Vouched, { entries }: Kept): Fault | undefined {
  const wrong = hashes.findIndex((hash, place) => entries[from - 1 + place]?.hash !== hash);
  if (wrong < 0) return undefined;
  const at = from + wrong;
  return { at, reason: at > entries.length ? 'TRUNCATED' : 'REWRITTEN' };
}

/** Whether a sheet says what was signed. */
export async function isSigned(
  digest: HeadDigest,
  { notary, check }: Pick<VerifyRoom, 'notary' | 'check'>,
): Promise<boolean> {
  const { previous, hash, signature, keyId: _, ...body } = digest;
  const text = notary.textOf(previous, body);
  return notary.hashOf(text) === hash && (await check({ text, signature }));
}
