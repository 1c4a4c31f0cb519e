import type { Node } from 'constructs'
import { type ExistingTables, TABLE_NAMES, type TableName } from './tables.ts'

const DEFAULT_STAGE = 'prod'
const STAGE = /^[a-z][a-z0-9]{0,15}$/

/** Reserved by RFC 2606, so it is nobody's address. Whoever deploys names the place where they have these pages. */
const NO_DOCS = 'https://fazhi.example/docs'

const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/
const KEY = /^arn:[\w-]+:kms:[\w-]+:\d{12}:key\/[\w-]+$/
const TABLE = /^[\w.-]{3,255}$/

type Context = Pick<Node, 'tryGetContext'>

/** What a deployment may set, each as `cdk deploy -c NAME=VALUE`. */
export interface Settings {
  /** `stage`: the copy of the pipeline. Part of the stack's name and of its metrics. */
  readonly stage: string
  /** `docs`: the address of the folder `docs/`, to which alarms lead. */
  readonly docs: string
  /** `access`, `jwtIssuer`, `jwtAudience`: who may read the API. */
  readonly access: ApiAccess
  /** `corsOrigins`: whose pages may read the API in a browser. None if it is not given. */
  readonly corsOrigins: readonly string[]
  /** `DocumentsTable` and so on, as the outputs of the stack call them. */
  readonly existingTables: ExistingTables
  /** `BucketName`, as the outputs call it. */
  readonly existingBucket: string | null
  /** `encryption=kms`, `KeyArn` as the outputs call it: with a key of the account, made or found. */
  readonly encryption: EncryptionSetting
  /** `indexStep`: on the way from version 0.1, how many indexes a table has changed; null for all. */
  readonly indexStep: number | null
}

/** With the keys of the services; or with one of the account, null to make it. */
export type EncryptionSetting = { readonly kind: 'services' } | { readonly kind: 'kms'; readonly keyArn: string | null }

/** Whoever IAM allows to; everybody; or whoever has a token of an issuer for one of these audiences. */
export type ApiAccess =
  | { readonly kind: 'iam' }
  | { readonly kind: 'open' }
  | { readonly kind: 'jwt'; readonly issuer: string; readonly audience: readonly string[] }

const ADDRESS = /^https:\/\/[^\s,]{3,200}$/
const AUDIENCE = /^[^\s,]{1,200}(?:,[^\s,]{1,200}){0,9}$/
const ORIGINS = /^https?:\/\/[^\s,/]+(?:,https?:\/\/[^\s,/]+){0,19}$/

/** A value that a deployment cannot have. */
class SettingError extends Error {
  override readonly name = 'SettingError'
}

/** @throws {SettingError} */
export function settingsOf(context: Context): Settings {
  return {
    stage: stageOf(context),
    docs: docsOf(context),
    access: accessOf(context),
    corsOrigins:
      given(context, 'corsOrigins', ORIGINS, 'origins parted by commas, as https://a.example,https://b.example')?.split(
        ',',
      ) ?? [],
    existingTables: Object.fromEntries(
      TABLE_NAMES.flatMap((table) => {
        const name = given(context, outputOf(table), TABLE, 'the name of a table: letters, digits, _, - and full stops')
        return name === null ? [] : [[table, name]]
      }),
    ),
    existingBucket: given(context, 'BucketName', BUCKET, 'the name of a bucket'),
    encryption: encryptionOf(context),
    indexStep: indexStepOf(context),
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

function encryptionOf(context: Context): EncryptionSetting {
  const kind = given(context, 'encryption', /^kms$/, 'kms, or not given')
  const keyArn = given(context, 'KeyArn', KEY, 'the ARN of a key: arn:aws:kms:REGION:ACCOUNT:key/ID')
  if (kind !== null) return { kind: 'kms', keyArn }
  if (keyArn === null) return { kind: 'services' }
  throw new SettingError('KeyArn says nothing without encryption=kms; leave it out, or set it.')
}

function indexStepOf(context: Context): number | null {
  const step = given(context, 'indexStep', /^\d$/, 'a number from 0 to 9')
  return step === null ? null : Number(step)
}

function accessOf(context: Context): ApiAccess {
  const kind = given(context, 'access', /^(?:iam|open|jwt)$/, 'iam, open or jwt') ?? 'iam'
  const issuer = given(context, 'jwtIssuer', ADDRESS, 'the address of an issuer, which begins with https://')
  const audience = given(context, 'jwtAudience', AUDIENCE, 'audiences parted by commas')?.split(',') ?? null
  if (kind !== 'jwt') {
    if (issuer === null && audience === null) return { kind: kind as 'iam' | 'open' }
    throw new SettingError('jwtIssuer and jwtAudience say nothing without access=jwt; leave them out, or set it.')
  }
  if (issuer === null || audience === null)
    throw new SettingError('access=jwt needs jwtIssuer and jwtAudience: whose tokens may read, and made out for whom.')
  return { kind, issuer, audience }
}

function given(context: Context, name: string, form: RegExp, what: string): string | null {
  const value: unknown = context.tryGetContext(name)
  if (value === undefined) return null
  if (typeof value === 'string' && form.test(value)) return value
  throw new SettingError(`The context value ${name} is ${JSON.stringify(value)}; it must be ${what}.`)
}
