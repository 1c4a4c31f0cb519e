const PIXELS: Readonly<Record<string, number>> = {
  px: 1,
  '': 1,
  pt: 4 / 3,
  pc: 16,
  em: 16,
  rem: 16,
  ch: 8,
  cm: 38,
  mm: 3.8,
  in: 96,
  // Half a screen is how banners are centred, a whole one is off it.
  vw: 5,
  vh: 5,
  vmin: 5,
  vmax: 5,
}

const LENGTH = /^(?<number>[-+]?\d*\.?\d+)(?<unit>[a-z%]*)/
/** Of a formula of sums: a sign, and a length that a number may multiply on either side. */
const TERM =
  /(?<sign>[-+]?)\s*(?:(?<before>[-+]?[\d.]+)\s*\*\s*)?(?<length>[-+]?[\d.]+[a-z%]*)(?:\s*\*\s*(?<after>[-+]?[\d.]+))?/g
const LONGEST_FORMULA = 200

/** A length in pixels; undefined if it is relative, or none. */
export function pixels(length: string | undefined): number | undefined {
  if (length === undefined) return undefined
  if (length.startsWith('calc(')) return sumOf(length.slice('calc('.length, LONGEST_FORMULA))
  const { number, unit } = LENGTH.exec(length)?.groups ?? {}
  if (number === undefined) return undefined
  const amount = Number(number)
  if (amount === 0) return 0
  const factor = PIXELS[unit ?? '']
  return factor === undefined ? undefined : amount * factor
}

/** Undefined if a part is relative; other formulas are not followed. */
function sumOf(formula: string): number | undefined {
  let sum = 0
  for (const { groups } of formula.replaceAll(/[()]/g, ' ').matchAll(TERM)) {
    const { sign, before = '1', length = '', after = '1' } = groups!
    const amount = pixels(length)
    if (amount === undefined) return undefined
    sum += (sign === '-' ? -1 : 1) * Number(before) * Number(after) * amount
  }
  return sum
}

/** The lengths of a value that has several, in pixels where they are known. */
export function allPixels(value: string | undefined): (number | undefined)[] {
  return value === undefined ? [] : value.split(/\s+(?![^(]*\))/).map(pixels)
}

/** A share from 0 to 1 as CSS writes it: `.5`, `50%`; undefined if it is none. */
export function shareOf(value: string | undefined): number | undefined {
  const { number, unit } = /^(?<number>\d*\.?\d+(?:e-?\d+)?)(?<unit>%?)$/.exec(value ?? '')?.groups ?? {}
  return number === undefined ? undefined : Number(number) / (unit === '%' ? 100 : 1)
}
