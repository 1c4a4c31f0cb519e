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
import { conditional, request } from './request.ts'

/** The ledger of the crawl. Each row has one writer at a time: the walk of its portal, or the visit of its page. */
export class CoverageStore implements Ledger {
  readonly #client: DynamoDBDocumentClient
  readonly #table: string

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client
    this.#table = table
  }

  async put(row: CoverageRow): Promise<void> {
    await request(`record ${row.url}`, this.#client.send(new PutCommand({ TableName: this.#table, Item: row })))
  }

  async page(portalId: string, url: string): Promise<PageRow | null> {
    const get = new GetCommand({ TableName: this.#table, Key: { portalId, url }, ConsistentRead: true })
    const { Item } = await request(`read ${url}`, this.#client.send(get))
    return (Item as PageRow | undefined) ?? null
  }

  /** Everything of one portal, or of one publisher. */
  async rowsOf(portalId: string): Promise<CoverageRow[]> {
    const query = {
      TableName: this.#table,
      KeyConditionExpression: 'portalId = :portalId',
      ExpressionAttributeValues: { ':portalId': portalId },
      ConsistentRead: true,
    }
    return request(`list ${portalId}`, allOf(paginateQuery({ client: this.#client }, query)))
  }

  async all(): Promise<CoverageRow[]> {
    return request('list the ledger', allOf(paginateScan({ client: this.#client }, { TableName: this.#table })))
  }

  /** Marks a page as asked for. What an earlier visit found stays on its row. */
  async ask(page: AskedPage): Promise<void> {
    const { portalId, url, title, listUrl, askedAt, ...first } = unvisited(page)
    const asked = { title, listUrl, askedAt }
    const sets = [
      ...Object.keys(asked).map((name) => `#${name} = :${name}`),
      ...Object.keys(first).map((name) => `#${name} = if_not_exists(#${name}, :${name})`),
    ]
    const fields = Object.entries({ ...asked, ...first })
    await request(
      `ask for ${url}`,
      this.#client.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: { portalId, url },
          UpdateExpression: `SET ${sets.join(', ')}`,
          ExpressionAttributeNames: Object.fromEntries(fields.map(([name]) => [`#${name}`, name])),
          ExpressionAttributeValues: Object.fromEntries(fields.map(([name, value]) => [`:${name}`, value])),
        }),
      ),
    )
  }

  /** Lists a publisher that is expected to have published; what is known of it already stays. */
  async expect(row: PublisherRow): Promise<void> {
    await this.#putIf(row, 'attribute_not_exists(portalId)')
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

  async #putIf(row: CoverageRow, condition: string, values?: Record<string, string>): Promise<void> {
    const put = new PutCommand({
      TableName: this.#table,
      Item: row,
      ConditionExpression: condition,
      ...(values && { ExpressionAttributeValues: values }),
    })
    await conditional(`record ${row.portalId} ${row.url}`, this.#client.send(put))
  }
}

async function allOf(pages: AsyncIterable<{ Items?: Record<string, unknown>[] | undefined }>): Promise<CoverageRow[]> {
  const rows: CoverageRow[] = []
  for await (const { Items = [] } of pages) rows.push(...(Items as unknown as CoverageRow[]))
  return rows
}
