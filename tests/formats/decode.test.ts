import { describe, expect, it } from 'vitest'
import { decode } from '../../shared/formats/decode.ts'
import { encode } from './encode.ts'
import { TEXT } from './sample.ts'

const TRADITIONAL = '本鎮人民政府的法治政府建設工作報告：全年開展執法檢查十二次，辦理案件三件，現將有關情況報告如下。'

describe('decode', () => {
  it.each([
    ['utf-8', TEXT],
    ['gb18030', TEXT],
    ['gb18030', TRADITIONAL],
    ['big5', TRADITIONAL],
    ['utf-16le', TEXT],
  ])('tells %s that says nothing of itself', (charset, text) => {
    const decoded = decode(encode(text, charset))

    expect(decoded.charset).toBe(charset)
    expect(decoded.text.replace(/^\uFEFF/, '')).toBe(text)
  })

  it('tells UTF-16 without a byte order mark', () => {
    const bytes = Buffer.from(TEXT, 'utf16le')

    expect(decode(bytes)).toEqual({ text: TEXT, charset: 'utf-16le' })
    expect(decode(Buffer.from(bytes).swap16())).toEqual({ text: TEXT, charset: 'utf-16be' })
  })

  it('believes UTF-8 bytes against any label, and a label against other bytes only if they decode', () => {
    const labelled = (charset: string) => `<meta charset="${charset}">${TEXT}`

    expect(decode(Buffer.from(labelled('gbk'))).charset).toBe('utf-8')
    expect(decode(encode(labelled('utf-8'), 'gb18030')).charset).toBe('gb18030')
    expect(decode(encode(labelled('no-such-charset'), 'gb18030')).charset).toBe('gb18030')
  })

  it('reads UTF-8 that is cut in the middle of a character as UTF-8', () => {
    const cut = Buffer.from(TEXT).subarray(0, -1)

    expect(decode(cut)).toMatchObject({ charset: 'utf-8', text: expect.stringMatching(/\uFFFD$/) })
  })

  it('refuses bytes that are no text', () => {
    const bytes = Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 251)

    expect(() => decode(bytes)).toThrow(expect.objectContaining({ reason: 'unsupported_format' }))
  })
})
