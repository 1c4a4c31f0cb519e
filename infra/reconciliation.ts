import { Duration, Stack } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler'
import { Construct } from 'constructs'
import { RECONCILE_CURSOR_KEY } from '../shared/store/object-keys.ts'
import { BY_DOCUMENT, BY_STATUS } from '../shared/store/tables.ts'
import type { DeadLetteredQueue } from './dead-lettered-queue.ts'
import type { Tables } from './tables.ts'
import { Worker } from './worker.ts'

const RATE = 'rate(1 hour)'
const TIMEOUT = Duration.minutes(5)
const MEMORY_MEGABYTES = 512

export interface ReconciliationProps {
  readonly bucket: Bucket
  readonly tables: Tables
  readonly intake: DeadLetteredQueue
  readonly stage: string
}

/** Every hour: what is in the bucket and in no table, or stands still, goes through the intake again. */
export class Reconciliation extends Construct {
  readonly worker: Worker

  constructor(scope: Construct, id: string, { bucket, tables, intake, stage }: ReconciliationProps) {
    super(scope, id)
    this.worker = new Worker(this, 'Reconcile', {
      name: 'reconcile',
      description: 'Sends through the intake again what never arrived or stalled.',
      timeout: TIMEOUT,
      memoryMegabytes: MEMORY_MEGABYTES,
      stage,
      environment: {
        BUCKET_NAME: bucket.bucketName,
        DOCUMENTS_TABLE: tables.documents.tableName,
        SIGHTINGS_TABLE: tables.sightings.tableName,
        INTAKE_QUEUE_URL: intake.queue.queueUrl,
      },
    })
    const { function: reconcile } = this.worker
    const allow = (actions: string[], resources: string[]) =>
      reconcile.addToRolePolicy(new PolicyStatement({ actions, resources }))
    allow(['s3:ListBucket'], [bucket.bucketArn])
    allow(['s3:GetObject', 's3:PutObject'], [bucket.arnForObjects(RECONCILE_CURSOR_KEY)])
    allow(['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'], [tables.documents.tableArn])
    allow(['dynamodb:Query'], [`${tables.documents.tableArn}/index/${BY_STATUS}`])
    allow(['dynamodb:Query', 'dynamodb:PutItem'], [tables.sightings.tableArn])
    allow(['dynamodb:Query'], [`${tables.sightings.tableArn}/index/${BY_DOCUMENT}`])
    allow(['sqs:SendMessage'], [intake.queue.queueArn])

    // The construct for schedules would let its role invoke every version of the function, now and to come.
    const role = new Role(this, 'ScheduleRole', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    })
    const invoke = new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [reconcile.functionArn] })
    role.addToPolicy(invoke)
    new CfnSchedule(this, 'Schedule', {
      description: 'Reconciles the bucket with the tables.',
      scheduleExpression: RATE,
      flexibleTimeWindow: { mode: 'OFF' },
      // The next run does what a failed one did not.
      target: { arn: reconcile.functionArn, roleArn: role.roleArn, retryPolicy: { maximumRetryAttempts: 0 } },
    }).node.addDependency(role)
  }
}
