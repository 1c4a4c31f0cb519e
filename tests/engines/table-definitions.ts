import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb'

/** By the name that the construct `Tables` gives each. */
export type TableDefinitions = Record<string, { Properties: CreateTableCommandInput }>

/** Has the definitions as JSON for every process of a test run. */
export const DEFINITIONS_VARIABLE = 'FAZHI_TABLE_DEFINITIONS'

/** The stack's tables. Loading the CDK takes seconds, which a test run spends once (`provide-tables.ts`), not once a file. */
export async function tableDefinitions(): Promise<TableDefinitions> {
  const given = process.env[DEFINITIONS_VARIABLE]
  return given === undefined ? (await import('./synth-tables.ts')).synthTables() : JSON.parse(given)
}
