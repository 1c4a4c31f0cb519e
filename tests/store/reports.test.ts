import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { factsOf } from '../../shared/store/document-facts.ts'
import { DocumentListing } from '../../shared/store/document-listing.ts'
import type { DocumentRow } from '../../shared/store/document-row.ts'
import { DocumentStore } from '../../shared/store/document-store.ts'
import { type ListDeps, listDocument, listedOf } from '../../shared/store/list-document.ts'
import { type ListedDocument, outcomeOf, type ReportKey, type ReportRow } from '../../shared/store/report-row.ts'
import { ReportStore } from '../../shared/store/report-store.ts'
import { Withdrawals } from '../../shared/store/withdrawals.ts'
import { type Engines, startEngines } from '../engines/engines.ts'
import { rejectionOf, reportOf } from './records.ts'

let engines: Engines
let place: Awaited<ReturnType<typeof prepare>>
beforeAll(async () => {
  engines = await startEngines()
  place = await prepare()
})
afterAll(() => engines.stop())

async function prepare() {
  const { tables } = engines
  const names = await engines.createTables()
  return {
    documents: new DocumentStore(tables, names.documents),
    listing: new DocumentListing(tables, names.documents),
    withdrawals: new Withdrawals(tables, names.documents),
    reports: new ReportStore(tables, names.reports),
  }
}

const day = (number: number) => `2024-03-0${number}`
const at = (number: number) => `${day(number)}T00:00:00.000Z`

/** What may happen to one of four documents. */
type Step =
  | { readonly kind: 'read'; readonly document: number; readonly facts: Facts }
  | { readonly kind: 'refuse' | 'withdraw' | 'restore' | 'finish'; readonly document: number }
  | { readonly kind: 'supersede'; readonly document: number; readonly older: number; readonly seen: number }
  /** A function begins to list a document, and makes its next request when it is told to go on. */
  | { readonly kind: 'begin'; readonly document: number }
  | { readonly kind: 'goOn'; readonly begun: number }
  /** A function ends in the middle of listing a document. */
  | { readonly kind: 'die'; readonly document: number; readonly requests: number }

interface Facts {
  readonly publisher: number
  readonly year: number
  readonly body: number
  readonly draft: boolean
  readonly publishedOn: string | null
}

const document = fc.nat(3)
const facts: fc.Arbitrary<Facts> = fc.record({
  publisher: fc.nat(1),
  year: fc.constantFrom(2022, 2023),
  body: fc.nat(3),
  draft: fc.boolean(),
  publishedOn: fc.option(fc.integer({ min: 1, max: 3 }).map(day)),
})
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('read' as const), document, facts }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('finish' as const), document }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('refuse' as const, 'withdraw' as const, 'restore' as const),
      document,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('supersede' as const),
      document,
      older: fc.nat(3),
      seen: fc.integer({ min: 1, max: 9 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('begin' as const), document }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('goOn' as const), begun: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('die' as const), document, requests: fc.nat(4) }) },
)

let histories = 0

/** Lets a history happen to documents of its own, and then finishes what is left to do of each, as messages that come again do. */
async function happen(steps: readonly Step[]): Promise<{ rows: DocumentRow[]; publishers: string[] }> {
  histories += 1
  const { documents, listing, withdrawals, reports } = place
  const idOf = (number: number) => `${String(histories).padStart(8, '0')}${String(number).repeat(24)}`
  const publisherOf = (number: number) => `430223/history ${histories} town ${number}`.replaceAll(' ', '')
  const seen = new Set<number>()
  const begun: SlowListing[] = []
  const rowOf = async (number: number) => {
    const row = (await documents.get(idOf(number))) ?? (await documents.receive(arrival(number)))
    seen.add(number)
    return row
  }
  const arrival = (number: number) => ({ documentId: idOf(number), receivedAt: at(number + 1), size: 9 })
  const deps = { listing, reports }

  for (const one of steps) {
    if (one.kind === 'goOn') {
      await begun[one.begun % begun.length]?.goOn()
      continue
    }
    const row = await rowOf(one.document)
    const { documentId, run } = row
    switch (one.kind) {
      case 'read': {
        const { publisher, body, ...rest } = one.facts
        const report = {
          ...reportOf({ documentId, year: rest.year }),
          ...rest,
          publisherId: publisherOf(publisher),
          bodyHash: `body ${body}`,
        }
        const figures = { textKey: 'text', indicatorCount: 0, chunks: 1 }
        await documents.showRun(documentId, run + 1, { ...factsOf(report), ...figures })
        break
      }
      case 'refuse':
        await documents.recordRejected(documentId, run + 1, rejectionOf())
        break
      case 'withdraw':
        await withdrawals.withdraw({ documentId, run, detail: `Withdrawn ${documentId}.` })
        break
      case 'restore':
        await withdrawals.restore(documentId)
        await withdrawals.readmit(documentId)
        break
      case 'supersede':
        await listing.supersede(documentId, { documentId: idOf(one.older), seenAt: at(one.seen) })
        break
      case 'finish':
        await listDocument(row, deps)
        break
      case 'begin':
        begun.push(await beginListing(row, deps))
        break
      case 'die':
        await listDocument(row, dyingAfter(one.requests, deps)).catch(ignoreDeath)
        break
    }
  }
  for (const slow of begun) await slow.end()
  const numbers = [...seen]
  for (const number of numbers) await listDocument(await rowOf(number), deps)
  const rows = await Promise.all(numbers.map(rowOf))
  return { rows, publishers: [publisherOf(0), publisherOf(1)] }
}

