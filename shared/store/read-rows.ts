import * as v from 'valibot'
import { UnreadableRowError } from './errors.ts'

/** Names of the tables in the docs. What CloudFormation calls them, the stack's outputs say. */
export type TableName = 'documents' | 'runs' | 'reports' | 'indicators' | 'sightings' | 'coverage' | 'hosts'

/** The rows of one table: the table's name, its key, and the schema of what is read out of it. */
export interface RowKind<Row = unknown> {
  readonly table: TableName
  /** Partition key, and sort key if there is one. */
  readonly key: readonly [partition: string, sort?: string]
  readonly schema: v.GenericSchema<unknown, Row>
}

/** An error names the first faults; what a wrong value holds may be long. */
const MAX_ISSUES = 5
const MAX_ISSUE_LENGTH = 200

/** An item as DynamoDB returns it. */
export type Item = Readonly<Record<string, unknown>>

/** Hears of a row that is left out of a list because it cannot be read. What it throws ends the reading. */
export type OnUnreadable = (error: UnreadableRowError) => void

/** Ends the reading of a list at its first unreadable row. */
export const refuseUnreadable: OnUnreadable = (error) => {
  throw error
}

/** @throws {UnreadableRowError} if the item does not hold to the schema */
export function readRow<Row>({ table, key, schema }: RowKind<Row>, item: Item): Row {
  const { success, output, issues } = v.safeParse(schema, item)
  if (success) return output
  const names = key.filter((name) => name !== undefined)
  throw new UnreadableRowError(
    table,
    Object.fromEntries(names.map((name) => [name, item[name]])),
    issues
      .slice(0, MAX_ISSUES)
      .map((issue) => `${v.getDotPath(issue) ?? 'row'}: ${issue.message}`.slice(0, MAX_ISSUE_LENGTH)),
  )
}

/** Reads every row of a list that can be read, and tells `onUnreadable` of each that cannot. */
export function readRows<Row>(kind: RowKind<Row>, items: readonly Item[], onUnreadable: OnUnreadable): Row[] {
  return items.flatMap((item) => {
    try {
      return [readRow(kind, item)]
    } catch (error) {
      if (!(error instanceof UnreadableRowError)) throw error
      onUnreadable(error)
      return []
    }
  })
}

/** The items of all pages of a query or scan. */
export async function itemsOf(pages: AsyncIterable<{ readonly Items?: Item[] | undefined }>): Promise<Item[]> {
  const items: Item[] = []
  for await (const { Items = [] } of pages) items.push(...Items)
  return items
}
