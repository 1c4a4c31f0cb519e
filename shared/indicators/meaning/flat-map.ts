/** Spreads keys that lie close together over the whole table (Knuth's multiplicative hashing, 2^32 over the golden ratio). */
const SPREAD = 0x9e3779b1
/** At most this share of the table is taken, so that a search ends within a few steps. */
const LOAD = 0.5

/**
 * A map from positive integers to positive integers, made once, in one flat array: it is asked at every character of a
 * text, where a `Map` takes several times as long. Each value lies beside its key, so that both come with one read of memory.
 */
export class FlatMap {
  private readonly slots: Int32Array
  private readonly shift: number

  constructor(entries: ReadonlyMap<number, number>) {
    const bits = Math.ceil(Math.log2(Math.max(2, entries.size / LOAD)))
    this.slots = new Int32Array(2 * 2 ** bits)
    this.shift = 32 - bits
    for (const [key, value] of entries) {
      const at = this.placeOf(key)
      this.slots[at] = key
      this.slots[at + 1] = value
    }
  }

  /** 0 where the key is unknown. */
  get(key: number): number {
    return this.slots[this.placeOf(key) + 1]!
  }

  /** Where the key stands, or the free place where it would. */
  private placeOf(key: number): number {
    const { slots } = this
    let at = (Math.imul(key, SPREAD) >>> this.shift) * 2
    while (slots[at] !== 0 && slots[at] !== key) at = (at + 2) & (slots.length - 1)
    return at
  }
}
