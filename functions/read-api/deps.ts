import { makeBucketClient } from '../../shared/aws/clients.ts'
import { makeObserved } from '../../shared/aws/observed.ts'
import { makeTableClient } from '../../shared/aws/table-client.ts'
import { TableSource } from '../../shared/readers/table-source.ts'
import { ExportFiles } from '../../shared/store/export-files.ts'
import { logUnreadable } from '../../shared/store/log-unreadable.ts'
import { presignedAddress } from '../../shared/store/presigned-address.ts'
import { ReaderTables } from '../../shared/store/reader-tables.ts'
import { ReceivedFiles } from '../../shared/store/received-files.ts'
import { ReportBucket } from '../../shared/store/report-bucket.ts'
import { ResultReader } from '../../shared/store/result-reader.ts'
import { SightingStore } from '../../shared/store/sighting-store.ts'
import type { Config } from './config.ts'
import type { Deps } from './handler.ts'
import { readPageFile } from './page-file.ts'

export function makeDeps({ bucketName, tables, servesPage, stage }: Config): Deps {
  const client = makeTableClient()
  const observed = makeObserved('read-api', stage)
  const s3 = makeBucketClient()
  const bucket = new ReportBucket(s3, bucketName)
  const sightings = new SightingStore(client, tables.sightings, logUnreadable(observed.logger))
  const received = new ReceivedFiles(s3, bucketName, sightings)
  const source = new TableSource({
    tables: new ReaderTables(client, tables, logUnreadable(observed.logger)),
    results: new ResultReader(client, tables),
    sightings,
    bucket,
    files: new ExportFiles(s3, bucketName),
  })
  // An answer of Lambda has 6 MB at most, of which a file has more.
  const fileOf: Deps['fileOf'] = async (documentId, headers) => {
    const ref = await received.locate(documentId)
    return ref === null ? null : { address: await presignedAddress(s3, bucketName, ref, headers) }
  }
  return { ...observed, source, fileOf, page: servesPage ? readPageFile() : null }
}
