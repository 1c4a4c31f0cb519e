import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware'
import { MetricUnit } from '@aws-lambda-powertools/metrics'
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware'
import middy from '@middy/core'
import type { Context } from 'aws-lambda'
import { HEARTBEATS } from '../../shared/aws/alarms.ts'
import type { Observed } from '../../shared/aws/queue-handler.ts'
import { type DispatchDeps, type Dispatched, dispatchWalks } from '../../shared/crawl/dispatch/dispatch-walks.ts'
import { portalsInForce } from '../../shared/crawl/dispatch/portals-in-force.ts'
import { CRAWL_ALARMS, WALK_COUNTS } from '../../shared/crawl/metrics.ts'
import type { PortalsFiles } from '../../shared/crawl/ports.ts'

export interface Deps extends DispatchDeps, Observed {
  readonly files: PortalsFiles
  /** Milliseconds since 1970. */
  readonly now: () => number
}

const NO_PORTALS: Dispatched = { portals: 0, due: 0, sent: 0, faults: [] }

/** Handler of the tick: sends the walks that are due to the queue of walks. */
export function makeHandler(deps: Deps) {
  const { logger, metrics } = deps
  const count = (metric: string, value: number) => metrics.addMetric(metric, MetricUnit.Count, value)
  return middy<unknown, Omit<Dispatched, 'faults'>, Error, Context>()
    .use(injectLambdaContext(logger))
    .use(logMetrics(metrics))
    .handler(async () => {
      const { file, stored, problem } = await portalsInForce(deps.files)
      if (stored !== null && problem === null) await deps.files.keepGood(stored)
      if (problem !== null) logger.error('portals file refused', { error: problem, isLastGoodFollowed: file !== null })
      const { faults, ...dispatched } = file === null ? NO_PORTALS : await dispatchWalks(file, deps.now(), deps)
      for (const { portalId, error } of faults) logger.error('walk not sent', { portalId, error: error as Error })
      logger.info('dispatched', dispatched)
      count(CRAWL_ALARMS.portalsFileRefused.metric, problem === null ? 0 : 1)
      count(CRAWL_ALARMS.walksNotSent.metric, faults.length)
      count(WALK_COUNTS.sent, dispatched.sent)
      count(HEARTBEATS.dispatch.metric, 1)
      return dispatched
    })
}
