import type { PublicCount } from '#domain/disclosure.ts';
import type { Actor } from '#domain/permission.ts';
import { casesByProvinceAndCategory } from '#domain/statistics.ts';
import type { CountUnit, Resolvers } from '#schema/generated.ts';
import { isId, type StatisticsContext } from '../context.ts';
import { connection, wishOf } from '../cursor.ts';
import { fault } from '../errors.ts';

function analyst({ scopes, posts }: Actor): void {
  const isAnalyst = posts.some(({ role }) => role === 'ANALYST');
  if (!isAnalyst || !scopes.includes('statistics:read')) throw fault('NOT_ALLOWED');
}

function byCategory(columns: readonly string[], counts: readonly PublicCount[]) {
  return counts.map((count, at) => ({ category: columns[at] ?? '', count }));
}

/** Published releases with their definitions. */
export const statistics = {
  Query: {
    serverTime: (_parent, _arguments, { world }) => world.now(),
    releases: async (_parent, page, { actor, releases, world }) => {
      analyst(actor);
      const listing = { name: 'releases', of: '', actor, world };
      return connection(await releases.list(wishOf(page, listing)), listing);
    },
    release: async (_parent, { id }, { actor, releases }) => {
      analyst(actor);
      return (isId(id) ? await releases.find(id) : undefined) ?? null;
    },
  },
  Release: {
    table: ({ table }) => table.definitionId,
    title: () => casesByProvinceAndCategory.title,
    definition: () => casesByProvinceAndCategory.definition,
    unit: ({ table }): CountUnit => table.unit,
    period: ({ table }) => table.period,
    methodVersion: ({ table }) => table.methodVersion,
    disclosureMethod: ({ table }) => table.disclosureMethod,
    includesSynthetic: ({ table }) => table.includesSynthetic,
    columns: ({ table }) => [...table.columns],
    rows: ({ table }) =>
      table.rows.map(({ code, counts, total }) => ({
        province: code,
        counts: byCategory(table.columns, counts),
        total,
      })),
    totals: ({ table }) => byCategory(table.columns, table.totals),
    grandTotal: ({ table }) => table.grandTotal,
  },
} satisfies Resolvers<StatisticsContext>;
