import { nation, type UnitCode } from '../directory.ts';
import { ladderBehind } from '../ladders/registry.ts';
import { answersSince } from '../link.ts';
import { actingPost } from '../permission.ts';
import { refuse } from '../refusal.ts';
import { asHeldByLink } from './anonymous-hold.ts';
import { type Case, type Deadline, findDeadline } from './case.ts';
import { type Decider, dated } from './decider.ts';
import { heldUntil } from './hold.ts';
import type { Moment } from './moment.ts';
import { paperRefs } from './paper.ts';
import { calendarOf, keyOf, limitBehind } from './planning.ts';
import { communesTold } from './sweep.ts';

/**
 * Somebody responsible has seen the deadline; the ladder waits a while and then climbs on.
 *
 * By a link of a letter it is done for a post and nobody knows by whom, so it holds the ladder for less.
 *
 * @policy 0009
 * @policy 0051
 * @refuses DEADLINE_UNKNOWN, NOT_ALLOWED
 */
export const acknowledge: Decider<'acknowledge'> = (state, command, moment) => {
  const open = findDeadline(state, command.deadline);
  const limit = open && limitBehind(open, moment.procedures);
  if (open === undefined || limit === undefined) return refuse('DEADLINE_UNKNOWN', ['deadline']);
  const posts = moment.actor.posts.filter(({ unit }) => isTold(unit, open, state));
  const post = actingPost({ ...moment.actor, posts }, 'acknowledge', state);
  if (post === undefined) return refuse('NOT_ALLOWED');
  const isByLink = moment.actor.kind === 'LINK';
  if (isByLink && !isAlive(moment)) return refuse('NOT_ALLOWED');
  const ladder = ladderBehind(open, limit, moment.ladders);
  const [held, by] = isByLink
    ? ([asHeldByLink(ladder, state), 'ANONYMOUS'] as const)
    : ([ladder, 'NAMED'] as const);
  const calendar = calendarOf(open, state, moment.calendar);
  return [
    {
      type: 'Acknowledged',
      ...dated(command, moment),
      deadline: keyOf(open),
      planning: open.planning,
      post: post.id,
      nextAt: heldUntil(open, held, by, { now: moment.now, calendar }),
      ...(isByLink && { anonymous: true as const }),
    },
  ];
};

/** Whether a link still speaks for its post: the directory of a case is without the posts that are kept out of it. */
function isAlive({ actor, directory, now }: Moment): boolean {
  const [held] = actor.posts;
  const post = directory.posts.find(({ id }) => id === held?.id);
  return post !== undefined && answersSince(post, actor.toldAt ?? now, now);
}

/** Whether a duty is told in a unit: only there can it be said to have been seen. */
function isTold(unit: UnitCode, open: Deadline, state: Case): boolean {
  if (unit === nation) return true;
  return communesTold(open, state).some((place) => place.unit === unit || place.province === unit);
}

/** A note to the record; it changes nothing that others decide on. */
export const addNote: Decider<'addNote'> = (state, command, moment) => [
  { type: 'NoteAdded', ...dated(command, moment), papers: paperRefs(state, command.papers) },
];
