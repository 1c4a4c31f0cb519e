import { inflateSync } from 'node:zlib'
import { MAX_READ_BUFFER_BYTES } from '../limits.ts'

/** Where PDF.js puts the fonts of a page to draw with them; nothing is drawn here. */
export const NO_SCREEN = { fonts: { add() {}, delete() {} } }

class FontNeverUsed {
  readonly loaded = Promise.resolve()
}

/** As much of the web's `DecompressionStream` as PDF.js uses: it writes a stream as a whole and reads it as a whole. */
class InflateAtOnce {
  #inflated: Uint8Array[] = []
  #error: unknown = null
  readonly writable = { getWriter: () => this.#writer }
  readonly readable = { [Symbol.asyncIterator]: () => this.#read() }
  readonly #writer = {
    ready: Promise.resolve(),
    write: async (bytes: Uint8Array) => this.#inflate(bytes),
    close: async () => {},
  }

  constructor(format: string) {
    if (format !== 'deflate') throw new TypeError(`This thread does not unpack ${format}.`)
  }

  /** What is larger than it may be is left to PDF.js's own code, which the watch on the thread's memory stops. */
  #inflate(bytes: Uint8Array): void {
    try {
      this.#inflated = [inflateSync(bytes, { maxOutputLength: MAX_READ_BUFFER_BYTES })]
    } catch (error) {
      this.#error = error
    }
  }

  async *#read(): AsyncGenerator<Uint8Array> {
    if (this.#error !== null) throw this.#error
    yield* this.#inflated
  }
}

/**
 * Prepares the globals of the thread in which PDF.js reads.
 *
 * It unpacks with `DecompressionStream`. That of Node takes a millisecond for each of the hundreds of small streams of a file that a browser
 * printed.
 *
 * It gives fonts to `FontFace`, which Node lacks; without one it builds the outline of each glyph, which takes as long as reading the text.
 */
export function prepareThread(): void {
  Object.assign(globalThis, { DecompressionStream: InflateAtOnce, FontFace: FontNeverUsed })
}
