import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import { createApi } from '#graphql/api.ts';
import { needed } from '#runtime/environment.ts';
import { openSealing } from '#runtime/sealing.ts';
import { feedSecrets, newId, once, openStage, openWorld, versions } from '#runtime/world.ts';
import { openAudit } from '#store/audit.ts';
import { openLedger } from '#store/cases.ts';
import { openDirectories } from '#store/directory.ts';
import { openFeedRegister } from '#store/feeds.ts';
import { openNotices } from '#store/notices.ts';
import { openWatches } from '#store/watches.ts';
import { openWorklists } from '#store/worklists.ts';

const api = once(() => {
  const { settings, database } = openStage();
  const world = openWorld(needed(settings, 'FINGERPRINT_SECRET'));
  return createApi({
    around: {
      ledger: openLedger(database),
      directories: openDirectories(database, versions),
      sealing: openSealing(settings),
      world,
    },
    worklists: openWorklists(database),
    notices: openNotices(database),
    audit: openAudit(database, newId),
    watches: openWatches(database),
    feeds: openFeedRegister({ database, newId, ...feedSecrets(world) }),
    publicUrl: settings.PUBLIC_URL,
    sandbox: settings.SANDBOX === '1',
  });
});

// Says that the door opens, and nothing else, to anybody.
const alive = {
  statusCode: 200,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  body: '{"status":"ok"}',
};

/** A request of a partner about cases. */
export async function handler(event: APIGatewayProxyEventV2WithJWTAuthorizer) {
  if (event.rawPath === '/health') return alive;
  return api()(event);
}
