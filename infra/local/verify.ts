import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { DigestBook, HeadDigest } from '#app/ports/proof.ts';
import { type CaseVerdict, verifyCase } from '#app/verify.ts';
import { type BookVerdict, type Sheet, verifyBook } from '#app/verify-book.ts';
import { canaryId } from '#domain/case/canary.ts';
import { verificationFaults } from '#domain/verification-words.ts';
import { notary } from '#runtime/proof.ts';
import { checker, localPublicKey } from '#sealing/signing.ts';
import { type Database, nameOf, openDatabase } from '#store/database.ts';
import { openDigests } from '#store/digests.ts';
import { caseOf } from '#store/named.ts';
import { openRecords } from '#store/records.ts';
import { keys } from '#store/table.ts';
import { startDynamoDB } from './dynamodb.ts';

const usage = `npm run verify -- --data DIR [--digests FILE]
npm run verify -- --digests FILE [--key PEM]

  Verifies without any service that what was written still stands, and names the first number that does not.

  --data DIR      a directory a sandbox keeps its data in; no sandbox may be running on it
  --digests FILE  the answer to { signingKey headDigests(first: 100) { nodes { number previousHash hash text
                  signature } } }, kept elsewhere; pages after one another in one JSON list. With --data every
                  sheet of it must be in the store as it was when it was kept
  --key PEM       the public key, where it does not stand in the answer`;

/** What a verification came to, as lines to be read and whether everything holds. */
export type Findings = { readonly lines: readonly string[]; readonly ok: boolean };

/** Sheets as they were exported, in their order, and the key that stands with them. */
export type Exported = { readonly sheets: readonly Sheet[]; readonly key: string | undefined };

type Answer = {
  readonly data?: Answer;
  readonly signingKey?: string;
  readonly headDigests?: { readonly nodes: readonly Sheet[] };
};

/** Reads what was exported: one answer, or the answers of several pages. */
export function exportedIn(json: string): Exported {
  const answers = [JSON.parse(json) as Answer | readonly Answer[]].flat() as readonly Answer[];
  const pages = answers.map((answer) => answer.data ?? answer);
  const sheets = pages.flatMap(({ headDigests }) => headDigests?.nodes ?? []);
  if (sheets.length === 0) throw new Error('There is no digest in this file');
  return {
    sheets: sheets.toSorted((a, b) => a.number - b.number),
    key: pages.find(({ signingKey }) => signingKey !== undefined)?.signingKey,
  };
}

/** Verifies digests that were kept elsewhere. */
export async function verifyExport({ sheets }: Exported, key: string): Promise<Findings> {
  const verdict = await verifyBook(sheets, { notary, check: checker(key) });
  return { lines: [bookLine(verdict)], ok: verdict.fault === undefined };
}

function bookLine({ sheets, fault, anchors }: BookVerdict): string {
  return fault === undefined
    ? `digests: ${sheets} hold, about ${anchors.size} cases`
    : `digests: ${sheets} hold; number ${fault.sheet} does not: ${fault.reason}`;
}

/** Verifies every case and every digest of a directory, and that what was kept elsewhere is still there. */
export async function verifyData(dir: string, kept: readonly Sheet[] = []): Promise<Findings> {
  if (!existsSync(join(dir, 'journal'))) throw new Error('There is no data in this directory');
  const engine = await startDynamoDB({ dir, now: Date.now });
  const credentials = { accessKeyId: 'verify', secretAccessKey: 'verify' };
  const { endpoint } = engine;
  const client = new DynamoDBClient({ endpoint, region: 'ap-southeast-1', credentials });
  const database = openDatabase(client, { prefix: '', pause: async () => undefined });
  const key = localPublicKey(join(dir, 'release-signing.pem'));
  const findings = await verifyStore(database, key, kept);
  client.destroy();
  await engine.close();
  return findings;
}

