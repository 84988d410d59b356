import { nation } from '../directory.ts';
import type { Hold, Ladder, LadderPolicy, LadderSpan, Rung } from '../ladder.ts';
import { plainDate } from '../time.ts';

const minutes = (count: number): LadderSpan => ({ unit: 'MINUTES', count });
const hours = (count: number): LadderSpan => ({ unit: 'HOURS', count });
const workingDays = (count: number): LadderSpan => ({ unit: 'WORKING_DAYS', count });

const slows = (by: LadderSpan): Hold => ({ effect: 'SLOWS', by });

const reminder = (...tell: Rung['tell']): Rung => ({
  id: '3/4',
  kind: 'REMINDER',
  at: { share: 0.75 },
  tell,
});
const breach = (...tell: Rung['tell']): Rung => ({
  id: 'due',
  kind: 'BREACH',
  at: { share: 1 },
  tell,
});
const escalation = (id: string, after: LadderSpan, ...tell: Rung['tell']): Rung => ({
  id,
  kind: 'ESCALATION',
  at: { after },
  tell,
});

// A link says nothing of who opened it, so it buys half a day where a name buys a whole one.
const inWorkingTime: Ladder['hold'] = {
  NAMED: slows(workingDays(1)),
  ANONYMOUS: slows(hours(12)),
};

/**
 * The first default ladders.
 *
 * @policy 0009
 */
export const default1: LadderPolicy = {
  id: 'default/1',
  province: nation,
  revision: 1,
  validFrom: plainDate('2025-07-01'),
  document: '0009',
  ladders: {
    EMERGENCY: {
      rungs: [
        reminder('COMMUNE_WORKER'),
        breach('COMMUNE_WORKER', 'COMMUNE_CHAIR', 'COMMUNE_POLICE'),
        // Nobody has said that they are at it. Whoever does has two hours before the province is told.
        escalation('+15m', minutes(15), 'PROVINCE_SUPERVISOR'),
        escalation('+6h', hours(6), 'PROVINCE_CHAIR', 'HOTLINE_111'),
      ],
      hold: { NAMED: slows(hours(2)), ANONYMOUS: slows(minutes(15)) },
    },
    ROUTINE: {
      rungs: [
        reminder('COMMUNE_WORKER'),
        breach('COMMUNE_WORKER', 'COMMUNE_CHAIR'),
        escalation('+1d', workingDays(1), 'PROVINCE_SUPERVISOR'),
        // Those who supervise by law are told of code and duty, and see no case (Law on Children 2016 Art. 91).
        escalation(
          '+3d',
          workingDays(3),
          'PROVINCE_CHAIR',
          'HOTLINE_111',
          'COMMUNE_MASS_ORGANISATION',
        ),
      ],
      hold: inWorkingTime,
    },
    PROVINCE: {
      rungs: [
        reminder('PROVINCE_SUPERVISOR'),
        breach('PROVINCE_SUPERVISOR', 'COMMUNE_CHAIR'),
        escalation('+1d', workingDays(1), 'PROVINCE_CHAIR'),
        escalation('+3d', workingDays(3), 'MINISTRY_SUPERVISOR'),
      ],
      hold: inWorkingTime,
    },
    MINISTRY: {
      rungs: [
        reminder('MINISTRY_SUPERVISOR'),
        breach('MINISTRY_SUPERVISOR', 'COMMUNE_CHAIR'),
        escalation('+1d', workingDays(1), 'MINISTRY_SUPERVISOR'),
        escalation('+3d', workingDays(3), 'MINISTRY_SUPERVISOR'),
      ],
      hold: inWorkingTime,
    },
    // Told to a post of its own, which no directory resolves. Nobody sees a canary, so nobody acknowledges one.
    CANARY: {
      rungs: [breach()],
      hold: { NAMED: slows(minutes(1)), ANONYMOUS: slows(minutes(1)) },
    },
  },
};
