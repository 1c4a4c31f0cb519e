import { type Deployment, findDeployment, type WorkQueue } from '../deployment.ts'
import { printRows } from '../print.ts'
import { aboutMessage } from './about-message.ts'

export interface RedriveOptions {
  readonly stack?: string
  readonly queue?: string
  readonly dryRun?: boolean
  readonly json?: boolean
}

/** What was done with the dead letters of a queue. */
export interface Redriven {
  readonly queue: string
  /** Before. */
  readonly deadLetters: number
  readonly moved: number
  /** Some that nobody can see for a minute: another command is moving them, or was when it ended. */
  readonly held: number
  /** What some of them are about: object keys, documents, pages. */
  readonly about: readonly string[]
}

/** Moves dead letters back to the queues that they came from. Repeating is safe: a message whose work is done changes nothing. */
export async function redrive({ queue, dryRun = false, json = false, ...options }: RedriveOptions): Promise<void> {
  const rows = await redriveAll({ queue, dryRun }, await findDeployment(options))
  printRows(rows, dryRun ? LOOKED_AT : MOVED, json)
  for (const { queue: name, held } of rows)
    if (held > 0)
      console.error(
        `fazhi: ${held} dead letters of ${name} are held by another command, or by one that was ended: run this again in a minute.`,
      )
}

const LOOKED_AT = {
  queue: (row: Redriven) => row.queue,
  'dead letters': (row: Redriven) => row.deadLetters,
  about: (row: Redriven) => row.about.join(' '),
}

const MOVED = {
  queue: (row: Redriven) => row.queue,
  'dead letters': (row: Redriven) => row.deadLetters,
  moved: (row: Redriven) => row.moved,
}

/** @param queue one queue by its name; without it all */
export async function redriveAll(
  { queue, dryRun }: { readonly queue: string | undefined; readonly dryRun: boolean },
  { queues }: Pick<Deployment, 'queues'>,
): Promise<Redriven[]> {
  const rows: Redriven[] = []
  for (const one of queues) if (queue === undefined || one.name === queue) rows.push(await redriveOne(one, dryRun))
  return rows
}

async function redriveOne({ name, deadLetters }: WorkQueue, dryRun: boolean): Promise<Redriven> {
  const count = await deadLetters.count()
  if (count === 0) return { queue: name, deadLetters: 0, moved: 0, held: 0, about: [] }
  if (!dryRun) {
    const moved = await deadLetters.redrive(count)
    const held = moved < count ? await deadLetters.countHeld() : 0
    return { queue: name, deadLetters: count, moved, held, about: [] }
  }
  const about = new Set((await deadLetters.look()).map(aboutMessage))
  return { queue: name, deadLetters: count, moved: 0, held: 0, about: [...about] }
}
