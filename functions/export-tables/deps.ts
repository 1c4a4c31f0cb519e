import { tmpdir } from 'node:os'
import { makeBucketClient } from '../../shared/aws/clients.ts'
import { makeObserved } from '../../shared/aws/observed.ts'
import { makeTableClient } from '../../shared/aws/table-client.ts'
import { ExportBucket } from '../../shared/store/export-bucket.ts'
import { ExportFiles } from '../../shared/store/export-files.ts'
import { logUnreadable } from '../../shared/store/log-unreadable.ts'
import { ReaderTables } from '../../shared/store/reader-tables.ts'
import { ReportBucket } from '../../shared/store/report-bucket.ts'
import { ResultReader } from '../../shared/store/result-reader.ts'
import type { Config } from './config.ts'
import type { Deps } from './handler.ts'

export function makeDeps({ bucketName, tables, stage }: Config): Deps {
  const client = makeTableClient()
  const s3 = makeBucketClient()
  const observed = makeObserved('export-tables', stage)
  return {
    ...observed,
    sources: {
      tables: new ReaderTables(client, tables, logUnreadable(observed.logger)),
      results: new ResultReader(client, tables),
      bucket: new ReportBucket(s3, bucketName),
    },
    files: new ExportFiles(s3, bucketName),
    exports: new ExportBucket(s3, bucketName),
    folder: tmpdir(),
    now: () => new Date(),
  }
}
