import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { outputOf } from '../../infra/settings.ts'
import { TABLE_NAMES } from '../../infra/tables.ts'
import { RELEASED, STEPS } from '../infra/released/version-0.1.ts'
import { templateFor } from '../infra/synth.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { programOf } from './python-tool.ts'
import { CFN_LINT, whyMissing } from './tools.ts'

const run = promisify(execFile)

/** Dependencies that are named twice: CDK names them for each policy and role. */
const ACCEPTED = ['W3005']

const TABLES = Object.fromEntries(TABLE_NAMES.map((name) => [outputOf(name), `kept-${name}`]))
const KEY = 'arn:aws:kms:us-east-1:123456789012:key/1a2b3c4d-5e6f-7a8b-9c0d-1e2f3a4b5c6d'
const TOKENS = { access: 'jwt', jwtIssuer: 'https://a.example/issuer', jwtAudience: 'readers,editors' }
const KEPT = { ...TABLES, BucketName: 'kept' }

/** Every setting that changes resources is in one of them. */
const CONTEXTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'as it is': {},
  'for everybody, with a key of its own': { access: 'open', corsOrigins: 'https://a.example', encryption: 'kms' },
  'for tokens, with a key that is there': { ...TOKENS, encryption: 'kms', KeyArn: KEY },
  'with a bucket and tables that are there': { ...KEPT, access: 'open' },
  'with all that is there, and a key of its own': { ...KEPT, encryption: 'kms' },
}

const missing = whyMissing(CFN_LINT)
if (missing) console.warn(`cfn-lint skipped: ${missing}`)

/** What cfn-lint finds in templates, a line each, which begins with the name of the template; or why it ended. */
async function findings(templates: Readonly<Record<string, object>>): Promise<string[]> {
  const files = Object.entries(templates).map(([name, template]) => [`${name}.json`, JSON.stringify(template)])
  const cwd = await temporaryFolder(Object.fromEntries(files))
  const options = ['--format', 'parseable', '--ignore-checks', ...ACCEPTED, '--regions', 'us-east-1']
  const linted = run(programOf(CFN_LINT), [...options, '--', ...files.map(([name]) => name!)], { cwd })
  const { stdout, stderr } = await linted.catch((error: { stdout: string; stderr: string }) => error)
  return `${stdout}${stderr}`.split('\n').filter((line) => line !== '')
}

describe.skipIf(missing)('cfn-lint', () => {
  it('finds nothing in the stack, whatever is set, on its way from the version before, and in what that had', async () => {
    const stacks = Object.entries(CONTEXTS).map(([name, context]) => [
      name,
      templateFor('test', context).template.toJSON(),
    ])
    const steps = STEPS.map((indexStep) => {
      const tables = templateFor('test', { indexStep }).ofType('AWS::DynamoDB::Table')
      return [`indexStep ${indexStep}`, { Resources: Object.fromEntries(tables) }]
    })
    const former = ['version 0.1', JSON.parse(RELEASED)]
    expect(await findings(Object.fromEntries([...stacks, ...steps, former]))).toEqual([])
  })

  it('would find a wrong property', async () => {
    const wrong = { Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: 'long' } }
    const found = await findings({ wrong: { Resources: { Queue: wrong } } })
    expect(found.join('\n')).toMatch(/^wrong\.json:.*E3012/m)
  })
})
