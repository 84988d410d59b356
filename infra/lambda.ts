import { AssetHashType, DockerImage, Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Code,
  Function as Lambda,
  LoggingFormat,
  Runtime,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { bundle, type Door, entryOf, root } from './bundle.ts';
import { environmentOf, type Surroundings, statementsOf } from './grants.ts';

/** A door as deployed. */
export type DeployedDoor = { readonly handler: Lambda; readonly logs: LogGroup };

type Size = {
  readonly memorySize: number;
  readonly timeout: Duration;
  readonly reservedConcurrentExecutions?: number;
};

/** How long each door may take; what is called by a queue or a tick ends before the next call. */
export const sizes: Readonly<Record<Door, Size>> = {
  api: { memorySize: 1024, timeout: Duration.seconds(10) },
  administration: { memorySize: 1024, timeout: Duration.seconds(29) },
  // One sweep at a time: a second would only lose every race for the same cases.
  sweeper: { memorySize: 1024, timeout: Duration.seconds(50), reservedConcurrentExecutions: 1 },
  projector: { memorySize: 512, timeout: Duration.seconds(60) },
  notifier: { memorySize: 512, timeout: Duration.seconds(30) },
  jobs: { memorySize: 1024, timeout: Duration.minutes(5) },
  statistics: { memorySize: 512, timeout: Duration.seconds(10) },
  feeds: { memorySize: 512, timeout: Duration.seconds(10) },
  links: { memorySize: 512, timeout: Duration.seconds(10) },
};

/** One Lambda from `functions/<door>.ts`, with a role, a log and an environment of its own. */
export function door(stack: Stack, name: Door, around: Surroundings): DeployedDoor {
  const id = name.charAt(0).toUpperCase() + name.slice(1);
  const logs = new LogGroup(stack, `${id}Logs`, {
    retention: RetentionDays.THREE_MONTHS,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const role = new Role(stack, `${id}Role`, {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
  });
  logs.grantWrite(role);
  for (const statement of statementsOf(name, around)) role.addToPolicy(statement);
  const handler = new Lambda(stack, id, {
    ...sizes[name],
    ...platform,
    role,
    code: code(name),
    logGroup: logs,
    environment: environmentOf(name, around),
  });
  return { handler, logs };
}

const platform = {
  handler: 'index.handler',
  runtime: Runtime.NODEJS_24_X,
  architecture: Architecture.ARM_64,
  loggingFormat: LoggingFormat.JSON,
} as const;

function code(name: Door): Code {
  const tryBundle = (into: string): boolean => {
    bundle({ entry: entryOf(name), into });
    return true;
  };
  return Code.fromAsset(`${root}functions`, {
    assetHashType: AssetHashType.OUTPUT,
    // The command only tells the assets of the doors apart; no container is ever started.
    bundling: { image: DockerImage.fromRegistry('none'), command: [name], local: { tryBundle } },
  });
}
