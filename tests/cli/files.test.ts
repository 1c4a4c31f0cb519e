import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { UserError } from '../../infra/cli/errors.ts'
import { assignKeys, listFiles } from '../../infra/cli/files.ts'
import { temporaryFolder } from '../temporary-folder.ts'

describe('listFiles', () => {
  it('lists folders at any depth, each file once', async () => {
    const folder = await temporaryFolder({ 'b.txt': '', '甲 乙/a.txt': '', '甲 乙/丙/%20.txt': '' })
    const files = await listFiles([join(folder, '甲 乙'), folder])
    expect(files.map((file) => file.slice(folder.length + 1))).toEqual(['甲 乙/a.txt', '甲 乙/丙/%20.txt', 'b.txt'])
  })

  it('names a path that does not exist', async () => {
    await expect(listFiles(['no/such'])).rejects.toThrow(UserError)
    await expect(listFiles(['no/such'])).rejects.toThrow('no/such')
  })
})

describe('assignKeys', () => {
  it('keeps the relative path without .., and numbers paths that would be the same', () => {
    expect([...assignKeys(['a/报告.txt', '../a/报告.txt', '../../a/报告.txt', 'a/报告 (2).txt']).values()]).toEqual([
      'incoming/a/报告.txt',
      'incoming/a/报告 (2).txt',
      'incoming/a/报告 (3).txt',
      'incoming/a/报告 (2) (2).txt',
    ])
  })

  it('gives every file its own key, valid for S3', () => {
    const name = fc.stringMatching(/^[法 +%.a]{1,40}$/).filter((text) => !/^\.{1,2}$/.test(text))
    const path = fc.array(name, { minLength: 1, maxLength: 30 }).map((segments) => segments.join('/'))
    fc.assert(
      fc.property(fc.uniqueArray(path, { maxLength: 20 }), (files) => {
        const keys = [...assignKeys(files).values()]
        expect(new Set(keys).size).toBe(files.length)
        for (const key of keys) {
          expect(key).toMatch(/^incoming\/[^/]/)
          expect(Buffer.byteLength(key)).toBeLessThanOrEqual(1024)
        }
      }),
    )
  })
})
