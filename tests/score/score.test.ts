import { describe, expect, it } from 'vitest'
import { readFloors, sunk } from './floors.ts'
import { scoreSets } from './score-sets.ts'
import { scoreTable } from './score-table.ts'

describe('reading reports labelled by hand', async () => {
  const sets = await scoreSets()
  const floors = readFloors()
  const withoutFloors = sets.map(({ name }) => name).filter((name) => !(name in floors))
  console.log(scoreTable(sets))
  if (withoutFloors.length > 0) console.log(`No floors yet, so not tested: ${withoutFloors.join(', ')}`)

  it.each(sets.filter(({ name }) => name in floors))('stays above the floors of $name', ({ name, score }) => {
    expect(sunk(score, floors[name]!)).toEqual([])
  })

  it('knows every set that has floors', () => {
    expect(Object.keys(floors).filter((name) => !sets.some((set) => set.name === name))).toEqual([])
  })
})
