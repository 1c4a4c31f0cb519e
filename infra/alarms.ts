import { Duration } from 'aws-cdk-lib'
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch'
import type { Rule } from 'aws-cdk-lib/aws-events'
import type { CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler'
import { type CountAlarm, HEARTBEATS, type Heartbeat, PIPELINE_ALARMS } from '../shared/aws/alarms.ts'
import { CRAWL_ALARMS, SHARE_ALARMS, type ShareAlarm } from '../shared/crawl/metrics.ts'
import type { DeadLetteredQueue } from './dead-lettered-queue.ts'
import { ownMetric } from './own-metric.ts'
import {
  API_ALARMS,
  alarmsOfEach,
  QUEUE_ALARMS,
  RULE_ALARMS,
  SCHEDULE_ALARMS,
  TABLE_ALARMS,
  type WatchedTable,
  WORKER_ALARMS,
} from './resource-alarms.ts'
import type { StackAlarm } from './stack-alarm.ts'
import type { Worker } from './worker.ts'

const COUNT_PERIOD = Duration.minutes(5)

/** Every portal is walked once a day, if its entry says nothing else. */
const WALKS_PERIOD = Duration.days(1)
/** One or two portals that are blocked or away are news of those portals, and the ledger has them. */
const MIN_PORTALS = 3
const PERCENT_OF_PORTALS = 10

/** What a stack has to watch, by the names that its alarms carry. */
export interface Watched {
  readonly queues: Readonly<Record<string, DeadLetteredQueue>>
  readonly workers: Readonly<Record<string, Worker>>
  readonly tables: Readonly<Record<string, WatchedTable>>
  readonly apis: Readonly<Record<string, HttpApi>>
  readonly rules: Readonly<Record<string, Rule>>
  /** The group of all schedules. */
  readonly schedules: CfnScheduleGroup
  readonly stage: string
}

/** Alarms on what functions count. */
export const COUNT_ALARMS: readonly CountAlarm[] = [...Object.values(PIPELINE_ALARMS), ...Object.values(CRAWL_ALARMS)]

/**
 * Every alarm of a stack. A new one is a row in a table of `resource-alarms.ts`, `shared/aws/alarms.ts` or `shared/crawl/metrics.ts`,
 * and its section in the runbook.
 */
export function alarmsOf(watched: Watched): StackAlarm[] {
  const { stage } = watched
  return [
    ...alarmsOfEach(watched.queues, QUEUE_ALARMS),
    ...alarmsOfEach(watched.workers, WORKER_ALARMS),
    ...alarmsOfEach(watched.tables, TABLE_ALARMS),
    ...alarmsOfEach(watched.apis, API_ALARMS),
    ...alarmsOfEach(watched.rules, RULE_ALARMS),
    ...alarmsOfEach({ Schedules: watched.schedules }, SCHEDULE_ALARMS),
    ...COUNT_ALARMS.map((alarm) => countAlarm(alarm, stage)),
    ...SHARE_ALARMS.map((alarm) => shareAlarm(alarm, stage)),
    ...Object.values(HEARTBEATS).map((alarm) => heartbeatAlarm(alarm, stage)),
  ]
}

function countAlarm({ metric, ...text }: CountAlarm, stage: string): StackAlarm {
  return { ...text, metric: ownMetric(metric, { stage, statistic: 'Sum', period: COUNT_PERIOD }), threshold: 1 }
}

/** In percent of the portals walked in a day. */
function shareAlarm({ metric, ...text }: ShareAlarm, stage: string): StackAlarm {
  const of = (statistic: string) => ownMetric(metric, { stage, statistic, period: WALKS_PERIOD })
  const share = new MathExpression({
    expression: `IF(portals >= ${MIN_PORTALS}, 100 * share, 0)`,
    usingMetrics: { portals: of('Sum'), share: of('Average') },
    period: WALKS_PERIOD,
  })
  return { ...text, metric: share, threshold: PERCENT_OF_PORTALS }
}

/** Of whole days where it can be, so that a day is looked at as one. */
function heartbeatAlarm({ metric, hours, ...text }: Heartbeat, stage: string): StackAlarm {
  const isOfDays = hours % 24 === 0
  const period = isOfDays ? Duration.days(1) : Duration.hours(1)
  return {
    ...text,
    metric: ownMetric(metric, { stage, statistic: 'Sum', period }),
    threshold: 1,
    periods: isOfDays ? hours / 24 : hours,
    isHeartbeat: true,
  }
}
