import { listNumber } from '../../list-numbers.ts'
import { formatOf } from '../list-labels.ts'
import { type Declarations, saidOf } from './declarations.ts'

/** The counters of a page where its elements are visited in order (CSS Lists 3, 4). */
export class Counters {
  /** By name, those that are open, the outermost first. */
  readonly #open = new Map<string, number[]>()

  /**
   * Carries out what an element declares.
   * @param made the counters that it and those beside it have made, which end with them
   */
  apply(declared: Declarations, made: Set<string>): void {
    for (const [name, value] of listed(saidOf(declared, 'counter-reset'), 0)) {
      const open = this.#valuesOf(name)
      if (made.has(name)) open.pop()
      made.add(name)
      open.push(value)
    }
    for (const [name, by] of listed(saidOf(declared, 'counter-increment'), 1))
      this.#change(name, made, (value) => value + by)
    for (const [name, to] of listed(saidOf(declared, 'counter-set'), 0)) this.#change(name, made, () => to)
  }

  /** Ends counters. */
  end(made: ReadonlySet<string>): void {
    for (const name of made) this.#valuesOf(name).pop()
  }

  /** The numbers of a counter, from the outermost, as a style writes them. */
  written(name: string, style: string | undefined): string[] {
    const open = this.#valuesOf(name)
    const format = formatOf(style ?? 'decimal')
    return (open.length === 0 ? [0] : open).map((value) => listNumber(value, format))
  }

  #change(name: string, made: Set<string>, change: (value: number) => number): void {
    const open = this.#valuesOf(name)
    if (open.length === 0) made.add(name)
    open.push(change(open.pop() ?? 0))
  }

  #valuesOf(name: string): number[] {
    const known = this.#open.get(name)
    if (known !== undefined) return known
    const made: number[] = []
    this.#open.set(name, made)
    return made
  }
}

/** Names of counters, each with a number behind it or without. */
function listed(value: string | undefined, otherwise: number): [string, number][] {
  if (value === undefined || /^(?:none|inherit|initial)\b/.test(value)) return []
  return [...value.matchAll(/(?<name>[\p{L}_-][\p{L}\d_-]{0,60})(?:\s+(?<number>-?\d{1,6})(?!\S))?/gu)].map(
    ({ groups }) => [groups!.name!, groups!.number === undefined ? otherwise : Number(groups!.number)],
  )
}
