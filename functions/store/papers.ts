import type { Ledger, SealedPaper } from '#app/ports/ledger.ts';
import type { Case } from '#domain/case/case.ts';
import type { PaperKind } from '#domain/case/terms.ts';
import { checkVersion, itemVersion } from './body.ts';
import { type Database, getAll, type Item, type Key, word } from './database.ts';
import { keys } from './table.ts';

/** A sealed paper, under its case or, for perpetrators, under the incident. */
export function paperItem(after: Case, paper: SealedPaper): Item {
  const { kind, version, nonce, body, digest } = paper;
  return { ...paperKey(after, kind, version), v: itemVersion, kind, version, nonce, body, digest };
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

function paperKey(state: Case, kind: PaperKind, version: number): Key {
  return kind === 'PERPETRATOR'
    ? keys.incidentPaper(state.incident, kind, version)
    : keys.paper(state.id, kind, version);
}

/** The newest papers of some kinds, still sealed, with the keys they are sealed under. */
export async function readPapers(
  database: Database,
  state: Case,
  kinds: readonly PaperKind[],
): ReturnType<Ledger['papers']> {
  const filed = kinds.flatMap((kind) => {
    const version = state.papers[kind];
    return version === undefined ? [] : [paperKey(state, kind, version)];
  });
  const ofCase = keys.dataKey(state.id);
  const ofIncident = keys.incidentKey(state.incident);
  const found = await getAll(database, 'cases', [ofCase, ofIncident, ...filed]);
  return {
    papers: filed.map((key) => readPaper(present(found, key))),
    keys: {
      ofCase: present(found, ofCase)['key'] as Uint8Array,
      ofIncident: present(found, ofIncident)['key'] as Uint8Array,
    },
  };
}

/** What the state names is there; if not, the record is damaged and nothing is guessed. */
function present(found: ReadonlyMap<string, Item>, key: Key): Item {
  const item = found.get(word(key));
  if (item === undefined) throw new Error('A paper or key the case names is missing');
  return item;
}
