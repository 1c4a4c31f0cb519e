import { describe, expect, it } from 'vitest'
import { findPlaces } from '../../shared/regions/find-places.ts'
import { divisionOf, unitsNamed } from '../../shared/regions/gazetteer.ts'
import { placesOfLocalWords } from '../../shared/regions/local-words.ts'

const places = (text: string) =>
  findPlaces(text, { townships: true }).map(({ name, candidates }) => `${name} ${candidates.map(({ code }) => code)}`)

describe('places in a text', () => {
  it.each([
    ['重庆市开州区紫水乡人民政府', ['重庆市 500000', '开州区 500154', '紫水乡 500154']],
    ['中共红河州委、金平县人民政府', ['红河州 532500', '金平县 532530']],
    ['济宁市市中区司法局', ['济宁市 370800', '市中区 370802']],
    ['全市中小学、城区和国有林场', []],
    ['长春市朝阳区', ['长春市 220100', '朝阳区 220104']],
    ['朝阳区', ['朝阳区 110105,220104']],
    ['乾县人民政府'.replace('乾', '干'), ['干县 610424']],
  ])('%s', (text, found) => {
    expect(places(text)).toEqual(found)
  })
})

describe('names since changed', () => {
  it.each([
    ['开县', '开州区'],
    ['蓟县', '蓟州区'],
    ['襄樊市', '襄阳市'],
    ['郫县', '郫都区'],
    ['哈密地区', '哈密市'],
  ])('%s is %s', (former, now) => {
    expect(unitsNamed(former).map(({ name }) => name)).toEqual([now])
  })

  it('keeps the last code of what was merged away', () => {
    expect(unitsNamed('莱芜市')).toEqual([{ code: '371200', name: '莱芜市', rank: 'prefecture' }])
    expect(divisionOf('330104')?.name).toBe('江干区')
  })
})

describe('local words', () => {
  it.each([
    ['通过“深i学”平台学习', '深圳市'],
    ['推广“浙里办”', '浙江省'],
    ['围绕壮美广西目标', '广西壮族自治区'],
    ['建设法治湖南', '湖南省'],
  ])('%s: %s', (text, place) => {
    expect(placesOfLocalWords(text).map(({ name }) => name)).toEqual([place])
  })

  it('takes no slogan for a place', () => {
    expect(placesOfLocalWords('推进法治建设,建设平安中国、数字政府、健康城市')).toEqual([])
  })
})
