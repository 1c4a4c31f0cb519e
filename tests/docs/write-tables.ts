import { readFileSync, writeFileSync } from 'node:fs'
import { PAGE, withAttributes } from './tables.ts'

/** Writes the lists of attributes in docs/tables.md anew. */
writeFileSync(PAGE, withAttributes(readFileSync(PAGE, 'utf8')))
