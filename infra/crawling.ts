import { Duration, Validations } from 'aws-cdk-lib'
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import type { CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { PortalsFile } from '../shared/crawl/portals.ts'
import { CRAWLED_PREFIX } from '../shared/store/object-keys.ts'
import { DeadLetteredQueue, MAX_RECEIVE_COUNT } from './dead-lettered-queue.ts'
import { PortalSchedules } from './portal-schedules.ts'
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

/** Hosts visited at the same time. The queue delivers one page of a host at a time. */
const MAX_CONCURRENCY = 10

export interface CrawlingProps {
  readonly bucket: BucketRef
  readonly tables: Tables
  /** The portals. Each gets a schedule. */
  readonly portals: PortalsFile
  readonly schedules: CfnScheduleGroup
  readonly stage: string
}

/** The crawl: schedules start walks of portals, and a queue takes the pages that may have a report to their visit. */
export class Crawling extends Construct {
  readonly pages: DeadLetteredQueue
  /** Walks that could not be started, or that failed at every attempt of Lambda. */
  readonly walkDeadLetters: Queue
  readonly crawlPortal: Worker
  readonly fetchPage: Worker

  constructor(scope: Construct, id: string, props: CrawlingProps) {
    const { bucket, tables, portals, schedules, stage } = props
    super(scope, id)
    this.pages = new DeadLetteredQueue(this, 'Pages', { functionTimeout: VISIT_TIMEOUT, isFifo: true })
    const shared = {
      COVERAGE_TABLE: tables.coverage.tableName,
      HOSTS_TABLE: tables.hosts.tableName,
      PAGE_QUEUE_URL: this.pages.queue.queueUrl,
    }

    this.walkDeadLetters = new Queue(this, 'WalkDeadLetters', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    })
    Validations.of(this.walkDeadLetters).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'It is the dead-letter queue of the schedules and of the function they start.',
    })
    this.crawlPortal = new Worker(this, 'CrawlPortal', {
      name: 'crawl-portal',
      description: 'Walks the lists of a portal and sends the pages that may have a report to the page queue.',
      timeout: WALK_TIMEOUT,
      memoryMegabytes: WALK_MEMORY_MEGABYTES,
      stage,
      deadLetters: this.walkDeadLetters,
      environment: { ...shared, WORK_SECONDS: String(WALK_TIMEOUT.toSeconds() - RESERVE_SECONDS) },
    })
    const { function: crawlPortal } = this.crawlPortal
    this.crawlPortal.allow(
      ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:Query'],
      tables.coverage.tableArn,
    )
    this.crawlPortal.allow(['dynamodb:GetItem', 'dynamodb:UpdateItem'], tables.hosts.tableArn)
    this.crawlPortal.allow(['sqs:SendMessage'], this.pages.queue.queueArn)
    new PortalSchedules(this, 'Schedules', {
      crawlPortal,
      deadLetters: this.walkDeadLetters,
      portals,
      group: schedules,
    })

    this.fetchPage = new Worker(this, 'FetchPage', {
      name: 'fetch-page',
      description: 'Visits a page and puts its report into the bucket.',
      timeout: VISIT_TIMEOUT,
      memoryMegabytes: VISIT_MEMORY_MEGABYTES,
      stage,
      environment: {
        ...shared,
        BUCKET_NAME: bucket.bucketName,
        MAX_RECEIVE_COUNT: String(MAX_RECEIVE_COUNT),
        WORK_SECONDS: String(VISIT_TIMEOUT.toSeconds() - RESERVE_SECONDS),
      },
    })
    const { function: fetchPage } = this.fetchPage
    fetchPage.addEventSource(
      new SqsEventSource(this.pages.queue, {
        batchSize: 1,
        maxConcurrency: MAX_CONCURRENCY,
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
