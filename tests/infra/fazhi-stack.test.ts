import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { outputOf, settingsOf } from '../../infra/settings.ts'
import { TABLE_NAMES } from '../../infra/tables.ts'
import { pagesOfDocs } from '../docs/printed-commands.ts'
import { stackFor, templateFor } from './synth.ts'

const ROOT = join(import.meta.dirname, '../..')

const { template, resources, ofType } = templateFor('test')
const queueOf = (arn: { 'Fn::GetAtt': [string, string] }) => arn['Fn::GetAtt'][0]

describe('the stack', () => {
  it('is as it was when last looked at', () => {
    const withoutHashes = JSON.stringify(template.toJSON(), null, 2).replace(/\b[0-9a-f]{64}\.zip/g, 'ASSET.zip')
    expect(JSON.parse(withoutHashes)).toMatchSnapshot()
  })

  it('gives every queue a redrive policy, or it is a dead-letter queue itself', () => {
    const queues = ofType('AWS::SQS::Queue')
    const policies = queues.flatMap(([, { Properties }]) => Properties.RedrivePolicy ?? [])
    const ofQueues = new Set(policies.map(({ deadLetterTargetArn }) => queueOf(deadLetterTargetArn)))
    const ofFunctions = ofType('AWS::Lambda::Function').flatMap(
      ([, { Properties }]) => Properties.DeadLetterConfig ?? [],
    )
    const deadLetters = new Set([...ofQueues, ...ofFunctions.map(({ TargetArn }) => queueOf(TargetArn))])
    expect(policies.every(({ maxReceiveCount }) => maxReceiveCount === 5)).toBe(true)
    expect(policies).toHaveLength(ofQueues.size)
    for (const [id, { Properties }] of queues) {
      expect([id, deadLetters.has(id) || Properties.RedrivePolicy !== undefined]).toEqual([id, true])
      if (deadLetters.has(id)) expect(Properties.MessageRetentionPeriod).toBe(14 * 24 * 60 * 60)
    }
  })

  it('hides a message for six timeouts of its function, takes at most ten and reports failures one by one', () => {
    const mappings = ofType('AWS::Lambda::EventSourceMapping')
    expect(mappings.length).toBeGreaterThan(0)
    for (const [id, { Properties }] of mappings) {
      const { VisibilityTimeout } = resources[queueOf(Properties.EventSourceArn)]!.Properties
      const { Timeout } = resources[Properties.FunctionName.Ref]!.Properties
      expect([id, VisibilityTimeout >= 6 * Timeout]).toEqual([id, true])
      expect([id, Properties.FunctionResponseTypes]).toEqual([id, ['ReportBatchItemFailures']])
      expect([id, Properties.BatchSize <= 10]).toEqual([id, true])
      expect([id, Properties.ScalingConfig.MaximumConcurrency]).toEqual([id, expect.any(Number)])
    }
  })

  it('allows functions no wildcard action and no wildcard resource but folders of the bucket', () => {
    const policies = ofType('AWS::IAM::Policy').flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement)
    expect(policies.length).toBeGreaterThan(0)
    for (const { Action, Resource } of policies) {
      expect(JSON.stringify(Action)).not.toContain('*')
      for (const resource of [Resource].flat()) expect(JSON.stringify(resource)).not.toMatch(/\*(?<!\/[a-z]+\/\*)/)
    }
    for (const [, { Properties }] of ofType('AWS::IAM::Role')) expect(Properties.ManagedPolicyArns).toBeUndefined()
  })

  it('refuses requests without TLS or without permission', () => {
    for (const [, { Properties }] of ofType('AWS::S3::Bucket'))
      expect(Object.values(Properties.PublicAccessBlockConfiguration)).toEqual([true, true, true, true])
    const statements = ['AWS::S3::BucketPolicy', 'AWS::SQS::QueuePolicy', 'AWS::SNS::TopicPolicy']
      .flatMap(ofType)
      .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement)
    const toAnyone = statements.filter(
      ({ Effect, Principal }) => Effect === 'Allow' && /"\*"/.test(JSON.stringify(Principal)),
    )
    expect(toAnyone).toEqual([])
    const tlsOnly = statements.filter(
      ({ Effect, Condition }) => Effect === 'Deny' && Condition?.Bool?.['aws:SecureTransport'] === 'false',
    )
    const guarded = ['AWS::S3::Bucket', 'AWS::SQS::Queue', 'AWS::SNS::Topic'].flatMap(ofType)
    expect(tlsOnly).toHaveLength(guarded.length)
  })

  it('lets alarms publish to their topic, and EventBridge send to the intake and its dead letters', () => {
    const allowed = ['AWS::SQS::QueuePolicy', 'AWS::SNS::TopicPolicy']
      .flatMap(ofType)
      .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement)
      .filter(({ Effect }) => Effect === 'Allow')
      .map(({ Principal, Condition }) => [Principal.Service, Condition === undefined])
    expect(allowed.toSorted()).toEqual([
      ['cloudwatch.amazonaws.com', false],
      ['events.amazonaws.com', false],
      ['events.amazonaws.com', false],
    ])
  })

  it('keeps tables and bucket when the stack is deleted', () => {
    for (const [id, { DeletionPolicy, Properties }] of ofType('AWS::DynamoDB::Table')) {
      expect([id, DeletionPolicy, Properties.DeletionProtectionEnabled]).toEqual([id, 'Retain', true])
      expect(Properties.PointInTimeRecoverySpecification).toEqual({ PointInTimeRecoveryEnabled: true })
    }
    for (const [id, { DeletionPolicy }] of ofType('AWS::S3::Bucket'))
      expect([id, DeletionPolicy]).toEqual([id, 'Retain'])
  })

  it('runs Node.js 24 on arm64', () => {
    for (const [, { Properties }] of ofType('AWS::Lambda::Function'))
      expect(Properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] })
  })

  it('names no resource, so that one account can have two stages', () => {
    const named = Object.entries(resources).filter(([, { Properties = {} }]) =>
      [
        'BucketName',
        'QueueName',
        'TableName',
        'FunctionName',
        'RoleName',
        'LogGroupName',
        'AlarmName',
        'Name',
        'TopicName',
      ].some((property) => typeof Properties[property] === 'string'),
    )
    expect(named).toEqual([])
    expect(stackFor('first').stackName).not.toBe(stackFor('second').stackName)
  })

  it('watches every queue and every function', () => {
    const alarms = ofType('AWS::CloudWatch::Alarm').map(([, { Properties }]) => JSON.stringify(Properties))
    for (const type of ['AWS::SQS::Queue', 'AWS::Lambda::Function'])
      for (const [id] of ofType(type))
        expect([id, alarms.some((alarm) => alarm.includes(`"${id}"`))]).toEqual([id, true])
  })
})

