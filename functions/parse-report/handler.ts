import { MetricUnit } from '@aws-lambda-powertools/metrics'
import { PIPELINE_ALARMS } from '../../shared/aws/alarms.ts'
import { METRICS, REASON_DIMENSION } from '../../shared/aws/metric-names.ts'
import { type Attempt, type GivenUp, makeQueueHandler, type QueueDeps } from '../../shared/aws/queue-handler.ts'
import { provisionalIdOf } from '../../shared/report/document-id.ts'
import { isSettled } from '../../shared/store/document-row.ts'
import { BytesGoneError, ObjectVanishedError } from '../../shared/store/errors.ts'
import { failRun } from '../../shared/store/fail-run.ts'
import { CRAWLED_PREFIX } from '../../shared/store/object-keys.ts'
import { readReprocessRequest } from '../../shared/store/reprocess-request.ts'
import type { Config } from './config.ts'
import { ingestObject } from './ingest-object.ts'
import { type ObjectNotice, readNotices, UnreadableMessageError } from './object-notice.ts'
import type { Ingestion, ReadDeps } from './read-anew.ts'
import { reprocessDocument } from './reprocess-document.ts'

export interface Deps extends Omit<ReadDeps, 'isLastAttempt'>, QueueDeps {
  readonly config: Pick<Config, 'bucketName' | 'maxReceiveCount'>
  /** Takes the figures of documents that nobody waits for, those that are read anew and those of a crawl: uploaded ones wait for none of them. */
  readonly reprocessedQueue: ReadDeps['indicatorQueue']
}

const METRIC_OF = { parsed: METRICS.parsed, rejected: METRICS.rejected, known: METRICS.repeated } as const

/**
 * Handler of the intake queue, whose messages name new objects in the bucket, and of the reprocess queue, whose messages name
 * documents to read anew.
 */
export function makeHandler(deps: Deps) {
  const { logger, metrics, config } = deps
  const count = (name: string) => metrics.addMetric(name, MetricUnit.Count, 1)

  /** On a line of its own: a dimension holds for every metric of a line. */
  const countReason = (reason: string) =>
    metrics.singleMetric().addDimension(REASON_DIMENSION, reason).addMetric(METRICS.rejectedFor, MetricUnit.Count, 1)

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

  const noteResult = (about: object, result: Ingestion) => {
    logger.info('document read', { ...about, ...result })
    count(METRIC_OF[result.kind])
    if (result.kind === 'rejected') countReason(result.reason)
    if (result.kind !== 'parsed') return
    metrics.addMetric(METRICS.cells, MetricUnit.Count, result.cells.stated)
    metrics.addMetric(METRICS.severalCells, MetricUnit.Count, result.cells.several)
  }

  const ingest = async (notice: ObjectNotice, { requestId, isLast }: Attempt): Promise<void> => {
    const { objectKey } = notice
    const indicatorQueue = objectKey.startsWith(CRAWLED_PREFIX) ? deps.reprocessedQueue : deps.indicatorQueue
    try {
      noteResult({ objectKey }, await ingestObject(notice, { ...deps, indicatorQueue, isLastAttempt: isLast }))
    } catch (error) {
      if (!(error instanceof ObjectVanishedError)) throw error
      logger.warn('object vanished', { error, objectKey })
      count(METRICS.vanishedObjects)
      await recordFailure(notice, { error, requestId }, deps)
    }
  }

  const reprocess = async (documentId: string, { requestId, isLast }: Attempt): Promise<void> => {
    const readDeps = { ...deps, indicatorQueue: deps.reprocessedQueue, isLastAttempt: isLast }
    try {
      noteResult({}, await reprocessDocument(documentId, readDeps))
    } catch (error) {
      if (!(error instanceof BytesGoneError)) throw error
      logger.error('file gone', { error, documentId })
      await failReprocessing(documentId, { error, requestId })
    }
  }

  const failReprocessing = async (documentId: string, { error, requestId }: GivenUp): Promise<void> => {
    const row = await deps.documents.get(documentId)
    // Another message may have had it read: a run opened now would stay failed, and nobody would read it anew.
    if (row === null || isSettled(row, deps.parserVersion)) return
    const run = await deps.runs.open(row, deps.parserVersion)
    if (run === null) return
    await failRun({ documentId, run, error: error.name, detail: error.message, requestId }, deps)
    count(PIPELINE_ALARMS.failedDocuments.metric)
  }

  return makeQueueHandler(
    {
      maxReceiveCount: config.maxReceiveCount,
      work: async (body, attempt) => {
        const request = readReprocessRequest(body)
        if (request) return reprocess(request.reprocess, attempt)
        for (const notice of noticesIn(body)) await ingest(notice, attempt)
      },
      giveUp: async (body, failure) => {
        const request = readReprocessRequest(body)
        if (request) return failReprocessing(request.reprocess, failure)
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
