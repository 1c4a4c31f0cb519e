import { describe, expect, it } from 'vitest'
import { raised, sunk } from './floors.ts'
import { type Score, SHARES } from './score-sets.ts'

/** 90 of 100 in every share but those given. */
const score = (given: Partial<Score>): Score =>
  ({ ...Object.fromEntries(SHARES.map((name) => [name, { of: 100, hits: 90 }])), ...given }) as Score

describe('floors of scores', () => {
  it('say what fell through them, and what rose above the ceiling', () => {
    const measured = score({ scope: { of: 3, hits: 2 }, several: { of: 100, hits: 5 } })
    expect(sunk(measured, { scope: 0.66, topic: 0.9, several: 0.05 })).toEqual([])
    expect(sunk(measured, { scope: 0.67, topic: 0.9, several: 0.04 })).toEqual([
      'scope 0.667 past 0.67',
      'several 0.050 past 0.04',
    ])
  })

  it('are raised to whole hundredths below what is reached, and never lowered', () => {
    const measured = score({
      scope: { of: 100, hits: 29 },
      several: { of: 200, hits: 3 },
      document: { of: 0, hits: 0 },
    })

    const floors = raised(measured, { topic: 0.95, bound: 0.5, several: 0.01 })

    expect(floors).toMatchObject({ scope: 0.29, topic: 0.95, bound: 0.9, several: 0.01 })
    expect(floors).not.toHaveProperty('document')
    expect(raised(measured, { several: 0.04 })).toMatchObject({ several: 0.02 })
  })
})
