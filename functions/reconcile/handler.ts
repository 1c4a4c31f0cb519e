import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware'
import { MetricUnit } from '@aws-lambda-powertools/metrics'
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware'
import middy from '@middy/core'
import type { Context } from 'aws-lambda'
import { PIPELINE_ALARMS } from '../../shared/aws/alarms.ts'
import { METRICS } from '../../shared/aws/metric-names.ts'
import type { Observed } from '../../shared/aws/queue-handler.ts'
import { type ArrivedObject, type ObjectCreatedEvent, objectCreatedEvent } from '../../shared/store/intake-event.ts'
import type { MessageQueue } from '../../shared/store/message-queue.ts'
import type { ReprocessRequest } from '../../shared/store/reprocess-request.ts'
import type { Config } from './config.ts'
import { requeueStalled, type StalledDeps } from './requeue-stalled.ts'
import { requeueUnseen, type UnseenDeps } from './requeue-unseen.ts'
import { type TidyDeps, tidyRuns } from './tidy-runs.ts'

/** Longer than the five attempts at a message of the intake take, so that documents in progress are not sent again. */
const GRACE_MILLISECONDS = 60 * 60 * 1000

export interface Deps
  extends Omit<StalledDeps & UnseenDeps & TidyDeps, 'requeue' | 'reprocess' | 'requestId'>,
    Observed {
  readonly config: Pick<Config, 'bucketName'>
  readonly intake: MessageQueue<ObjectCreatedEvent>
  readonly reprocessQueue: MessageQueue<ReprocessRequest>
  readonly now: () => Date
}

export interface Reconciled {
  readonly unseen: number
  readonly requeued: number
  readonly failed: number
}

/** Handler of a schedule. Compares the bucket with the tables, sends what never arrived or stalled to the intake again, and removes what runs left. */
export function makeHandler(deps: Deps) {
  const { config, intake, reprocessQueue, logger, metrics, now } = deps
  const requeue = (object: ArrivedObject) => intake.send(objectCreatedEvent(config.bucketName, object))
  return middy<unknown, Reconciled, Error, Context>()
    .use(injectLambdaContext(logger))
    .use(logMetrics(metrics))
    .handler(async (_, { awsRequestId }) => {
      const cutoff = new Date(now().getTime() - GRACE_MILLISECONDS)
      const requestId = awsRequestId
      const documents = await requeueStalled(cutoff, { ...deps, requeue, requestId })
      const runs = await tidyRuns(cutoff, { ...deps, reprocess: (request) => reprocessQueue.send(request), requestId })
      const stalled = { requeued: documents.requeued + runs.requeued, failed: documents.failed + runs.failed }
      const unseen = await requeueUnseen(cutoff, { ...deps, requeue })
      metrics.addMetric(METRICS.requeued, MetricUnit.Count, unseen + stalled.requeued)
      metrics.addMetric(PIPELINE_ALARMS.failedDocuments.metric, MetricUnit.Count, stalled.failed)
      logger.info('reconciled', { unseen, ...stalled })
      return { unseen, ...stalled }
    })
}
