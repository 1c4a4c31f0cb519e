import { setTimeout as sleep } from 'node:timers/promises'

const PAUSE_MS = 20

/** Waits until a condition holds; the test's own timeout ends a wait in vain. */
export async function eventually(holds: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await holds())) await sleep(PAUSE_MS)
}
