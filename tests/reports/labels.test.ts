import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ambiguous, faultsOf, misplaced, unlabelledNumbers } from './check-labels.ts'
import { labelledReports } from './labelled-report.ts'

const CATALOGUE = new URL('../../../shared/spec/catalogue.tsv', import.meta.url)

function knownCodes(): ReadonlySet<string> | null {
  if (!existsSync(CATALOGUE)) {
    console.log('labels are not checked against the catalogue of codes: it is not here')
    return null
  }
  const rows = readFileSync(CATALOGUE, 'utf8').trim().split('\n').slice(1)
  return new Set(rows.map((row) => row.split('\t')[0]!))
}

describe.each(labelledReports().map((report) => [report.name, report] as const))('labels of %s', (_, report) => {
  it('name codes, topics, bounds and roles that exist', () => {
    const codes = knownCodes()
    expect(report.labels.flatMap((label) => faultsOf(label, codes))).toEqual([])
  })

  it('are found in the text, each at one place, in order', () => {
    expect(misplaced(report)).toEqual([])
    expect(ambiguous(report)).toEqual([])
  })

  it('leave no number of the text that nobody has looked at', () => {
    expect(unlabelledNumbers(report)).toEqual(report.notCounted.map(({ context }) => context))
    expect(report.notCounted.filter(({ reason }) => reason === '' || reason === '?')).toEqual([])
  })
})
