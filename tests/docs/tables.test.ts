import { readFileSync } from 'node:fs'
import { Stack } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import type { CfnTable } from 'aws-cdk-lib/aws-dynamodb'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { Tables } from '../../infra/tables.ts'
import { attributesOf } from './attributes.ts'
import { KINDS, PAGE, withAttributes } from './tables.ts'

interface TableResource {
  readonly Properties: {
    readonly KeySchema: readonly { readonly AttributeName: string }[]
    readonly GlobalSecondaryIndexes?: readonly {
      readonly IndexName: string
      readonly KeySchema: readonly { readonly AttributeName: string }[]
    }[]
  }
}

const page = readFileSync(PAGE, 'utf8')
const stack = new Stack()
const tables = new Tables(stack, 'Tables')
const resources = Template.fromStack(stack).findResources('AWS::DynamoDB::Table') as Record<string, TableResource>

describe('docs/tables.md', () => {
  it('lists the attributes that the schemas have; else run npm run generate:tables', () => {
    expect(page).toBe(withAttributes(page))
  })

  it.each(KINDS)('names the keys and indexes of the template: $table', ({ table, key }) => {
    const { Properties } = resources[stack.getLogicalId(tables[table].node.defaultChild as CfnTable)]!
    expect(Properties.KeySchema.map(({ AttributeName }) => AttributeName)).toEqual(key)
    const section = page.slice(page.indexOf(`\n## ${table}\n`)).split('\n## ')[1]!
    for (const { IndexName, KeySchema } of Properties.GlobalSecondaryIndexes ?? [])
      expect(section).toContain(
        `\`${IndexName}\` (${KeySchema.map(({ AttributeName }) => `\`${AttributeName}\``).join(', ')})`,
      )
  })
})

describe('attributesOf', () => {
  it('lists the attributes of a union once, with their types, their rows, and those of maps inside', () => {
    const described = <Schema extends v.GenericSchema>(schema: Schema) => v.pipe(schema, v.description('m'))
    const id = described(v.string())
    const schema = v.variant('state', [
      v.object({ id, state: described(v.literal('new')), at: v.optional(described(v.nullable(v.number()))) }),
      v.object({
        id,
        state: described(v.literal('done')),
        at: described(v.number()),
        seen: described(v.array(v.object({ id }))),
      }),
    ])
    expect(attributesOf(schema).map(({ name, type, presence }) => [name, type, presence])).toEqual([
      ['id', 'string', 'all'],
      ['state', '`new`, `done`', 'all'],
      ['at', 'number, `null`', '`done`; some `new`'],
      ['seen', 'list of maps', '`done`'],
      ['seen[].id', 'string', ''],
    ])
  })
})
