import type { UnitCode } from '../directory.ts';
import { canaryProcedure } from '../procedures/canary.ts';
import { canaryId } from './canary.ts';
import type { Case } from './case.ts';
import { withDeadlines } from './deadlines.ts';
import type { Fact } from './event.ts';
import type { Counters, Moment } from './moment.ts';

/**
 * The facts that set the canary of a province off: the duty of its last round is void, and the next is due
 * in a minute. The first of them makes the canary.
 */
export function setOff(
  before: Case | undefined,
  province: UnitCode,
  moment: Pick<Moment, 'now' | 'actor' | 'calendar' | 'directory'>,
): readonly Fact[] {
  const { now } = moment;
  const fact = { type: 'CanarySetOff', about: now, known: now, province } as const;
  const caseId = canaryId(province);
  const known = { caseId, incidentId: caseId, ...law, counters: none };
  return withDeadlines(before, [fact], { ...moment, ...known });
}

// It climbs a ladder that no province can replace.
const law = { procedures: [canaryProcedure], ladders: [] };

/** A canary has no form and no number. */
const none: Counters = { cases: 0, agency: 'canary', year: 0, forms: {} };
