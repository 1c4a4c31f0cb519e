import { NEWS } from '../../shared/api/endpoints/feed.ts'
import { atomOf } from '../../shared/readers/atom.ts'
import { findDeployment } from './deployment.ts'

/** Prints what happened to reports lately, the newest first. */
export async function feed({
  stack,
  json = false,
}: {
  readonly stack?: string
  readonly json?: boolean
}): Promise<void> {
  const { source } = await findDeployment({ ...(stack !== undefined && { stack }) })
  const news = await source.news(NEWS)
  if (json) for (const one of news) console.log(JSON.stringify(one))
  else process.stdout.write(atomOf(news, null))
}
