import { calculate } from '#domain/calculation.ts';
import { exists, nation, type UnitCode } from '#domain/directory.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { type Instant, localDate } from '#domain/time.ts';
import type { Resolvers } from '#schema/generated.ts';
import type { Context } from '../context.ts';
import { deadlineCalculation } from '../inputs/calculation.ts';
import { problemsOf } from '../problems.ts';
import { userError } from '../write.ts';

/** A unit and those above it, if it exists when the clock starts. */
async function territoryOf(
  code: UnitCode,
  from: Instant,
  { units }: Context,
): Promise<readonly UnitCode[] | Refusal> {
  const unit = await units.load(code);
  if (unit === null || !exists(unit, localDate(from))) return refuse('UNIT_UNKNOWN', ['unit']);
  return [...new Set([code, unit.parent, nation])];
}

/** Limits counted without a case. */
export const calculation = {
  Query: {
    deadlineCalculation: async (_parent, asked, context) => {
      const admitted = deadlineCalculation.safeParse(asked);
      if (!admitted.success) return { userErrors: problemsOf(admitted.error) };
      const { inquiry, unit } = admitted.data;
      const place = unit === null ? [nation] : await territoryOf(unit, inquiry.from, context);
      if (isRefusal(place)) return { userErrors: [userError(place)] };
      const [law, ladders] = await Promise.all([context.law(), context.ladders()]);
      const found = calculate({ ...inquiry, territory: place }, { ...law, ladders });
      return isRefusal(found)
        ? { userErrors: [userError(found)] }
        : { calculation: found, userErrors: [] };
    },
  },
  DeadlineCalculation: {
    limit: ({ cited }) => cited?.limit ?? null,
    procedure: ({ cited }) => cited?.procedure ?? null,
    span: ({ span }) => ({ unit: span.unit, count: 'count' in span ? span.count : null }),
    startedAt: ({ from }) => from,
    dueAt: ({ counted }) => ('dueAt' in counted ? counted.dueAt : null),
    status: ({ counted }) => counted.status,
    missingYear: ({ counted }) => ('missingYear' in counted ? counted.missingYear : null),
    explanation: ({ counted }) => ('explanation' in counted ? [...counted.explanation] : null),
    rungs: ({ rungs }) => [...rungs],
  },
  LadderRung: { roles: ({ tell }) => [...tell] },
} satisfies Resolvers;
