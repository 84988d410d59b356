import { Duration, type Stack, TimeZone } from 'aws-cdk-lib';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import {
  ContextAttribute,
  Schedule,
  ScheduleExpression,
  ScheduleTargetInput,
} from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { deadLetters } from './queue.ts';

type Clocked = { readonly sweeper: Lambda; readonly jobs: Lambda };
type Tick = {
  readonly target: Lambda;
  readonly at: ScheduleExpression;
  readonly input: object;
};

const everyMinute = ScheduleExpression.rate(Duration.minutes(1));
const everyQuarter = ScheduleExpression.rate(Duration.minutes(15));
const everyFiveMinutes = ScheduleExpression.rate(Duration.minutes(5));
const atNight = (hour: string, minute: string): ScheduleExpression =>
  ScheduleExpression.cron({ hour, minute, timeZone: TimeZone.of('Asia/Ho_Chi_Minh') });

/** What the clock sets off. Answers where ticks end that nobody took. */
export function schedule(stack: Stack, { sweeper, jobs }: Clocked): Queue {
  const missed = deadLetters(stack, 'MissedTicks');
  onLostSweep(sweeper, missed);
  onFailedJob(jobs, missed);
  const tick = (id: string, { target, at, input }: Tick): Schedule =>
    new Schedule(stack, id, {
      schedule: at,
      target: new LambdaInvoke(target, {
        input: ScheduleTargetInput.fromObject(input),
        deadLetterQueue: missed,
        retryAttempts: 0,
      }),
    });
  tick('Sweep', {
    target: sweeper,
    at: everyMinute,
    input: { scheduled: ContextAttribute.scheduledTime },
  });
  tick('Retry', { target: jobs, at: everyMinute, input: { job: 'retry' } });
  tick('Canary', { target: jobs, at: everyQuarter, input: { job: 'canary' } });
  tick('Release', { target: jobs, at: atNight('2', '0'), input: { job: 'release' } });
  // As long as a job may take, so that one walk over all cases has ended before the next begins.
  tick('FollowCalendar', {
    target: jobs,
    at: everyFiveMinutes,
    input: { job: 'followCalendar' },
  });
  tick('WatchCalendar', { target: jobs, at: atNight('1', '0'), input: { job: 'watchCalendar' } });
  // Takes up what the walks by day had to leave.
  tick('Replan', { target: jobs, at: atNight('1', '30'), input: { job: 'replan' } });
  tick('CatchUp', { target: jobs, at: atNight('2', '30'), input: { job: 'catchUp' } });
  // After the walk that mends what it can.
  tick('ProveNotices', { target: jobs, at: atNight('5', '0'), input: { job: 'proveNotices' } });
  // A night with more than one run can vouch for is gone on with by the next; what is done is not done again.
  tick('DigestHeads', {
    target: jobs,
    at: atNight('3-4', '0/10'),
    input: { job: 'digestHeads' },
  });
  tick('Erase', { target: jobs, at: atNight('3', '30'), input: { job: 'erase' } });
  // Finds nothing unless a backup of the keys was restored.
  tick('ReplayErasures', {
    target: jobs,
    at: atNight('4', '0'),
    input: { job: 'replayErasures' },
  });
  // Does nothing unless the operator has named a former master key.
  tick('RotateKeys', { target: jobs, at: atNight('3', '0'), input: { job: 'rotateKeys' } });
  return missed;
}

/** The next sweep does all that a lost one would have, so no sweep is ever made up for. */
function onLostSweep(sweeper: Lambda, missed: Queue): void {
  sweeper.configureAsyncInvoke({
    retryAttempts: 0,
    maxEventAge: Duration.minutes(1),
    onFailure: new SqsDestination(missed),
  });
}

/** A nightly job has no next minute; each may run twice without harm. */
function onFailedJob(jobs: Lambda, missed: Queue): void {
  jobs.configureAsyncInvoke({
    retryAttempts: 2,
    maxEventAge: Duration.hours(1),
    onFailure: new SqsDestination(missed),
  });
}
