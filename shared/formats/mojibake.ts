import type { Warning } from '../report/report.ts'
import { RARE, rareSignsIn } from './rare-signs.ts'

/** Text whose certain damage is undone, and the damage that was undone or is only suspected, by offsets in `text`. */
export interface Mended {
  readonly text: string
  readonly warnings: readonly Warning[]
}

/** A page of mojibake would give thousands of warnings that say the same. */
const MAX_WARNINGS = 200

/**
 * Undoes the conversion damage that reverses without doubt, takes out code units that are no character and flags the rest. Of
 * damaged characters only the GBK slip is undone: everything else could as well be what the issuer wrote.
 */
export function repairMojibake(text: string): Mended {
  const rare = rareSignsIn(text)
  const mends: Warning[] = []
  const mended = rare & (RARE.noCharacter | RARE.questionMark) ? withoutDamage(text, mends) : text
  // What was changed is said before what is only suspected.
  const warnings = [...mends, ...suspicions(mended, rare)].slice(0, MAX_WARNINGS)
  return { text: mended, warnings: warnings.sort((a, b) => a.start - b.start) }
}

/** @param mends where what was done is noted */
function withoutDamage(text: string, mends: Warning[]): string {
  let shrunk = 0
  return text.replace(DAMAGE, (damage: string, ...match: unknown[]) => {
    const { none, before = '', mark = '', trail = '' } = match.at(-1) as Readonly<Record<string, string | undefined>>
    const at = match.at(-3) as number
    if (none !== undefined) {
      mends.push(takenOut(none, at - shrunk))
      shrunk += none.length
      return ''
    }
    const second = slippedCharacter(mark, trail)
    if (second === null) return damage
    const start = at + before.length - shrunk
    const found = damage.slice(before.length)
    mends.push({
      code: 'gbk_slip_mended',
      start,
      end: start + 2,
      message: `A lost byte had turned 。${second} into ${found}; it is put back.`,
    })
    shrunk += found.length - 2
    return `${before}。${second}`
  })
}

/**
 * In GBK 。 is A1 A3. Where A1 is lost, a decoder shows `?` and pairs A3 with the next lead byte, which gives a full-width
 * punctuation mark (often made half-width later), and the next trail byte is left over as an ASCII letter. Between a
 * Chinese character and another one, with only comma, colon or semicolon in the middle, this is never written on purpose.
 */
const SLIP =
  /(?<before>[\u4E00-\u9FFF）)”〉》])[?？\uFFFD](?<mark>[,，:：;；])(?<trail>[@-Z[-`a-~])(?=[\u4E00-\u9FFF])/u

/**
 * Lone surrogates, which are half a character, and the 66 code points that Unicode keeps from ever being one (U+FDD0 to
 * U+FDEF and the last two of each plane; The Unicode Standard, section 23.7). Fonts and conversions leave them; queues refuse them.
 */
const NONE = /(?<none>[\p{Cs}\p{Noncharacter_Code_Point}]+)/u

const DAMAGE = new RegExp(`${NONE.source}|${SLIP.source}`, 'gu')

/** Code points that one warning names. */
const MAX_NAMED = 8

/** Says of a run of code points that are no characters that it was taken out before `at` of the text. */
function takenOut(run: string, at: number): Warning {
  const points = [...run].map((point) => `U+${point.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`)
  const named = points.slice(0, MAX_NAMED).join(' ')
  const what = points.length > MAX_NAMED ? `${named} and ${points.length - MAX_NAMED} more` : named
  return { code: 'no_character', start: at, end: at, message: `${what}: no characters; they are taken out here.` }
}

/** Lead bytes that A3 turned into punctuation: the trail byte of the full-width form is the lost character's lead byte. */
const LEAD_BYTE: Readonly<Record<string, number>> = {
  ',': 0xac,
  '，': 0xac,
  ':': 0xba,
  '：': 0xba,
  ';': 0xbb,
  '；': 0xbb,
}

function slippedCharacter(mark: string, trail: string): string | null {
  const bytes = Uint8Array.of(LEAD_BYTE[mark]!, trail.charCodeAt(0))
  const character = new TextDecoder('gb18030').decode(bytes)
  return /^[\u4E00-\u9FFF]$/.test(character) ? character : null
}

interface Suspicion {
  readonly code: string
  readonly pattern: RegExp
  readonly message: string
  /** The rare signs without which there is none. */
  readonly rare?: number
}

const SUSPICIONS: readonly Suspicion[] = [
  {
    code: 'undecodable',
    rare: RARE.unknown,
    pattern: /\uFFFD+/g,
    message: 'Characters that nobody can tell: bytes outside the charset, or a font without its table.',
  },
  {
    code: 'private_use',
    rare: RARE.privateUse,
    pattern: /[\uE000-\uF8FF]+/g,
    message: 'Private-use characters: a font, not a standard, says what they are.',
  },
  {
    code: 'lost_mark',
    rare: RARE.questionMark,
    pattern: /(?<=[\u4E00-\u9FFF])\?(?=[\u4E00-\u9FFF\uFF01-\uFF5E,;:])/g,
    message: 'A question mark inside a sentence: a character was lost in a conversion.',
  },
  {
    code: 'lost_dash',
    pattern: /(?<![0-9])20[0-9]{2}20[0-9]{2}(?=年)/g,
    message: 'Two years run together: a dash was lost.',
  },
  {
    code: 'lost_date_marks',
    pattern: /(?<![0-9])20[0-9]{2}(?:1[0-2]|0?[1-9])(?:3[01]|[12][0-9]|0?[1-9])(?=[日起至])/g,
    message: 'A date without 年 or 月: they were lost.',
  },
  {
    code: 'masked',
    pattern: /[(（]略[)）]|\*{2,40}|[×╳]{2,40}/g,
    message: 'Words are masked.',
  },
]

function suspicions(text: string, signs: number): Warning[] {
  const found: Warning[] = []
  for (const { code, rare, pattern, message } of SUSPICIONS) {
    // Most texts have none, and to look for all of them takes longer than to look for one.
    if ((rare !== undefined && (signs & rare) === 0) || text.search(pattern) < 0) continue
    for (const { 0: words, index } of text.matchAll(pattern))
      found.push({ code, start: index, end: index + words.length, message })
  }
  return found
}
