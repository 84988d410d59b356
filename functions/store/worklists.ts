import type { ListedCase, ListKind, ListOwner, Reader, Worklists } from '#app/ports/worklists.ts';
import { ask, type Database, type Question } from './database.ts';
import { caseOf } from './named.ts';
import { paged, without } from './paging.ts';
import { listPartition } from './table.ts';

/**
 * Where each list is read. A case keeps its place in the open list while it is overdue and while it is not:
 * whoever pages through it meets every case that was open all the while.
 */
const lists = {
  OPEN: { index: 'worklist', partition: 'listPk', sort: 'listSk', prefix: 'O#' },
  CLOSED: { index: 'worklist', partition: 'listPk', sort: 'listSk', prefix: 'C#' },
  OVERDUE: { index: 'overdue', partition: 'overPk', sort: 'overSk', prefix: '' },
} as const;

/** The worklists of units, from the worklist index; the count is of the same rows as the list. */
export function openWorklists(database: Database): Worklists {
  return {
    list: async (owner, kind, wish, reader) => {
      const shown = wish.hidden && without(wish.hidden, caseOf);
      const page = await paged(database, question(owner, kind, reader), wish, shown);
      const rows = page.items.map((item) => JSON.parse(String(item['listed'])) as ListedCase);
      return { rows, next: page.next };
    },
    count: async (owner, kind, reader) => {
      let total = 0;
      let after: Question['after'];
      do {
        const page = await ask(database, {
          ...question(owner, kind, reader),
          count: true,
          ...(after && { after }),
        });
        total += page.count;
        after = page.last as Question['after'];
      } while (after !== undefined);
      return total;
    },
  };
}

function question(owner: ListOwner, kind: ListKind, reader: Reader = []): Question {
  const { index, partition, sort, prefix } = lists[kind];
  return {
    table: 'cases',
    index,
    where: `${partition} = :pk AND ${sort} BETWEEN :from AND :to`,
    values: {
      ':pk': listPartition(owner),
      ':from': prefix || '0',
      ':to': `${prefix}~`,
      ...Object.fromEntries(reader.map((mark, at) => [`:m${at}`, mark])),
    },
    ...(reader.length > 0 && {
      filter: reader.map((_, at) => `NOT contains(closedTo, :m${at})`).join(' AND '),
    }),
  };
}
