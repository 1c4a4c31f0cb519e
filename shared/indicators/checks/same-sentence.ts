import type { Indicator } from '../../report/report.ts'

/** Where no full stop comes for so many characters, what follows counts as another sentence: work per figure stays small. */
const LONGEST_SENTENCE = 2000

/** The figures by sentence, in order. */
export function bySentence(indicators: readonly Indicator[]): Indicator[][] {
  const sentences: Indicator[][] = []
  for (const indicator of indicators) {
    const last = sentences.at(-1)
    if (last !== undefined && areTogether(last[0]!, indicator)) last.push(indicator)
    else sentences.push([indicator])
  }
  return sentences
}

function areTogether(first: Indicator, later: Indicator): boolean {
  return first.sentence.start === later.sentence.start && later.start - first.start < LONGEST_SENTENCE
}

export function isExact({ bound }: Pick<Indicator, 'bound'>): boolean {
  return bound === 'exact'
}
