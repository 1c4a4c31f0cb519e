import { inChinese, spellDigits } from '../../text/numerals.ts'
import type { Archive } from '../zip/archive.ts'
import { walkXml } from '../zip/walk-xml.ts'

/** One level of a list, ECMA-376 part 1, 17.9.6: `pattern` is its text with %1 to %9 for the counters of the levels. */
interface ListLevel {
  start: number
  format: string
  pattern: string
}

interface Place {
  readonly list: string
  readonly level: number
}

/**
 * The numbers that Word shows before list paragraphs but does not write into their text: 一、 and （一） are the very words
 * that structure a report.
 */
export class Numbering {
  readonly #levels: ReadonlyMap<string, ReadonlyMap<number, ListLevel>>
  readonly #styles: ReadonlyMap<string, Place>
  readonly #counters = new Map<string, number[]>()

  private constructor(levels: ReadonlyMap<string, ReadonlyMap<number, ListLevel>>, styles: ReadonlyMap<string, Place>) {
    this.#levels = levels
    this.#styles = styles
  }

  static async of(archive: Archive): Promise<Numbering> {
    return new Numbering(await readLevels(archive), await readStyles(archive))
  }

  /** The label of the next paragraph at this place of this list; empty for bullets and if there is no list. */
  next(list: string | undefined, level: number | undefined, style: string | undefined): string {
    const styled = style === undefined ? undefined : this.#styles.get(style)
    const place = list === undefined ? styled : { list, level: level ?? styled?.level ?? 0 }
    const levels = place && this.#levels.get(place.list)
    const own = place && levels?.get(place.level)
    if (own === undefined || own.format === 'bullet' || own.format === 'none') return ''
    const counters = this.#counters.get(place!.list) ?? []
    this.#counters.set(place!.list, counters)
    counters.length = Math.min(counters.length, place!.level + 1)
    counters[place!.level] = (counters[place!.level] ?? own.start - 1) + 1
    return own.pattern.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1
      const shown = levels!.get(at)
      return shown === undefined ? '' : formatNumber(counters[at] ?? shown.start, shown.format)
    })
  }
}

const NUMBERING_PART = 'word/numbering.xml'
const STYLES_PART = 'word/styles.xml'

async function readLevels(archive: Archive): Promise<ReadonlyMap<string, ReadonlyMap<number, ListLevel>>> {
  const abstracts = new Map<string, Map<number, ListLevel>>()
  const lists = new Map<string, Map<number, ListLevel>>()
  if (!archive.has(NUMBERING_PART)) return lists
  let abstract: Map<number, ListLevel> | undefined
  let level: ListLevel | undefined
  let list: string | undefined
  await walkXml(archive, NUMBERING_PART, {
    open(name, attributes) {
      const value = attributes['w:val'] ?? ''
      if (name === 'w:abstractNum') {
        abstract = new Map()
        abstracts.set(attributes['w:abstractNumId'] ?? '', abstract)
      } else if (name === 'w:lvl' && abstract !== undefined) {
        level = { start: 1, format: 'decimal', pattern: '' }
        abstract.set(Number(attributes['w:ilvl']), level)
      } else if (name === 'w:start' && level !== undefined) level.start = Number(value) || 0
      else if (name === 'w:numFmt' && level !== undefined) level.format = value
      else if (name === 'w:lvlText' && level !== undefined) level.pattern = value
      else if (name === 'w:num') list = attributes['w:numId']
      else if (name === 'w:abstractNumId' && list !== undefined) lists.set(list, abstracts.get(value) ?? new Map())
    },
    close(name) {
      if (name === 'w:lvl') level = undefined
      else if (name === 'w:abstractNum') abstract = undefined
    },
  })
  return lists
}

/** Paragraph styles may carry a list themselves: headings that number on. */
async function readStyles(archive: Archive): Promise<ReadonlyMap<string, Place>> {
  const styles = new Map<string, Place>()
  if (!archive.has(STYLES_PART)) return styles
  let style: string | undefined
  let level = 0
  await walkXml(archive, STYLES_PART, {
    open(name, attributes) {
      const value = attributes['w:val'] ?? ''
      if (name === 'w:style') {
        style = attributes['w:styleId']
        level = 0
      } else if (name === 'w:ilvl') level = Number(value) || 0
      else if (name === 'w:numId' && style !== undefined) styles.set(style, { list: value, level })
    },
  })
  return styles
}

const CIRCLED_ONE = 0x2460
const MAX_CIRCLED = 20

/** Number formats of ECMA-376 part 1, 17.18.59 that Chinese documents use; any other is shown as decimal. */
function formatNumber(value: number, format: string): string {
  if (
    /^(?:chineseCounting(?:Thousand)?|japaneseCounting|taiwaneseCounting(?:Thousand)?|ideographTraditional)$/.test(
      format,
    )
  )
    return inChinese(value)
  if (format === 'ideographDigital') return spellDigits(value)
  if (format.startsWith('decimalEnclosedCircle') && value >= 1 && value <= MAX_CIRCLED)
    return String.fromCharCode(CIRCLED_ONE + value - 1)
  if (format === 'lowerLetter' || format === 'upperLetter') {
    const letter = String.fromCharCode(0x61 + ((value - 1) % 26))
    return format === 'upperLetter' ? letter.toUpperCase() : letter
  }
  return String(value)
}
