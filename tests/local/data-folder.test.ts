import { execFile } from 'node:child_process'
import { truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { takeDataFolder } from '../../infra/local/data-folder.ts'
import { startServers } from '../../infra/local/servers.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const run = promisify(execFile)

describe('the lock of a data folder', () => {
  it('is given to one of many that ask at the same moment, and to the next when it is given back', async () => {
    const folder = await temporaryFolder()
    const asked = await Promise.allSettled(Array.from({ length: 8 }, () => takeDataFolder(folder)))
    const taken = asked.flatMap((one) => (one.status === 'fulfilled' ? one.value : []))
    expect(taken).toHaveLength(1)
    await expect(takeDataFolder(folder)).rejects.toMatchObject({
      name: 'DataFolderInUseError',
      message: expect.stringContaining(`process ID ${process.pid}`),
    })
    await taken[0]!()
    await (await takeDataFolder(folder))()
  })

  it.each([
    ['this process has', process.pid],
    ['another process has, as in a container that is started again', 1],
  ])('is not what a killed engine left, even if its ID is one that %s', async (_, pid) => {
    const folder = await temporaryFolder({ 'engine.pid': String(pid) })
    await (await takeDataFolder(folder))()
  })

  it('is gone with a process that is killed', async () => {
    const folder = await temporaryFolder()
    const module = JSON.stringify(join(import.meta.dirname, '../../infra/local/data-folder.ts'))
    const script = `await (await import(${module})).takeDataFolder(${JSON.stringify(folder)}); process.kill(process.pid, 'SIGKILL')`
    await expect(run(process.execPath, ['--input-type=module', '--eval', script])).rejects.toMatchObject({
      signal: 'SIGKILL',
    })
    await (await takeDataFolder(folder))()
  })

  it('is refused, with what to do, where a file is', async () => {
    const folder = await temporaryFolder({ data: 'x' })
    await expect(takeDataFolder(join(folder, 'data'))).rejects.toThrow(
      /^The data folder cannot be used .*name another folder/,
    )
  })
})

describe('a data folder', () => {
  it.each<[string, (folder: string) => Promise<unknown>]>([
    ['whose file of queues and objects is cut off', (folder) => truncate(join(folder, 'fauxqs.db'), 5000)],
    ['with a foreign file in place of it', (folder) => writeFile(join(folder, 'fauxqs.db'), 'something else')],
    ['whose tables are damaged', (folder) => writeFile(join(folder, 'tables/CURRENT'), 'something else')],
  ])('%s is refused, with what to do, and nothing goes on', async (_, damage) => {
    const folder = await temporaryFolder()
    await (await startServers(folder)).close()
    await (await startServers(folder)).close()
    await damage(folder)
    await expect(startServers(folder)).rejects.toMatchObject({
      name: 'DataFolderError',
      message: expect.stringContaining('put a copy in its place'),
    })
  })
})
