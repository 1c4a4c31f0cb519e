import { Duration } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { CfnSchedule, type CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler'
import { Construct } from 'constructs'
import { RECONCILE_CURSOR_KEY } from '../shared/store/object-keys.ts'
import { BY_DOCUMENT, BY_STATUS } from '../shared/store/tables.ts'
import type { DeadLetteredQueue } from './dead-lettered-queue.ts'
import type { BucketRef } from './report-bucket.ts'
import { scheduleRole } from './schedule-role.ts'
import type { Tables } from './tables.ts'
import { Worker } from './worker.ts'

const RATE = 'rate(1 hour)'

/** The longest that Lambda allows: 100,000 objects are looked up, and what runs left is removed. */
const TIMEOUT = Duration.minutes(15)

/** Gives one whole vCPU, which the lookups keep busy. */
const MEMORY_MEGABYTES = 1769

export interface ReconciliationProps {
  readonly bucket: BucketRef
  readonly tables: Tables
  readonly intake: DeadLetteredQueue
  readonly indicatorQueue: DeadLetteredQueue
  readonly schedules: CfnScheduleGroup
  readonly stage: string
}

/** Every hour: objects that are in no table, and documents and runs that stalled, are sent to the intake again. */
export class Reconciliation extends Construct {
  readonly worker: Worker

  constructor(scope: Construct, id: string, props: ReconciliationProps) {
    const { bucket, tables, intake, indicatorQueue, schedules, stage } = props
    super(scope, id)
    this.worker = new Worker(this, 'Reconcile', {
      name: 'reconcile',
      description:
        'Sends objects that never arrived and documents that stalled to the intake again, and removes what runs left.',
      timeout: TIMEOUT,
      memoryMegabytes: MEMORY_MEGABYTES,
      stage,
      environment: {
        BUCKET_NAME: bucket.bucketName,
        DOCUMENTS_TABLE: tables.documents.tableName,
        RUNS_TABLE: tables.runs.tableName,
        REPORTS_TABLE: tables.reports.tableName,
        INDICATORS_TABLE: tables.indicators.tableName,
        SIGHTINGS_TABLE: tables.sightings.tableName,
        INTAKE_QUEUE_URL: intake.queue.queueUrl,
        INDICATOR_QUEUE_URL: indicatorQueue.queue.queueUrl,
      },
    })
    const { function: reconcile } = this.worker
    this.worker.allow(['s3:ListBucket'], bucket.bucketArn)
    this.worker.allow(['s3:GetObject', 's3:PutObject'], bucket.arnForObjects(RECONCILE_CURSOR_KEY))
    this.worker.allow(
      ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
      tables.documents.tableArn,
    )
    this.worker.allow(['dynamodb:Query'], `${tables.documents.tableArn}/index/${BY_STATUS}`)
    this.worker.allow(['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'], tables.reports.tableArn)
    this.worker.allow(
      ['dynamodb:Scan', 'dynamodb:Query', 'dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'],
      tables.runs.tableArn,
    )
    this.worker.allow(['dynamodb:Query', 'dynamodb:DeleteItem'], tables.indicators.tableArn)
    this.worker.allow(['dynamodb:Query', 'dynamodb:PutItem'], tables.sightings.tableArn)
    this.worker.allow(['dynamodb:Query'], `${tables.sightings.tableArn}/index/${BY_DOCUMENT}`)
    this.worker.allow(['sqs:SendMessage', 'sqs:GetQueueAttributes'], intake.queue.queueArn)
    this.worker.allow(['sqs:GetQueueAttributes'], indicatorQueue.queue.queueArn)

    const role = scheduleRole(this, 'ScheduleRole')
    const invoke = new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [reconcile.functionArn] })
    role.addToPolicy(invoke)
    // CloudFormation cannot move a schedule into a group. Version 0.1 has one in none, named `Schedule`, which this takes the place of.
    new CfnSchedule(this, 'HourlySchedule', {
      description: 'Reconciles the bucket with the tables.',
      groupName: schedules.ref,
      scheduleExpression: RATE,
      flexibleTimeWindow: { mode: 'OFF' },
      // The next run does what a failed run did not do.
      target: { arn: reconcile.functionArn, roleArn: role.roleArn, retryPolicy: { maximumRetryAttempts: 0 } },
    }).node.addDependency(role)
  }
}
