import type { ListedDocument } from '../readers/documents.ts'
import { type Figure, figureOf } from '../readers/figure.ts'
import type { QuotedFigure } from '../readers/sentences.ts'
import { ObjectVanishedError, RowsReplacedError } from '../store/errors.ts'
import { eachDocument } from './listed-documents.ts'
import type { ExportQuery, ExportReader } from './table.ts'

/** A run is shown for longer than reading it takes, unless a document is read anew again and again. */
const MAX_READINGS = 3

/** A figure with its sentence and its document. */
export interface ExportedFigure extends QuotedFigure {
  readonly document: ListedDocument
}

/**
 * Figures of a year by publisher, document and place in the text. Each document is read once, whole, with the text of its run.
 * @throws {RowsReplacedError} if a document shows another run each time that it is read
 */
export async function* figuresOfDocuments(
  reader: ExportReader,
  { code, current = false, ...query }: ExportQuery,
): AsyncGenerator<ExportedFigure, void, undefined> {
  const isAsked = (figure: Pick<Figure, 'code'>) => code === undefined || figure.code === code
  const read = async (document: ListedDocument) =>
    document.status !== 'COMPLETE' || (current && !standsForItself(document)) ? [] : quoted(reader, document, isAsked)
  for await (const figures of eachDocument(reader, query, read)) yield* figures
}

/** What nothing is known to have replaced: the document of a publisher that is not known has no report to be current for. */
function standsForItself({ current, publisherId }: ListedDocument): boolean {
  return current || publisherId === null
}

async function quoted(
  { results, bucket }: ExportReader,
  document: ListedDocument,
  isAsked: (figure: Pick<Figure, 'code'>) => boolean,
): Promise<ExportedFigure[]> {
  const { documentId } = document
  for (let reading = 1; reading <= MAX_READINGS; reading += 1) {
    const result = await results.result(documentId)
    if (result?.document.status !== 'COMPLETE') return []
    const asked = result.indicators.filter(isAsked)
    if (asked.length === 0) return []
    const shown = result.document
    const text = await textUnder(shown.textKey, bucket)
    if (text === null) continue
    return asked.map((row) => {
      const figure = figureOf(row, shown)
      return { ...figure, sentenceText: text.slice(figure.sentence.start, figure.sentence.end), document }
    })
  }
  throw new RowsReplacedError(documentId)
}

/** Null if the text went with its run while it was read. */
async function textUnder(textKey: string, bucket: ExportReader['bucket']): Promise<string | null> {
  try {
    return await bucket.readText(textKey)
  } catch (error) {
    if (error instanceof ObjectVanishedError) return null
    throw error
  }
}
