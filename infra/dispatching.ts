import { Duration } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { CfnSchedule, type CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler'
import { Construct } from 'constructs'
import { TICK_MINUTES } from '../shared/crawl/schedule.ts'
import { DISPATCH_OWNER } from '../shared/store/coverage-key.ts'
import { LAST_GOOD_PORTALS_KEY, PORTALS_KEY } from '../shared/store/object-keys.ts'
import type { DeadLetteredQueue } from './dead-lettered-queue.ts'
import type { BucketRef } from './report-bucket.ts'
import { scheduleRole } from './schedule-role.ts'
import type { Tables } from './tables.ts'
import { Worker } from './worker.ts'

/** Shorter than from tick to tick. Three thousand walks that are due at once are sent in seconds. */
const TIMEOUT = Duration.minutes(4)
/** For the check of some thousand entries and the places of China. */
const MEMORY_MEGABYTES = 1024

export interface DispatchingProps {
  readonly bucket: BucketRef
  readonly tables: Tables
  readonly walks: DeadLetteredQueue
  readonly schedules: CfnScheduleGroup
  readonly stage: string
}

/** Every few minutes: the walks that are due by the portals file in the bucket are sent to the queue of walks. */
export class Dispatching extends Construct {
  readonly worker: Worker

  constructor(scope: Construct, id: string, { bucket, tables, walks, schedules, stage }: DispatchingProps) {
    super(scope, id)
    this.worker = new Worker(this, 'DispatchWalks', {
      name: 'dispatch-walks',
      description: 'Sends the walks of portals that are due to the queue of walks.',
      timeout: TIMEOUT,
      memoryMegabytes: MEMORY_MEGABYTES,
      stage,
      environment: {
        BUCKET_NAME: bucket.bucketName,
        COVERAGE_TABLE: tables.coverage.tableName,
        WALK_QUEUE_URL: walks.queue.queueUrl,
      },
    })
    const { function: dispatch } = this.worker
    this.worker.allow(['s3:ListBucket'], bucket.bucketArn)
    this.worker.allow(['s3:GetObject'], bucket.arnForObjects(PORTALS_KEY))
    this.worker.allow(['s3:GetObject', 's3:PutObject'], bucket.arnForObjects(LAST_GOOD_PORTALS_KEY))
    this.worker.allow(['dynamodb:BatchGetItem'], tables.coverage.tableArn)
    dispatch.addToRolePolicy(
      new PolicyStatement({
        actions: ['dynamodb:Query', 'dynamodb:PutItem'],
        resources: [tables.coverage.tableArn],
        conditions: { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': [DISPATCH_OWNER] } },
      }),
    )
    this.worker.allow(['sqs:SendMessage'], walks.queue.queueArn)

    const role = scheduleRole(this, 'ScheduleRole')
    role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [dispatch.functionArn] }))
    new CfnSchedule(this, 'Schedule', {
      description: 'Looks for walks of portals that are due.',
      groupName: schedules.ref,
      scheduleExpression: `rate(${TICK_MINUTES} minutes)`,
      flexibleTimeWindow: { mode: 'OFF' },
      // The next run does what a failed run did not do.
      target: { arn: dispatch.functionArn, roleArn: role.roleArn, retryPolicy: { maximumRetryAttempts: 0 } },
    }).node.addDependency(role)
  }
}
