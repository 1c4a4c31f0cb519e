import { GetBucketNotificationConfigurationCommand } from '@aws-sdk/client-s3'
import { portalsInForce } from '../../../shared/crawl/dispatch/portals-in-force.ts'
import { type WalkPlan, walkPlans } from '../../../shared/crawl/dispatch/walk-plan.ts'
import type { ListRow } from '../../../shared/crawl/ledger/rows.ts'
import type { DocumentSummary } from '../../../shared/store/document-summary.ts'
import type { QueueCounts } from '../../../shared/store/message-queue.ts'
import type { StalledDocument } from '../../../shared/store/stalled-documents.ts'
import type { Deployment } from '../deployment.ts'

/** Documents and objects that are looked at: enough to say that there are many. */
const MOST = 1000

const HOUR_MILLISECONDS = 60 * 60 * 1000

export interface QueueState extends QueueCounts {
  readonly name: string
  readonly deadLetters: number
  /** Seconds that its oldest message has been there; null if nobody knows. */
  readonly age: number | null
}

/** What `fazhi doctor` judges by. Lists end at 1,000. */
export interface State {
  readonly now: Date
  /** Since when the schedules of an engine on one machine run; null in AWS, where they always do. */
  readonly startedAt: Date | null
  readonly queues: readonly QueueState[]
  /** Documents on which nothing has moved for an hour. */
  readonly unmoved: readonly Pick<StalledDocument, 'documentId' | 'status' | 'updatedAt'>[]
  /** Documents that are FAILED. */
  readonly failed: readonly Pick<DocumentSummary, 'documentId' | 'updatedAt'>[]
  /** Runs that failed, whatever their document shows. */
  readonly failedRuns: readonly { readonly documentId: string; readonly updatedAt: string }[]
  /** End of the last run of the reconciler; null before the first. */
  readonly reconciledAt: Date | null
  /** Start of the last run of the canary; null before the first. */
  readonly canarySentAt: Date | null
  /** When the oldest of the first objects under `incoming/` came; null if there is none. */
  readonly oldestObject: Date | null
  /** Whether the bucket says to EventBridge what comes; null if it cannot be asked, as on one machine. */
  readonly sendsEvents: boolean | null
  readonly bucketName: string
  /** Why the portals file that was deployed last is not followed; null if it is. */
  readonly portalsProblem: string | null
  /** Of each portal that is followed; null if no portals file was ever deployed. */
  readonly plans: readonly WalkPlan[] | null
  readonly lists: readonly Pick<ListRow, 'portalId' | 'url' | 'listState' | 'reason' | 'searchedAt'>[]
}

export async function readState(deployment: Deployment, now = new Date()): Promise<State> {
  const { tables, incoming, stalled, coverage, bucketName, portals, dispatches } = deployment
  const anHourAgo = new Date(now.getTime() - HOUR_MILLISECONDS)
  const { objects } = await incoming.list(null)
  const times = objects.map(({ lastModified }) => lastModified.getTime())
  const { file, stored, problem } = await portalsInForce(portals)
  return {
    now,
    startedAt: deployment.startedAt,
    queues: await Promise.all(deployment.queues.map(stateOf)),
    unmoved: [
      ...(await stalled.unchangedSince(anHourAgo, 'RECEIVED', MOST)),
      ...(await stalled.unchangedSince(anHourAgo, 'PARSED', MOST)),
    ],
    failed: (await tables.documentsIn('FAILED', null, MOST)).rows,
    failedRuns: await failedRunsIn(deployment),
    reconciledAt: await incoming.cursorKeptAt(),
    canarySentAt: await incoming.canarySentAt(),
    oldestObject: times.length === 0 ? null : new Date(Math.min(...times)),
    sendsEvents: await sendsEvents(deployment),
    bucketName,
    portalsProblem: problem?.message ?? null,
    plans: file && (await walkPlans(file.portals, dispatches, stored?.storedAt ?? 0)),
    lists: (await coverage.all()).filter((row) => row.kind === 'list'),
  }
}

async function stateOf({ name, queue, deadLetters, age }: Deployment['queues'][number]): Promise<QueueState> {
  const [counts, dead, seconds] = await Promise.all([queue.counts(), deadLetters.count(), age()])
  return { name, ...counts, deadLetters: dead, age: seconds }
}

async function failedRunsIn({ runs }: Deployment): Promise<State['failedRuns']> {
  const failed: { documentId: string; updatedAt: string }[] = []
  for await (const page of runs.all())
    for (const run of page)
      if (run.state !== 'ended' && run.error !== undefined && failed.length < MOST) failed.push(run)
  return failed
}

async function sendsEvents({ s3, bucketName }: Deployment): Promise<boolean | null> {
  try {
    const { EventBridgeConfiguration } = await s3.send(
      new GetBucketNotificationConfigurationCommand({ Bucket: bucketName }),
    )
    return EventBridgeConfiguration !== undefined
  } catch (error) {
    // The engine on one machine has no such switch: it sends an event for each object.
    if (error instanceof Error && error.name === 'NotImplemented') return null
    throw error
  }
}
