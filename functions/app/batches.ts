import { noticesPerLetter } from '#domain/calm.ts';
import type { Batch, DeliveryKey } from './ports/notices.ts';

/** What leaves together: by one way to one recipient, at most a letter's worth; a machine gets each on its own. */
export function batchesOf(keys: readonly DeliveryKey[]): readonly Batch[] {
  const boxes = new Map<string, DeliveryKey[]>();
  for (const key of keys) {
    const box = `${key.channel}#${key.to}`;
    boxes.set(box, [...(boxes.get(box) ?? []), key]);
  }
  return [...boxes.values()].flatMap(lettersOf);
}

function lettersOf(box: readonly DeliveryKey[]): readonly Batch[] {
  const [first] = box;
  if (first === undefined) return [];
  const { channel, to } = first;
  const size = channel === 'WEBHOOK' ? 1 : noticesPerLetter;
  const ids = box.map(({ id }) => id);
  const batches = Math.ceil(ids.length / size);
  return Array.from({ length: batches }, (_, at) => ({
    channel,
    to,
    ids: ids.slice(at * size, (at + 1) * size),
  }));
}
