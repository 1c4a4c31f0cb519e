import { describe, expect, it } from 'vitest'
import { templateFor } from './synth.ts'

const { ofType } = templateFor('test')

describe('the read API', () => {
  it('has one route, for everything, that IAM guards', () => {
    const routes = ofType('AWS::ApiGatewayV2::Route').map(([, { Properties }]) => Properties)
    expect(routes).toMatchObject([{ RouteKey: '$default', AuthorizationType: 'AWS_IAM' }])
  })

  it('limits how much all readers may ask, and logs requests without who asked', () => {
    const [stage, ...others] = ofType('AWS::ApiGatewayV2::Stage').map(([, { Properties }]) => Properties)
    expect(others).toEqual([])
    expect(stage).toMatchObject({ DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 } })
    expect(stage!.AccessLogSettings.Format).not.toMatch(/identity|sourceIp|caller|user/i)
  })

  it('has a function that reads tables, texts and files as they were received, and nothing else', () => {
    const policies = ofType('AWS::IAM::Policy').filter(([id]) => id.startsWith('ReadingReadApi'))
    const statements = policies.flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement)
    const actions = new Set(statements.flatMap(({ Action }) => Action))
    expect([...actions].toSorted()).toEqual([
      'dynamodb:BatchGetItem',
      'dynamodb:GetItem',
      'dynamodb:Query',
      'logs:CreateLogStream',
      'logs:PutLogEvents',
      's3:GetObject',
      's3:GetObjectVersion',
      's3:ListBucket',
    ])
    const objects = statements.filter(({ Action }) => [Action].flat().includes('s3:GetObject'))
    expect(JSON.stringify(objects.map(({ Resource }) => Resource)).match(/"\/\w+\/\*"/g)).toEqual([
      '"/text/*"',
      '"/incoming/*"',
    ])
  })

  it('may be invoked by its own HTTP API only', () => {
    const [id] = ofType('AWS::ApiGatewayV2::Api')[0]!
    const permissions = ofType('AWS::Lambda::Permission').map(([, { Properties }]) => Properties)
    expect(permissions).toMatchObject([{ Principal: 'apigateway.amazonaws.com' }])
    expect(JSON.stringify(permissions[0]!.SourceArn)).toContain(`{"Ref":"${id}"}`)
  })
})
