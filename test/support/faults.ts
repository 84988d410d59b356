import { type NearClients, setClients } from '#runtime/world.ts';

/**
 * The ways a call of a service goes wrong. A process dies before the call leaves or before its answer comes; a
 * service refuses for once, or an answer is lost with the call done or not done.
 */
export const faultKinds = [
  'DIES_BEFORE',
  'DIES_AFTER',
  'THROTTLED',
  'LOST_DONE',
  'LOST_NOT_DONE',
] as const;
/** One of {@link faultKinds}. */
export type FaultKind = (typeof faultKinds)[number];

/** Which call goes wrong, counted from 0, and how. */
export type Fault = { readonly at: number; readonly kind: FaultKind };

type Stack = {
  readonly middlewareStack: { add: (middleware: Middleware, options: object) => void };
};
type Next = (args: object) => Promise<unknown>;
type Middleware = (next: Next, context: { commandName?: string }) => Next;

const named = (name: string, message: string) => Object.assign(new Error(message), { name });

/** Stands in every call of the store, the queue and the mail, and lets one of them go wrong. */
export function meddler() {
  let clients: NearClients | undefined;
  let calls: string[] = [];
  let plan: Fault | undefined;
  let isDead = false;

  const guarded: Middleware =
    (next, { commandName = '?' }) =>
    async (args) => {
      if (isDead) throw named('ProcessDied', 'This process is dead');
      const fault = plan?.at === calls.length ? plan : undefined;
      calls.push(commandName);
      return fault === undefined ? next(args) : goWrong(fault.kind, () => next(args));
    };
  const goWrong = async (kind: FaultKind, run: () => Promise<unknown>) => {
    if (kind === 'DIES_AFTER' || kind === 'LOST_DONE') await run();
    if (kind === 'DIES_BEFORE' || kind === 'DIES_AFTER') {
      isDead = true;
      throw named('ProcessDied', 'This process is dead');
    }
    if (kind === 'THROTTLED') throw named('ThrottlingException', 'Too many requests');
    throw named('TimeoutError', 'No answer came');
  };
  return {
    meddle: (near: NearClients) => {
      clients = near;
      for (const client of Object.values(near) as unknown as Stack[])
        client.middlewareStack.add(guarded, {
          step: 'initialize',
          priority: 'high',
          name: 'fault',
        });
    },
    /** Counts calls from here on, and lets one go wrong. */
    begin: (fault?: Fault) => {
      calls = [];
      plan = fault;
    },
    /** The calls since then. */
    calls: () => [...calls],
    /** Another process takes the place of a dead one: nothing it remembered is there. */
    revive: () => {
      isDead = false;
      plan = undefined;
      setClients(clients);
    },
  };
}
