import type { Audit } from '#app/ports/directory.ts';
import type { Actor } from '#domain/permission.ts';
import { itemVersion } from './body.ts';
import { type Database, type Item, isNew, putIf } from './database.ts';
import { keys } from './table.ts';

/** The register of reads and of refusals in the `audit` table; items are only ever added. */
export function openAudit(database: Database, newId: () => string): Audit {
  const add = async (item: Item) => {
    const isFirst = await putIf(database, 'audit', item, isNew);
    if (!isFirst) throw new Error('This is in the register already');
  };
  return {
    opened: ({ caseId, classes, glass, subjectRequest, actor, requestId, at }) => {
      const entry = { ...keys.read(caseId, at, newId()), ...signed(actor, requestId), classes };
      return add({
        ...entry,
        ...(glass !== null && { glass }),
        ...(subjectRequest !== null && { subjectRequest }),
      });
    },
    refused: ({ act, caseId, actor, requestId, at }) => {
      const id = newId();
      const key = caseId === null ? keys.refused(actor.id, at, id) : keys.read(caseId, at, id);
      return add({ ...key, ...signed(actor, requestId), act, outcome: 'DENIED', classes: [] });
    },
  };
}

/** Who did it, by which posts, through which app and what that was for then, under which request. */
function signed({ kind, id, app, purpose, posts }: Actor, requestId: string) {
  return {
    v: itemVersion,
    kind,
    officer: id,
    app,
    ...(purpose !== undefined && { purpose }),
    request: requestId,
    posts: posts.map((post) => post.id),
  };
}
