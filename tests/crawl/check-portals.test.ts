import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkPortals } from '../../shared/crawl/check/check-portals.ts'
import { lineOf } from '../../shared/crawl/check/mistake.ts'
import { readPortals } from '../../shared/crawl/portals.ts'

const CERTIFICATE = readFileSync(new URL('certificates/intermediate.pem', import.meta.url), 'utf8')
const SETTINGS = { today: '2026-11-26', allowLoopback: false }
const LIST = 'https://www.huadu.gov.cn/fzzf/'
const API = 'https://www.huadu.gov.cn/api?p={page}'
const HTML = { rows: 'li', title: 'a', link: 'a@href' }
const JSON_RECIPE = { format: 'json', url: API, rows: 'data.list', title: 'title', link: '/art/{id}.html' }

const huadu = (changes: object = {}) => ({
  id: 'huadu',
  name: '广州市花都区人民政府',
  hosts: ['www.huadu.gov.cn'],
  lists: [{ url: LIST }],
  ...changes,
})
const yuexiu = (changes: object = {}) => ({
  id: 'yuexiu',
  name: '广州市越秀区人民政府',
  hosts: ['www.yuexiu.gov.cn'],
  lists: [{ url: 'https://www.yuexiu.gov.cn/list.html' }],
  ...changes,
})
const fileOf = (...portals: unknown[]) => ({ contact: 'https://crawler.example/about', portals })
const listOf = (changes: object) => fileOf(huadu({ lists: [{ url: LIST, ...changes }] }))
const recipeOf = (changes: object) => listOf({ recipe: { ...HTML, ...changes } })
const jsonOf = (changes: object) => listOf({ recipe: { ...JSON_RECIPE, ...changes } })

function linesOf(file: unknown, settings = SETTINGS): string[] {
  const checked = checkPortals(typeof file === 'string' ? file : JSON.stringify(file), settings)
  return 'mistakes' in checked ? checked.mistakes.map(lineOf) : []
}

