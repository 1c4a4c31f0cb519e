import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateQuery,
  paginateScan,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb'
import { type AskedPage, type CoverageRow, type PageRow, type PublisherRow, unvisited } from '../crawl/ledger/rows.ts'
import type { Ledger } from '../crawl/ports.ts'
import { coverageKeyOf, coverageRows, pageKey, portalKey } from './coverage-key.ts'
import { itemsOf, type OnUnreadable, readRow, readRows, refuseUnreadable } from './read-rows.ts'
import { conditional, request } from './request.ts'

/**
 * The ledger of the crawl. Each row has one writer at a time: the walk of its portal, or the visit of its page.
 * @example
 * const ledger = new CoverageStore(makeTableClient(), 'coverage', (error) => logger.error('unreadable row', { error }))
 * await ledger.ask({ portalId: 'huadu', url, title, listUrl, askedAt: new Date().toISOString() })
 * const found = (await ledger.rowsOf('huadu')).filter((row) => row.kind === 'page' && row.state === 'found')
 */
export class CoverageStore implements Ledger {
  readonly #client: DynamoDBDocumentClient
  readonly #table: string
  readonly #onUnreadable: OnUnreadable

  /** @param onUnreadable hears of each row that a list leaves out; by default it ends the reading */
  constructor(client: DynamoDBDocumentClient, table: string, onUnreadable: OnUnreadable = refuseUnreadable) {
    this.#client = client
    this.#table = table
    this.#onUnreadable = onUnreadable
  }

  async put(row: CoverageRow): Promise<void> {
    const item = itemOf(row)
    await request(
      `record ${item.ownerKey} ${item.itemKey}`,
      this.#client.send(new PutCommand({ TableName: this.#table, Item: item })),
    )
  }

  /** @throws {UnreadableRowError} */
  async page(portalId: string, url: string): Promise<PageRow | null> {
    const get = new GetCommand({ TableName: this.#table, Key: pageKey({ portalId, url }), ConsistentRead: true })
    const { Item } = await request(`read ${url}`, this.#client.send(get))
    const row = Item === undefined ? null : readRow(coverageRows, Item)
    return row?.kind === 'page' ? row : null
  }

  /** Everything of one portal: its pages, its lists and their pages. */
  async rowsOf(portalId: string): Promise<CoverageRow[]> {
    const query = {
      TableName: this.#table,
      KeyConditionExpression: 'ownerKey = :portal',
      ExpressionAttributeValues: { ':portal': portalKey(portalId) },
      ConsistentRead: true,
    }
    const items = await request(`list ${portalId}`, itemsOf(paginateQuery({ client: this.#client }, query)))
    return readRows(coverageRows, items, this.#onUnreadable)
  }

  async all(): Promise<CoverageRow[]> {
    const scan = paginateScan({ client: this.#client }, { TableName: this.#table })
    return readRows(coverageRows, await request('list the ledger', itemsOf(scan)), this.#onUnreadable)
  }

  /** Marks a page as asked for. What an earlier visit found stays on its row. */
  async ask(page: AskedPage): Promise<void> {
    const { title, listUrl, askedAt, ...first } = unvisited(page)
    const asked = { title, listUrl, askedAt }
    const sets = [
      ...Object.keys(asked).map((name) => `#${name} = :${name}`),
      ...Object.keys(first).map((name) => `#${name} = if_not_exists(#${name}, :${name})`),
    ]
    const fields = Object.entries({ ...asked, ...first })
    await request(
      `ask for ${page.url}`,
      this.#client.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: pageKey(page),
          UpdateExpression: `SET ${sets.join(', ')}`,
          ExpressionAttributeNames: Object.fromEntries(fields.map(([name]) => [`#${name}`, name])),
          ExpressionAttributeValues: Object.fromEntries(fields.map(([name, value]) => [`:${name}`, value])),
        }),
      ),
    )
  }

  /** Lists a publisher that is expected to have published; what is known of it already stays. */
  async expect(row: PublisherRow): Promise<void> {
    await this.#putIf(row, 'attribute_not_exists(ownerKey)')
  }

  /** Records that a search did not bring a publisher's report. A report that was found stays found. */
  async recordNotFound(row: PublisherRow): Promise<void> {
    await this.#putIf(row, 'attribute_not_exists(documentId) OR attribute_type(documentId, :null)', { ':null': 'NULL' })
  }

  /** Records a publisher's report. Of two that are found on different pages the earlier publication stands. */
  async recordFound(row: PublisherRow): Promise<void> {
    const isFirst = 'attribute_not_exists(documentId) OR attribute_type(documentId, :null)'
    const isSamePage = 'documentUrl = :url OR attribute_type(publishedOn, :null)'
    await this.#putIf(row, `${isFirst} OR ${isSamePage} OR publishedOn >= :publishedOn`, {
      ':null': 'NULL',
      ':url': row.documentUrl ?? '',
      ':publishedOn': row.publishedOn ?? '9999',
    })
  }

  async #putIf(row: PublisherRow, condition: string, values?: Record<string, string>): Promise<void> {
    const item = itemOf(row)
    const put = new PutCommand({
      TableName: this.#table,
      Item: item,
      ConditionExpression: condition,
      ...(values && { ExpressionAttributeValues: values }),
    })
    await conditional(`record ${item.ownerKey} ${item.itemKey}`, this.#client.send(put))
  }
}

function itemOf(row: CoverageRow) {
  return { ...coverageKeyOf(row), ...row }
}
