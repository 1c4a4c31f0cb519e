import { RARE, rareSignsIn } from './rare-signs.ts'

/**
 * The last step of every reader: decoded text becomes canonical text. Characters that a reader cannot see are removed (byte order marks,
 * zero-width and control characters), line ends become `\n`, and Kangxi radicals and the forms of marks in vertical lines, which fonts give in
 * place of characters, become those characters. Marks of notes inside a figure are taken out. Words, script, full-width forms and blanks stay as they are: all offsets count in
 * the result, so nothing after this step may change the text.
 */
export function clean(text: string): string {
  const rare = rareSignsIn(text)
  let cleaned = text
  if (rare & RARE.lineEnd) cleaned = cleaned.replace(LINE_END, '\n')
  if (rare & RARE.unseen) cleaned = cleaned.replace(INVISIBLE, '')
  if (rare & RARE.form) cleaned = cleaned.replace(FORM, characterOf)
  return rare & RARE.noteMark ? cleaned.replace(NOTE_MARK, '') : cleaned
}

/**
 * Marks of notes that stand in a figure as characters of their own: 61²件, 435[3]件. Raised figures are powers behind a unit (m²) and
 * behind ×10; the other marks are words unless a figure is before and its unit behind them.
 */
const NOTE_MARK =
  /(?=[¹²³⁰⁴-⁹①-⑳[［])(?:(?<=\d)(?<![×xX*]\s?10)[¹²³⁰⁴-⁹]{1,3}(?=[\u4e00-\u9fff%‰，。；、）\t\n]|$)|(?<=\d)(?:[①-⑳]|[[［]\d{1,2}[\]］])(?=[万亿余多]{0,2}(?:[件次个项人份名条家户起场期元部台辆处宗例%‰])(?!号)))/g

/** Characters in place of the Kangxi radicals, and of the forms of vertical lines, that some PDF fonts give for them: ⼀︑ is 一、. */
export function withoutForms(text: string): string {
  return rareSignsIn(text) & RARE.form ? text.replace(FORM, characterOf) : text
}

function characterOf(form: string): string {
  return SUPPLEMENT[form] ?? VERTICAL.get(form) ?? form.normalize('NFKC')
}

const LINE_END = /\r\n?|[\v\f\u0085\u2028\u2029]/g

/** Control and format characters (zero-width blanks and joiners, soft hyphens, byte order marks) but tab and line end. */
const INVISIBLE = /(?![\t\n])[\p{Cc}\p{Cf}]/gu

/** The block of Kangxi radicals, which normalise to characters, and those of the supplement that fonts use; marks of vertical lines. */
const FORM = /[\u2F00-\u2FD5\u2E80-\u2EF3\uFE10-\uFE19\uFE30-\uFE32\uFE35-\uFE44\uFE47\uFE48]/g

/** Normal forms of these are those of Latin text. */
const VERTICAL: ReadonlyMap<string, string> = new Map(
  '︐， ︑、 ︒。 ︓： ︔； ︕！ ︖？ ︗〖 ︘〗 ︙… ︰‥ ︱— ︲– ︵（ ︶） ︷｛ ︸｝ ︹〔 ︺〕 ︻【 ︼】 ︽《 ︾》 ︿〈 ﹀〉 ﹁「 ﹂」 ﹃『 ﹄』 ﹇［ ﹈］'
    .split(' ')
    .map((pair) => [pair[0]!, pair[1]!]),
)

/** Radicals of the supplement have no normal form, yet fonts share their glyphs with these characters. */
const SUPPLEMENT: Readonly<Record<string, string>> = {
  '⺠': '民',
  '⻄': '西',
  '⻅': '见',
  '⻆': '角',
  '⻉': '贝',
  '⻋': '车',
  '⻓': '长',
  '⻔': '门',
  '⻘': '青',
  '⻙': '韦',
  '⻚': '页',
  '⻛': '风',
  '⻜': '飞',
  '⻝': '食',
  '⻢': '马',
  '⻣': '骨',
  '⻤': '鬼',
  '⻥': '鱼',
  '⻦': '鸟',
  '⻨': '麦',
  '⻩': '黄',
  '⻬': '齐',
  '⻮': '齿',
  '⻰': '龙',
  '⺟': '母',
  '⺫': '目',
  '⺮': '竹',
}
