import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DocumentRow } from '../../shared/store/document-row.ts'
import { DocumentStore } from '../../shared/store/document-store.ts'
import { type Engines, startEngines } from '../engines/engines.ts'
import { arrivalOf, failureOf, rejectionOf, reportOf, resultOf } from './records.ts'

describe('DocumentStore', () => {
  let engines: Engines
  let store: DocumentStore
  beforeAll(async () => {
    engines = await startEngines()
    store = new DocumentStore(engines.tables, (await engines.createTables()).documents)
  })
  afterAll(() => engines.stop())

  let made = 0

  /** A new document, brought to a status at run 5; RECEIVED is before the first run. */
  async function documentAt(status: DocumentRow['status'] | 'absent') {
    made += 1
    const documentId = String(made).padStart(32, '0')
    const receive = () => store.receive(arrivalOf({ documentId }))
    const stored = () => store.get(documentId)
    if (status !== 'absent') {
      await receive()
      if (status === 'PARSED' || status === 'COMPLETE') await store.recordParsed(documentId, 5, resultOf())
      if (status === 'COMPLETE') await store.showRun(documentId, 5, resultOf())
      if (status === 'REJECTED') await store.recordRejected(documentId, 5, rejectionOf())
      if (status === 'FAILED') await store.recordFailed(failureOf({ documentId, run: 5 }))
      expect(await stored()).toMatchObject({ status, run: status === 'RECEIVED' ? 0 : 5 })
    }
    return { documentId, receive, stored }
  }

  const STATUSES = ['RECEIVED', 'PARSED', 'COMPLETE', 'REJECTED', 'FAILED'] as const
  const CHANGES = {
    parsed: (documentId: string, run: number) => store.recordParsed(documentId, run, resultOf()),
    shown: (documentId: string, run: number) => store.showRun(documentId, run, resultOf()),
    rejected: (documentId: string, run: number) => store.recordRejected(documentId, run, rejectionOf()),
    failed: (documentId: string, run: number) => store.recordFailed(failureOf({ documentId, run })),
  }
  const ALL = ['parsed', 'shown', 'rejected', 'failed']
  const RESULTS = ['shown', 'rejected']
  /** Which changes by an older run, the same run and a newer one a status permits. */
  const ALLOWED = {
    RECEIVED: { older: ALL, same: ALL, newer: ALL },
    PARSED: { older: [], same: ALL, newer: ALL },
    COMPLETE: { older: [], same: [], newer: RESULTS },
    REJECTED: { older: [], same: [], newer: RESULTS },
    FAILED: { older: [], same: ALL, newer: ALL },
  } as const

  describe.each(STATUSES)('a document that is %s', (status) => {
    it.each(Object.keys(CHANGES) as (keyof typeof CHANGES)[])('lets through or keeps out: %s', async (change) => {
      const changes = async (run: number) => {
        const { documentId, stored } = await documentAt(status)
        const before = await stored()
        const changed = await CHANGES[change](documentId, run)
        if (!changed) expect(await stored()).toEqual(before)
        return changed
      }
      const { older, same, newer } = ALLOWED[status]
      expect({ older: await changes(4), same: await changes(5), newer: await changes(6) }).toEqual({
        older: older.some((allowed) => allowed === change),
        same: same.some((allowed) => allowed === change),
        newer: newer.some((allowed) => allowed === change),
      })
    })

    it('is found as it is when it is received again', async () => {
      const { stored, receive } = await documentAt(status)
      const before = await stored()
      expect(await receive()).toEqual(before)
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
    await store.showRun(documentId, 5, resultOf())
    const row = await stored()
    for (const attribute of ['reason', 'detail', 'error', 'requestId', 'requeues'])
      expect(row).not.toHaveProperty(attribute)
  })

  it('takes away what a newer run does not give, and leaves what no run gives', async () => {
    const { documentId, receive, stored } = await documentAt('COMPLETE')
    const { receivedAt } = await receive()
    await store.recordRejected(documentId, 6, rejectionOf({ parserVersion: 7 }))
    const { updatedAt: _, ...row } = (await stored())!
    expect(row).toEqual({
      ...arrivalOf({ documentId, receivedAt }),
      status: 'REJECTED',
      run: 6,
      revision: 2,
      // Its report still lists it, until `finishRun` has brought it in line.
      listedIn: new Set(['2023 440114/石桥镇人民政府']),
      reason: 'not_a_report',
      detail: 'x',
      parserVersion: '7',
    })
  })

  it('counts a row in bytes, not in characters', async () => {
    const { documentId } = await documentAt('RECEIVED')
    const titled = (characters: number) => resultOf({ report: { ...reportOf(), title: '石'.repeat(characters) } })
    await expect(store.showRun(documentId, 5, titled(130_000))).rejects.toMatchObject({ name: 'ItemTooLargeError' })
    expect(await store.showRun(documentId, 5, titled(110_000))).toBe(true)
  })

  it('says why a document was refused, even if its facts are too large or the sentence is too long', async () => {
    const { documentId, stored } = await documentAt('RECEIVED')
    const report = { ...reportOf(), title: '石'.repeat(130_000) }
    await store.recordRejected(documentId, 5, rejectionOf({ detail: '石'.repeat(200_000), report }))
    const row = await stored()
    expect(row).toMatchObject({ status: 'REJECTED', reason: 'not_a_report', detail: '石'.repeat(1000) })
    expect(row).not.toHaveProperty('title')
  })

  it('has no key of an index that the report does not settle', async () => {
    const { documentId, stored } = await documentAt('RECEIVED')
    const report = reportOf()
    const region = { ...report.region, code: null }
    await store.showRun(documentId, 5, resultOf({ report: { ...report, year: null, region } }))
    const row = await stored()
    expect(row).not.toHaveProperty('publisherDocument')
    expect(row).toMatchObject({ year: null })
  })
})
