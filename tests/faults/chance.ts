import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** Decisions that are the same for the same seed. */
export class Chance {
  readonly #generator

  constructor(seed: number) {
    this.#generator = xoroshiro128plus(seed)
  }

  /** A whole number from 0, below `end`. */
  below(end: number): number {
    return uniformInt(this.#generator, 0, end - 1)
  }

  /** @param probability 0 to 1 */
  happens(probability: number): boolean {
    return this.below(1_000_000) < probability * 1_000_000
  }

  /** @throws {RangeError} for an empty list */
  oneOf<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!
  }
}
