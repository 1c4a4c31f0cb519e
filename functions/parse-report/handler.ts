import { MetricUnit } from '@aws-lambda-powertools/metrics'
import { PIPELINE_ALARMS } from '../../shared/aws/alarms.ts'
import { METRICS } from '../../shared/aws/metric-names.ts'
import { type GivenUp, makeQueueHandler, type Observed } from '../../shared/aws/queue-handler.ts'
import { provisionalIdOf } from '../../shared/report/document-id.ts'
import { ObjectVanishedError } from '../../shared/store/errors.ts'
import { failRun } from '../../shared/store/fail-run.ts'
import type { Config } from './config.ts'
import { type IngestDeps, ingestObject } from './ingest-object.ts'
import { type ObjectNotice, readNotices, UnreadableMessageError } from './object-notice.ts'

export interface Deps extends IngestDeps, Observed {
  readonly config: Pick<Config, 'bucketName' | 'maxReceiveCount'>
}

const METRIC_OF = { parsed: METRICS.parsed, rejected: METRICS.rejected, known: METRICS.repeated } as const

/** Handler of the intake queue. Each message names new objects in the bucket. */
export function makeHandler(deps: Deps) {
  const { logger, metrics, config } = deps
  const count = (name: string) => metrics.addMetric(name, MetricUnit.Count, 1)

  const noticesIn = (body: string): ObjectNotice[] => {
    try {
      return readNotices(body, config.bucketName)
    } catch (error) {
      if (!(error instanceof UnreadableMessageError)) throw error
      logger.error('unreadable message', { error, body })
      count(PIPELINE_ALARMS.unreadableMessages.metric)
      return []
    }
  }

  const ingest = async (notice: ObjectNotice, requestId: string): Promise<void> => {
    try {
      const ingested = await ingestObject(notice, deps)
      logger.info('object ingested', { objectKey: notice.objectKey, ...ingested })
      count(METRIC_OF[ingested.kind])
    } catch (error) {
      if (!(error instanceof ObjectVanishedError)) throw error
      logger.warn('object vanished', { error, objectKey: notice.objectKey })
      count(METRICS.vanishedObjects)
      await recordFailure(notice, { error, requestId }, deps)
    }
  }

  return makeQueueHandler(
    {
      maxReceiveCount: config.maxReceiveCount,
      work: async (body, requestId) => {
        for (const notice of noticesIn(body)) await ingest(notice, requestId)
      },
      giveUp: async (body, failure) => {
        for (const notice of noticesIn(body)) {
          await recordFailure(notice, failure, deps)
          count(PIPELINE_ALARMS.failedDocuments.metric)
        }
      },
    },
    deps,
  )
}

/** Says of the object's documents that their reading failed. If none is known, the object gets a row of its own. */
async function recordFailure(notice: ObjectNotice, { error, requestId }: GivenUp, deps: Deps): Promise<void> {
  const { runs, sightings } = deps
  const { objectKey, versionId, etag, size, at } = notice
  const seen = (await sightings.underKey(objectKey)).filter((sighting) => sighting.etag === etag)
  const documentIds = seen.length > 0 ? seen.map(({ documentId }) => documentId) : [provisionalIdOf(notice)]
  for (const documentId of documentIds) {
    const run = (await runs.ofDocument(documentId))[0]?.run ?? 0
    const failure = { error: error.name, detail: error.message, requestId }
    await failRun({ documentId, run, receivedAt: at, size, ...failure }, deps)
    if (seen.length === 0)
      await sightings.record({ objectKey, documentId, seenAt: at, etag, size, versionId, provenance: null })
  }
}
