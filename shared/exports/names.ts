/** Names alone, for whoever does not want to load what writes them. */

export const EXPORT_TABLE_NAMES = ['indicators', 'observations', 'documents', 'coverage', 'catalogue'] as const
export type ExportTableName = (typeof EXPORT_TABLE_NAMES)[number]

export const FORMATS = ['csv', 'jsonl', 'parquet'] as const
export type Format = (typeof FORMATS)[number]
