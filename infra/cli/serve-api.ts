import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import { type ApiDeps, makeApi } from '../../shared/api/app.ts'
import { BASE_PATH } from '../../shared/api/base-path.ts'
import { addPage, type PageDeps } from '../../shared/api/page.ts'
import { PAGE_PATH } from '../../shared/api/page-paths.ts'
import type { Engine } from '../local/engine.ts'
import { logTo } from '../local/log.ts'
import { buildPage } from '../page-files.ts'
import { type Deployment, engineDeployment } from './deployment.ts'
import { uploadBytes } from './upload.ts'

export interface Served {
  /** Where the read API answers. */
  readonly api: string
  readonly page: string
}

/**
 * Serves the read API and the page at the engine's address, over its tables.
 * @param logs folder of its log
 */
export function serveApi(engine: Engine, logs: string): Served {
  const deployment = engineDeployment(engine.endpoint, engine.resources.outputs)
  const log = logTo(logs)
  const onError = (error: Error, requestId: string) => log('read-api', `${requestId} ${error.stack}`)
  const receive = (name: string, bytes: Uint8Array) => uploadBytes(name, bytes, deployment)
  const app = readersApp(deployment, onError, { receive, corrections: null })
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false })
  engine.mount(BASE_PATH, listener)
  engine.mount(PAGE_PATH, listener)
  return { api: `${engine.endpoint}${BASE_PATH}`, page: `${engine.endpoint}${PAGE_PATH}` }
}

/** The read API and the page over a deployment. */
export function readersApp(
  { source, received }: Pick<Deployment, 'source' | 'received'>,
  onError: ApiDeps['onError'],
  page: Omit<PageDeps, 'files'>,
): Hono {
  const fileOf = async (documentId: string) => {
    const ref = await received.locate(documentId)
    return ref === null ? null : { bytes: await received.stream(ref) }
  }
  const app = makeApi({ source, fileOf, onError })
  addPage(app, { ...page, files: buildPage() })
  return app
}
