import { describe, expect, it } from 'vitest'
import zones from '../../shared/regions/data/zones.json' with { type: 'json' }
import { divisionOf } from '../../shared/regions/gazetteer.ts'
import { placeOfZone, zoneIn } from '../../shared/regions/zones.ts'

const wordsOf = (name: string) => {
  const zone = zoneIn(name)
  return zone === null ? null : name.slice(zone.start, zone.end)
}
const codesOf = (name: string) => placeOfZone(name)?.candidates.map(({ code }) => code) ?? []

describe('a functional zone', () => {
  it.each([
    ['烟台经济技术开发区管理委员会', '经济技术开发区'],
    ['平潭综合实验区东澳片区管理局', '片区'],
    ['浦东新区市场监督管理局', null],
    ['石泉县人民政府', null],
    ['浏阳市城市管理局', null],
    ['甲县社区矫正管理局', null],
  ])('in %s is %s', (name, zone) => {
    expect(wordsOf(name)).toBe(zone)
  })

  it.each([
    ['its county, where one coincides', '平潭综合实验区市场监督管理局', ['350128']],
    ['a city called without 市', '烟台经济技术开发区', ['370600']],
    ['a county called without 县', '长兴经济技术开发区', ['330522']],
    ['the inner of two', '吉林舒兰经济开发区', ['220283']],
    ['a city named in full', '张家口市察北管理区', ['130700']],
    ['the city, of a city and its district of one name', '黄山风景区', ['341000']],
    ['one of several counties', '鼓楼高新区', ['320106', '320302', '350102', '410204']],
    ['none that an everyday word spells', '滨海高新区', []],
    ['none for the name of a new area', '临江新区', []],
    ['none that it does not give', '高新区', []],
  ])('has the place %s: %s', (_, name, codes) => {
    expect(codesOf(name).toSorted()).toEqual(codes)
  })

  it('coincides with divisions that there are', () => {
    expect(Object.entries(zones).filter(([, code]) => divisionOf(code) === undefined)).toEqual([])
  })
})
