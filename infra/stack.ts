import { type App, Stack } from 'aws-cdk-lib';
import { alarms } from './alarms.ts';
import { edge } from './edge.ts';
import { http } from './http.ts';
import { type Generations, keyRing } from './keys.ts';
import { type DeployedDoor, door } from './lambda.ts';
import { notification } from './notification.ts';
import { type GatewayWish, outgoing, returns } from './outgoing.ts';
import { parameters } from './parameters.ts';
import { projection } from './projection.ts';
import { schedule } from './schedule.ts';
import { tablePrefix, tables } from './table.ts';

/**
 * The whole river in one stack: requests and ticks leave facts in `cases`, its stream makes
 * notices and statistics of them, the queue carries notices to people.
 *
 * `-c stage=` names it and `-c region=` places it; AWS has no region in Vietnam. `-c sealingKey=2` makes a
 * second master key, and `-c formerSealingKeys=1` lets the first still open what lies under it; `linkSecret` and
 * `formerLinkSecrets` do the same for the secret that signs the links of letters. With
 * `-c smsGateway=https://…` short messages go through that gateway, and otherwise through SNS; `smsGatewayBody` is what
 * it is sent, `smsGatewayAccepts` what it answers when it has taken one.
 */
export function laChan(app: App): Stack {
  const stage: string = app.node.tryGetContext('stage') ?? 'dev';
  const region: string | undefined = app.node.tryGetContext('region');
  const stack = new Stack(app, `la-chan-${stage}`, region ? { env: { region } } : {});

  const asked = parameters(stack);
  const ledger = tables(stack, stage);
  const notices = notification(stack);
  const surroundings = {
    ledger,
    keys: keyRing(stack, stage, { sealing: mastersOf(app), links: linkSecretsOf(app) }),
    notices: notices.queue,
    asked,
    outgoing: outgoing(stack, stage, gatewayOf(app)),
    prefix: tablePrefix(stage),
  };

  const api = door(stack, 'api', surroundings);
  const administration = door(stack, 'administration', surroundings);
  const sweeper = door(stack, 'sweeper', surroundings);
  const projector = door(stack, 'projector', surroundings);
  const notifier = door(stack, 'notifier', surroundings);
  const jobs = door(stack, 'jobs', surroundings);
  const statistics = door(stack, 'statistics', surroundings);
  const feeds = door(stack, 'feeds', surroundings);
  const links = door(stack, 'links', surroundings);

  const entrance = http(stack, {
    api: api.handler,
    administration: administration.handler,
    statistics: statistics.handler,
    feeds: feeds.handler,
    links: links.handler,
    asked,
  });
  // The addresses of calendars and of links in letters begin with the one partners use.
  tellAddress(edge(stack, entrance), [api, notifier]);
  const missed = schedule(stack, { sweeper: sweeper.handler, jobs: jobs.handler });
  const parked = projection(stack, { cases: ledger.cases, projector: projector.handler });
  notices.deliverTo(notifier.handler);
  returns(stack, surroundings.outgoing, jobs.handler);

  alarms(stack, {
    doors: { api, administration, sweeper, projector, notifier, jobs, statistics, feeds, links },
    deadLetters: { missed, parked, undelivered: notices.dead },
    entrance,
    operator: asked.operatorEmail,
  });
  return stack;
}

function gatewayOf({ node }: App): GatewayWish {
  return {
    url: node.tryGetContext('smsGateway'),
    body: node.tryGetContext('smsGatewayBody'),
    accepts: node.tryGetContext('smsGatewayAccepts'),
  };
}

function tellAddress(address: string, doors: readonly DeployedDoor[]): void {
  for (const { handler } of doors) handler.addEnvironment('PUBLIC_URL', address);
}

const mastersOf = (app: App) => generations(app, 'sealingKey', 'formerSealingKeys');
const linkSecretsOf = (app: App) => generations(app, 'linkSecret', 'formerLinkSecrets');

function generations({ node }: App, newest: string, former: string): Generations {
  const numbers: string = node.tryGetContext(former) ?? '';
  return {
    newest: Number(node.tryGetContext(newest) ?? 1),
    former: numbers.split(',').filter(Boolean).map(Number),
  };
}
