import { portalsInForce } from '../../../shared/crawl/dispatch/portals-in-force.ts'
import { isWaiting, type WalkPlan, walkPlans } from '../../../shared/crawl/dispatch/walk-plan.ts'
import { type Deployment, findDeployment } from '../deployment.ts'
import { printRows } from '../print.ts'

export interface ListOptions {
  readonly stack?: string
  readonly json?: boolean
}

/** A portal that a deployment watches, and its walks. Times are ISO times. */
interface Listed {
  readonly portalId: string
  readonly name: string
  readonly schedule: string
  readonly state: 'paused' | 'waiting' | ''
  readonly walkedAt: string | null
  readonly nextAt: string | null
}

const COLUMNS = {
  portal: ({ portalId }: Listed) => portalId,
  name: ({ name }: Listed) => name,
  schedule: ({ schedule }: Listed) => schedule,
  state: ({ state }: Listed) => state,
  'last walk': ({ walkedAt }: Listed) => spelled(walkedAt),
  'next walk': ({ nextAt }: Listed) => spelled(nextAt),
}

/** Prints the portals that a deployment walks, with the last and the next walk of each. */
export async function listPortals({ json = false, ...options }: ListOptions): Promise<void> {
  const { rows, problem } = await watchedPortals(await findDeployment(options))
  if (problem !== null) {
    console.error(
      `fazhi: the portals file that was deployed last is not followed, the last good one is: ${problem.message}`,
    )
    process.exitCode = 1
  }
  printRows(rows, COLUMNS, json)
}

export async function watchedPortals({ portals: files, dispatches }: Pick<Deployment, 'portals' | 'dispatches'>) {
  const { file, stored, problem } = await portalsInForce(files)
  const plans = await walkPlans(file?.portals ?? [], dispatches, stored?.storedAt ?? 0)
  return { rows: plans.map(listed), problem }
}

function listed(plan: WalkPlan): Listed {
  const { id: portalId, name, schedule, paused } = plan.portal
  return {
    portalId,
    name,
    schedule,
    state: paused ? 'paused' : isWaiting(plan) ? 'waiting' : '',
    walkedAt: iso(plan.walkedAt),
    nextAt: iso(plan.nextAt),
  }
}

function iso(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString()
}

/** To the minute, in UTC. */
function spelled(time: string | null): string {
  return time === null ? '' : `${time.slice(0, 16).replace('T', ' ')}Z`
}
