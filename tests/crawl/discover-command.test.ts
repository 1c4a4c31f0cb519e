import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { fazhi } from '../cli/run-fazhi.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { HOMES } from './simulator/homes.ts'
import { type Site, startSite } from './simulator/site.ts'

const CONTACT = 'https://crawler.example/about'

const sites: Site[] = []
afterEach(async () => {
  await Promise.all(sites.splice(0).map((site) => site.close()))
})

async function siteOf(make: (site: Site) => unknown): Promise<Site> {
  const site = await startSite()
  sites.push(site)
  make(site)
  return site
}

describe('fazhi portals', () => {
  it('makes a file of a table, finds the lists of its entries, and leaves those paused that have none', async () => {
    const [good, bare] = [await siteOf(HOMES[1]![1]), await siteOf((site) => site.page('/', '<p>建设中</p>'))]
    const cwd = await temporaryFolder({
      'portals.csv': `name,url\n广州市花都区人民政府,${good.origin}\n广州市司法局,${bare.origin}\n`,
    })
    const imported = await fazhi(cwd, 'portals', 'import', 'portals.csv', '--contact', CONTACT)
    const file = JSON.parse(imported.stdout)
    // A simulated portal may be asked without a pause.
    for (const entry of file.portals) entry.delaySeconds = 0
    await writeFile(join(cwd, 'portals.json'), JSON.stringify(file))

    const { code, stdout, stderr } = await fazhi(cwd, 'portals', 'discover', 'portals.json', '--allow-loopback')
    const { contact, portals } = JSON.parse(stdout)
    expect(contact).toBe(CONTACT)
    expect(portals[0]).toEqual({
      id: expect.stringMatching(/^127-0-0-1-/),
      name: '广州市花都区人民政府',
      hosts: [good.host],
      lists: [{ url: `${good.origin}/zfxxgk/fd/9/` }],
      delaySeconds: 0,
    })
    expect(portals[1]).toEqual(file.portals[1])
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining(`was found from ${bare.origin}/`) })
  })

  it('wants a contact before it asks for a home page', async () => {
    const site = await siteOf(HOMES[0]![1])
    const cwd = await temporaryFolder({})
    expect(await fazhi(cwd, 'portals', 'discover', `${site.origin}/`, '--allow-loopback')).toMatchObject({
      code: 2,
      stdout: '',
    })
    expect(site.log).toEqual([])
  })
})
