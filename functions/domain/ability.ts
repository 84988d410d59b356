import type { Case } from './case/case.ts';
import { type LaterCommandType, laterCommandTypes } from './case/command.ts';
import { isAvailable } from './case/decide.ts';
import { type Actor, may } from './permission.ts';

/** What keeps somebody from an act, in the order in which it is judged. */
export const hindrances = ['LACKS_SCOPE', 'LACKS_POST', 'NOT_NOW'] as const;
/** One of {@link hindrances}. */
export type Hindrance = (typeof hindrances)[number];

/** An act on a case, and what keeps somebody from it; nothing if they can do it now. */
export type Ability = { readonly act: LaterCommandType; readonly why: Hindrance | null };

/** What an actor can do on a case now, act by act, by the same judgement an act itself meets. */
export function abilities(actor: Actor, state: Case): readonly Ability[] {
  return laterCommandTypes.map((act) => ({ act, why: hindranceOf(actor, act, state) }));
}

function hindranceOf(actor: Actor, act: LaterCommandType, state: Case): Hindrance | null {
  if (!actor.scopes.includes('cases:write')) return 'LACKS_SCOPE';
  if (!may(actor, act, state)) return 'LACKS_POST';
  return isAvailable(state, act) ? null : 'NOT_NOW';
}
