import { Duration, Stack } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import {
  FilterPattern,
  type IFilterPattern,
  type LogGroup,
  MetricFilter,
} from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { heartbeat, lossCode, stations } from '#domain/case/canary.ts';
import type { Door } from './bundle.ts';
import type { DeployedDoor } from './lambda.ts';

/** What is watched, and who is told. */
export type Watched = {
  readonly doors: Readonly<Record<Door, DeployedDoor>>;
  readonly deadLetters: Readonly<Record<string, Queue>>;
  readonly entrance: HttpApi;
  readonly operator: string;
};

type Watch = (id: string, limit: Limit) => void;
type Limit = {
  readonly metric: IMetric;
  readonly above?: number;
  /** Goes off when nothing is counted any more. */
  readonly silence?: true;
};

const period = Duration.minutes(5);

type Reading = {
  readonly name: string;
  readonly pattern: IFilterPattern;
  readonly value: string;
  readonly statistic: string;
  readonly period?: Duration;
};

/** Everything that goes wrong without a caller noticing reaches the operator. */
export function alarms(stack: Stack, { doors, deadLetters, entrance, operator }: Watched): void {
  const topic = new Topic(stack, 'Alarms', { enforceSSL: true });
  topic.addSubscription(new EmailSubscription(operator));
  const action = new SnsAction(topic);
  const watch: Watch = (id, limit) =>
    new Alarm(stack, `${id}Alarm`, levelOf(limit)).addAlarmAction(action);

  for (const [name, door] of Object.entries(doors)) watchDoor(watch, name, door);
  for (const [name, queue] of Object.entries(deadLetters)) watchDeadLetters(watch, name, queue);
  watchTime(watch, doors);
  watchCanaries(watch, doors);
  // Tokens that are refused by the hundred are somebody trying.
  watch('client-faults', {
    metric: entrance.metricClientError({ period, statistic: Stats.SUM }),
    above: 300,
  });
  watch('server-faults', { metric: entrance.metricServerError({ period, statistic: Stats.SUM }) });
}

function levelOf({ metric, above = 0, silence }: Limit) {
  const missing = silence ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING;
  const { LESS_THAN_THRESHOLD, GREATER_THAN_THRESHOLD } = ComparisonOperator;
  return {
    metric,
    threshold: silence ? 1 : above,
    comparisonOperator: silence ? LESS_THAN_THRESHOLD : GREATER_THAN_THRESHOLD,
    evaluationPeriods: 1,
    treatMissingData: missing,
  };
}

function watchDoor(watch: Watch, name: string, { handler, logs }: DeployedDoor): void {
  watch(`${name}-errors`, { metric: handler.metricErrors({ period }) });
  watch(`${name}-throttles`, { metric: handler.metricThrottles({ period }) });
  watch(`${name}-lines`, { metric: read(logs, alarmLines(name)) });
}

function watchDeadLetters(watch: Watch, name: string, queue: Queue): void {
  const metric = queue.metricApproximateNumberOfMessagesVisible({
    period,
    statistic: Stats.MAXIMUM,
  });
  watch(`${name}-letters`, { metric });
}

/** A river that stands still makes no errors: age, lag and silence are watched by themselves. */
function watchTime(watch: Watch, { sweeper, projector, jobs }: Watched['doors']): void {
  watch('projector-age', {
    metric: projector.handler.metric('IteratorAge', { period, statistic: Stats.MAXIMUM }),
    above: Duration.minutes(2).toMilliseconds(),
  });
  watch('sweeper-lag', { metric: read(sweeper.logs, lag), above: 120 });
  watch('sweeper-silence', {
    metric: sweeper.handler.metricInvocations({ period }),
    silence: true,
  });
  watch('jobs-silence', { metric: jobs.handler.metricInvocations({ period }), silence: true });
  watch('calendar-year', { metric: read(jobs.logs, missingYear) });
}

/**
 * Where a canary was lost, and whether any still set off. It is read from the log of the jobs, which no
 * canary passes; with neither log nor scheduler nothing is counted, and that goes off as well.
 */
function watchCanaries(watch: Watch, { jobs }: Watched['doors']): void {
  for (const station of stations) {
    const code = lossCode(station);
    watch(code.replaceAll('_', '-'), { metric: read(jobs.logs, canaryLine('$.code', code)) });
  }
  // Not the lines but the canaries of them: a job that runs and sets none off is silent too.
  const alive = { ...canaryLine('$.event', heartbeat), value: '$.count' };
  watch('canary-silence', { metric: read(jobs.logs, alive), silence: true });
}

// Longer than a round, so that a loss that lasts is one alarm and a late round is no silence.
const canaryLine = (field: string, word: string): Reading => ({
  name: word.replaceAll('_', '-'),
  pattern: FilterPattern.stringValue(field, '=', word),
  value: '1',
  statistic: Stats.SUM,
  period: Duration.minutes(30),
});

const alarmLines = (door: string): Reading => ({
  name: `${door}-alarm-lines`,
  pattern: FilterPattern.booleanValue('$.alarm', true),
  value: '1',
  statistic: Stats.SUM,
});

const lag: Reading = {
  name: 'sweeper-lag',
  pattern: FilterPattern.exists('$.lagSeconds'),
  value: '$.lagSeconds',
  statistic: Stats.MAXIMUM,
};

// Told every night by `calendar-watch`, under a name that says what is to be done.
const missingYear: Reading = {
  name: 'calendar-year-missing',
  pattern: FilterPattern.stringValue('$.event', '=', 'calendar_year_missing'),
  value: '1',
  statistic: Stats.SUM,
};

/** A number read from the log lines of a door. */
function read(logs: LogGroup, { name, pattern, value, statistic, period: over }: Reading): IMetric {
  const filter = new MetricFilter(logs, name, {
    logGroup: logs,
    metricNamespace: Stack.of(logs).stackName,
    metricName: name,
    metricValue: value,
    filterPattern: pattern,
  });
  return filter.metric({ period: over ?? period, statistic });
}
