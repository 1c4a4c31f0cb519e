import { describe, expect, it } from 'vitest'
import { deployFile } from '../../infra/cli/portals/deploy.ts'
import { watchedPortals } from '../../infra/cli/portals/list.ts'
import { PortalsFileError, readPortals } from '../../shared/crawl/portals.ts'
import { fazhi } from '../cli/run-fazhi.ts'
import { startPipeline } from '../pipeline/running-pipeline.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { articlePage, articlesOf, listPage, rows } from './simulator/pages.ts'
import { startSite } from './simulator/site.ts'

const [ARTICLE] = articlesOf('/fzzf', [2022])

const textOf = (...portals: object[]) => JSON.stringify({ contact: 'https://crawler.example/', portals })

describe('fazhi portals deploy', () => {
  it('refuses a file with mistakes before it looks for a deployment', async () => {
    const cwd = await temporaryFolder({ 'wrong.json': textOf({ id: 'a b', name: '甲', hosts: [], lists: [] }) })
    expect(await fazhi(cwd, 'portals', 'deploy', 'wrong.json')).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^portals\.0\.id: [\s\S]*portals\.0\.lists: /),
      stderr: '',
    })
  })

  it('has the deployment walk the portals of a file, and says what that changes', async () => {
    const { engine, deployment, settle } = await startPipeline({ environment: { FAZHI_ALLOW_LOOPBACK: 'yes' } })
    await using site = Object.assign(await startSite(), { [Symbol.asyncDispose]: () => site.close() })
    site.page('/list.html', listPage(`<ul>${rows([ARTICLE!])}</ul>`))
    site.page(ARTICLE!.path, articlePage({ title: ARTICLE!.title, publishedOn: ARTICLE!.date }))
    const entry = { hosts: [site.host], delaySeconds: 0, lists: [{ url: `${site.origin}/list.html` }] }
    const first = { ...entry, id: 'first', name: '甲县司法局' }
    const second = { ...entry, id: 'second', name: '乙县司法局', paused: true }
    const deploy = (text: string, dryRun = false) => deployFile({ file: readPortals(text), text }, dryRun, deployment)
    // As the schedule does.
    const tick = () => engine.functions.get('dispatch-walks')!.invoke({})

    const dry = await deploy(textOf(first), true)
    expect(dry).toEqual(['Would be deployed: 1 new, 0 changed, 0 as before, 0 gone.'])
    expect(await watchedPortals(deployment)).toEqual({ rows: [], problem: null })
    expect(await tick()).toEqual({ portals: 0, due: 0, sent: 0 })

    expect((await deploy(textOf(first)))[0]).toBe('Deployed: 1 new, 0 changed, 0 as before, 0 gone.')
    expect(await tick()).toEqual({ portals: 1, due: 1, sent: 1 })
    await settle()
    expect(await tick()).toEqual({ portals: 1, due: 0, sent: 0 })
    const pages = (await deployment.coverage.rowsOf('first')).filter((row) => row.kind === 'page')
    expect(pages).toMatchObject([{ state: 'found' }])

    const [counts] = await deploy(textOf({ ...first, name: '丙县司法局' }, second))
    expect(counts).toBe('Deployed: 1 new, 1 changed, 0 as before, 0 gone.')
    expect((await watchedPortals(deployment)).rows).toMatchObject([
      { portalId: 'first', state: '', walkedAt: expect.any(String), nextAt: expect.any(String) },
      { portalId: 'second', state: 'paused', walkedAt: null, nextAt: null },
    ])
    expect(await deploy(textOf(first))).toContain('No longer walked: second')

    await deployment.portals.deploy('{}')
    const { rows: followed, problem } = await watchedPortals(deployment)
    expect(followed.map(({ portalId }) => portalId)).toEqual(['first'])
    expect(problem).toBeInstanceOf(PortalsFileError)
  })
})
