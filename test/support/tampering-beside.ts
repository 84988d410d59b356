import fc from 'fast-check';
import type { RecordFault } from '#app/ports/proof.ts';
import type { Incident } from '#domain/case/incident.ts';
import type { FormNumber } from '#domain/case/terms.ts';
import { pack, unpack } from '#store/body.ts';
import type { Item } from '#store/database.ts';
import { readEvent } from '#store/items.ts';
import type { Stored } from './tampering.ts';

/** What follows from a record after somebody laid hands on it, and what is to be named. */
export type TamperedBeside = Stored & { readonly fault: RecordFault };

type Draw = (below: number) => number;
type Tampering = (stored: Stored, draw: Draw) => TamperedBeside;

const one = <Of>(all: readonly Of[], draw: Draw): Of => {
  const drawn = all[draw(all.length)];
  if (drawn === undefined) throw new Error('There is nothing to draw from');
  return drawn;
};

const factsOf = ({ items }: Stored) =>
  items
    .filter(({ sk }) => sk.startsWith('E#'))
    .map(readEvent)
    .flatMap(({ seq, facts }) => facts.map((fact) => ({ seq, fact })));

const rowsOf = ({ items }: Stored) => items.filter(({ sk }) => sk.startsWith('W#'));

function withRow(stored: Stored, row: Item, instead: Item | undefined): TamperedBeside {
  const items = stored.items.flatMap((item) => (item === row ? (instead ?? []) : item));
  const where = row.sk.slice('W#'.length);
  return { ...stored, items, fault: { at: Number(row['seq']), reason: 'ROW_CHANGED', where } };
}

function changedMember(item: Item, draw: Draw): Item {
  const name = one(
    Object.keys(item).filter((each) => each !== 'pk' && each !== 'sk'),
    draw,
  );
  const value = item[name];
  if (typeof value === 'number') return { ...item, [name]: value + 1 + draw(9) };
  const text = String(value);
  const place = draw(text.length);
  const letter = text[place] === '0' ? '1' : '0';
  return { ...item, [name]: `${text.slice(0, place)}${letter}${text.slice(place + 1)}` };
}

const incidentItem = ({ filed }: Stored): Item =>
  one(
    filed.filter(({ sk }) => sk === 'INCIDENT'),
    () => 0,
  );

function withIncident(stored: Stored, instead: Item | undefined): TamperedBeside {
  const item = incidentItem(stored);
  const filed = stored.filed.flatMap((each) => (each === item ? (instead ?? []) : each));
  const told = factsOf(stored).filter(({ fact }) =>
    ['ReportReceived', 'ReportAdded', 'ReceiptCorrected'].includes(fact.type),
  );
  const at = told.at(-1)?.seq ?? 0;
  return { ...stored, filed, fault: { at, reason: 'INCIDENT_CHANGED', where: null } };
}

type Body = Omit<Incident, 'id'>;

function withBody(stored: Stored, change: (body: Body) => Body): TamperedBeside {
  const item = incidentItem(stored);
  return withIncident(stored, { ...item, body: pack(change(unpack<Body>(item['body']))) });
}

const numberAt = ({ numbers }: Stored, start: string): readonly [string, Item] =>
  one(
    [...numbers].filter(([key]) => key.startsWith(start)),
    () => 0,
  );

function withNumber(
  stored: Stored,
  [key]: readonly [string, Item],
  instead: Item | undefined,
  fault: RecordFault,
): TamperedBeside {
  const others = [...stored.numbers].filter(([each]) => each !== key);
  const numbers = new Map(instead === undefined ? others : [...others, [key, instead]]);
  return { ...stored, numbers, fault };
}

const codeFault = { at: 1, reason: 'CODE_CHANGED', where: null } as const;
const countFault = { at: 1, reason: 'COUNTER_CHANGED', where: null } as const;

type Drawn = { readonly seq: number; readonly number: FormNumber };
const drawnBy = (stored: Stored): readonly Drawn[] =>
  factsOf(stored).flatMap(({ seq, fact }) =>
    'number' in fact ? [{ seq, number: fact.number }] : [],
  );

/** The fault of the first event that drew a number a counter no longer knows of. */
function formFault(stored: Stored, isWrong: (number: FormNumber) => boolean): RecordFault {
  const { seq, number } = one(
    drawnBy(stored).filter((each) => isWrong(each.number)),
    () => 0,
  );
  return { at: seq, reason: 'COUNTER_CHANGED', where: `${number.agency} ${number.year}` };
}

