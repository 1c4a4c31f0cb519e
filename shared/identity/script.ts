import type { Script } from '../report/report.ts'

/** A few Traditional characters among Simplified ones are slips or names; a Traditional text has one in four. */
const TRADITIONAL_SHARE = 0.05
const SAMPLE = 4000

/** @param folded the same text in Simplified characters, unit for unit */
export function scriptOf(text: string, folded: string): Script {
  let han = 0
  let changed = 0
  for (let at = 0; at < Math.min(SAMPLE, text.length); at++) {
    if (!/[\u3400-\u9fff]/.test(text[at]!)) continue
    han++
    if (text[at] !== folded[at]) changed++
  }
  return changed > han * TRADITIONAL_SHARE ? 'hant' : 'hans'
}
