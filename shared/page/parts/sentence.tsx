import type { QuotedFigure } from '../../readers/sentences.ts'

/** The sentence as it stands in the report, with the figure marked in it. */
export function Sentence({ figure }: { readonly figure: QuotedFigure }) {
  const { sentenceText, sentence, start, end } = figure
  return (
    <blockquote lang="zh-Hans">
      {sentenceText.slice(0, start - sentence.start)}
      <mark>{sentenceText.slice(start - sentence.start, end - sentence.start)}</mark>
      {sentenceText.slice(end - sentence.start)}
    </blockquote>
  )
}
