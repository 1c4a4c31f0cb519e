import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { FAZHI } from '../cli/run-fazhi.ts'
import { SAMPLES } from '../engine-process.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const run = promisify(execFile)

it('a data folder on a disk that is full ends the engine with what to do, and has at the next start what it had', async () => {
  const folder = await temporaryFolder()
  const up = `exec "$0" "$1" up "$2" --once --json --data "$3"`
  const start = (limit: string, samples: string) =>
    run('sh', ['-c', `${limit}${up}`, process.execPath, FAZHI, samples, folder])
  await start('', join(SAMPLES, 'town-2023.txt'))
  // No file may have more than these blocks of 512 bytes: as a disk that has no more of them.
  await expect(start('ulimit -f 512; ', SAMPLES)).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/fazhi: The data folder cannot be used .*If its disk is full, free some space/),
  })
  const { stdout } = await start('', SAMPLES)
  const statuses = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).status)
  expect(new Set(statuses)).toEqual(new Set(['COMPLETE', 'REJECTED']))
})