class Death extends Error {}

function ignoreDeath(error: unknown): void {
  if (!(error instanceof Death)) throw error
}

/** Stores whose function dies after some of its requests. */
function dyingAfter(requests: number, deps: ListDeps): ListDeps {
  let left = requests
  return withEach(deps, async () => {
    left -= 1
    if (left < 0) throw new Death()
  })
}

interface SlowListing {
  /** Lets it make one request. */
  readonly goOn: () => Promise<void>
  readonly end: () => Promise<void>
}

/** A function that lists a document as its row was when it began, one request at a time. */
async function beginListing(row: DocumentRow, deps: ListDeps): Promise<SlowListing> {
  let isDone = false
  let letGo: (() => void) | null = null
  let notify = () => {}
  const isWaiting = () => new Promise<void>((resolve) => (notify = resolve))
  const beforeEach = () =>
    new Promise<void>((resolve) => {
      letGo = resolve
      notify()
    })
  const first = isWaiting()
  const all = listDocument(row, withEach(deps, beforeEach)).finally(() => {
    isDone = true
    notify()
  })
  await first
  const goOn = async () => {
    if (isDone) return
    const next = isWaiting()
    letGo?.()
    await next
  }
  const end = async () => {
    while (!isDone) await goOn()
    await all
  }
  return { goOn, end }
}

/** Stores that do something before each request. */
function withEach({ listing, reports }: ListDeps, before: () => Promise<void>): ListDeps {
  const slow =
    <Args extends unknown[], Result>(work: (...args: Args) => Promise<Result>) =>
    async (...args: Args) => {
      await before()
      return work(...args)
    }
  return {
    listing: Object.assign(Object.create(listing), {
      enter: slow(listing.enter.bind(listing)),
      leave: slow(listing.leave.bind(listing)),
    }) as DocumentListing,
    reports: Object.assign(Object.create(reports), { note: slow(reports.note.bind(reports)) }) as ReportStore,
  }
}

/** What `reports` must say, by nothing but the documents as they are in the end. */
function expectedOf(rows: readonly DocumentRow[]) {
  const byReport = new Map<string, { report: ReportKey; documents: ListedDocument[] }>()
  for (const listed of rows.map(listedOf)) {
    if (listed === null) continue
    const name = JSON.stringify(listed.report)
    const known = byReport.get(name) ?? { report: listed.report, documents: [] }
    byReport.set(name, { ...known, documents: [...known.documents, listed.document] })
  }
  return [...byReport.values()]
    .map(({ report, documents }) => ({ ...report, ...outcomeOf(documents) }))
    .map(seenByReaders)
}

/** A row without its book-keeping. */
function seenByReaders({ publisherId, year, state, documentId, run, detail, others }: Omit<ReportRow, 'revision'>) {
  return { publisherId, year, state, documentId, run, detail, others }
}

const order = (a: ReportKey, b: ReportKey) => (`${a.publisherId} ${a.year}` < `${b.publisherId} ${b.year}` ? -1 : 1)

const moved = (publisher: number): Step => {
  return { kind: 'read', document: 0, facts: { publisher, year: 2023, body: 0, draft: false, publishedOn: null } }
}
const finish: Step = { kind: 'finish', document: 0 }
const begin: Step = { kind: 'begin', document: 0 }
const goOn = (begun: number, times: number): Step[] => Array.from({ length: times }, () => ({ kind: 'goOn', begun }))

/** Few enough for every `npm test`, and five hundred in `npm run fuzz`. */
const HISTORIES = Number(process.env.HISTORIES ?? 100)

/** Histories that chance does not find often. */
const RACES: readonly (readonly Step[])[] = [
  // A function that is slow lists a document where it was, after another one has listed it where it is.
  [moved(0), begin, ...goOn(0, 1), moved(1), finish],
  // One that is slow says where the document is no more, after it has come back there; then the document moves on.
  [moved(0), finish, moved(1), begin, ...goOn(0, 1), begin, moved(0), finish, ...goOn(0, 9), moved(1), finish],
  [moved(0), finish, moved(1), begin, ...goOn(0, 3), moved(0), finish, ...goOn(0, 1), moved(1), finish],
]

describe('the table of reports', () => {
  it('says what the final documents say, after any history of them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 14 }), async (steps) => {
        const { rows, publishers } = await happen(steps)
        const kept = await Promise.all(publishers.map((publisherId) => place.reports.ofPublisher(publisherId)))
        const found = kept
          .flat()
          .filter(({ state }) => state !== 'none')
          .map(seenByReaders)
        expect(found.sort(order)).toEqual(expectedOf(rows).sort(order))
      }),
      { numRuns: HISTORIES, examples: RACES.map((steps) => [steps]) },
    )
  })
})
