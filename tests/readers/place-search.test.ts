import { describe, expect, it, test } from 'vitest'
import { requirePlace, searchPlaces, UnknownPlaceError } from '../../shared/readers/place-search.ts'

const codes = (q: string) => searchPlaces({ q }).map(({ code }) => code)

describe('the search for a place', () => {
  it.each([
    ['攸县', '430223'],
    ['株洲 攸县', '430223'],
    ['湖南省株洲市攸县', '430223'],
    ['430223', '430223'],
    ['絲路', undefined],
    ['江門市新會區', '440705'],
    ['金平县', '532530'],
    ['滦县', '130284'],
  ])('finds %s: %s', (q, code) => {
    expect(codes(q)[0]).toBe(code)
  })

  it('gives whole names first, larger places before smaller ones', () => {
    expect(
      searchPlaces({ q: '吉林' })
        .slice(0, 2)
        .map(({ name }) => name),
    ).toEqual(['吉林省', '吉林市'])
    expect(
      searchPlaces({ q: '鼓楼区' })
        .slice(0, 4)
        .map(({ name }) => name),
    ).toEqual(['鼓楼区', '鼓楼区', '鼓楼区', '鼓楼区'])
  })

  it('says of a place what holds it, what it was called, and who reports for it', () => {
    expect(searchPlaces({ q: '滦州市' })[0]).toMatchObject({
      code: '130284',
      rank: 'county',
      parents: [
        { code: '130200', name: '唐山市' },
        { code: '130000', name: '河北省' },
      ],
      otherNames: ['滦县'],
      formerCodes: ['130223'],
      ofToday: true,
      publisherId: '130284',
    })
    expect(searchPlaces({ q: '江干区' })[0]).toMatchObject({ code: '330104', ofToday: false })
    expect(searchPlaces({ q: '花都 炭步镇' })[0]).toMatchObject({
      rank: 'township',
      publisherId: '440114/炭步镇人民政府',
    })
  })

  it('keeps inside a place', () => {
    const inside = searchPlaces({ parent: '430200' })
    expect(inside.map(({ name }) => name)).toContain('攸县')
    expect(inside.every(({ code }) => code.startsWith('4302') && code !== '430200')).toBe(true)
  })
})

test.each([
  ['广东', '440000'],
  ['广西', '450000'],
  ['湖南省攸县', '430223'],
  ['130223', '130284'],
  ['莱芜市', '371200'],
])('%s is the place %s', (written, code) => {
  expect(requirePlace(written).code).toBe(code)
})

test.each([
  ['鼓楼区', '福建省福州市鼓楼区 (350102)'],
  ['吉林', '吉林市 (220200)'],
  ['抚洲市', '江西省抚州市 (361000)'],
])('%s is not one place; %s may be meant', (written, meant) => {
  expect(() => requirePlace(written)).toThrow(UnknownPlaceError)
  expect(() => requirePlace(written)).toThrow(meant)
})
