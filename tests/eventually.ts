import { setTimeout as sleep } from 'node:timers/promises'

const PAUSE_MS = 20

/** Waits until a condition holds; the timeout of the test ends a wait that is too long. */
export async function eventually(holds: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await holds())) await sleep(PAUSE_MS)
}
