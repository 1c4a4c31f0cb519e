import { figuresPage } from '../../shared/readers/figures.ts'
import { itemsOfPages } from '../../shared/readers/page.ts'
import { RowsReplacedError } from '../../shared/store/errors.ts'
import type { ReaderTables } from '../../shared/store/reader-tables.ts'
import type { ResultReader } from '../../shared/store/result-reader.ts'
import { COMPARED_CODE, COMPARED_YEAR } from './workload.ts'

/** Readers at work while functions die: what they may never see is noted. */
export class Readers {
  readonly wrong: string[] = []
  reads = 0
  readonly #results: ResultReader
  readonly #tables: ReaderTables
  /** Documents that were seen COMPLETE. */
  readonly #complete = new Set<string>()

  constructor(results: ResultReader, tables: ReaderTables) {
    this.#results = results
    this.#tables = tables
  }

  /** A document that was COMPLETE stays so, with the figures of one run. */
  async readDocument(documentId: string): Promise<void> {
    const wasComplete = this.#complete.has(documentId)
    const result = await this.#read(documentId)
    if (result === 'replaced') return
    const status = result?.document.status ?? 'nothing'
    if (status === 'COMPLETE') this.#complete.add(documentId)
    else if (wasComplete) this.wrong.push(`${documentId} was COMPLETE and is ${status}`)
    const runs = new Set(result?.indicators.map(({ run }) => run))
    if (runs.size > 1) this.wrong.push(`${documentId} shows figures of runs ${[...runs]}`)
  }

  /** A comparison has each document once at most, and every publisher whose document was COMPLETE. */
  async compare(): Promise<void> {
    this.reads += 1
    const query = { code: COMPARED_CODE, year: COMPARED_YEAR, current: false, limit: 50 }
    const before = new Set(this.#complete)
    const seen = new Set<string>()
    let rewritten = 0
    const page = async (asked: object) => {
      const figures = await figuresPage(this.#tables, { ...query, ...asked })
      rewritten += figures.rewritten
      return figures
    }
    for await (const { documentId } of itemsOfPages(page)) {
      if (seen.has(documentId)) this.wrong.push(`${documentId} is twice in a comparison`)
      seen.add(documentId)
    }
    const absent = [...before].filter((id) => !seen.has(id))
    if (absent.length > rewritten) this.wrong.push(`${absent.slice(0, 3)} is not in a comparison`)
  }

  async #read(documentId: string) {
    this.reads += 1
    try {
      return await this.#results.result(documentId)
    } catch (error) {
      if (error instanceof RowsReplacedError) return 'replaced'
      throw error
    }
  }
}
