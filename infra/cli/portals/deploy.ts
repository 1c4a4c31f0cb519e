import { portalsInForce } from '../../../shared/crawl/dispatch/portals-in-force.ts'
import { type PortalChanges, portalChanges } from '../../../shared/crawl/portal-changes.ts'
import { TICK_MINUTES } from '../../../shared/crawl/schedule.ts'
import { type Deployment, findDeployment } from '../deployment.ts'
import { type CheckedFile, checkedOrTold } from './portals-file.ts'

export interface DeployOptions {
  readonly stack?: string
  readonly dryRun?: boolean
  readonly allowLoopback?: boolean
}

/** Puts a portals file without mistakes in the place of the one that a deployment follows, and says what that changes. */
export async function deployPortals(path: string, options: DeployOptions): Promise<void> {
  const { dryRun = false, allowLoopback = false, ...where } = options
  const checked = await checkedOrTold(path, allowLoopback)
  if (checked === null) return
  for (const line of await deployFile(checked, dryRun, await findDeployment(where))) console.log(line)
}

/** @returns what it changes, as sentences */
export async function deployFile(
  { file, text }: CheckedFile,
  dryRun: boolean,
  { portals: files }: Pick<Deployment, 'portals'>,
): Promise<string[]> {
  const before = await portalsInForce(files)
  if (!dryRun) await files.deploy(text)
  return linesOf(portalChanges(before.file?.portals ?? [], file.portals), dryRun)
}

function linesOf({ added, changed, same, gone }: PortalChanges, dryRun: boolean): string[] {
  const counts = `${added.length} new, ${changed.length} changed, ${same.length} as before, ${gone.length} gone`
  const done = dryRun ? 'Would be deployed' : 'Deployed'
  return [
    `${done}: ${counts}.`,
    ...(gone.length > 0 ? [`No longer walked: ${gone.map(({ id }) => id).join(' ')}`] : []),
    ...(dryRun ? [] : [`Walks that are due begin within ${TICK_MINUTES} minutes; \`fazhi portals list\` shows them.`]),
  ]
}
