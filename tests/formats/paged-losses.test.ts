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

/** A text of which each character is an outline with curves, all in one path. */
const curve = (n: number) =>
  `${60 + 12 * (n % 40)} ${780 - 24 * Math.floor(n / 40)} m ${64 + 12 * (n % 40)} ${790 - 24 * Math.floor(n / 40)} 2 2 1 1 c h`
const curves = (count: number) => `${Array.from({ length: count }, (_, n) => curve(n)).join('\n')} f`
const ofdOutlines = `<ofd:PathObject Boundary="0 0 210 297" Fill="true" Stroke="false"><ofd:AbbreviatedData>${Array.from({ length: 200 }, (_, n) => `M ${20 + (n % 40) * 4} ${30 + Math.floor(n / 40) * 8} B 3 4 5 6 7 8 C`).join(' ')}</ofd:AbbreviatedData></ofd:PathObject>`

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
    ['PDF: text drawn as outlines in one path', makePdf([pdfPage, curves(200)]), '1 of 2 pages, drawn shapes (page 2)'],
    [
      'PDF: text drawn as outlines below a typed heading',
      makePdf([pdfPage, `${curves(300)}\n${pdfText('二、存在的主要问题和下一步打算', 60, 600)}`]),
      '1 of 2 pages, drawn shapes (page 2)',
    ],
    [
      'PDF: characters that are pictures',
      makePdf([
        pdfPage,
        Array.from({ length: 200 }, (_, n) => pdfPicture(60 + 10 * (n % 40), 60 + 20 * Math.floor(n / 40), 9, 9)).join(
          '\n',
        ),
      ]),
      '1 of 2 pages, drawn shapes (page 2)',
    ],
    ['OFD: text drawn as outlines', makeOfd([ofdPage, [ofdOutlines]]), '1 of 2 pages, drawn shapes (page 2)'],
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
    ['text beside an emblem', makePdf([`${pdfPage}\nq 0.2 0 0 0.2 0 0 cm ${curves(300)} Q`])],
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

describe('a file with little more than what hangs on it', () => {
  const NAME = '石桥镇2023年法治政府建设年度报告.pdf'
  const letter = '现将年度报告随函报送，请查收。'
  const inUtf16 = (text: string) => `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`
  const attached = {
    objects: [
      `<</Type/Filespec/F(a.pdf)/UF${inUtf16(NAME)}/EF<</F 101 0 R>>>>`,
      '<</Type/EmbeddedFile/Length 4>>stream\n%PDF\nendstream ',
    ],
    catalog: `/Names<</EmbeddedFiles<</Names[${inUtf16(NAME)} 100 0 R]>>>>`,
  }
  const inOfd = {
    attachments: `<ofd:Attachment ID="5" Name="${NAME.slice(0, -4)}" Format="pdf"><ofd:FileLoc>a.pdf</ofd:FileLoc></ofd:Attachment>`,
  }

  const pinned = {
    objects: ['<</Type/Annot/Subtype/FileAttachment/F 4/Rect[60 500 80 520]/FS 101 0 R>>', ...attached.objects].map(
      (object) => object.replace('101 0 R>>>>', '102 0 R>>>>'),
    ),
    page: '/Annots[100 0 R]',
  }

  it.each([
    ['PDF', makePdf([pdfText(letter, 60, 60)], attached)],
    ['PDF, pinned on a page', makePdf([pdfText(letter, 60, 60)], pinned)],
    ['OFD', makeOfd([[ofdText(letter, 20, 20)]], inOfd)],
  ])('is not judged without that: %s', async (_, bytes) => {
    await expect(parseDocument(bytes)).rejects.toMatchObject({
      reason: 'no_text',
      message: expect.stringContaining(`the attachment ${NAME}`),
    })
  })

  it.each([
    ['PDF', makePdf([pdfPage], attached)],
    ['OFD', makeOfd([ofdPage], inOfd)],
  ])('is told from a report on which something hangs: %s', async (_, bytes) => {
    expect(await warningsOf(bytes)).toEqual([])
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
