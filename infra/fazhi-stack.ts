import { CfnOutput, Stack, type StackProps, Tags } from 'aws-cdk-lib'
import { CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler'
import type { Construct } from 'constructs'
import { PARSER_VERSION } from '../shared/report/parser-version.ts'
import { Canary } from './canary.ts'
import { Crawling } from './crawling.ts'
import { Dispatching } from './dispatching.ts'
import { Encryption } from './encryption.ts'
import { ExportCatalogue } from './export-catalogue.ts'
import { Exporting } from './exporting.ts'
import { Intake } from './intake.ts'
import { Monitoring } from './monitoring.ts'
import { PARSE_TIMEOUT, Parsing } from './parsing.ts'
import { ReadApi } from './read-api.ts'
import { ReaderPolicy } from './reader-policy.ts'
import { Reconciliation } from './reconciliation.ts'
import { ReportBucket } from './report-bucket.ts'
import { Reprocessing } from './reprocessing.ts'
import { outputOf, type Settings } from './settings.ts'
import { indexesOf, TABLE_NAMES, Tables } from './tables.ts'
import { Writing } from './writing.ts'

/** Of the stage that readers use. Others may come and go. */
const PROTECTED_STAGE = 'prod'

export interface FazhiStackProps extends StackProps, Settings {}

/** The whole pipeline. CloudFormation names every resource, so one account can have any number of stages. */
export class FazhiStack extends Stack {
  constructor(scope: Construct, id: string, props: FazhiStackProps) {
    const { stage, docs, access, corsOrigins, existingTables, existingBucket, encryption, indexStep, ...stackProps } =
      props
    super(scope, id, {
      description: 'Fazhi: annual rule-of-law reports as open, comparable data.',
      terminationProtection: stage === PROTECTED_STAGE,
      ...stackProps,
    })
    Tags.of(this).add('project', 'fazhi')
    Tags.of(this).add('stage', stage)

    const key = encryption.kind === 'kms' ? new Encryption(this, 'Encryption', encryption.keyArn).key : null
    const { bucket } = new ReportBucket(this, 'Reports', existingBucket)
    const tables = new Tables(this, 'Tables', existingTables, indexStep)
    const schedules = new CfnScheduleGroup(this, 'Schedules', {})
    const intake = new Intake(this, 'Intake', { bucket, functionTimeout: PARSE_TIMEOUT })
    const writing = new Writing(this, 'Writing', { tables, stage })
    const indicatorQueue = writing.queue
    const parsing = new Parsing(this, 'Parsing', { bucket, tables, intake: intake.queue, indicatorQueue, stage })
    const reconciliation = new Reconciliation(this, 'Reconciliation', {
      bucket,
      tables,
      intake: intake.queue,
      indicatorQueue,
      schedules,
      stage,
    })
    const reprocessing = new Reprocessing(this, 'Reprocessing', { tables, parsing, writing, reconciliation })
    const crawling = new Crawling(this, 'Crawling', { bucket, tables, stage })
    const { walks } = crawling
    const dispatching = new Dispatching(this, 'Dispatching', { bucket, tables, walks, schedules, stage })
    const canary = new Canary(this, 'Canary', { bucket, tables, schedules, stage })
    const exporting = new Exporting(this, 'Exporting', { bucket, tables, schedules, stage })
    const { database } = new ExportCatalogue(this, 'ExportCatalogue', { bucket })
    const reading = new ReadApi(this, 'Reading', { bucket, tables, access, corsOrigins, stage })
    const { topic } = new Monitoring(this, 'Monitoring', {
      queues: {
        Intake: intake.queue,
        Indicators: writing.queue,
        Reprocess: reprocessing.requests,
        Reprocessed: reprocessing.indicators,
        Walks: walks,
        Pages: crawling.pages,
      },
      workers: {
        ParseReport: parsing.worker,
        WriteIndicators: writing.worker,
        Reconcile: reconciliation.worker,
        DispatchWalks: dispatching.worker,
        CrawlPortal: crawling.crawlPortal,
        FetchPage: crawling.fetchPage,
        ReadApi: reading.worker,
        Canary: canary.worker,
        ExportTables: exporting.worker,
      },
      tables: Object.fromEntries(
        TABLE_NAMES.map((name) => [outputOf(name), { table: tables[name], indexes: indexesOf(name) }]),
      ),
      apis: { ReadApi: reading.api },
      rules: { Intake: intake.rule },
      schedules,
      stage,
      docs,
    })

    const readers = new ReaderPolicy(this, 'Readers', { tables, bucket })

    const output = (name: string, value: string) => new CfnOutput(this, name, { value })
    output('BucketName', bucket.bucketName)
    if (key !== null) output('KeyArn', key.keyArn)
    for (const name of TABLE_NAMES) output(outputOf(name), tables[name].tableName)
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
    output('WalkQueueUrl', walks.queue.queueUrl)
    output('WalkDeadLetterUrl', walks.deadLetters.queueUrl)
    output('PageQueueUrl', crawling.pages.queue.queueUrl)
    output('PageDeadLetterUrl', crawling.pages.deadLetters.queueUrl)
    output('GlueDatabase', database.ref)
    output('CanaryFunction', canary.worker.function.functionName)
  }
}
