import { Duration } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { CfnSchedule, type CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler'
import { Construct } from 'constructs'
import { CANARY_ID } from '../shared/report/canary.ts'
import { CANARY_KEY } from '../shared/store/object-keys.ts'
import type { BucketRef } from './report-bucket.ts'
import { scheduleRole } from './schedule-role.ts'
import type { TableRef, Tables } from './tables.ts'
import { Worker } from './worker.ts'

const RATE = 'rate(1 day)'
/** Seconds are enough when nothing else waits, and five attempts at a message take five minutes. */
const TIMEOUT = Duration.minutes(10)
const MEMORY_MEGABYTES = 256

export interface CanaryProps {
  readonly bucket: BucketRef
  readonly tables: Tables
  readonly schedules: CfnScheduleGroup
  readonly stage: string
}

/** Once a day: a report whose figures are known goes the way of all reports. Its function may touch no other document. */
export class Canary extends Construct {
  readonly worker: Worker

  constructor(scope: Construct, id: string, { bucket, tables, schedules, stage }: CanaryProps) {
    super(scope, id)
    this.worker = new Worker(this, 'Canary', {
      name: 'canary',
      description: 'Sends a report whose figures are known through the pipeline.',
      timeout: TIMEOUT,
      memoryMegabytes: MEMORY_MEGABYTES,
      stage,
      environment: {
        BUCKET_NAME: bucket.bucketName,
        DOCUMENTS_TABLE: tables.documents.tableName,
        RUNS_TABLE: tables.runs.tableName,
        INDICATORS_TABLE: tables.indicators.tableName,
        SIGHTINGS_TABLE: tables.sightings.tableName,
      },
    })
    const { function: canary } = this.worker
    const allowOn = (table: TableRef, actions: string[], key: string) =>
      canary.addToRolePolicy(
        new PolicyStatement({
          actions,
          resources: [table.tableArn],
          conditions: { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': [key] } },
        }),
      )
    this.worker.allow(['s3:PutObject'], bucket.arnForObjects(CANARY_KEY))
    allowOn(tables.documents, ['dynamodb:GetItem', 'dynamodb:DeleteItem'], CANARY_ID)
    allowOn(tables.runs, ['dynamodb:Query', 'dynamodb:DeleteItem'], CANARY_ID)
    allowOn(tables.indicators, ['dynamodb:Query', 'dynamodb:DeleteItem'], CANARY_ID)
    allowOn(tables.sightings, ['dynamodb:DeleteItem'], CANARY_KEY)

    const role = scheduleRole(this, 'ScheduleRole')
    role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [canary.functionArn] }))
    new CfnSchedule(this, 'Schedule', {
      description: 'Tries the pipeline.',
      groupName: schedules.ref,
      scheduleExpression: RATE,
      flexibleTimeWindow: { mode: 'OFF' },
      // A second canary beside the first would take its rows away.
      target: { arn: canary.functionArn, roleArn: role.roleArn, retryPolicy: { maximumRetryAttempts: 0 } },
    }).node.addDependency(role)
  }
}
