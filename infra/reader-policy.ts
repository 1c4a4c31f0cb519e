import { Validations } from 'aws-cdk-lib'
import { ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { Construct } from 'constructs'
import {
  BY_CODE,
  BY_DOCUMENT,
  BY_STATUS,
  BY_YEAR,
  BY_YEAR_CHANGE,
  BY_YEAR_MISSING,
  BY_YEAR_PUBLISHER,
} from '../shared/store/tables.ts'
import { folderFindingOf } from './prefix-access.ts'
import type { BucketRef } from './report-bucket.ts'
import type { TableRef, Tables } from './tables.ts'

/** Folders of the bucket that are for readers: canonical texts, and files of exports. */
const FOLDERS = ['text/', 'exports/']

export interface ReaderPolicyProps {
  readonly tables: Tables
  readonly bucket: BucketRef
}

/** What whoever reads may do, and nothing else: attach it to a role of a reader. Nobody may scan a table with it. */
export class ReaderPolicy extends Construct {
  readonly policy: ManagedPolicy

  constructor(scope: Construct, id: string, { tables, bucket }: ReaderPolicyProps) {
    super(scope, id)
    const read: readonly (readonly [TableRef, readonly string[]])[] = [
      [tables.documents, [BY_YEAR_PUBLISHER, BY_STATUS]],
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
    for (const folder of FOLDERS)
      Validations.of(this.policy).acknowledge({
        id: folderFindingOf(folder, bucket),
        reason: `The names of objects under ${folder} are not known when the policy is written.`,
      })
  }
}
