import type { Columns } from '../readers/columns/column.ts'
import type { ExportTable } from './table.ts'

/** Where the Parquet file of a table and year is, in the layout of Hive; `null` for a table without years. */
export function partitionPath({ name }: Pick<ExportTable, 'name'>, year: number | null): string {
  return year === null ? `${name}/${name}.parquet` : `${name}/year=${year}/${name}.parquet`
}

/** The columns that a Parquet file itself has: readers take the year out of its path, and some refuse it in both places. */
export function columnsInPartition({ columns, isByYear }: Pick<ExportTable, 'columns' | 'isByYear'>): Columns<never> {
  if (!isByYear) return columns
  const { year: _, ...rest } = columns
  return rest
}
