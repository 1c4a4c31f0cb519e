import { CreateBucketCommand, DeleteObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { portalsInForce } from '../../../shared/crawl/dispatch/portals-in-force.ts'
import { PortalsFileError } from '../../../shared/crawl/portals.ts'
import { LAST_GOOD_PORTALS_KEY, PORTALS_KEY } from '../../../shared/store/object-keys.ts'
import { PortalsBucket } from '../../../shared/store/portals-bucket.ts'
import { type Engines, startEngines } from '../../engines/engines.ts'

const fileOf = (...ids: string[]) =>
  JSON.stringify({
    portals: ids.map((id) => ({ id, name: '甲', hosts: [], lists: [{ url: `https://${id}.gov.cn/` }] })),
  })

describe('the portals file in force', () => {
  let engines: Engines
  beforeAll(async () => {
    engines = await startEngines()
  })
  afterAll(() => engines.stop())

  let made = 0
  async function prepare() {
    const Bucket = `portals-${++made}`
    await engines.s3.send(new CreateBucketCommand({ Bucket }))
    const files = new PortalsBucket(engines.s3, Bucket)
    const inForce = async () => {
      const { file, stored, problem } = await portalsInForce(files)
      if (stored !== null && problem === null) await files.keepGood(stored)
      return { ids: file?.portals.map(({ id }) => id) ?? null, problem }
    }
    const put = (Key: string, Body: string) => engines.s3.send(new PutObjectCommand({ Bucket, Key, Body }))
    const remove = (Key: string) => engines.s3.send(new DeleteObjectCommand({ Bucket, Key }))
    return { files, inForce, put, remove }
  }

  it('is none before the first, which is no problem', async () => {
    const { inForce } = await prepare()
    expect(await inForce()).toEqual({ ids: null, problem: null })
  })

  it('is the one that was deployed last, and is kept once', async () => {
    const { files, inForce, put } = await prepare()
    await files.deploy(fileOf('a'))
    expect(await inForce()).toEqual({ ids: ['a'], problem: null })
    await files.deploy(fileOf('a', 'b'))
    expect(await inForce()).toEqual({ ids: ['a', 'b'], problem: null })
    expect((await files.lastGood())?.text).toBe(fileOf('a', 'b'))
    // Not written again while the file stays the same.
    const kept = await files.lastGood()
    await put(LAST_GOOD_PORTALS_KEY, 'another hand')
    await files.keepGood((await files.deployed())!)
    expect((await files.lastGood())?.text).toBe(fileOf('a', 'b'))
    expect(kept?.text).toBe(fileOf('a', 'b'))
  })

  it.each([
    ['no JSON', 'no JSON'],
    ['an entry with mistakes', JSON.stringify({ portals: [{ id: 'a b' }] })],
    ['nothing', ''],
    ['more than a function can hold', ' '.repeat(9 * 1024 * 1024)],
  ])('stays the last good one when somebody puts %s there, and it says why', async (_, text) => {
    const { files, inForce, put } = await prepare()
    await files.deploy(fileOf('a'))
    await inForce()
    await put(PORTALS_KEY, text)
    expect(await inForce()).toEqual({ ids: ['a'], problem: expect.any(PortalsFileError) })
    await files.deploy(fileOf('b'))
    expect(await inForce()).toEqual({ ids: ['b'], problem: null })
  })

  it('stays the last good one when the file is deleted', async () => {
    const { files, inForce, remove } = await prepare()
    await files.deploy(fileOf('a'))
    await inForce()
    await remove(PORTALS_KEY)
    expect(await inForce()).toEqual({ ids: ['a'], problem: expect.any(PortalsFileError) })
  })

  it('is none if there never was a good one, which is a problem', async () => {
    const { inForce, put } = await prepare()
    await put(PORTALS_KEY, '{}')
    expect(await inForce()).toEqual({ ids: null, problem: expect.any(PortalsFileError) })
  })
})
