import { isDeepStrictEqual } from 'node:util'
import type { GlobalSecondaryIndexDescription, KeySchemaElement } from '@aws-sdk/client-dynamodb'

/** As the document client has it. */
export type Item = Readonly<Record<string, unknown>>

const WRITE_BYTES = 1024
const READ_BYTES = 4096

/** What a write costs that makes `after` of `before`: the larger of the two, in the table and in each index that it changes. */
export function writeUnits(
  before: Item | null,
  after: Item | null,
  keys: readonly KeySchemaElement[],
  indexes: readonly GlobalSecondaryIndexDescription[],
): { readonly table: number; readonly byIndex: Readonly<Record<string, number>> } {
  const byIndex = indexes.map((index) => {
    const [old, now] = [projected(before, keys, index), projected(after, keys, index)]
    return [index.IndexName!, indexUnits(old, now, index)] as const
  })
  return { table: Math.max(unitsOf(before), unitsOf(after), 1), byIndex: Object.fromEntries(byIndex) }
}

/** @param bytes of all items that a request reads together */
export function readUnits(bytes: number, isConsistent: boolean): number {
  return Math.max(1, Math.ceil(bytes / READ_BYTES)) / (isConsistent ? 1 : 2)
}

/** The size of an item as DynamoDB counts it (Developer Guide, "DynamoDB item sizes and formats"). */
export function bytesOf(item: Item): number {
  return Object.entries(item).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + bytesOfValue(value), 0)
}

function bytesOfValue(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value)
  if (typeof value === 'number') return Math.ceil(digitsOf(value) / 2) + (value < 0 ? 2 : 1)
  if (value instanceof Set) return [...value].reduce((sum: number, member) => sum + bytesOfValue(member), 0)
  if (Array.isArray(value)) return value.reduce((sum: number, member) => sum + 1 + bytesOfValue(member), 3)
  if (typeof value !== 'object' || value === null) return 1
  return Object.entries(value).reduce(
    (sum, [name, member]) => sum + 1 + Buffer.byteLength(name) + bytesOfValue(member),
    3,
  )
}

/** Significant ones: zeros at both ends are not stored. */
function digitsOf(value: number): number {
  return String(value)
    .replace(/\D/g, '')
    .replace(/^0+|0+$/g, '').length
}

function unitsOf(item: Item | null): number {
  return item === null ? 0 : Math.ceil(bytesOf(item) / WRITE_BYTES)
}

/** An item whose key of the index changes is removed there and written anew. */
function indexUnits(old: Item | null, now: Item | null, { KeySchema = [] }: GlobalSecondaryIndexDescription): number {
  if (isDeepStrictEqual(old, now)) return 0
  const isMoved =
    old !== null &&
    now !== null &&
    KeySchema.some(({ AttributeName }) => !isDeepStrictEqual(old[AttributeName!], now[AttributeName!]))
  return isMoved ? unitsOf(old) + unitsOf(now) : Math.max(unitsOf(old), unitsOf(now))
}

/** What an index has of an item; null if it lacks a key of the index. */
function projected(
  item: Item | null,
  keys: readonly KeySchemaElement[],
  { KeySchema = [], Projection }: GlobalSecondaryIndexDescription,
): Item | null {
  const names = KeySchema.map(({ AttributeName }) => AttributeName!)
  if (item === null || names.some((name) => item[name] === undefined)) return null
  if (Projection?.ProjectionType === 'ALL') return item
  const kept = new Set([
    ...names,
    ...keys.map(({ AttributeName }) => AttributeName!),
    ...(Projection?.NonKeyAttributes ?? []),
  ])
  return Object.fromEntries(Object.entries(item).filter(([name]) => kept.has(name)))
}
