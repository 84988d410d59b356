import { oneMore } from './book.ts';

/** What the operator's log said while it was listened to. */
export type Heard = { readonly alarms: ReadonlyMap<string, number>; readonly stop: () => void };

/** Keeps the operator's log from the screen and counts its alarms by name. */
export function hearLog(): Heard {
  const alarms = new Map<string, number>();
  const { stderr } = process;
  const write = stderr.write;
  stderr.write = (chunk: string | Uint8Array, ...rest: never[]): boolean => {
    if (!String(chunk).startsWith('{"event"')) return write.call(stderr, chunk, ...rest);
    const { event, alarm } = JSON.parse(String(chunk)) as { event: string; alarm?: boolean };
    if (alarm === true) oneMore(alarms, event);
    return true;
  };
  return {
    alarms,
    stop: () => {
      stderr.write = write;
    },
  };
}
