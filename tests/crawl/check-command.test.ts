import { describe, expect, it } from 'vitest'
import { tryLists } from '../../shared/crawl/check/try-lists.ts'
import { HostBusyError } from '../../shared/crawl/hosts.ts'
import { MemoryHosts } from '../../shared/crawl/memory-hosts.ts'
import { readPortals } from '../../shared/crawl/portals.ts'
import { fazhi } from '../cli/run-fazhi.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { articlesOf, listPage, rows } from './simulator/pages.ts'
import { type Site, startSite } from './simulator/site.ts'
import { trsList } from './simulator/systems.ts'

const ARTICLES = articlesOf('/fzzf', [2022, 2021, 2020])

async function checked(file: unknown, ...options: string[]) {
  const cwd = await temporaryFolder({ 'portals.json': JSON.stringify(file) })
  return fazhi(cwd, 'portals', 'check', 'portals.json', ...options)
}

async function useSite(): Promise<Site & AsyncDisposable> {
  const site = await startSite()
  return Object.assign(site, { [Symbol.asyncDispose]: () => site.close() })
}

/** A file with a TRS list, one with a recipe on the same host, and a paused portal. */
function fileOf(site: Site) {
  const list = trsList(site, '/fzzf', ARTICLES)
  site.page('/api', JSON.stringify({ d: ARTICLES.map(({ path, title }) => ({ t: title, u: path })) }))
  const recipe = { format: 'json', url: `${site.origin}/api`, rows: 'd', title: 't', link: 'u' }
  const entry = { regionCode: null, hosts: [site.host], delaySeconds: 0 }
  const portals = [
    { ...entry, id: 'trs', name: '甲县司法局', lists: [{ url: list }] },
    { ...entry, id: 'api', name: '乙县司法局', lists: [{ url: `${site.origin}/other/`, recipe }] },
    { ...entry, id: 'off', name: '丙县司法局', lists: [{ url: `${site.origin}/off/` }], paused: true },
  ]
  return { contact: 'https://crawler.example/about', portals }
}

describe('fazhi portals check', () => {
  it('prints one line for each mistake and exits with 1', async () => {
    const { code, stdout } = await checked({
      portals: [{ id: 'a b', name: '花都区人民政府', hosts: [], lists: [{ url: 'x' }] }],
    })
    expect(code).toBe(1)
    expect(stdout.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^contact: /),
      expect.stringMatching(/^portals\.0\.id: /),
      expect.stringMatching(/^portals\.0\.lists\.0\.url: /),
    ])
  })

  it('prints the portals and asks nothing; with --try it says what would be fetched', async () => {
    await using site = await useSite()
    const file = fileOf(site)
    const plain = await checked(file, '--allow-loopback')
    expect(plain).toMatchObject({ code: 0, stderr: '' })
    expect(plain.stdout).toMatch(/off .*paused/)
    expect(site.log).toEqual([])

    const tried = await checked(file, '--allow-loopback', '--try')
    expect(tried).toMatchObject({ code: 0, stderr: '' })
    for (const { path, title } of ARTICLES.filter((one) => one.title.endsWith('报告')))
      expect(tried.stdout).toContain(`${title}  ${site.origin}${path}`)
  })
})

describe('trying the lists of a file', () => {
  it('walks each once, one request at a time, and no page of them', async () => {
    await using site = await useSite()
    const tried = await tryLists(readPortals(JSON.stringify(fileOf(site))), true, () => {})
    expect(tried).toMatchObject([
      { portalId: 'trs', walk: { system: 'trs', problem: null }, rows: { candidates: { length: 3 } } },
      { portalId: 'api', walk: { system: 'recipe', problem: null }, rows: { candidates: { length: 3 } } },
    ])
    const asked = site.asked().filter((path) => path !== '/robots.txt')
    expect(new Set(asked).size).toBe(asked.length)
    expect(asked.filter((path) => ARTICLES.some((article) => article.path === path) || path === '/off/')).toEqual([])
    expect(site.log.filter(({ alongside }) => alongside > 0)).toEqual([])
  })

  it('says which list could not be read', async () => {
    await using site = await useSite()
    site.answer('/list.html', () => ({ status: 412, body: listPage(`<ul>${rows(ARTICLES)}</ul>`) }))
    const portal = {
      id: 'p',
      name: '甲',
      regionCode: null,
      hosts: [site.host],
      lists: [{ url: `${site.origin}/list.html` }],
    }
    const [list] = await tryLists(
      readPortals(JSON.stringify({ portals: [{ ...portal, delaySeconds: 0 }] })),
      true,
      () => {},
    )
    expect(list).toMatchObject({ walk: { problem: { code: 'http_412' } }, rows: { candidates: [] } })
  })

  it('leaves a host alone that asks for a longer wait than there is patience', async () => {
    const hosts = new MemoryHosts()
    const turn = await hosts.takeTurn('a', 0)
    await turn.end(Date.now() + 3600_000)
    await expect(hosts.takeTurn('a', 1000)).rejects.toThrow(HostBusyError)
    await expect(hosts.takeTurn('a', 1000)).rejects.toThrow(HostBusyError)
    await (await hosts.takeTurn('b', 0)).end(0)
  })
})
