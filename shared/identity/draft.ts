import { squeeze } from '../text/lines.ts'

const MARK = '(?:(?:征求意见|送审|讨论|审议|评审|初)稿|草案)'
/** On a line of its own, in brackets at its end, or behind the title itself. */
const DRAFT = new RegExp(`(?:^|报告[》”"]?|\\()${MARK}\\)?$`)

/** Whether a line above the text marks it as a draft (征求意见稿). @param lines folded */
export function isDraft(lines: readonly string[]): boolean {
  return lines.some((line) => DRAFT.test(squeeze(line)))
}
