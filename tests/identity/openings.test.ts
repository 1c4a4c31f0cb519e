import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../shared/parse/parse-document.ts'

/**
 * Openings of documents, one a line, invented in the style of real ones, each with what it must give. A label that is
 * null is not tested, except the region's code: if the opening does not settle it, none may be given.
 */
interface Opening {
  readonly id: string
  readonly opening: string
  readonly label: {
    readonly kind: string
    readonly title: string | null
    readonly issuer: string | null
    readonly level: string | null
    readonly departmentLevel: string | null
    readonly year: number | null
    readonly publishedOn: string | null
    readonly regionCode: string | null
    /** What the document is instead of a report. */
    readonly why?: string
    /** Words that must occur in the reason given for a document of another kind. */
    readonly reason?: string | null
  }
}

const openings: Opening[] = readFileSync(join(import.meta.dirname, 'openings.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))

const read = async (text: string) => (await parseDocument(new TextEncoder().encode(text))).report
const withoutNulls = (label: object) => Object.fromEntries(Object.entries(label).filter(([, value]) => value !== null))

describe('a document known by its opening', () => {
  it.each(openings.filter(({ label }) => label.kind !== 'other'))('$id: $label.title', async ({ opening, label }) => {
    const { why: _, regionCode, ...wanted } = label

    const report = await read(opening)

    expect(report).toMatchObject(withoutNulls(wanted))
    expect(report.region.code).toBe(regionCode)
  })

  it.each(openings.filter(({ label }) => label.kind === 'other'))(
    '$id is no report: $label.why',
    async ({ opening, label }) => {
      const { kind, reason, region } = await read(opening)

      expect({ kind, code: region.code }).toEqual({ kind: 'other', code: null })
      if (label.reason) expect(reason).toContain(label.reason)
    },
  )
})
