import { expect, it } from 'vitest'
import { differences } from './digest.ts'
import { simulate } from './simulate.ts'

/** `npm run faults` is the long run. */
const DOCUMENTS = 20
const FAULTS = 100

it('a pipeline whose functions die, wait and repeat their work leaves the tables of one that nothing disturbed', async () => {
  const calm = await simulate({ seed: 0, documents: DOCUMENTS, faults: 0, probability: 0 })
  const disturbed = await simulate({ seed: 1, documents: DOCUMENTS, faults: FAULTS, probability: 0.05 })

  expect(differences(calm.digest, disturbed.digest)).toEqual([])
  expect(disturbed.wrong).toEqual([])
  expect(disturbed.rounds).not.toBeNull()
  const kinds = Object.values(disturbed.injected).filter((count) => count > 0)
  expect(kinds.length).toBeGreaterThan(4)
})
