import type { Audit } from '../../readers/audit.ts'
import type { CatalogueEntry } from '../../readers/catalogue-search.ts'
import type { DocumentDetail } from '../../readers/document-detail.ts'
import type { QuotedFigure } from '../../readers/sentences.ts'
import { apiPath, getItem, getItems, getText, useAsked } from '../api.ts'
import { usePage } from '../context.ts'
import { Contents } from '../parts/contents.tsx'
import { Answered } from '../parts/feedback.tsx'
import { FigurePanel } from '../parts/figure-panel.tsx'
import { ReportAudit } from '../parts/report-audit.tsx'
import { ReportHead } from '../parts/report-head.tsx'
import { ReportText } from '../parts/report-text.tsx'
import { blocksOf } from '../report-text.ts'
import { useCatalogue } from '../use-catalogue.ts'
import { useTitle } from '../use-title.ts'

/** A report as it was written, with every figure a link to what is known of it. */
export function ReportView({ id }: { readonly id: string }) {
  const path = `/documents/${encodeURIComponent(id)}`
  const asked = useAsked(id, async () => {
    const document = await getItem<DocumentDetail>(apiPath(path))
    if (document.status !== 'COMPLETE') return { document, text: '', figures: [], audit: null }
    const [audit, text, { items }] = await Promise.all([
      getItem<Audit>(apiPath(`${path}/audit`)),
      getText(apiPath(`${path}/text`)),
      getItems<QuotedFigure>(`${path}/indicators`, {}),
    ])
    return { document, text, figures: items, audit }
  })
  const catalogue = useCatalogue()
  return (
    <Answered asked={asked}>
      {(read) => <Answered asked={catalogue}>{(entries) => <Report {...read} entries={entries} />}</Answered>}
    </Answered>
  )
}

interface Props {
  readonly document: DocumentDetail
  readonly text: string
  readonly figures: readonly QuotedFigure[]
  /** Null of a document that is no report that can be read. */
  readonly audit: Audit | null
  readonly entries: readonly CatalogueEntry[]
}

function Report({ document, text, figures, audit, entries }: Props) {
  const { state, words, change } = usePage()
  const title = document.kind === undefined ? null : document.title
  useTitle(title ?? document.documentId)
  const figure = figures.find(({ ordinal }) => String(ordinal) === state.figure)
  const to = (one: QuotedFigure | null) => change({ figure: one === null ? undefined : String(one.ordinal) })
  const sections = document.kind === undefined ? [] : document.sections
  const blocks = blocksOf(text, sections, figures)
  return (
    <div class="split">
      <article class="report">
        <ReportHead document={document} />
        {audit !== null && <ReportAudit audit={audit} entries={entries} />}
        <ReportText blocks={blocks} to={to} chosen={figure ?? null} />
      </article>
      <aside class={figure ? 'side open' : 'side'}>
        {figure === undefined ? (
          <>
            <p class="hint">{figures.length > 0 && words.figureHint}</p>
            <Contents blocks={blocks} />
          </>
        ) : (
          <FigurePanel
            {...{ document, figure, figures, to }}
            entry={entries.find(({ code }) => code === figure.code) ?? null}
          />
        )}
      </aside>
    </div>
  )
}