async function verifyStore(
  database: Database,
  key: string,
  kept: readonly Sheet[],
): Promise<Findings> {
  const stored = openDigests(database);
  const check = checker(key);
  const verdict = await verifyBook(sheetsOf(stored), { notary, check });
  const gone = await firstGone(stored, kept);
  const goneLine = `digests: number ${gone} is not what was kept`;
  // Anchors are taken from the sheets themselves: a book that holds cannot be led astray by an old one.
  const book = { ...stored, anchors: async (ids: readonly string[]) => anchorsOf(verdict, ids) };
  const room = { records: openRecords(database), book, notary, check };
  const broken: string[] = [];
  const ids = await casesIn(database, verdict);
  for (const caseId of ids) {
    const found = await verifyCase(caseId, room);
    if (found?.fault !== undefined) broken.push(caseLine(caseId, found.fault));
  }
  const lines = [bookLine(verdict), ...(gone === undefined ? [] : [goneLine])];
  return {
    lines: [...lines, `cases: ${ids.length - broken.length} of ${ids.length} hold`, ...broken],
    ok: verdict.fault === undefined && gone === undefined && broken.length === 0,
  };
}

function caseLine(caseId: string, { at, reason, where }: NonNullable<CaseVerdict['fault']>) {
  const { vi, en } = verificationFaults[reason];
  const place = where == null ? '' : ` (${where})`;
  return `case ${caseId}: number ${at} does not hold: ${reason}${place}. ${vi} ${en}`;
}

function anchorsOf({ anchors }: BookVerdict, ids: readonly string[]) {
  return new Map(
    ids.flatMap((id) => {
      const { seq, sheet: digest } = anchors.get(id) ?? {};
      return seq === undefined || digest === undefined ? [] : [[id, { seq, digest, hash: '' }]];
    }),
  );
}

async function* sheetsOf(book: DigestBook): AsyncGenerator<Sheet> {
  for (let seq = 1; ; seq += 1) {
    const digest = await book.find(seq);
    if (digest === undefined) break;
    yield sheetOf(digest);
  }
  // A sheet behind a gap shows that there is one.
  const last = await book.last();
  if (last !== undefined && (await book.find(last.seq - 1)) === undefined && last.seq > 1)
    yield sheetOf(last);
}

function sheetOf({ previous, hash, signature, keyId: _, ...body }: HeadDigest): Sheet {
  const text = notary.textOf(previous, body);
  return { number: body.seq, previousHash: previous, hash, text, signature };
}

/** The first sheet kept elsewhere that is not in the store as it was. */
async function firstGone(book: DigestBook, kept: readonly Sheet[]): Promise<number | undefined> {
  for (const { number, hash } of kept) if ((await book.find(number))?.hash !== hash) return number;
  return undefined;
}

/** Every case of which anything is stored, and every one a digest knows of; canaries come and go and are none. */
async function casesIn(database: Database, { anchors }: BookVerdict): Promise<readonly string[]> {
  const ids = new Set(anchors.keys());
  const start = keys.head('').pk;
  let after: Record<string, unknown> | undefined;
  do {
    const page = await database.client.send(
      new ScanCommand({
        TableName: nameOf(database, 'cases'),
        ProjectionExpression: 'pk',
        ...(after && { ExclusiveStartKey: after }),
      }),
    );
    for (const { pk } of page.Items ?? [])
      if (String(pk).startsWith(start)) ids.add(caseOf({ pk: String(pk) }));
    after = page.LastEvaluatedKey;
  } while (after !== undefined);
  return [...ids].filter((id) => !id.startsWith(canaryId(''))).toSorted();
}

type Wish = Readonly<Partial<Record<'data' | 'digests' | 'key', string>>>;

/** What was asked for, one verification after another; nothing where there is nothing to verify. */
async function findingsFor({ data, digests, key }: Wish): Promise<readonly Findings[]> {
  const kept = digests === undefined ? undefined : exportedIn(readFileSync(digests, 'utf8'));
  const pem = key === undefined ? kept?.key : readFileSync(key, 'utf8');
  const exported = kept && pem !== undefined ? [await verifyExport(kept, pem)] : [];
  return data === undefined ? exported : [...exported, await verifyData(data, kept?.sheets)];
}

async function main(): Promise<void> {
  const option = { type: 'string' } as const;
  const { values } = parseArgs({ options: { data: option, digests: option, key: option } });
  const findings = await findingsFor(values);
  if (findings.length === 0) console.error(usage);
  for (const line of findings.flatMap(({ lines }) => lines)) console.log(line);
  if (findings.length === 0 || findings.some(({ ok }) => !ok)) process.exit(1);
}

if (import.meta.main) await main();
