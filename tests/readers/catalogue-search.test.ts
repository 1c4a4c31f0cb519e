import { describe, expect, it, test } from 'vitest'
import { CATALOGUE } from '../../shared/catalogue/catalogue.ts'
import { requireCode, searchCatalogue, UnknownCodeError } from '../../shared/readers/catalogue-search.ts'

describe('the search for a code', () => {
  it('finds it by Chinese, Traditional or English words, or a part of it', () => {
    for (const q of ['行政复议 受理', '行政複議 受理', 'reconsideration.accepted', 'Reconsideration cases accepted'])
      expect(searchCatalogue({ q })[0]).toMatchObject({ code: 'reconsideration.accepted', zh: '行政复议案件受理数' })
  })

  it('lists the whole catalogue, or a topic, if nothing is asked', () => {
    expect(searchCatalogue({})).toHaveLength(CATALOGUE.length)
    expect(new Set(searchCatalogue({ topic: 'publicity' }).map(({ topic }) => topic))).toEqual(new Set(['publicity']))
  })

  it('finds nothing where a word is not said', () => {
    expect(searchCatalogue({ q: '行政复议 宇宙飞船' })).toEqual([])
  })

  it('says in which units a code is compared, and which role measures it', () => {
    expect(requireCode('enforcement.inspections')).toMatchObject({ unitGroups: ['acts', 'visits', 'objects'] })
    expect(requireCode('market.entities_added')).toMatchObject({ role: 'change', unitGroups: ['organisation'] })
  })
})

test.each([
  ['reconsideration.acepted', 'reconsideration.accepted'],
  ['litigation.new_cases', 'litigation.new'],
  ['行政复议案件受理', 'reconsideration.accepted'],
])('the code %s is unknown, and %s may be meant', (code, meant) => {
  expect(() => requireCode(code)).toThrow(UnknownCodeError)
  expect(() => requireCode(code)).toThrow(meant)
})
