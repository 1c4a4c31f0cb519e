import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../shared/formats/read-document.ts'
import { parseDocument } from '../../shared/parse/parse-document.ts'
import { MILLIMETRE, makeOfd, makePdf, ofdText, PAGE_HEIGHT, PAGE_WIDTH, pdfPicture, pdfText } from './paged.ts'
import { TEXT } from './sample.ts'

const fixture = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name))
const LINES = TEXT.split('\n').map((line) => line.slice(0, 40))

const pdfPage = LINES.map((text, line) => pdfText(text, 60, 60 + 30 * line)).join('\n')
const ofdPage = LINES.map((text, line) => ofdText(text, 60 * MILLIMETRE, (60 + 30 * line) * MILLIMETRE))
const pageNumber = pdfText('— 2 —', 280, 820)
const scan = pdfPicture(0, 0, PAGE_WIDTH, PAGE_HEIGHT)
const picture = '<ofd:ImageObject ResourceID="9" Boundary="0 0 210 297"/>'
const outlines = Array.from({ length: 300 }, (_, n) => `${60 + n} 700 m ${61 + n} 710 l ${62 + n} 700 l f`).join('\n')

const warningsOf = async (bytes: Uint8Array) => (await readDocument(bytes)).warnings

/** A file with the entries of one name blotted out, first to last, so that no offset moves. */
const without = (bytes: Buffer, name: string, from: number, to: number) => {
  const text = bytes.toString('latin1').split(name)
  const blot = (part: string, index: number) =>
    (index === 0 ? '' : index > from && index <= to ? `/X${name.slice(2)}` : name) + part
  return Buffer.from(text.map(blot).join(''), 'latin1')
}

describe('a page that cannot be read is named', () => {
  it.each([
    ['PDF: a scan', makePdf([pdfPage, scan, pdfPage]), '1 of 3 pages, pictures (page 2)'],
    [
      'PDF: a scan with a page number',
      makePdf([pdfPage, scan + pageNumber, pdfPage]),
      '1 of 3 pages, pictures (page 2)',
    ],
    [
      'PDF: a scan in strips',
      makePdf([pdfPage, [0, 200, 400, 600].map((y) => pdfPicture(0, y, PAGE_WIDTH, 200)).join('\n')]),
      '1 of 2 pages, pictures (page 2)',
    ],
    [
      'PDF: a scan below a typed heading',
      makePdf([pdfPage, pdfText('二、存在的主要问题和下一步打算', 60, 60) + pdfPicture(0, 100, PAGE_WIDTH, 700)]),
      '1 of 2 pages, pictures (page 2)',
    ],
    ['PDF: text drawn as outlines', makePdf([pdfPage, outlines]), '1 of 2 pages, drawn shapes (page 2)'],
    [
      'PDF: a page that is not there',
      makePdf([pdfPage, null, pdfPage]),
      '1 of 2 pages, damaged (page 2 and any behind it)',
    ],
    [
      'PDF: several',
      makePdf([pdfPage, scan, scan, null, pdfPage]),
      '2 of 4 pages, pictures (pages 2, 3), 1 of 4 pages, damaged (page 4 and any behind it)',
    ],
    ['OFD: a scan', makeOfd([ofdPage, [picture]]), '1 of 2 pages, pictures (page 2)'],
    ['OFD: a page that is not there', makeOfd([ofdPage, null]), '1 of 2 pages, damaged (page 2 and any behind it)'],
  ])('%s', async (_, bytes, message) => {
    expect(await warningsOf(bytes)).toEqual([
      { code: 'partly_unread', start: 0, end: 0, message: `Could not be read: ${message}.` },
    ])
  })

  it('and so is a template that is not there', async () => {
    expect(await warningsOf(makeOfd([ofdPage, ofdPage], { template: null }))).toMatchObject([
      { code: 'partly_unread', message: 'Could not be read: the template 90.' },
    ])
  })

  it.each([
    [
      'a page of photographs with captions',
      makePdf([pdfPage, `${pdfPicture(60, 60, 400, 200)}\n${pdfText('法治宣传活动进社区现场照片', 60, 280)}`]),
    ],
    ['text on a picture', makePdf([scan + pdfPage])],
    ['an empty page', makePdf([pdfPage, 'q Q'])],
    ['a scan with its text layer', makePdf([`${scan} 3 Tr ${pdfPage} 0 Tr`])],
  ])('but not %s', async (_, bytes) => {
    expect(await warningsOf(bytes)).toEqual([])
  })
})

describe('a font that does not tell its characters', () => {
  it.each(['libreoffice.pdf', 'chromium.pdf'])('is named in %s, and no figure is read of it', async (name) => {
    const bytes = fixture(name)
    const fonts = bytes.toString('latin1').split('/ToUnicode').length - 1
    const { text, warnings } = await readDocument(without(bytes, '/ToUnicode', 0, Math.ceil(fonts / 2)))

    const [warning] = warnings
    expect(warning).toMatchObject({ code: 'partly_unread' })
    expect(warning?.message).toMatch(
      /^Could not be read: \d+ characters whose fonts do not tell them \(pages? [12](?:, 2)?\)\.$/,
    )
    for (const [figure] of text.matchAll(/\d+/g)) expect(TEXT.split(/\D+/)).toContain(figure)
  })

  it.each(['libreoffice.pdf', 'chromium.pdf'])('leaves %s without text if there is no other', async (name) => {
    await expect(readDocument(without(fixture(name), '/ToUnicode', 0, 1000))).rejects.toMatchObject({
      reason: 'no_text',
    })
  })

  it('is named in OFD', async () => {
    const [warning] = await warningsOf(makeOfd([[...ofdPage, ofdText('受理\ue123\ue124\ue125件', 20, 280)]]))

    expect(warning?.message).toBe('Could not be read: 3 characters whose fonts do not tell them (page 1).')
  })
})

describe('a document of which most cannot be read', () => {
  it('is a report if the rest shows one', async () => {
    const { report } = await parseDocument(makePdf([pdfPage, scan, scan, scan]))

    expect(report.kind).toBe('rule_of_law_annual_report')
    expect(report.warnings[0]?.message).toBe('Could not be read: 3 of 4 pages, pictures (pages 2, 3, 4).')
  })

  it('is never judged by the rest', async () => {
    const cover = pdfText('白鹭洲镇人民政府文件白政发第三号', 60, 60)

    await expect(parseDocument(makePdf([cover, scan, scan, scan]))).rejects.toMatchObject({ reason: 'no_text' })
  })
})
