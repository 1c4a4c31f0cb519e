import { isUtf8 } from 'node:buffer'
import { RefusalError } from '../report/refusal.ts'
import { characterSet } from '../text/character-set.ts'
import { bufferOver } from './buffer-over.ts'

export interface Decoded {
  readonly text: string
  /** The WHATWG name of the encoding that was used. */
  readonly charset: string
}

/** How far into a page its own statement is looked for: portals put long scripts before their `meta`. */
const DECLARATION_WINDOW = 8192
const DECLARATION =
  /charset\s{0,4}=\s{0,4}["']?\s{0,4}(?<meta>[\w-]{2,20})|<\?xml[^>]{0,80}encoding=["'](?<xml>[\w-]{2,20})/gi

/** Encodings to guess from, if the bytes are not UTF-8 and no declared charset decodes them. */
const CANDIDATES = ['gb18030', 'big5', 'utf-16le', 'utf-16be'] as const

/** The hundred or so characters that make up about a third of any official text, in both scripts. */
const COMMON = characterSet(
  '的一是在不了有和人这中大为上个国我以要时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装' +
    '這為個國時來們對會發動說產種進著電現實兩體機當點從業還義間樣與關線內數質氣變條沒結問無係軍題黨員總設長頭資邊級圖統將組見計別論運農幾區強決戰則據處隊給門規熱領東導壓爭濟階術極聯認權證採轉單風帶場車務萬達積議報鬥類離華確張馬節話況傳許廣記護辦訴',
)

/**
 * Turns a file's bytes into text. Order: byte order mark, strict UTF-8, the declared charset, then a guess by the share of
 * common characters. Labels gb2312 and gbk are read as gb18030, their superset. Statistics never decide about valid UTF-8.
 * @param declared a charset named outside the bytes, as by a mail part's header
 * @throws {RefusalError} `unsupported_format` if the bytes are not text in any charset that is tried
 */
export function decode(bytes: Uint8Array, declared?: string): Decoded {
  const decoded = decodeAs(bytes, declared)
  if (isLegible(decoded.text)) return decoded
  throw new RefusalError(
    'unsupported_format',
    `The text is damaged: read as ${decoded.charset}, it is no language; save it as UTF-8.`,
  )
}

function decodeAs(bytes: Uint8Array, declared: string | undefined): Decoded {
  const marked = byteOrderMark(bytes)
  if (marked !== null) return { text: new TextDecoder(marked).decode(bytes), charset: marked }
  if (isUtf8(bytes) && !bytes.includes(0)) return { text: bufferOver(bytes).toString(), charset: 'utf-8' }
  const said = [declared, ...declarations(bytes)].find((label) => label !== undefined && isText(label, bytes))
  return said === undefined ? guess(bytes) : (betterGuess(said, bytes) ?? lossily(said, bytes))
}

/** Any bytes decode in a charset of single bytes, and most do in another one of double bytes: what it gives must be Chinese, if another gives Chinese. */
function betterGuess(said: string, bytes: Uint8Array): Decoded | null {
  const sample = bytes.subarray(0, GUESS_WINDOW)
  if (plausibility(lossily(said, sample).text) >= MIN_COMMON) return null
  const best = bestGuess(sample)
  return best.score >= MIN_COMMON ? lossily(best.label, bytes) : null
}

/** Fewer Chinese characters, or other signs, than this say nothing of a text. */
const MIN_SIGNS = 60
/** Chinese of any kind has at least this share of common characters; text decoded wrongly, and saved so, has hardly any. */
const MIN_LEGIBLE = 0.05
/** Signs that only wrong decoding brings in such numbers: accented letters (æ³•æ²»), and the sign for what could not be decoded. */
const MAX_STRANGE = 0.3
const BLANKS = /[\0- ]+/g

/** Whether the text is in a language at all, and not the ruins of one that was decoded wrongly before it was saved. */
function isLegible(text: string): boolean {
  const end = Math.min(text.length, GUESS_WINDOW)
  let han = 0
  let common = 0
  let strange = 0
  for (let at = 0; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code < 0xa0) continue
    if (code >= 0x4e00 && code <= 0x9fff) {
      han++
      common += COMMON[code]!
    } else if (code < 0x180 || code === 0xfffd) strange++
  }
  if (strange > MAX_STRANGE * MIN_SIGNS) {
    const signs = text.slice(0, end).replace(BLANKS, '').length
    if (signs >= MIN_SIGNS && strange > MAX_STRANGE * signs) return false
  }
  return han < MIN_SIGNS || common >= MIN_LEGIBLE * han
}

function byteOrderMark([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return null
}

function declarations(bytes: Uint8Array): string[] {
  const opening = bufferOver(bytes.subarray(0, DECLARATION_WINDOW))
  return [...opening.toString('latin1').matchAll(DECLARATION)].map(({ groups }) =>
    encodingOf(groups?.meta ?? groups?.xml ?? ''),
  )
}

function encodingOf(label: string): string {
  const lower = label.toLowerCase()
  return /^(?:gb2312|gbk|gb_2312-80|x-gbk|gb18030)$/.test(lower) ? 'gb18030' : lower
}

/** Text of a charset has few undecodable bytes; a wrong label gives many, or is not known at all. */
const MAX_UNDECODABLE = 0.01

function isText(label: string, bytes: Uint8Array): boolean {
  try {
    const { text } = lossily(label, bytes)
    return !text.includes('\0') && undecodable(text) <= MAX_UNDECODABLE * text.length
  } catch (error) {
    // An unknown label is a lie like any other: the next source decides.
    if (error instanceof RangeError) return false
    throw error
  }
}

function lossily(label: string, bytes: Uint8Array): Decoded {
  const decoder = new TextDecoder(encodingOf(label))
  return { text: decoder.decode(bytes), charset: decoder.encoding }
}

function undecodable(text: string): number {
  let count = 0
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) count++
  return count
}

/** A guess is made on this much of a file: enough for a frequency, little enough to try four decoders. */
const GUESS_WINDOW = 64 * 1024
/** Official Chinese has 25 to 45 common characters in a hundred wide ones; a wrong decoder under 8. */
const MIN_COMMON = 0.12
/** Fewer wide characters than this say nothing. */
const MIN_WIDE = 8

function guess(bytes: Uint8Array): Decoded {
  const best = bestGuess(bytes.subarray(0, GUESS_WINDOW))
  if (best.score < MIN_COMMON)
    throw new RefusalError('unsupported_format', 'The file is binary and of no format that Fazhi reads.')
  return lossily(best.label, bytes)
}

function bestGuess(sample: Uint8Array): { readonly label: string; readonly score: number } {
  const scored = ['utf-8', ...CANDIDATES].map((label) => ({ label, score: plausibility(lossily(label, sample).text) }))
  return scored.reduce((left, right) => (right.score > left.score ? right : left))
}

/** Whether a text of wide characters only, however short, reads as Chinese; an empty one does not. */
export function readsAsChinese(text: string): boolean {
  if (text === '') return false
  const common = [...text].filter((character) => COMMON[character.charCodeAt(0)] === 1).length
  return common >= MIN_COMMON * text.length
}

/** Share of common characters among the wide ones, lowered by what could not be decoded. */
function plausibility(text: string): number {
  let common = 0
  let wide = 0
  let bad = 0
  for (const character of text) {
    if (character === '\uFFFD' || (character < ' ' && !/[\t\n\f\r]/.test(character))) bad++
    else if (character >= '\u2E80') {
      wide++
      common += COMMON[character.charCodeAt(0)]!
    }
  }
  return wide < MIN_WIDE ? 0 : (common - 2 * bad) / wide
}
