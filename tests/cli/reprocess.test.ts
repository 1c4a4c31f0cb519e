import { describe, expect, it } from 'vitest'
import { type Selection, select } from '../../infra/cli/reprocess/select.ts'
import { summarize, summaryTable } from '../../infra/cli/reprocess/summary.ts'
import type { Changes } from '../../shared/store/changes.ts'
import type { DocumentVersion } from '../../shared/store/document-versions.ts'
import { TIME } from '../store/records.ts'

const TARGET = 5

function changesOf(changes: Partial<Changes> = {}): Changes {
  return { run: 1, parserVersion: '4', status: 'COMPLETE', figures: 2, codes: ['a.b'], cells: [], ...changes }
}

function versionOf(digit: string, changes: Partial<DocumentVersion> = {}): DocumentVersion {
  const documentId = digit.repeat(32)
  const read = { run: 1, parserVersion: '4', year: 2023, region: null } as const
  return { documentId, status: 'COMPLETE', updatedAt: TIME, ...read, ...changes }
}

async function selected(rows: readonly DocumentVersion[], changes: Partial<Selection> = {}) {
  const everything = { ids: [], beforeVersion: TARGET, region: '', year: null, status: null }
  const pages = (async function* () {
    for (const row of rows) yield [row]
  })()
  const { todo, done } = await select(pages, { ...everything, ...changes }, TARGET)
  const firstDigits = (list: readonly DocumentVersion[]) => list.map(({ documentId }) => documentId[0]).join('')
  return { todo: firstDigits(todo), done: firstDigits(done) }
}

describe('the documents to read anew', () => {
  it('are those of older versions, and those that failed', async () => {
    const rows = [
      versionOf('a'),
      versionOf('b', { parserVersion: '5' }),
      versionOf('c', { status: 'FAILED', parserVersion: '5' }),
      versionOf('d', { status: 'REJECTED', parserVersion: undefined }),
      versionOf('e', { status: 'PARSED' }),
      versionOf('f', { status: 'RECEIVED', parserVersion: undefined }),
    ]
    expect(await selected(rows)).toEqual({ todo: 'acd', done: '' })
    expect(await selected(rows, { beforeVersion: 4 })).toEqual({ todo: 'cd', done: '' })
  })

  it('count as done if an earlier start has read them', async () => {
    const rows = [
      versionOf('a', { parserVersion: '5', changes: changesOf() }),
      versionOf('b', { parserVersion: '5', changes: changesOf({ parserVersion: '2' }) }),
      versionOf('c'),
    ]
    expect(await selected(rows)).toEqual({ todo: 'c', done: 'ab' })
    expect(await selected(rows, { beforeVersion: 3 })).toEqual({ todo: '', done: 'b' })
  })

  it('are of a place, a year and a status before they are read anew', async () => {
    const rows = [
      versionOf('a', { region: { code: '440114' } }),
      versionOf('b', { region: { code: '330106' }, year: 2022 }),
      versionOf('c', { status: 'REJECTED' }),
      versionOf('d', { status: 'COMPLETE', parserVersion: '5', changes: changesOf({ status: 'REJECTED' }) }),
      versionOf('e', { status: 'REJECTED', parserVersion: '5', changes: changesOf() }),
    ]
    expect(await selected(rows, { region: '44' })).toEqual({ todo: 'a', done: '' })
    expect(await selected(rows, { year: 2022 })).toEqual({ todo: 'b', done: '' })
    expect(await selected(rows, { status: 'REJECTED' })).toEqual({ todo: 'c', done: 'd' })
  })

  it('are named by the beginnings of their IDs, each of which names one', async () => {
    const rows = [versionOf('a'), versionOf('b'), { ...versionOf('b'), documentId: `bb${'0'.repeat(30)}` }]
    expect(await selected(rows, { ids: ['aa', 'bbb'] })).toEqual({ todo: 'ab', done: '' })
    await expect(selected(rows, { ids: ['bb'] })).rejects.toThrow('2 documents begin with bb')
    await expect(selected(rows, { ids: ['c'] })).rejects.toThrow('There is no document c')
  })
})

describe('the summary of a reprocessing', () => {
  const summary = summarize([
    { status: 'COMPLETE', changes: changesOf({ cells: ['a.b'] }) },
    { status: 'COMPLETE', changes: changesOf({ status: 'REJECTED', codes: ['a.b', 'c.d'] }) },
    { status: 'REJECTED', changes: changesOf({ figures: 0, codes: [] }) },
    { status: 'COMPLETE' },
  ])

  it('counts documents', () => {
    expect(summary).toEqual({
      documents: 4,
      figures: 2,
      codes: 2,
      cells: 1,
      accepted: 1,
      refused: 1,
      byCode: { 'a.b': { documents: 2, cells: 1 }, 'c.d': { documents: 1, cells: 0 } },
    })
  })

  it('has a line for each code', () => {
    expect(summaryTable(summary)).toEqual([
      'documents  figures differ  codes differ  cells differ  now accepted  now refused',
      '4          2               2             1             1             1',
      '',
      'code  documents  cells',
      'a.b   2          1',
      'c.d   1          0',
    ])
  })
})
