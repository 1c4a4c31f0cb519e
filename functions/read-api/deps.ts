import { makeBucketClient, makeTableClient } from '../../shared/aws/clients.ts'
import { makeObserved } from '../../shared/aws/observed.ts'
import { TableSource } from '../../shared/readers/table-source.ts'
import { logUnreadable } from '../../shared/store/log-unreadable.ts'
import { ReaderTables } from '../../shared/store/reader-tables.ts'
import { ReportBucket } from '../../shared/store/report-bucket.ts'
import { ResultReader } from '../../shared/store/result-reader.ts'
import type { Config } from './config.ts'
import type { Deps } from './handler.ts'

export function makeDeps({ bucketName, tables, stage }: Config): Deps {
  const client = makeTableClient()
  const observed = makeObserved('read-api', stage)
  const source = new TableSource({
    tables: new ReaderTables(client, tables, logUnreadable(observed.logger)),
    results: new ResultReader(client, tables),
    bucket: new ReportBucket(makeBucketClient(), bucketName),
  })
  return { ...observed, source }
}
