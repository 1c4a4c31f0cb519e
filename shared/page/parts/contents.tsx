import { usePage } from '../context.ts'
import { type TextBlock, wordsOf } from '../report-text.ts'
import { anchorOf } from './report-text.tsx'

/** Headings of a report. Deeper ones would be longer than the text. */
const DEEPEST = 2

export function Contents({ blocks }: { readonly blocks: readonly TextBlock[] }) {
  const { words } = usePage()
  return (
    <nav aria-label={words.contents}>
      <h2>{words.contents}</h2>
      <ol class="contents" lang="zh-Hans">
        {blocks.map(
          (block) =>
            block.kind === 'heading' &&
            block.level <= DEEPEST && (
              <li class={`level-${block.level}`}>
                <a href={`#${anchorOf(block.section)}`}>{wordsOf(block.parts)}</a>
              </li>
            ),
        )}
      </ol>
    </nav>
  )
}
