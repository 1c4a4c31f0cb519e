import { getRequestListener } from '@hono/node-server'
import { makeApi } from '../../shared/api/app.ts'
import { BASE_PATH } from '../../shared/api/base-path.ts'
import type { Engine } from '../local/engine.ts'
import { logTo } from '../local/log.ts'
import { engineDeployment } from './deployment.ts'

/**
 * Serves the read API at the engine's address, over its tables.
 * @param logs folder of its log
 * @returns its address
 */
export function serveApi(engine: Engine, logs: string): string {
  const { source, received } = engineDeployment(engine.endpoint, engine.resources.outputs)
  const log = logTo(logs)
  const onError = (error: Error, requestId: string) => log('read-api', `${requestId} ${error.stack}`)
  const fileOf = async (documentId: string) => {
    const ref = await received.locate(documentId)
    return ref === null ? null : { bytes: await received.stream(ref) }
  }
  const { fetch } = makeApi({ source, fileOf, onError })
  engine.mount(BASE_PATH, getRequestListener(fetch, { overrideGlobalObjects: false }))
  return `${engine.endpoint}${BASE_PATH}`
}
