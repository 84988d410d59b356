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
export type Fault = { readonly at: number; readonly reason: VerificationFault };

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
 * was signed at night, event by event. Nothing where neither record nor digest knows the case.
 */
export async function verifyCase(
  caseId: string,
  room: VerifyRoom,
): Promise<CaseVerdict | undefined> {
  const [record, vouched] = await Promise.all([room.records.find(caseId), sheetOf(caseId, room)]);
  if (record === undefined && vouched === undefined) return undefined;
  const { entries } = record ?? nothing;
  const chain = record && chainFault(caseId, record, room.notary);
  const digests = vouched && (await digestFault({ caseId, entries, ...vouched }, room));
  const others = record && [paperFault(record, room.notary), chain ?? headFault(record)];
  const { digest, from, hashes } = vouched ?? unvouched;
  return {
    events: entries.length,
    vouchedTo: from + hashes.length - 1,
    digest: digest?.seq ?? null,
    fault: firstOf([chain, digests, ...(others ?? [])]),
  };
}

const nothing: Pick<CaseRecord, 'entries'> = { entries: [] };
const unvouched = { digest: undefined, from: 1, hashes: [] };

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
  for (const [place, event] of entries.entries()) {
    for (const ref of event?.sealed ?? []) {
      const found = paper(ref);
      const at = place + 1;
      if (found === undefined) return { at, reason: 'PAPER_MISSING' };
      const holds = found.digest === ref.digest && notary.digestOfPaper(found) === ref.digest;
      if (!holds) return { at, reason: 'PAPER_CHANGED' };
    }
  }
  return undefined;
}

type Sheet = Vouched & { readonly digest: HeadDigest };
type Compared = Sheet & {
  readonly caseId: string;
  readonly entries: CaseRecord['entries'];
};

/** The newest sheet that vouches for a case: a newer one than it is anchored in betrays an old anchor put back. */
async function sheetOf(caseId: string, room: VerifyRoom): Promise<Sheet | undefined> {
  const anchored = (await room.book.anchors([caseId])).get(caseId);
  let after: string | undefined;
  for (let seen = 0; seen < newerSheets; seen += sheetsAtOnce) {
    const { rows, next } = await room.book.list({ first: sheetsAtOnce, after });
    for (const digest of rows) {
      const found = vouchedIn(digest, caseId);
      if (found !== undefined) return found;
      if (digest.seq === anchored?.digest) return undefined;
    }
    if (next === undefined) return undefined;
    after = next;
  }
  return anchored && sheetBefore(anchored.digest, caseId, room);
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
async function digestFault(newest: Compared, room: VerifyRoom): Promise<Fault | undefined> {
  const { caseId, entries } = newest;
  let fault: Fault | undefined;
  let sheet: Sheet | undefined = newest;
  while (sheet !== undefined) {
    if (!(await isSigned(sheet.digest, room))) return { at: sheet.from, reason: 'DIGEST_BROKEN' };
    fault = mismatch(sheet, entries) ?? fault;
    if (fault?.at !== sheet.from || sheet.before === null) return fault;
    const before: Sheet | undefined = await sheetBefore(sheet.before, caseId, room);
    if (before === undefined) return { at: 1, reason: 'DIGEST_BROKEN' };
    sheet = before;
  }
  return fault;
}

function mismatch({ from, hashes }: Vouched, entries: CaseRecord['entries']): Fault | undefined {
  const wrong = hashes.findIndex((hash, at) => entries[from - 1 + at]?.hash !== hash);
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
