import * as v from 'valibot'
import type { Pattern } from './event-pattern.ts'

// The properties that the engine reads of each simulated resource type, with CloudFormation's defaults.

const queueSchema = v.object({
  FifoQueue: v.optional(v.boolean(), false),
  VisibilityTimeout: v.optional(v.number(), 30),
  MessageRetentionPeriod: v.optional(v.number(), 345_600),
  DelaySeconds: v.optional(v.number(), 0),
  RedrivePolicy: v.optional(v.object({ deadLetterTargetArn: v.string(), maxReceiveCount: v.number() })),
})

const keySchema = v.array(v.object({ AttributeName: v.string(), KeyType: v.picklist(['HASH', 'RANGE']) }))

const tableSchema = v.object({
  AttributeDefinitions: v.array(v.object({ AttributeName: v.string(), AttributeType: v.picklist(['S', 'N', 'B']) })),
  KeySchema: keySchema,
  GlobalSecondaryIndexes: v.optional(
    v.array(
      v.object({
        IndexName: v.string(),
        KeySchema: keySchema,
        Projection: v.object({
          ProjectionType: v.picklist(['ALL', 'KEYS_ONLY', 'INCLUDE']),
          NonKeyAttributes: v.optional(v.array(v.string())),
        }),
      }),
    ),
  ),
})

const bucketSchema = v.object({
  NotificationConfiguration: v.optional(
    v.strictObject({ EventBridgeConfiguration: v.optional(v.object({ EventBridgeEnabled: v.boolean() })) }),
  ),
})

const functionSchema = v.object({
  Code: v.object({ S3Key: v.string() }),
  Handler: v.string(),
  Timeout: v.optional(v.number(), 3),
  MemorySize: v.optional(v.number(), 128),
  Environment: v.optional(v.object({ Variables: v.record(v.string(), v.string()) }), { Variables: {} }),
})

const mappingSchema = v.object({
  EventSourceArn: v.string(),
  FunctionName: v.string(),
  BatchSize: v.optional(v.pipe(v.number(), v.maxValue(10, 'the local engine polls at most 10 messages at a time')), 10),
  FunctionResponseTypes: v.optional(v.array(v.picklist(['ReportBatchItemFailures'])), []),
  ScalingConfig: v.optional(v.object({ MaximumConcurrency: v.number() })),
})

const ruleSchema = v.object({
  EventPattern: v.record(v.string(), v.unknown()),
  State: v.optional(v.picklist(['ENABLED', 'DISABLED']), 'ENABLED'),
  Targets: v.array(
    v.strictObject({
      Id: v.string(),
      Arn: v.string(),
      RoleArn: v.optional(v.unknown()),
      RetryPolicy: v.optional(v.unknown()),
      DeadLetterConfig: v.optional(v.unknown()),
    }),
  ),
})

const scheduleSchema = v.object({
  ScheduleExpression: v.string(),
  State: v.optional(v.picklist(['ENABLED', 'DISABLED']), 'ENABLED'),
  FlexibleTimeWindow: v.object({ Mode: v.literal('OFF') }),
  Target: v.object({ Arn: v.string(), Input: v.optional(v.string(), '{}') }),
})

/** The schema of each simulated resource type, and the property with its physical name. */
export const SIMULATED = {
  'AWS::SQS::Queue': { schema: queueSchema, named: 'QueueName' },
  'AWS::DynamoDB::Table': { schema: tableSchema, named: 'TableName' },
  'AWS::S3::Bucket': { schema: bucketSchema, named: 'BucketName' },
  'AWS::Lambda::Function': { schema: functionSchema, named: 'FunctionName' },
  'AWS::Lambda::EventSourceMapping': { schema: mappingSchema, named: 'UUID' },
  'AWS::Events::Rule': { schema: ruleSchema, named: 'Name' },
  'AWS::Scheduler::Schedule': { schema: scheduleSchema, named: 'Name' },
} as const

export type SimulatedType = keyof typeof SIMULATED
export type Named<Schema extends v.GenericSchema> = v.InferOutput<Schema> & {
  readonly name: string
  readonly arn: string
}

export type Queue = Named<typeof queueSchema>
export type Table = Named<typeof tableSchema>
export type Bucket = Named<typeof bucketSchema>
export type LambdaFunction = Named<typeof functionSchema>
export type EventSourceMapping = Named<typeof mappingSchema>
export type Rule = Named<typeof ruleSchema> & { readonly EventPattern: Pattern }
export type Schedule = Named<typeof scheduleSchema>
