import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { templateFor } from '../infra/synth.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { installTool, programOf } from './python-tool.ts'

const run = promisify(execFile)
const CFN_LINT = { package: 'cfn-lint', version: '1.58.0' }

/** Dependencies that are named twice: CDK names them for each policy and role. */
const ACCEPTED = ['W3005']

const missing = await installTool(CFN_LINT)
if (missing) console.warn(`cfn-lint skipped: ${missing}`)

/** What cfn-lint finds in a template, a line each. */
async function findings(template: object): Promise<string> {
  const folder = await temporaryFolder({})
  const file = join(folder, 'template.json')
  await writeFile(file, JSON.stringify(template))
  const linted = run(programOf(CFN_LINT), [
    '--format',
    'parseable',
    '--ignore-checks',
    ...ACCEPTED,
    '--regions',
    'us-east-1',
    '--',
    file,
  ])
  return linted.then(
    ({ stdout }) => stdout,
    ({ stdout, stderr }) => `${stdout}${stderr}`,
  )
}

describe.skipIf(missing)('cfn-lint', () => {
  it.each([
    ['the stack', {}],
    ['a stack with a key of its own', { encryption: 'kms' }],
    ['a stack with a bucket and a table that are there already', { BucketName: 'kept', DocumentsTable: 'kept' }],
  ])('finds nothing in %s', async (_, context) => {
    expect(await findings(templateFor('test', context).template.toJSON())).toBe('')
  })

  it('would find a wrong property', async () => {
    const wrong = { Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: 'long' } }
    expect(await findings({ Resources: { Queue: wrong } })).toContain('E3012')
  })
})
