import { Duration } from 'aws-cdk-lib'
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Construct } from 'constructs'
import { CRAWLED_PREFIX } from '../shared/store/object-keys.ts'
import { DeadLetteredQueue, MAX_RECEIVE_COUNT } from './dead-lettered-queue.ts'
import { allowUnder } from './prefix-access.ts'
import type { BucketRef } from './report-bucket.ts'
import type { Tables } from './tables.ts'
import { Worker } from './worker.ts'

/** Hundreds of list pages with pauses of seconds need as long as a function may run. */
const WALK_TIMEOUT = Duration.minutes(15)
/** A page, its parts and attachments, each after a pause. */
const VISIT_TIMEOUT = Duration.minutes(5)
/** Not used for waiting: time for the last request and for recording its result. */
const RESERVE_SECONDS = 130

const WALK_MEMORY_MEGABYTES = 512
/** Reads whole attached reports, as parse-report does. */
const VISIT_MEMORY_MEGABYTES = 1769

/**
 * Portals walked at the same time. The queue delivers one walk of a portal at a time. If each took the longest that it may, 3,840
 * would be walked in a day. Of the account's concurrency it leaves most to reading.
 */
const MAX_WALKS = 40
/** Hosts visited at the same time. The queue delivers one page of a host at a time. */
const MAX_VISITS = 10

export interface CrawlingProps {
  readonly bucket: BucketRef
  readonly tables: Tables
  readonly stage: string
}

/** The crawl: one queue has the walks of portals, and another takes the pages that may have a report to their visit. */
export class Crawling extends Construct {
  readonly walks: DeadLetteredQueue
  readonly pages: DeadLetteredQueue
  readonly crawlPortal: Worker
  readonly fetchPage: Worker

  constructor(scope: Construct, id: string, props: CrawlingProps) {
    const { bucket, tables, stage } = props
    super(scope, id)
    this.walks = new DeadLetteredQueue(this, 'Walks', { functionTimeout: WALK_TIMEOUT, isFifo: true })
    this.pages = new DeadLetteredQueue(this, 'Pages', { functionTimeout: VISIT_TIMEOUT, isFifo: true })
    const shared = {
      COVERAGE_TABLE: tables.coverage.tableName,
      HOSTS_TABLE: tables.hosts.tableName,
      PAGE_QUEUE_URL: this.pages.queue.queueUrl,
      MAX_RECEIVE_COUNT: String(MAX_RECEIVE_COUNT),
    }

    this.crawlPortal = new Worker(this, 'CrawlPortal', {
      name: 'crawl-portal',
      description: 'Walks the lists of a portal and sends the pages that may have a report to the page queue.',
      timeout: WALK_TIMEOUT,
      memoryMegabytes: WALK_MEMORY_MEGABYTES,
      stage,
      environment: { ...shared, WORK_SECONDS: String(WALK_TIMEOUT.toSeconds() - RESERVE_SECONDS) },
    })
    this.crawlPortal.function.addEventSource(
      new SqsEventSource(this.walks.queue, {
        batchSize: 1,
        maxConcurrency: MAX_WALKS,
        reportBatchItemFailures: true,
      }),
    )
    this.crawlPortal.allow(
      ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:Query'],
      tables.coverage.tableArn,
    )
    this.crawlPortal.allow(['dynamodb:GetItem', 'dynamodb:UpdateItem'], tables.hosts.tableArn)
    this.crawlPortal.allow(['sqs:SendMessage'], this.pages.queue.queueArn)

    this.fetchPage = new Worker(this, 'FetchPage', {
      name: 'fetch-page',
      description: 'Visits a page and puts its report into the bucket.',
      timeout: VISIT_TIMEOUT,
      memoryMegabytes: VISIT_MEMORY_MEGABYTES,
      stage,
      environment: {
        ...shared,
        BUCKET_NAME: bucket.bucketName,
        WORK_SECONDS: String(VISIT_TIMEOUT.toSeconds() - RESERVE_SECONDS),
      },
    })
    const { function: fetchPage } = this.fetchPage
    fetchPage.addEventSource(
      new SqsEventSource(this.pages.queue, {
        batchSize: 1,
        maxConcurrency: MAX_VISITS,
        reportBatchItemFailures: true,
      }),
    )
    this.fetchPage.allow(
      ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:Query'],
      tables.coverage.tableArn,
    )
    this.fetchPage.allow(['dynamodb:GetItem', 'dynamodb:UpdateItem'], tables.hosts.tableArn)
    this.fetchPage.allow(['sqs:SendMessage'], this.pages.queue.queueArn)
    allowUnder(CRAWLED_PREFIX, bucket, ['s3:PutObject'], fetchPage)
  }
}
