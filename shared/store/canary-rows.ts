import { DeleteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { CANARY_ID } from '../report/canary.ts'
import type { IndicatorStore } from './indicator-store.ts'
import { CANARY_KEY } from './object-keys.ts'
import { request } from './request.ts'
import type { RunStore } from './run-store.ts'
import type { SightingStore } from './sighting-store.ts'
import { LAST_RUN } from './tables.ts'

export interface CanaryTables {
  readonly runs: Pick<RunStore, 'ofDocument' | 'remove'>
  readonly indicators: Pick<IndicatorStore, 'removeBefore'>
  readonly sightings: Pick<SightingStore, 'remove'>
}

/**
 * The rows of the canary, which is the only document that is ever forgotten: its bytes are the same every day, and a document
 * that is known is not read again.
 */
export class CanaryRows {
  readonly #client: DynamoDBDocumentClient
  readonly #documentsTable: string
  readonly #tables: CanaryTables

  constructor(client: DynamoDBDocumentClient, documentsTable: string, tables: CanaryTables) {
    this.#client = client
    this.#documentsTable = documentsTable
    this.#tables = tables
  }

  /** Removes what an earlier day has left. The document's row goes last: while it is there, forgetting can be done again. */
  async forget(): Promise<void> {
    const { runs, indicators, sightings } = this.#tables
    for (const run of await runs.ofDocument(CANARY_ID)) await runs.remove(run)
    await indicators.removeBefore(CANARY_ID, LAST_RUN)
    await sightings.remove(CANARY_KEY, CANARY_ID)
    await request(
      'forget the canary',
      this.#client.send(new DeleteCommand({ TableName: this.#documentsTable, Key: { documentId: CANARY_ID } })),
    )
  }
}
