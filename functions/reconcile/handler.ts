import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware'
import { MetricUnit } from '@aws-lambda-powertools/metrics'
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware'
import middy from '@middy/core'
import type { Context } from 'aws-lambda'
import { HEARTBEATS, PIPELINE_ALARMS } from '../../shared/aws/alarms.ts'
import { METRICS } from '../../shared/aws/metric-names.ts'
import type { Observed } from '../../shared/aws/queue-handler.ts'
import { type ArrivedObject, type ObjectCreatedEvent, objectCreatedEvent } from '../../shared/store/intake-event.ts'
import type { MessageQueue } from '../../shared/store/message-queue.ts'
import type { ReprocessRequest } from '../../shared/store/reprocess-request.ts'
import type { Config } from './config.ts'
import { cutoffsFor } from './cutoffs.ts'
import { despiteFaults, type OnFault } from './faults.ts'
import { requeueStalled, type StalledDeps } from './requeue-stalled.ts'
import { requeueUnseen, type UnseenDeps } from './requeue-unseen.ts'
import { type TidyDeps, tidyRuns } from './tidy-runs.ts'

/** Enough to end what is begun: a page of objects, or of runs. */
const RESERVE_MILLISECONDS = 60_000

export interface Deps
  extends Omit<StalledDeps & UnseenDeps & TidyDeps, 'requeue' | 'reprocess' | 'requestId' | 'hasTime' | 'onFault'>,
    Observed {
  readonly config: Pick<Config, 'bucketName'>
  readonly intake: MessageQueue<ObjectCreatedEvent>
  readonly reprocessQueue: MessageQueue<ReprocessRequest>
  /** The queues of figures. */
  readonly indicatorQueue: Pick<MessageQueue<object>, 'counts'>
  readonly reprocessedQueue: Pick<MessageQueue<object>, 'counts'>
  readonly now: () => Date
}

export interface Reconciled {
  readonly unseen: number
  readonly requeued: number
  readonly failed: number
  /** What could not be reconciled; the log has each. */
  readonly faults: number
}

const NOTHING = { requeued: 0, failed: 0 }

/** Handler of a schedule. Compares the bucket with the tables, sends what never arrived or stalled to the intake again, and removes what runs left. */
export function makeHandler(deps: Deps) {
  const { config, intake, reprocessQueue, logger, metrics } = deps
  const requeue = (object: ArrivedObject) => intake.send(objectCreatedEvent(config.bucketName, object))
  const reprocess = (request: ReprocessRequest) => reprocessQueue.send(request)
  return middy<unknown, Reconciled, Error, Context>()
    .use(injectLambdaContext(logger))
    .use(logMetrics(metrics))
    .handler(async (_, { awsRequestId, getRemainingTimeInMillis }) => {
      let faults = 0
      const onFault: OnFault = (error, about) => {
        faults += 1
        logger.error('not reconciled', { error, ...about })
      }
      const hasTime = () => getRemainingTimeInMillis() > RESERVE_MILLISECONDS
      const all = { ...deps, requeue, reprocess, hasTime, onFault, requestId: awsRequestId }
      // Before anything is sent: what this run sends is no backlog.
      const cutoffs = await readCutoffs(deps)
      const step = <T>(name: string, work: () => Promise<T>) => despiteFaults(work, { step: name }, onFault)

      const documents = (await step('documents', () => requeueStalled(cutoffs, all))) ?? NOTHING
      const unseen = (await step('objects', () => requeueUnseen(cutoffs.RECEIVED.send, all))) ?? 0
      const runs = (await step('runs', () => tidyRuns(cutoffs.still, cutoffs.PARSED, all))) ?? NOTHING

      const requeued = documents.requeued + runs.requeued
      const failed = documents.failed + runs.failed
      metrics.addMetric(METRICS.requeued, MetricUnit.Count, unseen + requeued)
      metrics.addMetric(PIPELINE_ALARMS.failedDocuments.metric, MetricUnit.Count, failed)
      metrics.addMetric(PIPELINE_ALARMS.reconcileFaults.metric, MetricUnit.Count, faults)
      metrics.addMetric(HEARTBEATS.reconcile.metric, MetricUnit.Count, 1)
      const reconciled = { unseen, requeued, failed, faults }
      logger.info('reconciled', { ...reconciled, cutoffs })
      return reconciled
    })
}

/** By the status of a document: what was RECEIVED waits to be read, and what was PARSED may also wait for its figures to be written. */
async function readCutoffs({ intake, reprocessQueue, indicatorQueue, reprocessedQueue, now }: Deps) {
  const toRead = await Promise.all([intake.counts(), reprocessQueue.counts()])
  const toWrite = await Promise.all([indicatorQueue.counts(), reprocessedQueue.counts()])
  const time = now()
  return {
    RECEIVED: cutoffsFor(toRead, time),
    PARSED: cutoffsFor([...toRead, ...toWrite], time),
    /** Of what is removed, not sent: no message is under way that could still write. */
    still: cutoffsFor([], time).send,
  }
}
