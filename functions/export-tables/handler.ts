import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware'
import { MetricUnit } from '@aws-lambda-powertools/metrics'
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware'
import middy from '@middy/core'
import type { Context } from 'aws-lambda'
import { HEARTBEATS } from '../../shared/aws/alarms.ts'
import type { Observed } from '../../shared/aws/queue-handler.ts'
import { type PublishDeps, type Published, publishNextYear } from '../../shared/exports/publish.ts'
import type { ExportReader } from '../../shared/exports/table.ts'

export interface Deps extends Omit<PublishDeps, 'reader'>, Observed {
  readonly sources: Omit<ExportReader, 'today'>
}

/** Handler of a schedule. Writes the year of the exports that changed and was written longest ago. */
export function makeHandler({ sources, files, exports, folder, now, logger, metrics }: Deps) {
  return middy<unknown, Published, Error, Context>()
    .use(injectLambdaContext(logger))
    .use(logMetrics(metrics))
    .handler(async () => {
      const own = await mkdtemp(join(folder, 'export-'))
      try {
        const reader = { ...sources, today: now().toISOString().slice(0, 10) }
        const published = await publishNextYear({ reader, files, exports, folder: own, now })
        metrics.addMetric(HEARTBEATS.exports.metric, MetricUnit.Count, 1)
        logger.info('exported', { ...published })
        return published
      } finally {
        await rm(own, { recursive: true, force: true })
      }
    })
}
