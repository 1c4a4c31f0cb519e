import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CfnOutput, Stack, type StackProps, Tags } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { readPortals } from '../shared/crawl/portals.ts'
import { PARSER_VERSION } from '../shared/report/parser-version.ts'
import { Crawling } from './crawling.ts'
import { Intake } from './intake.ts'
import { Monitoring } from './monitoring.ts'
import { PARSE_TIMEOUT, Parsing } from './parsing.ts'
import { ReadApi } from './read-api.ts'
import { ReaderPolicy } from './reader-policy.ts'
import { Reconciliation } from './reconciliation.ts'
import { ReportBucket } from './report-bucket.ts'
import { Reprocessing } from './reprocessing.ts'
import { Tables } from './tables.ts'
import { Writing } from './writing.ts'

/** The portals to crawl. To add a portal, add an entry there and deploy. */
const PORTALS = join(import.meta.dirname, 'portals.json')

export interface FazhiStackProps extends StackProps {
  readonly stage: string
}

/** The whole pipeline. CloudFormation names every resource, so one account can have any number of stages. */
export class FazhiStack extends Stack {
  constructor(scope: Construct, id: string, { stage, ...props }: FazhiStackProps) {
    super(scope, id, { description: 'Fazhi: annual rule-of-law reports as open, comparable data.', ...props })
    Tags.of(this).add('project', 'fazhi')
    Tags.of(this).add('stage', stage)

    const { bucket } = new ReportBucket(this, 'Reports')
    const tables = new Tables(this, 'Tables')
    const intake = new Intake(this, 'Intake', { bucket, functionTimeout: PARSE_TIMEOUT })
    const writing = new Writing(this, 'Writing', { tables, stage })
    const indicatorQueue = writing.queue
    const parsing = new Parsing(this, 'Parsing', { bucket, tables, intake: intake.queue, indicatorQueue, stage })
    const reconciliation = new Reconciliation(this, 'Reconciliation', {
      bucket,
      tables,
      intake: intake.queue,
      indicatorQueue,
      stage,
    })
    const reprocessing = new Reprocessing(this, 'Reprocessing', { tables, parsing, writing, reconciliation })
    const portals = readPortals(readFileSync(PORTALS, 'utf8'))
    const crawling = new Crawling(this, 'Crawling', { bucket, tables, portals, stage })
    const reading = new ReadApi(this, 'Reading', { bucket, tables, stage })
    const { topic } = new Monitoring(this, 'Monitoring', {
      queues: {
        Intake: intake.queue,
        Indicators: writing.queue,
        Reprocess: reprocessing.requests,
        Reprocessed: reprocessing.indicators,
        Pages: crawling.pages,
      },
      workers: {
        ParseReport: parsing.worker,
        WriteIndicators: writing.worker,
        Reconcile: reconciliation.worker,
        CrawlPortal: crawling.crawlPortal,
        FetchPage: crawling.fetchPage,
        ReadApi: reading.worker,
      },
      apis: { ReadApi: reading.api },
      walkDeadLetters: crawling.walkDeadLetters,
      stage,
    })

    const readers = new ReaderPolicy(this, 'Readers', { tables, bucket })

    const output = (name: string, value: string) => new CfnOutput(this, name, { value })
    output('BucketName', bucket.bucketName)
    output('DocumentsTable', tables.documents.tableName)
    output('RunsTable', tables.runs.tableName)
    output('ReportsTable', tables.reports.tableName)
    output('IndicatorsTable', tables.indicators.tableName)
    output('FormerIndicatorsTable', tables.formerIndicators.tableName)
    output('SightingsTable', tables.sightings.tableName)
    output('IntakeQueueUrl', intake.queue.queue.queueUrl)
    output('IntakeDeadLetterUrl', intake.queue.deadLetters.queueUrl)
    output('IndicatorQueueUrl', writing.queue.queue.queueUrl)
    output('IndicatorDeadLetterUrl', writing.queue.deadLetters.queueUrl)
    output('ReprocessQueueUrl', reprocessing.requests.queue.queueUrl)
    output('ReprocessDeadLetterUrl', reprocessing.requests.deadLetters.queueUrl)
    output('ReprocessedQueueUrl', reprocessing.indicators.queue.queueUrl)
    output('ReprocessedDeadLetterUrl', reprocessing.indicators.deadLetters.queueUrl)
    output('ParserVersion', String(PARSER_VERSION))
    output('ReaderPolicyArn', readers.policy.managedPolicyArn)
    output('ApiEndpoint', reading.api.apiEndpoint)
    output('AlarmTopicArn', topic.topicArn)
    output('CoverageTable', tables.coverage.tableName)
    output('HostsTable', tables.hosts.tableName)
    output('PageQueueUrl', crawling.pages.queue.queueUrl)
    output('PageDeadLetterUrl', crawling.pages.deadLetters.queueUrl)
    output('CrawlPortalFunction', crawling.crawlPortal.function.functionName)
  }
}
