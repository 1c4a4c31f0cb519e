import { type DynamoDBDocumentClient, paginateQuery, QueryCommand } from '@aws-sdk/lib-dynamodb'
import * as v from 'valibot'
import type { PublisherRow } from '../crawl/ledger/rows.ts'
import { isoTime, listOf } from '../report/attributes.ts'
import { projectionOf } from './batch-get.ts'
import { coverageRows } from './coverage-key.ts'
import { type OnUnreadable, readRows } from './read-rows.ts'
import { reportRows } from './report-row.ts'
import { request } from './request.ts'
import { BY_YEAR_CHANGE, BY_YEAR_MISSING } from './tables.ts'

const changedReport = v.pipe(v.object({ publisherId: v.string(), year: v.number(), changedAt: isoTime }), v.readonly())
const codedReport = v.pipe(v.object({ codes: v.optional(listOf(v.string()), []) }), v.readonly())

/** A report, with the time at which readers came to read another text of it, or none any more. */
export type ChangedReport = v.InferOutput<typeof changedReport>

/** Reports of a year by when they changed, through sparse indexes: of a year, so that no partition takes every write. */
export class ReportChanges {
  readonly #client: DynamoDBDocumentClient
  readonly #tables: { readonly reports: string; readonly coverage: string }
  readonly #onUnreadable: OnUnreadable

  constructor(
    client: DynamoDBDocumentClient,
    tables: { readonly reports: string; readonly coverage: string },
    onUnreadable: OnUnreadable,
  ) {
    this.#client = client
    this.#tables = tables
    this.#onUnreadable = onUnreadable
  }

  /** The reports on a year that changed last, the newest change first. */
  async newest(year: number, limit: number): Promise<ChangedReport[]> {
    const query = new QueryCommand({
      TableName: this.#tables.reports,
      IndexName: BY_YEAR_CHANGE,
      KeyConditionExpression: '#year = :year',
      ExpressionAttributeNames: { '#year': 'year' },
      ExpressionAttributeValues: { ':year': year },
      ScanIndexForward: false,
      Limit: limit,
    })
    const { Items = [] } = await request(`list changes of ${year}`, this.#client.send(query))
    return readRows({ ...reportRows, schema: changedReport }, Items, this.#onUnreadable)
  }

  /** The reports on a year that were last found to be missing, the newest first. */
  async missing(year: number, limit: number): Promise<PublisherRow[]> {
    const query = new QueryCommand({
      TableName: this.#tables.coverage,
      IndexName: BY_YEAR_MISSING,
      KeyConditionExpression: 'publisherYear = :year',
      ExpressionAttributeValues: { ':year': year },
      ScanIndexForward: false,
      Limit: limit,
    })
    const { Items = [] } = await request(`list missing reports of ${year}`, this.#client.send(query))
    return readRows(coverageRows, Items, this.#onUnreadable).filter((row) => row.kind === 'publisher')
  }

  /** In how many current reports on a year each code has a figure. Codes without any are left out. */
  async codeCounts(year: number): Promise<Map<string, number>> {
    const { ProjectionExpression, ExpressionAttributeNames } = projectionOf(['publisherId', 'year', 'codes'])
    const pages = paginateQuery(
      { client: this.#client },
      {
        TableName: this.#tables.reports,
        IndexName: BY_YEAR_CHANGE,
        KeyConditionExpression: '#year = :year',
        ProjectionExpression,
        ExpressionAttributeNames,
        ExpressionAttributeValues: { ':year': year },
      },
    )
    const counts = new Map<string, number>()
    for (;;) {
      const { value, done } = await request(`count codes of ${year}`, pages.next())
      if (done) return counts
      const rows = readRows({ ...reportRows, schema: codedReport }, value.Items ?? [], this.#onUnreadable)
      for (const { codes } of rows) for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1)
    }
  }
}
