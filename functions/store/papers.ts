import type { SealedPaper } from '#app/ports/ledger.ts';
import type { Case } from '#domain/case/case.ts';
import { isOfReport } from '#domain/case/paper.ts';
import type { PaperRef } from '#domain/case/terms.ts';
import { checkVersion, itemVersion } from './body.ts';
import { type Database, getAll, type Item, type Key, word } from './database.ts';
import { keys } from './table.ts';

type Of = Pick<Case, 'id' | 'incident'>;

/** A sealed paper, under its case or, for what a report says, under the incident. */
export function paperItem(of: Of, paper: SealedPaper): Item {
  const { kind, version, nonce, body, digest } = paper;
  return { ...paperKey(of, paper), v: itemVersion, kind, version, nonce, body, digest };
}

/** Reads a sealed paper, still sealed. */
function readPaper(item: Item): SealedPaper {
  checkVersion(item);
  return {
    kind: item['kind'] as SealedPaper['kind'],
    version: Number(item['version']),
    nonce: item['nonce'] as Uint8Array,
    body: item['body'] as Uint8Array,
    digest: String(item['digest']),
  };
}

function paperKey({ id, incident }: Of, { kind, version }: PaperRef): Key {
  return isOfReport(kind)
    ? keys.incidentPaper(incident, kind, version)
    : keys.paper(id, kind, version);
}

/** Papers by kind and version, still sealed, in the order asked for. */
export async function readPapers(
  database: Database,
  of: Of,
  refs: readonly PaperRef[],
): Promise<readonly SealedPaper[]> {
  const filed = refs.map((ref) => paperKey(of, ref));
  const found = await getAll(database, 'cases', filed);
  return filed.map((key) => readPaper(present(found, key)));
}

/** What the state names is there; if not, the record is damaged and nothing is guessed. */
function present(found: ReadonlyMap<string, Item>, key: Key): Item {
  const item = found.get(word(key));
  if (item === undefined) throw new Error('A paper the case names is missing');
  return item;
}
