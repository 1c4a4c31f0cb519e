import { describe, expect, it } from 'vitest'
import { bytesOf, readUnits, writeUnits } from './dynamo-units.ts'

const KEYS = [{ AttributeName: 'id', KeyType: 'HASH' as const }]
const index = (NonKeyAttributes?: string[]) => ({
  IndexName: 'byYear',
  KeySchema: [{ AttributeName: 'year', KeyType: 'HASH' as const }],
  Projection: NonKeyAttributes
    ? { ProjectionType: 'INCLUDE' as const, NonKeyAttributes }
    : { ProjectionType: 'ALL' as const },
})
const item = (changes: object = {}) => ({ id: 'a', year: 2023, text: 'x'.repeat(1500), ...changes })
const unitsOfIndex = (before: object | null, after: object | null, projection?: string[]) =>
  writeUnits(before as never, after as never, KEYS, [index(projection)]).byIndex.byYear

describe('the size of an item', () => {
  it.each([
    ['text in UTF-8', { a: '县' }, 1 + 3],
    ['a number by its digits', { a: 1234 }, 1 + 2 + 1],
    ['zeros at its ends not', { a: 12_000 }, 1 + 1 + 1],
    ['a sign', { a: -5 }, 1 + 1 + 2],
    ['true and null', { a: true, b: null }, 2 + 2],
    ['a list and what is in it', { a: ['xy', 'z'] }, 1 + 3 + (1 + 2) + (1 + 1)],
    ['a map with its names', { a: { bc: 'd' } }, 1 + 3 + 1 + 2 + 1],
    ['a set', { a: new Set(['xy', 'z']) }, 1 + 3],
  ])('counts %s', (_, value, bytes) => {
    expect(bytesOf(value)).toBe(bytes)
  })
})

describe('a write', () => {
  it('is charged a unit each kilobyte of the larger item, and one if it changes nothing', () => {
    expect(writeUnits(null, item(), KEYS, []).table).toBe(2)
    expect(writeUnits(item(), item({ text: 'x' }), KEYS, []).table).toBe(2)
    expect(writeUnits(null, null, KEYS, []).table).toBe(1)
  })

  it.each<[string, object | null, object | null, number, string[]?]>([
    ['a new item', null, item(), 2],
    ['a new item without the key of the index', null, item({ year: undefined }), 0],
    ['a change of what the index has', item(), item({ text: 'y' }), 2],
    ['a change of what it does not have', item(), item({ text: 'y' }), 0, ['title']],
    ['a new item of which it has little', null, item(), 1, ['title']],
    ['an item that moves in the index', item(), item({ year: 2024 }), 4],
    ['an item that goes', item(), null, 2],
  ])('is charged in an index: %s', (_, before, after, units, projection) => {
    expect(unitsOfIndex(before, after, projection)).toBe(units)
  })
})

describe('a read', () => {
  it('is charged for four kilobytes, and half if it may be late', () => {
    expect([readUnits(0, true), readUnits(4097, true), readUnits(4097, false)]).toEqual([1, 2, 1])
  })
})
