import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ReportDocument, standingOf, type WithdrawnDocument } from '../../shared/report/current-document.ts'

/** A document of a text of its own, named by one letter. */
function documentOf(documentId: string, changes: Partial<ReportDocument> = {}): ReportDocument {
  return {
    documentId,
    run: 1,
    bodyHash: `text of ${documentId}`,
    draft: false,
    publishedOn: null,
    documentDate: null,
    receivedAt: '2024-03-01T00:00:00.000Z',
    supersedes: {},
    ...changes,
  }
}

const at = (day: number) => `2024-03-${String(day).padStart(2, '0')}T00:00:00.000Z`
const currentOf = (...documents: ReportDocument[]) => standingOf(documents)?.documentId

describe('the current document of a report', () => {
  it('is the only one there is, of the run that it shows', () => {
    expect(standingOf([documentOf('a', { run: 7 })])).toEqual({ documentId: 'a', run: 7, others: [] })
    expect(standingOf([])).toBeNull()
  })

  it.each<[what: string, older: Partial<ReportDocument>, newer: Partial<ReportDocument>]>([
    ['publication', { publishedOn: '2024-03-01', receivedAt: at(9) }, { publishedOn: '2024-03-02' }],
    [
      'date, where publication is the same',
      { documentDate: '2024-02-01', receivedAt: at(9) },
      { documentDate: '2024-02-02' },
    ],
    ['a known day before an unknown one', { receivedAt: at(9) }, { publishedOn: '2020-01-01' }],
    ['arrival, where no day is known', { receivedAt: at(1) }, { receivedAt: at(2) }],
    ['ID, where nothing else differs', {}, {}],
    ['a report before a draft', { draft: true, publishedOn: '2024-05-01' }, {}],
  ])('is the later by %s', (_, older, newer) => {
    expect(currentOf(documentOf('a', older), documentOf('b', newer))).toBe('b')
  })

  it('is the end of a chain of corrections, whatever its days say', () => {
    const first = documentOf('c', { publishedOn: '2024-06-01' })
    const second = documentOf('b', { publishedOn: '2024-05-01', supersedes: { c: at(2) } })
    const third = documentOf('a', { supersedes: { b: at(3) } })
    expect(standingOf([first, second, third])).toEqual({
      documentId: 'a',
      run: 1,
      others: [
        { documentId: 'b', duplicateOf: null, supersededBy: 'a' },
        { documentId: 'c', duplicateOf: null, supersededBy: 'a' },
      ],
    })
  })

  it('is what a page was changed back to', () => {
    const first = documentOf('a', { supersedes: { b: at(3) } })
    const second = documentOf('b', { publishedOn: '2024-05-01', supersedes: { a: at(2) } })
    expect(currentOf(first, second)).toBe('a')
    expect(currentOf(first, second, documentOf('c', { supersedes: { a: at(4) } }))).toBe('c')
  })

  it('is never a copy of what was corrected', () => {
    const wrong = documentOf('a')
    const copy = documentOf('b', { bodyHash: wrong.bodyHash, publishedOn: '2024-09-01' })
    const corrected = documentOf('c', { supersedes: { a: at(2) } })
    expect(standingOf([wrong, copy, corrected])).toMatchObject({
      documentId: 'c',
      others: [{ supersededBy: 'c' }, { supersededBy: 'c' }],
    })
  })

  it('says of the same text in other bytes whose duplicate it is', () => {
    const page = documentOf('a', { publishedOn: '2024-03-01' })
    const file = documentOf('b', { bodyHash: page.bodyHash, receivedAt: at(9) })
    const draft = documentOf('c', { bodyHash: page.bodyHash, draft: true })
    expect(standingOf([page, file, draft])).toEqual({
      documentId: 'a',
      run: 1,
      others: [
        { documentId: 'b', duplicateOf: 'a', supersededBy: null },
        { documentId: 'c', duplicateOf: 'a', supersededBy: null },
      ],
    })
  })

  it('is not superseded by a draft', () => {
    expect(currentOf(documentOf('a'), documentOf('b', { draft: true, supersedes: { a: at(2) } }))).toBe('a')
  })

  it('is what came after a withdrawn one, or was there before it if there is nothing else', () => {
    const first = documentOf('b', { publishedOn: '2024-09-01' })
    const withdrawn = documentOf('w', { supersedes: { b: at(2) } })
    const last = documentOf('a', { supersedes: { w: at(3) } })
    expect(standingOf([first, last], [withdrawn])?.documentId).toBe('a')
    expect(standingOf([first], [withdrawn])?.documentId).toBe('b')
    expect(standingOf([], [withdrawn])).toBeNull()
  })

  it('is exactly one in any order, and every other names it once', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    const anyDocument = fc.record({
      run: fc.integer({ min: 1, max: 3 }),
      bodyHash: fc.constantFrom(null, 'x', 'y'),
      draft: fc.boolean(),
      publishedOn: fc.constantFrom(null, '2024-01-01', '2024-02-01'),
      documentDate: fc.constantFrom(null, '2024-01-01'),
      receivedAt: fc.integer({ min: 1, max: 3 }).map(at),
      supersedes: fc.dictionary(fc.constantFrom(...ids), fc.integer({ min: 1, max: 9 }).map(at)),
    })
    const anyReport = fc
      .tuple(...ids.map((documentId) => anyDocument.map((facts) => ({ documentId, ...facts }))))
      .chain((all) => fc.record({ all: fc.shuffledSubarray(all, { minLength: 5 }), readable: fc.nat(5) }))
    fc.assert(
      fc.property(anyReport, ({ all, readable }) => {
        const documents = all.slice(0, readable)
        const withdrawn: WithdrawnDocument[] = all.slice(readable)
        const standing = standingOf(documents, withdrawn)
        expect(standingOf(documents.toReversed(), withdrawn.toReversed())).toEqual(standing)
        expect(standing === null).toBe(documents.length === 0)
        if (standing === null) return
        const current = documents.find(({ documentId }) => documentId === standing.documentId)!
        expect(current.run).toBe(standing.run)
        expect(current.draft).toBe(documents.every(({ draft }) => draft))
        expect(standing.others.map(({ documentId }) => documentId)).toEqual(
          documents
            .map(({ documentId }) => documentId)
            .filter((id) => id !== standing.documentId)
            .sort(),
        )
        for (const { duplicateOf, supersededBy } of standing.others)
          expect([duplicateOf, supersededBy].filter((id) => id !== null)).toEqual([standing.documentId])
      }),
      { numRuns: 500 },
    )
  })
})
