import { assert, property, record, string, uniqueArray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hrefOf, stateOf } from '../../shared/page/url.ts'

const searchOf = (href: string) => href.replace(/^[^?]*/, '')

describe('the address of a view', () => {
  it('says the state and is read back as it', () => {
    const state = { view: 'compare', code: 'litigation.new', publisher: ['430223', '430223/司法局'], from: '2021' }
    expect(stateOf(searchOf(hrefOf(state)))).toEqual(state)
  })

  it('is read back whatever the values are', () => {
    const word = string().map((one) => one.trim())
    const states = record({ q: word, region: word, publisher: uniqueArray(word) })
    assert(
      property(states, ({ publisher, ...words }) => {
        const given = Object.fromEntries(Object.entries(words).filter(([, value]) => value !== ''))
        const state = { ...given, publisher: publisher.filter((one) => one !== '') }
        expect(stateOf(searchOf(hrefOf(state)))).toEqual(state)
      }),
    )
  })

  it('leaves out what is empty, unknown or taken away', () => {
    expect(stateOf('?view=report&id=&other=1&publisher=')).toEqual({ view: 'report', publisher: [] })
    expect(hrefOf({ view: 'report', id: 'c95b', figure: '4', publisher: [] }, { figure: undefined })).toBe(
      '/explore?view=report&id=c95b',
    )
  })
})
