import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { batchGet } from './batch-get.ts'
import { documentRuns } from './document-row.ts'
import { type OnUnreadable, readRows } from './read-rows.ts'

export interface ShownRun {
  readonly run: number
  /** ISO time since which the document shows it, or later. */
  readonly updatedAt: string
}

/** Of the given documents, those that are COMPLETE, each with the run that it shows. */
export async function shownRuns(
  client: DynamoDBDocumentClient,
  table: string,
  documentIds: ReadonlySet<string>,
  onUnreadable: OnUnreadable,
): Promise<Map<string, ShownRun>> {
  const items = await batchGet(client, table, documentIds, Object.keys(documentRuns.schema.entries))
  const complete = readRows(documentRuns, items, onUnreadable).filter(({ status }) => status === 'COMPLETE')
  return new Map(complete.map(({ documentId, run, updatedAt }) => [documentId, { run, updatedAt }]))
}
