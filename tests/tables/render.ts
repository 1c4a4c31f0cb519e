import { makeZip } from '../formats/make-zip.ts'

/** Reports of one town that hold a table, in each format that has tables. */
export type Rows = readonly (readonly string[])[]

const TITLE = '柳桥镇人民政府2023年法治政府建设年度报告'
const BEFORE = [TITLE, '2023年，柳桥镇推进依法行政，现将有关情况报告如下。', '一、主要工作及成效']
const AFTER = ['二、存在的问题', '执法力量不足。']

/** The lines of the report around a table. */
const around = (caption: string, write: (line: string) => string, table: string) =>
  [...[...BEFORE, caption].map(write), table, ...AFTER.map(write)].join('\n')

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** @param table the markup of the table */
export const htmlWith = (caption: string, table: string) =>
  Buffer.from(
    `<!doctype html><html><head><meta charset="utf-8"><title>${TITLE}</title></head><body><div class="TRS_Editor">${around(caption, (line) => `<p>${line}</p>`, table)}</div></body></html>`,
  )

const html = (caption: string, rows: Rows) =>
  htmlWith(
    caption,
    `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td><p>${escaped(cell)}</p></td>`).join('')}</tr>`).join('')}</table>`,
  )

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
export const wordParagraph = (text: string) => `<w:p><w:r><w:t>${escaped(text)}</w:t></w:r></w:p>`

/** @param table the XML of the table */
export const docxWith = (caption: string, table: string) =>
  makeZip([
    {
      name: 'word/document.xml',
      data: `<w:document ${WORD}><w:body>${around(caption, wordParagraph, table)}</w:body></w:document>`,
    },
  ])

const docx = (caption: string, rows: Rows) => {
  const row = (cells: readonly string[]) =>
    `<w:tr>${cells.map((cell) => `<w:tc>${wordParagraph(cell)}</w:tc>`).join('')}</w:tr>`
  return docxWith(caption, `<w:tbl>${rows.map(row).join('')}</w:tbl>`)
}

export const textWith = (caption: string, table: string) => Buffer.from(around(caption, (line) => line, table))

const tabs = (caption: string, rows: Rows) => textWith(caption, rows.map((row) => row.join('\t')).join('\n'))

const widthOf = (text: string) => [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0)
const COLUMN_GAP = 4

/** Columns as wide as their widest cell, parted by blanks. */
const blanks = (caption: string, rows: Rows) => {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => widthOf(row[column]!))))
  const padded = (text: string, column: number) => text + ' '.repeat(widths[column]! - widthOf(text) + COLUMN_GAP)
  return textWith(caption, rows.map((row) => row.map(padded).join('').trimEnd()).join('\n'))
}

/** A piece of text at its place on a page of A4, in points from its top left corner. */
interface Piece {
  readonly text: string
  readonly x: number
  readonly y: number
}

const SIZE = 10
const LINE = 20
const LEFT = 60
const COLUMN = 110

/** Paragraphs one below the other, the cells of the table in columns. */
function placed(caption: string, rows: Rows): Piece[] {
  const pieces: Piece[] = []
  let y = 60
  const line = (text: string) => {
    y += LINE
    pieces.push({ text, x: LEFT, y })
  }
  for (const text of [...BEFORE, caption]) line(text)
  for (const row of rows) {
    y += LINE
    for (const [column, text] of row.entries()) if (text !== '') pieces.push({ text, x: LEFT + column * COLUMN, y })
  }
  for (const text of AFTER) line(text)
  return pieces
}

const OFD = 'xmlns:ofd="http://www.ofdspec.org/2016"'
const MILLIMETRE = 0.3528

function ofd(caption: string, rows: Rows): Buffer {
  const objects = placed(caption, rows).map(({ text, x, y }) => {
    const steps = [...text].slice(1).map((_, at) => (widthOf(text[at]!) / 2) * SIZE * MILLIMETRE)
    const place = `X="0" Y="${SIZE * MILLIMETRE}"${steps.length > 0 ? ` DeltaX="${steps.join(' ')}"` : ''}`
    const box = `${x * MILLIMETRE} ${(y - SIZE) * MILLIMETRE} 200 10`
    return `<ofd:TextObject Boundary="${box}" Size="${SIZE * MILLIMETRE}"><ofd:TextCode ${place}>${escaped(text)}</ofd:TextCode></ofd:TextObject>`
  })
  return makeZip([
    {
      name: 'OFD.xml',
      data: `<ofd:OFD ${OFD}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    },
    {
      name: 'Doc_0/Document.xml',
      data: `<ofd:Document ${OFD}><ofd:Pages><ofd:Page BaseLoc="P.xml"/></ofd:Pages></ofd:Document>`,
    },
    { name: 'Doc_0/P.xml', data: `<ofd:Page ${OFD}><ofd:Content>${objects.join('')}</ofd:Content></ofd:Page>` },
  ])
}

const PAGE_HEIGHT = 842

/** The font is only named, as Chinese PDF files do; its character map is that of UTF-16. */
function pdf(caption: string, rows: Rows): Buffer {
  const hex = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex')
  const content = placed(caption, rows)
    .map(({ text, x, y }) => `BT /F1 ${SIZE} Tf ${x} ${PAGE_HEIGHT - y} Td <${hex(text)}> Tj ET`)
    .join('\n')
  const font =
    '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UTF16-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000/W[1 95 500 814 939 500]/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/StemV 80>>>>]>>'
  return Buffer.from(
    [
      '%PDF-1.7',
      '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
      '2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj',
      `3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 ${PAGE_HEIGHT}]/Contents 4 0 R/Resources<</Font<</F1 ${font}>>>>>>endobj`,
      `4 0 obj<</Length ${content.length}>>stream\n${content}\nendstream endobj`,
      'trailer<</Root 1 0 R>>',
      '%%EOF',
    ].join('\n'),
    'latin1',
  )
}

/** Each rendering of a table of rows that all have the same number of cells. */
export const RENDERINGS: Readonly<Record<string, (caption: string, rows: Rows) => Uint8Array>> = {
  html,
  docx,
  ofd,
  pdf,
  tabs,
  blanks,
}
