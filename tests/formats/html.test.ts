import { describe, expect, it } from 'vitest'
import { readDocument } from '../../shared/formats/read-document.ts'
import { parseDocument } from '../../shared/parse/parse-document.ts'
import { expectedFigures, figures } from './compare.ts'
import { encode } from './encode.ts'
import { LAYOUTS, OUTSIDE } from './layouts.ts'
import { TEXT } from './sample.ts'

const squeeze = (text: string) => text.replace(/\s/g, '')

describe.each(Object.entries(LAYOUTS))('layout %s', (_name, layout) => {
  it.each([
    ['utf-8', 'utf-8', 'utf-8'],
    ['gb18030', 'gb2312', 'gb18030'],
    ['gb18030', null, 'gb18030'],
    ['gb18030', 'utf-8', 'gb18030'],
    ['utf-8', 'gbk', 'utf-8'],
    ['utf-16le', null, 'utf-16le'],
  ])('in %s that calls itself %s gives the figures of the text', async (charset, label, found) => {
    const bytes = encode(layout(label), charset)

    const document = await parseDocument(bytes)

    expect(document.report.charset).toBe(found)
    expect(figures(document)).toEqual(await expectedFigures())
  })

  it('has all of the body and nothing else of the page', async () => {
    const { text } = await readDocument(encode(layout('utf-8'), 'utf-8'))

    expect(squeeze(text.replace(/附件：.*/, ''))).toBe(squeeze(TEXT))
    expect(OUTSIDE.filter((word) => text.replace(TEXT, '').includes(word) && !TEXT.includes(word))).toEqual([])
  })
})
