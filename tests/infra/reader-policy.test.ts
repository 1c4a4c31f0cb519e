import { describe, expect, it } from 'vitest'
import { templateFor } from './synth.ts'

const { ofType, resources } = templateFor('test')

describe('the managed policy of readers', () => {
  const [policy, ...others] = ofType('AWS::IAM::ManagedPolicy')
  const [tables, objects, ...more] = policy![1].Properties.PolicyDocument.Statement
  const nameOf = (logicalId: string) => logicalId.replace(/^Tables|[0-9A-F]{8}$/g, '')

  it('allows to get, batch-get and query tables and indexes, and to get texts and exports: nothing else', () => {
    expect([others, more]).toEqual([[], []])
    expect(tables.Effect).toBe('Allow')
    expect(tables.Action).toEqual(['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'])
    expect(objects).toMatchObject({ Effect: 'Allow', Action: 's3:GetObject' })
    const folders = objects.Resource.map((resource: { 'Fn::Join': [string, unknown[]] }) =>
      resource['Fn::Join'][1].at(-1),
    )
    expect(folders).toEqual(['/text/*', '/exports/*'])
  })

  it('names its tables and their indexes, those of the template', () => {
    const arns = tables.Resource.map((resource: Record<string, unknown>) => {
      const [parts, index = ''] =
        'Fn::Join' in resource ? (resource['Fn::Join'] as [string, [object, string]])[1] : [resource]
      const [logicalId] = (parts as { 'Fn::GetAtt': [string, string] })['Fn::GetAtt']
      const indexes = resources[logicalId]!.Properties.GlobalSecondaryIndexes ?? []
      if (index !== '')
        expect(indexes.map(({ IndexName }: { IndexName: string }) => `/index/${IndexName}`)).toContain(index)
      return `${nameOf(logicalId)}${index}`
    })
    expect(arns).toEqual([
      'Documents',
      'Documents/index/byYearPublisher',
      'Documents/index/byStatus',
      'Reports',
      'Reports/index/byYearChange',
      'Figures',
      'Figures/index/byCode',
      'Indicators',
      'Sightings',
      'Sightings/index/byDocument',
      'Coverage',
      'Coverage/index/byYear',
      'Coverage/index/byYearMissing',
    ])
  })
})
