import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateQuery,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb'
import { ReportBusyError } from './errors.ts'
import { itemsOf, type OnUnreadable, readRow, readRows, refuseUnreadable } from './read-rows.ts'
import { type ListedDocument, type ReportKey, type ReportRow, reportRows, withDocument } from './report-row.ts'
import { conditional, request } from './request.ts'

/** Documents of one report that come at the same moment wait for each other; more of them than this come again later. */
const MAX_ATTEMPTS = 20

/**
 * The reports table: which document and run is current for each publisher and year. One write switches.
 * @example
 * const reports = new ReportStore(makeTableClient(), 'reports')
 * const report = await reports.get({ publisherId: '430223/桐坝镇人民政府', year: 2023 })
 * if (report?.state === 'current') console.log(report.documentId, report.run)
 */
export class ReportStore {
  readonly #client: DynamoDBDocumentClient
  readonly #table: string
  readonly #onUnreadable: OnUnreadable
  readonly #now: () => Date

  /** @param onUnreadable hears of each row that a list leaves out; by default it ends the reading */
  constructor(
    client: DynamoDBDocumentClient,
    table: string,
    onUnreadable: OnUnreadable = refuseUnreadable,
    now: () => Date = () => new Date(),
  ) {
    this.#client = client
    this.#table = table
    this.#onUnreadable = onUnreadable
    this.#now = now
  }

  /** @throws {UnreadableRowError} */
  async get({ publisherId, year }: ReportKey): Promise<ReportRow | null> {
    const { Item } = await request(
      `read the report of ${publisherId} on ${year}`,
      this.#client.send(new GetCommand({ TableName: this.#table, Key: { publisherId, year }, ConsistentRead: true })),
    )
    return Item === undefined ? null : readRow(reportRows, Item)
  }

  /** The reports of a publisher, by year. */
  async ofPublisher(publisherId: string): Promise<ReportRow[]> {
    const pages = paginateQuery(
      { client: this.#client },
      {
        TableName: this.#table,
        KeyConditionExpression: 'publisherId = :publisherId',
        ExpressionAttributeValues: { ':publisherId': publisherId },
      },
    )
    const items = await request(`find the reports of ${publisherId}`, itemsOf(pages))
    return readRows(reportRows, items, this.#onUnreadable)
  }

  /**
   * Brings a report's row in line with what is newly known of one of its documents. Done again, or late, it changes nothing.
   * @returns the row as it now is
   * @throws {ReportBusyError} if others change the row each time
   */
  async note(key: ReportKey, document: ListedDocument): Promise<ReportRow> {
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
      const before = await this.get(key)
      const after = withDocument(key, before, document, this.#now().toISOString())
      // Only a row that is there can have something newer.
      if (after === null) return before!
      if (await this.#replace(before, after)) return after
    }
    throw new ReportBusyError(key.publisherId, key.year)
  }

  /** Notes which codes a report's current run has figures of. Nothing happens if another run is current by now. */
  async noteCodes(
    { publisherId, year, documentId, run }: ReportKey & { readonly documentId: string; readonly run: number },
    codes: readonly string[],
  ): Promise<void> {
    const update = new UpdateCommand({
      TableName: this.#table,
      Key: { publisherId, year },
      UpdateExpression: 'SET codes = :codes',
      ConditionExpression: 'documentId = :documentId AND #run = :run',
      ExpressionAttributeNames: { '#run': 'run' },
      ExpressionAttributeValues: { ':codes': codes, ':documentId': documentId, ':run': run },
    })
    await conditional(`note the codes of ${publisherId} on ${year}`, this.#client.send(update))
  }

  async #replace(before: ReportRow | null, after: ReportRow): Promise<boolean> {
    const put = new PutCommand({
      TableName: this.#table,
      Item: after,
      ...(before === null
        ? { ConditionExpression: 'attribute_not_exists(publisherId)' }
        : {
            ConditionExpression: 'revision = :revision',
            ExpressionAttributeValues: { ':revision': before.revision },
          }),
    })
    return (
      (await conditional(`record the report of ${after.publisherId} on ${after.year}`, this.#client.send(put))) !== null
    )
  }
}
