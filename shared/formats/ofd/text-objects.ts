import type { Run } from '../layout/run.ts'
import { localName, type XmlVisitor } from '../zip/walk-xml.ts'

interface TextObject {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly matrix: Matrix
}

/** a b c d e f of GB/T 33190-2016, 8.3: x' = ax + cy + e, y' = bx + dy + f. */
type Matrix = readonly [number, number, number, number, number, number]
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** The document's whole text has a limit, so does one list of offsets: `g 999999999 1` would fill the memory. */
const MAX_OFFSETS = 100_000

/** Type turned further than this is a stamp or a water mark. */
const MAX_SLANT = 0.2

/** Turns the text objects of a page (GB/T 33190-2016, clause 11) into runs, one for each text code. */
export class TextObjects implements XmlVisitor {
  readonly #take: (run: Run) => void
  #object: TextObject | null = null
  #code: Readonly<Record<string, string>> | null = null
  #data = ''
  /** A text code without X or Y goes on from the one before. */
  #x = 0
  #y = 0

  constructor(take: (run: Run) => void) {
    this.#take = take
  }

  open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    const local = localName(name)
    if (local === 'TextObject') {
      const [x = 0, y = 0] = numbers(attributes.Boundary)
      this.#object = { x, y, size: Number(attributes.Size) || 0, matrix: matrixOf(attributes.CTM) }
    } else if (local === 'TextCode') {
      this.#code = attributes
      this.#data = ''
    }
  }

  text = (data: string): void => {
    if (this.#code !== null) this.#data += data
  }

  close = (name: string): void => {
    const local = localName(name)
    if (local === 'TextCode') {
      if (this.#object !== null && this.#code !== null) this.#emit(this.#object, this.#code)
      this.#code = null
    } else if (local === 'TextObject') this.#object = null
  }

  #emit({ x, y, size, matrix }: TextObject, { X, Y, DeltaX, DeltaY }: Readonly<Record<string, string>>): void {
    const [a, b, c, d, e, f] = matrix
    if (Math.abs(b) > MAX_SLANT * Math.abs(a)) return
    this.#x = X === undefined ? this.#x : Number(X) || 0
    this.#y = Y === undefined ? this.#y : Number(Y) || 0
    const down = offsets(DeltaY)
    const characters = [...this.#data]
    const across = offsets(DeltaX)
    const breaks = down.some((offset) => offset !== 0)
    const pieces = breaks ? characters : [this.#data]
    for (const [index, text] of pieces.entries()) {
      const width = breaks ? size : spanOf(across, characters.length, size)
      this.#take({
        text,
        x: x + a * this.#x + c * this.#y + e,
        y: y + b * this.#x + d * this.#y + f,
        width: width * Math.abs(a),
        size: size * Math.abs(d),
      })
      this.#x += breaks ? (across[index] ?? 0) : width
      this.#y += down[index] ?? 0
    }
  }
}

function spanOf(across: readonly number[], characters: number, size: number): number {
  const stated = across.slice(0, characters - 1).reduce((sum, offset) => sum + offset, 0)
  const missing = Math.max(0, characters - 1 - across.length)
  return stated + (missing + 1) * size
}

function numbers(list: string | undefined): number[] {
  return (list ?? '').trim().split(/\s+/).map(Number).filter(Number.isFinite)
}

function matrixOf(list: string | undefined): Matrix {
  const [a, b, c, d, e, f] = numbers(list)
  return a === undefined || b === undefined || c === undefined || d === undefined
    ? IDENTITY
    : [a, b, c, d, e ?? 0, f ?? 0]
}

/** 11.3: offsets, where `g N V` stands for N times V. */
function offsets(list: string | undefined): number[] {
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
