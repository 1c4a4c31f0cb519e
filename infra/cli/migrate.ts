import { migrate as move } from '../../shared/store/migrate.ts'
import { type Deployment, findDeployment } from './deployment.ts'
import { createProgress, type Progress } from './progress.ts'

export interface MigrateOptions {
  readonly stack?: string
  readonly dryRun?: boolean
}

/** Moves what version 0.1 stored in a deployment. The local engine does so by itself when it starts with a data folder. */
export async function migrate(options: MigrateOptions): Promise<void> {
  const deployment = await findDeployment(options)
  if (options.dryRun) {
    let documents = 0
    for await (const page of deployment.formerDocuments.all()) documents += page.length
    console.log(`${documents} documents would be moved.`)
    return
  }
  const progress = createProgress()
  const { documents, incomplete } = await moveAll(deployment, progress)
  console.log(`${documents} documents moved.`)
  if (incomplete.size > 0) process.exitCode = 1
}

/** Moves what is to move, and says on stderr what cannot be moved. */
export async function moveAll(deployment: Deployment, progress: Progress) {
  const onProgress = (count: number) => progress.show(`${count} documents of an earlier version moved …`)
  const moved = await move({ ...deployment, onProgress })
  progress.clear()
  for (const [documentId, what] of moved.incomplete)
    console.error(
      `fazhi: ${documentId} has only ${what}, and is left as it is; \`fazhi reprocess ${documentId}\` reads it anew.`,
    )
  return moved
}
