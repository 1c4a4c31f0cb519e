import { useEffect, useRef } from 'preact/hooks'
import type { CatalogueEntry } from '../../readers/catalogue-search.ts'
import type { DocumentDetail } from '../../readers/document-detail.ts'
import type { QuotedFigure } from '../../readers/sentences.ts'
import { codeName } from '../code-name.ts'
import { usePage } from '../context.ts'
import { statedValue } from '../numbers.ts'
import { FLAG_WORDS, PERIOD_WORDS, ROLE_WORDS } from '../vocabulary.ts'
import { CopyButton } from './copy-button.tsx'
import { Corrections, ThisIsWrong } from './corrections.tsx'
import { Name } from './names.tsx'
import { Sentence } from './sentence.tsx'

interface Props {
  readonly document: DocumentDetail
  readonly figure: QuotedFigure
  /** Those of the document: of the same code, or the one that it is a part of. */
  readonly figures: readonly QuotedFigure[]
  readonly entry: CatalogueEntry | null
  /** Address of the same view with another figure, or none. */
  readonly to: (figure: QuotedFigure | null) => string
}

/** What a figure is: its sentence first, then what it counts, how sure that is, and where it comes from. */
export function FigurePanel({ document, figure, figures, entry, to }: Props) {
  const { words, say, language, state, link } = usePage()
  const heading = useRef<HTMLHeadingElement>(null)
  const close = useRef<HTMLAnchorElement>(null)
  useClosing(close)
  const id = `${figure.documentId}:${figure.ordinal}`
  useEffect(() => heading.current?.focus({ preventScroll: true }), [id])
  const section =
    document.status === 'COMPLETE' || document.status === 'PARSED' ? document.sections[figure.section] : undefined
  const same =
    figure.code === null ? [] : figures.filter((one) => one.code === figure.code && one.ordinal !== figure.ordinal)
  const whole = figures.find(({ ordinal }) => ordinal === figure.partOf)
  return (
    <section class="panel" aria-labelledby="figure-heading">
      <a class="close" ref={close} href={to(null)} aria-label={words.close}>
        ×
      </a>
      <h2 id="figure-heading" ref={heading} tabIndex={-1}>
        {statedValue(figure, language)}
      </h2>
      <p class="what">
        {entry === null ? words.noCode : codeName(entry, language)}
        {figure.issuer !== null && <Name zh={figure.issuer} />}
        {figure.year}
      </p>
      <Sentence figure={figure} />
      <dl>
        <dt>{words.code}</dt>
        <dd>
          {entry === null ? (
            words.noCode
          ) : (
            <>
              <code>{entry.code}</code>
              <br />
              {say(entry.definition)}
            </>
          )}
        </dd>
        <dt>{words.scope}</dt>
        <dd>{figure.scope === null ? words.whole : words.part(figure.scope)}</dd>
        {whole !== undefined && (
          <>
            <dt>{words.partOf}</dt>
            <dd>
              <a href={to(whole)}>{statedValue(whole, language)}</a>
            </dd>
          </>
        )}
        <dt>{words.flags}</dt>
        <dd>
          {figure.flags.length === 0
            ? words.noFlags
            : figure.flags.map((flag) => (
                <p class="flag">
                  <strong>{say(FLAG_WORDS[flag])}</strong> {say(FLAG_WORDS[flag].why)}
                </p>
              ))}
        </dd>
        {figure.corrections.length > 0 && (
          <>
            <dt>{words.corrections}</dt>
            <dd>
              <Corrections corrections={figure.corrections} />
            </dd>
          </>
        )}
        <dt>{words.why}</dt>
        <dd>
          {words.subject}: <q lang="zh-Hans">{figure.subject}</q>
          <br />
          {words.role} {say(ROLE_WORDS[figure.role])} · {words.period} {say(PERIOD_WORDS[figure.period])}
          {section?.heading && (
            <>
              <br />
              {words.section} <q lang="zh-Hans">{section.heading}</q>
            </>
          )}
        </dd>
        <dt>{words.source}</dt>
        <dd>
          {figure.sourceUrl === null ? words.upload : <a href={figure.sourceUrl}>{figure.sourceUrl}</a>}
          {state.view !== 'report' && (
            <>
              <br />
              <a href={link({ view: 'report', id: figure.documentId, figure: String(figure.ordinal) })}>
                {words.openInReport}
              </a>
            </>
          )}
        </dd>
        {same.length > 0 && (
          <>
            <dt>{words.sameCode}</dt>
            <dd>
              <ul class="inline">
                {same.map((one) => (
                  <li>
                    <a href={to(one)}>{statedValue(one, language)}</a>{' '}
                    {one.scope !== null && <span lang="zh-Hans">{one.scope}</span>}
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
      </dl>
      {entry !== null && figure.year !== null && (
        <p class="links">
          <a href={link({ view: 'compare', code: entry.code, from: String(figure.year), to: String(figure.year) })}>
            {words.compareCode}
          </a>
          {figure.publisherId !== null && (
            <a
              href={link({
                view: 'compare',
                code: entry.code,
                publisher: [figure.publisherId],
                from: String(figure.year - 3),
                to: String(figure.year),
              })}
            >
              {words.overYears}
            </a>
          )}
        </p>
      )}
      <p class="id">
        {words.figureId} <code>{id}</code> <CopyButton text={id} />
      </p>
      <ThisIsWrong figure={figure} />
    </section>
  )
}

/** Escape closes the panel, and the focus goes back to what has opened it. */
function useClosing(close: { readonly current: HTMLAnchorElement | null }): void {
  useEffect(() => {
    const opener = document.activeElement
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') close.current?.click()
    }
    addEventListener('keydown', onKey)
    return () => {
      removeEventListener('keydown', onKey)
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true })
    }
  }, [])
}
