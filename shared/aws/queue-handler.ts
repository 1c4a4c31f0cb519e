import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch'
import type { Logger } from '@aws-lambda-powertools/logger'
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware'
import { type Metrics, MetricUnit } from '@aws-lambda-powertools/metrics'
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware'
import middy from '@middy/core'
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import { METRICS } from './metric-names.ts'
import { pauseAfter, type Retries } from './retries.ts'

export interface Observed {
  readonly logger: Logger
  readonly metrics: Metrics
}

export interface QueueWork {
  /** Processes one message. If it throws, the message goes back to its queue. */
  readonly work: (body: string, attempt: Attempt) => Promise<void>
  /** Records that the last attempt failed, before the message becomes a dead letter. */
  readonly giveUp: (body: string, failure: GivenUp) => Promise<void>
  /** How often the queue delivers a message before it becomes a dead letter. */
  readonly maxReceiveCount: number
}

export interface Attempt {
  readonly requestId: string
  /** If it fails, the message becomes a dead letter. */
  readonly isLast: boolean
}

export interface GivenUp {
  readonly error: Error
  readonly requestId: string
}

export interface QueueDeps extends Observed {
  readonly retries: Retries
}

/** A handler of an SQS queue. It processes each message by itself, reports each failed one, and says when that comes again. */
export function makeQueueHandler(
  { work, giveUp, maxReceiveCount }: QueueWork,
  { logger, metrics, retries }: QueueDeps,
) {
  const attempt = async (record: SQSRecord, requestId: string) => {
    const receives = Number(record.attributes.ApproximateReceiveCount)
    const isLast = receives >= maxReceiveCount
    try {
      await work(record.body, { requestId, isLast })
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new Error(String(thrown))
      metrics.addMetric(METRICS.retries, MetricUnit.Count, 1)
      logger.error('message failed', { error, messageId: record.messageId, receives, last: isLast })
      if (isLast) await giveUp(record.body, { error, requestId })
      await putOff(record, pauseAfter(receives, maxReceiveCount))
      throw error
    }
  }

  const putOff = async (record: SQSRecord, seconds: number) => {
    try {
      await retries.putOff(record, seconds)
    } catch (error) {
      // The message comes again all the same, after the visibility timeout of its queue.
      logger.warn('message not put off', { error, messageId: record.messageId, seconds })
    }
  }
  return middy<SQSEvent, SQSBatchResponse, Error, Context>()
    .use(injectLambdaContext(logger))
    .use(logMetrics(metrics))
    .handler(async (event, context) =>
      processPartialResponse(
        event,
        (record: SQSRecord) => attempt(record, context.awsRequestId),
        new BatchProcessor(EventType.SQS, { logger }),
        { throwOnFullBatchFailure: false },
      ),
    )
}
