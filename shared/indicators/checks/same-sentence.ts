import type { Indicator } from '../../report/report.ts'

/** The figures by sentence, in order. */
export function bySentence(indicators: readonly Indicator[]): Indicator[][] {
  return [...Map.groupBy(indicators, ({ sentence }) => sentence.start).values()]
}

export function isExact({ bound }: Indicator): boolean {
  return bound === 'exact'
}
