import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { GetObjectCommand, ListBucketsCommand, ListObjectsV2Command } from '@aws-sdk/client-s3'
import { paginateScan } from '@aws-sdk/lib-dynamodb'
import { createClients } from '../../../infra/local/clients.ts'
import { openFrontDoor } from '../../../infra/local/front-door.ts'
import { startServers } from '../../../infra/local/servers.ts'
import { tableClientOver } from '../../../shared/aws/table-client.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

const DATA = join(import.meta.dirname, 'data.tar.gz')

/**
 * A data folder as version 0.1 left it: the reports of 青石镇, of 花都区 and of one without a year, a menu that was refused, and the
 * report of 白塔镇, whose figures still wait in their queue.
 */
export async function formerDataFolder(): Promise<string> {
  const folder = await temporaryFolder()
  await promisify(execFile)('tar', ['-xzf', DATA, '-C', folder])
  return folder
}

/** What is in that folder, as it was stored. */
export async function formerData() {
  await using cleanup = new AsyncDisposableStack()
  const servers = await startServers(await formerDataFolder())
  cleanup.defer(() => servers.close())
  const door = await openFrontDoor(0, servers)
  cleanup.defer(() => door.close())
  const { s3, sqs, dynamodb } = createClients(door.endpoint, 'test')
  cleanup.defer(() => {
    for (const client of [s3, sqs, dynamodb]) client.destroy()
  })

  const rowsOf = async (TableName: string) => {
    const rows: Record<string, unknown>[] = []
    for await (const { Items = [] } of paginateScan({ client: tableClientOver(dynamodb) }, { TableName }))
      rows.push(...Items)
    return rows
  }
  const { Buckets = [] } = await s3.send(new ListBucketsCommand({}))
  const Bucket = Buckets[0]!.Name
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket }))
  const objects = await Promise.all(
    Contents.map(async ({ Key }) => {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }))
      return { key: Key!, body: Buffer.from(await Body!.transformToByteArray()) }
    }),
  )
  return {
    documents: await rowsOf('TablesDocumentsC1C1B0DC'),
    figures: await rowsOf('TablesIndicators2627013A'),
    sightings: await rowsOf('TablesSightings2416C967'),
    objects,
  }
}
