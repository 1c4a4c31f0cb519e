import { describe, expect, it } from 'vitest'
import { CATALOGUE } from '../../shared/catalogue/catalogue.ts'
import { faultsOf } from '../labels/faults.ts'
import { batchNames, sourcesOf } from './batches.ts'

const CODES: ReadonlySet<string> = new Set(CATALOGUE.map(({ code }) => code))

describe.each(batchNames())('%s', (batch) => {
  const sources = sourcesOf(batch)

  it('has labels that name what exists, and numbers that the text bears out', () => {
    const faults = sources.flatMap(({ id, text, labels }) =>
      labels.flatMap((label) => faultsOf(label, text, CODES).map((fault) => `${id} ${fault}`)),
    )
    expect(faults).toEqual([])
  })

  it('has the size that its scores need', () => {
    expect(sources.length).toBeGreaterThanOrEqual(40)
    expect(sources.flatMap(({ labels }) => labels).length).toBeGreaterThanOrEqual(300)
  })
})
