import { lentUntil, partsLent, reviewerOf } from '../glass.ts';
import { refuse } from '../refusal.ts';
import { view } from '../view.ts';
import { accountableLeg } from './case.ts';
import { type Decider, dated } from './decider.ts';
import { postsFor } from './moment.ts';
import { paperRefs } from './paper.ts';

/**
 * An officer looks into a case that is none of theirs, in an emergency and for a written reason.
 *
 * The chair of the commune that answers, the provincial supervisor and whoever has to judge it are told at once.
 *
 * @policy 0039
 * @refuses GLASS_NOT_NEEDED
 */
export const breakGlass: Decider<'breakGlass'> = (state, command, moment) => {
  const { actor, now } = moment;
  const seen = view(actor, state, now)?.sees;
  if (partsLent.every((part) => seen?.has(part))) return refuse('GLASS_NOT_NEEDED');
  const papers = paperRefs(state, command.papers);
  const reviewer = reviewerOf(actor);
  const glass = {
    id: `g${state.seq + 1}`,
    officer: actor.id,
    at: now,
    until: lentUntil(now),
    reviewer,
    reviewed: false,
    reason: papers[0]?.version ?? 0,
  };
  const told = postsFor(
    ['COMMUNE_CHAIR', 'PROVINCE_SUPERVISOR', reviewer],
    accountableLeg(state),
    moment,
  );
  return [{ type: 'GlassBroken', ...dated(command, moment), glass, papers, told }];
};

/**
 * A human judges an access in an emergency: never whoever had it, and for the province the ministry.
 *
 * @policy 0039
 * @refuses GLASS_UNKNOWN, NOT_ALLOWED
 */
export const reviewBreakGlass: Decider<'reviewBreakGlass'> = (state, command, moment) => {
  const { actor } = moment;
  const found = state.glasses?.find(({ id, reviewed }) => id === command.glass && !reviewed);
  if (found === undefined) return refuse('GLASS_UNKNOWN', ['glass']);
  const isAbove = actor.posts.some(
    ({ role }) => role === found.reviewer || role === 'MINISTRY_SUPERVISOR',
  );
  if (!isAbove || found.officer === actor.id) return refuse('NOT_ALLOWED');
  const { glass, outcome } = command;
  const papers = paperRefs(state, command.papers);
  return [{ type: 'GlassReviewed', ...dated(command, moment), glass, outcome, papers }];
};
