import { MetricUnit } from '@aws-lambda-powertools/metrics'
import { PIPELINE_ALARMS } from '../../shared/aws/alarms.ts'
import { METRICS } from '../../shared/aws/metric-names.ts'
import { makeQueueHandler, type Observed } from '../../shared/aws/queue-handler.ts'
import { type IndicatorChunk, readChunk } from '../../shared/store/indicator-chunk.ts'
import type { Config } from './config.ts'
import { type WriteDeps, writeChunk } from './write-chunk.ts'

export interface Deps extends WriteDeps, Observed {
  readonly config: Pick<Config, 'maxReceiveCount'>
}

const METRIC_OF = { written: METRICS.written, completed: METRICS.completed, stale: METRICS.repeated } as const

/** Handler of the indicator queue. Each message is a chunk of one document's figures. */
export function makeHandler(deps: Deps) {
  const { logger, metrics, config, documents } = deps
  const count = (name: string) => metrics.addMetric(name, MetricUnit.Count, 1)

  const chunkIn = (body: string): IndicatorChunk | null => {
    const chunk = readChunk(body)
    if (chunk === null) {
      logger.error('unreadable message', { body })
      count(PIPELINE_ALARMS.unreadableMessages.metric)
    }
    return chunk
  }

  return makeQueueHandler(
    {
      maxReceiveCount: config.maxReceiveCount,
      work: async (body) => {
        const chunk = chunkIn(body)
        if (chunk === null) return
        const result = await writeChunk(chunk, deps)
        const { documentId, run, chunk: number, chunks } = chunk
        logger.info('chunk handled', { documentId, run, chunk: number, chunks, result })
        count(METRIC_OF[result])
      },
      giveUp: async (body, { error, requestId }) => {
        const chunk = chunkIn(body)
        if (chunk === null) return
        const { documentId, run } = chunk
        await documents.recordFailed({ documentId, run, error: error.name, detail: error.message, requestId })
        count(PIPELINE_ALARMS.failedDocuments.metric)
      },
    },
    deps,
  )
}
