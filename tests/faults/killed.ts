import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { paginateScan } from '@aws-sdk/lib-dynamodb'
import { createClients } from '../../infra/local/clients.ts'
import { tableClientOver } from '../../shared/aws/table-client.ts'
import { FAZHI, fazhi } from '../cli/run-fazhi.ts'
import { startUp } from '../engine-process.ts'
import { Chance } from './chance.ts'
import { type Digest, differences, digestOf } from './digest.ts'
import { uploadsOf } from './workload.ts'

/**
 * Kills `fazhi up --data` by SIGKILL at random moments, starts it again, and compares its tables with those of a run that nobody
 * disturbed.
 */
const KILLS = 10
/** A start lives at most as long as this part of an undisturbed run: so the kills fall on all that is done. */
const LONGEST_LIFE = 1 / 4
const SHOWN_DIFFERENCES = 5

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1' },
    first: { type: 'string', default: '1' },
    documents: { type: 'string', default: '200' },
  },
})
const [seeds, first, documents] = [values.seeds, values.first, values.documents].map(Number)

interface Tables {
  readonly digest: Digest
  /** Of each table. Two rows that tell the same would be one in the digest. */
  readonly rows: Readonly<Record<string, number>>
}

const folder = mkdtempSync(join(tmpdir(), 'fazhi-killed-'))
mkdirSync(join(folder, 'files'))
for (const { key, body } of uploadsOf(documents!)) writeFileSync(join(folder, 'files', basename(key)), body)
try {
  const startedAt = performance.now()
  await toTheEnd('calm')
  const calmMs = Math.round(performance.now() - startedAt)
  const calm = await tablesOf('calm')
  console.log(
    `undisturbed: ${calm.digest.rows.size} rows, digest ${calm.digest.sha256.slice(0, 16)}, ${seconds(calmMs)}`,
  )

  for (let seed = first!; seed < first! + seeds!; seed += 1) {
    const chance = new Chance(seed)
    const moments = Array.from({ length: KILLS }, () => chance.below(Math.round(calmMs * LONGEST_LIFE)))
    const data = `seed-${seed}`
    for (const moment of moments) await killedAfter(moment, data)
    await toTheEnd(data)
    const tables = await tablesOf(data)
    const different = [...differences(calm.digest, tables.digest), ...otherCounts(calm.rows, tables.rows)]
    const what = different.length === 0 ? 'same tables' : 'DIFFERENT'
    console.log(`seed ${seed}: ${what}, killed after ${moments.map(seconds).join(', ')}`)
    for (const line of different.slice(0, SHOWN_DIFFERENCES)) console.log(`  ${line}`)
    if (different.length > 0) process.exitCode = 1
    rmSync(join(folder, data), { recursive: true })
  }
} finally {
  rmSync(folder, { recursive: true })
}

async function toTheEnd(data: string): Promise<void> {
  const { code, stderr } = await fazhi(folder, 'up', 'files', '--data', data, '--once')
  if (code !== 0) throw new Error(`fazhi up ended with exit code ${code}:\n${stderr}`)
}

async function killedAfter(milliseconds: number, data: string): Promise<void> {
  const child = spawn(process.execPath, [FAZHI, 'up', 'files', '--data', data], { cwd: folder, stdio: 'ignore' })
  const exit = once(child, 'exit')
  await sleep(milliseconds)
  child.kill('SIGKILL')
  const [code, signal] = await exit
  if (signal !== 'SIGKILL') throw new Error(`fazhi up ended by itself, with exit code ${code}.`)
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

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}
