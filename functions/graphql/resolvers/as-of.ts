import { caseAsOf } from '#app/as-of.ts';
import { viewAsOf } from '#domain/view.ts';
import type { Resolvers } from '#schema/generated.ts';
import { sought } from '../context.ts';
import { fault } from '../errors.ts';
import { dateTime } from '../inputs/fields.ts';
import { told } from './case.ts';
import { deadline, deadlinesOf } from './deadline.ts';

const { account: _, explanation: __, ...standing } = deadline.Deadline;

/** A case as it was known at an instant. */
export const asOf = {
  Query: {
    caseAsOf: async (_parent, { id, at }, context) => {
      const instant = dateTime.safeParse(at);
      if (!instant.success) throw fault('BAD_INSTANT');
      const view = await sought(id, 'caseAsOf', context);
      const then = view && (await caseAsOf(id, instant.data, context.around.ledger));
      return view && then ? viewAsOf(view, then) : null;
    },
  },
  CaseAsOf: {
    ...told,
    caseId: ({ state }) => state.id,
    deadlines: async ({ state }, _arguments, { law }) => deadlinesOf(state, await law()),
  },
  DeadlineAsOf: standing,
} satisfies Resolvers;
