import { Duration } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { CfnSchedule, type CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler'
import { Construct } from 'constructs'
import { EXPORTS_PREFIX, TEXT_PREFIX } from '../shared/store/object-keys.ts'
import { BY_YEAR, BY_YEAR_PUBLISHER } from '../shared/store/tables.ts'
import { allowUnder } from './prefix-access.ts'
import type { BucketRef } from './report-bucket.ts'
import { scheduleRole } from './schedule-role.ts'
import type { Tables } from './tables.ts'
import { Worker } from './worker.ts'

const RATE = 'rate(1 hour)'

/** The longest that Lambda allows: a year has tens of thousands of reports, each with its figures and its text. */
const TIMEOUT = Duration.minutes(15)

/** Gives one whole vCPU, which encodes and compresses. Memory holds some dozen reports and a group of rows. */
const MEMORY_MEGABYTES = 1769

export interface ExportingProps {
  readonly bucket: BucketRef
  readonly tables: Tables
  readonly schedules: CfnScheduleGroup
  readonly stage: string
}

/** Every hour: the tables of one year that changed are written into `exports/` as Parquet. */
export class Exporting extends Construct {
  readonly worker: Worker

  constructor(scope: Construct, id: string, { bucket, tables, schedules, stage }: ExportingProps) {
    super(scope, id)
    const { documents, reports, indicators, formerIndicators, coverage } = tables
    this.worker = new Worker(this, 'ExportTables', {
      name: 'export-tables',
      description: 'Writes the tables of a year that changed into files for readers.',
      timeout: TIMEOUT,
      memoryMegabytes: MEMORY_MEGABYTES,
      stage,
      environment: {
        BUCKET_NAME: bucket.bucketName,
        DOCUMENTS_TABLE: documents.tableName,
        REPORTS_TABLE: reports.tableName,
        INDICATORS_TABLE: indicators.tableName,
        FORMER_INDICATORS_TABLE: formerIndicators.tableName,
        COVERAGE_TABLE: coverage.tableName,
      },
    })
    const { function: exportTables } = this.worker
    this.worker.allow(['dynamodb:GetItem', 'dynamodb:BatchGetItem'], documents.tableArn)
    this.worker.allow(['dynamodb:Query'], `${documents.tableArn}/index/${BY_YEAR_PUBLISHER}`)
    this.worker.allow(['dynamodb:BatchGetItem'], reports.tableArn)
    this.worker.allow(['dynamodb:Query'], indicators.tableArn)
    this.worker.allow(['dynamodb:Query'], formerIndicators.tableArn)
    this.worker.allow(['dynamodb:Query'], `${coverage.tableArn}/index/${BY_YEAR}`)
    allowUnder(TEXT_PREFIX, bucket, ['s3:GetObject'], exportTables)
    allowUnder(EXPORTS_PREFIX, bucket, ['s3:GetObject', 's3:PutObject', 's3:AbortMultipartUpload'], exportTables)
    // Without this permission S3 answers for a manifest or a text that is not there with AccessDenied.
    this.worker.allow(['s3:ListBucket'], bucket.bucketArn)

    const role = scheduleRole(this, 'ScheduleRole')
    role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [exportTables.functionArn] }))
    new CfnSchedule(this, 'Schedule', {
      description: 'Writes exports.',
      groupName: schedules.ref,
      scheduleExpression: RATE,
      flexibleTimeWindow: { mode: 'OFF' },
      // The next run does what a failed run did not do.
      target: { arn: exportTables.functionArn, roleArn: role.roleArn, retryPolicy: { maximumRetryAttempts: 0 } },
    }).node.addDependency(role)
  }
}
