import { Logger } from '@aws-lambda-powertools/logger'
import { Metrics } from '@aws-lambda-powertools/metrics'
import { CreateBucketCommand } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeHandler } from '../../functions/dispatch-walks/handler.ts'
import { deployFile } from '../../infra/cli/portals/deploy.ts'
import { watchedPortals } from '../../infra/cli/portals/list.ts'
import { PortalsFileError, readPortals } from '../../shared/crawl/portals.ts'
import { CoverageStore } from '../../shared/store/coverage-store.ts'
import { DispatchStore } from '../../shared/store/dispatch-store.ts'
import { PortalsBucket } from '../../shared/store/portals-bucket.ts'
import { fazhi } from '../cli/run-fazhi.ts'
import { type Engines, startEngines } from '../engines/engines.ts'
import { CONTEXT } from '../functions/pipeline-of-functions.ts'
import { walkRowOf } from '../store/ledger-records.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { manyPortals } from './many-portals.ts'

describe('fazhi portals deploy', () => {
  let engines: Engines
  beforeAll(async () => {
    engines = await startEngines()
  })
  afterAll(() => engines.stop())

  /** A deployment, and a run of the function that its schedule starts. */
  async function prepare() {
    const Bucket = 'deployed'
    await engines.s3.send(new CreateBucketCommand({ Bucket }))
    const { coverage } = await engines.createTables()
    const deployment = {
      portals: new PortalsBucket(engines.s3, Bucket),
      dispatches: new DispatchStore(engines.tables, coverage),
    }
    const sent: string[] = []
    const dispatch = makeHandler({
      logger: new Logger({ logLevel: 'SILENT' }),
      metrics: new Metrics({ namespace: 'test' }),
      files: deployment.portals,
      dispatches: deployment.dispatches,
      walks: { send: async ({ portal }) => void sent.push(portal.id) },
      now: () => Date.now(),
    })
    const deploy = (text: string, dryRun = false) => deployFile({ file: readPortals(text), text }, dryRun, deployment)
    const list = () => watchedPortals(deployment)
    return {
      deployment,
      ledger: new CoverageStore(engines.tables, coverage),
      sent,
      deploy,
      list,
      tick: () => dispatch({}, CONTEXT),
    }
  }

  it('refuses a file with mistakes before it looks for a deployment', async () => {
    const cwd = await temporaryFolder({ 'wrong.json': manyPortals(1, () => ({ id: 'a b', lists: [] })) })
    expect(await fazhi(cwd, 'portals', 'deploy', 'wrong.json')).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^portals\.0\.id: [\s\S]*portals\.0\.lists: /),
      stderr: '',
    })
  })

  it('has the deployment walk the portals of a file, says what that changes, and lists them with their walks', async () => {
    const { deployment, ledger, sent, deploy, list, tick } = await prepare()
    const one = manyPortals(1)
    const two = manyPortals(2, (n) => (n === 0 ? { name: '甲县司法局' } : { paused: true }))

    expect(await deploy(one, true)).toEqual(['Would be deployed: 1 new, 0 changed, 0 as before, 0 gone.'])
    expect(await list()).toEqual({ rows: [], problem: null })
    expect(await tick()).toEqual({ portals: 0, due: 0, sent: 0 })

    expect((await deploy(one))[0]).toBe('Deployed: 1 new, 0 changed, 0 as before, 0 gone.')
    expect((await list()).rows).toMatchObject([{ portalId: 'p0', state: '', walkedAt: null }])
    expect(await tick()).toEqual({ portals: 1, due: 1, sent: 1 })
    expect((await list()).rows).toMatchObject([{ portalId: 'p0', state: 'waiting' }])
    const startedAt = new Date().toISOString()
    await ledger.put(walkRowOf({ portalId: 'p0', startedAt }))
    expect(await tick()).toEqual({ portals: 1, due: 0, sent: 0 })
    expect(sent).toEqual(['p0'])

    expect((await deploy(two))[0]).toBe('Deployed: 1 new, 1 changed, 0 as before, 0 gone.')
    expect((await list()).rows).toMatchObject([
      { portalId: 'p0', name: '甲县司法局', state: '', walkedAt: startedAt, nextAt: expect.any(String) },
      { portalId: 'p1', state: 'paused', walkedAt: null, nextAt: null },
    ])
    expect(await deploy(one)).toContain('No longer walked: p1')

    await deployment.portals.deploy('{}')
    const { rows, problem } = await list()
    expect(rows.map(({ portalId }) => portalId)).toEqual(['p0'])
    expect(problem).toBeInstanceOf(PortalsFileError)
    expect(await tick()).toEqual({ portals: 1, due: 0, sent: 0 })
  })
})
