import { mayBreakGlass } from '../glass.ts';
import { may } from '../permission.ts';
import { beyondWall, postsOn } from '../wall.ts';
import type { Case } from './case.ts';
import type { LaterCommandType } from './command.ts';
import type { Moment } from './moment.ts';

/** Whether an actor may do an act on a case; to break its glass one need not stand to it in any way. */
export function isPermitted(state: Case, act: LaterCommandType, { actor }: Moment): boolean {
  return act === 'breakGlass' ? mayBreakGlass(actor, state) : may(actor, act, state);
}

/** The moment as this case has it: without the posts that are kept out of it, and with those that stand in. */
export function withinWall(state: Case, act: LaterCommandType, moment: Moment): Moment {
  if (state.exclusions === undefined) return moment;
  const actor = { ...moment.actor, posts: postsOn(moment.actor, state) };
  // Whom a conflict names is looked for among all posts, those kept out before included.
  if (act === 'declareConflict') return { ...moment, actor };
  return { ...moment, actor, directory: beyondWall(moment.directory, state, moment.now) };
}
