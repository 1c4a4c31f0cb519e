import * as v from 'valibot'
import { createResolver, type Resolve } from './intrinsics.ts'
import {
  type Bucket,
  type EventSourceMapping,
  type LambdaFunction,
  type Named,
  type Queue,
  type Rule,
  type Schedule,
  SIMULATED,
  type SimulatedType,
  type Table,
} from './resource-schemas.ts'
import { ACCOUNT, NotSimulatedError, REGION, type Resource, type Template } from './template.ts'

/**
 * Types that the engine ignores: permissions, notifications, retention, tables of Glue, and the API, which `fazhi up`
 * serves itself. A type that is neither here nor simulated stops the
 * engine, so no part of the app is left out unnoticed.
 */
const IGNORED_TYPES: ReadonlySet<string> = new Set([
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Route',
  'AWS::ApiGatewayV2::Stage',
  'AWS::CDK::Metadata',
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::CompositeAlarm',
  'AWS::CloudWatch::Dashboard',
  'AWS::Glue::Database',
  'AWS::Glue::Table',
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::KMS::Alias',
  'AWS::KMS::Key',
  'AWS::Lambda::Permission',
  'AWS::Logs::LogGroup',
  'AWS::Logs::MetricFilter',
  'AWS::S3::BucketPolicy',
  'AWS::SNS::Subscription',
  'AWS::SNS::Topic',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::QueuePolicy',
  'AWS::Scheduler::ScheduleGroup',
])

/** The resources of the template, with references resolved. */
export interface Resources {
  readonly queues: readonly Queue[]
  readonly tables: readonly Table[]
  readonly buckets: readonly Bucket[]
  readonly functions: readonly LambdaFunction[]
  readonly mappings: readonly EventSourceMapping[]
  readonly rules: readonly Rule[]
  readonly schedules: readonly Schedule[]
  readonly outputs: Readonly<Record<string, string>>
}

/**
 * Reads the resources of a template.
 * @param endpoint where the engine listens, `http://127.0.0.1:PORT`: queue addresses begin with it
 * @throws {NotSimulatedError} for a type, property value or reference that the engine does not support
 */
export function readResources(template: Template, endpoint: string): Resources {
  for (const [logicalId, { Type }] of Object.entries(template.Resources))
    if (!isSimulated(Type) && !IGNORED_TYPES.has(Type))
      throw new NotSimulatedError(
        `${logicalId} is of type ${Type}, which the local engine neither simulates nor ignores.`,
      )

  const resolveName = createResolver(template, () => undefined)
  const identities = new Map(
    Object.entries(template.Resources).map(([id, resource]) => [id, identify(id, resource, resolveName, endpoint)]),
  )
  const resolve = createResolver(template, (logicalId) => identities.get(logicalId))
  const all = <Type extends SimulatedType>(type: Type) =>
    Object.entries(template.Resources).flatMap(([logicalId, resource]) => {
      if (resource.Type !== type) return []
      const parsed = v.safeParse(SIMULATED[type].schema, resolveKnown(SIMULATED[type].schema, resource, resolve))
      if (!parsed.success) throw new NotSimulatedError(`${logicalId} (${type}): ${v.summarize(parsed.issues)}`)
      const { Name: name, Arn: arn } = identities.get(logicalId)!
      return [{ ...parsed.output, name, arn }]
    }) as Named<(typeof SIMULATED)[Type]['schema']>[]

  return {
    queues: all('AWS::SQS::Queue'),
    tables: all('AWS::DynamoDB::Table'),
    buckets: all('AWS::S3::Bucket'),
    functions: all('AWS::Lambda::Function'),
    mappings: all('AWS::Lambda::EventSourceMapping'),
    rules: all('AWS::Events::Rule') as Rule[],
    schedules: all('AWS::Scheduler::Schedule'),
    outputs: Object.fromEntries(
      Object.entries(template.Outputs ?? {}).map(([name, { Value }]) => [name, String(resolve(Value))]),
    ),
  }
}

function isSimulated(type: string): type is SimulatedType {
  return type in SIMULATED
}

/** Resolves only the properties of the schema: others may refer to resources that are ignored, such as a role. */
function resolveKnown(schema: { entries: object }, { Properties = {} }: Resource, resolve: Resolve): unknown {
  const known = Object.entries(Properties).filter(([key]) => key in schema.entries)
  return Object.fromEntries(known.map(([key, value]) => [key, resolve(value)]))
}

/** The attributes by which other resources refer to a resource, and its physical name. */
function identify(logicalId: string, { Type, Properties }: Resource, resolve: Resolve, endpoint: string) {
  const given = isSimulated(Type) ? Properties?.[SIMULATED[Type].named] : undefined
  const Name = given === undefined ? nameOf(logicalId, Type, Properties) : String(resolve(given))
  const arn = (service: string, resource: string) => `arn:aws:${service}:${REGION}:${ACCOUNT}:${resource}`
  switch (Type) {
    case 'AWS::SQS::Queue':
      return { Name, QueueName: Name, Ref: `${endpoint}/${ACCOUNT}/${Name}`, Arn: arn('sqs', Name) }
    case 'AWS::DynamoDB::Table':
      return { Name, Ref: Name, Arn: arn('dynamodb', `table/${Name}`) }
    case 'AWS::S3::Bucket':
      return { Name, Ref: Name, Arn: `arn:aws:s3:::${Name}` }
    case 'AWS::Lambda::Function':
      return { Name, Ref: Name, Arn: arn('lambda', `function:${Name}`) }
    case 'AWS::Events::Rule':
      return { Name, Ref: Name, Arn: arn('events', `rule/${Name}`) }
    case 'AWS::ApiGatewayV2::Api':
      return { Name, Ref: Name, ApiEndpoint: endpoint }
    case 'AWS::IAM::Role':
      return { Name, Ref: Name, Arn: `arn:aws:iam::${ACCOUNT}:role/${Name}` }
    case 'AWS::Glue::Database':
      return { Name, Ref: Name }
    case 'AWS::IAM::ManagedPolicy':
      return { Name, Ref: `arn:aws:iam::${ACCOUNT}:policy/${Name}` }
    case 'AWS::SNS::Topic':
      return { Name, TopicName: Name, Ref: arn('sns', Name), Arn: arn('sns', Name) }
    default:
      return isSimulated(Type) ? { Name, Ref: Name, Arn: arn('local', Name) } : undefined
  }
}

/** The name of a resource without one in the template. Functions get the tag `function`, because people read their logs. */
function nameOf(logicalId: string, type: string, properties: Resource['Properties']): string {
  if (type === 'AWS::S3::Bucket') return logicalId.toLowerCase()
  if (type === 'AWS::SQS::Queue' && properties?.FifoQueue === true) return `${logicalId}.fifo`
  if (type !== 'AWS::Lambda::Function') return logicalId
  const tags = (properties?.Tags ?? []) as { Key: string; Value: string }[]
  return tags.find(({ Key }) => Key === 'function')?.Value ?? logicalId
}
