import { DeleteCommand, type DynamoDBDocumentClient, paginateQuery, paginateScan } from '@aws-sdk/lib-dynamodb'
import * as v from 'valibot'
import { publisherIdOf } from '../identity/publisher-id.ts'
import { documentId, ordinal } from '../report/attributes.ts'
import { indicatorAttributes, rowFacts } from '../report/report-attributes.ts'
import { inParallel } from './in-parallel.ts'
import { type IndicatorRow, indicatorRows, rowsOf } from './indicator-row.ts'
import { type Item, itemsOf, type RowKind, readRow } from './read-rows.ts'
import { request } from './request.ts'

const PARALLEL_DELETES = 25

const formerRow = {
  ...indicatorRows,
  key: ['documentId', 'ordinal'],
  schema: v.pipe(
    v.object({
      indicator: v.object(indicatorAttributes),
      facts: v.object(rowFacts),
      row: v.object({ documentId, run: ordinal }),
    }),
    v.transform(({ row, facts, indicator }): IndicatorRow => {
      const whole = { ...facts, publisherId: publisherIdOf(facts) }
      return rowsOf({ ...row, facts: whole, indicators: [indicator], chunk: 0, chunks: 1, indicatorCount: 1 })[0]!
    }),
  ),
} satisfies RowKind<IndicatorRow>

/** One item, from which each part of a row reads its own attributes. */
const partsOf = (item: Item) => ({ ...item, row: item, facts: item, indicator: item })

/**
 * The table of figures of version 0.1, whose key has no run. Its rows are read, as rows of today, until they are moved.
 * @example
 * const former = new FormerIndicators(makeTableClient(), 'former-indicators')
 * const rows = await former.ofRun(documentId, 5)
 */
export class FormerIndicators {
  readonly #client: DynamoDBDocumentClient
  readonly #table: string

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client
    this.#table = table
  }

  /** The rows of a run, in the order of the text. */
  async ofRun(documentId: string, run: number): Promise<IndicatorRow[]> {
    const items = await this.#ofDocument(documentId)
    return items.filter((item) => item.run === run).map((item) => readRow(formerRow, partsOf(item)))
  }

  /** The documents that have rows here, page by page; one may come again. */
  async *documents(): AsyncGenerator<ReadonlySet<string>> {
    const scan = { TableName: this.#table, ProjectionExpression: 'documentId' }
    for await (const { Items = [] } of paginateScan({ client: this.#client }, scan))
      yield new Set(Items.map((item) => String(item.documentId)))
  }

  async remove(documentId: string): Promise<void> {
    await inParallel(PARALLEL_DELETES, await this.#ofDocument(documentId), async ({ ordinal }) => {
      await request(
        `remove row ${ordinal} of document ${documentId}`,
        this.#client.send(new DeleteCommand({ TableName: this.#table, Key: { documentId, ordinal } })),
      )
    })
  }

  #ofDocument(documentId: string): Promise<Item[]> {
    const query = {
      TableName: this.#table,
      KeyConditionExpression: 'documentId = :documentId',
      ExpressionAttributeValues: { ':documentId': documentId },
      ConsistentRead: true,
    }
    return request(`read former rows of ${documentId}`, itemsOf(paginateQuery({ client: this.#client }, query)))
  }
}
