import { Duration } from 'aws-cdk-lib'
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import { type IMetric, MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch'
import type { Rule } from 'aws-cdk-lib/aws-events'
import type { CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { AlarmText } from '../shared/aws/alarms.ts'
import type { DeadLetteredQueue } from './dead-lettered-queue.ts'
import type { StackAlarm } from './stack-alarm.ts'
import type { TableRef } from './tables.ts'
import type { Worker } from './worker.ts'

/** Alarms look at five minutes: less says little about a queue that retries over half an hour. */
const PERIOD = Duration.minutes(5)

/** Every function of the pipeline ends a message in less, if it ends any. */
const STALLED_PERIODS = 6
const STALLED_AGE = Duration.hours(1)
/** A queue keeps a message for four days. Whoever hears of it after one has three left. */
const BACKLOG_AGE = Duration.days(1)

/** Calls that were put off once are tried again by themselves. */
const THROTTLED_PERIODS = 3

/** A table and its indexes, each of which is throttled by itself. */
export interface WatchedTable {
  readonly table: TableRef
  readonly indexes: readonly string[]
}

/** An alarm that every resource of a kind has. */
interface ResourceAlarm<Resource> extends Pick<AlarmText, 'severity' | 'section'> {
  /** Follows the resource's name in the alarm's ID. */
  readonly suffix: string
  readonly means: (name: string) => string
  readonly metric: (resource: Resource) => IMetric
  /** Default 1. */
  readonly threshold?: number
  /** Default 1. */
  readonly periods?: number
}

const messagesIn = (queue: Queue) =>
  queue.metricApproximateNumberOfMessagesVisible({ period: PERIOD, statistic: 'Maximum' })

const oldestIn = ({ queue }: DeadLetteredQueue) =>
  queue.metricApproximateAgeOfOldestMessage({ period: PERIOD, statistic: 'Maximum' })

export const QUEUE_ALARMS: readonly ResourceAlarm<DeadLetteredQueue>[] = [
  {
    suffix: 'DeadLetters',
    severity: 'soon',
    section: 'dead-letters',
    means: (name) => `Messages of ${name} were moved to its dead-letter queue.`,
    metric: ({ deadLetters }) => messagesIn(deadLetters),
  },
  {
    suffix: 'Stalled',
    severity: 'urgent',
    section: 'stalled-queue',
    means: (name) => `The oldest message of ${name} is an hour old, and none was finished for half an hour.`,
    metric: (queue) =>
      new MathExpression({
        expression: `IF(age >= ${STALLED_AGE.toSeconds()} && FILL(finished, 0) == 0, 1, 0)`,
        usingMetrics: {
          age: oldestIn(queue),
          finished: queue.queue.metricNumberOfMessagesDeleted({ period: PERIOD, statistic: 'Sum' }),
        },
        period: PERIOD,
      }),
    periods: STALLED_PERIODS,
  },
  {
    suffix: 'Backlog',
    severity: 'soon',
    section: 'backlog',
    means: (name) => `Messages of ${name} wait for more than a day; after four days they would be discarded.`,
    metric: oldestIn,
    threshold: BACKLOG_AGE.toSeconds(),
  },
]

export const WORKER_ALARMS: readonly ResourceAlarm<Worker>[] = [
  {
    suffix: 'Errors',
    severity: 'soon',
    section: 'function-errors',
    means: (name) => `${name} crashed, ran out of time or out of memory.`,
    metric: (worker) => worker.function.metricErrors({ period: PERIOD }),
  },
  {
    suffix: 'Throttled',
    severity: 'soon',
    section: 'throttled',
    means: (name) => `Calls of ${name} were put off for a quarter of an hour: the account has no concurrency left.`,
    metric: (worker) => worker.function.metricThrottles({ period: PERIOD }),
    periods: THROTTLED_PERIODS,
  },
]

export const TABLE_ALARMS: readonly ResourceAlarm<WatchedTable>[] = [
  {
    suffix: 'Throttled',
    severity: 'soon',
    section: 'throttled',
    means: (name) => `Requests to ${name} were put off for a quarter of an hour.`,
    metric: throttlesOf,
    periods: THROTTLED_PERIODS,
  },
]

export const API_ALARMS: readonly ResourceAlarm<HttpApi>[] = [
  {
    suffix: 'Failed',
    severity: 'soon',
    section: 'failed-requests',
    means: (name) => `Requests to ${name} failed for reasons of ours.`,
    metric: (api) => api.metricServerError({ period: PERIOD, statistic: 'Sum' }),
  },
]

export const RULE_ALARMS: readonly ResourceAlarm<Rule>[] = [
  {
    suffix: 'RuleFailed',
    severity: 'urgent',
    section: 'failed-rule',
    means: (name) => `EventBridge could not hand events to ${name}.`,
    metric: ({ ruleName }) => eventsMetric('AWS/Events', 'FailedInvocations', { RuleName: ruleName }),
  },
]

export const SCHEDULE_ALARMS: readonly ResourceAlarm<CfnScheduleGroup>[] = [
  {
    suffix: 'Dropped',
    severity: 'urgent',
    section: 'dropped-schedules',
    means: () => 'Schedules could not start their functions.',
    metric: ({ ref }) => eventsMetric('AWS/Scheduler', 'InvocationDroppedCount', { ScheduleGroup: ref }),
  },
]

/** The alarms of each resource, by the name that its alarms carry. */
export function alarmsOfEach<Resource>(
  resources: Readonly<Record<string, Resource>>,
  alarms: readonly ResourceAlarm<Resource>[],
): StackAlarm[] {
  return Object.entries(resources).flatMap(([name, resource]) =>
    alarms.map(({ suffix, means, metric, threshold = 1, ...alarm }) => ({
      ...alarm,
      id: `${name}${suffix}`,
      means: means(name),
      metric: metric(resource),
      threshold,
    })),
  )
}

function eventsMetric(namespace: string, metricName: string, dimensionsMap: Record<string, string>): Metric {
  return new Metric({ namespace, metricName, dimensionsMap, statistic: 'Sum', period: PERIOD })
}

function throttlesOf({ table: { tableName }, indexes }: WatchedTable): MathExpression {
  const dimensions = [{}, ...indexes.map((index) => ({ GlobalSecondaryIndexName: index }))]
  const metrics = dimensions.flatMap((dimension) =>
    ['ReadThrottleEvents', 'WriteThrottleEvents'].map((metricName) =>
      eventsMetric('AWS/DynamoDB', metricName, { TableName: tableName, ...dimension }),
    ),
  )
  const usingMetrics = Object.fromEntries(metrics.map((metric, n) => [`throttles${n}`, metric]))
  const expression = Object.keys(usingMetrics)
    .map((name) => `FILL(${name}, 0)`)
    .join(' + ')
  return new MathExpression({ expression, usingMetrics, period: PERIOD })
}
