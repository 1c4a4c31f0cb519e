import { expect, it } from 'vitest'
import { withArchived } from '../../infra/cli/results.ts'
import { makeZip } from '../formats/make-zip.ts'
import { townReport } from './reports.ts'
import { startPipeline } from './running-pipeline.ts'

it('the files of an archive end one by one, a damaged one refused, each with a line of its own', async () => {
  const pipeline = await startPipeline()
  const [one, two] = ['石桥镇', '𠮷坝镇'].map((town) => townReport({ town }))
  const zip = makeZip([
    { name: '石桥镇.txt', data: one! },
    { name: '坏.txt', data: one!, packed: Buffer.from('no deflate') },
    { name: '𠮷坝镇.txt', data: two! },
  ])

  const results = await withArchived(await pipeline.drop({ 'all.zip': zip }), pipeline.deployment)

  const ends = results.map(({ file, status, reason }) => [file.split('/').at(-1), status, reason])
  expect(ends).toEqual([
    ['all.zip', 'REJECTED', 'not_a_report'],
    ['石桥镇.txt', 'COMPLETE', null],
    ['坏.txt', 'REJECTED', 'corrupt'],
    ['𠮷坝镇.txt', 'COMPLETE', null],
  ])
})
