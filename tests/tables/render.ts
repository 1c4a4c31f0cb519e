import { makeZip } from '../formats/make-zip.ts'
import { MILLIMETRE, makeOfd, makePdf, ofdText, pdfText, widthOf } from '../formats/paged.ts'

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

const ofd = (caption: string, rows: Rows) =>
  makeOfd([placed(caption, rows).map(({ text, x, y }) => ofdText(text, x * MILLIMETRE, y * MILLIMETRE))])

const pdf = (caption: string, rows: Rows) =>
  makePdf([
    placed(caption, rows)
      .map(({ text, x, y }) => pdfText(text, x, y))
      .join('\n'),
  ])

/** Each rendering of a table of rows that all have the same number of cells. */
export const RENDERINGS: Readonly<Record<string, (caption: string, rows: Rows) => Uint8Array>> = {
  html,
  docx,
  ofd,
  pdf,
  tabs,
  blanks,
}
