import { readFileSync, writeFileSync } from 'node:fs'
import { PAGE, withAttributes } from './tables.ts'

/** Rewrites the lists of attributes in docs/tables.md. */
writeFileSync(PAGE, withAttributes(readFileSync(PAGE, 'utf8')))
