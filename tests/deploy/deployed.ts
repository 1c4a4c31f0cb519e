import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import { CloudFormationClient } from '@aws-sdk/client-cloudformation'
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { LambdaClient } from '@aws-sdk/client-lambda'
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { SQSClient } from '@aws-sdk/client-sqs'
import { paginateScan } from '@aws-sdk/lib-dynamodb'
import { tableClientOver } from '../../shared/aws/table-client.ts'
import { type Context, cdk, deployStack } from './deploy-stack.ts'
import { startMinistack } from './ministack.ts'
import { shell } from './shell.ts'
import { createStack } from './stack-templates.ts'

const run = promisify(execFile)
const ROOT = join(import.meta.dirname, '../..')
/** Less than a test may take, so that the test says what did not come to hold. */
const WAIT_SECONDS = 600
const CREDENTIALS = { accessKeyId: 'fazhi', secretAccessKey: 'fazhi' }

/**
 * The stack of a stage, deployed to a MiniStack of its own, with what operators and readers have. Call `stop` when done.
 * @param former template of an earlier version, which is deployed instead
 */
export async function deployToMinistack(context: Context, former?: string) {
  const ministack = await startMinistack()
  const bootstrap = join(ministack.folder, 'bootstrap')
  await cdk(ministack, context, 'bootstrap', 'aws://000000000000/us-east-1', '--output', bootstrap)
  const client = { endpoint: ministack.endpoint, region: 'us-east-1', credentials: CREDENTIALS }
  const s3 = new S3Client({ ...client, forcePathStyle: true })
  const dynamodb = new DynamoDBClient(client)
  const tables = tableClientOver(dynamodb)
  const cloudformation = new CloudFormationClient(client)
  const stack = `Fazhi-${context.stage}`
  const deployed = {
    ministack,
    stack,
    /** Of the stack as it was deployed last. */
    outputs:
      former === undefined ? await deployStack(ministack, context) : await createStack(cloudformation, stack, former),
    s3,
    dynamodb,
    tables,
    sqs: new SQSClient(client),
    functions: new LambdaClient(client),
    cloudformation,
    cloudwatch: new CloudWatchClient(client),
    /** What a command prints about the stack. */
    fazhi: async (...words: readonly string[]) => {
      const command = ['fazhi', ...words, '--stack', stack]
      const options = { cwd: ROOT, env: ministack.environment, maxBuffer: 2 ** 26 }
      return (await run('npx', command, options)).stdout
    },
    put: (Key: string, Body: Buffer) =>
      s3.send(new PutObjectCommand({ Bucket: deployed.outputs.BucketName!, Key, Body })),
    /** Every row of a table, by the name of its output. */
    rowsOf: async (table: string) => {
      const rows: Record<string, unknown>[] = []
      for await (const { Items = [] } of paginateScan({ client: tables }, { TableName: deployed.outputs[table]! }))
        rows.push(...Items)
      return rows
    },
    /** Runs commands as a page prints them, and returns what they print. */
    shell: (script: string, cwd: string = ministack.folder) => shell(ministack, script, cwd),
    redeploy: async (changed: Context) => {
      deployed.outputs = await deployStack(ministack, changed)
    },
    stop: () => ministack.stop(),
  }
  return deployed
}

export type Deployed = Awaited<ReturnType<typeof deployToMinistack>>

/** Waits until something holds, for ten minutes at most; what holds then, the test asks. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let second = 0; second < WAIT_SECONDS && !(await holds()); second += 1) await setTimeout(1000)
}
