import { createHash } from 'node:crypto'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { paginateScan } from '@aws-sdk/lib-dynamodb'

const COMPARED_TABLES = ['documents', 'indicators', 'reports', 'sightings', 'runs'] as const

/** Say when and at which attempt a row came to be what it is. */
const OF_THE_WAY: ReadonlySet<string> = new Set([
  ...[
    'run',
    'runOrdinal',
    'updatedAt',
    'receivedAt',
    'seenAt',
    'at',
    'requeues',
    'changes',
    'textKey',
    'revision',
    'changedAt',
  ],
])

export interface Digest {
  readonly sha256: string
  readonly rows: ReadonlyMap<string, string>
}

/** What the tables say, without how they came to say it. */
export async function digestOf(
  client: DynamoDBDocumentClient,
  names: Readonly<Record<(typeof COMPARED_TABLES)[number], string>>,
): Promise<Digest> {
  const rows = new Map<string, string>()
  for (const table of COMPARED_TABLES)
    for await (const { Items = [] } of paginateScan({ client }, { TableName: names[table] }))
      for (const item of Items) {
        const text = JSON.stringify(plain(item))
        rows.set(`${table} ${keyOf(item)}`, text)
      }
  const hash = createHash('sha256')
  for (const key of [...rows.keys()].sort()) hash.update(`${key} ${rows.get(key)}\n`)
  return { sha256: hash.digest('hex'), rows }
}

/** What two digests do not have in common, attribute by attribute. */
export function differences(expected: Digest, actual: Digest): string[] {
  const keys = new Set([...expected.rows.keys(), ...actual.rows.keys()])
  return [...keys].flatMap((key) => {
    const [before, after] = [expected.rows.get(key), actual.rows.get(key)]
    if (before === after) return []
    if (before === undefined) return [`${key}: too much`]
    if (after === undefined) return [`${key}: lost`]
    const [was, is] = [JSON.parse(before), JSON.parse(after)]
    const names = Object.keys({ ...was, ...is }).filter(
      (name) => JSON.stringify(was[name]) !== JSON.stringify(is[name]),
    )
    return names.map((name) => `${key}: ${name} is ${JSON.stringify(is[name])}, not ${JSON.stringify(was[name])}`)
  })
}

const keyOf = ({
  documentId = '',
  ordinal = '',
  objectKey = '',
  publisherId = '',
  year = '',
}: Record<string, unknown>) => [documentId, ordinal, objectKey, publisherId, year].join('|')

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).filter(([name]) => !OF_THE_WAY.has(name))
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, item]) => [name, plain(item)]))
}
