import { describe, expect, it } from 'vitest'
import { expectStatus } from '../store/records.ts'
import { startPipeline } from './running-pipeline.ts'

const MEGABYTE = 1024 * 1024
const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52)
const NOTICE = '关于开展春季义务植树活动的通知\n各村:定于3月12日上午组织义务植树,请按时参加。\n'

/** Words of the sentence that says what is wrong with each file. */
const DETAILS: Readonly<Record<string, string>> = {
  'empty.txt': 'no bytes',
  'notice.txt': 'a notice, a plan or a rule',
  'picture.txt': 'does not read image files',
  'huge.txt': `${60 * MEGABYTE} bytes`,
}

describe('a file that can never become a report', () => {
  it('ends REJECTED with its reason and a copy in quarantine, and leaves nothing in any queue', async () => {
    const pipeline = await startPipeline()
    const results = await pipeline.drop({
      'empty.txt': '',
      'notice.txt': NOTICE,
      'picture.txt': PNG,
      'huge.txt': Buffer.alloc(60 * MEGABYTE, '法'),
    })

    const ends = results.map(({ file, status, reason }) => [file.split('/').at(-1), status, reason])
    expect(ends.toSorted()).toEqual([
      ['empty.txt', 'REJECTED', 'empty'],
      ['huge.txt', 'REJECTED', 'too_large'],
      ['notice.txt', 'REJECTED', 'not_a_report'],
      ['picture.txt', 'REJECTED', 'unsupported_format'],
    ])
    expect(Object.values(pipeline.messages())).toEqual(pipeline.engine.resources.queues.map(() => 0))
    for (const { file, documentId } of results) {
      const { detail } = expectStatus(await pipeline.deployment.results.document(documentId), 'REJECTED')
      expect(detail).toContain(DETAILS[file.split('/').at(-1)!])
    }
  })
})
