import { makeBucketClient, makeQueueClient } from '../../shared/aws/clients.ts'
import { QueueRetries } from '../../shared/aws/queue-retries.ts'
import { PageQueue } from '../../shared/store/page-queue.ts'
import { ReportBucket } from '../../shared/store/report-bucket.ts'

/** Where a report goes that a visit found, its further files, and a message that failed. Loaded with the first: most visits find nothing new. */
export function makeStores({
  bucketName,
  pageQueueUrl,
}: {
  readonly bucketName: string
  readonly pageQueueUrl: string
}) {
  const queues = makeQueueClient()
  return {
    bucket: new ReportBucket(makeBucketClient(), bucketName),
    pages: new PageQueue(queues, pageQueueUrl),
    retries: new QueueRetries(queues),
  }
}
