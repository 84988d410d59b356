import { statisticsNouns } from '#schema/sdl.ts';
import type { StatisticsContext, StatisticsWorld } from './context.ts';
import { statistics } from './resolvers/statistics.ts';
import { type Door, openDoor } from './server.ts';

/** The door of published statistics. */
export function statisticsDoor(stage: StatisticsWorld): Door<StatisticsContext> {
  const { directories, sandbox, world } = stage;
  return {
    nouns: statisticsNouns,
    resolvers: [statistics],
    directories,
    log: world.log,
    now: world.now,
    sandbox,
    contextFor: (asking) => ({ ...stage, ...asking }),
    refused: () => {},
    settle: async () => {},
  };
}

/** The Lambda handler of published statistics. */
export function createStatistics(stage: StatisticsWorld) {
  return openDoor(statisticsDoor(stage));
}
