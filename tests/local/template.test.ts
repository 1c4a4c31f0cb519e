import { describe, expect, it } from 'vitest'
import { matches } from '../../infra/local/event-pattern.ts'
import { createResolver } from '../../infra/local/intrinsics.ts'
import { NotSimulatedError } from '../../infra/local/template.ts'

/** A placeholder of `Fn::Sub`. */
const holder = (name: string) => `\${${name}}`

describe('intrinsic functions', () => {
  const template = { Resources: {}, Parameters: { Stage: { Default: 'prod' } } }
  const attributes: Record<string, Record<string, string>> = {
    Queue: { Ref: 'http://queue', Arn: 'arn:aws:sqs:1:2:q' },
  }
  const resolve = createResolver(template, (logicalId) => attributes[logicalId])

  it.each([
    [{ Ref: 'Queue' }, 'http://queue'],
    [{ Ref: 'Stage' }, 'prod'],
    [{ 'Fn::GetAtt': ['Queue', 'Arn'] }, 'arn:aws:sqs:1:2:q'],
    [{ 'Fn::Join': ['-', ['a', { Ref: 'Stage' }]] }, 'a-prod'],
    [{ 'Fn::Select': [5, { 'Fn::Split': [':', { 'Fn::GetAtt': 'Queue.Arn' }] }] }, 'q'],
    [
      { 'Fn::Sub': `${holder('Queue.Arn')}/${holder('Stage')}/${holder('!Stage')}` },
      `arn:aws:sqs:1:2:q/prod/${holder('Stage')}`,
    ],
    [{ 'Fn::Sub': [`${holder('Here')}-${holder('AWS::Partition')}`, { Here: { Ref: 'Stage' } }] }, 'prod-aws'],
    [{ deep: [{ Ref: 'Stage' }, 1, null] }, { deep: ['prod', 1, null] }],
  ])('%j is %j', (value, expected) => {
    expect(resolve(value)).toEqual(expected)
  })

  it.each([[{ Ref: 'Nothing' }], [{ 'Fn::GetAtt': ['Queue', 'Color'] }], [{ 'Fn::ImportValue': 'x' }]])(
    '%j stops the engine',
    (value) => {
      expect(() => resolve({ Properties: value })).toThrow(NotSimulatedError)
      expect(() => resolve({ Properties: value })).toThrow(/^Properties: /)
    },
  )
})

describe('event patterns', () => {
  const event = { source: 'aws.s3', detail: { object: { key: 'incoming/甲.txt', size: 3 } } }
  const key = (filter: unknown) => ({ detail: { object: { key: [filter] } } })

  it.each([
    [{}, true],
    [{ source: ['aws.s3'] }, true],
    [{ source: ['aws.sqs', 'aws.s3'], detail: { object: { size: [3] } } }, true],
    [{ source: ['aws.s3'], detail: { object: { size: [4] } } }, false],
    [{ region: ['eu'] }, false],
    [key({ prefix: 'incoming/' }), true],
    [key({ prefix: 'text/' }), false],
    [key({ suffix: '.txt' }), true],
    [key({ 'anything-but': ['incoming/甲.txt'] }), false],
    [key({ 'anything-but': { prefix: 'text/' } }), true],
    [{ region: [{ exists: false }] }, true],
    [key({ exists: false }), false],
  ])('%j: %s', (pattern, expected) => {
    expect(matches(pattern as Parameters<typeof matches>[0], event)).toBe(expected)
  })

  it('stop at a filter that is not known', () => {
    expect(() => matches(key({ wildcard: '*' }), event)).toThrow(NotSimulatedError)
  })
})
