import { Template } from 'aws-cdk-lib/assertions'
import { describe, expect, it } from 'vitest'
import { apiStackFor, templateFor } from './synth.ts'

const { ofType } = templateFor('test')

describe('the read API', () => {
  it('answers nobody without credentials, but whether it answers', () => {
    expect(routesIn(Object.fromEntries(ofType('AWS::ApiGatewayV2::Route')))).toEqual({
      $default: 'AWS_IAM',
      'GET /api/v1/health': 'NONE',
    })
    const [[, { Properties: api }] = expect.fail()] = ofType('AWS::ApiGatewayV2::Api')
    expect(api).not.toHaveProperty('CorsConfiguration')
  })

  it('is open by explicit choice', () => {
    const { Resources } = apiTemplate({ access: 'open' })
    expect(routesIn(Resources)).toEqual({ $default: 'NONE', 'GET /api/v1/health': 'NONE' })
    expect(servesPage(Resources)).toBe(true)
  })

  it('takes tokens of one issuer by explicit choice', () => {
    const { Resources } = apiTemplate({ access: 'jwt', jwtIssuer: 'https://login.example', jwtAudience: 'a,b' })
    expect(routesIn(Resources)).toEqual({ $default: 'JWT', 'GET /api/v1/health': 'NONE' })
    expect(servesPage(Resources)).toBe(false)
    const authorizers = Object.values(Resources).filter(({ Type }) => Type === 'AWS::ApiGatewayV2::Authorizer')
    expect(authorizers).toMatchObject([
      { Properties: { JwtConfiguration: { Issuer: 'https://login.example', Audience: ['a', 'b'] } } },
    ])
  })

  it('lets pages of named origins read, and of no others', () => {
    const { Resources } = apiTemplate({ corsOrigins: 'https://a.example,http://localhost:3000' })
    const api = Object.values(Resources).find(({ Type }) => Type === 'AWS::ApiGatewayV2::Api')!
    expect(api.Properties.CorsConfiguration).toMatchObject({
      AllowOrigins: ['https://a.example', 'http://localhost:3000'],
      AllowMethods: ['GET', 'HEAD'],
    })
    expect(api.Properties.CorsConfiguration).not.toHaveProperty('AllowCredentials')
  })

  it.each([
    [{ access: 'public' }, /access is "public"; it must be iam, open or jwt/],
    [{ access: 'jwt' }, /needs jwtIssuer and jwtAudience/],
    [{ access: 'jwt', jwtIssuer: 'http://login.example', jwtAudience: 'a' }, /jwtIssuer/],
    [{ jwtIssuer: 'https://login.example', jwtAudience: 'a' }, /without access=jwt/],
    [{ corsOrigins: '*' }, /corsOrigins/],
    [{ corsOrigins: 'https://a.example/' }, /corsOrigins/],
  ])('is not deployed with %j', (context, message) => {
    expect(() => apiTemplate(context)).toThrow(message)
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
    expect(permissions).toHaveLength(2)
    for (const { Principal, SourceArn } of permissions) {
      expect(Principal).toBe('apigateway.amazonaws.com')
      expect(JSON.stringify(SourceArn)).toContain(`{"Ref":"${id}"}`)
    }
  })
})

// biome-ignore lint/suspicious/noExplicitAny: CloudFormation properties have no one type
type Resources = Record<string, { Type?: string; Properties: Record<string, any> }>

function apiTemplate(context: Readonly<Record<string, string>>): { Resources: Resources } {
  return Template.fromStack(apiStackFor(context)).toJSON() as { Resources: Resources }
}

function servesPage(resources: Resources): boolean {
  return JSON.stringify(resources).includes('"SERVES_PAGE":"true"')
}

/** Who may use each route. */
function routesIn(resources: Resources): Record<string, string> {
  const routes = Object.values(resources).filter(({ Properties }) => Properties?.RouteKey !== undefined)
  return Object.fromEntries(
    routes.map(({ Properties: { RouteKey, AuthorizationType } }) => [RouteKey, AuthorizationType]),
  )
}
