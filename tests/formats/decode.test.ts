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

describe('what is no text in any language', () => {
  const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

  it.each([
    ['UTF-8 that was read as Latin and saved', latin(Buffer.from(TEXT))],
    ['GBK that was read as Latin and saved', latin(encode(TEXT, 'gb18030'))],
    ['UTF-8 that was read as GBK and saved', new TextDecoder('gb18030').decode(Buffer.from(TEXT))],
    ['GBK that was read as UTF-8 and saved', new TextDecoder('utf-8').decode(encode(TEXT, 'gb18030'))],
    ['that and read as GBK once more', '锟斤拷'.repeat(100)],
  ])('is refused, not judged: %s', (_, text) => {
    expect(() => decode(Buffer.from(text))).toThrow(expect.objectContaining({ reason: 'unsupported_format' }))
  })

  it('is told from a wrong label', () => {
    for (const label of ['iso-8859-1', 'windows-1252', 'big5', 'shift_jis', 'koi8-r'])
      expect(decode(encode(`<meta charset="${label}">${TEXT}`, 'gb18030')).charset).toBe('gb18030')
  })

  it('is told from other languages', () => {
    const french = 'Le rapport a été présenté à l’assemblée générale où l’on a débattu des réformes. '.repeat(5)
    const japanese = '行政の透明性を高めるため、本年度は条例の見直しを行いました。'.repeat(5)
    expect([decode(Buffer.from(french)).text, decode(Buffer.from(japanese)).text]).toEqual([french, japanese])
  })
})
