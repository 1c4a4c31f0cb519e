import { describe, expect, it } from 'vitest'
import { CATALOGUE } from '../../shared/catalogue/catalogue.ts'
import { faultsOf } from '../labels/faults.ts'
import { ambiguous, misplaced, unlabelledNumbers } from './check-labels.ts'
import { labelledReports } from './labelled-report.ts'

const CODES: ReadonlySet<string> = new Set(CATALOGUE.map(({ code }) => code))

describe.each(labelledReports().map((report) => [report.name, report] as const))('labels of %s', (_, report) => {
  it('name what exists, and numbers that the text bears out', () => {
    expect(report.labels.flatMap((label) => faultsOf(label, report.text, CODES))).toEqual([])
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
