import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb'
import { S3Client } from '@aws-sdk/client-s3'
import * as v from 'valibot'
import { tableClientOver } from '../aws/table-client.ts'
import type { Source } from '../readers/source.ts'
import { TableSource } from '../readers/table-source.ts'
import { ExportFiles } from '../store/export-files.ts'
import { type OnUnreadable, refuseUnreadable } from '../store/read-rows.ts'
import { ReaderTables } from '../store/reader-tables.ts'
import { ReportBucket } from '../store/report-bucket.ts'
import { ResultReader } from '../store/result-reader.ts'
import { SightingStore } from '../store/sighting-store.ts'

const readerOutputs = v.object({
  BucketName: v.string(),
  DocumentsTable: v.string(),
  ReportsTable: v.string(),
  IndicatorsTable: v.string(),
  FormerIndicatorsTable: v.string(),
  SightingsTable: v.string(),
  CoverageTable: v.string(),
})

export interface TableOptions extends Pick<DynamoDBClientConfig, 'region' | 'endpoint' | 'credentials'> {
  /** Outputs of the stack by their keys: `BucketName`, `DocumentsTable` and so on; others may be among them. */
  readonly outputs: Readonly<Record<string, string>>
  /** Hears of each row that a list leaves out because it cannot be read; by default it ends the list. */
  readonly onUnreadable?: OnUnreadable
}

/** Answers of the tables and the bucket that a stack's outputs name. Region and credentials come from the environment if absent. */
export function tableSourceOf({ outputs, onUnreadable = refuseUnreadable, ...config }: TableOptions): Source {
  const names = v.parse(readerOutputs, outputs)
  const client = tableClientOver(new DynamoDBClient(config))
  const { DocumentsTable: documents, ReportsTable: reports, IndicatorsTable: indicators } = names
  // Hosts of their own for each bucket exist in AWS only.
  const s3 = new S3Client({ ...config, forcePathStyle: config.endpoint !== undefined })
  return new TableSource({
    tables: new ReaderTables(client, { documents, reports, indicators, coverage: names.CoverageTable }, onUnreadable),
    results: new ResultReader(client, { documents, indicators, formerIndicators: names.FormerIndicatorsTable }),
    sightings: new SightingStore(client, names.SightingsTable, onUnreadable),
    bucket: new ReportBucket(s3, names.BucketName),
    files: new ExportFiles(s3, names.BucketName),
  })
}
