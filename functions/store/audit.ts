import type { Audit } from '#app/ports/directory.ts';
import { itemVersion } from './body.ts';
import { type Database, isNew, putIf } from './database.ts';
import { keys } from './table.ts';

/** The register of reads of personal data in the `audit` table; items are only ever added. */
export function openAudit(database: Database, newId: () => string): Audit {
  return {
    opened: async ({ caseId, classes, glass, actor, requestId, at }) => {
      const item = {
        ...keys.read(caseId, at, newId()),
        v: itemVersion,
        kind: actor.kind,
        officer: actor.id,
        app: actor.app,
        request: requestId,
        posts: actor.posts.map(({ id }) => id),
        classes,
        ...(glass !== null && { glass }),
      };
      const isFirst = await putIf(database, 'audit', item, isNew);
      if (!isFirst) throw new Error('This read is in the register already');
    },
  };
}
