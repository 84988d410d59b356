import { dueFrom, standingOf } from '#domain/erasure.ts';
import type { Resolvers } from '#schema/generated.ts';
import type { AdministrationContext } from '../context.ts';
import * as erasure from '../erasure.ts';

const { erasureOrders, erasureCandidates, orderErasure, approveErasure, withdrawErasure } = erasure;

/** Orders of erasure, and what may be ordered. */
export const erasures = {
  Query: { erasureOrders, erasureCandidates },
  Mutation: { orderErasure, approveErasure, withdrawErasure },
  ErasureOrder: {
    id: ({ order }) => order.id,
    status: ({ order, cases }, _arguments, { around }) =>
      standingOf(order, cases, around.world.now()),
    ground: ({ order }) => order.ground,
    document: ({ order }) => order.document,
    orderedBy: ({ order }) => order.ordered.officer,
    orderedAt: ({ order }) => order.ordered.at,
    approvedBy: ({ order }) => order.approved?.officer ?? null,
    approvedAt: ({ order }) => order.approved?.at ?? null,
    withdrawnBy: ({ order }) => order.withdrawn?.officer ?? null,
    dueFrom: ({ order }) => dueFrom(order),
    expiresOn: ({ order }) => order.expiresOn,
  },
  OrderedCase: { erasedAt: ({ erasedAt }) => erasedAt ?? null },
  ErasureCandidate: {
    caseId: ({ state }) => state.id,
    caseCode: ({ state }) => state.code,
    rule: ({ rule }) => rule.id,
    policy: ({ rule }) => rule.policy,
  },
} satisfies Resolvers<AdministrationContext>;
