import type { Colour } from '../layout/drawing.ts'
import { IDENTITY, type Matrix, matrixOf } from '../layout/matrix.ts'

export type Attributes = Readonly<Record<string, string>>

/** The document's whole text has a limit, so does one list of offsets: `g 999999999 1` would fill the memory. */
const MAX_OFFSETS = 100_000

/** The numbers of a list, parted by blanks (GB/T 33190-2016, 7.3). */
export function numbers(list: string | undefined): number[] {
  return (list ?? '').trim().split(/\s+/).map(Number).filter(Number.isFinite)
}

/** Where an object stands: its `CTM`, then the corner of its `Boundary` (8.3 and 8.5). */
export function placeOf({ Boundary, CTM }: Attributes): Matrix {
  const [x = 0, y = 0] = numbers(Boundary)
  const [a, b, c, d, e, f] = matrixOf(numbers(CTM)) ?? IDENTITY
  return [a, b, c, d, e + x, f + y]
}

/** 11.3: offsets, where `g N V` stands for N times V. */
export function offsets(list: string | undefined): number[] {
  const tokens = (list ?? '').trim().split(/\s+/)
  const values: number[] = []
  for (let at = 0; at < tokens.length && values.length < MAX_OFFSETS; at++) {
    const repeats = tokens[at] === 'g' ? Math.min(Number(tokens[at + 1]) || 0, MAX_OFFSETS) : 1
    if (tokens[at] === 'g') at += 2
    const value = Number(tokens[at])
    for (let time = 0; time < repeats; time++) values.push(Number.isFinite(value) ? value : 0)
  }
  return values
}

/** 8.3.2: a colour by its values of grey, red green blue, or cyan magenta yellow black; null if it has none, as a pattern. */
export function colourOf({ Value }: Attributes): Colour | null {
  const values = (Value ?? '')
    .trim()
    .split(/\s+/)
    .map((value) => (value.startsWith('#') ? Number.parseInt(value.slice(1), 16) : Number.parseFloat(value)))
  if (values.some(Number.isNaN)) return null
  const [first = 0, second = 0, third = 0, fourth = 0] = values.map((value) => Math.min(255, Math.max(0, value)))
  if (values.length === 1) return rgb(first, first, first)
  if (values.length === 3) return rgb(first, second, third)
  const left = 1 - fourth / 255
  return values.length === 4 ? rgb((255 - first) * left, (255 - second) * left, (255 - third) * left) : null
}

function rgb(red: number, green: number, blue: number): Colour {
  return (Math.round(red) << 16) | (Math.round(green) << 8) | Math.round(blue)
}

/** `xs:boolean` has two words for each; undefined for neither. */
export function booleanOf(value: string | undefined): boolean | undefined {
  const word = value?.trim()
  if (word === 'true' || word === '1') return true
  return word === 'false' || word === '0' ? false : undefined
}

/** Opacity from 0 to 1; `Alpha` counts to 255. */
export function opacityOf({ Alpha }: Attributes): number {
  const alpha = Alpha === undefined ? 255 : Number(Alpha)
  return Number.isFinite(alpha) ? Math.min(255, Math.max(0, alpha)) / 255 : 1
}
