import { Duration } from 'aws-cdk-lib'
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import { type IMetric, Metric } from 'aws-cdk-lib/aws-cloudwatch'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { type CountAlarm, PIPELINE_ALARMS } from '../shared/aws/alarms.ts'
import { METRIC_NAMESPACE, METRIC_SERVICE, STAGE_DIMENSION } from '../shared/aws/metric-names.ts'
import { CRAWL_ALARMS } from '../shared/crawl/metrics.ts'
import type { DeadLetteredQueue } from './dead-lettered-queue.ts'
import type { Worker } from './worker.ts'

/** Alarms look at five minutes: less says little about a queue that retries over half an hour. */
const PERIOD = Duration.minutes(5)

/** A bulk upload may keep a queue busy for a while. After an hour something is wrong. */
const OLDEST_MESSAGE = Duration.hours(1)

/** What a stack has to watch, by the names that its alarms carry. */
export interface Watched {
  readonly queues: Readonly<Record<string, DeadLetteredQueue>>
  readonly workers: Readonly<Record<string, Worker>>
  readonly apis: Readonly<Record<string, HttpApi>>
  /** Walks of portals that could not be started, or did not end. */
  readonly walkDeadLetters: Queue
  readonly stage: string
}

/** One alarm of a stack. */
export interface StackAlarm extends Omit<CountAlarm, 'metric'> {
  readonly metric: IMetric
  readonly threshold: number
}

/** An alarm that every resource of a kind has. */
interface ResourceAlarm<Resource> {
  /** Follows the resource's name in the alarm's ID. */
  readonly suffix: string
  readonly means: (name: string) => string
  readonly runbook: string
  readonly metric: (resource: Resource) => IMetric
  /** Default 1. */
  readonly threshold?: number
}

const messagesIn = (queue: Queue) =>
  queue.metricApproximateNumberOfMessagesVisible({ period: PERIOD, statistic: 'Maximum' })

const QUEUE_ALARMS: readonly ResourceAlarm<DeadLetteredQueue>[] = [
  {
    suffix: 'DeadLetters',
    means: (name) => `Messages of ${name} were moved to its dead-letter queue.`,
    runbook: 'docs/operations.md#dead-letters',
    metric: ({ deadLetters }) => messagesIn(deadLetters),
  },
  {
    suffix: 'Age',
    means: (name) => `Messages of ${name} wait for more than an hour.`,
    runbook: 'docs/operations.md#old-messages',
    metric: ({ queue }) => queue.metricApproximateAgeOfOldestMessage({ period: PERIOD, statistic: 'Maximum' }),
    threshold: OLDEST_MESSAGE.toSeconds(),
  },
]

const WALK_ALARMS: readonly ResourceAlarm<Queue>[] = [
  {
    suffix: 'DeadLetters',
    means: () => 'Walks of portals were moved to their dead-letter queue.',
    runbook: 'docs/operations.md#dead-letters',
    metric: messagesIn,
  },
]

const WORKER_ALARMS: readonly ResourceAlarm<Worker>[] = [
  {
    suffix: 'Errors',
    means: (name) => `${name} crashed, ran out of time or out of memory.`,
    runbook: 'docs/operations.md#function-errors',
    metric: (worker) => worker.function.metricErrors({ period: PERIOD }),
  },
]

const API_ALARMS: readonly ResourceAlarm<HttpApi>[] = [
  {
    suffix: 'Failed',
    means: (name) => `Requests to ${name} failed for reasons of ours.`,
    runbook: 'docs/operations.md#failed-requests',
    metric: (api) => api.metricServerError({ period: PERIOD, statistic: 'Sum' }),
  },
]

/** Alarms on what functions count. */
export const COUNT_ALARMS: readonly CountAlarm[] = [...Object.values(PIPELINE_ALARMS), ...Object.values(CRAWL_ALARMS)]

/** Every alarm of a stack. A new one is a row in one of the tables above, and its section in the runbook. */
export function alarmsOf({ queues, workers, apis, walkDeadLetters, stage }: Watched): StackAlarm[] {
  return [
    ...alarmsOfEach(queues, QUEUE_ALARMS),
    ...alarmsOfEach(workers, WORKER_ALARMS),
    ...alarmsOfEach(apis, API_ALARMS),
    ...alarmsOfEach({ Walk: walkDeadLetters }, WALK_ALARMS),
    ...COUNT_ALARMS.map((alarm) => ({ ...alarm, metric: countOf(alarm.metric, stage), threshold: 1 })),
  ]
}

function alarmsOfEach<Resource>(
  resources: Readonly<Record<string, Resource>>,
  alarms: readonly ResourceAlarm<Resource>[],
): StackAlarm[] {
  return Object.entries(resources).flatMap(([name, resource]) =>
    alarms.map(({ suffix, means, runbook, metric, threshold = 1 }) => ({
      id: `${name}${suffix}`,
      means: means(name),
      runbook,
      metric: metric(resource),
      threshold,
    })),
  )
}

function countOf(metricName: string, stage: string): Metric {
  const dimensionsMap = { service: METRIC_SERVICE, [STAGE_DIMENSION]: stage }
  return new Metric({ namespace: METRIC_NAMESPACE, metricName, dimensionsMap, statistic: 'Sum', period: PERIOD })
}
