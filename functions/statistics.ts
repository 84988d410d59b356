import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import { createStatistics } from '#graphql/statistics.ts';
import { needed } from '#runtime/environment.ts';
import { once, openStage, openWorld, versions } from '#runtime/world.ts';
import { openDirectories } from '#store/directory.ts';
import { openReleases } from '#store/stats.ts';

const statistics = once(() => {
  const { settings, database } = openStage();
  return createStatistics({
    directories: openDirectories(database, versions),
    releases: openReleases(database),
    world: openWorld(needed(settings, 'FINGERPRINT_SECRET')),
    sandbox: settings.SANDBOX === '1',
  });
});

/** A request of an analyst for what was published. */
export async function handler(event: APIGatewayProxyEventV2WithJWTAuthorizer) {
  return statistics()(event);
}
