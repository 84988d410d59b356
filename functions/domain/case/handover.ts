import { provinceOf, type UnitCode } from '../directory.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Instant } from '../time.ts';
import { type Case, legOf, offeredPlace, type Place } from './case.ts';
import { type Decider, dated } from './decider.ts';
import type { Fact } from './event.ts';
import { distinct, type Moment, pinsFor, postsFor, unitOn } from './moment.ts';
import { replan } from './replan.ts';
import { sweep } from './sweep.ts';
import type { ToldPost } from './terms.ts';

/**
 * The residence leg is offered to another commune; until it accepts, the present one answers.
 *
 * @law Law on Children 2016 Art. 52.2
 * @refuses HANDOVER_PENDING, SAME_COMMUNE, UNIT_UNKNOWN, UNIT_NOT_COMMUNE
 */
export const offerHandover: Decider<'offerHandover'> = (state, command, moment) => {
  const wrong = offerRefusal(state, command.to, moment);
  if (wrong !== undefined) return wrong;
  const province = provinceOf(command.to, moment.directory);
  return [
    {
      type: 'HandoverOffered',
      ...dated(command, moment),
      to: command.to,
      province,
      told: bothCommunes(state.residenceLeg, { unit: command.to, province }, moment),
    },
  ];
};

function offerRefusal(state: Case, to: UnitCode, moment: Moment): Refusal | undefined {
  if (state.offer !== null) return refuse('HANDOVER_PENDING');
  return communeRefusal(to, state.residenceLeg, moment);
}

/** Why a unit cannot be the commune a case goes to: it is there already, or it is no commune now. */
export function communeRefusal(
  to: UnitCode,
  present: Place | undefined,
  moment: Moment,
  field = 'to',
): Refusal | undefined {
  if (to === present?.unit) return refuse('SAME_COMMUNE', [field]);
  const unit = unitOn(to, moment.now, moment);
  if (unit === undefined) return refuse('UNIT_UNKNOWN', [field]);
  return unit.level === 'COMMUNE' ? undefined : refuse('UNIT_NOT_COMMUNE', [field]);
}

/** Workers and chairs of the commune a case goes to and of that it comes from, each post once. */
export function bothCommunes(from: Place, to: Place, moment: Moment): readonly ToldPost[] {
  const told = [to, from].flatMap((place) =>
    postsFor(['COMMUNE_WORKER', 'COMMUNE_CHAIR'], place, moment),
  );
  return distinct(told);
}

/**
 * What was due before a case changes hands, on record before it does: as if a tick had just been.
 *
 * So the end a commune let pass stands against that commune, and the next one goes by days of its own. A case
 * that has not followed the calendar yet is left to the tick, which lets it follow first.
 */
export function missedBefore(at: Instant, state: Case, moment: Moment): readonly Fact[] {
  return replan(state, moment).length > 0 ? [] : sweep(state, { ...moment, now: at });
}

/**
 * The commune of residence accepts: it answers for steps 3–6 under the procedure in force there now.
 *
 * @law Law on Children 2016 Art. 52.2
 * @refuses NO_HANDOVER, PROCEDURE_UNKNOWN
 */
export const acceptHandover: Decider<'acceptHandover'> = (state, command, moment) => {
  const there = offeredPlace(state);
  if (there === undefined) return refuse('NO_HANDOVER');
  const pins = pinsFor(there, moment.now, moment);
  if (pins === undefined) return refuse('PROCEDURE_UNKNOWN');
  const when = dated(command, moment);
  return [
    ...missedBefore(when.about, state, moment),
    {
      type: 'HandoverAccepted',
      ...when,
      unit: there.unit,
      province: there.province,
      ...pins,
      told: bothCommunes(state.residenceLeg, there, moment),
    },
  ];
};

/**
 * The commune asked declines; the present one still answers and may ask another.
 *
 * @law Law on Children 2016 Art. 52.2
 * @refuses NO_HANDOVER
 */
export const declineHandover: Decider<'declineHandover'> = (state, command, moment) => {
  const there = offeredPlace(state);
  if (there === undefined) return refuse('NO_HANDOVER');
  return [
    {
      type: 'HandoverDeclined',
      ...dated(command, moment),
      unit: there.unit,
      told: bothCommunes(there, state.residenceLeg, moment),
    },
  ];
};

/**
 * The province says which commune answers, where communes cannot agree or nobody knows the residence.
 *
 * Within a province its own offices decide, between provinces the ministry.
 *
 * @law Law on Children 2016 Art. 52.2, 90
 * @policy 0027
 * @refuses NOT_ALLOWED, LEG_NOT_ASSIGNABLE, SAME_COMMUNE, UNIT_UNKNOWN, UNIT_NOT_COMMUNE, PROCEDURE_UNKNOWN
 */
export const assignCommune: Decider<'assignCommune'> = (state, command, moment) => {
  const { leg, to } = command;
  const isOver = leg === 'INCIDENT' && state.step !== 'INITIAL_ASSESSMENT';
  if (isOver || (leg === 'RESIDENCE' && state.step === 'INITIAL_ASSESSMENT'))
    return refuse('LEG_NOT_ASSIGNABLE', ['leg']);
  const present = legOf(state, leg);
  // Asked which commune answers, the province may say that the present one does.
  const isAsked = state.deadlines.some(({ rule }) => rule === 'P03');
  const wrong = communeRefusal(to, isAsked ? undefined : present, moment);
  if (wrong !== undefined) return wrong;
  const there: Place = { unit: to, province: provinceOf(to, moment.directory) };
  if (!mayAssign(present, there, moment)) return refuse('NOT_ALLOWED', ['to']);
  const pins = pinsFor(there, moment.now, moment);
  if (pins === undefined) return refuse('PROCEDURE_UNKNOWN', ['to']);
  const when = dated(command, moment);
  return [
    ...missedBefore(when.about, state, moment),
    {
      type: 'CommuneAssigned',
      ...when,
      leg,
      ...there,
      ...pins,
      told: bothCommunes(present, there, moment),
    },
  ];
};

function mayAssign(from: Place, to: Place, { actor }: Moment): boolean {
  return actor.posts.some(({ role, unit }) => {
    if (role === 'MINISTRY_SUPERVISOR') return true;
    const isOfProvince = role === 'PROVINCE_SUPERVISOR' || role === 'PROVINCE_CHAIR';
    return isOfProvince && unit === from.province && unit === to.province;
  });
}

/**
 * The chair of the commune that answers for a leg names the post of the worker who follows it.
 *
 * @law Law on Children 2016 Art. 90.4
 * @refuses NOT_ALLOWED, POST_UNKNOWN
 */
export const assignWorker: Decider<'assignWorker'> = (state, command, moment) => {
  const { unit } = legOf(state, command.leg);
  const isChair = moment.actor.posts.some(
    (post) => post.role === 'COMMUNE_CHAIR' && post.unit === unit,
  );
  if (!isChair) return refuse('NOT_ALLOWED', ['leg']);
  const known = moment.directory.posts.some(
    (post) => post.id === command.post && post.role === 'COMMUNE_WORKER' && post.unit === unit,
  );
  if (!known) return refuse('POST_UNKNOWN', ['post']);
  return [
    {
      type: 'WorkerAssigned',
      ...dated(command, moment),
      post: command.post,
      leg: command.leg,
    },
  ];
};
