import { synthTables } from './synth-tables.ts'
import { DEFINITIONS_VARIABLE } from './table-definitions.ts'

/** Set-up of a whole test run. */
export default function provideTables(): void {
  process.env[DEFINITIONS_VARIABLE] = JSON.stringify(synthTables())
}
