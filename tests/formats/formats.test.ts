import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ATTACHED_EXTENSIONS, anyExtension, EXTENSIONS, FORMATS } from '../../shared/formats/formats.ts'
import { readDocument } from '../../shared/formats/read-document.ts'

const NAMES = FORMATS.map(({ format }) => format)
const manual = readFileSync(new URL('../../docs/formats.md', import.meta.url), 'utf8')

describe('the table of formats', () => {
  it('has each name and each extension once', () => {
    expect(new Set(NAMES).size).toBe(NAMES.length)
    expect(new Set(EXTENSIONS).size).toBe(EXTENSIONS.length)
  })

  it.each(NAMES)('is explained in docs/formats.md: %s', (name) => {
    expect(manual).toMatch(new RegExp(`^\\| [^|]*\x60${name}\x60[^|]* \\|`, 'm'))
  })

  it.each([
    [
      'a text document of ODF',
      '<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"><office:body>2023年',
    ],
    [
      'one of UOF',
      '<?xml version="1.0" encoding="UTF-8"?><uof:UOF xmlns:uof="http://schemas.uof.org/cn/2003/uof">2023年',
    ],
    ['a sheet', '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook>2023年'],
    ['a feed', '\n<?xml version="1.0"?><rss><channel>2023年'],
  ])('has no row for other documents of markup, which no verdict is given on: %s', async (_, xml) => {
    await expect(readDocument(Buffer.from(xml))).rejects.toMatchObject({ reason: 'unsupported_format' })
  })

  it('puts text formats before page images', () => {
    expect(ATTACHED_EXTENSIONS).toEqual(['docx', 'doc', 'wps', 'pdf', 'ofd'])
  })

  it('gives an expression that takes the longest extension', () => {
    expect(new RegExp(anyExtension(EXTENSIONS)).exec('docx')?.[0]).toBe('docx')
  })
})
