import { textTable } from './text-table.ts'

/** Prints rows as a table, or one line of JSON each. */
export function printRows<Row>(
  rows: readonly Row[],
  columns: Readonly<Record<string, (row: Row) => unknown>>,
  json = false,
): void {
  const lines = json
    ? rows.map((row) => JSON.stringify(row))
    : textTable(
        Object.keys(columns),
        rows.map((row) => Object.values(columns).map((cell) => String(cell(row) ?? ''))),
        process.stdout.columns,
      )
  for (const line of lines) console.log(line)
}
