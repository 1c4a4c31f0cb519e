/** Spreads keys that lie close together over the whole table (Knuth's multiplicative hashing, 2^32 over the golden ratio). */
const SPREAD = 0x9e3779b1
/** At most this share of the table is taken, so that a search ends within a few steps. */
const LOAD = 0.5

/**
 * A map from positive integers to positive integers, made once, in two flat arrays: it is asked at every character of a
 * text, where a `Map` takes several times as long.
 */
export class FlatMap {
  private readonly keys: Int32Array
  private readonly values: Int32Array
  private readonly shift: number

  constructor(entries: ReadonlyMap<number, number>) {
    const bits = Math.ceil(Math.log2(Math.max(2, entries.size / LOAD)))
    this.keys = new Int32Array(2 ** bits)
    this.values = new Int32Array(2 ** bits)
    this.shift = 32 - bits
    for (const [key, value] of entries) {
      const at = this.placeOf(key)
      this.keys[at] = key
      this.values[at] = value
    }
  }

  /** 0 where the key is unknown. */
  get(key: number): number {
    return this.values[this.placeOf(key)]!
  }

  /** Where the key stands, or the free place where it would. */
  private placeOf(key: number): number {
    let at = Math.imul(key, SPREAD) >>> this.shift
    while (this.keys[at] !== 0 && this.keys[at] !== key) at = (at + 1) & (this.keys.length - 1)
    return at
  }
}
