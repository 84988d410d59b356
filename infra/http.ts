import { RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpStage,
  type IHttpRouteAuthorizer,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Parameters } from './parameters.ts';

/** Who answers over HTTP, and whose tokens they take. */
export type Answering = {
  readonly api: Lambda;
  readonly administration: Lambda;
  readonly statistics: Lambda;
  readonly feeds: Lambda;
  readonly links: Lambda;
  readonly asked: Pick<Parameters, 'tokenIssuer' | 'tokenAudience'>;
};

type Route = {
  readonly method: HttpMethod;
  readonly path: string;
  readonly handler: Lambda;
  readonly authorizer: IHttpRouteAuthorizer;
};

const throttle = { rateLimit: 200, burstLimit: 400 };

/** What an access log line holds: nothing in it says who asked, from where, or for what. */
const accessLogLine = {
  requestId: '$context.requestId',
  time: '$context.requestTimeEpoch',
  route: '$context.routeKey',
  status: '$context.status',
  milliseconds: '$context.responseLatency',
  bytes: '$context.responseLength',
  fault: '$context.integrationErrorMessage',
};

/**
 * The six routes; a door is woken by a good token.
 *
 * A calendar program has none, nor has whoever follows the link of a letter, so their doors judge the address
 * alone; the health check judges nothing.
 */
export function http(
  stack: Stack,
  { api, administration, statistics, feeds, links, asked }: Answering,
): HttpApi {
  const entrance = new HttpApi(stack, 'Http', { createDefaultStage: false });
  const tokens = new HttpJwtAuthorizer('Tokens', asked.tokenIssuer, {
    jwtAudience: [asked.tokenAudience],
  });
  const open = new HttpNoneAuthorizer();
  const { ANY, GET, POST } = HttpMethod;
  route(entrance, { method: POST, path: '/graphql', handler: api, authorizer: tokens });
  route(entrance, {
    method: POST,
    path: '/administration/graphql',
    handler: administration,
    authorizer: tokens,
  });
  route(entrance, {
    method: POST,
    path: '/statistics/graphql',
    handler: statistics,
    authorizer: tokens,
  });
  route(entrance, { method: GET, path: '/health', handler: api, authorizer: open });
  route(entrance, { method: ANY, path: '/feeds/{file}', handler: feeds, authorizer: open });
  route(entrance, { method: ANY, path: '/acknowledge/{token}', handler: links, authorizer: open });
  stage(stack, entrance);
  return entrance;
}

function route(entrance: HttpApi, { method, path, handler, authorizer }: Route): void {
  const integration = new HttpLambdaIntegration(`${method}${path}`, handler);
  entrance.addRoutes({ path, methods: [method], integration, authorizer });
}

function stage(stack: Stack, entrance: HttpApi): void {
  const logs = new LogGroup(stack, 'AccessLogs', {
    retention: RetentionDays.THREE_MONTHS,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  new HttpStage(stack, 'Live', {
    httpApi: entrance,
    stageName: '$default',
    autoDeploy: true,
    throttle,
    detailedMetricsEnabled: true,
    accessLogSettings: {
      destination: new LogGroupLogDestination(logs),
      format: AccessLogFormat.custom(JSON.stringify(accessLogLine)),
    },
  });
}
