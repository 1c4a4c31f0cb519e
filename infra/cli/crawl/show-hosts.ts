import { setTimeout as sleep } from 'node:timers/promises'
import type { Engine } from '../../local/engine.ts'
import type { Progress } from '../progress.ts'
import { type HostProgress, hostTable } from './host-progress.ts'

/** Pause between two looks, longer where a look takes long: looking costs at most a tenth of the time. */
const LOOK_EVERY_MS = 1000
const SHARE = 10
/** Lines of the terminal that are left to what stood there before, the header and the sum. */
const OTHER_LINES = 5

/**
 * Shows the progress of a crawl by host until it is ended. Without a terminal nothing is looked up.
 * @param look reads what became of the pages until now
 */
export function showHosts(
  look: () => Promise<HostProgress[]>,
  engine: Pick<Engine, 'countWaiting'>,
  progress: Progress,
): { end(): Promise<void> } {
  const ending = new AbortController()
  const { signal } = ending
  const shown = async () => {
    while (progress.isSeen && !signal.aborted) {
      const startedAt = Date.now()
      const hosts = await look()
      const { columns, rows = 24 } = process.stderr
      const table = hostTable(hosts, columns, Math.max(1, rows - OTHER_LINES))
      const waiting = `${engine.countWaiting()} pages and documents in progress …`
      if (!signal.aborted) progress.show([...table, waiting].join('\n'))
      const pause = Math.max(LOOK_EVERY_MS, SHARE * (Date.now() - startedAt))
      await sleep(pause, undefined, { signal }).catch(() => {
        // Ended while it waited.
      })
    }
  }
  const showing = shown().then(
    () => null,
    (error: Error) => error,
  )
  return {
    end: async () => {
      ending.abort()
      const failure = await showing
      progress.clear()
      if (failure !== null) throw failure
    },
  }
}
