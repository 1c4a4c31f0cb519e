import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { indexesAtStep } from '../../infra/index-steps.ts'
import { templateFor } from './synth.ts'

/** As much of a table's properties as CloudFormation cannot change at will. */
interface Table {
  readonly KeySchema: readonly object[]
  readonly GlobalSecondaryIndexes?: readonly Index[]
}
interface Index {
  readonly IndexName: string
  readonly Projection: { readonly NonKeyAttributes?: readonly string[] }
}
type Tables = Readonly<Record<string, Table>>

/** Of the version before, as its template had them. A release adds a file here. */
const RELEASED = '0.1.json'
const released: Tables = JSON.parse(readFileSync(join(import.meta.dirname, 'released', RELEASED), 'utf8'))

/** Deployments before the last one that the runbook tells to make. */
const RUNBOOK = readFileSync(join(import.meta.dirname, '../../docs/runbook.md'), 'utf8')
const STEPS = /for step in ([\d ]+); do npx cdk deploy .*-c indexStep=\$step;/.exec(RUNBOOK)?.[1]?.split(' ') ?? []

const tablesOf = (context: Readonly<Record<string, string>> = {}): Tables =>
  Object.fromEntries(
    templateFor('test', context)
      .ofType('AWS::DynamoDB::Table')
      .map(([id, { Properties }]) => [id, Properties as Table]),
  )

/** The indexes of each table that an update makes or removes; one that changes is both. */
function changesOf(before: Tables, after: Tables): string[][] {
  return Object.entries(before).map(([id, { GlobalSecondaryIndexes: old = [] }]) => {
    const { GlobalSecondaryIndexes: now = [] } = after[id]!
    const lacking = (in_: readonly Index[], from: readonly Index[]) =>
      in_.filter((index) => !from.some((one) => isDeepStrictEqual(one, index))).map(({ IndexName }) => IndexName)
    return [...lacking(old, now).map((name) => `-${name}`), ...lacking(now, old).map((name) => `+${name}`)]
  })
}

const now = tablesOf()
const updates = [released, ...STEPS.map((indexStep) => tablesOf({ indexStep })), now]
const pairs = updates.slice(1).map((after, n) => [n + 1, updates[n]!, after] as const)

describe('an update of a deployed stack from the version before', () => {
  it.each(pairs)('makes or removes at most one index of a table: deployment %i', (_, before, after) => {
    const changes = changesOf(before, after)
    expect(Math.max(...changes.map(({ length }) => length))).toBe(1)
  })

  it('would be refused in one deployment', () => {
    expect(Math.max(...changesOf(released, now).map(({ length }) => length))).toBe(STEPS.length + 1)
  })

  it('keeps every table with its key', () => {
    for (const [id, { KeySchema }] of Object.entries(released))
      expect([id, now[id]?.KeySchema]).toEqual([id, KeySchema])
  })
})

describe('an index', () => {
  it('has no more attributes than DynamoDB takes: 20 beside the keys, and 100 in all indexes of a table', () => {
    for (const [id, { GlobalSecondaryIndexes = [] }] of Object.entries(now)) {
      const counts = GlobalSecondaryIndexes.map(({ Projection: { NonKeyAttributes = [] } }) => NonKeyAttributes.length)
      expect([id, counts.filter((count) => count > 20)]).toEqual([id, []])
      expect([id, counts.reduce((sum, count) => sum + count, 0) <= 100]).toEqual([id, true])
    }
  })

  const index = (indexName: string, nonKeyAttributes: readonly string[] = []) => ({ indexName, nonKeyAttributes })
  const stays = index('stays')
  const former = [stays, index('goes'), index('changes')]
  const wanted = [stays, index('changes', ['a']), index('comes')]

  it('that is new is made before another is removed, and one that changes comes last', () => {
    const names = [0, 1, 2, 3, 4, 5].map((step) =>
      indexesAtStep(step, former, wanted).map(({ indexName }) => indexName),
    )
    expect(names).toEqual([
      ['stays', 'goes', 'changes'],
      ['stays', 'goes', 'changes', 'comes'],
      ['stays', 'changes', 'comes'],
      ['stays', 'comes'],
      ['stays', 'comes', 'changes'],
      ['stays', 'comes', 'changes'],
    ])
    expect(indexesAtStep(9, former, wanted)).toEqual(expect.arrayContaining(wanted))
  })
})
