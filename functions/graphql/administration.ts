import { administrationNouns } from '#schema/sdl.ts';
import {
  type AdministrationContext,
  type AdministrationWorld,
  administrationContext,
} from './context.ts';
import { access } from './resolvers/access.ts';
import { administration } from './resolvers/administration.ts';
import { anomaly } from './resolvers/anomaly.ts';
import { calendar } from './resolvers/calendar.ts';
import { calendarImport } from './resolvers/calendar-import.ts';
import { deliveries } from './resolvers/delivery.ts';
import { directory } from './resolvers/directory.ts';
import { erasures } from './resolvers/erasure.ts';
import { explanation } from './resolvers/explanation.ts';
import { interval } from './resolvers/interval.ts';
import { ladder } from './resolvers/ladder.ts';
import { migration } from './resolvers/migration.ts';
import { movement } from './resolvers/movement.ts';
import { personnel } from './resolvers/personnel.ts';
import { proof } from './resolvers/proof.ts';
import { webhook } from './resolvers/webhook.ts';
import { type Door, openDoor } from './server.ts';

/** The door of administrators and of those who oversee. */
export function administrationDoor(world: AdministrationWorld): Door<AdministrationContext> {
  const { around, sandbox } = world;
  return {
    nouns: administrationNouns,
    resolvers: [
      access,
      administration,
      anomaly,
      deliveries,
      calendar,
      calendarImport,
      directory,
      erasures,
      explanation,
      interval,
      ladder,
      migration,
      movement,
      personnel,
      proof,
      webhook,
    ],
    directories: around.directories,
    log: around.world.log,
    now: around.world.now,
    sandbox,
    contextFor: (asking) => administrationContext(asking, world),
    refused: ({ accessLog }, act, about) => accessLog.refused(act, { other: about }),
    settle: ({ accessLog }) => accessLog.settle(),
  };
}

/** The Lambda handler of administrators. */
export function createAdministration(world: AdministrationWorld) {
  return openDoor(administrationDoor(world));
}