const MISTAKES: [path: string, what: string, file: unknown][] = [
  ['(file)', 'is not JSON', '{"portals": [}'],
  ['(file)', 'is not an object', [huadu()]],
  ['contact', 'is not set', { portals: [huadu()] }],
  ['contact', 'is not set', { contact: 'https://fazhi.example/crawl', portals: [huadu()] }],
  ['contact', 'nobody is no address', { contact: 'nobody', portals: [huadu()] }],
  ['contact', '5 cannot be used', { contact: 5, portals: [huadu()] }],
  ['contacts', 'is no field', { ...fileOf(huadu()), contacts: 'x' }],
  ['portals', 'is missing', { contact: 'a@b.example' }],
  ['portals', '[] cannot be used', fileOf()],
  ['portals.1', '"yuexiu" cannot be used', fileOf(huadu(), 'yuexiu')],
  ['portals.0.id', '"hua du" cannot be used', fileOf(huadu({ id: 'hua du' }))],
  ['portals.1.id', 'huadu is the id of portals.0 too', fileOf(huadu(), yuexiu({ id: 'huadu' }))],
  ['portals.0.name', 'is missing', fileOf({ ...huadu({ regionCode: '440114' }), name: undefined })],
  ['portals.0.host', 'is no field', fileOf(huadu({ host: 'www.huadu.gov.cn' }))],
  ['portals.0.regionCode', '440114 cannot be used', fileOf(huadu({ regionCode: 440114 }))],
  ['portals.0.regionCode', '440199 is unknown', fileOf(huadu({ regionCode: '440199' }))],
  ['portals.0.regionCode', '330103 is the former 下城区', fileOf(huadu({ name: '区政府', regionCode: '330103' }))],
  ['portals.0.regionCode', '440104 is 越秀区', fileOf(huadu({ regionCode: '440104' }))],
  ['portals.0.regionCode', '440600 is 佛山市', fileOf(huadu({ name: '广州市司法局', regionCode: '440600' }))],
  ['portals.0.regionCode', 'is left out, 鼓楼区人民政府 may be', fileOf(huadu({ name: '鼓楼区人民政府' }))],
  ['portals.0.regionCode', 'is left out', fileOf(huadu({ name: '广州市司法局' }))],
  ['portals.0.regionCode', 'is left out', fileOf(huadu({ name: '广州市鼓楼区人民政府' }))],
  ['portals.0.fromYear', '1949 cannot be used', fileOf(huadu({ fromYear: 1949 }))],
  ['fromYear', '1949 cannot be used', { ...fileOf(huadu()), fromYear: 1949 }],
  ['fromYear', '2031 is to come', { ...fileOf(huadu()), fromYear: 2031 }],
  ['portals.0.fromYear', '2026 is to come', fileOf(huadu({ fromYear: 2026 }))],
  ['portals.0.seeds.0.countiesOf', '449900 is unknown', fileOf(huadu({ seeds: [{ countiesOf: '449900' }] }))],
  [
    'portals.0.seeds.1.countiesOf',
    '440114 花都区 has no counties',
    fileOf(huadu({ seeds: [{ countiesOf: '440100' }, { countiesOf: '440114' }] })),
  ],
  [
    'portals.0.seeds.0.fromYear',
    '2031 is to come',
    fileOf(huadu({ seeds: [{ countiesOf: '440100', fromYear: 2031 }] })),
  ],
  ['portals.0.hosts', 'is missing', fileOf({ ...huadu(), hosts: undefined })],
  [
    'portals.0.hosts.0',
    '"https://www.huadu.gov.cn/" cannot be used',
    fileOf(huadu({ hosts: ['https://www.huadu.gov.cn/'] })),
  ],
  ['portals.0.hosts.1', '"10.0.0.1" cannot be a host', fileOf(huadu({ hosts: ['www.huadu.gov.cn', '10.0.0.1'] }))],
  ['portals.0.hosts.1', '"intranet" cannot be a host', fileOf(huadu({ hosts: ['www.huadu.gov.cn', 'intranet'] }))],
  [
    'portals.0.hosts.1',
    '"a.gov.cn:99999" cannot be a host',
    fileOf(huadu({ hosts: ['www.huadu.gov.cn', 'a.gov.cn:99999'] })),
  ],
  ['portals.0.lists', '[] cannot be used', fileOf(huadu({ lists: [] }))],
  ['portals.0.lists.0.url', 'is missing', listOf({ url: undefined })],
  ['portals.0.lists.0.url', '"ftp://www.huadu.gov.cn/" cannot be used', listOf({ url: 'ftp://www.huadu.gov.cn/' })],
  ['portals.0.lists.0.url', 'is on the host www.gz.gov.cn', listOf({ url: 'https://www.gz.gov.cn/fzzf/' })],
  [
    'portals.0.lists.0.url',
    '"https://a:b@www.huadu.gov.cn/" would be refused',
    listOf({ url: 'https://a:b@www.huadu.gov.cn/' }),
  ],
  [
    'portals.0.lists.1.url',
    'is the list of portals.0.lists.0 again',
    fileOf(huadu({ lists: [{ url: LIST }, { url: 'http://huadu.gov.cn/fzzf/index.html' }] })),
  ],
  [
    'portals.1.lists.0.url',
    'is the list of portals.0.lists.0 again',
    fileOf(huadu(), yuexiu({ hosts: ['huadu.gov.cn'], lists: [{ url: LIST }] })),
  ],
  ['portals.0.lists.0.system', '"wordpress" cannot be used', listOf({ system: 'wordpress' })],
  ['portals.0.lists.0.system', '"trs" would not be used', listOf({ system: 'trs', recipe: HTML })],
  ['portals.0.lists.0.recipe.rows', 'is missing', recipeOf({ rows: undefined })],
  ['portals.0.lists.0.recipe.row', 'is no field', recipeOf({ row: 'li' })],
  ['portals.0.lists.0.recipe.rows', '"ul >> [" cannot be used', recipeOf({ rows: 'ul >> [' })],
  ['portals.0.lists.0.recipe.date', '"b[" cannot be used', recipeOf({ date: 'b[' })],
  ['portals.0.lists.0.recipe.link', '"a" names no attribute', recipeOf({ link: 'a' })],
  [
    'portals.0.lists.0.recipe.url',
    'is on the host api.example.com',
    recipeOf({ url: 'https://api.example.com/{page}' }),
  ],
  ['portals.0.lists.0.recipe.url', 'has {n}', recipeOf({ url: 'https://www.huadu.gov.cn/api?p={n}' })],
  ['portals.0.lists.0.recipe.body', 'is missing', recipeOf({ method: 'POST' })],
  [
    'portals.0.lists.0.recipe.body',
    '"{page" is not JSON',
    jsonOf({ method: 'POST', type: 'application/json', body: '{page' }),
  ],
  ['portals.0.lists.0.recipe.pageCount', 'is for lists of several pages', recipeOf({ pageCount: '.n' })],
  ['portals.0.lists.0.recipe.link', '"/art/{id.html" cannot be filled', jsonOf({ link: '/art/{id.html' })],
  ['portals.0.lists.0.recipe.rows', '"ul > li" is not a path', jsonOf({ rows: 'ul > li' })],
  ['portals.0.schedule', '"rate(0 days)" cannot be used', fileOf(huadu({ schedule: 'rate(0 days)' }))],
  ['portals.0.schedule', '"rate(1 week)" cannot be used', fileOf(huadu({ schedule: 'rate(1 week)' }))],
  ['portals.0.schedule', '"cron(0 25 * * ? *)" cannot be used', fileOf(huadu({ schedule: 'cron(0 25 * * ? *)' }))],
  ['portals.0.schedule', '"cron(0 9 * * * *)" cannot be used', fileOf(huadu({ schedule: 'cron(0 9 * * * *)' }))],
  ['portals.0.delaySeconds', '-1 cannot be used', fileOf(huadu({ delaySeconds: -1 }))],
  ['portals.0.maxPages', '0 cannot be used', fileOf(huadu({ maxPages: 0 }))],
  ['portals.0.certificate', '"MIIB" cannot be used', fileOf(huadu({ certificate: 'MIIB' }))],
  ['portals.0.paused', '"no" cannot be used', fileOf(huadu({ paused: 'no' }))],
]

