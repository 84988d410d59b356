import { acknowledgementHold, after } from '../escalation.ts';
import { refuse } from '../refusal.ts';
import { findDeadline } from './case.ts';
import { keyOf, limitBehind } from './deadlines.ts';
import { type Decider, dated } from './decider.ts';
import { paperRefs } from './paper.ts';

/**
 * Somebody responsible has seen the deadline; the ladder waits a while and then climbs on.
 *
 * @policy 0009
 * @refuses DEADLINE_UNKNOWN
 */
export const acknowledge: Decider<'acknowledge'> = (state, command, moment) => {
  const open = findDeadline(state, command.deadline);
  const limit = open && limitBehind(open, state, moment.procedures);
  if (open === undefined || limit === undefined) return refuse('DEADLINE_UNKNOWN', ['deadline']);
  const held = after(acknowledgementHold[limit.ladder], moment.now, moment.calendar);
  const nextAt = open.nextAt === null || open.nextAt > held ? open.nextAt : held;
  return [
    {
      type: 'Acknowledged',
      ...dated(command, moment),
      deadline: keyOf(open),
      planning: open.planning,
      post: moment.actor.posts[0]?.id ?? moment.actor.id,
      nextAt,
    },
  ];
};

/** A note to the record; it changes nothing that others decide on. */
export const addNote: Decider<'addNote'> = (state, command, moment) => [
  { type: 'NoteAdded', ...dated(command, moment), papers: paperRefs(state, command.papers) },
];
