import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { RefusalError } from '../../report/refusal.ts'
import { bufferOver } from '../buffer-over.ts'
import {
  MAX_ARCHIVE_ENTRIES,
  MAX_EXPANDED_BYTES,
  MAX_EXPANSION_RATIO,
  MIN_BYTES_FOR_RATIO,
  tooComplex,
} from '../limits.ts'

/**
 * A ZIP file whose entries are unpacked as streams against one budget, so that neither a forged size nor a
 * decompression bomb fills the memory. Sizes are counted while unpacking; the sizes that the file states are not used.
 */
export class Archive {
  /** The names of all entries, in the order of the directory. Several entries may have one name. */
  readonly names: readonly string[]
  readonly #file: ZipFile
  readonly #bytes: Uint8Array
  readonly #budget: number
  readonly #entries: readonly Entry[]
  /** Of entries with one name, the last. */
  readonly #places: ReadonlyMap<string, number>
  #expanded = 0

  private constructor(file: ZipFile, bytes: Uint8Array, budget: number, entries: readonly Entry[]) {
    this.names = entries.map(nameOf)
    this.#file = file
    this.#bytes = bytes
    this.#budget = budget
    this.#entries = entries
    this.#places = new Map(this.names.map((name, place) => [name, place]))
  }

  /**
   * @param budget bytes that all entries together may unpack to
   * @throws {RefusalError} `corrupt` if the directory cannot be read, `too_complex` if it is too long
   */
  static async open(bytes: Uint8Array, budget: number = MAX_EXPANDED_BYTES): Promise<Archive> {
    return corruptUnlessRefused(async () => {
      const file = await fromBufferPromise(bufferOver(bytes), {
        lazyEntries: true,
        decodeStrings: false,
      })
      if (file.entryCount > MAX_ARCHIVE_ENTRIES) throw tooComplex(`has more than ${MAX_ARCHIVE_ENTRIES} entries`)
      const entries: Entry[] = []
      for await (const entry of file.eachEntry()) entries.push(entry)
      return new Archive(file, bytes, budget, entries)
    })
  }

  has(name: string): boolean {
    return this.#places.has(name)
  }

  /**
   * An entry's bytes, chunk by chunk.
   * @throws {RefusalError} `encrypted`, `corrupt`, or `too_complex` at the chunk that passes the budget
   */
  async *read(name: string): AsyncGenerator<Buffer> {
    const place = this.#places.get(name)
    if (place === undefined) throw new RefusalError('corrupt', `The file lacks its part ${name}.`)
    yield* this.readAt(place)
  }

  /** The same by the place of the entry in `names`. */
  async *readAt(place: number): AsyncGenerator<Buffer> {
    const entry = this.#entries[place]!
    if (entry.isEncrypted())
      throw new RefusalError('encrypted', 'The file is locked with a password; save it without one.')
    const stream = await corruptUnlessRefused(() => this.#file.openReadStreamPromise(entry))
    try {
      for await (const chunk of stream) {
        this.#count(chunk.length)
        yield chunk
      }
    } catch (error) {
      throw asRefusal(error)
    } finally {
      stream.destroy()
    }
  }

  /** An entry as it is packed, with its own header: all there is of one that cannot be unpacked. */
  packedAt(place: number): Uint8Array {
    const { relativeOffsetOfLocalHeader: start, compressedSize, fileNameRaw } = this.#entries[place]!
    return this.#bytes.subarray(start, start + LOCAL_HEADER + fileNameRaw.length + compressedSize)
  }

  #count(bytes: number): void {
    this.#expanded += bytes
    if (this.#expanded > this.#budget) throw tooComplex(`unpacks to more than ${this.#budget} bytes`)
    if (this.#expanded > MIN_BYTES_FOR_RATIO && this.#expanded > MAX_EXPANSION_RATIO * this.#bytes.length)
      throw tooComplex(`unpacks to more than ${MAX_EXPANSION_RATIO} times its size`)
  }
}

/** Bytes of an entry's header before its name. */
const LOCAL_HEADER = 30

/** Names without a declared charset are UTF-8 or, from Chinese desktops, GBK. */
function nameOf({ fileNameRaw }: Entry): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(fileNameRaw)
  } catch {
    return new TextDecoder('gb18030').decode(fileNameRaw)
  }
}

async function corruptUnlessRefused<T>(open: () => Promise<T>): Promise<T> {
  try {
    return await open()
  } catch (error) {
    throw asRefusal(error)
  }
}

function asRefusal(error: unknown): RefusalError {
  if (error instanceof RefusalError) return error
  const detail = error instanceof Error ? error.message : String(error)
  return new RefusalError('corrupt', `The file is damaged and cannot be unpacked (${detail}); upload it again.`, {
    cause: error,
  })
}
