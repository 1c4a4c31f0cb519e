import { documentsPage, type ListedDocument } from '../readers/documents.ts'
import { inParallel } from '../store/in-parallel.ts'
import type { ExportQuery, ExportReader } from './table.ts'

/** Documents read at once, and held in memory with all that is read of them. */
const DOCUMENTS_AT_ONCE = 20

/** The documents of a year in the order of the list, some at a time. */
export async function* documentBatches(
  { tables }: Pick<ExportReader, 'tables'>,
  { year, region }: Pick<ExportQuery, 'year' | 'region'>,
  limit = DOCUMENTS_AT_ONCE,
): AsyncGenerator<readonly ListedDocument[], void, undefined> {
  let cursor: string | null | undefined
  while (cursor !== null) {
    const asked = { year, ...(region !== undefined && { region }), ...(cursor !== undefined && { cursor }) }
    const page = await documentsPage(tables, { ...asked, limit })
    yield page.items
    cursor = page.next
  }
}

/** What is read of each document of a year, in the order of the list; some are read at once. */
export async function* eachDocument<Read>(
  reader: ExportReader,
  query: Pick<ExportQuery, 'year' | 'region'>,
  read: (document: ListedDocument) => Promise<Read>,
): AsyncGenerator<Read, void, undefined> {
  for await (const documents of documentBatches(reader, query)) {
    const found: Read[] = []
    await inParallel(DOCUMENTS_AT_ONCE, [...documents.entries()], async ([at, document]) => {
      found[at] = await read(document)
    })
    yield* found
  }
}
