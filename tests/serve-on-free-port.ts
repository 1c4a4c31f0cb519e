import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** Ports that are tried: between the choice of a port and its use, another program may take it. */
const PORTS = 5
const LOOK_EVERY_MS = 200
/** It ends what hangs. */
const START_MS = 600_000

export interface Served {
  /** `http://127.0.0.1:PORT` */
  readonly endpoint: string
  stop(): Promise<void>
}

/**
 * Starts a program that takes no port by itself, on a free one of loopback, and waits until it answers.
 * @param isServing whether that program, and no other, answers there
 */
export async function serveOnFreePort(
  name: string,
  start: (port: number) => ChildProcess,
  isServing: (answer: Response) => Promise<boolean>,
  path = '/',
): Promise<Served> {
  for (let tries = 0; tries < PORTS; tries += 1) {
    const port = await freePort()
    const endpoint = `http://127.0.0.1:${port}`
    const server = start(port)
    const ended = once(server, 'exit').then(() => true)
    // Whoever waits for it hears of an error.
    ended.catch(() => {})
    const stop = async () => void (server.kill() && (await ended))
    const answers = async () => isServing(await fetch(endpoint + path, { signal: AbortSignal.timeout(START_MS) }))
    for (const giveUpAt = Date.now() + START_MS; ; ) {
      if (await answers().catch(() => false)) return { endpoint, stop }
      if (await Promise.race([ended, sleep(LOOK_EVERY_MS, false)])) break
      if (Date.now() < giveUpAt) continue
      await stop()
      throw new Error(`${name} did not answer on ${endpoint} within ${START_MS / 1000} s.`)
    }
  }
  throw new Error(`${name} ended on each of ${PORTS} ports before it answered.`)
}

/** A port of loopback that nothing listens on now. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}
