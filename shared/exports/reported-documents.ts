import type { ReportedDocument } from '../readers/columns/documents.ts'
import { documentBatches } from './listed-documents.ts'
import type { ExportQuery, ExportReader } from './table.ts'

/** Documents of a year by publisher, each with which parts its report has. */
export async function* reportedDocuments(
  reader: ExportReader,
  { current = false, ...query }: ExportQuery,
): AsyncGenerator<ReportedDocument, void, undefined> {
  for await (const documents of documentBatches(reader, query)) {
    const listed = documents.filter((document) => !current || document.current)
    const qualities = await reader.tables.qualities(listed.map(({ documentId }) => documentId))
    for (const document of listed)
      yield { ...document, completeness: qualities.get(document.documentId)?.completeness ?? null }
  }
}
