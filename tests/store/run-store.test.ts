import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DocumentRow } from '../../shared/store/document-row.ts'
import { RunStore } from '../../shared/store/run-store.ts'
import { type Engines, startEngines } from '../engines/engines.ts'
import { DOCUMENT_ID, documentRowOf, failureOf, resultOf } from './records.ts'

describe('RunStore', () => {
  let engines: Engines
  beforeAll(async () => {
    engines = await startEngines()
  })
  afterAll(() => engines.stop())

  const prepare = async () => new RunStore(engines.tables, (await engines.createTables()).runs)
  const showing = (status: 'RECEIVED' | 'PARSED' | 'COMPLETE' | 'FAILED', run: number): DocumentRow => ({
    ...documentRowOf(status),
    run,
  })

  describe('opens for a parser', () => {
    it('the first run of a document, and the same one again until it ends', async () => {
      const runs = await prepare()
      expect(await runs.open(showing('RECEIVED', 0), 3)).toBe(1)
      expect(await runs.open(showing('RECEIVED', 0), 3)).toBe(1)
      await runs.recordSent(DOCUMENT_ID, 1, resultOf())
      expect(await runs.open(showing('PARSED', 1), 3)).toBe(1)
      expect(await runs.open(showing('FAILED', 1), 3)).toBe(1)
    })

    it('a run above the one that is shown', async () => {
      expect(await (await prepare()).open(showing('COMPLETE', 5), 6)).toBe(6)
    })

    it('a run above that of an older version, finished or not', async () => {
      const runs = await prepare()
      await runs.open(showing('RECEIVED', 0), 3)
      expect(await runs.open(showing('PARSED', 1), 4)).toBe(2)
      await runs.endUpTo(DOCUMENT_ID, 2)
      expect(await runs.open(showing('COMPLETE', 2), 5)).toBe(3)
    })

    it('none while a newer version is at it', async () => {
      const runs = await prepare()
      await runs.open(showing('COMPLETE', 1), 4)
      expect(await runs.open(showing('COMPLETE', 1), 3)).toBeNull()
    })

    it('none if its run has ended since the document was read', async () => {
      const runs = await prepare()
      await runs.open(showing('RECEIVED', 0), 3)
      await runs.endUpTo(DOCUMENT_ID, 1)
      expect(await runs.open(showing('RECEIVED', 0), 3)).toBeNull()
    })

    it('one number to many at once, and different ones to different versions', async () => {
      const runs = await prepare()
      const row = showing('COMPLETE', 1)
      expect(new Set(await Promise.all([1, 2, 3, 4].map(() => runs.open(row, 2))))).toEqual(new Set([2]))
      const other = await prepare()
      const numbers = await Promise.all([2, 3].map((version) => other.open(row, version)))
      expect(numbers).toEqual(numbers[1] === 2 ? [null, 2] : [2, 3])
    })
  })

  it('counts each written chunk once, and none of a run that ended', async () => {
    const runs = await prepare()
    await runs.open(showing('RECEIVED', 0), 1)
    expect(await runs.addWrittenChunk(DOCUMENT_ID, 1, 0)).toBeNull()
    await runs.recordSent(DOCUMENT_ID, 1, resultOf())
    expect(await runs.addWrittenChunk(DOCUMENT_ID, 1, 1)).toBe(1)
    expect(await runs.addWrittenChunk(DOCUMENT_ID, 1, 1)).toBe(1)
    await runs.recordSent(DOCUMENT_ID, 1, resultOf())
    expect(await runs.addWrittenChunk(DOCUMENT_ID, 1, 0)).toBe(2)
    await runs.endUpTo(DOCUMENT_ID, 1)
    expect(await runs.addWrittenChunk(DOCUMENT_ID, 1, 2)).toBeNull()
    expect(await runs.get(DOCUMENT_ID, 1)).toMatchObject({ state: 'ended' })
  })

  it('ends runs up to a number, and leaves those above', async () => {
    const runs = await prepare()
    await runs.open(showing('COMPLETE', 1), 2)
    await runs.open(showing('COMPLETE', 1), 3)
    await runs.endUpTo(DOCUMENT_ID, 2)
    expect((await runs.ofDocument(DOCUMENT_ID)).map(({ run, state }) => [run, state])).toEqual([
      [3, 'open'],
      [2, 'ended'],
    ])
  })

  it('says why a run failed, unless it has ended', async () => {
    const runs = await prepare()
    await runs.open(showing('RECEIVED', 0), 1)
    await runs.recordFailure(failureOf())
    expect(await runs.get(DOCUMENT_ID, 1)).toMatchObject({ state: 'open', error: 'TypeError', detail: 'x' })
    await runs.endUpTo(DOCUMENT_ID, 1)
    await runs.recordFailure(failureOf())
    expect(await runs.get(DOCUMENT_ID, 1)).not.toHaveProperty('error')
  })

  it('forgets a run, unless it has changed', async () => {
    const runs = await prepare()
    await runs.open(showing('RECEIVED', 0), 1)
    const row = (await runs.get(DOCUMENT_ID, 1))!
    await runs.remove({ ...row, updatedAt: '2020-01-01T00:00:00.000Z' })
    expect(await runs.get(DOCUMENT_ID, 1)).not.toBeNull()
    await runs.remove(row)
    expect(await runs.get(DOCUMENT_ID, 1)).toBeNull()
  })
})
