import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateQuery,
  paginateScan,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb'
import { changedAtOf } from '../crawl/ledger/changed.ts'
import {
  type AskedPage,
  type CoverageRow,
  type ListRow,
  type PageRow,
  type PublisherRow,
  unvisited,
  type WalkRow,
} from '../crawl/ledger/rows.ts'
import type { Ledger } from '../crawl/ports.ts'
import { type Problem, reasonOf, unreadState } from '../crawl/problem.ts'
import {
  type CoverageKey,
  coverageItemOf,
  coverageRows,
  LIST_PREFIX,
  PAGE_PREFIX,
  pageKey,
  portalKey,
  publisherKey,
  walkKey,
} from './coverage-key.ts'
import { itemBytes, MAX_ITEM_BYTES } from './item-size.ts'
import { itemsOf, type OnUnreadable, readRow, readRows, refuseUnreadable } from './read-rows.ts'
import { conditional, request } from './request.ts'

/** Of the pages of a portal, which may be hundreds: mostly one of the first waits for its visit. */
const ROWS_AT_A_TIME = 100

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
    const item = coverageItemOf(row)
    // A page of a list with thousands of rows is read anew each time.
    if (row.kind === 'listPage' && itemBytes(item) > MAX_ITEM_BYTES) return
    await request(
      `record ${item.ownerKey} ${item.itemKey}`,
      this.#client.send(new PutCommand({ TableName: this.#table, Item: item })),
    )
  }

  /** @throws {UnreadableRowError} */
  async page(portalId: string, url: string): Promise<PageRow | null> {
    const row = await this.#row(pageKey({ portalId, url }))
    return row?.kind === 'page' ? row : null
  }

  /** @throws {UnreadableRowError} */
  async walkOf(portalId: string): Promise<WalkRow | null> {
    const row = await this.#row(walkKey(portalId))
    return row?.kind === 'walk' ? row : null
  }

  async #row(Key: CoverageKey): Promise<CoverageRow | null> {
    const get = new GetCommand({ TableName: this.#table, Key, ConsistentRead: true })
    const { Item } = await request(`read ${Key.ownerKey} ${Key.itemKey}`, this.#client.send(get))
    return Item === undefined ? null : readRow(coverageRows, Item)
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

  /** What the search of one portal is judged by. The pages of its lists, which are the largest rows, are not read. */
  async searchOf(portalId: string): Promise<CoverageRow[]> {
    const walk = await this.walkOf(portalId)
    const rows: CoverageRow[] = walk === null ? [] : [walk]
    rows.push(...(await this.listsOf(portalId)))
    for await (const page of this.pagesOf(portalId)) rows.push(page)
    return rows
  }

  async listsOf(portalId: string): Promise<ListRow[]> {
    const lists: ListRow[] = []
    for await (const row of this.#rowsUnder(portalId, LIST_PREFIX)) if (row.kind === 'list') lists.push(row)
    return lists
  }

  async *pagesOf(portalId: string): AsyncIterable<PageRow> {
    for await (const row of this.#rowsUnder(portalId, PAGE_PREFIX)) if (row.kind === 'page') yield row
  }

  /** Some at a time: who has seen enough leaves the others unread. */
  async *#rowsUnder(portalId: string, prefix: string): AsyncIterable<CoverageRow> {
    const query = {
      TableName: this.#table,
      KeyConditionExpression: 'ownerKey = :portal AND begins_with(itemKey, :prefix)',
      ExpressionAttributeValues: { ':portal': portalKey(portalId), ':prefix': prefix },
      ConsistentRead: true,
    }
    const answers = paginateQuery({ client: this.#client, pageSize: ROWS_AT_A_TIME }, query)[Symbol.asyncIterator]()
    for (;;) {
      const { done, value } = await request(`search ${portalId}`, answers.next())
      if (done) return
      yield* readRows(coverageRows, value.Items ?? [], this.#onUnreadable)
    }
  }

  async all(): Promise<CoverageRow[]> {
    const scan = paginateScan({ client: this.#client }, { TableName: this.#table })
    return readRows(coverageRows, await request('list the ledger', itemsOf(scan)), this.#onUnreadable)
  }

  /** Marks a page as asked for. What an earlier visit found stays on its row. */
  async ask(page: AskedPage): Promise<void> {
    await this.#mark(page, {})
  }

  async putUnread(page: AskedPage, problem: Problem, changedAt: string | null): Promise<void> {
    const seen = { state: unreadState(problem), reason: reasonOf(problem), searchedAt: page.askedAt, changedAt }
    await this.#mark(page, seen)
  }

  /** @param seen set whatever the row has; all else of a page only if the row is new */
  async #mark(page: AskedPage, seen: Partial<PageRow>): Promise<void> {
    const { title, listUrl, askedAt, ...first } = unvisited(page)
    const asked = { title, listUrl, askedAt, ...seen }
    for (const name of Object.keys(seen)) delete first[name as keyof typeof first]
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

  /**
   * Lists a publisher that is expected to have published; what is known of it already stays. A row of an earlier version comes into
   * the index by it.
   */
  async expect(row: PublisherRow): Promise<void> {
    const { ownerKey, itemKey, publisherYear, ...first } = coverageItemOf(row)
    const names = Object.keys(first)
    const sets = names.map((name) => `#${name} = if_not_exists(#${name}, :${name})`)
    await request(
      `expect ${row.publisherId}`,
      this.#client.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: { ownerKey, itemKey },
          UpdateExpression: `SET publisherYear = :publisherYear, ${sets.join(', ')}`,
          ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
          ExpressionAttributeValues: {
            ':publisherYear': publisherYear,
            ...Object.fromEntries(Object.entries(first).map(([name, value]) => [`:${name}`, value])),
          },
        }),
      ),
    )
  }

  async recordNotFound(row: PublisherRow): Promise<void> {
    const isOpen = '(attribute_not_exists(documentId) OR attribute_type(documentId, :null))'
    const isNews =
      '(attribute_not_exists(searchedAt) OR attribute_type(searchedAt, :null) OR searchedAt <= :searchedAt)'
    const values = { ':null': 'NULL', ':searchedAt': row.searchedAt ?? '' }
    if (row.state !== 'missing') return this.#putIf(row, `${isOpen} AND ${isNews}`, values)
    const isOnlyPortal =
      '(attribute_not_exists(portal) OR attribute_type(portal, :null) OR portal = :portal OR #state = :missing)'
    await this.#putIf(
      row,
      `${isOpen} AND ${isNews} AND ${isOnlyPortal}`,
      { ...values, ':portal': row.portal ?? '', ':missing': 'missing' },
      { '#state': 'state' },
    )
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

  async #publisherYear(row: PublisherRow): Promise<PublisherRow | null> {
    const get = new GetCommand({ TableName: this.#table, Key: publisherKey(row), ConsistentRead: true })
    const { Item } = await request(`read ${row.publisherId}`, this.#client.send(get))
    // One that cannot be read is about to be replaced.
    const [before] = readRows(coverageRows, Item === undefined ? [] : [Item], () => {})
    return before?.kind === 'publisher' ? before : null
  }

  async #putIf(
    row: PublisherRow,
    condition: string,
    values?: Record<string, string>,
    names?: Record<string, string>,
  ): Promise<void> {
    const before = await this.#publisherYear(row)
    const changedAt = changedAtOf(before, row, row.searchedAt ?? new Date().toISOString())
    const item = coverageItemOf({ ...row, changedAt })
    const put = new PutCommand({
      TableName: this.#table,
      Item: item,
      ConditionExpression: condition,
      ...(values && { ExpressionAttributeValues: values }),
      ...(names && { ExpressionAttributeNames: names }),
    })
    await conditional(`record ${item.ownerKey} ${item.itemKey}`, this.#client.send(put))
  }
}
