import { once } from 'node:events'

/** Resolves when the user or the system asks the command to end. */
export async function interrupted(): Promise<void> {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
  await once(stop.signal, 'abort')
}