describe('each alarm', () => {
  const texts = ofType('AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties.AlarmDescription as string)
  const headings = Array.from(
    readFileSync(join(ROOT, 'docs/runbook.md'), 'utf8').matchAll(/^###? (.+)$/gm),
    ([, title = '']) => title,
  )
  /** The anchor that a link to a heading leads to. */
  const anchorOf = (title: string) => title.toLowerCase().replaceAll(' ', '-')

  it.each(texts)('says how urgent it is, and has its section in the runbook: %s', (text) => {
    const { address = '', anchor = '' } =
      /^\[(?:urgent|soon)\] .+\. (?<address>https:\S+)#(?<anchor>[a-z-]+)$/.exec(text)?.groups ?? {}
    expect(address).toBe('https://fazhi.example/docs/runbook.md')
    expect(headings.map(anchorOf)).toContain(anchor)
  })
})

describe('a setting', () => {
  const set = (name: string, value: unknown) =>
    settingsOf({ tryGetContext: (asked: string) => (asked === name ? value : undefined) })

  it.each(['Prod', 'a-b', '', '1st', 'x'.repeat(17)])('of the stage is not %j', (stage) => {
    expect(() => set('stage', stage)).toThrow(/stage/)
  })

  it.each([
    ['docs', 'runbook.md'],
    ['BucketName', 'Reports'],
    ['DocumentsTable', 'a table'],
    ['RunsTable', true],
  ])('%s is not %j', (name, value) => {
    expect(() => set(name, value)).toThrow(name)
  })
})

describe('commands that the docs print', () => {
  const scripts = pagesOfDocs().flatMap((page) => page.scripts)
  const namesIn = (pattern: RegExp) =>
    scripts.flatMap((script) => Array.from(script.matchAll(pattern), ([, a, b]) => a ?? b!))

  it('name outputs that the stack has', () => {
    const { Outputs } = template.toJSON()
    const names = namesIn(/\$\(output (\w+)\)|OutputKey=='(\w+)'/g)
    expect(names.length).toBeGreaterThan(5)
    expect(names.filter((name) => Outputs[name] === undefined)).toEqual([])
  })

  it('name settings that it takes', () => {
    const taken = new Set<string>()
    settingsOf({ tryGetContext: (name: string) => void taken.add(name) })
    expect(namesIn(/ -c (\w+)=/g).filter((name) => !taken.has(name))).toEqual([])
  })
})

describe('a stack of the stage', () => {
  it.each([
    ['prod', true],
    ['test', false],
  ])('%s is protected from termination: %s', (stage, isProtected) => {
    expect(stackFor(stage).terminationProtection).toBe(isProtected)
  })
})

describe('a stack with what is there already, and an address of its pages', () => {
  const names = Object.fromEntries(TABLE_NAMES.map((table) => [outputOf(table), `kept-${table}`]))
  const kept = templateFor('test', { ...names, BucketName: 'kept-bucket', docs: 'https://git.example.org/docs/' })

  it('leads alarms to that address', () => {
    for (const [, { Properties }] of kept.ofType('AWS::CloudWatch::Alarm'))
      expect(Properties.AlarmDescription).toContain(' https://git.example.org/docs/runbook.md#')
  })

  it('makes no tables and no bucket of its own', () => {
    expect(kept.ofType('AWS::DynamoDB::Table')).toEqual([])
    expect(kept.ofType('AWS::S3::Bucket')).toEqual([])
  })

  it('says its names in the outputs, and gives them to the functions', () => {
    const { Outputs } = kept.template.toJSON()
    for (const [output, name] of Object.entries({ ...names, BucketName: 'kept-bucket' }))
      expect(Outputs[output].Value).toBe(name)
    const environments = (of: typeof kept) =>
      of.ofType('AWS::Lambda::Function').map(([, { Properties }]) => Object.keys(Properties.Environment.Variables))
    expect(environments(kept)).toEqual(environments({ ...kept, ofType }))
    const variables = JSON.stringify(kept.ofType('AWS::Lambda::Function'))
    for (const name of Object.values(names).filter((table) => table !== 'kept-formerIndicators'))
      expect(variables).toContain(`"${name}"`)
  })

  it('gives each function the very permissions that it has on tables and bucket of its own', () => {
    const actions = (of: typeof kept) =>
      of
        .ofType('AWS::IAM::Policy')
        .map(([id, { Properties }]) => [
          id,
          Properties.PolicyDocument.Statement.flatMap(({ Action }: { Action: string | string[] }) => Action).toSorted(),
        ])
    expect(actions(kept)).toEqual(actions({ ...kept, ofType }))
  })

  it('refuses requests to that bucket without TLS', () => {
    const [[, policy] = [undefined, undefined]] = kept.ofType('AWS::S3::BucketPolicy')
    expect(policy?.Properties).toMatchObject({
      Bucket: 'kept-bucket',
      PolicyDocument: {
        Statement: [{ Effect: 'Deny', Action: 's3:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }],
      },
    })
  })

  it('is told of new objects in that bucket', () => {
    const [[, rule] = [undefined, undefined]] = kept.ofType('AWS::Events::Rule')
    expect(rule?.Properties.EventPattern.detail.bucket.name).toEqual(['kept-bucket'])
  })
})
