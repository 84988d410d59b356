import type { Check, DigestBody, Notary } from './ports/proof.ts';

/** A sheet of the book as it is told to whoever keeps it elsewhere. */
export type Sheet = {
  readonly number: number;
  readonly previousHash: string;
  readonly hash: string;
  readonly text: string;
  readonly signature: string;
};

/** Why a book of digests does not hold at a sheet. */
export type BookFault = 'MISSING' | 'NOT_LINKED' | 'CHANGED' | 'NOT_SIGNED' | 'NOT_IN_SEQUENCE';

/** What a book came to: how many sheets hold, and for each case the last of its events and the sheet that vouches. */
export type BookVerdict = {
  readonly sheets: number;
  readonly fault: { readonly sheet: number; readonly reason: BookFault } | undefined;
  readonly anchors: ReadonlyMap<string, { readonly seq: number; readonly sheet: number }>;
};

type Checks = { readonly notary: Pick<Notary, 'bookStart' | 'hashOf'>; readonly check: Check };
type Anchors = Map<string, { readonly seq: number; readonly sheet: number }>;

/**
 * Verifies sheets from the first on: numbers without a gap, each linked to the one before, signed, and going on for
 * every case where the last sheet about it ended. It keeps two numbers for each case and one sheet at a time.
 */
export async function verifyBook(
  sheets: Iterable<Sheet> | AsyncIterable<Sheet>,
  checks: Checks,
): Promise<BookVerdict> {
  const anchors: Anchors = new Map();
  let last = { number: 0, hash: checks.notary.bookStart };
  for await (const sheet of sheets) {
    const reason = await faultOf(sheet, last, anchors, checks);
    if (reason !== undefined)
      return { sheets: last.number, fault: { sheet: last.number + 1, reason }, anchors };
    last = sheet;
  }
  return { sheets: last.number, fault: undefined, anchors };
}

async function faultOf(
  { number, previousHash, hash, text, signature }: Sheet,
  last: Pick<Sheet, 'number' | 'hash'>,
  anchors: Anchors,
  { notary, check }: Checks,
): Promise<BookFault | undefined> {
  if (number !== last.number + 1) return 'MISSING';
  if (previousHash !== last.hash || !text.startsWith(previousHash)) return 'NOT_LINKED';
  const body = read(text.slice(previousHash.length));
  if (notary.hashOf(text) !== hash || body?.seq !== number) return 'CHANGED';
  if (!(await check({ text, signature }))) return 'NOT_SIGNED';
  return body.cases.every((each) => goesOn(each, number, anchors)) ? undefined : 'NOT_IN_SEQUENCE';
}

function read(json: string): DigestBody | undefined {
  try {
    return JSON.parse(json) as DigestBody;
  } catch {
    return undefined;
  }
}

function goesOn(vouched: DigestBody['cases'][number], sheet: number, anchors: Anchors): boolean {
  const { case: caseId, from, hashes, before } = vouched;
  const last = anchors.get(caseId);
  anchors.set(caseId, { seq: from + hashes.length - 1, sheet });
  return from === (last?.seq ?? 0) + 1 && before === (last?.sheet ?? null);
}
