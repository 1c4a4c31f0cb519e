import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { indexesAtStep } from '../../infra/index-steps.ts'
import { released, STEPS } from './released/version-0.1.ts'
import { type Resource, templateFor } from './synth.ts'

interface Index {
  readonly IndexName: string
  readonly Projection: { readonly NonKeyAttributes?: readonly string[] }
}
type Resources = Readonly<Record<string, Resource>>

/**
 * What a resource cannot change and stay. CloudFormation makes a table or queue anew, with nothing in it, and looks in the new group
 * for a schedule that is in the old one, does not find it, and takes the update back.
 */
const FIXED: Readonly<Record<string, readonly string[]>> = {
  'AWS::DynamoDB::Table': ['KeySchema'],
  'AWS::SQS::Queue': ['FifoQueue', 'QueueName'],
  'AWS::S3::Bucket': ['BucketName'],
  'AWS::Scheduler::Schedule': ['GroupName', 'Name'],
}

const resourcesOf = (context: Readonly<Record<string, string>> = {}): Resources =>
  templateFor('test', context).resources
const indexesOf = ({ Properties }: Resource): readonly Index[] => Properties.GlobalSecondaryIndexes ?? []
const tablesOf = (resources: Resources) =>
  Object.entries(resources).filter(([, { Type }]) => Type === 'AWS::DynamoDB::Table')

/** The indexes of each table that an update makes or removes; one that changes is both. */
function changesOf(before: Resources, after: Resources): string[][] {
  return tablesOf(before).map(([id, table]) => {
    const [old, now] = [indexesOf(table), indexesOf(after[id]!)]
    const lacking = (in_: readonly Index[], from: readonly Index[]) =>
      in_.filter((index) => !from.some((one) => isDeepStrictEqual(one, index))).map(({ IndexName }) => IndexName)
    return [...lacking(old, now).map((name) => `-${name}`), ...lacking(now, old).map((name) => `+${name}`)]
  })
}

const withoutIndexes = (resources: Resources) =>
  Object.entries(resources).map(([id, { Properties, ...rest }]) => {
    const { GlobalSecondaryIndexes, AttributeDefinitions, ...properties } = Properties
    return [id, properties, rest]
  })

const now = resourcesOf()
const updates = [released, ...STEPS.map((indexStep) => resourcesOf({ indexStep })), now]
const pairs = updates.slice(1).map((after, n) => [n + 1, updates[n]!, after] as const)

describe('an update of a deployed stack from the version before', () => {
  it.each(pairs.slice(1))('makes or removes at most one index of a table: deployment %i', (_, before, after) => {
    const changes = changesOf(before, after)
    expect(Math.max(...changes.map(({ length }) => length))).toBe(1)
  })

  it('leaves the indexes at first, and changes nothing else from then on: a deployment that fails is taken back whole', () => {
    const [first, ...others] = updates.slice(1)
    expect(changesOf(released, first!).flat()).toEqual([])
    for (const after of others) expect(withoutIndexes(after)).toEqual(withoutIndexes(first!))
  })

  it('would be refused in one deployment', () => {
    expect(Math.max(...changesOf(released, now).map(({ length }) => length))).toBe(STEPS.length)
  })

  it('keeps every table and the bucket, whatever becomes of the stack', () => {
    const kept = Object.entries(released).filter(([, { DeletionPolicy }]) => DeletionPolicy === 'Retain')
    expect(kept.length).toBe(tablesOf(released).length + 1)
    for (const [id] of kept)
      expect([id, now[id]]).toMatchObject([id, { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' }])
  })

  it('changes of what stays only what CloudFormation can change in place', () => {
    const staying = Object.entries(released).filter(([id, { Type }]) => id in now && Type in FIXED)
    expect(staying.length).toBeGreaterThan(tablesOf(released).length)
    for (const [id, { Type, Properties }] of staying) {
      const fixed = (of: Resource) => FIXED[Type]!.map((name) => of.Properties[name])
      expect([id, now[id]!.Type, ...fixed(now[id]!)]).toEqual([id, Type, ...fixed({ Type, Properties })])
    }
  })

  it.each(pairs)(
    'gives no attribute another type, for which a table is made anew: deployment %i',
    (_, before, after) => {
      for (const [id, { Properties }] of tablesOf(before)) {
        const types = (definitions: readonly { AttributeName: string; AttributeType: string }[]) =>
          Object.fromEntries(definitions.map(({ AttributeName, AttributeType }) => [AttributeName, AttributeType]))
        const [old, then] = [types(Properties.AttributeDefinitions), types(after[id]!.Properties.AttributeDefinitions)]
        const shared = Object.keys(old).filter((name) => name in then)
        expect([id, shared.map((name) => then[name])]).toEqual([id, shared.map((name) => old[name])])
      }
    },
  )
})

describe('an index', () => {
  it('has no more attributes than DynamoDB takes: 20 beside the keys, and 100 in all indexes of a table', () => {
    for (const [id, table] of tablesOf(now)) {
      const counts = indexesOf(table).map(({ Projection: { NonKeyAttributes = [] } }) => NonKeyAttributes.length)
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
