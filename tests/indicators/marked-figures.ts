/** A phrase whose figures were marked by hand, without the marks. */
export interface MarkedPhrase {
  readonly text: string
  /** Where each figure is in `text`, in order. */
  readonly figures: readonly { readonly start: number; readonly end: number; readonly raw: string }[]
}

const MARK = /【(?<raw>[^【】]+)】/g

/**
 * Reads the notation of the phrase tables: each figure is in 【】.
 * @throws if a mark is empty, opened twice or not closed
 * @example readMarkedFigures('受理【12件】').figures // [{ start: 2, end: 5, raw: '12件' }]
 */
export function readMarkedFigures(phrase: string): MarkedPhrase {
  let text = ''
  let from = 0
  const figures = [...phrase.matchAll(MARK)].map(({ 0: mark, index, groups }) => {
    text += phrase.slice(from, index)
    from = index + mark.length
    const start = text.length
    const raw = groups!.raw!
    text += raw
    return { start, end: text.length, raw }
  })
  text += phrase.slice(from)
  if (/[【】]/.test(text))
    throw new Error(`The marks of the phrase ${phrase} do not pair: put each figure in one 【】.`)
  return { text, figures }
}
