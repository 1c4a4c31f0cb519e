import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware'
import { MetricUnit } from '@aws-lambda-powertools/metrics'
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware'
import middy from '@middy/core'
import type { Context } from 'aws-lambda'
import { HEARTBEATS, PIPELINE_ALARMS } from '../../shared/aws/alarms.ts'
import type { Observed } from '../../shared/aws/queue-handler.ts'
import { type CanaryDeps, sendCanary } from './send-canary.ts'

/** To read the figures and to count, after the waiting. */
const RESERVE_MILLISECONDS = 20_000

export interface Deps extends CanaryDeps, Observed {}

/** What became of the canary. `fault` is null if all is well. */
export interface CanaryResult {
  readonly fault: string | null
}

/** Handler of a schedule: tries the whole pipeline with a report whose figures are known. */
export function makeHandler(deps: Deps) {
  const { logger, metrics } = deps
  return middy<unknown, CanaryResult, Error, Context>()
    .use(injectLambdaContext(logger))
    .use(logMetrics(metrics))
    .handler(async (_, { getRemainingTimeInMillis }) => {
      const fault = await sendCanary(deps, () => getRemainingTimeInMillis() > RESERVE_MILLISECONDS)
      metrics.addMetric(HEARTBEATS.canary.metric, MetricUnit.Count, 1)
      metrics.addMetric(PIPELINE_ALARMS.canaryFailed.metric, MetricUnit.Count, fault === null ? 0 : 1)
      if (fault === null) logger.info('canary is well')
      else logger.error('canary failed', { fault })
      return { fault }
    })
}
