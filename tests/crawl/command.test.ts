import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, describe, expect, it } from 'vitest'
import { type Ended, FAZHI, fazhi } from '../cli/run-fazhi.ts'
import { eventually } from '../eventually.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { articlePage, articlesOf, listPage, rows } from './simulator/pages.ts'
import { type Site, startSite } from './simulator/site.ts'
import { gkmlptList, hanwebList, trsList } from './simulator/systems.ts'

const YEARS = [2022, 2021, 2020]

const sites: Site[] = []
afterEach(async () => {
  await Promise.all(sites.splice(0).map((site) => site.close()))
})

/** Starts portals of three systems and one that blocks programs. Returns a folder with the file that lists them. */
async function portals() {
  const makers: Record<string, (site: Site) => string> = {
    trs: (site) => trsList(site, '/fzzf', articles),
    hanweb: (site) => hanwebList(site, 77, articles),
    gkmlpt: (site) => gkmlptList(site, articles),
    blocked: (site) => {
      site.page('/list.html', listPage(`<ul>${rows(articles)}</ul>`))
      site.answer('/list.html', () => ({ status: 412, body: '<script>$_ts</script>' }))
      return `${site.origin}/list.html`
    },
  }
  const articles = articlesOf('/fzzf', YEARS)
  const entries = Object.entries(makers).map(async ([id, makeList]) => {
    const site = await startSite()
    sites.push(site)
    for (const { path, title, date } of articles)
      site.page(path, articlePage({ title: title.replace('甲', `甲${id}`), publishedOn: date }))
    return { id, name: id, hosts: [site.host], delaySeconds: 0, lists: [{ url: makeList(site), system: 'auto' }] }
  })
  const file = { portals: await Promise.all(entries) }
  return temporaryFolder({ 'portals.json': JSON.stringify(file) })
}

const ARGS = ['crawl', '--portals', 'portals.json', '--once', '--json', '--allow-loopback', '--data', 'data']

const linesOf = ({ stdout }: Ended) =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

/** Oldest first. */
const requests = () =>
  sites.flatMap(({ log }) => log.filter(({ path }) => path !== '/robots.txt')).sort((a, b) => a.at - b.at)

describe('fazhi crawl', () => {
  it('is killed in the middle, completes what it began, and then finds nothing anew', async () => {
    const cwd = await portals()
    const crawl: ChildProcess = spawn(process.execPath, [FAZHI, ...ARGS], { cwd, stdio: 'ignore' })
    await eventually(() => requests().length > 10)
    crawl.kill('SIGKILL')
    await once(crawl, 'exit')

    const ended = await fazhi(cwd, ...ARGS)
    // The list that is blocked.
    expect(ended).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('1 of 4 lists were not read to their end'),
    })
    const completed = linesOf(ended)
    const reports = completed.filter(({ state }) => state === 'found' || state === 'unchanged')
    expect(reports.map(({ portalId, year }) => `${portalId} ${year}`).sort()).toEqual(
      ['gkmlpt', 'hanweb', 'trs'].flatMap((id) => [...YEARS].sort().map((year) => `${id} ${year}`)),
    )
    expect(new Set(reports.map(({ documentId }) => documentId)).size).toBe(reports.length)
    expect(completed.filter(({ state }) => state === 'list')).toMatchObject([
      { portalId: 'trs', system: 'trs', items: 6, candidates: 3, reason: null },
      { portalId: 'hanweb', system: 'hanweb', items: 6, candidates: 3, declared: 6, reason: null },
      { portalId: 'gkmlpt', system: 'gkmlpt', items: 6, candidates: 3, declared: 6, reason: null },
      { portalId: 'blocked', items: 0, reason: expect.stringContaining('http_412') },
    ])
    expect(completed.filter(({ state }) => state === 'blocked')).toMatchObject([{ portalId: 'blocked' }])

    const before = requests().length
    const again = linesOf(await fazhi(cwd, ...ARGS))
    expect(again.filter(({ state }) => state === 'unchanged')).toHaveLength(reports.length)
    const asked = requests().slice(before)
    expect(asked.filter(({ status }) => status !== 304 && status !== 412)).toEqual([])

    const ledger = linesOf(await fazhi(cwd, 'coverage', '--json', '--data', 'data'))
    expect(ledger.filter(({ state }) => state === 'on_time')).toHaveLength(reports.length)
    expect((await fazhi(cwd, 'coverage', '--data', 'data')).stdout).toContain('http_412')
  })

  it('names every wrong entry of a portals file by its path', async () => {
    const cwd = await temporaryFolder({
      'portals.json': JSON.stringify({ portals: [{ id: 'a b', name: '', hosts: [], lists: [{ url: 'ftp://x' }] }] }),
    })
    expect(await fazhi(cwd, ...ARGS)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/portals\.0\.id: [\s\S]*portals\.0\.name: [\s\S]*portals\.0\.lists\.0\.url: /),
    })
  })
})
