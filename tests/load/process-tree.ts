import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** What a process and those that it started use now. */
export interface Usage {
  /** Of memory, with each one's share of what several processes have in common. */
  readonly kilobytes: number
  /** Milliseconds of a processor, since it started. */
  readonly processorMs: number
}

const LOOK_EVERY_MS = 250
/** Clock ticks of /proc in a second. */
const TICKS = 100

/** Reads what the Linux kernel says of a process and those that it started. */
export function usageOf(pid: number): Usage {
  const usages = treeOf(pid).map(({ pid: each, ticks }) => ({
    kilobytes: Number(/^Pss:\s+([0-9]+) kB/m.exec(readIfAlive(`/proc/${each}/smaps_rollup`))?.[1] ?? 0),
    processorMs: (ticks / TICKS) * 1000,
  }))
  return {
    kilobytes: usages.reduce((sum, { kilobytes }) => sum + kilobytes, 0),
    processorMs: usages.reduce((sum, { processorMs }) => sum + processorMs, 0),
  }
}

/** Looks at the memory of a process until the signal comes. Returns the most that it had. */
export async function mostKilobytes(pid: number, signal: AbortSignal): Promise<number> {
  let most = 0
  while (!signal.aborted) {
    most = Math.max(most, usageOf(pid).kilobytes)
    await sleep(LOOK_EVERY_MS)
  }
  return most
}

function treeOf(root: number): { readonly pid: number; readonly ticks: number }[] {
  const all = readdirSync('/proc')
    .filter((name) => /^[0-9]+$/.test(name))
    .map(Number)
    .flatMap((pid) => {
      // After the name, which may have blanks: state, parent … time in user mode and in the kernel.
      const fields = readIfAlive(`/proc/${pid}/stat`).split(') ').at(-1)!.split(' ')
      return fields.length > 1
        ? [{ pid, parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) }]
        : []
    })
  const under = (pid: number): typeof all =>
    all.filter(({ parent }) => parent === pid).flatMap((child) => [child, ...under(child.pid)])
  return [...all.filter(({ pid }) => pid === root), ...under(root)]
}

/** A process may end between the list and the look: then it uses nothing. */
function readIfAlive(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return ''
    throw error
  }
}