describe('a portals file', () => {
  it.each(MISTAKES)('has one mistake at %s: %s', (path, what, file) => {
    const lines = linesOf(file)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain(`${path}: ${what}`)
    expect(lines[0]).toMatch(/, .+, .+/)
  })

  it('is told all its mistakes at once, in the order of their places', () => {
    const wrong = fileOf(
      huadu({ id: 'a b', fromYear: 2031, schedule: 'daily', certificate: 'x' }),
      yuexiu({ regionCode: '440114', lists: [{ url: 'https://www.a.cn/' }, { url: LIST, recipe: { rows: '[' } }] }),
    )
    expect(linesOf({ ...wrong, contact: undefined }).map((line) => line.split(': ')[0])).toEqual([
      'contact',
      'portals.0.certificate',
      'portals.0.fromYear',
      'portals.0.id',
      'portals.0.schedule',
      'portals.1.lists.0.url',
      'portals.1.lists.1.recipe.link',
      'portals.1.lists.1.recipe.title',
      'portals.1.lists.1.url',
      'portals.1.lists.1.url',
      'portals.1.regionCode',
    ])
  })

  it('is told each mistake in one line, whatever the values have', () => {
    const name = '花都区\n\u001b[2J司法局'
    for (const file of [fileOf(huadu({ name })), '{\n"contact":\n}'])
      expect(linesOf(file)).toEqual([expect.stringMatching(/^\P{Cc}+$/u)])
  })

  it('may have a certificate as long as it is valid', () => {
    const file = fileOf(huadu({ certificate: CERTIFICATE }))
    expect(linesOf(file)).toEqual([])
    expect(linesOf(file, { ...SETTINGS, today: '2200-01-01' })).toEqual([
      expect.stringMatching(/^portals\.0\.certificate: cannot be used on 2200-01-01, it is valid from 2020-/),
    ])
  })

  it.each([
    ['the region of a government', huadu({ regionCode: '440114' })],
    ['no region, said so', huadu({ name: '广州市司法局', regionCode: null })],
    ['the region of the government that a body belongs to', huadu({ name: '广州市司法局', regionCode: '440100' })],
    ['a list under www. and a host without', huadu({ hosts: ['huadu.gov.cn'] })],
    ['lists with different fragments', huadu({ lists: [{ url: `${LIST}#1` }, { url: `${LIST}#2` }] })],
    [
      'a recipe that posts',
      huadu({
        lists: [
          { url: LIST, recipe: { ...JSON_RECIPE, method: 'POST', type: 'application/json', body: '{"p":{page}}' } },
        ],
      }),
    ],
    ['a weekly schedule', huadu({ schedule: 'cron(30 8 ? * MON-FRI *)' })],
    ['years that are over', huadu({ fromYear: 2025, seeds: [{ countiesOf: '440100', fromYear: 2016 }] })],
  ])('may have %s', (_, portal) => {
    expect(linesOf(fileOf(portal))).toEqual([])
  })

  it('is told of every mistake for which it would be refused, whatever stands in it', () => {
    const FIELDS = ['id', 'name', 'regionCode', 'fromYear', 'seeds', 'hosts', 'lists', 'schedule', 'certificate', 'x']
    const entry = fc.dictionary(fc.constantFrom(...FIELDS), fc.jsonValue())
    const list = fc.dictionary(fc.constantFrom('url', 'system', 'recipe'), fc.jsonValue())
    const recipe = fc.dictionary(fc.constantFrom(...Object.keys(JSON_RECIPE), 'body', 'method'), fc.jsonValue())
    const file = fc.oneof(
      fc.jsonValue(),
      entry.map((changes) => fileOf(huadu(changes))),
      list.map(listOf),
      recipe.map(recipeOf),
    )
    fc.assert(
      fc.property(file, (json) => {
        const text = JSON.stringify(json)
        if (isRefused(text)) expect(linesOf(text)).not.toEqual([])
        else linesOf(text)
      }),
    )
  })
})

function isRefused(text: string): boolean {
  try {
    readPortals(text)
    return false
  } catch {
    return true
  }
}
