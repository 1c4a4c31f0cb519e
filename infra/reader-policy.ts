import { Stack, Validations } from 'aws-cdk-lib'
import type { Table } from 'aws-cdk-lib/aws-dynamodb'
import { ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import {
  BY_CODE,
  BY_DOCUMENT,
  BY_REGION_YEAR,
  BY_STATUS,
  BY_YEAR,
  BY_YEAR_CHANGE,
  BY_YEAR_MISSING,
  BY_YEAR_PUBLISHER,
} from '../shared/store/tables.ts'
import type { Tables } from './tables.ts'

/** Folders of the bucket that are for readers: canonical texts, and files of exports. */
const FOLDERS = ['text/', 'exports/']

export interface ReaderPolicyProps {
  readonly tables: Tables
  readonly bucket: Bucket
}

/** What whoever reads may do, and nothing else: attach it to a role of a reader. Nobody may scan a table with it. */
export class ReaderPolicy extends Construct {
  readonly policy: ManagedPolicy

  constructor(scope: Construct, id: string, { tables, bucket }: ReaderPolicyProps) {
    super(scope, id)
    const read: readonly (readonly [Table, readonly string[]])[] = [
      [tables.documents, [BY_YEAR_PUBLISHER, BY_REGION_YEAR, BY_STATUS]],
      [tables.reports, [BY_YEAR_CHANGE]],
      [tables.indicators, [BY_CODE]],
      [tables.formerIndicators, []],
      [tables.sightings, [BY_DOCUMENT]],
      [tables.coverage, [BY_YEAR, BY_YEAR_MISSING]],
    ]
    this.policy = new ManagedPolicy(this, 'Reader', {
      description: 'Reads the tables of Fazhi by key and index, its texts and its exports.',
      statements: [
        new PolicyStatement({
          actions: ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'],
          resources: read.flatMap(([{ tableArn }, indexes]) => [
            tableArn,
            ...indexes.map((index) => `${tableArn}/index/${index}`),
          ]),
        }),
        new PolicyStatement({
          actions: ['s3:GetObject'],
          resources: FOLDERS.map((folder) => bucket.arnForObjects(`${folder}*`)),
        }),
      ],
    })
    const bucketId = Stack.of(bucket).getLogicalId(bucket.node.defaultChild as CfnBucket)
    for (const folder of FOLDERS)
      Validations.of(this.policy).acknowledge({
        id: `AwsSolutions-IAM5[Resource::<${bucketId}.Arn>/${folder}*]`,
        reason: `The names of objects under ${folder} are not known when the policy is written.`,
      })
  }
}
