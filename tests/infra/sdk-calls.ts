import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { BUNDLE_OPTIONS } from '../../infra/esbuild-code.ts'

const ROOT = join(import.meta.dirname, '../..')

/** The actions that IAM asks for, by the command or paginator of the SDK. */
const ACTIONS: Readonly<Record<string, readonly string[]>> = {
  GetCommand: ['dynamodb:GetItem'],
  PutCommand: ['dynamodb:PutItem'],
  UpdateCommand: ['dynamodb:UpdateItem'],
  DeleteCommand: ['dynamodb:DeleteItem'],
  BatchGetCommand: ['dynamodb:BatchGetItem'],
  QueryCommand: ['dynamodb:Query'],
  paginateQuery: ['dynamodb:Query'],
  paginateScan: ['dynamodb:Scan'],
  GetObjectCommand: ['s3:GetObject', 's3:GetObjectVersion'],
  HeadObjectCommand: ['s3:GetObject', 's3:GetObjectVersion'],
  PutObjectCommand: ['s3:PutObject'],
  CopyObjectCommand: ['s3:GetObject', 's3:GetObjectVersion', 's3:PutObject'],
  ListObjectsV2Command: ['s3:ListBucket'],
  ChangeMessageVisibilityCommand: ['sqs:ChangeMessageVisibility'],
  GetQueueUrlCommand: ['sqs:GetQueueUrl'],
  SendMessageCommand: ['sqs:SendMessage'],
  GetQueueAttributesCommand: ['sqs:GetQueueAttributes'],
}

/** A call of the SDK that this file does not know. */
class UnknownCallError extends Error {
  override readonly name = 'UnknownCallError'
}

/**
 * The actions that the code in a function's bundle can ask for: every command of the SDK in every module of which something is left
 * after unused code was taken away. A class is left whole, so there may be methods that this function never calls.
 * @returns by action, the modules that ask for it
 */
export async function actionsOfBundle(functionName: string): Promise<Map<string, string[]>> {
  const { metafile } = await build({
    ...BUNDLE_OPTIONS,
    entryPoints: [join(ROOT, 'functions', functionName, 'index.ts')],
    outdir: 'unused',
    packages: 'external',
    minify: false,
    sourcemap: false,
    metafile: true,
    write: false,
  })
  const modules = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  )
  const actions = new Map<string, string[]>()
  for (const path of new Set(modules))
    for (const action of actionsIn(readFileSync(join(ROOT, path), 'utf8')))
      actions.set(action, [...(actions.get(action) ?? []), path])
  return actions
}

function actionsIn(source: string): Set<string> {
  const calls = source.matchAll(/\bnew (?<command>\w+Command)\(|\b(?<paginator>paginate[A-Z]\w+)\(/g)
  return new Set(
    Array.from(calls, ({ groups }) => groups!.command ?? groups!.paginator!).flatMap((call) => {
      const actions = ACTIONS[call]
      if (actions === undefined)
        throw new UnknownCallError(`Say in ${import.meta.filename} which actions ${call} needs.`)
      return actions
    }),
  )
}
