import { raised, readFloors, writeFloors } from './floors.ts'
import { scoreSets } from './score-sets.ts'

/** Raises the floors of every set to what it reaches now, and gives floors to sets without. Nothing is lowered. */
const floors = readFloors()
const sets = await scoreSets()
writeFloors({
  ...floors,
  ...Object.fromEntries(sets.map(({ name, score }) => [name, raised(score, floors[name] ?? {})])),
})
