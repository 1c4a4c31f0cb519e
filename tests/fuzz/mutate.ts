/** A small seeded generator (mulberry32), so that its number gives the same mutation again. */
function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const MAX_FLIPS = 24
const MAX_PIECE = 400

/** The same damage for the same seed: flipped bits, a cut, a piece left out, doubled, overwritten, or taken from elsewhere. */
export function mutate(bytes: Uint8Array, other: Uint8Array, seed: number): Uint8Array {
  const random = generator(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  const at = below(bytes.length)
  const length = 1 + below(MAX_PIECE)
  const [head, tail] = [bytes.subarray(0, at), bytes.subarray(at)]
  switch (below(6)) {
    case 0: {
      const flipped = Uint8Array.from(bytes)
      for (let flip = 0; flip <= below(MAX_FLIPS); flip++) flipped[below(flipped.length)]! ^= 1 << below(8)
      return flipped
    }
    case 1:
      return head
    case 2:
      return Buffer.concat([head, tail.subarray(length)])
    case 3:
      return Buffer.concat([head, tail.subarray(0, length), tail])
    case 4:
      return Buffer.concat([head, Buffer.alloc(length, below(256)), tail.subarray(length)])
    default: {
      const from = below(other.length)
      return Buffer.concat([head, other.subarray(from, from + length), tail])
    }
  }
}
