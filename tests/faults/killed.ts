import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { paginateScan } from '@aws-sdk/lib-dynamodb'
import { createClients } from '../../infra/local/clients.ts'
import { tableClientOver } from '../../shared/aws/table-client.ts'
import { startUp } from '../engine-process.ts'
import { type Digest, differences, digestOf } from './digest.ts'
import { killAgain, SEEDS } from './kill-again.ts'
import { uploadsOf } from './workload.ts'

/**
 * Kills `fazhi up --data` by SIGKILL at random moments, starts it again, and compares its tables with those of a run that nobody
 * disturbed.
 */
const { values } = parseArgs({ options: { ...SEEDS, documents: { type: 'string', default: '200' } } })

interface Tables {
  readonly digest: Digest
  /** Of each table. Two rows that tell the same would be one in the digest. */
  readonly rows: Readonly<Record<string, number>>
}

const folder = mkdtempSync(join(tmpdir(), 'fazhi-killed-'))
mkdirSync(join(folder, 'files'))
for (const { key, body } of uploadsOf(Number(values.documents)))
  writeFileSync(join(folder, 'files', basename(key)), body)
try {
  await killAgain<Tables>(values, {
    folder,
    command: (data) => ['up', 'files', '--data', data],
    read: tablesOf,
    describe: ({ digest }) => `${digest.rows.size} rows, digest ${digest.sha256.slice(0, 16)}`,
    differences: (calm, tables) => [...differences(calm.digest, tables.digest), ...otherCounts(calm.rows, tables.rows)],
  })
} finally {
  rmSync(folder, { recursive: true })
}

async function tablesOf(data: string): Promise<Tables> {
  const engine = await startUp('--data', join(folder, data))
  const client = tableClientOver(createClients(engine.endpoint, 'faults').dynamodb)
  try {
    const names = {
      documents: engine.outputs.DocumentsTable!,
      indicators: engine.outputs.IndicatorsTable!,
      reports: engine.outputs.ReportsTable!,
      sightings: engine.outputs.SightingsTable!,
      runs: engine.outputs.RunsTable!,
    }
    const rows: Record<string, number> = {}
    for (const [table, TableName] of Object.entries(names)) {
      rows[table] = 0
      for await (const { Count = 0 } of paginateScan({ client }, { TableName, Select: 'COUNT' })) rows[table] += Count
    }
    return { digest: await digestOf(client, names), rows }
  } finally {
    await engine.stop()
  }
}

function otherCounts(expected: Tables['rows'], actual: Tables['rows']): string[] {
  return Object.keys(expected)
    .filter((table) => expected[table] !== actual[table])
    .map((table) => `${table}: ${actual[table]} rows, not ${expected[table]}`)
}
