import type { Script } from '../report/report.ts'

/** A few Traditional characters among Simplified ones are slips or names; a Traditional text has one in four. */
const TRADITIONAL_SHARE = 0.05
const SAMPLE = 2000
const HAN_FIRST = 0x3400
const HAN_LAST = 0x9fff

/** @param folded the same text in Simplified characters, unit for unit */
export function scriptOf(text: string, folded: string): Script {
  let han = 0
  let changed = 0
  for (let at = 0; at < text.length && han < SAMPLE; at++) {
    const code = text.charCodeAt(at)
    if (code < HAN_FIRST || code > HAN_LAST) continue
    han++
    if (code !== folded.charCodeAt(at)) changed++
  }
  return changed > han * TRADITIONAL_SHARE ? 'hant' : 'hans'
}
