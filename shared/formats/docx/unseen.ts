import { isNoteSeparator } from './notes.ts'
import { isOn } from './run-properties.ts'

type Attributes = Readonly<Record<string, string>>

/** What a reader does not see, or sees twice; headers stand in the text only in Word 2003. */
const UNSEEN = new Set(
  'w:del w:moveFrom mc:Fallback w:rt w:pPrChange w:rPrChange w:sectPrChange w:tblPrChange w:trPrChange w:tcPrChange w:hdr w:ftr w:comment w:styles w:lists'.split(
    ' ',
  ),
)

/** From the name of a gallery up to the block that is taken from it: `w:docPartObj`, `w:sdtPr`, `w:sdt`. */
const GALLERY_DEPTH = 3

/** How many elements above this one begins what nobody sees; null if the element hides nothing. */
export function unseenAbove(name: string, attributes: Attributes): number | null {
  if (UNSEEN.has(name) || isNoteSeparator(name, attributes)) return 0
  if (name === 'aml:annotation' && /Deletion|Comment/.test(attributes['w:type'] ?? '')) return 0
  if (name === 'wp:docPr' && isOn(attributes.hidden ?? '0')) return 1
  return name === 'w:docPartGallery' && /table of contents/i.test(attributes['w:val'] ?? '') ? GALLERY_DEPTH : null
}
