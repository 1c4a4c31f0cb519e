import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { RefusalError } from '../../report/refusal.ts'
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
  readonly #file: ZipFile
  readonly #size: number
  readonly #budget: number
  readonly #entries: ReadonlyMap<string, Entry>
  #expanded = 0

  private constructor(file: ZipFile, size: number, budget: number, entries: ReadonlyMap<string, Entry>) {
    this.#file = file
    this.#size = size
    this.#budget = budget
    this.#entries = entries
  }

  /**
   * @param budget bytes that all entries together may unpack to
   * @throws {RefusalError} `corrupt` if the directory cannot be read, `too_complex` if it is too long
   */
  static async open(bytes: Uint8Array, budget: number = MAX_EXPANDED_BYTES): Promise<Archive> {
    return corruptUnlessRefused(async () => {
      const file = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
        lazyEntries: true,
        decodeStrings: false,
      })
      if (file.entryCount > MAX_ARCHIVE_ENTRIES) throw tooComplex(`has more than ${MAX_ARCHIVE_ENTRIES} entries`)
      const entries = new Map<string, Entry>()
      for await (const entry of file.eachEntry()) entries.set(nameOf(entry), entry)
      return new Archive(file, bytes.length, budget, entries)
    })
  }

  get names(): readonly string[] {
    return [...this.#entries.keys()]
  }

  has(name: string): boolean {
    return this.#entries.has(name)
  }

  /**
   * An entry's bytes, chunk by chunk.
   * @throws {RefusalError} `encrypted`, `corrupt`, or `too_complex` at the chunk that passes the budget
   */
  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(name)
    if (entry === undefined) throw new RefusalError('corrupt', `The file lacks its part ${name}.`)
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

  #count(bytes: number): void {
    this.#expanded += bytes
    if (this.#expanded > this.#budget) throw tooComplex(`unpacks to more than ${this.#budget} bytes`)
    if (this.#expanded > MIN_BYTES_FOR_RATIO && this.#expanded > MAX_EXPANSION_RATIO * this.#size)
      throw tooComplex(`unpacks to more than ${MAX_EXPANSION_RATIO} times its size`)
  }
}

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
