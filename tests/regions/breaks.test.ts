import { expect, it, test } from 'vitest'
import { breakIn } from '../../shared/regions/breaks.ts'
import merged from '../../shared/regions/data/merged.json' with { type: 'json' }
import { divisionOf, isOfToday, unitsWithNames } from '../../shared/regions/gazetteer.ts'

it('is known of every unit that is gone', () => {
  const places = /^(?:71|81|82)/
  const before = new Set(merged.merged.map((line) => line.split(' ')[0]))
  const gone = [...unitsWithNames().keys()].filter(({ code }) => !isOfToday(code) && !places.test(code))
  expect(gone.filter(({ code }) => !before.has(code))).toEqual([])
})

it('names units that the gazetteer has, those after the reform of today', () => {
  for (const line of merged.merged) {
    const [from = '', year = '', into = ''] = line.split(' ')
    expect(divisionOf(from), line).toBeDefined()
    expect(Number(year), line).toBeGreaterThan(2009)
    for (const code of into.split(',')) expect(isOfToday(code), line).toBe(true)
  }
})

test.each([
  ['330102', 2021, ['江干区']],
  ['330104', 2021, ['江干区']],
  ['330102', 2022, undefined],
  ['140403', 2018, ['城区', '郊区']],
  ['430223', 2021, undefined],
])('of %s in %s: %j', (code, year, from) => {
  expect(breakIn(code, year)?.from).toEqual(from)
})
