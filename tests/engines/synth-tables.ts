import { Stack } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { type CfnTable, Table } from 'aws-cdk-lib/aws-dynamodb'
import { Tables } from '../../infra/tables.ts'
import type { TableDefinitions } from './table-definitions.ts'

/** The tables as the stack defines them, so that keys and indexes are defined once. */
export function synthTables(): TableDefinitions {
  const stack = new Stack()
  const tables = new Tables(stack, 'Tables')
  const resources = Template.fromStack(stack).findResources('AWS::DynamoDB::Table') as TableDefinitions
  return Object.fromEntries(
    Object.entries(tables).flatMap(([name, table]) =>
      table instanceof Table ? [[name, resources[stack.getLogicalId(table.node.defaultChild as CfnTable)]!]] : [],
    ),
  )
}
