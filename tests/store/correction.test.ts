import { describe, expect, it } from 'vitest'
import { figureNoted, foundAgain, speaksOf } from '../../shared/store/correction.ts'
import { indicatorRowOf, TIME } from './records.ts'

const FIGURE = indicatorRowOf({ ordinal: 2, raw: '12件', start: 40, end: 43, subject: '受理案件' })
const CORRECTION = {
  ...{ value: 21, unit: null, by: '张三', reason: '与附表不符。', notedAt: TIME },
  figure: figureNoted(FIGURE, [FIGURE]),
}

/** The same figure in the next run, with what that run says else. */
const inNext = (changes: Partial<typeof FIGURE>) => ({ ...FIGURE, run: 2, ...changes })

describe('a correction', () => {
  it.each([
    ['the figure at the same place, whatever its number and code', [inNext({ ordinal: 7, code: 'litigation.new' })], 7],
    [
      'the only one written so of the same subject, where the text has moved',
      [inNext({ ordinal: 3, start: 90, end: 93 })],
      3,
    ],
    ['the one at the same place, of several written so', [inNext({ ordinal: 1, start: 9, end: 12 }), inNext({})], 2],
    ['none of several that were moved', [inNext({ start: 9, end: 12 }), inNext({ start: 90, end: 93 })], null],
    ['no figure that is written otherwise', [inNext({ raw: '13件' })], null],
    ['no figure of another subject elsewhere', [inNext({ subject: '结案', start: 90, end: 93 })], null],
  ])('speaks in another run of %s', (_, figures, ordinal) => {
    const [again] = foundAgain([CORRECTION], 2, figures)
    expect(again).toMatchObject({ value: 21, by: '张三', figure: { run: 2, ordinal, raw: '12件', value: 12 } })
    const spokenOf = figures.filter((figure) => speaksOf(again!, figure)).map((figure) => figure.ordinal)
    expect(spokenOf).toEqual(ordinal === null ? [] : [ordinal])
  })

  it('does not go over to another figure that was written like its own', () => {
    const other = { ...FIGURE, ordinal: 3, start: 90, end: 93 }
    const correction = { ...CORRECTION, figure: figureNoted(FIGURE, [FIGURE, other]) }
    expect(foundAgain([correction], 2, [{ ...other, run: 2 }])[0]!.figure.ordinal).toBeNull()
  })

  it('is found again by a later run that has its figure once more', () => {
    const gone = foundAgain([CORRECTION], 2, [])
    expect(foundAgain(gone, 3, [{ ...FIGURE, run: 3 }])[0]!.figure).toMatchObject({ run: 3, ordinal: 2 })
  })

  it('speaks of the same place until a new run was searched', () => {
    expect(speaksOf(CORRECTION, inNext({ ordinal: 9 }))).toBe(true)
    expect(speaksOf(CORRECTION, inNext({ start: 41, end: 44 }))).toBe(false)
  })
})
