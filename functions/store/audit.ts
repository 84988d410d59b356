import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Audit } from '#app/ports/directory.ts';
import { itemVersion } from './body.ts';
import { type Database, nameOf } from './database.ts';
import { keys } from './table.ts';

/** The register of reads of personal data in the `audit` table; items are only ever added. */
export function openAudit(database: Database): Audit {
  return {
    opened: async ({ caseId, classes, actor, requestId, at }) => {
      const item = {
        ...keys.read(caseId, at, requestId),
        v: itemVersion,
        kind: actor.kind,
        officer: actor.id,
        app: actor.app,
        posts: actor.posts.map(({ id }) => id),
        classes,
      };
      const command = new PutCommand({ TableName: nameOf(database, 'audit'), Item: item });
      await database.client.send(command);
    },
  };
}
