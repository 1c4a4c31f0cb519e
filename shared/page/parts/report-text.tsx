import { useEffect } from 'preact/hooks'
import type { QuotedFigure } from '../../readers/sentences.ts'
import { usePage } from '../context.ts'
import type { TextBlock, TextPart } from '../report-text.ts'
import { Scrolling } from './scrolling.tsx'

interface Props {
  readonly blocks: readonly TextBlock[]
  readonly chosen: QuotedFigure | null
  readonly to: (figure: QuotedFigure) => string
}

/** Headings of a report begin below that of the page. */
const OUTERMOST = 2
const INNERMOST = 6

/** ID of a section's heading, for the table of contents. */
export function anchorOf(section: number): string {
  return `section-${section}`
}

/** ID of a figure in the text. */
function figureAnchorOf(ordinal: number): string {
  return `figure-${ordinal}`
}

export function ReportText({ blocks, chosen, to }: Props) {
  const { words } = usePage()
  const chosenOrdinal = chosen?.ordinal
  useEffect(() => {
    if (chosenOrdinal !== undefined)
      document.getElementById(figureAnchorOf(chosenOrdinal))?.scrollIntoView({ block: 'nearest' })
  }, [chosenOrdinal])
  const shown = (parts: readonly TextPart[]) => parts.map((part) => <Part part={part} chosen={chosen} to={to} />)
  return (
    <div class="text" lang="zh-Hans">
      {blocks.map((block) => {
        if (block.kind === 'paragraph') return <p>{shown(block.parts)}</p>
        if (block.kind === 'table')
          return (
            <Scrolling label={words.table}>
              <table>
                <tbody>
                  {block.rows.map((cells) => (
                    <tr>
                      {cells.map((cell) => (
                        <td>{shown(cell)}</td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scrolling>
          )
        const Heading = `h${Math.min(INNERMOST, OUTERMOST - 1 + block.level)}` as 'h2'
        return (
          <Heading id={anchorOf(block.section)} tabIndex={-1}>
            {shown(block.parts)}
          </Heading>
        )
      })}
    </div>
  )
}

function Part({ part, chosen, to }: { readonly part: TextPart } & Omit<Props, 'blocks'>) {
  if (typeof part === 'string') return <>{part}</>
  const { figure, text } = part
  const isChosen = chosen?.ordinal === figure.ordinal
  const kind = figure.code === null ? 'figure uncoded' : 'figure'
  return (
    <a
      id={figureAnchorOf(figure.ordinal)}
      class={figure.flags.length > 0 ? `${kind} flagged` : kind}
      href={to(figure)}
      aria-current={isChosen ? 'true' : undefined}
    >
      {text}
    </a>
  )
}
