import { MetricUnit } from '@aws-lambda-powertools/metrics'
import { PIPELINE_ALARMS } from '../../shared/aws/alarms.ts'
import { METRICS } from '../../shared/aws/metric-names.ts'
import { makeQueueHandler, type QueueDeps } from '../../shared/aws/queue-handler.ts'
import { ChunkMismatchError } from '../../shared/store/errors.ts'
import { failRun } from '../../shared/store/fail-run.ts'
import type { FinishDeps } from '../../shared/store/finish-run.ts'
import { type IndicatorChunk, readChunk } from '../../shared/store/indicator-chunk.ts'
import type { Config } from './config.ts'
import { type ChunkResult, writeChunk } from './write-chunk.ts'

export interface Deps extends FinishDeps, QueueDeps {
  readonly config: Pick<Config, 'maxReceiveCount'>
}

const METRIC_OF = { written: METRICS.written, completed: METRICS.completed, stale: METRICS.repeated } as const

type Completed = Extract<ChunkResult, { readonly kind: 'completed' }>

/** Handler of the indicator queue. Each message is a chunk of one document's figures. */
export function makeHandler(deps: Deps) {
  const { logger, metrics, config } = deps
  const count = (name: string) => metrics.addMetric(name, MetricUnit.Count, 1)

  const measure = ({ indicators, waitingSince }: Completed) => {
    metrics.addMetric(METRICS.figures, MetricUnit.Count, indicators)
    if (waitingSince === null) return
    metrics.addMetric(METRICS.uploadToComplete, MetricUnit.Milliseconds, Date.now() - Date.parse(waitingSince))
  }

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
        try {
          const result = await writeChunk(chunk, deps)
          const { documentId, run, chunk: number, chunks } = chunk
          logger.info('chunk handled', { documentId, run, chunk: number, chunks, result })
          count(METRIC_OF[result.kind])
          if (result.kind === 'completed') measure(result)
        } catch (error) {
          if (!(error instanceof ChunkMismatchError)) throw error
          logger.error('chunk refused', { error, body })
          count(PIPELINE_ALARMS.refusedChunks.metric)
        }
      },
      giveUp: async (body, { error, requestId }) => {
        const chunk = chunkIn(body)
        if (chunk === null) return
        const { documentId, run } = chunk
        await failRun({ documentId, run, error: error.name, detail: error.message, requestId }, deps)
        count(PIPELINE_ALARMS.failedDocuments.metric)
      },
    },
    deps,
  )
}
