import { describe, expect, it } from 'vitest'
import { actionsOfBundle } from './sdk-calls.ts'
import { templateFor } from './synth.ts'

const { ofType } = templateFor('test')

/** Lambda itself needs these to read a queue for a function, with the function's role. */
const READ_QUEUE = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes']
/** Without it S3 says that access is denied, instead of that an object is not there. */
const TELL_ABSENT = ['s3:ListBucket']

interface Difference {
  /** Granted, and no call of the code needs it. */
  readonly granted: readonly string[]
  /** In methods of a shared class that this function never calls: it must not be able to. */
  readonly withheld: readonly string[]
}

/** What permissions and code of each function do not have in common. */
const DIFFERENCES: Readonly<Record<string, Difference>> = {
  'parse-report': { granted: [...READ_QUEUE, ...TELL_ABSENT], withheld: ['dynamodb:Scan'] },
  'write-indicators': { granted: READ_QUEUE, withheld: ['dynamodb:Scan'] },
  'fetch-page': { granted: READ_QUEUE, withheld: ['dynamodb:Scan', 's3:GetObject', 's3:GetObjectVersion'] },
  'dispatch-walks': { granted: TELL_ABSENT, withheld: ['s3:GetObjectVersion'] },
  'crawl-portal': { granted: READ_QUEUE, withheld: ['dynamodb:Scan'] },
  reconcile: { granted: [], withheld: ['s3:GetObjectVersion'] },
  canary: {
    granted: [],
    withheld: [
      ...['dynamodb:PutItem', 'dynamodb:Scan', 'dynamodb:UpdateItem'],
      ...['s3:GetObject', 's3:GetObjectVersion', 's3:ListBucket'],
    ],
  },
  'export-tables': {
    // An upload in parts is undone by a command that its library sends.
    granted: [...TELL_ABSENT, 's3:AbortMultipartUpload'],
    withheld: [
      ...['dynamodb:DeleteItem', 'dynamodb:PutItem', 'dynamodb:Scan', 'dynamodb:UpdateItem'],
      's3:GetObjectVersion',
    ],
  },
  'read-api': {
    granted: TELL_ABSENT,
    withheld: [...['dynamodb:DeleteItem', 'dynamodb:PutItem', 'dynamodb:Scan', 'dynamodb:UpdateItem'], 's3:PutObject'],
  },
}

/** Each function's name, and the actions that its role allows beside writing its log. */
const FUNCTIONS = ofType('AWS::Lambda::Function').map(([, { Properties }]) => {
  const { Value: name } = Properties.Tags.find(({ Key }: { Key: string }) => Key === 'function')
  const role = JSON.stringify(Properties.Role['Fn::GetAtt'][0])
  const granted = ofType('AWS::IAM::Policy')
    .filter(([, policy]) => JSON.stringify(policy.Properties.Roles).includes(role))
    .flatMap(([, policy]) => policy.Properties.PolicyDocument.Statement)
    .flatMap(({ Action }: { Action: string | string[] }) => Action)
    .filter((action: string) => !action.startsWith('logs:'))
  return [name as string, new Set<string>(granted)] as const
})

describe('a function', () => {
  it.each(FUNCTIONS)('may do what its code does, and nothing else: %s', async (name, granted) => {
    const inCode = new Set((await actionsOfBundle(name)).keys())
    const expected = DIFFERENCES[name] ?? { granted: [], withheld: [] }
    const without = expected.granted.filter((action) => !inCode.has(action))
    expect([...granted.difference(inCode)].toSorted()).toEqual(without.toSorted())
    expect([...inCode.difference(granted)].toSorted()).toEqual(expected.withheld.toSorted())
  })
})
