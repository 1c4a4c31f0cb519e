import { RowsReplacedError } from '../store/errors.ts'
import type { Figure } from './figure.ts'
import type { Source } from './source.ts'

/** A run is shown for longer than reading it takes, unless a document is read anew again and again. */
const MAX_READINGS = 3

/** A figure with the sentence that states it, as it stands in the report. */
export interface QuotedFigure extends Figure {
  readonly sentenceText: string
}

/**
 * The figures of a document with their sentences, in the order of the text. Offsets of one run never meet the text of another.
 * @returns null if there is no such document
 * @throws {RowsReplacedError} if the document shows another run each time that it is read
 */
export async function quotedFigures(
  source: Pick<Source, 'document' | 'figuresOf' | 'text'>,
  documentId: string,
): Promise<{ readonly run: number; readonly figures: readonly QuotedFigure[] } | null> {
  for (let reading = 1; reading <= MAX_READINGS; reading += 1) {
    const before = await source.document(documentId)
    const [figures, text] = await Promise.all([source.figuresOf(documentId), source.text(documentId)])
    if (before === null || figures === null) return null
    if (figures.length === 0) return { run: before.run, figures: [] }
    const after = await source.document(documentId)
    const runs = new Set([before.run, after?.run, ...figures.map(({ run }) => run)])
    if (text === null || runs.size > 1) continue
    const quoted = figures.map((figure) => ({
      ...figure,
      sentenceText: text.slice(figure.sentence.start, figure.sentence.end),
    }))
    return { run: before.run, figures: quoted }
  }
  throw new RowsReplacedError(documentId)
}
