import type { Directories } from '#app/ports/directory.ts';
import type { Releases } from '#app/ports/statistics.ts';
import type { World } from '#app/ports/world.ts';
import { statisticsNouns } from '#schema/sdl.ts';
import type { Asking } from './context.ts';
import { statistics } from './resolvers/statistics.ts';
import { type Door, openDoor } from './server.ts';

/** What published statistics are answered from: releases, and nothing else. */
export type StatisticsWorld = {
  readonly directories: Pick<Directories, 'officer' | 'app'>;
  readonly releases: Releases;
  readonly world: Pick<World, 'now' | 'log' | 'fingerprint'>;
  readonly sandbox: boolean;
};

/** What one request for statistics has. */
export type StatisticsContext = Asking & StatisticsWorld;

/** The door of published statistics. */
export function statisticsDoor(stage: StatisticsWorld): Door<StatisticsContext> {
  const { directories, sandbox, world } = stage;
  return {
    nouns: statisticsNouns,
    resolvers: [statistics],
    directories,
    log: world.log,
    sandbox,
    contextFor: (asking) => ({ ...stage, ...asking }),
    settle: async () => {},
  };
}

/** The Lambda handler of published statistics. */
export function createStatistics(stage: StatisticsWorld) {
  return openDoor(statisticsDoor(stage));
}
