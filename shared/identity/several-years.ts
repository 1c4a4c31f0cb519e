/** 2019—2021年, 2020年和2021年. */
const SEVERAL_YEARS =
  /(20[0-9]{2})年?度?([-—–~～至到、,和及与])(20[0-9]{2})年(?![^,。]{0,20}(?:计划|打算|安排|思路|要点))/
/** What is planned for several years is reported on year by year. */
const PLANNED = /纲要|规划|方案|意见|十[一二三四五六]五/
/** No title names more years. */
const MAX_YEARS = 10

/**
 * The years that a title names if they are several: all between a first and a last, or the two of a pair.
 * @param title folded to Simplified, half-width characters
 * @returns empty if the title names one year or none
 */
export function severalYearsOf(title: string): number[] {
  const [, first, joint, last] = (PLANNED.test(title) ? null : SEVERAL_YEARS.exec(title)) ?? []
  if (first === undefined) return []
  const [from, to] = [Number(first), Number(last)]
  if (/[、,和及与]/.test(joint!) || to < from || to - from >= MAX_YEARS) return [from, to]
  return Array.from({ length: to - from + 1 }, (_, at) => from + at)
}
