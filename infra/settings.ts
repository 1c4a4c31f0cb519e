import type { Node } from 'constructs'
import { type ExistingTables, TABLE_NAMES, type TableName } from './tables.ts'

const DEFAULT_STAGE = 'prod'
const STAGE = /^[a-z][a-z0-9]{0,15}$/

/** Reserved by RFC 2606, so it is nobody's address. Whoever deploys names the place where they have these pages. */
const NO_DOCS = 'https://fazhi.example/docs'

const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/
const TABLE = /^[\w.-]{3,255}$/

type Context = Pick<Node, 'tryGetContext'>

/** What a deployment may set, each as `cdk deploy -c NAME=VALUE`. */
export interface Settings {
  /** `stage`: the copy of the pipeline. Part of the stack's name and of its metrics. */
  readonly stage: string
  /** `docs`: the address of the folder `docs/`, to which alarms lead. */
  readonly docs: string
  /** `DocumentsTable` and so on, as the outputs of the stack call them. */
  readonly existingTables: ExistingTables
  /** `BucketName`, as the outputs call it. */
  readonly existingBucket: string | null
}

/** A value that a deployment cannot have. */
class SettingError extends Error {
  override readonly name = 'SettingError'
}

/** @throws {SettingError} */
export function settingsOf(context: Context): Settings {
  return {
    stage: stageOf(context),
    docs: docsOf(context),
    existingTables: Object.fromEntries(
      TABLE_NAMES.flatMap((table) => {
        const name = given(context, outputOf(table), TABLE, 'the name of a table: letters, digits, _, - and full stops')
        return name === null ? [] : [[table, name]]
      }),
    ),
    existingBucket: given(context, 'BucketName', BUCKET, 'the name of a bucket'),
  }
}

/** The output of the stack that has the name of a table. */
export function outputOf(table: TableName): string {
  return `${table.charAt(0).toUpperCase()}${table.slice(1)}Table`
}

function stageOf(context: Context): string {
  const what = '1 to 16 lower-case letters and digits, beginning with a letter'
  return given(context, 'stage', STAGE, what) ?? DEFAULT_STAGE
}

function docsOf(context: Context): string {
  const docs = given(context, 'docs', /^https:\/\/\S{3,200}$/, 'an address that begins with https://') ?? NO_DOCS
  return docs.replace(/\/+$/, '')
}

function given(context: Context, name: string, form: RegExp, what: string): string | null {
  const value: unknown = context.tryGetContext(name)
  if (value === undefined) return null
  if (typeof value === 'string' && form.test(value)) return value
  throw new SettingError(`The context value ${name} is ${JSON.stringify(value)}; it must be ${what}.`)
}
