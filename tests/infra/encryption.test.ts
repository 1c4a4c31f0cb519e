import { describe, expect, it } from 'vitest'
import { keyActionsFor } from '../../infra/key-actions.ts'
import { settingsOf } from '../../infra/settings.ts'
import { templateFor } from './synth.ts'

const own = templateFor('test', { encryption: 'kms' })
const [[keyId, key] = expect.fail()] = own.ofType('AWS::KMS::Key')
const KEY = { 'Fn::GetAtt': [keyId, 'Arn'] }

type Of = ReturnType<typeof templateFor>
type Properties = ReturnType<Of['ofType']>[number][1]['Properties']

interface Statement {
  readonly Action: string | string[]
  readonly Resource: unknown
  readonly Condition?: { readonly StringEquals: Record<string, unknown> }
}

/** The statements of a role or a managed policy, by its name. */
const statementsOf = ({ ofType }: Of): [string, Statement[]][] =>
  ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy']
    .flatMap(ofType)
    .map(([id, { Properties }]) => [id, Properties.PolicyDocument.Statement])

/** What somebody may do with the key, by the service that asks it. */
const ofKey = (statements: readonly Statement[]) =>
  statements.flatMap(({ Action, Resource, Condition }) => {
    const actions = [Action].flat()
    if (!actions.some((action) => action.startsWith('kms:'))) return []
    const service = /"(\w+)\."/.exec(JSON.stringify(Condition?.StringEquals['kms:ViaService']))?.[1]
    return [{ service, actions: actions.toSorted(), resource: Resource }]
  })

describe('a stack', () => {
  it('has no key of its own if nobody asks for one', () => {
    const template = templateFor('test')
    expect(template.ofType('AWS::KMS::Key')).toEqual([])
    expect(JSON.stringify(statementsOf(template))).not.toContain('kms:')
  })
})

describe('a stack with a key of its own', () => {
  it('encrypts with it all that it keeps', () => {
    const encryptedBy: Readonly<Record<string, (properties: Properties) => unknown>> = {
      'AWS::S3::Bucket': ({ BucketEncryption }) =>
        BucketEncryption.ServerSideEncryptionConfiguration[0].ServerSideEncryptionByDefault.KMSMasterKeyID,
      'AWS::DynamoDB::Table': ({ SSESpecification }) => SSESpecification.KMSMasterKeyId,
      'AWS::SQS::Queue': ({ KmsMasterKeyId }) => KmsMasterKeyId,
      'AWS::SNS::Topic': ({ KmsMasterKeyId }) => KmsMasterKeyId,
      'AWS::Logs::LogGroup': ({ KmsKeyId }) => KmsKeyId,
    }
    for (const [type, keyOf] of Object.entries(encryptedBy)) {
      const all = own.ofType(type)
      expect([type, all.length > 0]).toEqual([type, true])
      for (const [id, { Properties }] of all) expect([id, keyOf(Properties)]).toEqual([id, KEY])
    }
    for (const [, { Properties }] of own.ofType('AWS::SQS::Queue'))
      expect(Properties).not.toHaveProperty('SqsManagedSseEnabled')
  })

  it('keeps the key, turns it every year, and lets the account say who uses it, and three services in their own name', () => {
    expect(key).toMatchObject({ DeletionPolicy: 'Retain', Properties: { EnableKeyRotation: true } })
    const statements = key.Properties.KeyPolicy.Statement
    const principals = statements.map(({ Principal }: { Principal: object }) => JSON.stringify(Principal))
    expect(principals).toEqual([
      expect.stringContaining(':root'),
      expect.stringMatching(/"logs\."/),
      expect.stringMatching(/\["events\.amazonaws\.com","cloudwatch\.amazonaws\.com"\]/),
    ])
    const [, ...services] = statements
    for (const { Condition } of services) expect(JSON.stringify(Condition)).toContain('AWS::AccountId')
  })

  it.each(statementsOf(own))(
    'lets whoever may use something use the key for that, and for nothing else: %s',
    (_, all) => {
      const others = all.flatMap(({ Action }) => Action).filter((action) => !action.startsWith('kms:'))
      const expected = [...keyActionsFor(others)].map(([service, actions]) => ({ service, actions, resource: KEY }))
      const found = ofKey(all)
      expect(found.toSorted((a, b) => (a.service! < b.service! ? -1 : 1))).toEqual(
        expected.toSorted((a, b) => (a.service < b.service ? -1 : 1)),
      )
    },
  )

  it('gives readers what decrypts, and nothing that encrypts', () => {
    const readers = statementsOf(own).filter(([id]) => /^(?:ReadingReadApi|Readers)/.test(id))
    expect(readers).toHaveLength(2)
    for (const [, statements] of readers)
      expect(ofKey(statements)).toEqual([
        { service: 'dynamodb', actions: ['kms:Decrypt', 'kms:DescribeKey'], resource: KEY },
        { service: 's3', actions: ['kms:Decrypt'], resource: KEY },
      ])
  })

  it('says the key in its outputs, and takes it by that name', () => {
    const { Outputs } = own.template.toJSON()
    expect(Outputs.KeyArn.Value).toEqual(KEY)
    const KeyArn = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'
    const found = templateFor('test', { encryption: 'kms', KeyArn })
    expect(found.ofType('AWS::KMS::Key')).toEqual([])
    for (const [, { Properties }] of found.ofType('AWS::SQS::Queue')) expect(Properties.KmsMasterKeyId).toBe(KeyArn)
  })
})

describe('what is asked of the key', () => {
  it.each([
    [['sqs:ReceiveMessage', 'sqs:DeleteMessage'], { sqs: ['kms:Decrypt'] }],
    [['s3:GetObjectVersion'], { s3: ['kms:Decrypt'] }],
    [['s3:ListBucket', 'lambda:InvokeFunction', 'logs:PutLogEvents'], {}],
    [
      ['s3:PutObject', 'dynamodb:Query'],
      { s3: ['kms:Decrypt', 'kms:GenerateDataKey'], dynamodb: ['kms:Decrypt', 'kms:DescribeKey'] },
    ],
  ])('for %j is %j', (actions, expected) => {
    expect(Object.fromEntries(keyActionsFor(actions))).toEqual(expected)
  })
})

describe('the setting', () => {
  it.each([
    [{ encryption: 'aes' }, /encryption/],
    [{ encryption: 'kms', KeyArn: 'alias/mine' }, /KeyArn/],
    [{ KeyArn: 'arn:aws:kms:us-east-1:111122223333:key/1' }, /encryption=kms/],
  ])('is not %j', (context: Record<string, string>, message) => {
    expect(() => settingsOf({ tryGetContext: (name: string) => context[name] })).toThrow(message)
  })
})
