/** Kinds of signs that few texts have, as bits. */
export const RARE = {
  lineEnd: 1,
  unseen: 2,
  form: 4,
  noteMark: 8,
  /** Halves of pairs too: only a pattern tells whether one is alone. */
  noCharacter: 16,
  questionMark: 32,
  unknown: 64,
  privateUse: 128,
} as const

type Range = readonly [first: number, last: number]

const HALVES: Range = [0xd800, 0xdfff]

/** Of each kind all that the patterns of `clean.ts` and `mojibake.ts` look for. */
const RANGES: Readonly<Record<keyof typeof RARE, readonly (Range | string)[]>> = {
  lineEnd: ['\r\v\f\u0085\u2028\u2029'],
  unseen: [
    [0x00, 0x08],
    [0x0e, 0x1f],
    [0x7f, 0x84],
    [0x86, 0x9f],
    [0x600, 0x605],
    [0x200b, 0x200f],
    [0x202a, 0x202e],
    [0x2060, 0x206f],
    [0xfff9, 0xfffb],
    HALVES,
    '\u00ad\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\ufeff',
  ],
  form: [
    [0x2e80, 0x2ef3],
    [0x2f00, 0x2fd5],
    [0xfe10, 0xfe19],
    [0xfe30, 0xfe32],
    [0xfe35, 0xfe44],
    [0xfe47, 0xfe48],
  ],
  noteMark: ['¹²³⁰', [0x2074, 0x2079], [0x2460, 0x2473], '[［'],
  noCharacter: [HALVES, [0xfdd0, 0xfdef], [0xfffe, 0xffff]],
  questionMark: ['?？\ufffd'],
  unknown: ['\ufffd'],
  privateUse: [[0xe000, 0xf8ff]],
}

/** The kinds of each code unit. */
const KINDS = new Uint8Array(1 << 16)
for (const kind of Object.keys(RARE) as (keyof typeof RARE)[])
  for (const range of RANGES[kind])
    if (typeof range === 'string') for (const sign of range) KINDS[sign.charCodeAt(0)]! |= RARE[kind]
    else for (let code = range[0]; code <= range[1]; code++) KINDS[code]! |= RARE[kind]

/**
 * The kinds of rare signs in a text, as bits of `RARE`. Asked before a pattern is tried that looks for them: the patterns together take ten
 * times as long as this loop.
 */
export function rareSignsIn(text: string): number {
  let kinds = 0
  for (let at = 0; at < text.length; at++) kinds |= KINDS[text.charCodeAt(at)]!
  return kinds
}
