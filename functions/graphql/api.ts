import { caseNouns } from '#schema/sdl.ts';
import type { Context } from './context.ts';
import { type ApiWorld, contextFor } from './context.ts';
import { guarded } from './guard.ts';
import { ability } from './resolvers/ability.ts';
import { access } from './resolvers/access.ts';
import { acts } from './resolvers/acts.ts';
import { asOf } from './resolvers/as-of.ts';
import { assessment } from './resolvers/assessment.ts';
import { calculation } from './resolvers/calculation.ts';
import { calendar } from './resolvers/calendar.ts';
import { caseResolvers } from './resolvers/case.ts';
import { deadline } from './resolvers/deadline.ts';
import { directory } from './resolvers/directory.ts';
import { disclosure } from './resolvers/disclosure.ts';
import { feed } from './resolvers/feed.ts';
import { handover } from './resolvers/handover.ts';
import { incident } from './resolvers/incident.ts';
import { interval } from './resolvers/interval.ts';
import { movement } from './resolvers/movement.ts';
import { notice } from './resolvers/notice.ts';
import { outlook } from './resolvers/outlook.ts';
import { oversight } from './resolvers/oversight.ts';
import { plan } from './resolvers/plan.ts';
import { procedure } from './resolvers/procedure.ts';
import { record } from './resolvers/record.ts';
import { subject } from './resolvers/subject.ts';
import { type Door, openDoor } from './server.ts';

/** The door of the API about cases. */
export function apiDoor(world: ApiWorld): Door<Context> {
  const { around, sandbox } = world;
  return {
    nouns: caseNouns,
    resolvers: guarded([
      ability,
      access,
      acts,
      asOf,
      assessment,
      calculation,
      calendar,
      caseResolvers,
      deadline,
      directory,
      disclosure,
      feed,
      handover,
      incident,
      interval,
      movement,
      notice,
      outlook,
      oversight,
      plan,
      procedure,
      record,
      subject,
    ]),
    directories: around.directories,
    log: around.world.log,
    now: around.world.now,
    sandbox,
    contextFor: (asking) => contextFor(asking, world),
    refused: ({ accessLog }, act, about) => accessLog.refused(act, { other: about }),
    settle: ({ accessLog }) => accessLog.settle(),
  };
}

/** The Lambda handler of the API about cases. */
export function createApi(world: ApiWorld) {
  return openDoor(apiDoor(world));
}
