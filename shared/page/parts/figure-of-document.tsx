import type { CatalogueEntry } from '../../readers/catalogue-search.ts'
import type { DocumentDetail } from '../../readers/document-detail.ts'
import type { QuotedFigure } from '../../readers/sentences.ts'
import { apiPath, getItem, getItems, useAsked } from '../api.ts'
import { usePage } from '../context.ts'
import { Answered } from './feedback.tsx'
import { FigurePanel } from './figure-panel.tsx'

/** A figure by the words of an address, `document:ordinal`, beside a chart or table that leads to it. */
export function FigureOfDocument({ id, entry }: { readonly id: string; readonly entry: CatalogueEntry }) {
  const { change } = usePage()
  const [documentId = '', ordinal = ''] = id.split(':')
  const asked = useAsked(`${documentId} ${entry.code}`, async () => {
    const path = `/documents/${encodeURIComponent(documentId)}`
    const [document, { items }] = await Promise.all([
      getItem<DocumentDetail>(apiPath(path)),
      getItems<QuotedFigure>(`${path}/indicators`, { code: entry.code }),
    ])
    return { document, figures: items }
  })
  return (
    <Answered asked={asked}>
      {({ document, figures }) => {
        const figure = figures.find((one) => String(one.ordinal) === ordinal)
        if (figure === undefined) return null
        const to = (one: QuotedFigure | null) =>
          change({ figure: one === null ? undefined : `${documentId}:${one.ordinal}` })
        return <FigurePanel {...{ document, figure, figures, entry, to }} />
      }}
    </Answered>
  )
}
