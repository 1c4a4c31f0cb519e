import { pathBox } from './path-box.ts'
import type { Attributes } from './values.ts'

/** A gap of less than this part of the type's size shows nothing that can be read. */
const LEAST_GAP = 0.2

/**
 * The clips of an object (GB/T 33190-2016, 8.4). Writers differ in the space that clips are given in, so only the size of a clip counts:
 * one that is smaller than a character, wherever it stands, shows none.
 */
export class Clips {
  /** For each clip, how much its widest area is high or wide, whichever is less. */
  readonly #gaps: number[] = []
  #isOpen = false

  /** Whether what is said is said of the clips, and not of the object. */
  get isOpen(): boolean {
    return this.#isOpen
  }

  open(local: string, attributes: Attributes): void {
    if (local === 'Clips') this.#isOpen = true
    else if (!this.#isOpen) return
    else if (local === 'Clip') this.#gaps.push(0)
    // What is cut by letters, or by what a matrix places, is not measured.
    else if (local === 'Text' || attributes.CTM !== undefined) this.#widen(Number.POSITIVE_INFINITY)
  }

  /** The path of an area. */
  path(data: string): void {
    const box = pathBox(data)?.box
    this.#widen(box === undefined ? Number.POSITIVE_INFINITY : Math.min(box.right - box.left, box.bottom - box.top))
  }

  close(local: string): void {
    if (local === 'Clips') this.#isOpen = false
  }

  /** Whether type of this size is cut to nothing. */
  cut(size: number): boolean {
    return this.#gaps.some((gap) => gap < LEAST_GAP * size)
  }

  #widen(gap: number): void {
    const last = this.#gaps.length - 1
    if (last >= 0) this.#gaps[last] = Math.max(this.#gaps[last]!, gap)
  }
}
