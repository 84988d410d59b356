import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Head, IncidentHead, StoredEvent } from '#app/ports/ledger.ts';
import type { Case } from '#domain/case/case.ts';
import { newId } from '#runtime/world.ts';
import { type Item, nameOf } from '#store/database.ts';
import { changedListings, eventItem, headItem, incidentItem } from '#store/items.ts';
import type { TestStage } from './stage.ts';

/** A case to be copied: with all its events, or with none where its copies only have to be there. */
export type Model = {
  readonly head: Head;
  readonly incident: IncidentHead;
  readonly events: readonly StoredEvent[];
};

/** The case as it lies in the store now. */
export async function modelOf(stage: TestStage, id: string): Promise<Model> {
  const { ledger } = stage.around;
  const [head, events] = await Promise.all([ledger.head(id), ledger.events(id, 0)]);
  const of = head?.state.incident ?? '';
  const incident = (await ledger.incidents([of])).get(of);
  if (head === undefined || incident === undefined)
    throw new Error('The case to be copied is not there');
  return { head, incident, events };
}

const itemsPerBatch = 25;
const batchesAtOnce = 4;

/**
 * Writes copies of some cases in turn, each under an id of its own, and answers their ids.
 *
 * Each is what its own commands would have left: HEAD, rows of the lists, linked events and the incident (the
 * last two only where the model has events). Commands would take many minutes for a hundred thousand cases.
 */
export async function copyCases(
  stage: TestStage,
  models: readonly Model[],
  { count, idOf = newId }: { readonly count: number; readonly idOf?: (n: number) => string },
): Promise<readonly string[]> {
  const ids = Array.from({ length: count }, (_, n) => idOf(n));
  let items: Item[] = [];
  for (const [n, id] of ids.entries()) {
    const model = models[n % models.length];
    if (model === undefined) throw new Error('There is no case to be copied');
    items.push(...copyOf(model, { id, n }, stage));
    if (items.length < itemsPerBatch * batchesAtOnce) continue;
    await putAll(stage, items);
    items = [];
  }
  await putAll(stage, items);
  return ids;
}

type As = { readonly id: string; readonly n: number };

function copyOf({ head, incident, events }: Model, as: As, { around }: TestStage): readonly Item[] {
  const rename = renaming(head.state, as);
  const state = rename(head.state);
  const linked: StoredEvent[] = [];
  let previous = around.world.chainStart(as.id);
  for (const { hash: _, previous: __, ...event } of events.map(rename)) {
    const hash = around.world.link(previous, event);
    linked.push({ ...event, previous, hash });
    previous = hash;
  }
  const last = { hash: previous, written: head.written };
  return [
    headItem(state, last, head.planSeq),
    ...changedListings(undefined, state),
    ...linked.map(eventItem),
    ...(events.length > 0 ? [incidentItem(copiedIncident(incident, rename))] : []),
  ];
}

/** The keys stay as they are: nobody opens a copy. */
function copiedIncident({ incident, seq, keys }: IncidentHead, rename: Renaming): IncidentHead {
  return { incident: rename(incident), seq, keys };
}

type Renaming = <Part>(part: Part) => Part;

/** Wherever a case names itself it names its copy. */
function renaming({ id, incident, code }: Case, as: As): Renaming {
  const names = [
    [id, as.id],
    [incident, `n${as.id.slice(1)}`],
    [code, `LC-${String(as.n).padStart(7, '0')}-0`],
  ] as const;
  return (part) => {
    const text = names.reduce((all, [was, is]) => all.replaceAll(was, is), JSON.stringify(part));
    return JSON.parse(text);
  };
}

async function putAll({ database }: TestStage, items: readonly Item[]): Promise<void> {
  const batches = Array.from({ length: Math.ceil(items.length / itemsPerBatch) }, (_, at) =>
    items.slice(at * itemsPerBatch, (at + 1) * itemsPerBatch),
  );
  await Promise.all(
    batches.map((batch) => {
      const puts = batch.map((item) => ({ PutRequest: { Item: item } }));
      const RequestItems = { [nameOf(database, 'cases')]: puts };
      return database.client.send(new BatchWriteCommand({ RequestItems }));
    }),
  );
}
