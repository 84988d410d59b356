import { isDeepStrictEqual } from 'node:util';
import type { StoredEvent } from '#app/ports/ledger.ts';
import type { RecordFault } from '#app/ports/proof.ts';
import type { Case } from '#domain/case/case.ts';
import { fold } from '#domain/case/evolve.ts';
import { type Incident, incidentAfter } from '#domain/case/incident.ts';
import { numberOfCode } from '#domain/case/intake.ts';
import type { Form, FormNumber } from '#domain/case/terms.ts';
import { type Item, type Key, word } from './database.ts';
import { changedListings, codeItem, readIncident } from './items.ts';
import { keys } from './table.ts';

const rowPrefix = keys.listed('', { unit: '', agency: null }).sk;

/** What lies in the store beside the record of a case and follows from its events. */
export type Beside = {
  /** The partition of the case, by sort key. */
  readonly items: ReadonlyMap<string, Item>;
  /** The partition of its incident, by sort key. */
  readonly filed: ReadonlyMap<string, Item>;
  /** The item of its code, and the counters it drew numbers from. */
  readonly numbers: ReadonlyMap<string, Item>;
};

/** Where the code of a case and the numbers it drew lie. */
export function numberKeys(events: readonly StoredEvent[]): readonly Key[] {
  const codes = factsOf(events).flatMap(({ fact }) =>
    fact.type === 'ReportReceived' ? [keys.code(fact.code)] : [],
  );
  const forms = drawnBy(events).map(({ drawn }) => keys.formCounter(drawn.agency, drawn.year));
  const asked = [...codes, keys.caseCounter(), ...forms];
  return [...new Map(asked.map((key) => [word(key), key])).values()];
}

/** Everything beside the record that is not what the events of the case add up to, in their order. */
export function faultsBeside(
  events: readonly StoredEvent[],
  beside: Beside,
): readonly RecordFault[] {
  // A trial of the alarm is in no list and has no code.
  if (events[0]?.canary) return [];
  const found = [
    ...rowFaults(events, beside),
    ...incidentFault(events, beside),
    ...codeFaults(events, beside),
    ...formFaults(events, beside),
  ];
  return found.toSorted((a, b) => a.at - b.at);
}

function factsOf(events: readonly StoredEvent[]) {
  return events.flatMap(({ seq, facts }) => facts.map((fact) => ({ at: seq, fact })));
}

/** The rows of every list the case was ever in, as the last commit that changed each left it. */
function rowsAfter(events: readonly StoredEvent[]): ReadonlyMap<string, Item> {
  const rows = new Map<string, Item>();
  let before: Case | undefined;
  for (const { caseId, seq, revision, facts } of events) {
    const after: Case = { ...fold(before, facts, caseId), seq, revision };
    for (const row of changedListings(before, after)) rows.set(row.sk, row);
    before = after;
  }
  return rows;
}

function rowFaults(events: readonly StoredEvent[], { items }: Beside): readonly RecordFault[] {
  const expected = rowsAfter(events);
  const stray = [...items.keys()].filter((sk) => sk.startsWith(rowPrefix) && !expected.has(sk));
  const wrong = [...expected].filter(([sk, row]) => !isDeepStrictEqual(row, items.get(sk)));
  return [
    ...wrong.map(([sk, row]) => rowFault(sk, Number(row['seq']))),
    ...stray.map((sk) => rowFault(sk, events.length)),
  ];
}

function rowFault(sk: string, at: number): RecordFault {
  return { at, reason: 'ROW_CHANGED', where: sk.slice(rowPrefix.length) };
}

const ofIncident: readonly string[] = ['ReportReceived', 'ReportAdded', 'ReceiptCorrected'];

/** What the events of one case say of its incident: itself, and every report from the first that speaks of it. */
function incidentFault(events: readonly StoredEvent[], { filed }: Beside): readonly RecordFault[] {
  const told = factsOf(events).filter(({ fact }) => ofIncident.includes(fact.type));
  const item = filed.get(keys.incident('').sk);
  const at = told.at(-1)?.at ?? 1;
  return item !== undefined && holdsIncident(events, item)
    ? []
    : [{ at, reason: 'INCIDENT_CHANGED', where: null }];
}

function holdsIncident(events: readonly StoredEvent[], item: Item): boolean {
  const caseId = events[0]?.caseId ?? '';
  const read = incidentIn(item);
  if (read === undefined) return false;
  const { incident, keys: wrapped } = read;
  const own = incident.cases.filter(({ id }) => id === caseId);
  const first = own[0]?.report ?? 1;
  // What was said before the child was known is in the records of the others.
  const reports = incident.reports.slice(0, first - 1);
  const { id, synthetic } = incident;
  const start: Incident = { id, synthetic, cases: [], reports };
  const after = events.reduce((known, { facts }) => incidentAfter(known, caseId, facts), start);
  const opened = factsOf(events).find(({ fact }) => fact.type === 'ReportReceived')?.fact;
  const isErased = factsOf(events).some(({ fact }) => fact.type === 'CaseErased');
  return (
    isDeepStrictEqual([after.cases, after.reports], [own, incident.reports]) &&
    opened?.type === 'ReportReceived' &&
    isDeepStrictEqual([opened.incident, opened.synthetic], [id, synthetic]) &&
    caseId in wrapped === !isErased
  );
}

/** What cannot be read is a finding here and not a failure. */
function incidentIn(item: Item): ReturnType<typeof readIncident> | undefined {
  try {
    return readIncident(item);
  } catch {
    return undefined;
  }
}

/** The code leads to the case, and the counter of codes has passed it. */
function codeFaults(events: readonly StoredEvent[], { numbers }: Beside): readonly RecordFault[] {
  const caseId = events[0]?.caseId ?? '';
  const codes = factsOf(events).flatMap(({ at, fact }) =>
    fact.type === 'ReportReceived' ? [{ at, code: fact.code }] : [],
  );
  const count = numbers.get(word(keys.caseCounter()));
  return codes.flatMap(({ at, code }): readonly RecordFault[] => {
    const item = numbers.get(word(keys.code(code)));
    const leads = isDeepStrictEqual(item, codeItem({ id: caseId, code }));
    const isPast = Number(count?.['n'] ?? 0) >= numberOfCode(code);
    return [
      ...(leads ? [] : [{ at, reason: 'CODE_CHANGED', where: null } as const]),
      ...(isPast ? [] : [{ at, reason: 'COUNTER_CHANGED', where: null } as const]),
    ];
  });
}

type Drawn = { readonly at: number; readonly drawn: FormNumber };

function drawnBy(events: readonly StoredEvent[]): readonly Drawn[] {
  return factsOf(events).flatMap(({ at, fact }) =>
    'number' in fact ? [{ at, drawn: fact.number }] : [],
  );
}

/** Each counter of forms has passed the numbers drawn, and adds up. */
function formFaults(events: readonly StoredEvent[], { numbers }: Beside): readonly RecordFault[] {
  return drawnBy(events).flatMap(({ at, drawn }): readonly RecordFault[] => {
    const { agency, year, form, number } = drawn;
    const counter = numbers.get(word(keys.formCounter(agency, year)));
    const given: Readonly<Partial<Record<Form, number>>> = counter?.['forms'] ?? {};
    const sum = Object.values(given).reduce((total, each) => total + Number(each), 0);
    const holds = Number(given[form] ?? 0) >= number && counter?.['n'] === sum;
    return holds ? [] : [{ at, reason: 'COUNTER_CHANGED', where: `${agency} ${year}` }];
  });
}
