import { describe, expect, it } from 'vitest'
import { columnsInPartition } from '../../shared/exports/partitions.ts'
import type { ExportTable } from '../../shared/exports/table.ts'
import { EXPORT_TABLES } from '../../shared/exports/tables.ts'
import { templateFor } from './synth.ts'

const { ofType } = templateFor('test')

describe('the function that writes exports', () => {
  const policies = ofType('AWS::IAM::Policy').filter(([id]) => id.startsWith('ExportingExportTables'))
  const statements = policies.flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement)

  it('reads rows by key and index, and writes nothing but exports and its log', () => {
    const actions = new Set(statements.flatMap(({ Action }) => Action))
    expect([...actions].toSorted()).toEqual([
      'dynamodb:BatchGetItem',
      'dynamodb:GetItem',
      'dynamodb:Query',
      'logs:CreateLogStream',
      'logs:PutLogEvents',
      's3:AbortMultipartUpload',
      's3:GetObject',
      's3:ListBucket',
      's3:PutObject',
    ])
    const writes = statements.filter(({ Action }) => [Action].flat().includes('s3:PutObject'))
    expect(writes.map(({ Resource }) => Resource['Fn::Join'][1].at(-1))).toEqual(['/exports/*'])
  })

  it('runs every hour', () => {
    const schedules = ofType('AWS::Scheduler::Schedule').filter(([id]) => id.startsWith('Exporting'))
    expect(schedules.map(([, { Properties }]) => Properties.ScheduleExpression)).toEqual(['rate(1 hour)'])
  })
})

describe('the tables of Glue', () => {
  const tables = ofType('AWS::Glue::Table').map(([, { Properties }]) => Properties.TableInput)

  it.each(Object.values<ExportTable>(EXPORT_TABLES))(
    'have the columns and the folder of the export: $name',
    (table) => {
      const input = tables.find(({ Name }) => Name === table.name)
      const { Columns, Location } = input.StorageDescriptor
      expect(Columns.map(({ Name }: { Name: string }) => Name)).toEqual(Object.keys(columnsInPartition(table)))
      for (const { Name, Type, Comment } of Columns)
        expect([
          Name,
          /^(?:string|int|bigint|double|boolean|date|timestamp|array<(?:string|int)>)$/.test(Type),
          Comment.length <= 255,
        ]).toEqual([Name, true, true])
      expect(Location['Fn::Join'][1].at(-1)).toBe(`/exports/${table.name}/`)
      expect(input.PartitionKeys ?? []).toEqual(table.isByYear ? [{ Name: 'year', Type: 'int' }] : [])
      if (table.isByYear)
        expect(input.Parameters['storage.location.template']['Fn::Join'][1].at(-1)).toBe(
          `/exports/${table.name}/year=\${year}/`,
        )
    },
  )

  it('are all there are', () => {
    expect(tables).toHaveLength(Object.keys(EXPORT_TABLES).length)
  })
})
