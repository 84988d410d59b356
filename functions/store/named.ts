import { channels } from '#domain/delivery.ts';
import { keys, prefixes, type Way, ways } from './table.ts';

/** The case an item of the `cases` table belongs to. */
export function caseOf({ pk }: { readonly pk: string }): string {
  return pk.slice(keys.head('').pk.length);
}

/** The incident an item of the `cases` table belongs to. */
export function incidentOf({ pk }: { readonly pk: string }): string {
  return pk.slice(keys.incident('').pk.length);
}

/** When the read of an item of the register was. */
export function readAt({ sk }: { readonly sk: string }): string {
  return sk.slice(prefixes.read.length).split('#')[0] ?? '';
}

/** What a delivery is of, and by which way to whom. */
export function deliveryOf({ pk, sk }: { readonly pk: string; readonly sk: string }): Way {
  const channel = channels.find((each) => pk.startsWith(`${ways[each]}#`));
  if (channel === undefined) throw new Error('An item of the notices table is no delivery');
  const none = keys.delivery({ channel, to: '', id: '' });
  return {
    channel,
    to: decodeURIComponent(pk.slice(none.pk.length)),
    id: sk.slice(none.sk.length),
  };
}

/** The case whose event a pair of keys names; nothing for the keys of any other item. */
export function eventOf(pk: string | undefined, sk: string | undefined): string | undefined {
  if (pk === undefined || sk?.startsWith(prefixes.event) !== true) return undefined;
  return caseOf({ pk });
}