/** Everything that may be done to what follows from the record of a case. */
export const tamperingsBeside: Readonly<Record<string, Tampering>> = {
  'a member of a row is changed': (stored, draw) => {
    const row = one(rowsOf(stored), draw);
    return withRow(stored, row, changedMember(row, draw));
  },
  'a member is added to a row': (stored, draw) => {
    const row = one(rowsOf(stored), draw);
    return withRow(stored, row, { ...row, [`extra${draw(99)}`]: draw(99) });
  },
  'a row is hidden from somebody': (stored, draw) => {
    const row = one(rowsOf(stored), draw);
    return withRow(stored, row, { ...row, closedTo: new Set([`O#officer-${draw(99)}`]) });
  },
  'a row is taken out of its list': (stored, draw) => {
    const row = one(rowsOf(stored), draw);
    const { listPk: _, listSk: __, ...unlisted } = row;
    return withRow(stored, row, unlisted);
  },
  'a row is deleted': (stored, draw) => withRow(stored, one(rowsOf(stored), draw), undefined),
  'a row is put into a list that is none of the case': (stored, draw) => {
    const row = one(rowsOf(stored), draw);
    const unit = `9${1000 + draw(9000)}x`;
    const stray = { ...row, sk: `W#${unit}`, listPk: `W#${unit}` };
    const at = stored.items.filter(({ sk }) => sk.startsWith('E#')).length;
    const fault = { at, reason: 'ROW_CHANGED', where: unit } as const;
    return { ...stored, items: [...stored.items, stray], fault };
  },
  'the incident is deleted': (stored) => withIncident(stored, undefined),
  'a report of the incident is dropped': (stored, draw) =>
    withBody(stored, (body) => ({
      ...body,
      reports: body.reports.toSpliced(draw(body.reports.length), 1),
    })),
  'a report of the incident is told twice': (stored, draw) =>
    withBody(stored, (body) => ({
      ...body,
      reports: [...body.reports, one(body.reports, draw)],
    })),
  'a report of the incident came in at another time': (stored, draw) =>
    withBody(stored, (body) => {
      const place = draw(body.reports.length);
      const receivedAt = `2026-01-04T0${draw(9)}:00:00.000Z` as Body['reports'][0]['receivedAt'];
      const reports = body.reports.map((each, at) =>
        at === place ? { ...each, receivedAt } : each,
      );
      return { ...body, reports };
    }),
  'the case is dropped from its incident': (stored) =>
    withBody(stored, (body) => ({
      ...body,
      cases: body.cases.filter(({ id }) => id !== stored.caseId),
    })),
  'the incident becomes a made-up one, or a real one': (stored) =>
    withBody(stored, (body) => ({ ...body, synthetic: !body.synthetic })),
  'the key of the case is deleted': (stored) => {
    const item = incidentItem(stored);
    const { [stored.caseId]: _, ...keys } = item['keys'] as Record<string, unknown>;
    return withIncident(stored, { ...item, keys });
  },
  'the code leads to another case': (stored, draw) => {
    const entry = numberAt(stored, 'K#CODE#');
    return withNumber(stored, entry, { ...entry[1], case: `other-${draw(99)}` }, codeFault);
  },
  'the code is deleted': (stored) =>
    withNumber(stored, numberAt(stored, 'K#CODE#'), undefined, codeFault),
  'the counter of codes is set back': (stored, draw) => {
    const entry = numberAt(stored, 'K#CASE');
    return withNumber(stored, entry, { ...entry[1], n: draw(2) }, countFault);
  },
  'the counter of codes is deleted': (stored) =>
    withNumber(stored, numberAt(stored, 'K#CASE'), undefined, countFault),
  'a counter of forms is set back': (stored, draw) => {
    const entry = numberAt(stored, 'K#FORM#');
    const { number } = one(drawnBy(stored), draw);
    const forms = entry[1]['forms'] as Readonly<Record<string, number>>;
    const to = number.number - 1;
    const n = Number(entry[1]['n']) - Number(forms[number.form]) + to;
    const isWrong = (each: FormNumber) => each.form === number.form && each.number > to;
    const instead = { ...entry[1], n, forms: { ...forms, [number.form]: to } };
    return withNumber(stored, entry, instead, formFault(stored, isWrong));
  },
  'the sum of a counter of forms is changed': (stored, draw) => {
    const entry = numberAt(stored, 'K#FORM#');
    const instead = { ...entry[1], n: Number(entry[1]['n']) + 1 + draw(9) };
    return withNumber(
      stored,
      entry,
      instead,
      formFault(stored, () => true),
    );
  },
  'a counter of forms is deleted': (stored) =>
    withNumber(
      stored,
      numberAt(stored, 'K#FORM#'),
      undefined,
      formFault(stored, () => true),
    ),
};

/** One of these and the draws it takes. */
export const anyTamperingBeside = fc.record({
  name: fc.constantFrom(...Object.keys(tamperingsBeside)),
  draws: fc.array(fc.nat(), { minLength: 16, maxLength: 16 }),
});

/** Lays hands on what follows from a record. */
export function tamperedBeside(
  stored: Stored,
  { name, draws }: { readonly name: string; readonly draws: readonly number[] },
): TamperedBeside {
  let drawn = 0;
  const draw: Draw = (below) => {
    drawn += 1;
    return (draws[drawn % draws.length] ?? 0) % Math.max(1, below);
  };
  const tamper = tamperingsBeside[name];
  if (tamper === undefined) throw new Error('There is no such tampering');
  return tamper(stored, draw);
}
