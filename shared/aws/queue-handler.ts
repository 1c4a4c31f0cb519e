import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch'
import type { Logger } from '@aws-lambda-powertools/logger'
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware'
import { type Metrics, MetricUnit } from '@aws-lambda-powertools/metrics'
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware'
import middy from '@middy/core'
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import { METRICS } from './metric-names.ts'

export interface Observed {
  readonly logger: Logger
  readonly metrics: Metrics
}

export interface QueueWork {
  /** Processes one message. If it throws, the message goes back to its queue. */
  readonly work: (body: string, requestId: string) => Promise<void>
  /** Records that the last attempt failed, before the message becomes a dead letter. */
  readonly giveUp: (body: string, failure: GivenUp) => Promise<void>
  /** How often the queue delivers a message before it becomes a dead letter. */
  readonly maxReceiveCount: number
}

export interface GivenUp {
  readonly error: Error
  readonly requestId: string
}

/** A handler of an SQS queue. It processes each message by itself and reports each failed one. */
export function makeQueueHandler({ work, giveUp, maxReceiveCount }: QueueWork, { logger, metrics }: Observed) {
  const attempt = async (record: SQSRecord, requestId: string) => {
    try {
      await work(record.body, requestId)
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new Error(String(thrown))
      const receives = Number(record.attributes.ApproximateReceiveCount)
      const last = receives >= maxReceiveCount
      metrics.addMetric(METRICS.retries, MetricUnit.Count, 1)
      logger.error('message failed', { error, messageId: record.messageId, receives, last })
      if (last) await giveUp(record.body, { error, requestId })
      throw error
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
