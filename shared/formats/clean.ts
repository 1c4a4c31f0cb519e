/**
 * The last step of every reader: decoded text becomes canonical text. Characters that a reader cannot see are removed (byte order marks,
 * zero-width and control characters), line ends become `\n`, and Kangxi radicals, which some PDF fonts give in place of characters,
 * become those characters. Words, script, full-width forms and blanks stay as they are: all offsets count in
 * the result, so nothing after this step may change the text.
 */
export function clean(text: string): string {
  return withoutRadicals(text.replace(LINE_END, '\n').replace(INVISIBLE, ''))
}

/** Characters in place of the Kangxi radicals that some PDF fonts give for them: ⼀、 is 一、. */
export function withoutRadicals(text: string): string {
  return text.replace(RADICAL, characterOf)
}

function characterOf(radical: string): string {
  return SUPPLEMENT[radical] ?? radical.normalize('NFKC')
}

const LINE_END = /\r\n?|[\v\f\u0085\u2028\u2029]/g

/** Control and format characters (zero-width blanks and joiners, soft hyphens, byte order marks) but tab and line end. */
const INVISIBLE = /(?![\t\n])[\p{Cc}\p{Cf}]/gu

/** The block of Kangxi radicals, which normalise to characters, and those of the supplement that fonts use. */
const RADICAL = /[\u2F00-\u2FD5\u2E80-\u2EF3]/g

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
