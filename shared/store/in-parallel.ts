/** Works through a list with at most `width` items under way. After an error no further item is begun; the error is thrown. */
export async function inParallel<T>(
  width: number,
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = each(items)
  const worker = async () => {
    for (const item of queue) await work(item)
  }
  const ended = await Promise.allSettled(Array.from({ length: Math.min(width, items.length) }, worker))
  const failed = ended.find((worker) => worker.status === 'rejected')
  if (failed) throw failed.reason
}

/** A generator, because a worker that leaves its loop by an error closes it for all workers. */
function* each<T>(items: readonly T[]): Generator<T> {
  yield* items
}

/** Lets at most `width` pieces of work run at the same time, whoever begins them. Each waits for its turn. */
export class Limiter {
  readonly #waiting: (() => void)[] = []
  #free: number

  constructor(width: number) {
    this.#free = width
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free -= 1
    else await new Promise<void>((resolve) => this.#waiting.push(resolve))
    try {
      return await work()
    } finally {
      // The place goes to the next one that waits, or is free.
      const next = this.#waiting.shift()
      if (next) next()
      else this.#free += 1
    }
  }
}
