import { type Actor, actingPost } from '../permission.ts';
import type { Limit, Relief } from '../procedure.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { hoursBetween, type Instant, plusHours } from '../time.ts';
import { type Case, type Deadline, findDeadline, type Standstill } from './case.ts';
import type { CommandOf, LaterCommandType } from './command.ts';
import { debtorPlace } from './debtor.ts';
import { type Decider, dated } from './decider.ts';
import { standsStillAt } from './evolve-deadlines.ts';
import type { Moment } from './moment.ts';
import { explain, keyOf, limitBehind } from './planning.ts';

type Asking = CommandOf<'extendDeadline' | 'pauseDeadline'>;
type Granting = { readonly open: Deadline; readonly relief: Relief; readonly post: string };

/**
 * More time for a duty of policy: on a ground the limit takes, by the post it names, up to its cap.
 *
 * No limit of the law can be extended, and none that is over.
 *
 * @policy 0023
 * @refuses DEADLINE_UNKNOWN, NOT_EXTENDABLE, GROUND_NOT_TAKEN, NOT_ALLOWED, DEADLINE_PAST, CAP_EXCEEDED
 */
export const extendDeadline: Decider<'extendDeadline'> = (state, command, moment) => {
  const granting = grantingOf(state, command, moment, 'extendable');
  if ('refused' in granting) return granting;
  const { open, relief, post } = granting;
  const granted = open.extensions.reduce((sum, { extra }) => sum + extra, 0);
  if (granted + command.extra > relief.atMost) return refuse('CAP_EXCEEDED', ['extra']);
  const { extra, ground, document } = command;
  return [
    {
      type: 'DeadlineExtended',
      ...dated(command, moment),
      deadline: keyOf(open),
      planning: open.planning,
      extra,
      ground,
      document,
      post,
    },
  ];
};

/**
 * The clock of a duty of policy stands still, for at most so many days; at their end it goes on by itself.
 *
 * A stop that gives no time is refused: on the last day somebody would rely on it and be late at midnight.
 *
 * @policy 0023
 * @refuses DEADLINE_UNKNOWN, NOT_PAUSABLE, GROUND_NOT_TAKEN, NOT_ALLOWED, DEADLINE_PAST, DEADLINE_PAUSED,
 * CAP_EXCEEDED, PAUSE_WITHOUT_EFFECT
 */
export const pauseDeadline: Decider<'pauseDeadline'> = (state, command, moment) => {
  const granting = grantingOf(state, command, moment, 'pausable');
  if ('refused' in granting) return granting;
  const { open, relief, post } = granting;
  const when = dated(command, moment);
  if (isStopped(open, when.about)) return refuse('DEADLINE_PAUSED', ['deadline']);
  const stood = open.pauses.reduce((sum, { from, until }) => sum + hoursBetween(from, until), 0);
  if (stood + command.days * 24 > relief.atMost * 24) return refuse('CAP_EXCEEDED', ['days']);
  const { ground, document } = command;
  const until = plusHours(when.about, command.days * 24);
  const pause = { from: when.about, until, ground, document, resumed: false };
  if (isWithoutEffect(pause, open, state, moment)) return refuse('PAUSE_WITHOUT_EFFECT', ['days']);
  return [
    {
      type: 'DeadlinePaused',
      ...when,
      deadline: keyOf(open),
      planning: open.planning,
      until,
      ground,
      document,
      post,
    },
  ];
};

/** Whether a stop would leave the end where it is; nobody can say so of an end that is not known yet. */
function isWithoutEffect(pause: Standstill, open: Deadline, state: Case, moment: Moment): boolean {
  const stopped = explain({ ...open, pauses: [...open.pauses, pause] }, state, moment);
  return stopped?.status !== 'UNPLANNED' && stopped?.dueAt === open.dueAt;
}

/**
 * The clock goes on before the granted days are over.
 *
 * @policy 0023
 * @refuses DEADLINE_UNKNOWN, NOT_ALLOWED, DEADLINE_NOT_PAUSED
 */
export const resumeDeadline: Decider<'resumeDeadline'> = (state, command, moment) => {
  const open = findDeadline(state, command.deadline);
  if (open === undefined) return refuse('DEADLINE_UNKNOWN', ['deadline']);
  if (postOver(open, state, 'resumeDeadline', moment.actor) === undefined)
    return refuse('NOT_ALLOWED');
  const when = dated(command, moment);
  if (!isStopped(open, when.about)) return refuse('DEADLINE_NOT_PAUSED', ['deadline']);
  return [{ type: 'DeadlineResumed', ...when, deadline: keyOf(open), planning: open.planning }];
};

function isStopped({ pauses }: Deadline, at: Instant): boolean {
  return pauses.some((each) => standsStillAt(each, at));
}

function grantingOf(
  state: Case,
  command: Asking,
  moment: Moment,
  kind: 'pausable' | 'extendable',
): Granting | Refusal {
  const open = findDeadline(state, command.deadline);
  const limit = open && limitBehind(open, moment.procedures);
  if (open === undefined || limit === undefined) return refuse('DEADLINE_UNKNOWN', ['deadline']);
  const relief = reliefOf(limit, command, kind);
  if ('refused' in relief) return relief;
  const posts = moment.actor.posts.filter(({ role }) => role === relief.by);
  const post = postOver(open, state, command.type, { ...moment.actor, posts });
  if (post === undefined) return refuse('NOT_ALLOWED');
  // Time that is over cannot be given back: the breach has happened, whether or not it is on record yet.
  const { about } = dated(command, moment);
  if (open.dueAt !== null && open.dueAt <= about) return refuse('DEADLINE_PAST', ['deadline']);
  return open.breachedAt === null
    ? { open, relief, post: post.id }
    : refuse('DEADLINE_PAST', ['deadline']);
}

/** The post by which an actor may do an act to a duty: of the commune that owes it, or of its province. */
function postOver(open: Deadline, state: Case, act: LaterCommandType, actor: Actor) {
  const { unit, province } = debtorPlace(state, open);
  const posts = actor.posts.filter((post) => post.unit === unit || post.unit === province);
  return actingPost({ ...actor, posts }, act, state);
}

function reliefOf(
  limit: Limit,
  { ground }: Asking,
  kind: 'pausable' | 'extendable',
): Relief | Refusal {
  const relief = limit[kind];
  if (relief === undefined)
    return refuse(kind === 'pausable' ? 'NOT_PAUSABLE' : 'NOT_EXTENDABLE', ['deadline']);
  return relief.grounds.includes(ground) ? relief : refuse('GROUND_NOT_TAKEN', ['ground']);
}
