import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../shared/parse/parse-document.ts'
import { labelledReports } from './labelled-report.ts'
import { ratio, type Score, score, total } from './score.ts'

/** Lowest shares over all labelled reports together that a change may leave behind. Raise them, never lower them. */
const FLOORS: Record<keyof Score, number> = {
  recall: 0.99,
  precision: 0.99,
  bound: 0.99,
  role: 0.98,
  topic: 0.96,
  codePrecision: 0.95,
  codeRecall: 0.95,
  scope: 0.91,
  document: 0.98,
}

const names = Object.keys(FLOORS) as (keyof Score)[]
const line = (name: string, of: Score) =>
  `${name}: ${names.map((key) => `${key} ${ratio(of[key]).toFixed(3)}`).join('  ')}`

describe('reading reports labelled by hand', () => {
  it('stays above the floors', async () => {
    const reports = labelledReports()

    const scores = await Promise.all(reports.map(async (report) => score(report, await parseDocument(report.bytes))))

    const sum = total(scores)
    console.log([...reports.map(({ name }, index) => line(name, scores[index]!)), line('all', sum)].join('\n'))
    const sunk = names.filter((name) => ratio(sum[name]) < FLOORS[name])
    expect(sunk.map((name) => `${name} ${ratio(sum[name]).toFixed(3)} under ${FLOORS[name]}`)).toEqual([])
  })
})
