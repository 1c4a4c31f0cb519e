import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeApi } from '../../shared/api/app.ts'
import type { Figure } from '../../shared/readers/figure.ts'
import type { FiguresPage } from '../../shared/readers/figures.ts'
import { type Engines, startEngines } from '../engines/engines.ts'
import { CODE, type Dropped, stockTables } from '../readers/stocked-tables.ts'

/** A thousand in every `npm test`, ten thousand in `npm run fuzz`. */
const ROWS = Number(process.env.PAGED_ROWS ?? 1000)
const FIGURES = 50
/** Pages end inside documents, and no document is on more than two. */
const LIMIT = 97
/** What a run adds to every value, so that a value tells its run. */
const RUN = 1000

let engines: Engines
beforeAll(async () => {
  engines = await startEngines()
})
afterAll(() => engines.stop())

function reportOf(n: number, run: number): Dropped {
  const id = `${100_000 + n}`
  const publisherId = `430223/第${n}镇人民政府`
  const figures = Array.from({ length: FIGURES }, (_, ordinal) => ({ value: run * RUN + ordinal }))
  return { id, publisherId, run, figures, at: new Date() }
}

it(`${ROWS} rows paged through the API come once each while writes go on, and no two runs of a document are mixed`, async () => {
  const { source, drop } = await stockTables(engines)
  const count = ROWS / FIGURES
  for (let n = 0; n < count; n += 1) await drop(reportOf(n, 1))
  const fileOf = async () => null
  const onError = (error: Error) => expect.fail(error.message)
  const api = makeApi({ source, fileOf, onError })

  let isRead = false
  let written = 0
  const writing = (async () => {
    for (; !isRead; written += 1) await drop(reportOf((written * 7) % count, 2 + Math.floor(written / count)))
  })()
  const items: Figure[] = []
  let rewritten = 0
  for (let next: string | null = ''; next !== null; ) {
    const cursor: string = next === '' ? '' : `&cursor=${next}`
    const answer = await api.request(`/api/v1/indicators?code=${CODE}&year=2023&limit=${LIMIT}${cursor}`)
    const page = (await answer.json()) as FiguresPage
    expect(answer.status).toBe(200)
    items.push(...page.items)
    rewritten += page.rewritten
    next = page.next
  }
  isRead = true
  await writing

  expect(written).toBeGreaterThan(0)
  expect(new Set(items.map(({ documentId, ordinal }) => `${documentId} ${ordinal}`)).size).toBe(items.length)
  const documents = Map.groupBy(items, ({ documentId }) => documentId)
  expect(documents.size).toBe(count)
  for (const ofDocument of documents.values())
    expect(new Set(ofDocument.map(({ value }) => Math.floor(value / RUN))).size).toBe(1)
  const cutShort = [...documents.values()].filter(({ length }) => length < FIGURES)
  expect(cutShort).toHaveLength(rewritten)
})
