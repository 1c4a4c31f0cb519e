import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DocumentRow } from '../../shared/store/document-row.ts'
import { DocumentStore } from '../../shared/store/document-store.ts'
import { type Engines, startEngines } from '../engines/engines.ts'
import { arrivalOf, failureOf, parsedFactsOf, reportOf } from './records.ts'

const PARSED = parsedFactsOf()
const REJECTION = { reason: 'not_a_report', detail: 'x', report: null } as const

describe('DocumentStore', () => {
  let engines: Engines
  let store: DocumentStore
  beforeAll(async () => {
    engines = await startEngines()
    store = new DocumentStore(engines.tables, (await engines.createTables()).documents)
  })
  afterAll(() => engines.stop())

  let made = 0

  /** A new document, brought to a status at run 5. */
  async function documentAt(status: DocumentRow['status'] | 'absent') {
    made += 1
    const documentId = String(made).padStart(32, '0')
    const receive = (run: number) => store.receive(arrivalOf({ documentId, run }))
    const stored = () => store.get(documentId)
    if (status !== 'absent') {
      const row = await receive(5)
      if (status === 'PARSED' || status === 'COMPLETE') await store.recordParsed(row, 5, PARSED)
      if (status === 'COMPLETE') await store.complete(documentId, 5)
      if (status === 'REJECTED') await store.recordRejected(row, 5, REJECTION)
      if (status === 'FAILED') await store.recordFailed(failureOf({ documentId, run: 5 }))
      expect(await stored()).toMatchObject({ status, run: 5 })
    }
    return { documentId, receive, stored }
  }

  const STATUSES = ['RECEIVED', 'PARSED', 'COMPLETE', 'REJECTED', 'FAILED'] as const
  const CHANGES = {
    parsed: (row: DocumentRow, run: number) => store.recordParsed(row, run, PARSED),
    rejected: (row: DocumentRow, run: number) => store.recordRejected(row, run, REJECTION),
    failed: ({ documentId }: DocumentRow, run: number) => store.recordFailed(failureOf({ documentId, run })),
    chunk: async ({ documentId }: DocumentRow, run: number) =>
      (await store.addWrittenChunk(documentId, run, 0)) !== null,
    complete: ({ documentId }: DocumentRow, run: number) => store.complete(documentId, run),
  }
  /** Which changes of the same run, and of a newer one, a status permits. */
  const ALLOWED = {
    RECEIVED: { same: ['parsed', 'rejected', 'failed'], newer: ['parsed', 'rejected', 'failed'] },
    PARSED: { same: ['failed', 'chunk', 'complete'], newer: ['parsed', 'rejected', 'failed'] },
    COMPLETE: { same: [], newer: ['parsed', 'rejected'] },
    REJECTED: { same: [], newer: ['parsed', 'rejected'] },
    FAILED: { same: ['parsed', 'rejected', 'failed', 'chunk', 'complete'], newer: ['parsed', 'rejected', 'failed'] },
  } as const

  describe.each(STATUSES)('a document that is %s', (status) => {
    it.each(Object.keys(CHANGES) as (keyof typeof CHANGES)[])('lets through or keeps out: %s', async (change) => {
      const changes = async (run: number) => {
        const { stored } = await documentAt(status)
        const before = await stored()
        const changed = await CHANGES[change](before!, run)
        if (!changed) expect(await stored()).toEqual(before)
        return changed
      }
      expect({ older: await changes(4), same: await changes(5), newer: await changes(6) }).toEqual({
        older: false,
        same: (ALLOWED[status].same as readonly string[]).includes(change),
        newer: (ALLOWED[status].newer as readonly string[]).includes(change),
      })
    })

    it('is found as it is when it is received again', async () => {
      const { stored, receive } = await documentAt(status)
      const before = await stored()
      expect(await receive(6)).toEqual(before)
      expect(await stored()).toEqual(before)
    })
  })

  it('makes the row of a failed document that has none', async () => {
    const { documentId, stored } = await documentAt('absent')
    const { receivedAt, size } = arrivalOf()
    await store.recordFailed(failureOf({ documentId, run: 5, receivedAt, size }))
    expect(await stored()).toMatchObject({ receivedAt, size, status: 'FAILED', reason: 'internal', error: 'TypeError' })
  })

  it('forgets a failure and what was tried once the document is COMPLETE', async () => {
    const { documentId, stored } = await documentAt('PARSED')
    await store.recordFailed(failureOf({ documentId, run: 5 }))
    await store.addWrittenChunk(documentId, 5, 0)
    await store.complete(documentId, 5)
    const row = await stored()
    for (const attribute of ['reason', 'detail', 'error', 'requestId', 'requeues', 'writtenChunks'])
      expect(row).not.toHaveProperty(attribute)
  })

  it('counts a row in bytes, not in characters', async () => {
    const { receive } = await documentAt('absent')
    const row = await receive(5)
    const report = { ...reportOf(), title: '石'.repeat(130_000) }
    await expect(store.recordParsed(row, 5, { ...PARSED, report })).rejects.toMatchObject({ name: 'ItemTooLargeError' })
    expect(await store.recordParsed(row, 5, { ...PARSED, report: { ...report, title: '石'.repeat(110_000) } })).toBe(
      true,
    )
  })

  it('says why a document was refused, even if its facts are too large or the sentence is too long', async () => {
    const { stored, receive } = await documentAt('absent')
    const report = { ...reportOf(), title: '石'.repeat(130_000) }
    await store.recordRejected(await receive(5), 5, { ...REJECTION, detail: '石'.repeat(200_000), report })
    const row = await stored()
    expect(row).toMatchObject({ status: 'REJECTED', reason: 'not_a_report', detail: '石'.repeat(1000) })
    expect(row).not.toHaveProperty('title')
  })

  it('has no key of the index by place if the report settles no place or no year', async () => {
    const { stored, receive } = await documentAt('absent')
    const report = reportOf()
    await store.recordParsed(await receive(5), 5, {
      ...PARSED,
      report: { ...report, region: { ...report.region, code: null } },
    })
    const row = await stored()
    expect(row).not.toHaveProperty('regionCode')
    expect(row).not.toHaveProperty('yearDocument')
  })
})
