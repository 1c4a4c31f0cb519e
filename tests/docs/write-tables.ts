import { readFileSync, writeFileSync } from 'node:fs'
import { PAGE as COLUMNS_PAGE, withColumns } from './columns.ts'
import { PAGE, withAttributes } from './tables.ts'

/** Rewrites the lists of attributes in docs/tables.md, and of columns in docs/exports.md. */
writeFileSync(PAGE, withAttributes(readFileSync(PAGE, 'utf8')))
writeFileSync(COLUMNS_PAGE, withColumns(readFileSync(COLUMNS_PAGE, 'utf8')))
