import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { PAGE_PATH } from '../../shared/api/page-paths.ts'
import { findDeployment } from './deployment.ts'
import { interrupted } from './interrupted.ts'
import { readersApp } from './serve-api.ts'

export interface PageOptions {
  readonly stack?: string
  readonly port?: number
  readonly corrections?: string
}

/**
 * Serves the page and the API that it reads on loopback, over the tables of a deployment. A browser cannot sign what IAM guards;
 * this signs it with the credentials of whoever runs it, who may read what they may and nothing more. Files are not taken.
 */
export async function servePage({ port = 0, corrections, ...options }: PageOptions): Promise<void> {
  const stop = interrupted()
  const deployment = await findDeployment(options)
  const onError = (error: Error, requestId: string) => console.error(`fazhi: ${requestId} ${error.stack}`)
  const app = readersApp(deployment, onError, { receive: null, corrections: corrections ?? null })
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}${PAGE_PATH}`
  console.log(`${address} answers until you press Ctrl-C.`)
  await stop
  server.close()
}
