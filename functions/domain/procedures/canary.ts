import { hours } from '../deadline.ts';
import { limit, type Procedure } from '../procedure.ts';
import { plainDate } from '../time.ts';

/**
 * The procedure of the canaries: one duty, due in a minute, of nobody.
 *
 * It is in force nowhere and in no list of procedures, so that no case and no reader ever meets it; what
 * climbs ladders and writes letters knows it beside the others.
 *
 * @policy 0028
 */
export const canaryProcedure: Procedure = {
  id: 'CANARY',
  title: 'Canary',
  decidedBy: 'docs/decisions/0028',
  validFrom: plainDate('2017-07-01'),
  territory: [],
  limits: [
    limit('P00', {
      title: { vi: 'Báo tin thử của hệ thống', en: 'Be told of: a trial of the way of alarms' },
      leg: 'INCIDENT',
      within: hours(1 / 60),
      from: ['CanarySetOff'],
      until: [],
      voidedBy: ['CanarySetOff'],
      by: 'ADMINISTRATOR',
      ladder: 'CANARY',
      policy: '0028',
    }),
  ],
};
