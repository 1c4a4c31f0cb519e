import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { codeName } from '../../shared/page/code-name.ts'
import { heatRows, stepOf } from '../../shared/page/coverage.ts'
import { facetOf } from '../../shared/page/facets.ts'
import { statedValue } from '../../shared/page/numbers.ts'
import { type Readings, romanize } from '../../shared/page/pinyin/romanize.ts'
import { searchCatalogue } from '../../shared/readers/catalogue-search.ts'
import type { StateCounts } from '../../shared/readers/coverage.ts'

const readings: Readings = JSON.parse(
  readFileSync(new URL('../../shared/page/pinyin/pinyin.json', import.meta.url), 'utf8'),
)

describe('places in pinyin', () => {
  it.each([
    ['攸县桐坝镇人民政府', 'Tongba Town, You County'],
    ['江门市新会区人民政府', 'Xinhui District, Jiangmen City'],
    ['广元市自然资源局', 'Guangyuan City'],
    ['延安市城市管理局', "Yan'an City"],
    ['六安市', "Lu'an City"],
    ['乐清市', 'Yueqing City'],
    ['重庆市', 'Chongqing City'],
    ['萍乡市', 'Pingxiang City'],
    ['沙市区', 'Shashi District'],
    ['枣庄市市中区', 'Shizhong District, Zaozhuang City'],
    ['阿坝藏族羌族自治州', 'Aba Zangzu Qiangzu Autonomous Prefecture'],
    ['司法局', ''],
  ])('%s: %s', (name, pinyin) => {
    expect(romanize(name, readings)).toBe(pinyin)
  })
})

describe('values', () => {
  it.each([
    [{ value: 38652, unit: '件', bound: 'exact' }, '38,652 件'],
    [{ value: 98.7, unit: '%', bound: 'atLeast' }, '≥ 98.7%'],
    [{ value: 3600, unit: '', bound: 'approx' }, '≈ 3,600'],
  ] as const)('%j as %s', (stated, words) => {
    expect(statedValue(stated, 'en')).toBe(words)
  })
})

it('names every code in English without brackets and in one sentence', () => {
  for (const entry of searchCatalogue({})) expect(codeName(entry, 'en')).toMatch(/^[A-Z0-9][^().;]{3,200}$/)
})

it('counts facets, the most frequent first, and leaves out what has no value', () => {
  expect(facetOf(['a', 'b', null, 'b'], (one) => one)).toEqual([
    ['b', 2],
    ['a', 1],
  ])
})

describe('the heat table', () => {
  it('counts who has published among those that the ledger knows', () => {
    const place = (code: string, states: StateCounts) => ({ code, name: code, states })
    const rows = heatRows([
      [2022, { states: {}, places: [place('430000', { on_time: 1 })] }],
      [2023, { states: {}, places: [place('430000', { late: 1, missing: 2 }), place('110000', { blocked: 1 })] }],
    ])
    expect(rows.map(({ code, cells }) => [code, Object.fromEntries(cells)])).toEqual([
      ['110000', { 2023: { published: 0, known: 1 } }],
      ['430000', { 2022: { published: 1, known: 1 }, 2023: { published: 1, known: 3 } }],
    ])
  })

  it('is darkest where all have published and lightest where none has', () => {
    const steps = [0, 1, 5, 9, 10].map((published) => stepOf({ published, known: 10 }))
    expect(steps).toEqual([0, 1, 3, 5, 6])
  })
})
