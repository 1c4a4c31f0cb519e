import { existsSync, readlinkSync } from 'node:fs'
import { constants, getPriority, setPriority } from 'node:os'

/** Leads to `PID/task/ID` of the thread that reads it. */
const THIS_THREAD = '/proc/thread-self'

const { PRIORITY_BELOW_NORMAL } = constants.priority

/** Lets the other threads of the process go first. Only Linux has a priority for each thread, under the thread's ID. */
export function giveWay(): void {
  if (!existsSync(THIS_THREAD)) return
  const id = Number(readlinkSync(THIS_THREAD).split('/').at(-1))
  // Not to a higher one than the process was started with.
  if (getPriority(id) < PRIORITY_BELOW_NORMAL) setPriority(id, PRIORITY_BELOW_NORMAL)
}
